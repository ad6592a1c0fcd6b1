import { describe, expect, test } from "vitest";
import { contractWith, termsOf } from "./agreement-of.ts";

const stages = `Milestone 1 Survey: 4,000.00 EUR
Milestone 2 Model: 9,000.00 EUR`;

const accepted = (clause: string): readonly boolean[] =>
  termsOf(contractWith(`${stages}\n\n${clause}`)).flatMap((term) =>
    term.type === "milestone" ? [term.value.acceptance] : [],
  );

describe("what a sentence says of each stage", () => {
  test.each([
    "Each milestone is invoiced after signature of its acceptance certificate.",
    "Every stage may be billed once the client has approved it in writing.",
    "Jeder Abschnitt wird nach seiner Abnahme berechnet.",
    "Chaque étape est facturée après réception par le client.",
    "Cada entrega se factura con la conformidad del cliente.",
  ])("makes all of them wait for it: %s", (clause) => {
    expect(accepted(clause)).toEqual([true, true]);
  });

  test.each([
    "Each milestone is invoiced when it is delivered.",
    "Chaque étape est payable à réception de la facture.",
    "Each deliverable is reviewed for acceptance within ten days.",
  ])("asks for nothing where no acceptance is needed to bill: %s", (clause) => {
    expect(accepted(clause)).toEqual([false, false]);
  });
});
