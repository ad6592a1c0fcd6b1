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

describe("stages that say themselves when they fall due", () => {
  const named = (text: string): readonly string[] =>
    termsOf(contractWith(text)).flatMap((term) =>
      term.type === "milestone"
        ? [`${term.value.name}: ${term.value.amount ?? "?"}${term.value.acceptance ? ", accepted" : ""}`]
        : [],
    );

  test("are called by the words before their sum", () => {
    expect(
      named("Survey map: $3,000.00, payable on approval.\nPump house: $9,000.00, payable on handover.\n"),
    ).toEqual(["Survey map: 3000.00, accepted", "Pump house: 9000.00"]);
    expect(named("Survey map approved by client: $3,000.00\nPump house signed off: $9,000.00\n")).toEqual([
      "Survey map approved by client: 3000.00, accepted",
      "Pump house signed off: 9000.00, accepted",
    ]);
  });

  test("share a sum that is named once, with the tax beside it", () => {
    expect(
      named(
        "The price of $8,000.00 plus 20 % VAT is paid thus: 25 % on acceptance of the map, 75 % on acceptance of the pump.",
      ),
    ).toEqual(["acceptance of the map: 2000, accepted", "acceptance of the pump: 6000, accepted"]);
  });

  test.each([
    "All milestones are payable once the Client has signed them off.",
    "Stage payments fall due on approval.",
    "Die Raten werden nach Abnahme fällig.",
    "Les jalons sont exigibles après validation par le client.",
    "A milestone is complete when the Client has accepted it.",
  ])("wait where a sentence says so of them all: %s", (clause) => {
    expect(accepted(clause)).toEqual([true, true]);
  });

  test.each([
    "The final milestone is payable once the Client has accepted it.",
    "The milestones are billed without acceptance.",
    "The milestones are payable within 30 days of approval of the invoice.",
  ])("do not where it speaks of one, of none or of a paper: %s", (clause) => {
    expect(accepted(clause)).toEqual([false, false]);
  });
});

describe("who accepts", () => {
  test.each([
    ["Acceptance is given by the Client's site manager, Iris Lund.", ["Iris Lund"]],
    ["Only Iris Lund or Ole Dahl may sign off the work.", ["Iris Lund", "Ole Dahl"]],
    ["Zur Abnahme berechtigt ist Frau Iris Lund.", ["Iris Lund"]],
  ])("%s", (clause, by) => {
    expect(termsOf(contractWith(clause))).toContainEqual(
      expect.objectContaining({ type: "acceptance", value: { by } }),
    );
  });
});
