import type { Unit } from "../../../../src-shared/model/index.ts";
import { parseUnit } from "../values/unit.ts";
import { titleKey } from "./title-key.ts";

/** A column that counts what was done or delivered. A table may have several: normal hours and overtime, pallets and weight. */
export interface Measure {
  readonly column: number;
  readonly counts: "hours" | "minutes" | "quantity";
  /** As printed. */
  readonly title: string;
  /** Unit that the title names, if it does. */
  readonly unit: Unit | null;
  /** What the title says beside unit and number: "OT", "Waiting", "Travel"; empty for the plain count. */
  readonly of: string;
  /** The column of how many did each so long: "Men | Hours each". */
  readonly times?: number;
  /** Columns that count again what this one holds: "Start | End | Hours | Night hours". */
  readonly parts?: readonly number[];
  /** The title is what is counted itself: "Ewes", "Courses B", "Guardia noche". */
  readonly isThing?: true;
  /** What a counter showed: its use lies between two rows. */
  readonly isReading?: true;
}

/** Titles of prices, sums of money, codes and states. */
export const priced =
  /\b(?:rate|price|tarif|tarief|tarifa|tariffa|\w*satz|\w*preis|prix|taux|\w*prijs|precio|prezzo|preco|cost|kosten|cout|costo|custo|charge|amount|betrag|montant|bedrag|importe|importo|valor|fee|eur|usd|gbp|chf|discount|tax|vat|mwst|tva|btw|iva|balance|id|no|nr|code|number|nummer|stand|reading|index)\b|[€$£%]/;
/** Titles of sums of other columns. */
export const total = /\b(?:total|totals|sum|summe|gesamt\w*|totaal|totale|suma|soma|all)\b/;
/** Of a weighing only the net weight was delivered; what came back or is still to come was not. */
export const undelivered =
  /\b(?:previous|to date|cum|cumul\w*|bisher|kumul\w*|anterior\w*|acumul\w*|precedent\w*|progress\w*|vorige|cumulatief|gross|tare|brutto|tara|brut|bruto|lordo|backorder\w*|outstanding|remaining|returned|damaged|rej\w*|scrap\w*|ausschuss|rebuts?|afkeur\w*|scart[oi]|missing|short|failed|bounced|not charged|uncharged|non facturees?|nicht berechnet|davon|of which|dont|waarvan|di cui|de los cuales|dos quais|rueckstand|ruckstand|rest|reste|retour\w*|devuelt\w*|resi|odometer|odo|idle|leerlauf|ralenti|temperature|temp|capacity|limit|allowance|included|year|age|version|lat|lon|size|page of)\b/;
/** When something was done, and not how long it took: one of them, where several are a length of time. */
export const timeOfDay = /^(?:uhrzeit|heure|hora|ora|tijdstip|time of day|clock time)$/;
/** Lengths that programs count in seconds: no pieces, and no unit that anybody bills by. */
export const inSeconds = /\b(?:sec|secs|seconds?|sek|sekunden|segundos|secondi|secondes|seconden|ms)\b/;
const spans: ReadonlySet<Unit> = new Set<Unit>(["week", "month", "quarter", "year"]);
/** Words between a count and the time over which it was counted. */
const overTime =
  /\b(?:for|this|in|per|im|pro|dieser?|du|ce|cette|par|voor|deze|per|del|este|esta|por|nel|questo|al|do|da|no)\b.*\b/;
const turn = /^(?:night|nacht|nuit|noche|notte|noite)$/;

/** "Night" over hours says when they were worked, and counts no nights. */
export const isTurn = (word: string): boolean => turn.test(word);

/** The unit that a title names: "Weight (kg)", "Waiting mins", "Pallets", "km". */
export function unitInTitle(title: string): Unit | null {
  // Most cells of a sheet are figures.
  if (/^[\d.,]+$/.test(title)) return null;
  const key = titleKey(title);
  const inside = /[([]([^)\]]+)[)\]]/.exec(key)?.[1];
  const bracketed = inside === undefined ? null : parseUnit(inside);
  if (bracketed !== null && bracketed !== "unit") return bracketed;
  const words = key.split(/[\s()[\]/,]+/).filter((word) => word !== "");
  // "kWh used": a key parts capitals, which some signs have within.
  const printed = title.split(/[\s()[\]/,]+/).filter((word) => /\p{Ll}\p{Lu}/u.test(word));
  const units = [...printed, ...words.toReversed()].flatMap((word): readonly Unit[] => {
    // "Guardia noche" is a turn by night; "Room nights" are counted.
    if (words.length > 1 && turn.test(word)) return [];
    const unit = words.length === 1 && word.length > 1 ? parseUnit(word) : parseUnit(word, "anywhere");
    return unit === null || unit === "unit" ? [] : [unit];
  });
  // "Pages this quarter": over which time something was counted is told beside what was counted.
  const [unit] = units.toSorted((one, other) => Number(spans.has(one)) - Number(spans.has(other)));
  if (unit !== undefined && !(spans.has(unit) && overTime.test(key))) return unit;
  // Alone or last in a title, a short sign is a unit ("Net t", "Load m3"), where it cannot be a word.
  const last = words.at(-1) ?? "";
  return words.length > 1 && /^(?:t|m|l|kg|st|h|pal|km|mi|gb|mb|tb|go)$/.test(last) ? parseUnit(last) : null;
}
