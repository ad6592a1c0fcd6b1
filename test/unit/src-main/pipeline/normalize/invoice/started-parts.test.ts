import { expect, test } from "vitest";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";

const periodsOf = async (line: string): Promise<readonly unknown[]> => {
  const text = `Harrow Systems Ltd\n2 Mill Lane, Leeds LS1 4AB\n\nInvoice 771\nDate: 31 October 2026\nPeriod: 1 October 2026 to 31 October 2026\n\nTo: Quillon Bakery Ltd\n\nDescription                                  Qty     Price     Amount\nEditor seats, October 2026                    10     62.00     620.00\n${line}\n\nTotal                                                        652.00\n`;
  const { invoices } = normalizeDocument(
    await readBytes("bill.txt", text),
    importedFile("bill.txt", new TextEncoder().encode(text)),
    context,
  );
  const last = invoices[0]?.lines.at(-1);
  return [last?.periodStart?.value ?? null, last?.periodEnd?.value ?? null];
};

test("a line that says from which day of the month on it bills a share has that part as its period", async () => {
  expect(await periodsOf("1 seat more from 16 October (16/31)            1     32.00      32.00")).toEqual([
    "2026-10-16",
    "2026-11-01",
  ]);
});

test("a day alone is no part of a month", async () => {
  expect(await periodsOf("Callout ordered from 16 October                1     32.00      32.00")).toEqual([
    null,
    null,
  ]);
});
