import { describe, expect, it } from "vitest";
import type { Invoice } from "../../../../../../src-shared/model/index.ts";
import { localDate } from "../../../../../../src-shared/time/index.ts";
import { readInvoices } from "../../../../../../src-main/pipeline/normalize/invoice/index.ts";
import { Paper } from "../../../../../builders/paper.ts";
import { readTyped } from "../../../../../builders/typed-invoice.ts";

const context = {
  asOf: localDate("2026-11-21"),
  ownCompany: { names: [], taxIds: [], bankAccounts: [] },
  hash: (text: string): string => text.padEnd(64, "0"),
};

/** A paper with these lines in its head, one under the other, over a table of one item. */
function readHead(lines: readonly (string | readonly [label: string, value: string])[]): Invoice {
  const paper = new Paper();
  lines.forEach((line, index) => {
    const y = 60 + index * 14;
    if (typeof line === "string") paper.set(line, 40, y);
    else {
      paper.set(line[0], 40, y);
      paper.set(line[1], 190, y);
    }
  });
  for (const [text, x] of [
    ["Beschreibung", 40],
    ["Menge", 300],
    ["Einzelpreis", 390],
    ["Betrag", 480],
  ] as const)
    paper.set(text, x, 320, { bold: true });
  for (const [text, x] of [
    ["Gerüststellung Nordseite", 40],
    ["4", 300],
    ["250,00", 390],
    ["1.000,00", 480],
  ] as const)
    paper.set(text, x, 336);
  for (const [index, [label, value]] of [
    ["Summe netto", "1.000,00"],
    ["MwSt 19 %", "190,00"],
    ["Gesamtbetrag", "1.190,00 EUR"],
  ].entries()) {
    paper.set(label!, 390, 370 + index * 14);
    paper.set(value!, 480, 370 + index * 14);
  }
  const [invoice] = readInvoices(paper.toDocument(), "invoice", context);
  return invoice!;
}

const partiesWithNumbers: readonly (readonly [string, string])[] = [
  ["Verkäufer:", ""],
  ["Nummer:", "77120"],
  ["Globale Nummer:", "4000001123452 (GLN)"],
  ["Name:", "Gerüstbau Hollweg GmbH"],
];

it.each([
  ["a code in brackets before it", "Handelsrechnung (380) Nr. 881204 vom 05.06.2026", "881204"],
  [
    "whose invoice it is before it",
    "Rechnung des Gerüstbauers (380) Nr. 00.881.204-7 vom 05.06.2026",
    "00.881.204-7",
  ],
  ["letters that are a currency elsewhere", "Handelsrechnung Nr. R87654321 vom 05.06.2026", "R87654321"],
  ["an insured number of the same shape as its parts", "Rechnung Nr. 2026/0044 vom 05.06.2026", "2026/0044"],
])("the number in the title wins over numbers of the parties, with %s", (_, title, number) => {
  const invoice = readHead([title, ...partiesWithNumbers]);
  expect(invoice.number?.value).toBe(number);
  expect(invoice.issueDate?.value).toBe("2026-06-05");
});

it("takes no number of a party or a place for its own where nothing else is printed", () => {
  const invoice = readHead(["Rechnung", ["Datum:", "05.06.2026"], ...partiesWithNumbers]);
  expect(invoice.number).toBeNull();
});

it.each([
  ["a GLN", "4000001123452"],
  ["a tax id", "DE136695976"],
  ["an account", "DE88200800000970375700"],
])("%s under a weak label leaves the place to a number of its own", (_, foreign) => {
  const invoice = readHead(["Rechnung", ["Dokument:", foreign], ["Beleg-Nr:", "HB 2026-17"]]);
  expect(invoice.number?.value).toBe("HB 2026-17");
});

it("takes a bare number at the head of a paper that names no other", () => {
  expect(
    readHead([
      ["Nummer:", "2026-551"],
      ["Datum:", "05.06.2026"],
    ]).number?.value,
  ).toBe("2026-551");
});

it("reads no money out of a telephone number, and the day of a direct debit as due", () => {
  const invoice = readHead([
    "Rechnung Nr. 551 vom 05.06.2026",
    ["Restbetrag fragen:", "+49 40 72 07 08 56"],
    "Der Betrag von EUR 1.190,00 wird am 20.06.2026 von Ihrem Konto per SEPA-Lastschrift eingezogen.",
  ]);
  expect(invoice.payable?.value).toBe("1190.00");
  expect(invoice.dueDate?.value).toBe("2026-06-20");
});

const billed = `Bill to
Harrow Dental Group Ltd.
77 Park Lane, Leeds LS2 9DF

Description                     Qty      Price      Amount
Daily cleaning                    1   1,850.00    1,850.00

Total                                             1,850.00
`;

describe("a number that stands by itself", () => {
  const bill = (head: string): string => `INVOICE
Sparrow Cleaning Ltd.                          ${head}
12 Mill Road, Leeds LS1 4AB                    Date: 31 March 2026
                                               Due: 14 April 2026

${billed}`;

  it("is the paper's own right above its date", async () => {
    expect((await readTyped(bill("SCR-0391"))).number?.value).toBe("SCR-0391");
  });

  it("is none where it may be a postcode or a word", async () => {
    expect((await readTyped(bill("LS1-4AB"))).number).toBeNull();
    expect((await readTyped(bill("COVID-19"))).number).toBeNull();
  });
});

describe("the sign that the writer knows the matter by", () => {
  const letter = (head: string): string => `Sparrow Cleaning Ltd.
12 Mill Road, Leeds LS1 4AB

INVOICE
${head}
Date: 31 March 2026
Due: 14 April 2026

${billed}`;

  it("is the number of a bill that prints no other one, and no agreement", async () => {
    const bill = await readTyped(letter("Our reference: SC/26/03"));
    expect(bill.number?.value).toBe("SC/26/03");
    expect(bill.agreementReference).toBeNull();
  });

  it("stays a reference beside a number", async () => {
    const bill = await readTyped(letter("Invoice no: 4471\nOur reference: SC/26/03"));
    expect(bill.number?.value).toBe("4471");
    expect(bill.agreementReference?.value).toBe("SC/26/03");
  });
});
