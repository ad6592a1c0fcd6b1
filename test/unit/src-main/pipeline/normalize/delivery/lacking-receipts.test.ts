import { describe, expect, it } from "vitest";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";

describe("lists of expenses with a column for receipts", () => {
  it("know which row says that it has none", async () => {
    const text =
      "Date,Type,Description,Amount,Receipt\n2026-05-04,Hotel,Harbour Inn,210.00,no\n2026-05-05,Taxi,Station to site,18.00,yes\n2026-05-05,Meals,Lunch,14.00,\n";
    const { deliveries } = normalizeDocument(
      await readBytes("expenses.csv", text),
      importedFile("expenses.csv", new TextEncoder().encode(text)),
      context,
    );
    expect(deliveries.map(({ lacksReceipt }) => lacksReceipt ?? null)).toEqual([true, null, null]);
  });
});
