import { allowanceUnitOf, tripCostsOf } from "../../../../../src-shared/wording/index.ts";
import type { CueFrame } from "../engine/cue-frame.ts";
import { projection } from "../engine/frame.ts";
import type { Reading } from "../engine/reading.ts";
import { atCostWords, noMarkupWords, proofWords } from "../lexicon/expense-words.ts";
import { isMoney } from "../literals/literal.ts";
import type { Literal, MoneyLiteral } from "../literals/literal.ts";

/** Words that make a sum the most that is paid back, where no bound stands right before it. */
const limited =
  /(?<!\p{L})(?:limit(?:ed|s)?|capped|cap|maximum|max\.?|at most|up to|ceiling|hochst\p{L}*|maximal|bis zu|begrenzt|gedeckelt|obergrenze|plafon\p{L}*|limite\p{L}*|tope|maximo|limitad\p{L}*|massimo|tetto|limitat\p{L}*|maximaal|hoogste|hooguit|teto)(?!\p{L})/u;
/** An allowance is a price, unless nothing is paid past it: "meals are not paid beyond it". */
const deniedPast =
  /(?<!\p{L})(?:not|no|nothing|nicht|nichts|keine?|pas|rien|nada|niente|non|niet|niets|nao|n'est)(?!\p{L})[^.;]{0,40}(?<!\p{L})(?:beyond|above|over|more|exceeding|daruber|hinaus|au-dela|plus|mas|encima|oltre|piu|boven|meer|alem|acima|mais)(?!\p{L})/u;
/** Who sells beds or meals prices them: these words speak of a price. */
const sold =
  /(?<!\p{L})(?:single|double|twin) rooms?|(?:einzel|doppel)zimmer|rate card|price list|preisliste(?!\p{L})/u;

const isDaily = ({ per }: MoneyLiteral): boolean =>
  per.some(({ unit }) => ["night", "day", "person"].includes(unit));

/** The kind of trip cost that is named closest before a sum, else the only one of its sentence. */
function costOf({ text }: Reading, money: Literal, previous: number, all: readonly string[]): string | null {
  const before = tripCostsOf(text.slice(previous, money.start));
  return before.at(-1) ?? (all.length === 1 ? (all[0] ?? null) : null);
}

/**
 * "Hotels: at most £140 per night, meals up to £35 a day", "L'hébergement est plafonné à 150 € par nuit": what is paid
 * back of a trip cost for a night or a day, in any words of a limit.
 */
export const tripAllowanceFrame: CueFrame = {
  id: "trip-allowance",
  cue: /\d/,
  veto: sold,
  project: (reading) => {
    const { folded, text, unit } = reading;
    const sums = reading.literals.filter(isMoney);
    if (sums.length === 0 || unit.zone === "boilerplate" || unit.zone === "signature") return [];
    const costs = tripCostsOf(text);
    // At cost, against receipts: the rule for what is passed on says it all.
    if (costs.length === 0 || [atCostWords, noMarkupWords, proofWords].some((words) => words.test(folded)))
      return [];
    return sums.flatMap((money, index) => {
      const previous = sums[index - 1]?.end ?? 0;
      const next = sums[index + 1]?.start ?? text.length;
      const own = folded.slice(previous, next);
      const counted = money.per.find(({ cadence }) => cadence === null) ?? money.per[0];
      const until = Math.max(money.end, counted?.span.end ?? 0);
      const printed = text.slice(money.start, until);
      const words = `${text.slice(previous, money.start)} ${printed}`;
      const isCounted = isDaily(money) || allowanceUnitOf(words) !== null;
      const isLimit =
        money.bound === "<=" || (money.bound === null && (limited.test(own) || deniedPast.test(own)));
      const cost = costOf(reading, money, previous, costs);
      if (!isCounted || !isLimit || cost === null) return [];
      return [
        projection<"expenses">({
          type: "expenses",
          key: `expenses|${cost}|unit`,
          value: {
            types: [cost],
            unitCap: money.value,
          },
          conditions: [allowanceUnitOf(printed) === null ? words.trim() : printed],
          taken: [money],
          weight: 0.2,
        }),
      ];
    });
  },
};
