import type { Span } from "../literals/literal.ts";
import { isUseful, trimPhrase, verb } from "./phrase.ts";

/** Where the thing that a row prices ends, and its number, its days and its size begin. */
const details =
  /[(,;:]| [-–] | (?:from|on hire|for|vom|ab|ab dem|du|a partir du|del|desde|dal|van|vanaf|de|a) (?=\d|monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|lundi|mardi|mercredi|jeudi|vendredi)/;
/** A thing has a few words; more are a sentence. */
const mostWords = 8;

/** "Excavator 5.5 t (no. EX-114), from 5 to 30 October, at $1,580 per week": the thing that a row without a verb begins with. */
export function headOfRow(text: string, folded: string, { start, end }: Span): string | null {
  const row = folded.slice(start, end);
  if (verb.test(` ${row} `)) return null;
  const at = details.exec(row);
  if (at === null) return null;
  const phrase = trimPhrase(text.slice(start, start + at.index), row.slice(0, at.index));
  return isUseful(phrase) && phrase.split(" ").length <= mostWords ? phrase : null;
}
