import type { Cadence, Unit } from "../../../../../src-shared/model/index.ts";
import { decimalText } from "../../../../../src-shared/money/index.ts";
import { addYears, localDate } from "../../../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../../../src-shared/time/index.ts";
import type { DocumentFacts } from "../engine/frame.ts";
import { yearOfTerm } from "../engine/scope-dates.ts";
import { halfYearly } from "../lexicon/half-years.ts";
import { cadenceOfUnit, unitOfWord } from "../lexicon/unit-words.ts";
import { perWords } from "../lexicon/per-words.ts";
import type { NumberStyle, PerUnit } from "../literals/literal.ts";
import { small } from "../literals/number-names.ts";
import { oneOf } from "../literals/one-of.ts";
import { findPerUnits } from "../literals/per-unit.ts";
import { unitOfPhrase } from "../literals/two-word-units.ts";

/** Unit and base that a text names: a "per" phrase, or a unit noun alone in a unit column. */
export function unitIn(folded: string, style: NumberStyle, isUnitColumn: boolean): PerUnit | null {
  // A head that is a unit and nothing else says what its prices are for: "Week", "Man-day", "4 weeks", "Four-week".
  const head = folded.trim();
  const [, count = "", counted = ""] = /^(\d{1,4}|[a-z]{3,6})[ -]([a-z][\p{L}²³-]*[23]?)$/u.exec(head) ?? [];
  const many = /^\d/.test(count) ? count : small[count];
  const several = many === undefined ? null : unitOfWord(counted);
  if (several !== null) return { ...oneOf(several), base: decimalText(String(many)) };
  const bare = /^[\p{L}²³-]+[23]?$/u.test(head) ? unitOfWord(head) : null;
  if (bare !== null) return oneOf(bare);
  // "au mot source, HTVA", "€ a bancale", "EUR al pezzo": what a head prices, behind a word of "per".
  const counting =
    /^(?:(?:[$€£]|eur|chf|gbp|usd|prix|preis|precio|prezzo|preco|prijs|tarif|tarifa|tariffa|costo?|euro) )?(?:au|a la|a l'|al|alla|all'|allo|a|ao|por|par|per|pro|je|le|la) ?([\p{L}²³-]+[23]?)(?![\p{L}\d])/u.exec(
      head,
    )?.[1];
  const counts = counting === undefined ? null : unitOfWord(counting);
  if (counts !== null) return oneOf(counts);
  const named =
    /^(?:price|prix|preis|precio|prezzo|preco|prijs|rate|tarif|tariff?a|tarief|cost) (?:du |de la |del |della |van de )?([\p{L}-]+)/u.exec(
      head,
    )?.[1];
  const noun = named === undefined ? null : unitOfWord(named);
  if (noun !== null) return oneOf(noun);
  const rated = isUnitColumn ? (unitAndPeriod(head) ?? shortUnit(head)) : null;
  if (rated !== null) return oneOf(rated);
  const [per] = findPerUnits(folded, folded, style).filter((found) => !found.isArticle);
  if (per !== undefined) return per;
  const word = folded.replace(/[^\p{L}\d²³/ .-]/gu, "").trim();
  const phrase = isUnitColumn ? unitOfPhrase(word) : null;
  if (phrase !== null) return oneOf(phrase);
  const unit = isUnitColumn
    ? (unitOfWord(word) ?? unitOfWord(word.split(" ").at(-1) ?? "") ?? perWords[word] ?? ownNoun(word))
    : /\bhourly\b/.test(folded)
      ? "hour"
      : null;
  return unit === null ? null : oneOf(unit);
}

/** "pallet/week", "per skip per month", "Nutzer pro Monat": so much for each thing, however often. */
export function unitAndPeriod(word: string): Unit | null {
  const bare = word.replace(/^(?:per|pro|je|par|por|al|a) /u, "");
  const [first, second, ...more] = bare.split(/ ?\/ ?| (?:per|pro|je|und|par|et|por|y|al|e|en) /u);
  if (first === undefined || second === undefined || more.length > 0) return null;
  const [thing, period] = [first, second].map((part) => unitOfWord(part.split(" ").at(-1) ?? "") ?? part);
  if (thing === undefined || period === undefined || cadenceOfUnit[period] === undefined) return null;
  return cadenceOfUnit[thing] === undefined && /^\p{L}[\p{L} -]{2,23}$/u.test(thing) ? thing : null;
}

