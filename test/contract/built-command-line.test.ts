import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const built = join(root, "out/main/cli.js");
const source = join(root, "src-main/shells/cli/main.ts");

const agreement = `# Master Services Agreement MSA-2026-014

This agreement is made on 5 January 2026 between Northgate Works Ltd ("Supplier") and Halden Foods Ltd ("Client").

## 1. Term

It runs from 1 January 2026 to 31 December 2026.

## 2. Fees

| Role | Unit | Rate |
|---|---|---|
| Senior electrician | hour | GBP 80.00 |
| Apprentice | hour | GBP 35.00 |
`;
const head =
  "Invoice Number,Invoice Date,Due Date,Customer,Supplier,Currency,Contract,Description,Quantity,Unit,Unit Price,Net,Total";
const same = "INV-1001,2026-10-31,2026-11-30,Halden Foods Ltd,Northgate Works Ltd,GBP,MSA-2026-014";
const invoices = `${head}
${same},Senior electrician,10,hour,84.00,840.00,1120.00
${same},Apprentice,8,hour,35.00,280.00,1120.00
`;

/** Each run starts two processes, and from source they load a thousand files: a busy machine takes a while. */
const patience = { run: 110_000, test: 240_000 } as const;

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  /** The report without what a clock writes into it. */
  readonly report: Record<string, unknown>;
}

const workplace = mkdtempSync(join(tmpdir(), "countersign-built-"));
afterAll(() => rmSync(workplace, { recursive: true, force: true }));

function check(entry: string, name: string): Ran {
  const path = join(workplace, `${name}.json`);
  const args = [entry, "check", "documents", "--accept-terms", "--as-of", "2026-11-21", "--report", path];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: workplace,
    encoding: "utf8",
    timeout: patience.run,
  });
  if (!existsSync(path)) throw new Error(stderr);
  const {
    createdAt: _,
    elapsedMs: __,
    ...report
  } = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  return { status, stdout, report };
}

beforeAll(() => {
  expect(existsSync(built), "npm run build comes first").toBe(true);
  mkdirSync(join(workplace, "documents"));
  writeFileSync(join(workplace, "documents/agreement.md"), agreement);
  writeFileSync(join(workplace, "documents/invoices.csv"), invoices);
});

test(
  "the built command line answers as its source does, and finds the rate that is too high",
  { timeout: patience.test },
  () => {
    const fromBuilt = check(built, "built");
    expect(fromBuilt).toEqual(check(source, "source"));
    expect(fromBuilt.status).toBe(1);
    const [invoice] = fromBuilt.report["invoices"] as { findings: { check: string; impact: string }[] }[];
    expect(invoice?.findings.map(({ check: id, impact }) => `${id} ${impact}`)).toContain("rate.over 40.00");
  },
);

test("a second run gives the same report", { timeout: patience.test }, () => {
  expect(check(built, "second").report).toEqual(check(built, "third").report);
});
