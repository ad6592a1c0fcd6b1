import { describe, expect, test } from "vitest";
import { extraWorkNumbersIn, namesRetention } from "../../../../src-shared/wording/index.ts";

describe("the number of a change that a line names", () => {
  test.each([
    ["Sluice gate repair, change order no. 03", ["3"]],
    ["Variation 12: second pump", ["12"]],
    ["2. Nachtrag Nr. 2 Dachrinne", ["2"]],
    ["CO-7 extra lighting", ["7"]],
    ["Change order 3.5 hours", []],
    ["Additional works, 3 visits", []],
  ])("%s", (text, numbers) => {
    expect(extraWorkNumbersIn(text)).toEqual(numbers);
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
