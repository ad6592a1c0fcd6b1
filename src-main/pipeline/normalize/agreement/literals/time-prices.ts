import type { Unit } from "../../../../../src-shared/model/index.ts";
import type { PerUnit } from "./literal.ts";
import { oneOf } from "./one-of.ts";

const hours = "stunden(?:verrechnungs)?|uur|l'heure|heures?|horas?|ora";
const days = "tages|dag|jour(?:nee)?s?|dias?|jornadas?|giorn(?:o|ata)";
const price = "prix|tarifs?|cout|precio|tarifa|coste|valor|preco|custo|taxa|prezzo|tariffa|costo|compenso";
const joining =
  "(?:de la |de l'|de |a la |a |par |d'une |por |por la |da |do |di una |di |all'|alla |al |dell'|della )?";

/**
 * What a price of time is called by the time: "Prix de journée", "Dagprijs", "Stundensatz", "Precio hora". In German
 * and Dutch it is one word; else the price comes first. "Prix du jour" is what something costs today.
 */
const called = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:(?<hour1>${hours})|(?<day1>${days}))(?:satz(?:es?|en)?|preise?n?|kosten|prij(?:s|zen)|tarie(?:f|ven)|lo(?:hn|on))|(?:${price}) ${joining}(?:(?<hour2>${hours})|(?<day2>${days})))(?![\\p{L}\\d])`,
  "gu",
);

/** The time that a price is called by, as a price for one of it. */
export const timePrices = (folded: string): readonly PerUnit[] =>
  [...folded.matchAll(called)].map((match) => {
    const unit: Unit = (match.groups?.["hour1"] ?? match.groups?.["hour2"]) === undefined ? "day" : "hour";
    return oneOf(unit, { start: match.index, end: match.index + match[0].length });
  });

/** "Hourly rate", "taux journalier": the same by an adjective, which says "per" wherever else it stands. */
const adjective =
  /(?<!\p{L})(?:(?:(?<hour1>hourly)|(?<day1>daily|day)) (?:rate|price|charge|fee)|(?:taux|tarifa|precio|tariffa|costo|taxa|preco) (?:(?<hour2>horaire|horari[ao]|orari[ao])|(?<day2>journalier|diari[ao]|giornalier[ao])))(?!\p{L})/u;

/** The time that a label calls its price by, in either way; half a day is none. */
export function timeOfPrice(folded: string): Unit | null {
  if (/half[- ]day|demi-journee/.test(folded)) return null;
  const named = adjective.exec(folded)?.groups;
  if (named !== undefined) return (named["hour1"] ?? named["hour2"]) === undefined ? "day" : "hour";
  return timePrices(folded)[0]?.unit ?? null;
}
