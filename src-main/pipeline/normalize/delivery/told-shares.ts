import type { DecimalText } from "../../../../src-shared/money/index.ts";
import { openConvention, parseAmount, type NumberConvention } from "../values/number.ts";
import { foldText } from "../values/fold.ts";
import { parseMonth } from "../values/month.ts";
import { weekdayAt } from "./paper-days.ts";

/** Hours of one of several persons in a sentence: "me 6 hrs, Sam 6 hrs, taking up floors". */
export interface ToldShare {
  /** `null` for the writer. */
  readonly person: string | null;
  readonly quantity: DecimalText;
}

/** The hours that a sentence gives to each of several persons, and the words behind the last of them. */
export interface ToldShares {
  readonly shares: readonly ToldShare[];
  readonly rest: string;
}

const writer = /^(?:me|myself|ich|moi|ik|yo|io|eu)$/;
const share =
  /(?<![\p{L}\d])(\p{L}[\p{L}'’-]*)\s*:?\s+(\d{1,2}(?:[.,]\d{1,2})?)\s?(?:hours?|hrs?|h|std\.?|stunden|uur|uren|heures?|horas?|ore)?(?=[\s,;.]|$)/giu;
const fewest = 2;

/** Two shares and more that follow each other with "and" or a comma between them; `null` for anything else. */
export function sharesIn(words: string, numbers: NumberConvention = openConvention): ToldShares | null {
  const found: ToldShare[] = [];
  let end = 0;
  for (const match of words.matchAll(share)) {
    const [whole, name = "", digits = ""] = match;
    const isWriter = writer.test(foldText(name));
    const isName =
      /^\p{Lu}\p{Ll}/u.test(name) && parseMonth(foldText(name)) === null && weekdayAt(name) === null;
    const quantity = parseAmount(digits, numbers)?.value ?? null;
    const between = foldText(words.slice(end, match.index));
    const isNext = found.length === 0 || /^\s*(?:[,;]\s*)?(?:(?:and|und|et|en|y|e)\s+)?$/.test(between);
    if ((!isWriter && !isName) || quantity === null || !isNext) {
      if (found.length > 0) break;
      continue;
    }
    found.push({ person: isWriter ? null : name, quantity });
    end = match.index + whole.length;
  }
  return found.length < fewest ? null : { shares: found, rest: words.slice(end) };
}

/** The persons among whom sentences part hours. */
export const namesShared = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) => sharesIn(text)?.shares.flatMap(({ person }) => person ?? []) ?? []);
