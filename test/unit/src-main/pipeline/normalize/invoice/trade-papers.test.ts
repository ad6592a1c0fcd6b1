import { describe, expect, it } from "vitest";
import type { Invoice } from "../../../../../../src-shared/model/index.ts";
import { localDate } from "../../../../../../src-shared/time/index.ts";
import { readInvoices } from "../../../../../../src-main/pipeline/normalize/invoice/index.ts";
import { Paper } from "../../../../../builders/paper.ts";

const context = {
  asOf: localDate("2026-11-21"),
  ownCompany: { names: [], taxIds: [], bankAccounts: [] },
  hash: (text: string): string => text.padEnd(64, "0"),
};

type Cell = readonly [text: string, x: number, align?: "left" | "right"];

/** A paper of rows from top to bottom, twelve points apart. */
function paperOf(rows: readonly (readonly Cell[])[]): Paper {
  const paper = new Paper(612, 792);
  rows.forEach((cells, index) => {
    for (const [text, x, align] of cells)
      paper.set(text, x, 50 + index * 14, { size: 9, align: align ?? "left" });
  });
  return paper;
}

function readOne(rows: readonly (readonly Cell[])[]): Invoice {
  const [invoice] = readInvoices(paperOf(rows).toDocument(), "invoice", context);
  if (invoice === undefined) throw new Error("no invoice on the paper");
  return invoice;
}

const lines = (invoice: Invoice): unknown =>
  invoice.lines.map((line) => [
    line.description,
    line.quantity?.value ?? null,
    line.unit?.value ?? null,
    line.net?.value ?? null,
  ]);

const head = (number: string, date: string): readonly (readonly Cell[])[] => [
  [["Larkfield Partners LLP", 40]],
  [["9 Abbey Row, Hereford HR1 2NW", 40]],
  [["INVOICE", 400]],
  [[`Invoice number: ${number}`, 400]],
  [[`Date: ${date}`, 400]],
  [["Bill to: Fernhill Dairy Limited", 40]],
];

