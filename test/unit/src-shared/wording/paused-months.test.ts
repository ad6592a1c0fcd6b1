import { describe, expect, test } from "vitest";
import { pausedMonthsIn } from "../../../../src-shared/wording/index.ts";

describe("months for which a clause says that a fee is not charged", () => {
  test.each([
    ["No cleaning fee is due for July and August.", [7, 8]],
    ["The pool service is suspended from November to March.", [11, 12, 1, 2, 3]],
    ["Im Dezember wird die Wartung nicht berechnet.", [12]],
    ["L'abonnement n'est pas dû pour le mois d'août.", [8]],
    ["In juli vervalt de vergoeding.", [7]],
  ])("%s", (clause, months) => {
    expect(pausedMonthsIn(clause)).toEqual(months);
  });

  test.each([
    "The fee is due in July and August.",
    "The fee is charged monthly and not in advance.",
    "From 1 March the fee rises to 200.",
  ])("%s: none", (clause) => {
    expect(pausedMonthsIn(clause)).toEqual([]);
  });
});
