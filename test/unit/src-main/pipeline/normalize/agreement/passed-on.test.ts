import { describe, expect, test } from "vitest";
import { valuesOf } from "./agreement-of.ts";

describe("what is passed on", () => {
  test.each([
    [
      "Tolls and parking are charged at actuals against receipts.",
      { types: ["Tolls", "parking"], markupPercent: "0", receiptAbove: "0" },
    ],
    [
      "Print, models and permits are recharged at exactly what they cost.",
      { types: ["Print", "models", "permits"], markupPercent: "0" },
    ],
    [
      "Ad space is charged at cost, capped at £9,500 per month.",
      { types: ["Ad space"], markupPercent: "0", totalCap: "9500", totalCapPer: "month" },
    ],
    [
      "Out-of-pocket expenses are reimbursed, not to exceed $640 in any calendar month.",
      { totalCap: "640", totalCapPer: "month" },
    ],
    [
      "Travel in any billing month shall not exceed $430 and is reimbursed at cost.",
      { markupPercent: "0", totalCap: "430", totalCapPer: "month" },
    ],
    [
      "The Agency may incur media costs of up to £8,000 per month, passed through at cost.",
      { types: ["media"], totalCap: "8000", totalCapPer: "month" },
    ],
    [
      "Reiseauslagen werden nach Beleg erstattet, höchstens 720,00 € im Quartal.",
      { totalCap: "720.00", totalCapPer: "quarter" },
    ],
    ["Materials: at trade price plus 12%.", { markupPercent: "12" }],
    ["Fremdkosten werden ohne Aufschlag weiterverrechnet.", { types: ["Fremdkosten"], markupPercent: "0" }],
    [
      "Fahrtkosten werden zum Selbstkostenpreis gegen Beleg erstattet.",
      { markupPercent: "0", receiptAbove: "0" },
    ],
    [
      "Les tirages sont refacturés au prix coûtant, dans la limite de 450 € pour la mission.",
      { types: ["tirages"], markupPercent: "0", totalCap: "450" },
    ],
    [
      "Los peajes se repercuten al coste contra factura.",
      { types: ["peajes"], markupPercent: "0", receiptAbove: "0" },
    ],
    [
      "I pedaggi sono addebitati al costo, dietro presentazione di ricevuta.",
      { types: ["pedaggi"], markupPercent: "0", receiptAbove: "0" },
    ],
    ["Materialen worden zonder opslag doorberekend.", { types: ["Materialen"], markupPercent: "0" }],
    [
      "O alojamento é debitado pelo custo, até ao limite de 90,00 € por noite, contra fatura.",
      { types: ["alojamento"], markupPercent: "0", unitCap: "90.00", receiptAbove: "0" },
    ],
    [
      "Stock photos are passed on at cost; anything above £40 with the receipt.",
      { markupPercent: "0", receiptAbove: "40" },
    ],
  ])("%s", (clause, wanted) => {
    expect(valuesOf("expenses", clause)).toEqual([expect.objectContaining(wanted)]);
  });

  test("a limit on one kind leaves the others free of it", () => {
    expect(
      valuesOf(
        "expenses",
        "Reisekosten werden gegen Nachweis ohne Aufschlag erstattet, Hotel höchstens 110,00 EUR je Nacht.",
      ),
    ).toEqual([
      { types: ["Reisekosten"], markupPercent: "0", receiptAbove: "0" },
      { types: ["Hotel"], markupPercent: "0", receiptAbove: "0", unitCap: "110.00" },
    ]);
  });

  test("the next sentence goes on with the same rule", () => {
    expect(
      valuesOf(
        "expenses",
        "Materials are charged at trade price plus 15%. Send a copy of the receipt for anything over £25.",
      ),
    ).toEqual([{ types: ["materials"], markupPercent: "15", receiptAbove: "25" }]);
  });

  test.each([
    "Invoices are payable against receipt of the goods.",
    "Die Zahlung erfolgt gegen Rechnung innerhalb von 30 Tagen.",
    "Defects are remedied by the Provider at its own cost.",
    "I ricambi sono fatturati al costo maggiorato del 15%.",
    "Repairs under warranty are carried out at no cost.",
  ])("no cost without a markup: %s", (clause) => {
    expect(valuesOf("expenses", clause).filter(({ markupPercent }) => markupPercent === "0")).toEqual([]);
  });
});

test.each([
  ["Travel is reimbursed at cost up to $430 per month, but not more than $2,600 in total.", undefined],
  ["Travel is reimbursed at cost up to $430 per month and up to $2,600 in the year.", "year"],
])("each of two limits keeps its own period, and none is a cap of the fees: %s", (clause, per) => {
  expect(valuesOf("expenses", clause).map(({ totalCap, totalCapPer }) => [totalCap, totalCapPer])).toEqual([
    ["430", "month"],
    ["2600", per],
  ]);
  expect(valuesOf("cap", clause)).toEqual([]);
});

test.each([
  "What is paid back under this section shall not come to more than $740 in a month.",
  "Die erstatteten Beträge dürfen im Monat 740 EUR nicht übersteigen.",
])("a limit of what is paid back is one of expenses: %s", (clause) => {
  expect(valuesOf("expenses", clause)).toEqual([{ totalCap: "740", totalCapPer: "month" }]);
  expect(valuesOf("cap", clause)).toEqual([]);
});

test.each(["Overtime is charged at cost.", "Our site staff are charged at cost."])(
  "people and their time are no thing that is bought and passed on: %s",
  (clause) => expect(valuesOf("expenses", clause)).toEqual([]),
);

test("what is bought for people is passed on", () => {
  expect(valuesOf("expenses", "Personal protective equipment is charged at cost.")).toEqual([
    expect.objectContaining({ types: ["Personal protective equipment"] }),
  ]);
});

test('a sum beside "at cost" in a table bounds what is passed on, and prices nothing', () => {
  const table = `Item | Fee
Project lead | £640 per day
Travel | At cost, capped at £900`;
  expect(valuesOf("expenses", table)).toMatchObject([{ markupPercent: "0", totalCap: "900" }]);
  expect(valuesOf("fixed-fee", table)).toEqual([]);
});

test("a list under the rates of an hour is priced by the hour", () => {
  const list = `The Client pays the following hourly rates:

(a) Packer: $21.50

(b) Lift driver: $28.00`;
  expect(valuesOf("rate", list)).toMatchObject([
    { item: "Packer", unit: "hour", price: "21.50" },
    { item: "Lift driver", unit: "hour", price: "28.00" },
  ]);
});
