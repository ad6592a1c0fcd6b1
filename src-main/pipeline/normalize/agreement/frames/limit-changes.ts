import { add, isEqual } from "../../../../../src-shared/money/index.ts";
import type { FrameMatch } from "../engine/frame.ts";
import type { Reading } from "../engine/reading.ts";
import { isMoney } from "../literals/literal.ts";
import type { MoneyLiteral } from "../literals/literal.ts";

/** "raised by $6,500 to $48,500": the first is an increase, the second the new limit. */
export function changeOf({ reading, anchor }: FrameMatch): MoneyLiteral["value"] | "old" | null {
  if (!isMoney(anchor)) return null;
  const money = reading.literals.filter(isMoney);
  const before = money.filter((literal) => literal.end <= anchor.start).at(-1);
  const [next, third] = money.filter((literal) => literal.start >= anchor.end);
  // "The limit of 10,000 is increased by 2,000 to 12,000": the figures say which one was.
  if (next !== undefined && third !== undefined && isEqual(add(anchor.value, next.value), third.value))
    return "old";
  if (
    /\bby (?:an additional )?$/.test(reading.before(anchor, 20)) &&
    next !== undefined &&
    /\bto (?:a total of |a new total of |the sum of )?$/.test(reading.before(next, 26))
  )
    return "old";
  if (
    /\bfrom $/.test(reading.before(anchor, 6)) &&
    next !== undefined &&
    /\bto $/.test(reading.before(next, 6))
  )
    return "old";
  // "Goes up by $12,000, from $40,000 to $52,000": the rise, the old limit and the new one.
  const first = before === undefined ? undefined : money.filter(({ end }) => end <= before.start).at(-1);
  const goesFrom = (literal: MoneyLiteral | undefined): boolean =>
    literal !== undefined &&
    /\b(?:from|von|de|van|da|del?) (?:the sum of )?(?:us)?$/.test(reading.before(literal, 20));
  const isRise = (literal: MoneyLiteral | undefined): boolean =>
    literal !== undefined &&
    /\b(?:by|um|de|en|del|met|em) (?:an additional )?(?:us)?$/.test(reading.before(literal, 20));
  if (isRise(anchor as MoneyLiteral) && goesFrom(next)) return "old";
  if (
    goesFrom(before) &&
    isRise(first) &&
    first !== before &&
    /\b(?:to|auf|a|al|tot|naar|para) (?:the sum of )?(?:us)?$/.test(reading.before(anchor, 20))
  )
    return first?.value ?? null;
  if (
    before !== undefined &&
    /\bby (?:an additional )?$/.test(reading.before(before, 20)) &&
    /\bto (?:a (?:new )?total of |the sum of )?$/.test(reading.before(anchor, 26))
  )
    return before.value;
  return null;
}

const insteadOf =
  /(?:instead of|rather than|in place of|in lieu of|replac(?:es|ing)|previously|formerly|was|old|former|bisher\w*|statt|anstelle von|anstatt|vorher|alte?r?|au lieu de|precedemment|ancien\w*|en lugar de|en vez de|antes|anterior|anziche|invece di|al posto di|prima|vecchi\w*|in plaats van|voorheen|oude?|em vez de|antiga?o?|anterior)(?: (?:price|sum|amount|fee|value|von|preis|betrag|prix|precio|prezzo|prijs|preco|of|de|di|:))*[ :(|]*(?:us)?$/u;
const upFrom = /(?:from|von|de|da|del?|van)(?: (?:the sum of|currently|bisher|formerly))? (?:us)?$/u;
const stepBy =
  /(?:by|um|d'un montant de|en|del?|di|met|em)(?: (?:an additional|a further|weitere))? (?:us)?$/u;
const upTo =
  /(?:to|auf|a|al?|tot|naar|op|para)(?: (?:a (?:new )?total of|the sum of|now|nunmehr))? (?:us)?$/u;

/** Of the sums in a sentence that changes one, the sum that holds from now on; `null` where the words do not tell. */
export function newSumOf(reading: Reading, sums: readonly MoneyLiteral[]): MoneyLiteral | null {
  const before = (sum: MoneyLiteral): string => reading.before(sum, 44);
  const open = sums.filter((sum, index) => {
    if (insteadOf.test(before(sum))) return false;
    const later = sums[index + 1];
    return later === undefined || !upFrom.test(before(sum)) || !upTo.test(before(later));
  });
  const steps = open.filter(
    (sum) => stepBy.test(before(sum)) && open.some((other) => upTo.test(before(other))),
  );
  const left = open.filter((sum) => !steps.includes(sum));
  const [only] = left;
  if (only === undefined || left.length > 1) return null;
  // "Increased by 6,500": the rise alone does not give the new sum.
  return sums.length === 1 && stepBy.test(before(only)) && !upTo.test(before(only)) ? null : only;
}
