import { decimalText, isEqual, isZero, multiply } from "../../../../../src-shared/money/index.ts";
import type { Reading } from "../engine/reading.ts";
import { isMoney } from "../literals/literal.ts";
import type { Literal, MoneyLiteral } from "../literals/literal.ts";

/** "20 % (5.520,00 €)", "30 % du TTC à la commande, soit 1 552,32 €": what a share comes to, right behind it. */
const comesTo =
  /^ ?(?:(?:of|von|de|du|del|della|dei|do|da|van) (?:the |der |des |la |le |el |il |het |de )?[\p{L}. ]{2,40}?)?(?: ?(?:at|on|with|upon|bei|mit|zu|a la|a|al|alla|all'|na|no|bij)(?: [\p{L}']+){1,4})?,? ?(?:\(|[=–:-]|soit|c'est-a-dire|das (?:sind|entspricht|ergibt)|entspricht|d\.h\.|also|i\.e\.|that is|being|namely|equal(?:s| to)|ossia|cioe|pari a|es decir|o sea|ou seja|isto e|oftewel|dat is|zijnde)[ ,:]*$/u;

/** The sum that a share comes to; `null` without one. */
export function pairedSum(reading: Reading, share: Literal): MoneyLiteral | null {
  if (share.type !== "percent") return null;
  const next = reading.literals.find(
    (literal) => literal.start >= share.end && (literal.type === "money" || literal.type === "percent"),
  );
  return next?.type === "money" && comesTo.test(reading.folded.slice(share.end, next.start)) ? next : null;
}

/** The sums of a text that shares before them come to, found once. */
export function pairedSums(reading: Reading): ReadonlySet<Literal> {
  const known = found.get(reading);
  if (known !== undefined) return known;
  const stated = reading.literals.filter(({ type }) => type === "money" || type === "percent");
  const sums = new Set(
    stated.filter((sum, index) => {
      const share = stated[index - 1];
      return (
        sum.type === "money" &&
        share?.type === "percent" &&
        comesTo.test(reading.folded.slice(share.end, sum.start))
      );
    }),
  );
  found.set(reading, sums);
  return sums;
}

const found = new WeakMap<Reading, ReadonlySet<Literal>>();

const thatIs =
  /(?:[(=–-]|\b(?:soit|c'est-a-dire|das (?:sind|entspricht|ergibt)|entspricht|d\.h\.|also|i\.e\.|that is|being|equal(?:s|ling)?(?: to)?|equivalent to|or|ossia|cioe|pari a|es decir|o sea|ou seja|isto e|oftewel|dat is|zijnde))[ ,:]*(?:(?:a total of|un total de|insgesamt|in totaal|complessivi|no total de) )?$/u;
const farthest = 80;
/** How often one cadence fits into another: quarters and months of a year, months of a quarter. */
const multiples = ["2", "3", "4", "6", "12", "52"].map(decimalText);

/** Whether a sum is the one before it over a longer or shorter time: "220 € par mois, soit 660 € par trimestre". */
export function saysSumAgain(reading: Reading, anchor: MoneyLiteral): boolean {
  const before = reading.literals.findLast(
    (literal): literal is MoneyLiteral => isMoney(literal) && literal.end <= anchor.start,
  );
  if (before === undefined || anchor.start - before.end > farthest) return false;
  if (isZero(before.value) || !thatIs.test(reading.folded.slice(before.end, anchor.start))) return false;
  return multiples.some(
    (count) =>
      isEqual(multiply(before.value, count), anchor.value) ||
      isEqual(multiply(anchor.value, count), before.value),
  );
}
