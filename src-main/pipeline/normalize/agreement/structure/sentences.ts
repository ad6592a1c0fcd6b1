import { parseMonth } from "../../values/month.ts";
import type { PreparedText } from "../text/prepared-text.ts";

const abbreviations =
  /(?:\b(?:no|nos|rs|fr|sfr|inc|ltd|llc|co|corp|bros|st|ste|mr|mrs|ms|dr|prof|jr|sr|vs|etc|approx|art|sec|fig|est|dept|ext|tel|min|max|hr|hrs|std|nr|abs|ca|zzgl|inkl|bzw|ggf|usw|mwst|ust|evtl|gem|lfd|mtl|env|i\.v\.a|v\.a\.t|t\.v\.a|b\.t\.w|v\.h|soc|me|cf|incl|excl|ex|attn|ref|exkl|zuzgl|gesetzl|pausch|stk|lt|bzgl|inkl|netz|resp|aprox|imp|num|ecc|cad|uds?|prot|vgl|tlf|telef|mwst|sr|sra|dna|avv|dott|ing|geom|mm|mme|mlle|p\.o|u\.s|e\.g|i\.e|z\.b|u\.a|d\.h|p\.a|p\.h|a\.m|p\.m|v\.h|s\.a|s\.r\.l|l\.p|n\.a|qty|ea|yr|mo|wk|pos|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|vol|para|cl|sq|ft|lb|lbs|cu|s\.a\.r\.l|b\.v|n\.v|gmbh & co|bd|av|ave|blvd|rd)|(?:^|[\s(])[a-z])\.$/;

/** Whether a folded text ends in a stop that only shortens its last word. */
export const endsShortened = (folded: string): boolean => abbreviations.test(folded);

/** Start and end of each sentence of a text; list marks and abbreviations do not end one. */
export function sentenceSpans(prepared: PreparedText): readonly (readonly [number, number])[] {
  const { text, folded } = prepared;
  const spans: (readonly [number, number])[] = [];
  let start = 0;
  const ends = /[.!?](?:["')\]]{0,2})(?= )/g;
  for (const match of text.matchAll(ends)) {
    const end = match.index + match[0].length;
    const next = text.slice(end + 1, end + 4);
    if (!/^["'([]?[\p{Lu}\d$€£•§]/u.test(next)) continue;
    const head = folded.slice(Math.max(start, end - 14), end);
    if (match[0].startsWith(".") && abbreviations.test(head)) continue;
    // "(8-18 u.) 150 %": the bracket belongs to the figure behind it.
    if (match[0].endsWith(")") && /^ ?\d/.test(next) && abbreviations.test(head.replace(/[)"'\]]+$/, "")))
      continue;
    // "2. 30 days" and "1. Januar" are a list mark and a date, not two sentences.
    if (
      /(?:^|[^\d.,])\d{1,2}\.$/.test(head) &&
      (end - start < 5 || startsWithMonth(folded.slice(end + 1, end + 12)))
    )
      continue;
    // "Ab der 11. Palette", "zum 3. Werktag": an ordinal between an article and its noun.
    if (/(?<!\p{L})(?:de[rmns]|die|das|ab|am|zum|zur|im|vom|jede[rsnm]?|je) \d{1,4}\.$/u.test(head)) continue;
    // "Bahnfahrt 2. Klasse": an ordinal before the noun that it counts.
    if (/(?:^|[^\d.,])\d{1,2}\.$/.test(head) && ordinalNoun.test(folded.slice(end + 1, end + 16))) continue;
    // Dot leaders lead on; they end nothing.
    if (head.endsWith("..")) continue;
    if (end - start < 3) continue;
    spans.push([start, end]);
    start = end + 1;
  }
  if (start < text.length) spans.push([start, text.length]);
  return spans.flatMap((span) => splitLongSentence(text, span));
}

const ordinalNoun =
  /^(?:klasse|stock|etage|og|ug|obergeschoss|quartal|halbjahr|kalender|mahnung|rate|stunde|tag|werktag|arbeitstag|woche|monat|jahr|person|palette|seite|termin|fahrt|lieferung)/;

const startsWithMonth = (folded: string): boolean => {
  const word = /^\p{L}+/u.exec(folded)?.[0];
  return word !== undefined && word.length > 2 && parseMonth(word) !== null;
};

/** Bullets inside a line, and the parts of a very long sentence, are units of their own. */
function splitLongSentence(
  text: string,
  [start, end]: readonly [number, number],
): readonly (readonly [number, number])[] {
  const marks = end - start > 320 ? /; (?:and |or )?(?=[\p{L}("$€£\d])|(?<=\S) (?=• )/gu : /(?<=\S) (?=• )/gu;
  const parts: (readonly [number, number])[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(marks)) {
    const cut = start + match.index + match[0].length;
    if (cut - from < 12) continue;
    parts.push([from, cut]);
    from = cut;
  }
  parts.push([from, end]);
  return parts;
}
