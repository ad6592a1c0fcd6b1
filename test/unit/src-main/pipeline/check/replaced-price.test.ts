import { describe, expect, it } from "vitest";
import { isReplaced } from "../../../../../src-main/pipeline/check/replaced-price.ts";
import { decimalText } from "../../../../../src-shared/money/index.ts";

const clauses = [
  "From 1 May the weekly fee is raised from $420.00 plus tax to $455.00 plus tax.",
  "À partir du 1er mai, le forfait passe de 420,00 € HT à 455,00 € HT.",
  "Ab 1. Mai steigt die Pauschale von 420,00 € netto auf 455,00 € netto.",
];

describe("a price that a clause replaces", () => {
  it.each(clauses)("is the one behind the word for from: %s", (clause) => {
    expect(isReplaced(decimalText("420.00"), clause)).toBe(true);
    expect(isReplaced(decimalText("455.00"), clause)).toBe(false);
  });

  it("is none where a price is only named", () => {
    expect(isReplaced(decimalText("420.00"), "The weekly fee is $420.00 from 1 May to 30 June.")).toBe(false);
  });
});
