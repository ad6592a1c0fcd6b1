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

describe("lines under words that announce stages", () => {
  const stagesOf = (text: string): readonly string[] =>
    termsOf(contractWith(text)).flatMap((term) =>
      term.type === "milestone"
        ? [
            `${term.value.amount ?? term.value.percent ?? "?"} ${term.value.acceptance ? "accepted" : "as done"}`,
          ]
        : [],
    );

  test("each waits for what the words over all of them ask", () => {
    expect(
      stagesOf(
        "The price is paid in the following stages, each after written acceptance by the Client:\nFrame set up: $7,000.00\nRoof closed: $5,000.00\n",
      ),
    ).toEqual(["7000.00 accepted", "5000.00 accepted"]);
  });

  test("a part in words is a share, and so is what remains", () => {
    expect(
      stagesOf(
        "The price is paid in stages:\na) a quarter when both have signed;\nb) 35% on delivery of the draft;\nc) the remaining 40% on delivery of the final print.\n",
      ),
    ).toEqual(["25 as done", "35 as done", "40 as done"]);
  });
});
