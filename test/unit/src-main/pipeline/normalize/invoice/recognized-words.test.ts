import { expect, test } from "vitest";
import { readingOf } from "../../../../../../src-main/pipeline/normalize/invoice/recognized-words.ts";
import { wordToTokens } from "../../../../../../src-main/pipeline/normalize/invoice/token-lines.ts";
import { defaultConventions, numbersIn, recognized } from "./recognized-tokens.ts";
import type { Word } from "../../../../../../src-shared/model/index.ts";

test.each([
  ["dirt around an amount", "16.178,15<", "16.178,15", false],
  ["a quote before a date", "“22/08/2026", "22/08/2026", false],
  ["letters that look like figures", "1O0,S0", "100,50", true],
  ["one mark for groups and decimals", "1.681.75", "1.681,75", true],
  ["a code keeps its letters", "SO-10I", "SO-10I", false],
  ["letters and figures of a tax id whose check digits then hold", "1T00743110157", "IT00743110157", true],
  ["a letter of the tax id itself", "NLOO4495445BO1", "NL004495445B01", true],
  ["a number that has the form of one, but not its check digits", "1T00743110158", "1T00743110158", false],
  ["a unit keeps its letters", "5l", "5l", false],
  ["a word keeps its shape", "Basis|", "Basis|", false],
])("%s: %s", (_name, text, read, isMended) => {
  expect(readingOf(recognized(text))).toMatchObject({ text: read, isMended });
});

test.each([
  ["NLO01187340B01", undefined, "NL001187340B01"],
  ["|E6634207K", undefined, "IE6634207K"],
  ["IEQ634207K", "IE6634207K", "IE6634207K"],
  ["GHTO80115AB3", "GHT080115AB3", "GHT080115AB3"],
  ["12.05.2026—", undefined, "12.05.2026–"],
  ["12/05/20269:40:11", undefined, "12/05/2026 9:40:11"],
])("%s beside %s is read as %s", (text, other, meant) => {
  expect(readingOf(recognized(text, other)).text).toBe(meant);
});

test.each(["FIB1234567", "INVO04518", "EEO-1", "|E66", "SO4471802"])("%s is left as it is", (text) => {
  expect(readingOf(recognized(text)).text.replace(/^E66$/, "|E66")).toBe(text);
});

test("printed text is never mended", () => {
  const printed: Word = { ...recognized("1O0,00<"), source: "text" };
  expect(readingOf(printed)).toEqual({ text: "1O0,00<", isMended: false });
});

test("of two readings the one with the form of an amount is taken; two amounts stay open", () => {
  expect(readingOf(recognized("5.9%422,583€e", "5.942,63€"))).toMatchObject({ text: "5.942,63€" });
  expect(readingOf(recognized("1700743110157", "1T00743110157"))).toMatchObject({ text: "IT00743110157" });
  expect(readingOf(recognized("614.207", "614.20T"))).toMatchObject({ text: "614.20T" });
  expect(readingOf(recognized("85,25", "85,26"))).toMatchObject({ text: "85,25", other: "85,26" });
});

test("a number of which the ink says two things has no value, but both readings", () => {
  const [found] = numbersIn(wordToTokens(recognized("85,25", "86,25"), 1), defaultConventions);
  expect(found?.reading).toMatchObject({ value: null, readings: ["85.25", "86.25"], doubt: "ink" });
  const [same] = numbersIn(wordToTokens(recognized("85,25", "85.25"), 1), defaultConventions);
  expect(same?.reading.value).toBe("85.25");
});

test("a label that is glued to its rate is parted from it", () => {
  const parts = (text: string): readonly string[] =>
    wordToTokens(recognized(text), 1).map((token) => token.text);
  expect([parts("TVA(20,00"), parts("IVA22%"), parts("M8x40"), parts("Exmo(s)")]).toEqual([
    ["TVA", "(20,00"],
    ["IVA", "22%"],
    ["M8x40"],
    ["Exmo(s)"],
  ]);
});
