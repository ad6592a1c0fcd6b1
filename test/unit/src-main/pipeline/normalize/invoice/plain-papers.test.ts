import { describe, expect, it } from "vitest";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import type { Invoice } from "../../../../../../src-shared/model/index.ts";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";

const read = async (name: string, text: string): Promise<Invoice> => {
  const file = importedFile(name, new TextEncoder().encode(text));
  const [invoice] = normalizeDocument(await readBytes(name, text), file, context).invoices;
  if (invoice === undefined) throw new Error("No invoice was read");
  return invoice;
};

const linesOf = ({ lines }: Invoice): readonly (readonly (string | null | undefined)[])[] =>
  lines.map((line) => [line.description, line.net?.value]);

const row = (text: string, amount: string): string => `${text.padEnd(52)}${amount.padStart(48)}`;
const typed = (
  rows: readonly (readonly [string, string])[],
  sums: readonly (readonly [string, string])[],
): string =>
  [
    "Brandt Studios Ltd",
    "4 Quay Street, Leith",
    "",
    "INVOICE",
    "",
    "Bill to:",
    "Oakfield Dairy Ltd",
    "9 Farm Road, Perth",
    "",
    "Invoice no.:        BS-2044",
    "Invoice date:       2026-08-20",
    "Due date:           2026-09-19",
    "Currency:           GBP",
    "",
    "Description                                         Quantity  Unit          Unit price          Amount",
    ...rows.map(([text, amount]) => row(text, amount)),
    "",
    ...sums.map(([label, amount]) => `${label.padStart(84)}  ${amount.padStart(14)}`),
    "",
  ].join("\n");

describe("typed invoices without a ruled table", () => {
  it("keeps a deposit that is taken off among the items as a line", async () => {
    const invoice = await read(
      "deposit.txt",
      typed(
        [
          ["Final artwork", "9000.00"],
          ["Less deposit paid", "-2500.00"],
        ],
        [
          ["Subtotal", "6500.00"],
          ["VAT 20 %", "1300.00"],
          ["Total", "7800.00"],
        ],
      ),
    );
    expect(linesOf(invoice)).toEqual([
      ["Final artwork", "9000.00"],
      ["Less deposit paid", "-2500.00"],
    ]);
    expect(invoice.net?.value).toBe("6500.00");
  });

  it("takes a deposit below the subtotal for no line", async () => {
    const invoice = await read(
      "below.txt",
      typed(
        [["Final artwork", "9000.00"]],
        [
          ["Subtotal", "9000.00"],
          ["VAT 20 %", "1800.00"],
          ["Total", "10800.00"],
          ["Less deposit paid", "-2500.00"],
          ["Amount due", "8300.00"],
        ],
      ),
    );
    expect(linesOf(invoice)).toEqual([["Final artwork", "9000.00"]]);
    expect(invoice.prepaid?.value).toBe("2500.00");
  });

  it("keeps days in the words that run over their column, and a report that carries nothing forward", async () => {
    const invoice = await read(
      "days.txt",
      typed(
        [
          ["Fleet monitoring, July 2026, 2026-07-11 to 2026-07-31", "931.45"],
          ["Design report", "400.00"],
        ],
        [
          ["Subtotal", "1331.45"],
          ["VAT 20 %", "266.29"],
          ["Total", "1597.74"],
        ],
      ),
    );
    expect(linesOf(invoice)).toEqual([
      ["Fleet monitoring, July 2026, 2026-07-11 to 2026-07-31", "931.45"],
      ["Design report", "400.00"],
    ]);
  });

  it("is sure of values in a list of labels however wide the gap", async () => {
    const cells = (pairs: readonly (readonly [string, string])[]): string =>
      `<table>${pairs.map(([label, value]) => `<tr><td>${label}</td><td>${value}</td></tr>`).join("")}</table>`;
    const invoice = await read(
      "page.html",
      `<html><body><h2>Brandt Studios Ltd</h2><h1>INVOICE</h1><p>Bill to:<br>Oakfield Dairy Ltd</p>${cells([
        ["Invoice no.", "BS-2045"],
        ["Invoice date", "2026-08-20"],
        ["Service period of this invoice in the year", "2026-07-01 to 2026-07-31"],
      ])}<table><tr><th>Description</th><th>Amount</th></tr><tr><td>Artwork</td><td>100.00</td></tr></table>${cells([["Total", "100.00"]])}</body></html>`,
    );
    expect(invoice.number?.value).toBe("BS-2045");
    expect(invoice.number?.confidence).toBeGreaterThan(0.8);
    expect(invoice.issueDate?.confidence).toBeGreaterThan(0.8);
  });
});
