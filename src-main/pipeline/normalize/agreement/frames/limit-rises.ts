import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import { withoutExclusions } from "../engine/exclusions.ts";
import type { Reading } from "../engine/reading.ts";
import { isAboutExpenses } from "../lexicon/expense-words.ts";
import { isMoney } from "../literals/literal.ts";
import type { Literal } from "../literals/literal.ts";

/** What a sentence makes of a limit that was agreed before. */
export interface LimitRise {
  /** The figure that the term is read from. */
  readonly anchor: Literal;
  /** The new limit, where it is said. */
  readonly to: DecimalText | null;
  /** What comes on top of the old one, where no new limit is said. */
  readonly by: DecimalText | null;
}

const limit =
  /(?<![\p{L}])(?:(?:fee |cost |price |spend(?:ing)? )?(?:cap|ceiling|limit|maximum)|not[- ]to[- ]exceed(?: amount| figure| sum)?|nte|upset(?: limit)?|\p{L}*(?:obergrenze|hochstbetrag|hochstgrenze|kostendach|kostenlimit|deckel)|plafond|limite|tope|importe maximo|montant maxim(?:al|um)|tetto|massimale|maximumbedrag|kostenplafond|teto|valor maximo)(?![\p{L}])/u;
const rises =
  /(?<![\p{L}])(?:raised?|increase[sd]?|lifted|goes up|go up|extended|upped|lowered|reduced|angehoben|erhoht|heraufgesetzt|gesenkt|aufgestockt|portee?|augmentee?|releve[e]?|passe|majoree?|abaissee?|ampli\w+|aument\w+|eleva\w*|sub[ei]\w*|increment\w+|innalzat\w|portat\w|verhoogd|opgetrokken|verlaagd|aumentad\w|elevad\w)(?![\p{L}])/u;

const currency = "(?:the sum of |the amount of |eur |usd |gbp |chf |us ?)?$";
const by = new RegExp(
  `(?<![\\p{L}])(?:by|um|d'|de|en|di|met|em|com|con)(?: an?)?(?: (?:additional|further|extra|another|weitere[nr]?|zusatzliche[nr]?|zusatzlich))? ${currency}`,
  "u",
);
const to = new RegExp(
  `(?<![\\p{L}])(?:to|auf|a|al?|ad|hasta|tot|naar|op|para|fino a|so that [^.;]{3,60} not exceed)(?: an?)?(?: (?:new|total|now|nunmehr|neu|nuevo|nouveau))?(?: (?:limit|total|sum|amount) of)? ${currency}`,
  "u",
);

/** A liability cap, a sum insured and a limit of what is passed on may rise, too, and limit no fees. */
function isOtherLimit(reading: Reading): boolean {
  if (reading.has("liability") || reading.has("insurance") || reading.has("interest")) return true;
  const said = withoutExclusions(reading.folded);
  return isAboutExpenses.test(said) && !/\b(?:fees?|price|compensation)\b/.test(said);
}

/** "The cap goes up by £4,000", "von 22.000 EUR auf 26.000 EUR angehoben"; `null` for a sentence that changes no limit. */
export function limitRise(reading: Reading): LimitRise | null {
  const { folded, literals } = reading;
  if (!limit.test(folded) || !rises.test(folded) || isOtherLimit(reading)) return null;
  const money = literals.filter(isMoney);
  if (money.length === 0 || money.length > 3) return null;
  const target = money.findLast((literal) => to.test(reading.before(literal, 40)));
  if (target !== undefined && (money.length > 1 || !by.test(reading.before(target, 40))))
    return { anchor: target, to: target.value, by: null };
  const [only] = money;
  return money.length === 1 && only !== undefined && by.test(reading.before(only, 40))
    ? { anchor: only, to: null, by: only.value }
    : null;
}
