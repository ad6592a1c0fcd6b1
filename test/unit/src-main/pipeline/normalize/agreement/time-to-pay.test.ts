import { describe, expect, test } from "vitest";
import { valuesOf } from "./agreement-of.ts";

describe("days of other deeds are no terms of payment", () => {
  test.each([
    "Consultant shall deliver its working papers within five (5) business days after receipt of a request.",
    "Client shall have seven days after its receipt to accept or decline any order.",
    "All messages that Provider receives shall be answered within one business day.",
    "Each Party, within 2 working days of receiving such a proposal, shall reply to the other.",
    "Client may query or return an invoice and shall do so within 7 days of receipt.",
    "Notices shall be deemed given two days after they were posted, return receipt requested.",
    "Provider keeps a 20 day delivery schedule for all orders that are paid.",
    "If an order is placed, Client shall approve or reject the draft within 15 days from the date of receipt of the same.",
    "Der Auftragnehmer gibt bezahlte Unterlagen innerhalb von 30 Tagen nach Aufforderung zurück.",
    "Toute pénalité est payable dans les 15 jours de la demande.",
  ])("%s", (clause) => expect(valuesOf("payment-terms", clause)).toEqual([]));
});

describe("nor are days of one sum, or of a case", () => {
  test.each([
    "A signing sum of $80,000 is payable within ten days of the Effective Date.",
    "Client shall pay a further $50,000 within thirty days of achieving each milestone.",
    "If the Hirer engages one of our nurses within 14 weeks, it shall pay an invoice for the introduction.",
    "If a dispute over an invoice is resolved, Client shall pay the agreed sum within five days thereafter.",
    "In the event that Client terminates early, it shall, within 30 days of Provider's invoice, pay the costs of winding down.",
    "Provider shall remit all sums due within 30 days of receipt of cleared funds.",
  ])("%s", (clause) => expect(valuesOf("payment-terms", clause)).toEqual([]));
});

describe("days within which invoices are to be paid, whatever stands between", () => {
  test.each([
    [
      "Client shall pay, or dispute in good faith, the sum no later than 60 days after receipt of the invoice.",
      60,
    ],
    ["Client shall, within 45 days of the invoice date, pay all undisputed amounts.", 45],
    ["Payment shall be made within 30 days of receipt of the invoice and its documentation.", 30],
    ["Provider's bills will be cleared within 14 days.", 14],
    ["If it is not disputed, an invoice shall be paid within 21 days of receipt.", 21],
    ["Payment falls due 28 days after the valuation date.", 28],
    ["Pay is 30 days from receipt of clean paperwork.", 30],
    ["Provider will invoice Client on a net 20 day basis.", 20],
  ] as const)("%s", (clause, days) =>
    expect(valuesOf("payment-terms", clause)).toEqual([expect.objectContaining({ days })]),
  );
});