/** "je to", "per m": in a column of units the word behind "per" is one, however short. */
function shortUnit(word: string): Unit | null {
  const noun = /^(?:je|pro|per|par|por|al|\/) ?(\p{L}[\p{L}²³]{0,2})\.?$/u.exec(word)?.[1];
  return noun === undefined ? null : (unitOfWord(noun) ?? (noun === "to" ? "tonne" : noun));
}

/** In a column of units one noun is a unit, whatever it is: "toestel", "Steckdose". */
const ownNoun = (word: string): string | null =>
  /^\p{L}[\p{L}-]{2,23}$/u.test(word) && !notCounted.test(word) ? word : null;
const notCounted =
  /^(?:pausch\w*|psch|psl|lump|sum|item|fixed|flat|forfait\w*|global|post|stelpost|once|einmalig\w*|unique|eenmalig|various|divers\w*|incl\w*|inkl\w*|inclu\w*|none|keine?|gratis|free|and|und|siehe|see|voir|net|netto|brutto|fest\w*|fix|corpo|vast|fee|total)$/;

/** Years over a price column are the days that it holds. */
export function datesOfHead(
  folded: string,
  facts: DocumentFacts,
): { readonly from: LocalDate; readonly to: LocalDate } | null {
  const year = /(?:^|\D)((?:19|20)\d\d)(?:\D|$)/.exec(folded)?.[1];
  if (year !== undefined)
    return { from: localDate(`${year}-01-01`), to: addYears(localDate(`${year}-01-01`), 1) };
  const relative = yearOfTerm(folded, facts);
  return relative !== null && relative.from !== null && relative.to !== null
    ? { from: relative.from, to: relative.to }
    : null;
}

export function cadenceIn(folded: string): Cadence | null {
  if (halfYearly.test(folded)) return "half-year";
  if (/\b(?:one[- ]?time|once|nrc|non-?recurring|set-?up|einmalig\w*|unique|fixed|flat|lump)\b/.test(folded))
    return "once";
  if (
    /\b(?:monthly|per month|\/ ?mo(?:nth)?|mrc|monatlich\w*|mensuel\w*|(?:pro|je|im) monat|par mois|maandelijks\w*|per maand|mensual\w*|(?:al|por) mes|cada mes|mensil\w*|al mese|mensa(?:l|is)|ao mes)\b/.test(
      folded,
    )
  )
    return "month";
  if (/\b(?:quarterly|per quarter|vierteljahrlich\w*|quartal\w*|trimestr\w*|per kwartaal)\b/.test(folded))
    return "quarter";
  if (
    /\b(?:annual(?:ly)?|yearly|per (?:year|annum)|\/ ?y(?:ea)?r|jahrlich\w*|annuel\w*|annu[oa]|annue|pro jahr|par an|jaarlijks\w*|per jaar|anual\w*|al ano|annual[ei]|all'anno|ao ano)\b/.test(
      folded,
    )
  )
    return "year";
  if (
    /\b(?:weekly|per week|wochentlich\w*|hebdomadaire|pro woche|wekelijks\w*|per week|semanal\w*|settimanal\w*)\b/.test(
      folded,
    )
  )
    return "week";
  return null;
}

/** A unit column that says there is no unit: one sum for the whole. */
export const lumpUnit =
  /^(?:pausch(?:al|ale|\.)?|psch\.?|psl\.?|ls|l\.s\.|lump(?: sum)?|sum|item|fixed|flat|forfait|ft|ff|ens\.?|p\.a\.|a corpo|corpo|partida alzada|pa|vb|vg|global|post|stelpost|one[- ]time|one[- ]off|once|einmalig\w*|unique|eenmalig)$/;
