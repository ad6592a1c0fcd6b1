import { expect, test } from "vitest";
import {
  matchWornColumn,
  matchWornField,
} from "../../../../../../src-main/pipeline/normalize/labels/index.ts";

const fieldOf = (text: string): string | undefined => matchWornField(text.split(" "))?.meanings[0]?.field;
const columnOf = (text: string): string | undefined => matchWornColumn(text.split(" "))?.meanings[0]?.field;

test.each([
  ["Or en de compra", "order-number"],
  ["Rechnungsnurnmer:", "invoice-number"],
  ["lnvoice date", "issue-date"],
])("%s is the label of %s but for a letter or two", (text, field) => {
  expect(fieldOf(text)).toBe(field);
});

test("a name of a column may be worn too", () => {
  expect([columnOf("Descriptlon"), columnOf("Einzelprels"), columnOf("Bezeichnnng")]).toEqual([
    "description",
    "price",
    "description",
  ]);
});

test.each(["Tote", "Brightwater", "Hamburg", "2026", "Faktor", "RE-2026-17", "Karlsruhe", "Consulting"])(
  "%s is no label",
  (text) => {
    expect([fieldOf(text), columnOf(text)]).toEqual([undefined, undefined]);
  },
);

test("a worn label counts less than a plain one", () => {
  expect(matchWornField(["Rechnungsnurnmer"])?.meanings[0]?.weight).toBeLessThan(1);
});
