import { describe, expect, test } from "vitest";
import { valuesOf } from "./agreement-of.ts";

describe("a month that is not that of the bills", () => {
  test.each([
    "The courier is paid at £41.00 an hour, limited to £820.00 a month.",
    "Accounts are due at the end of the month after the month of invoice.",
    "Invoices are payable 30 days from the end of the month in which they are issued.",
    "A charge of $40 is added for each month an invoice is overdue.",
    "El servicio se factura a 33,00 € por hora, con un tope de 660,00 € al mes.",
  ])("%s", (clause) => {
    expect(valuesOf("billing", clause)).toEqual([]);
  });

  test.each([
    ["Invoices go out on the fifth day of each month and are due 30 days after receipt.", "month"],
    ["Rechnungsstellung monatlich.", "month"],
    ["De opdrachtnemer factureert vierwekelijks achteraf.", "four-weeks"],
    ["The Consultant submits her invoice within 7 days of month end.", "month"],
  ])("but it is here: %s", (clause, frequency) => {
    expect(valuesOf("billing", clause)).toMatchObject([{ frequency }]);
  });
});

test("a day that bills go out on is none that they are paid on", () => {
  expect(
    valuesOf(
      "payment-terms",
      "Bills are raised by the 4th of the following month and are to be paid within 20 days.",
    ),
  ).not.toContainEqual(expect.objectContaining({ days: 4 }));
});

test("the last day of a month belongs to the term that it ends", () => {
  expect(
    valuesOf("duration", "This agreement runs from 9 February 2026 until 31 October 2026."),
  ).toMatchObject([{ from: "2026-02-09", to: "2026-11-01" }]);
  expect(
    valuesOf("duration", "This agreement runs from 9 February 2026 until 14 October 2026."),
  ).toMatchObject([{ to: "2026-10-14" }]);
});
