import { describe, expect, it } from "vitest";
import { withWholeFigures } from "../../../../../../src-main/pipeline/normalize/invoice/broken-figures.ts";
import type { Token } from "../../../../../../src-main/pipeline/normalize/invoice/token.ts";
import { defaultConventions, numbersIn, recognized } from "./recognized-tokens.ts";

const size = 0.012;

/** A line of words in a typewriter face, each behind so much white as is asked for, in letter sizes. */
function line(...words: readonly (readonly [text: string, white: number])[]): readonly Token[] {
  let left = 0.1;
  return words.map(([text, white]) => {
    left += white * size;
    const right = left + (text.length * size) / 2;
    const token = { text, word: recognized(text), left, right, top: 0.1, bottom: 0.112, bold: false, size };
    left = right;
    return token;
  });
}

const amounts = (tokens: readonly Token[]): readonly unknown[] =>
  numbersIn(withWholeFigures(tokens), defaultConventions).map(({ reading }) => reading.value);

describe("amounts that recognition parts at their mark", () => {
  it("are one where they stand alone in their cells", () => {
    expect(amounts(line(["890,", 0], ["00", 0.6], ["2.670,", 6], ["00", 0.6]))).toEqual([
      "890.00",
      "2670.00",
    ]);
  });

  it("stay two figures in a list, and where white of a column parts them", () => {
    expect(amounts(line(["Titel", 0], ["10,", 0.5], ["20", 0.5], ["und", 0.5], ["30", 0.5]))).toEqual([
      "10",
      "20",
      "30",
    ]);
    expect(amounts(line(["890,", 0], ["00", 4]))).toEqual(["890", "0"]);
  });
});