describe("papers of trades", () => {
  it("takes a unit from the name of the quantity or the price, and a person for the description", () => {
    const invoice = readOne([
      ...head("LP-118", "28 February 2026"),
      [
        ["Fee earner", 40],
        ["Hours", 330, "right"],
        ["Hourly rate", 430, "right"],
        ["Amount", 550, "right"],
      ],
      [
        ["R Moss (Partner)", 40],
        ["2.0", 330, "right"],
        ["310.00", 430, "right"],
        ["620.00", 550, "right"],
      ],
      [
        ["J Ortiz (Trainee)", 40],
        ["3.5", 330, "right"],
        ["120.00", 430, "right"],
        ["420.00", 550, "right"],
      ],
      [
        ["Total due", 430, "right"],
        ["£1,040.00", 550, "right"],
      ],
    ]);
    expect(lines(invoice)).toEqual([
      ["R Moss (Partner)", "2.0", "hour", "620.00"],
      ["J Ortiz (Trainee)", "3.5", "hour", "420.00"],
    ]);
  });

  it("keeps a description whole under a name it does not know, and takes no unit from a name of goods", () => {
    const invoice = readOne([
      ...head("BH-44", "12 July 2026"),
      [
        ["Con note", 40],
        ["Leg", 120],
        ["Pallets", 330, "right"],
        ["Rate", 430, "right"],
        ["Charge", 550, "right"],
      ],
      [
        ["BH77120", 40],
        ["Leg 2 – return (minimum charge)", 120],
        ["6", 330, "right"],
        ["84.00", 430, "right"],
        ["504.00", 550, "right"],
      ],
      [
        ["BH77131", 40],
        ["Waiting time 0.5 hr at dock", 120],
        ["0.5", 330, "right"],
        ["65.00", 430, "right"],
        ["32.50", 550, "right"],
      ],
      [
        ["Total", 430, "right"],
        ["£536.50", 550, "right"],
      ],
    ]);
    expect(lines(invoice)).toEqual([
      ["Leg 2 – return (minimum charge)", "6", null, "504.00"],
      ["Waiting time 0.5 hr at dock", "0.5", null, "32.50"],
    ]);
  });

  it("bills what was done this period, and not what was done to date", () => {
    const invoice = readOne([
      ...head("4", "24 April 2026"),
      [
        ["Item", 40],
        ["Description of", 80],
        ["Scheduled", 230, "right"],
        ["From Previous", 320, "right"],
        ["This", 380, "right"],
        ["Total Completed", 480, "right"],
        ["%", 510, "right"],
        ["Balance to", 580, "right"],
      ],
      [
        ["Work", 80],
        ["Value", 230, "right"],
        ["Application", 320, "right"],
        ["Period", 380, "right"],
        ["to Date", 480, "right"],
        ["Finish", 580, "right"],
      ],
      [
        ["1", 40],
        ["Conduit", 80],
        ["38,000.00", 230, "right"],
        ["30,400.00", 320, "right"],
        ["7,600.00", 380, "right"],
        ["38,000.00", 480, "right"],
        ["100%", 510, "right"],
        ["0.00", 580, "right"],
      ],
      [
        ["2", 40],
        ["Rough-in", 80],
        ["72,000.00", 230, "right"],
        ["14,400.00", 320, "right"],
        ["21,600.00", 380, "right"],
        ["36,000.00", 480, "right"],
        ["50%", 510, "right"],
        ["36,000.00", 580, "right"],
      ],
      [["Total completed to date: $74,000.00", 40]],
      [["Less previous certificates for payment: $44,800.00", 40]],
      [["Current payment due: $29,200.00", 40]],
    ]);
    expect(lines(invoice)).toEqual([
      ["Conduit", null, null, "7600.00"],
      ["Rough-in", null, null, "21600.00"],
    ]);
    expect([invoice.gross?.value, invoice.payable?.value]).toEqual(["29200.00", "29200.00"]);
  });

  it("bills the details under an overview, or the overview where the details make no printed sum", () => {
    const nested = (second: string): Invoice =>
      readOne([
        ...head("1881204-1", "25 October 2026"),
        [
          ["Line", 40],
          ["Description", 120],
          ["Rate", 550, "right"],
        ],
        [
          ["1", 40],
          ["Morning news, two spots", 120],
          ["425.00", 550, "right"],
        ],
        [
          ["#", 40],
          ["Air Date", 80],
          ["Description", 160],
          ["Ad-ID", 330],
          ["Rate", 550, "right"],
        ],
        [
          ["1", 40],
          ["Oct 6, 2026", 80],
          ["Morning news", 160],
          ["RV2601H", 330],
          ["425.00", 550, "right"],
        ],
        [
          ["2", 40],
          ["Oct 7, 2026", 80],
          ["Morning news", 160],
          ["RV2602H", 330],
          [second, 550, "right"],
        ],
        [
          ["Payment terms 30 days", 40],
          ["Gross total", 450, "right"],
          ["$850.00", 550, "right"],
        ],
      ]);
    expect(lines(nested("425.00"))).toEqual([
      ["Morning news", null, null, "425.00"],
      ["Morning news", null, null, "425.00"],
    ]);
    // Where no choice makes the printed sum, nothing is left out.
    expect(nested("430.00").lines).toHaveLength(3);
  });

  it("lets the rows of a log say which figure of a date is the day", () => {
    const log = (dates: readonly string[], issue: string, place: string): readonly unknown[] => {
      const invoice = readOne([
        [["Larkfield Haulage", 40]],
        [[place, 40]],
        [["Invoice number: 7", 400]],
        [[`Invoice date: ${issue}`, 400]],
        [["Bill to: Fernhill Dairy Limited", 40]],
        [
          ["Date", 40],
          ["Description", 120],
          ["Amount", 550, "right"],
        ],
        ...dates.map((date, index): readonly Cell[] => [
          [date, 40],
          [`Round ${String.fromCodePoint(65 + index)}`, 120],
          ["100.00", 550, "right"],
        ]),
        [
          ["Total", 430, "right"],
          [`${dates.length}00.00`, 550, "right"],
        ],
      ]);
      return [
        invoice.issueDate?.value ?? null,
        ...invoice.lines.map((line) => line.serviceDate?.value ?? null),
      ];
    };
    // Month first, the third row would come after the invoice.
    expect(log(["03/02/2026", "05/02/2026", "09/03/2026"], "10/03/2026", "Springfield")).toEqual([
      "2026-03-10",
      "2026-02-03",
      "2026-02-05",
      "2026-03-09",
    ]);
    // Days in a row beside a sort code: a British habit that the log bears out.
    const british = log(["06/07/2026", "07/07/2026", "09/07/2026"], "12/07/2026", "Sort code 20-11-43");
    expect(british).toEqual(["2026-07-12", "2026-07-06", "2026-07-07", "2026-07-09"]);
    // Nothing speaks for either order: asked, not guessed.
    expect(log(["03/02/2026", "04/02/2026"], "05/02/2026", "Springfield")).toEqual([null, null, null]);
  });
});
