import { expect, it } from "vitest";
import { localDate } from "../../../../../../src-shared/time/index.ts";
import { readInvoices } from "../../../../../../src-main/pipeline/normalize/invoice/index.ts";
import { Paper } from "../../../../../builders/paper.ts";

const context = {
  asOf: localDate("2026-11-21"),
  ownCompany: { names: [], taxIds: [], bankAccounts: [] },
  hash: (text: string): string => text.padEnd(64, "0"),
};

/** The period of a plain invoice with these labeled values in its head. */
function periodOf(head: readonly (readonly [label: string, value: string])[]): readonly (string | null)[] {
  const paper = new Paper();
  paper.set("INVOICE", 40, 50, { size: 18, bold: true });
  paper.set("Northfield Radio LLC", 40, 75);
  [["Invoice Number", "88120-1"] as const, ["Invoice Date", "04/26/2026"] as const, ...head].forEach(
    ([label, value], index) => {
      paper.set(label, 320, 80 + index * 16);
      paper.set(value, 440, 80 + index * 16);
    },
  );
  paper.set("Bill to: Ostrander Motors, Inc.", 40, 200);
  for (const [text, x] of [
    ["Description", 40],
    ["Quantity", 300],
    ["Rate", 390],
    ["Amount", 480],
  ] as const)
    paper.set(text, x, 250, { bold: true });
  paper.set("Morning spots, 30 seconds", 40, 270);
  paper.set("10", 300, 270);
  paper.set("120.00", 390, 270);
  paper.set("1,200.00", 480, 270);
  paper.set("Total due", 390, 310);
  paper.set("USD 1,200.00", 480, 310);
  const [invoice] = readInvoices(paper.toDocument(), "invoice", context);
  return [invoice?.periodStart?.value ?? null, invoice?.periodEnd?.value ?? null];
}

it.each([
  [
    "a flight inside the seller's calendar is what is billed",
    [
      ["Invoice Period", "03/30/2026 - 04/26/2026"],
      ["Order Flight", "04/14/2026 - 04/20/2026"],
    ],
    ["2026-04-14", "2026-04-21"],
  ],
  [
    "a flight that runs on past the calendar is named as a whole",
    [
      ["Billing Period", "03/30/2026 - 04/26/2026"],
      ["Flight Dates", "04/20/2026 - 05/03/2026"],
    ],
    ["2026-04-20", "2026-05-04"],
  ],
  [
    "a flight in another time leaves the billing period",
    [
      ["Billing Period", "03/30/2026 - 04/26/2026"],
      ["Flight Dates", "01/05/2026 - 01/11/2026"],
    ],
    ["2026-03-30", "2026-04-27"],
  ],
  [
    "one period alone is the period",
    [["Service Period", "04/01/2026 - 04/30/2026"]],
    ["2026-04-01", "2026-05-01"],
  ],
  [
    "a flight alone is the period",
    [["Flight Dates", "04/14/2026 - 04/20/2026"]],
    ["2026-04-14", "2026-04-21"],
  ],
] as const)("%s", (_, head, expected) => {
  expect(periodOf(head)).toEqual(expected);
});
