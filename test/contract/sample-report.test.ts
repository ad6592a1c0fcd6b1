import { zstdDecompressSync } from "node:zlib";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkFiles, findIncoming } from "../../src-main/services/check-files.ts";
import { encodeReport } from "../../src-main/services/encode-report.ts";
import { readFiles } from "../../src-main/services/read-files.ts";
import { composeTools } from "../../src-main/shells/compose.ts";
import { reportSchema } from "../../src-shared/api/index.ts";
import { defaultPolicy } from "../../src-shared/model/index.ts";
import type { ReadDocument, Report } from "../../src-shared/model/index.ts";
import { localDate } from "../../src-shared/time/index.ts";
import { evidenceOf, isStanding, readAt } from "./stand-at-locator.ts";

const sample = join(import.meta.dirname, "../../resources/sample-data");
const tools = composeTools();
afterAll(() => tools.reader.close());

const { signal } = new AbortController();
const silent = (): void => undefined;
const order = {
  paths: [sample],
  asOf: localDate("2026-11-21"),
  since: null,
  policy: null,
  tableMappings: [],
  acceptTerms: true,
};

let report: Report;
beforeAll(async () => {
  ({ report } = await checkFiles(order, tools, silent, signal));
}, 120_000);

test("everything in the sample is read", () => {
  expect(report.documents.filter(({ status }) => status === "unreadable")).toEqual([]);
  expect(report.agreements.length).toBeGreaterThanOrEqual(6);
  expect(report.summary.invoices).toBeGreaterThanOrEqual(30);
});

/**
 * What is found in the sample, by invoice number: route and findings. Two prints of one number are a duplicate.
 *
 * One differs from the story: RH-314 goes to a person for want of a delivery record.
 */
const known: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "BW-5001": [["clear", "anomaly.first-time"]],
  "BW-5002": [["blocked", "duplicate.invoice"], ["clear"]],
  "BW-5003": [["review", "discount.missing"]],
  "FR-8990": [["review", "anomaly.first-time", "period.outside-agreement"]],
  "FR-9001": [["clear"]],
  "FR-9014": [["clear"]],
  "FR-9027": [["review", "discount.wrong"]],
  "HP-1041": [["clear"]],
  "HP-1047": [["review", "anomaly.first-time", "rate.under"]],
  "HP-1049": [["review", "term.unbound"]],
  "HP-1052": [["clear"]],
  "HP-1058": [["review", "cap.near", "quantity.over"]],
  "HP-1063": [["review", "cap.exceeded", "rate.over"]],
  "HP-1066": [["review", "agreement.missing"]],
  "RH-310": [["clear", "anomaly.first-time"]],
  "RH-314": [["review"]],
  "RH-318": [["review", "tax.over"]],
  "RH-321": [["review", "tax.missing"]],
  "RH-325": [["review", "terms.due-date"]],
  "RH-327": [["review", "fields.required"]],
  "RH-329": [["review", "arithmetic.line"]],
  "SW-2026-081": [["clear", "anomaly.first-time"]],
  "SW-2026-092": [["clear"]],
  "SW-2026-101": [["review", "bank.changed"]],
  "SW-G-7": [["review", "credit.exceeds"]],
  "TS-201": [["clear", "anomaly.first-time"]],
  "TS-207": [["clear"]],
  "TS-212": [["review", "arithmetic.total"]],
  "TS-213": [["review", "currency.mismatch"]],
  "TS-214": [["review", "party.mismatch"]],
};

test("routes and findings of the sample are the known ones", () => {
  const found: Record<string, string[][]> = {};
  for (const { number, route, findings } of report.invoices)
    (found[number ?? "?"] ??= []).push([route, ...findings.map(({ check }) => check).toSorted()]);
  for (const prints of Object.values(found))
    prints.sort((one, other) => (one.join() < other.join() ? -1 : 1));
  expect(found).toEqual(known);
});

test("the report is what the published schema says", () => {
  expect(reportSchema.safeParse(report).error?.issues).toBeUndefined();
});

test("every quote stands at its locator", { timeout: 120_000 }, async () => {
  const taken = await readFiles(
    {
      incoming: await findIncoming(order.paths, tools, silent, signal),
      known: new Map(),
      context: { asOf: order.asOf, ownCompany: defaultPolicy.ownCompany },
      keep: "packed",
    },
    tools,
    silent,
    signal,
  );
  const documents = new Map<string, ReadDocument | null>(
    taken.map(({ stored, reading }) => [
      stored.file.id,
      reading === null ? null : (JSON.parse(zstdDecompressSync(reading).toString()) as ReadDocument),
    ]),
  );
  const wrong: string[] = [];
  let count = 0;
  for (const { where, evidence } of evidenceOf(report)) {
    count += 1;
    const document = documents.get(evidence.documentId) ?? null;
    const found = document === null ? null : readAt(document, evidence);
    if (!isStanding(evidence, found)) wrong.push(`${where}: “${evidence.quote}” is “${found ?? "nowhere"}”`);
  }
  expect(count).toBeGreaterThan(300);
  expect(wrong).toEqual([]);
});

test("a second run gives the same bytes", { timeout: 120_000 }, async () => {
  const again = await checkFiles(order, tools, silent, signal);
  const withoutTimes = (one: Report): string => encodeReport({ ...one, createdAt: "", elapsedMs: 0 });
  expect(withoutTimes(again.report)).toBe(withoutTimes(report));
});
