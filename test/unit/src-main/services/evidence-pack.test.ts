import { webcrypto } from "node:crypto";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { packVerifier } from "../../../../src-main/services/pack-verifier.ts";
import { openMemoryProgram } from "../../../fakes/memory-program.ts";

interface Verdict {
  readonly what: string;
  readonly holds: boolean;
}

const context = { TextEncoder, Uint8Array, BigInt, atob, JSON };

function verify(
  record: string,
  digest: string,
  originals: Record<string, string>,
): Promise<readonly Verdict[]> {
  const run = runInNewContext(`${packVerifier}; verifyPack`, context) as (
    ...inputs: readonly unknown[]
  ) => Promise<readonly Verdict[]>;
  return run(record, digest, originals, webcrypto.subtle);
}

async function packOf(): Promise<{
  html: string;
  record: string;
  digest: string;
  originals: Record<string, string>;
}> {
  const host = await openMemoryProgram();
  await host.importSales({
    "a.json": { number: "A-1", net: "100.00", gross: "100.00", customer: "Acme <script>alert(1)</script>" },
    "b.json": { number: "B-2", net: "40.00", gross: "40.00", customer: "Secret customer" },
  });
  const { rows } = await host.call("review.queue", {});
  const invoiceId = rows.find(({ number }) => number === "A-1")?.invoiceId ?? "";
  await host.call("review.decide", {
    invoiceIds: [invoiceId],
    decision: { type: "approve", reason: "Agreed" },
  });
  const { html, digest, name } = await host.call("evidence.pack", { invoiceIds: [invoiceId] });
  expect(name).toBe("evidence-A-1.html");
  const record = /<script type="application\/json" id="record">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? "";
  const originals = Object.fromEntries(
    [...html.matchAll(/data-original="([^"]+)">([^<]*)</g)].map(([, id = "", text = ""]) => [id, text]),
  );
  return { html, record, digest, originals };
}

test("a pack proves itself: record, originals and entries of the trail", async () => {
  const { record, digest, originals } = await packOf();
  const verdicts = await verify(record, digest, originals);
  expect(verdicts.filter(({ holds }) => !holds)).toEqual([]);
  expect(verdicts.map(({ what }) => what).some((what) => what.startsWith("Audit entry"))).toBe(true);
  expect(verdicts.length).toBeGreaterThanOrEqual(4);
});

test("one changed letter anywhere is noticed", async () => {
  const { record, digest, originals } = await packOf();
  const failed = async (...inputs: Parameters<typeof verify>): Promise<number> =>
    (await verify(...inputs)).filter(({ holds }) => !holds).length;
  expect(await failed(record.replace("Agreed", "Argeed"), digest, originals)).toBeGreaterThan(0);
  const [id = ""] = Object.keys(originals);
  expect(await failed(record, digest, { ...originals, [id]: btoa("something else") })).toBe(1);
  expect(await failed(record, digest, {})).toBe(1);
  expect(await failed(record, "0".repeat(64), originals)).toBe(1);
});

test("a pack holds nothing of other cases, and no words of a document as markup", async () => {
  const { html, record } = await packOf();
  expect(html).not.toContain("Secret customer");
  expect(html).not.toContain("B-2");
  expect(html).not.toContain("<script>alert");
  expect(record).toContain("\\u003cscript>alert");
  expect(html).toMatch(/script-src 'sha256-[A-Za-z0-9+/=]{44}'/);
});

test.each([
  ["(30 − 24) × 150.00 = 900.00", true],
  ["(30 − 24) × 150.00 = 901.00", false],
  ["1,000.00 × 8.25% = 82.50", null],
  ["840.00 × 8.25% = 69.30", true],
  ["100 ÷ 3 = 33.33", true],
  ["100 ÷ 3 = 33.34", false],
  ["USD 2 × (3 + 4) − 1 = 13", true],
  ["the whole net amount is billed twice", null],
  ["1 ÷ 0 = 0", null],
])("the formula %s: %s", (text, expected) => {
  const check = runInNewContext(`${packVerifier}; checkFormula`, context) as (
    formula: string,
  ) => boolean | null;
  expect(check(text)).toBe(expected);
});
