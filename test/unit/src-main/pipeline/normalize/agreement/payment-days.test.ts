import { describe, expect, test } from "vitest";
import { valuesOf } from "./agreement-of.ts";

describe("from which day the days of payment count", () => {
  test.each([
    [
      "Invoices are due 30 days after their date and bear interest at 1% per month thereafter.",
      30,
      "invoice-date",
    ],
    ["The rest is due 7 days after the date of the bill.", 7, "invoice-date"],
    ["Verrechnung monatlich am Monatsende, zahlbar 20 Tage netto.", 20, "invoice-date"],
    ["Solde à quinze jours de la facture.", 15, "invoice-date"],
    ["A fatura é emitida no fim do mês, com vencimento em 10 dias.", 10, "invoice-date"],
    ["Crédito de 30 días.", 30, "invoice-date"],
    ["Pagamento a 60 giorni data fattura fine mese.", 60, "end-of-month"],
    ["Règlement à 45 jours fin de mois.", 45, "end-of-month"],
  ] as const)("%s", (clause, days, from) =>
    expect(valuesOf("payment-terms", clause)).toEqual([expect.objectContaining({ days, from })]),
  );
});

test("rows of labels over rows of their values", () => {
  const form =
    "| SUBSCRIPTION TERM | BILLING |\n|---|---|\n| 12 months from 1 February 2026 | Monthly in arrears, due 14 days |\n| | from invoice date |";
  expect(valuesOf("payment-terms", form)).toEqual([{ days: 14, from: "invoice-date" }]);
  expect(valuesOf("billing", form)).toEqual([
    expect.objectContaining({ frequency: "month", timing: "arrears" }),
  ]);
});
