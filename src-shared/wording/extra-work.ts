import { foldWording } from "./fold.ts";
import { normalizeReference, referenceWords } from "./reference-number.ts";

const extra =
  /\b(?:change ?orders?|variation(?: (?:orders?|instructions?|requests?))?|additional (?:work|works|services?)|extra (?:work|works|services?)|extras|out[- ]of[- ]scope|(?:beyond|outside(?: of)?) (?:the |its |this )?(?:agreed |original |contract )?scope|\w*nachtrag|\w*nachtrage|mehraufwand|mehrleistung(?:en)?|zusatzleistung(?:en)?|zusatzarbeit(?:en)?|zusatzauftrag|avenants?|travaux (?:supplementaires|modificatifs)|prestations? supplementaires?|obras? adicional(?:es)?|trabajos? (?:adicional(?:es)?|extra)|ampliacion de obra|lavori (?:extra|aggiuntivi|supplementari)|opere aggiuntive|varianti?(?: in corso d'opera)?|trabalhos (?:a mais|adicionais)|obras? (?:a mais|adicionais)|meerwerk(?:en)?|bijkomende werken|extra werkzaamheden|(?:co|vo)[- ]\d+)\b/;

/** "Extra - backing at the doors": the first word of a line says it. */
const leading =
  /^\W*(?:extras?|additional|zusatz(?:lich)?|supplements?|suplemento|extrawerk|meerprijs|adicional) ?[-–—:]/;

/** Words that work was ordered by word of mouth. */
const spoken =
  /\b(?:verbal(?:ly)?|oral(?:ly)?|by phone|on the phone|mundlich\w*|auf zuruf|telefonisch\w*|verbale?(?:ment)?|oralement|de palabra|verbalmente|a voce|oralmente|mondeling\w*|de viva voz)\b/;

/** Whether a line says itself that nobody ordered it in writing. */
export const saysUnwritten = (text: string): boolean => spoken.test(foldWording(text));

const known = new Map<string, boolean>();
const mostKept = 50_000;

/** Whether the words of a line are those of work that was added to what was agreed; kept, since batches repeat them. */
export function readsLikeExtraWork(text: string): boolean {
  const before = known.get(text);
  if (before !== undefined) return before;
  if (known.size >= mostKept) known.clear();
  const folded = foldWording(text);
  const isExtra = extra.test(folded) || leading.test(folded) || spoken.test(folded);
  known.set(text, isExtra);
  return isExtra;
}

/** A bare "change" is a word for a change with "no." behind it only: "filter change 2" is none, nor is "Co. 12". */
const numbered =
  /\b(?:change ?(?:order|request|note)s?|change(?= ?(?:n\.?[or°]|number|#))|variations?(?: (?:orders?|instructions?|requests?))?|amendments?|addend(?:um|a)|\w*nachtr(?:ag|age)|avenants?|anexos?|adendas?|aditamentos?|orden de cambio|ordine di variazione|atto aggiuntivo|variant[ei]|aanvulling|meerwerk(?:order|opdracht)?|[cv]o(?!\.))[ .:#-]*(?:n\.?[o°]\.?|nr\.?|num\.?|number|nummer|numero|#)?[ .:#]*0*(\d{1,3})\b(?![.,]\d)/g;

/** The numbers of the changes that a text names, without leading zeros: "3" for "Change order no. 03". */
export const extraWorkNumbersIn = (text: string): readonly string[] =>
  [...foldWording(text).matchAll(numbered)].map(([, number = ""]) => number);

/** The place of a change among its like: "3" of "CO-03" and of "CO-2026-03"; `null` for the number of a book, "10452". */
export const changeNumberOf = (number: string): string | null =>
  /(?:^|\D)0*(\d{1,3})$/.exec(number.trim())?.[1] ?? null;

/** Whether a text names a change by its place behind a word for a change, or by a longer number of its own. */
export function namesChangeNumber(text: string, number: string): boolean {
  // "Change order 3" names the third; a bare 3 elsewhere names nothing.
  const place = changeNumberOf(number);
  if (place !== null && extraWorkNumbersIn(text).includes(place)) return true;
  const wanted = normalizeReference(number);
  return wanted.length >= 4 && referenceWords(text).includes(wanted);
}
