import { addMonths } from "../../../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../../../src-shared/time/index.ts";
import { Reading } from "../engine/reading.ts";
import type { NumberStyle } from "../literals/literal.ts";
import { rowUnit } from "../structure/unit.ts";
import type { Context } from "../structure/unit.ts";
import { startCue } from "./first-day-words.ts";
import { beforeOf, datesIn, hoped } from "./printed-end.ts";
import { notOfAgreement } from "./printed-term.ts";

/** Zones whose days are not those of the agreement. */
const elsewhere: ReadonlySet<string> = new Set([
  "recitals",
  "example",
  "boilerplate",
  "signature",
  "definitions",
]);

/** "Angebot vom 4. Mai", "devis du 4 mai": of a paper, the day of writing; "seit", "as of" look back. */
const ofPaper = /\b(?:vom|von|du|seit|as of|since|depuis)[ :|]*$/;
const weekday =
  /(?:\p{L}+(?:day|tag|di|woch|dag)|lunes|martes|miercoles|jueves|viernes|domingo|segunda|terca|quarta|quinta|sexta)(?:-feira)?,? $/u;

/** "From 1 April to 31 October": a day with a last one is that of a season or a price. */
const goesTo =
  /^ ?(?:-|to|until|till|through|bis|au|jusqu'au|al?|hasta|fino al?|ate|tot|t\/m) ?(?:(?:the|le|el|il|o|den|dem|zum|en met) )?\d/;

/** An agreement begins at most so many months after the day of its paper. */
const farthest = 12;

/**
 * The first day of an agreement that prints no term: the only day that the paper says anything begins on, as in "from 1
 * October 2026 we place at your site" or "Betreuung ab 1. Februar 2026"; `null` where it names none or several.
 *
 * Days of rising prices, invoices, deliveries and warranties begin no agreement.
 */
export function loneStart(
  readings: readonly Reading[],
  headings: readonly Context[],
  dated: LocalDate | null,
  style: NumberStyle,
): LocalDate | null {
  const titles = headings.map(
    ({ prepared }, order) =>
      new Reading(rowUnit(prepared, order, { contexts: [], clause: [], zone: "body" }), style),
  );
  const days = new Set([...readings, ...titles].flatMap(startsIn));
  const [only, ...others] = days;
  if (only === undefined || others.length > 0) return null;
  return dated !== null && (only < dated || only > addMonths(dated, farthest)) ? null : only;
}

function startsIn(reading: Reading): readonly LocalDate[] {
  const { unit, folded } = reading;
  if (unit.isStruck || elsewhere.has(unit.zone)) return [];
  if (notOfAgreement(folded) || reading.has("up") || reading.has("late") || reading.has("tax")) return [];
  const [only, ...others] = datesIn(reading);
  if (only === undefined || others.length > 0 || goesTo.test(folded.slice(only.end))) return [];
  const before = beforeOf(reading, only.start).replace(weekday, "");
  return startCue.test(before) && !ofPaper.test(before) && !hoped.test(before) ? [only.date] : [];
}
