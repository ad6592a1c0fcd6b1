import { freeStartIn } from "../../../../../src-shared/wording/index.ts";
import type { Reading } from "../engine/reading.ts";

/** What is paid for when somebody or something has to wait, folded, in seven languages. */
const waiting =
  /(?<!\p{L})(?:waiting|detention|demurrage|standing|loading|unloading|layover|\p{L}*wartezeit\p{L}*|standzeit\p{L}*|standgeld|attente|stationnement|immobilisation|surestaries|espera|paralizacion|demoras?|attesa|soste?|controstallie|wachttijd\p{L}*|staangeld|sobrestadia|estadias?)(?!\p{L})/u;

const first =
  "(?:the |die |les |las |los |le |i |gli |de |as |os )?(?:first|ersten?|premi\\p{L}+|primer[oa]s?|prim[ei]|eerste|primeir[oa]s?)";
const each =
  "(?:(?:of|on|in|at|von|bei|de|di|da|van|op) )?(?:each|every|any|jede[rsmn]?|chaque|cada|ogni|elke?|iedere?) (?!month|year|week|quarter|monat|jahr|woche|mois|an(?!\\p{L})|semaine|mes|ano|semana|mese|anno|settimana|maand|jaar|week)\\p{L}+";
const free =
  "(?:free|unpaid|not (?:paid|charged)|(?:kosten)?frei|kostenlos|gratuit\\p{L}*|gratis|libres?|franc\\p{L}*|vrij)";
/** "The first twenty miles of each journey being free": a part of every one, and none of what a period is paid for. */
const partOfEach = new RegExp(
  `(?<!\\p{L})${first} [^.;:,]{2,30}? ${each}[^.;,]{0,30}? ${free}(?!\\p{L})`,
  "u",
);

/** "Detention: 2 hours free, then $65 per hour": where a price begins each time, and no allowance of a period. */
export const isFreeEachTime = (reading: Reading): boolean =>
  (waiting.test(reading.folded) && freeStartIn(reading.text) !== null) || freePartOfEach(reading) !== null;

/** The words that leave a part of each without a price; `null` where none do. */
export function freePartOfEach({ text, folded }: Reading): string | null {
  const found = partOfEach.exec(folded);
  return found === null ? null : text.slice(found.index, found.index + found[0].length);
}
