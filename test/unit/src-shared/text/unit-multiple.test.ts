import { expect, test } from "vitest";
import { fillSentence, unitMultiple } from "../../../../src-shared/text/index.ts";

test.each([
  ["1000 call", { count: "1000", of: "call" }],
  ["4-week", { count: "4", of: "week" }],
  ["28 day", { count: "28", of: "day" }],
  ["hour", null],
  ["half-day", null],
])("%s is so many of a unit, or a unit of its own", (unit, multiple) => {
  expect(unitMultiple(unit)).toEqual(multiple);
});

test("several of so many stand behind a sign of their own, so that three times four weeks are no 34", () => {
  const said = ["4-week", "1000 call", "hour"].map((unit) =>
    fillSentence({ code: "words/units", facts: { unit } }),
  );
  expect(said).toEqual([" × 4 weeks", " × 1000 calls", " hours"]);
});
