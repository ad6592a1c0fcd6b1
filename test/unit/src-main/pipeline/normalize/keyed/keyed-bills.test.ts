import { describe, expect, it } from "vitest";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import type { Invoice } from "../../../../../../src-shared/model/index.ts";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";

async function billOf(name: string, content: string): Promise<Invoice | undefined> {
  const document = await readBytes(name, content);
  return normalizeDocument(document, importedFile(name, new TextEncoder().encode(content)), context)
    .invoices[0];
}

describe("bills in trees of keys that no vocabulary knows", () => {
  it("tells the parties by the objects that their names stand in", async () => {
    const bill = await billOf(
      "b.json",
      JSON.stringify({
        invoice: {
          id: "9f3",
          invoice_number: "AB-12",
          issued_on: "2026-09-30",
          vendor: { legal_name: "Aspen Lifts Ltd" },
          bill_to: { legal_name: "Mill Court Ltd" },
          line_items: [
            { description: "Lift service", quantity: 2, unit_price: "45.00", net_amount: "90.00" },
          ],
          totals: { subtotal: "90.00", tax: "18.00", total: "108.00" },
        },
      }),
    );
    expect([bill?.number?.value, bill?.seller?.name, bill?.buyer?.name]).toEqual([
      "AB-12",
      "Aspen Lifts Ltd",
      "Mill Court Ltd",
    ]);
    expect([bill?.net?.value, bill?.tax?.value, bill?.gross?.value]).toEqual(["90.00", "18.00", "108.00"]);
    expect(bill?.lines.map(({ net }) => net?.value)).toEqual(["90.00"]);
  });

  it("takes sums as cents only where a key says so", async () => {
    const bill = await billOf(
      "c.json",
      JSON.stringify({
        invoiceNumber: "7",
        invoiceDate: "2026-09-30",
        currency: "EUR",
        items: [{ name: "Hosting", total_cents: 1250 }],
        total: 1250,
      }),
    );
    expect([bill?.lines[0]?.net?.value, bill?.gross?.value]).toEqual(["12.50", "1250"]);
  });

  it("reads XML of somebody's own alike", async () => {
    const bill = await billOf(
      "d.xml",
      '<Bill number="K-4" date="2026-09-30"><Supplier name="Aspen Lifts Ltd"/><Items><Item qty="3" unitPrice="5.00" amount="15.00">Bolts</Item></Items></Bill>',
    );
    expect([bill?.number?.value, bill?.seller?.name]).toEqual(["K-4", "Aspen Lifts Ltd"]);
    expect(bill?.lines.map(({ description, net }) => [description, net?.value])).toEqual([
      ["Bolts", "15.00"],
    ]);
  });

  it("takes a sheet of named values with numbered lines as such a tree", async () => {
    const bill = await billOf(
      "e.csv",
      [
        "Field;Value",
        "Invoice number;E-1",
        "Invoice date;2026-09-30",
        "Line 1 description;Survey",
        "Line 1 amount;400.00",
        "Line 2 description;Report",
        "Line 2 amount;150.00",
        "Total;550.00",
      ].join("\n"),
    );
    expect(bill?.lines.map(({ description, net }) => [description, net?.value])).toEqual([
      ["Survey", "400.00"],
      ["Report", "150.00"],
    ]);
  });
});
