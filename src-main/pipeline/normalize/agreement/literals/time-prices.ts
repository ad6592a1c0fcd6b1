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

const oneHour = "hour|stunde|heure|hora|ora|uur";
const oneDay = "day|tag|journee|jour|dia|jornada|giorn(?:o|ata)|dag";
const oneWeek = "week|woche|semaine|semana|settimana";
/** "£228 for a day", "480 EUR für einen Tag" right behind a price; "for a day of filming" is what is bought. */
const forOne = new RegExp(
  `(?<=[\\d€$£.,–-] ?(?:(?:ht|netto|euros?|chf|eur|usd|gbp) )?)(?:for|fur|pour|por|per|voor) (?:an?|eine?n?|un[ae]?|un'|uma?|een) ?(?:(?<hour1>${oneHour})|(?<day1>${oneDay})|(?<week1>${oneWeek}))(?![\\p{L}'’-]| (?:of|von|de|di|van) )`,
  "gu",
);
/** "Die Stunde zu 124,00 EUR", "la journée à 650 €": the time right before its price. */
const oneAt = new RegExp(
  `(?<!\\p{L})(?:the|die|der|das|l'|la|le|el|il|het|de|o|a) ?(?:(?<hour1>${oneHour})|(?<day1>${oneDay})) (?:at|zu|mit|a|voor|por|per)(?= ?(?:(?:eur|chf|usd|gbp|[$€£]) ?\\d|\\d[\\d.,]* ?(?:eur|chf|usd|gbp|[$€£])))`,
  "gu",
);

/** The time that a price is called by or is said to be for, as a price for one of it. */
export const timePrices = (folded: string): readonly PerUnit[] =>
  [called, forOne, oneAt]
    .flatMap((pattern) => [...folded.matchAll(pattern)])
    .map((match) => {
      const { hour1, hour2, week1 } = match.groups ?? {};
      const unit: Unit = week1 !== undefined ? "week" : (hour1 ?? hour2) === undefined ? "day" : "hour";
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
