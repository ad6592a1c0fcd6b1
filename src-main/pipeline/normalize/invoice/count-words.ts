import { decimalText } from "../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../src-shared/money/index.ts";
import { foldText } from "../values/index.ts";

/** Counts up to twelve as words, in the languages that are read. */
const words: readonly (readonly [value: string, words: string])[] = [
  ["1", "one|ein|eine|einen|eins|un|une|een|uno|una|um|uma"],
  ["2", "two|zwei|deux|twee|dos|due|dois|duas"],
  ["3", "three|drei|trois|drie|tres|tre"],
  ["4", "four|vier|quatre|cuatro|quattro|quatro"],
  ["5", "five|funf|cinq|vijf|cinco|cinque"],
  ["6", "six|sechs|zes|seis|sei"],
  ["7", "seven|sieben|sept|zeven|siete|sette|sete"],
  ["8", "eight|acht|huit|ocho|otto|oito"],
  ["9", "nine|neun|neuf|negen|nueve|nove"],
  ["10", "ten|zehn|dix|tien|diez|dieci|dez"],
  ["11", "eleven|elf|onze|once|undici"],
  ["12", "twelve|zwolf|douze|twaalf|doce|dodici|doze"],
];

const values: ReadonlyMap<string, DecimalText> = new Map(
  words.flatMap(([value, names]) => names.split("|").map((name) => [name, decimalText(value)] as const)),
);

/** "three", "drei", "due": the count that a word names; `null` for any other word. */
export const countOfWord = (word: string): DecimalText | null =>
  values.get(foldText(word).replace(/[.,:]$/, "")) ?? null;
