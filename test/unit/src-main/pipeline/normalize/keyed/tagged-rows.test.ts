import { describe, expect, it } from "vitest";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import type { NormalizedDocument } from "../../../../../../src-shared/model/index.ts";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";

const read = async (name: string, lines: readonly string[]): Promise<NormalizedDocument> => {
  const text = lines.join("\n");
  const file = importedFile(name, new TextEncoder().encode(text));
  return normalizeDocument(await readBytes(name, text), file, context);
};

describe("bills in rows that begin with what they are", () => {
  it("are told by arithmetic, by the form of their fields, and their parties by the tags", async () => {
    const { invoices } = await read("bill.txt", [
      "HDR~INV~5140~20260302~20260401~EUR",
      "SUP~Reed Roofing~GB123456789",
      "BUY~Bay Council",
      "LIN~1~Ridge tile~40~EA~2.50~100.00~20",
      "LIN~2~Fitting~6~HUR~35.00~210.00~20",
      "SUM~310.00~62.00~372.00",
    ]);
    const [bill] = invoices;
    expect([
      bill?.number?.value,
      bill?.issueDate?.value,
      bill?.dueDate?.value,
      bill?.currency?.value,
    ]).toEqual(["5140", "2026-03-02", "2026-04-01", "EUR"]);
    expect([bill?.seller?.name, bill?.seller?.taxId, bill?.buyer?.name]).toEqual([
      "Reed Roofing",
      "GB123456789",
      "Bay Council",
    ]);
    expect([bill?.net?.value, bill?.tax?.value, bill?.gross?.value]).toEqual(["310.00", "62.00", "372.00"]);
    expect(
      bill?.lines.map(({ description, unitPrice, net, taxRate }) => [
        description,
        unitPrice?.value,
        net?.value,
        taxRate?.value,
      ]),
    ).toEqual([
      ["Ridge tile", "2.50", "100.00", "20"],
      ["Fitting", "35.00", "210.00", "20"],
    ]);
    expect(bill?.lines[0]?.net?.evidence[0]?.quote).toBe("100.00");
  });

  it("leave open who sells and who buys where no tag tells it", async () => {
    const { kind, invoices } = await read("bill.txt", [
      "H|K-12|2026-03-02|Reed Roofing|Bay Council",
      "L|Ridge tile|40|2.50|100.00",
      "T|100.00|20.00|120.00",
    ]);
    expect([kind, invoices[0]?.number?.value, invoices[0]?.gross?.value]).toEqual([
      "invoice",
      "K-12",
      "120.00",
    ]);
    expect([invoices[0]?.seller, invoices[0]?.buyer]).toEqual([null, null]);
  });

  it("take no description of a line for the name of a buyer", async () => {
    const { invoices } = await read("bill.txt", [
      "H|K-12|2026-03-02",
      "L|1|40|2.50|100.00",
      "DES|Ridge tile, terracotta",
      "T|100.00|20.00|120.00",
    ]);
    expect([invoices[0]?.gross?.value, invoices[0]?.buyer]).toEqual(["120.00", null]);
  });

  it("are none where the sums do not close", async () => {
    const { invoices } = await read("rows.txt", [
      "H|K-12|2026-03-02|Reed Roofing",
      "L|Ridge tile|40|2.50|100.00",
      "T|90.00|20.00|110.00",
    ]);
    expect(invoices).toEqual([]);
  });
});
