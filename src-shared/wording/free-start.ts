import { foldWording } from "./fold.ts";
import { numberOfWord } from "./number-words.ts";

/** How much of a time costs nothing by itself before a price begins, as "after 2 free hours" says. */
export interface FreeStart {
  readonly count: number;
  readonly unit: "day" | "hour" | "minute";
}

const count = "(?<count>\\d{1,3}|[a-z-]{2,9})";
const hour = "hours?|hrs?|[a-z]*stunden?|std|heures?|uren?|uur|horas?|or[ae]";
const minute = "minutes?|mins?|minuten?|minutos?|minut[oi]";
const day = "days?|tagen?|tage?|jours?|dagen|dias?|giorn[oi]";
const time = `(?<unit>${hour}|${minute})`;
const anyTime = `(?<unit>${hour}|${minute}|${day})`;
// A group has its name once in a pattern.
const anyTimeToo = anyTime.replace("unit", "unitAhead");
const first = "first|initial|ersten?|erster|premieres?|eerste|primeras?|prim[ae]|primeiras?";
const free =
  "free|included|complimentary|frei\\w*|kostenlos\\w*|kostenfrei\\w*|inklusiven?|enthaltenen?|gratuite?s?|offertes?|franches?|incluses?|comprises?|vrije|gratis|inbegrepen|libres|gratuitas?|incluidas?|comprese|incluse|gratuite|franche";
const beyond =
  "after|beyond|past|over|above|exceeding|nach|ab|uber|apres|au-?dela d(?:e|es|u)|passee?s?|na|boven|despues de|tras|a partir de|pasadas?|dopo|oltre|apos|depois d[eao]s?|alem d[eao]s?";
const then =
  "then|thereafter|after that|afterwards|danach|dann|anschliessend|ensuite|puis|daarna|vervolgens|despues|luego|poi|dopo|depois";
const article = "(?:the|a|an|der|die|den|das|la|les|le|l'|het|de|las|los|il|lo|as|a) ";
const covers =
  "cover(?:s|ing)?|includ(?:es?|ing)|incl|inkl|inklusive|einschliesslich|enthalt|umfasst|compris|incluant|comprend|inclut|y compris|inclusief|omvat|incluye|incluida|inclui|comprende|compresa|inclusa|incluindo";

/** "After the first hour", "3 days free, thereafter", "nach den ersten zwei Stunden", "après 2 heures gratuites", "dopo la prima ora". */
const starts = [
  `(?<![a-z])(?:${beyond}) (?:${article})?(?:${first}) (?:${count} )?${time}(?![a-z])`,
  `(?<![a-z])(?:${beyond}) (?:${article})?${count} (?:${first}) ${time}(?![a-z])`,
  `(?<![a-z])(?:${beyond}) (?:${article})?${count} (?:${free}) ${time}(?![a-z])`,
  `(?<![a-z])(?:${beyond}) (?:${article})?${count} ${time} (?:${free})(?![a-z])`,
  `(?<![a-z])(?:${first}) (?:${count} )?${anyTime} (?:(?:is|are|ist|sind|est|sont|is|zijn|es|son|e|sono) )?(?:${free})(?:[,;:.] ?| and | und | et | y | e | en )+(?:${then})(?![a-z])`,
  `(?<![a-z\\d])${count} (?:(?:${free}) ${anyTime}|${anyTimeToo} (?:${free}))(?:[,;:.] ?| and | und | et | y | e | en )+(?:${then})(?![a-z])`,
].map((pattern) => new RegExp(pattern));

/** "A call-out is 78.00 and covers the first hour on site", "inkl. erster Stunde". */
const inclusions = [
  `(?<![a-z])(?:${covers})\\.? (?:up to )?(?:${article})?(?:${first}) (?:${count} )?${time}(?![a-z])`,
  `(?<![a-z])(?:${covers})\\.? (?:up to )?(?:${article})?${count} (?:${first}) ${time}(?![a-z])`,
  `(?<![a-z])(?:${first}) (?:${count} )?${time} (?:(?:on site|is|are|ist|sind) )*(?:${free}|inkl\\w*|incl\\w*|inbegriffen)(?![a-z])`,
].map((pattern) => new RegExp(pattern));

/** The time before a price begins; `null` where its clause says of none. */
export const freeStartIn = (clause: string): FreeStart | null => read(clause, starts);

/** The time that a fee for each visit pays for already. */
export const firstTimeCovered = (clause: string): FreeStart | null => read(clause, inclusions);

function read(clause: string, patterns: readonly RegExp[]): FreeStart | null {
  const folded = foldWording(clause);
  for (const pattern of patterns) {
    const groups = pattern.exec(folded)?.groups;
    if (groups === undefined) continue;
    const { count: figure } = groups;
    const unit = groups["unit"] ?? groups["unitAhead"] ?? "";
    const counted =
      figure === undefined ? 1 : /^\d/.test(figure) ? Number(figure) : (numberOfWord(figure) ?? 0);
    if (counted > 0) return { count: counted, unit: unitNamed(unit) };
  }
  return null;
}

const minutes = new RegExp(`^(?:${minute})$`);
const days = new RegExp(`^(?:${day})$`);

const unitNamed = (word: string): FreeStart["unit"] =>
  minutes.test(word) ? "minute" : days.test(word) ? "day" : "hour";

const threshold = new RegExp(
  `(?<![a-z])(?:over|above|beyond|exceeding|in excess of|uber|oberhalb von|au-?dela de|plus de|boven|meer dan|mas de|por encima de|oltre(?: le| i| gli)?|sopra|acima de|alem de) (\\d{1,5}(?:[.,]\\d{1,2})?) ?(\\p{L}[\\p{L}\\d²³]*)`,
  "u",
);
/** A sum over some time has a start of its own, and what each record counts says nothing of it. */
const overTime =
  /(?<![a-z])(?:per|a|an|each|every|im|pro|je|par|per|al|por|ao) (?:week|month|quarter|year|annum|woche|monat|quartal|jahr|semaine|mois|trimestre|an|maand|kwartaal|jaar|semana|mes|ano|settimana|mese|anno)(?![a-z])/;

/**
 * "Waste over 6 tonnes", "Mehrkilometer über 50 km": the quantity of each delivery that another price pays for, with its
 * unit as printed; `null` where the clause names none, or one over a time.
 */
export function thresholdIn(clause: string): { readonly quantity: string; readonly unit: string } | null {
  const folded = foldWording(clause);
  if (overTime.test(folded)) return null;
  const [, quantity, unit] = threshold.exec(folded) ?? [];
  return quantity === undefined || unit === undefined ? null : { quantity: quantity.replace(",", "."), unit };
}
