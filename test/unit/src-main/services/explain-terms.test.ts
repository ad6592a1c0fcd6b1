import { describe, expect, test } from "vitest";
import { agreementText, invoiceText } from "../../../builders/assistant-workspace.ts";
import { createFixedTools, openMemoryProgram } from "../../../fakes/memory-program.ts";
import type { MemoryProgram } from "../../../fakes/memory-program.ts";
import { createTextReader } from "../../../fakes/text-reader.ts";
import { sentence } from "../../../../src-shared/text/index.ts";

const base64 = (text: string): string => Buffer.from(text).toString("base64");

async function withAgreement(): Promise<{ host: MemoryProgram; seniorId: string }> {
  const host = await openMemoryProgram({
    tools: { ...createFixedTools(new Map()), reader: createTextReader() },
  });
  await host.call("documents.import-files", {
    files: [
      { path: "agreement.txt", base64: base64(agreementText) },
      { path: "invoice.txt", base64: base64(invoiceText) },
    ],
  });
  const terms = (await host.call("agreements.list", {})).flatMap((agreement) => agreement.terms);
  const senior = terms.find(
    ({ type, value }) => type === "rate" && "price" in value && value.price === "180.00",
  );
  return { host, seniorId: senior?.id ?? "" };
}

describe("before a term is confirmed", () => {
  test("its cases are computed, and an unknown one is refused", async () => {
    const { host, seniorId } = await withAgreement();
    const [explained] = await host.call("terms.examples", { termIds: [seniorId] });
    expect(explained?.examples).toEqual([
      {
        when: sentence("example/quantity", { quantity: "7.25", unit: "hour" }),
        gives: sentence("words/figure", { amount: "1305.00" }),
        formula: "7.25 × 180.00 = 1305.00",
        rivals: [],
      },
    ]);
    expect(await host.refused("terms.examples", { termIds: ["trm-none"] })).toBe("decide/unknown-term");
  });

  test("an edit shows which invoices it would change, by how much and in which direction, and keeps nothing", async () => {
    const { host, seniorId } = await withAgreement();
    await host.call("terms.confirm", { termIds: [seniorId] });
    const before = await host.call("review.queue", {});
    const radius = await host.call("terms.blast-radius", {
      termId: seniorId,
      change: {
        kind: "edit",
        termType: "rate",
        value: { item: "Senior consultant", unit: "hour", price: "170.00" },
        from: null,
        to: null,
      },
    });
    expect(radius.compared).toBe(1);
    expect(radius.invoices).toMatchObject([
      {
        number: "HP-2001",
        before: { over: "0.00", under: "0.00" },
        after: { over: "100.00", under: "0.00" },
        raised: ["rate.over"],
        isDecided: false,
      },
    ]);
    expect(radius.totals).toEqual({
      USD: { before: { over: "0.00", under: "0.00" }, after: { over: "100.00", under: "0.00" } },
    });
    expect(await host.call("review.queue", {})).toEqual(before);
  });

  test("the radius is what the edit then does", async () => {
    const { host, seniorId } = await withAgreement();
    const edit = {
      termType: "rate",
      value: { item: "Senior consultant", unit: "hour", price: "200.00" },
      from: null,
      to: null,
    };
    const radius = await host.call("terms.blast-radius", {
      termId: seniorId,
      change: { kind: "edit", ...edit },
    });
    await host.call("terms.edit", { termId: seniorId, ...edit, reason: null });
    const invoiceId = radius.invoices[0]?.invoiceId ?? "";
    const { findings } = await host.call("review.case", { invoiceId });
    const under = findings.filter(({ check }) => check === "rate.under").map(({ impact }) => impact);
    expect(under).toEqual([radius.invoices[0]?.after.under]);
    const terms = (await host.call("agreements.list", {})).flatMap((agreement) => agreement.terms);
    expect(terms.find(({ id }) => id === seniorId)).toMatchObject({
      version: 2,
      status: "confirmed",
      basis: "person",
    });
  });

  test("a value that is no value of its type is refused", async () => {
    const { host, seniorId } = await withAgreement();
    const change = { kind: "edit", termType: "rate", value: { price: "x" }, from: null, to: null } as const;
    expect(await host.refused("terms.blast-radius", { termId: seniorId, change })).toBe(
      "decide/invalid-term",
    );
  });
});

describe("the versions of a term", () => {
  test("are what was read and every correction with its reason; an undone one is told as such", async () => {
    const { host, seniorId } = await withAgreement();
    const edit = (price: string, reason: string) =>
      host.call("terms.edit", {
        termId: seniorId,
        termType: "rate",
        value: { item: "Senior consultant", unit: "hour", price },
        from: null,
        to: null,
        reason,
      });
    await edit("190.00", "misread");
    await edit("200.00", "typo");
    await host.call("history.undo", { group: null });
    const { versions, related } = await host.call("terms.versions", { termId: seniorId });
    expect(versions.map(({ term, by, reason, state }) => [term.value, by, reason, state])).toMatchObject([
      [{ price: "180.00" }, null, null, "former"],
      [{ price: "190.00" }, "Ada", "misread", "current"],
      [{ price: "200.00" }, "Ada", "typo", "taken-back"],
    ]);
    expect(related).toEqual([]);
    expect(await host.refused("terms.versions", { termId: "trm-none" })).toBe("decide/unknown-term");
  });

  test("name the clause of an amendment that stands in its place, from both sides", async () => {
    const host = await openMemoryProgram({
      tools: { ...createFixedTools(new Map()), reader: createTextReader() },
    });
    const amendment = agreementText
      .replace(/^.*$/m, "AMENDMENT NO. 1 TO SERVICES AGREEMENT SA-77")
      .replaceAll("180.00", "195.00");
    await host.call("documents.import-files", {
      files: [
        { path: "agreement.txt", base64: base64(agreementText) },
        { path: "amendment.txt", base64: base64(amendment) },
      ],
    });
    const terms = (await host.call("agreements.list", {})).flatMap((agreement) => agreement.terms);
    const priced = (price: string) =>
      terms.find(({ type, value }) => type === "rate" && "price" in value && value.price === price)?.id ?? "";
    const old = await host.call("terms.versions", { termId: priced("180.00") });
    const next = await host.call("terms.versions", { termId: priced("195.00") });
    expect(old.related.map(({ relation, term }) => [relation, term.id])).toEqual([
      ["replaced-by", priced("195.00")],
    ]);
    expect(next.related.map(({ relation, term }) => [relation, term.id])).toEqual([
      ["replaces", priced("180.00")],
    ]);
  });
});

describe("what agreements leave open", () => {
  test("each need has a question, a wording to agree on, and an assumption that stays marked as one", async () => {
    const { host } = await withAgreement();
    const [readiness] = await host.call("agreements.readiness", {});
    expect(readiness?.number).toBe("SA-77");
    const byCode = new Map(readiness?.needs.map((need) => [need.code, need]));
    expect(byCode.get("rounding")).toMatchObject({
      checks: ["arithmetic.line", "tax.over", "tax.under"],
      question: "How are amounts rounded, per line or on the total?",
      wording: "Each line is rounded half up to the cent.",
      assumption: "Half up, per line.",
    });
    expect(byCode.get("time-approval")?.assumption).toBe("Unapproved entries do not count.");
    // What the agreement says is no need: its terms of payment.
    expect(byCode.has("payment-terms")).toBe(false);
    // A monthly fee would need a basis for part of a month; hours do not.
    expect(byCode.has("proration-basis")).toBe(false);
  });
});
