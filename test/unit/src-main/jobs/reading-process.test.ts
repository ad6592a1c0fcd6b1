import { afterAll, expect, test } from "vitest";
import { forkReadingChild } from "../../../../src-main/jobs/reading-child.ts";
import { defaultReadingLimits } from "../../../../src-main/jobs/reading-limits.ts";
import { createReadingPool } from "../../../../src-main/jobs/reading-pool.ts";
import { defaultPolicy } from "../../../../src-shared/model/index.ts";
import type { ImportedFile } from "../../../../src-shared/model/index.ts";
import { localDate } from "../../../../src-shared/time/index.ts";

const reader = createReadingPool(1, () => forkReadingChild(256), defaultReadingLimits);
afterAll(() => reader.close());

const context = { asOf: localDate("2026-11-21"), ownCompany: defaultPolicy.ownCompany };
const file = (name: string, mediaType: string): ImportedFile => ({
  id: "doc-000000000001" as never,
  path: name,
  name,
  sha256: "0".repeat(64),
  sizeBytes: 1,
  mediaType,
  copyOf: null,
});
const read = (name: string, mediaType: string, text: string) =>
  reader.read(
    file(name, mediaType),
    new TextEncoder().encode(text),
    context,
    "everything",
    new AbortController().signal,
  );

test("a real process reads a text and hands back its words and nouns", async () => {
  const reading = await read(
    "a.txt",
    "text/plain",
    "INVOICE\n\nInvoice no: INV-7\nDate: 2026-10-01\nTotal: USD 100.00\n",
  );
  expect(reading).toMatchObject({ reader: "text", status: "read", problem: null });
  expect(reading.document?.text).toContain("INV-7");
  expect(reading.normalized?.documentId).toBe("doc-000000000001");
});

test("a damaged PDF is a problem with a code, in the same process", async () => {
  const reading = await read("a.pdf", "application/pdf", "%PDF-1.7\nnothing that follows is one");
  expect(reading.status).toBe("unreadable");
  expect(reading.problem?.code).toMatch(/^read\//);
});
