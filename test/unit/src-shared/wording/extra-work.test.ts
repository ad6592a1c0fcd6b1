import { describe, expect, test } from "vitest";
import {
  changeNumberOf,
  extraWorkNumbersIn,
  namesChangeNumber,
  namesRetention,
} from "../../../../src-shared/wording/index.ts";

describe("the number of a change that a line names", () => {
  test.each([
    ["Sluice gate repair, change order no. 03", ["3"]],
    ["Variation 12: second pump", ["12"]],
    ["2. Nachtrag Nr. 2 Dachrinne", ["2"]],
    ["CO-7 extra lighting", ["7"]],
    ["Amendments 2 and 5, dredging", ["2"]],
    ["Mehrpreis gemäß Nachträgen, Nachtrag: 04", ["4"]],
    ["Change no. 6, larger fan", ["6"]],
    ["Adenda n.º 3, bomba", ["3"]],
    ["Change order 3.5 hours", []],
    ["Filter change 2", []],
    ["Brandt & Co. 12 gaskets", []],
    ["Additional works, 3 visits", []],
  ])("%s", (text, numbers) => {
    expect(extraWorkNumbersIn(text)).toEqual(numbers);
  });
});

describe("the place of a change by its number", () => {
  test.each([
    ["3", "3"],
    ["CO-03", "3"],
    ["Nachtrag 012", "12"],
    ["CO-2026-03", "3"],
    ["10452", null],
    ["CO-2026", null],
  ])("%s: %s", (number, place) => {
    expect(changeNumberOf(number)).toBe(place);
  });

  test.each([
    ["Change order 3, second pump", "CO-03", true],
    ["Second pump as per CO-2026-03", "CO-2026-03", true],
    ["Change order 4, second pump", "CO-03", false],
    ["3 pumps", "CO-03", false],
  ])("%s names %s: %s", (text, number, is) => {
    expect(namesChangeNumber(text, number)).toBe(is);
  });
});

describe("words of a deduction from a whole invoice", () => {
  test.each([
    ["Retention 5 %", true],
    ["Sicherheitseinbehalt", true],
    ["Retenue de garantie 5 %", true],
    ["Volume discount", false],
  ])("%s keeps back: %s", (reason, is) => {
    expect(namesRetention(reason)).toBe(is);
  });
});
