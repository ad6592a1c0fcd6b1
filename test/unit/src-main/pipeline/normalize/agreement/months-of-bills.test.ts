import { describe, expect, test } from "vitest";
import { agreementOf, contractWith, termsOf } from "./agreement-of.ts";

const valuesOf = (type: string, text: string): readonly unknown[] =>
  agreementOf(`SERVICES AGREEMENT\n\nbetween Elm Ltd and Oak plc\n\n${text}\n`, "agreement").terms.flatMap(
    (term) => (term.type === type ? [term.value] : []),
  );

describe("bills that are paid on a day of the next month", () => {
  test.each([
    ["The Customer pays by the fifteenth day of the month after that of the invoice.", 15],
    ["Rechnungen sind bis zum 15. des Folgemonats zu bezahlen.", 15],
    ["Les factures sont payables le 10 du mois suivant.", 10],
    ["Las facturas se abonarán el día 25 del mes siguiente.", 25],
    ["De factuur wordt betaald uiterlijk de tiende dag van de volgende maand.", 10],
  ])("count from the end of their month: %s", (clause, days) => {
    expect(valuesOf("payment-terms", clause)).toEqual([
      { days, from: "end-of-month", endOfMonthReading: "end-then-days" },
    ]);
  });
});

describe("bills that wait for the end of a period", () => {
  test.each([
    ["Bills are sent once the month is over.", "month"],
    ["Die Rechnung wird jeweils nach Ende des Leistungsmonats gestellt.", "month"],
    ["We invoice the fee when the quarter has ended.", "quarter"],
    ["Abgerechnet wird bis zum achten Werktag des Folgemonats.", "month"],
    ["Bills go out by the fourth working day of the following month.", "month"],
  ])("are billed in arrears: %s", (clause, frequency) => {
    expect(valuesOf("billing", clause)).toEqual([expect.objectContaining({ frequency, timing: "arrears" })]);
  });

  test("are no notice that ends with a month", () => {
    expect(
      valuesOf("billing", "Notice is sent six weeks before the agreement is ended after the end of a month."),
    ).toEqual([]);
  });
});

describe("sums that are due once", () => {
  const list = "Survey map: 3,000.00 EUR\nPump house: 9,000.00 EUR\n";

  test("are stages where a sentence speaks of each phase", () => {
    expect(
      termsOf(contractWith(`${list}\nEach phase is invoiced once the Client has approved it.`)).filter(
        ({ type }) => type === "milestone",
      ),
    ).toMatchObject([{ value: { acceptance: true } }, { value: { acceptance: true } }]);
  });

  test("stay fees where nothing does", () => {
    expect(termsOf(contractWith(list)).filter(({ type }) => type === "milestone")).toEqual([]);
  });
});
