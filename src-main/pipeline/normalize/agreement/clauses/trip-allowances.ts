import { allowanceUnitOf, tripCostsOf } from "../../../../../src-shared/wording/index.ts";
import type { CueFrame } from "../engine/cue-frame.ts";
import { projection } from "../engine/frame.ts";
import type { Reading } from "../engine/reading.ts";
import { isMoney } from "../literals/literal.ts";
import { countedUntil, isLimit } from "./expense-limits.ts";
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

/** A clause on what is paid back to people who travel, by its heading or label. */
const ofTravel =
  /(?<!\p{L})(?:travel|expenses?|subsistence|disbursements?|t&e|reise\p{L}*|spesen|auslagen|frais|deplacements?|viaticos|gastos|dietas|viajes|desplazamientos|spese|rimborsi|trasferte|despesas|deslocacoes|onkosten|reiskosten|reis-)(?!\p{L})/u;
const headOf = ({ folded, unit }: Reading): string =>
  `${unit.contexts.at(-1)?.folded ?? ""} ${/^[^:.;]{0,80}:/.exec(folded)?.[0] ?? ""}`;

const isDaily = ({ per }: MoneyLiteral): boolean =>
  per.some(({ unit }) => ["night", "day", "person"].includes(unit));

/** The kind of trip cost that is named closest before a sum, else the only one of its sentence. */
function costOf({ text }: Reading, money: Literal, previous: number, all: readonly string[]): string | null {
  const ahead = text.slice(previous, money.start);
  const own = tripCostsOf(ahead.split(/[,;:]/).at(-1) ?? "");
  const before = own.length > 0 ? own : tripCostsOf(ahead);
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
    if (costs.length === 0) return [];
    const isPaidBack = ofTravel.test(headOf(reading));
    let lastCost: string | null = null;
    return sums.flatMap((money, index) => {
      const previous = sums[index - 1]?.end ?? 0;
      const next = sums[index + 1]?.start ?? text.length;
      const own = folded.slice(previous, next);
      const printed = text.slice(
        money.start,
        Math.max(money.end, money.per[0]?.span.end ?? 0, countedUntil(reading, money) ?? 0),
      );
      const words = `${text.slice(previous, money.start)} ${printed}`;
      const isAside = index > 0 && /\([^()]*$/.test(folded.slice(previous, money.start));
      const isCounted =
        isDaily(money) || isAside || allowanceUnitOf(words) !== null || countedUntil(reading, money) !== null;
      const isMost =
        isLimit(reading, money) ||
        (money.bound === null && (limited.test(own) || deniedPast.test(own))) ||
        (money.bound === null && isPaidBack);
      const cost: string | null = isAside ? lastCost : costOf(reading, money, previous, costs);
      lastCost = cost;
      // The kilometre has its price.
      if (!isCounted || !isMost || cost === null || cost === "mileage") return [];
      return [
        projection<"expenses">({
          type: "expenses",
          key: `expenses|${cost}|unit${isAside ? `|${words.trim().toLowerCase()}` : ""}`,
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
