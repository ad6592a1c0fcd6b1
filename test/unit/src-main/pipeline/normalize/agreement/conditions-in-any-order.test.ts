import { describe, expect, test } from "vitest";
import { termsOf, valuesOf } from "./agreement-of.ts";

describe("conditions by what they count, in whatever words", () => {
  test.each([
    ["All sums become payable one month after the invoice was issued.", 30, "invoice-date"],
    ["You have two weeks from receiving our bill to pay it.", 14, "receipt"],
    ["Les factures sont réglées dans les trente jours de leur réception.", 30, "receipt"],
    ["Le fatture saranno saldate entro 60 giorni dalla data di emissione.", 60, "invoice-date"],
    ["As faturas vencem-se 30 dias após a data de emissão.", 30, "invoice-date"],
  ] as const)("days of payment: %s", (clause, days, from) =>
    expect(valuesOf("payment-terms", clause)).toEqual([{ days, from }]),
  );

  test("of two counts of days the fewer go with the discount", () => {
    expect(valuesOf("payment-terms", "8 Tage 3 % Skonto, danach 30 Tage rein netto.")).toEqual([
      { days: 30, from: "invoice-date", earlyDiscount: { percent: "3", days: 8 } },
    ]);
  });

  test.each([
    ["Balances unpaid after the due date accrue 1.25% monthly.", "1.25", "month"],
    ["El impago devengará un interés del 8 % anual.", "8", "year"],
    ["Bij te late betaling is 1% rente per maand verschuldigd.", "1", "month"],
  ])("late interest: %s", (clause, percent, per) =>
    expect(valuesOf("late-fee", clause)).toEqual([expect.objectContaining({ percent, per })]),
  );
  test("a fine for late work is no interest", () => {
    expect(valuesOf("late-fee", "Late deliveries: 1% of the line value per week.")).toEqual([]);
  });

  test.each([
    ["7 % MwSt. auf Bücher, 19 % auf alles Übrige.", ["7", "19"]],
    ["GST at 18% (CGST 9% + SGST 9%) is extra.", ["18"]],
    ["Mehrwertsteuersatz: 8,1 %", ["8.1"]],
    ["20% on signing 4,800.00 plus VAT", []],
  ])("rates of a tax stand beside its name: %s", (clause, rates) =>
    expect(valuesOf("tax", clause).map(({ rate }) => rate)).toEqual(rates),
  );

  test.each([
    ["Hours not billed within three months of being worked cannot be charged.", 90],
    ["Claims over 45 days after the journey will not be met.", 45],
    ["Les prestations de plus de 90 jours ne pourront plus être facturées.", 90],
    ["Toda factura presentada pasados 120 días de la entrega se tendrá por caducada.", 120],
  ])("charges that come too late: %s", (clause, days) =>
    expect(valuesOf("charge-age", clause)).toEqual([{ days }]),
  );

  test("who retains a share of each payment is no matter of keeping customers", () =>
    expect(
      valuesOf("retention", "The Customer retains 6 % of each payment until completion.").map(
        ({ percent }) => percent,
      ),
    ).toEqual(["6"]));

  test("what a discount may come to is no price", () => {
    const clause = "The Supplier grants a discount of 8 % on all fees, capped at $90.00 per invoice.";
    expect(valuesOf("rate", clause)).toEqual([]);
    expect(valuesOf("discount", clause).map(({ percent }) => percent)).toEqual(["8"]);
  });

  test.each([
    ["Charges for part of a month are worked out day by day.", "actual/actual"],
    ["Broken months are charged pro rata on a month of 30 days.", "30/360"],
    ["Le mois entamé est dû en entier.", "whole-month"],
    ["We don't refund part months.", "none"],
    ["For incomplete months the rent is reckoned on a month of thirty days.", "30/360"],
  ])("a broken period: %s", (clause, basis) => expect(valuesOf("proration", clause)).toEqual([{ basis }]));

  test.each([
    ["Facturering vindt plaats per vier weken.", "four-weeks"],
    ["A single statement is rendered each quarter in arrear.", "quarter"],
    ["Situations mensuelles remises le 25.", "month"],
  ])("how often invoices come: %s", (clause, frequency) =>
    expect(valuesOf("billing", clause)).toEqual([expect.objectContaining({ frequency })]),
  );

  test.each([
    ["Each April the rates move in line with RPI, to a maximum of 4 per cent.", "RPI", "4"],
    ["Adeguamento ISTAT annuale dei prezzi, massimo 3%.", "ISTAT", "3"],
    ["Les prix suivent chaque 1er mars l'indice suisse des prix.", "indice suisse des prix", undefined],
  ])("prices that follow an index: %s", (clause, index, cap) => {
    const [value] = valuesOf("escalator", clause);
    expect([value?.index, value?.cap]).toEqual([index, cap]);
  });

  test.each([
    ["Agreement period: 1 May 2026 to 30 April 2027", "2026-05-01", "2027-05-01"],
    [
      "The Provider will clean the halls from Monday 4 May 2026 until Friday 30 April 2027.",
      "2026-05-04",
      "2027-05-01",
    ],
  ])("the life of an agreement: %s", (clause, from, to) =>
    expect(valuesOf("duration", clause, "Term")).toEqual([expect.objectContaining({ from, to })]),
  );

  test.each([
    ["No se reconocen viáticos ni gastos adicionales.", "expenses"],
    ["5% retention will not be accepted.", "retention"],
    ["Retenue de garantie : néant.", "retention"],
    ["Reiskosten worden niet vergoed.", "expenses"],
  ])("an explicit none: %s", (clause, type) =>
    expect(
      termsOf(clause)
        .filter((term) => term.absent === true)
        .map((term) => term.type),
    ).toEqual([type]),
  );

  test.each([
    ["Reimbursable expenses are billed at 1.10 times our cost.", { markupPercent: "10.0" }],
    ["Fremdleistungen werden mit 12 % Aufschlag weiterberechnet.", { markupPercent: "12" }],
    ["Hotels and rail fares are charged up to $190.00.", { totalCap: "190.00" }],
  ])("costs passed on: %s", (clause, value) =>
    expect(valuesOf("expenses", clause)).toEqual([expect.objectContaining(value)]),
  );

  test.each([
    ["CONFIRMED PO 11907", "11907"],
    ["Accepted, order no. PHR 2026/037", "PHR 2026/037"],
    ["Commande client n° CF-2026-118", "CF-2026-118"],
  ])("the payer's order by its form: %s", (clause, number) =>
    expect(valuesOf("purchase-order", clause)).toEqual([{ number }]),
  );
});
