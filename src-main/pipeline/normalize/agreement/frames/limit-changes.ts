import { add, isEqual } from "../../../../../src-shared/money/index.ts";
import type { FrameMatch } from "../engine/frame.ts";
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
