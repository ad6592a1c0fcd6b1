import { foldWording } from "./fold.ts";
import { monthsNamed } from "./month-words.ts";

const none = "(?:no|kein(?:e|en|er)?|aucune?|geen|ningun[ao]?|nessun[ao]?|nenhum(?:a)?)";
const not = "(?:not|nicht|pas|niet|no|non|nao)";
const charged =
  "(?:charged?|billed|payable|due|invoiced|applicable|berechnet|fallig|erhoben|in rechnung|geschuldet|factur\\w*|due?s?|percue?s?|verschuldigd|in rekening|berekend|gefactureerd|cobr\\w*|deveng\\w*|addebit\\w*|dovut\\w*|fattur\\w*|devid\\w*)";
const rest =
  "(?:paus(?:ed?|es|iert|ieren)|suspend(?:ed|s|ue?s?|id[ao]s?)|suspens[ao]s?|sospes[aoie]|waived|ruhen|ruht|entfallt|entfallen|ausgesetzt|opgeschort|vervalt|vervallen|se suspenden?|en pause|interrott[aoie])";
const pause = new RegExp(
  `\\b${none}\\b[^.;]{0,60}\\b${charged}\\b|\\b${not}\\b (?:[\\w']+ ){0,2}?${charged}\\b|\\b${rest}\\b`,
);
const through =
  /^ ?(?:-|–|—|to|through|until|bis|a|au|al|tot(?: en met)?|t\/m|ate)(?: (?:end|ende|fin|eind|fine) (?:of|de|van|di)?)? ?$/;

/** Months, 1 to 12, for which a clause says that a fee is not charged: "no fee is due for July and August". */
export function pausedMonthsIn(clause: string): readonly number[] {
  if (!pause.test(foldWording(clause))) return [];
  const months = monthsNamed(clause);
  const [first, last] = months;
  if (months.length !== 2 || first === undefined || last === undefined) return months;
  const words = clause.split(/([^\p{L}]+|\p{L}+)/u).filter((word) => word !== "");
  const at = words.flatMap((word, index) => (monthsNamed(word).length > 0 ? [index] : []));
  const [from, to] = [at[0] ?? 0, at[1] ?? 0];
  const between = foldWording(words.slice(from + 1, to).join(""));
  if (!through.test(between)) return months;
  const [start = 0] = monthsNamed(words[from] ?? "");
  const [end = 0] = monthsNamed(words[to] ?? "");
  const count = ((end - start + 12) % 12) + 1;
  return Array.from({ length: count }, (_, index) => ((start - 1 + index) % 12) + 1);
}
