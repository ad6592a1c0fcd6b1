import { addMonths } from "../../../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../../../src-shared/time/index.ts";
import { monthsOf } from "../clauses/duration-parts.ts";
import type { DocumentFacts } from "../engine/frame.ts";
import { Reading } from "../engine/reading.ts";
import { datesOf } from "../engine/scope-dates.ts";
import { words } from "../lexicon/invoice-words.ts";
import { movingPrice } from "../lexicon/moving-price.ts";

/** Prices stand still, folded, in seven languages. */
const held = words(
  [
    "(?:stay|remain)s? (?:as they are|the same)|(?:do|does|will|shall) not (?:change|move|rise|increase)|fixed|firm|guaranteed|held|frozen|locked|unchanged|stable|constant|price hold|no increase",
    "(?:andern|andert|erhohen|erhoht) sich nicht|fest|festpreise?|unverandert|garantiert|stabil|konstant|verbindlich|gleich",
    "restent les memes|ne (?:changent|varient|bougent) pas|fermes?|fixes?|garantis?|garanties|geles|bloques|inchanges?|stables?|invariables?",
    "no (?:cambian|varian|suben)|siguen siendo los mismos|fij[oa]s?|firmes?|garantizad[oa]s?|congelad[oa]s|inalterad[oa]s|invariables?|estables",
    "non (?:cambiano|variano|aumentano)|restano (?:gli stessi|uguali)|fiss[ie]|ferm[ie]|bloccat[ie]|invariat[ie]|garantit[ie]|stabili",
    "(?:wijzigen|veranderen|stijgen) niet|blijven (?:gelijk|hetzelfde)|vast|gegarandeerd|bevroren|ongewijzigd|onveranderd|stabiel",
    "nao (?:mudam|variam|aumentam|sobem)|mantem-se|fix[oa]s|garantid[oa]s|inalterad[oa]s|estaveis",
  ].join("|"),
);
/** The beginning of the time that is counted: "for the first", "während der ersten", "pendant la première". */
const counted =
  /(?<![\p{L}])(?:first|initial|for|over|erste[nrs]?|fur|wahrend|auf|premiers?|premieres?|pendant|durant|pour|primer(?:os?|as?)?|durante|por|prim[oaie]|per|eerste|gedurende|voor|primeir[oa]s?)(?: (?:the|a|an|die|der|den|dauer von|une duree de|los|las|el|de|um|i|gli|le|os|as))*(?: full| volle[n]?)? ?$/u;
const firstYear = words(
  "first(?: contract| full)? year|ersten? (?:vertrags)?jahr(?:es)?|premiere annee|primer ano|primo anno|eerste (?:contract)?jaar|primeiro ano",
);

/**
 * The day on which prices that stand still for a time begin to move: "fixed for the first 6 months", "guaranteed until
 * 31 December 2026; thereafter …", in the sentence itself or in the one before it. `null` where none is told.
 */
export function endOfPriceHold(reading: Reading, facts: DocumentFacts): LocalDate | null {
  const own = endIn(reading, facts);
  const { previous } = reading.unit;
  if (own !== null || previous === null || !movingPrice.test(previous.folded)) return own;
  return endIn(new Reading(previous, reading.style), facts);
}

/** "They may then rise by up to 3 %", behind a sentence that says that prices stand still: it speaks of them. */
export const goesOnFromHold = ({ unit: { previous } }: Reading): boolean =>
  previous !== null && movingPrice.test(previous.folded) && held.test(previous.folded);

function endIn(reading: Reading, { start }: DocumentFacts): LocalDate | null {
  const { folded } = reading;
  if (!held.test(folded)) return null;
  if (start !== null) {
    for (const literal of reading.literals) {
      if (literal.type !== "quantity" || !literal.isTime) continue;
      const months = monthsOf(literal);
      if (months !== null && counted.test(reading.before(literal, 40))) return addMonths(start, months);
    }
    if (firstYear.test(folded)) return addMonths(start, 12);
  }
  const dates = reading.literals.filter((literal) => literal.type === "date");
  return datesOf(folded, dates, null).to;
}
