import type { DecimalText } from "../money/index.ts";
import { isEqual, subtract, sum } from "../money/index.ts";
import { foldWording } from "./fold.ts";
import { wordingOf } from "./words.ts";

interface NamedAmount {
  readonly item: string;
  readonly amount: DecimalText;
}

const totalWords =
  /^(?:(?:grand|estimated|quoted|net|contract|project|job)\s+)?(?:total|sum|price|amount|gesamt\w*|summe|endsumme|totale?|somme|montant total|prix total|importe total|totaal)\b/;

/**
 * Sums of a list that are parts, without the row that only adds the others up.
 *
 * An estimate prints its lines and their total; the total is derived and never billed beside them.
 */
export function withoutTotals<T>(fees: readonly T[], read: (fee: T) => NamedAmount): readonly T[] {
  if (fees.length < 2) return fees;
  const whole = sum(fees.map((fee) => read(fee).amount));
  const totals = fees.filter((fee) => {
    const { item, amount } = read(fee);
    const isNamedSo = totalWords.test(foldWording(item).trim()) || wordingOf(item).content.length === 0;
    return isEqual(subtract(whole, amount), amount) && (isNamedSo || fees.length > 2);
  });
  return totals.length === 1 ? fees.filter((fee) => fee !== totals[0]) : fees;
}
