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

test("the report is what the published schema says", () => {
  expect(reportSchema.safeParse(report).error?.issues).toBeUndefined();
});

test("every quote stands at its locator", { timeout: 120_000 }, async () => {
  const taken = await readFiles(
    {
      incoming: await findIncoming(order.paths, tools, silent, signal),
      known: new Map(),
      context: { asOf: order.asOf, ownCompany: defaultPolicy.ownCompany },
      keep: "everything",
    },
    tools,
    silent,
    signal,
  );
  const documents = new Map<string, ReadDocument | null>(
    taken.map(({ stored, reading }) => [stored.file.id, reading]),
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
