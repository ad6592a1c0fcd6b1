import fc from "fast-check";
import { expect, test } from "vitest";
import { compareWords } from "../../../../src-renderer/components/inline-diff/compare-words.ts";

test("what changed stands between what stayed", () => {
  expect(compareWords("Senior Engineer: $185.00 per hour", "Senior Engineer: $195.00 per hour")).toEqual([
    { text: "Senior Engineer:", is: "same" },
    { text: "$185.00", is: "removed" },
    { text: "$195.00", is: "added" },
    { text: "per hour", is: "same" },
  ]);
});

test("without what came the old text is left, without what went the new one", () => {
  const words = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 9 }).map((list) => list.join(" "));
  fc.assert(
    fc.property(words, words, (before, after) => {
      const pieces = compareWords(before, after);
      const without = (is: string): string =>
        pieces
          .filter((piece) => piece.is !== is)
          .map(({ text }) => text)
          .join(" ");
      expect(without("added")).toBe(before);
      expect(without("removed")).toBe(after);
    }),
  );
});
