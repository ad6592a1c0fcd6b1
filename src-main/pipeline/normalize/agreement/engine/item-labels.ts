import type { Literal, Span } from "../literals/literal.ts";
import { isUseful, trimPhrase, verb } from "./phrase.ts";

/** "Senior Developer: ", "Foreman ..... ", "Set-up charge - " right before the anchor. */
export function labelBefore(text: string, folded: string, span: Span): string | null {
  const part = folded.slice(span.start, span.end);
  const mark =
    /(?::|\.{3,}|\t| - | = |\|)(?: ?(?:(?:at|of|for|a|the|up to|only|from|not to exceed|flat|fixed|fee|forfait|pauschal|taxa|tarifa|tariffa|prix|preis|precio|prezzo|de|di|von|rate|hourly|monthly|daily|usd|eur|gbp|us)[ ,]*)*)$/.exec(
      part,
    );
  if (mark === null) return null;
  let from = 0;
  for (const cut of part.slice(0, mark.index).matchAll(/[;|]|\. |: |, and |, /g))
    from = Math.max(from, cut.index + cut[0].length);
  // A comma inside a label is part of it unless a price stands before.
  const start =
    span.start +
    (part.slice(0, mark.index).includes(";") || span.start > 0
      ? from
      : Math.max(0, part.slice(0, mark.index).lastIndexOf(": ") + 1));
  const end = span.start + mark.index;
  const priced = /\.{3,}|[$€£]/.exec(folded.slice(start, end));
  const until = priced === null ? end : start + priced.index;
  const phrase = trimPhrase(text.slice(start, until), folded.slice(start, until));
  const printed = text
    .slice(start, until)
    .replace(/[\s.:,-]+$/, "")
    .trim();
  // "Trip charge" says more than "Trip".
  const isBare = !phrase.includes(" ") && /^[\p{L}-]+ (?:charge|fee|rate)$/iu.test(printed);
  if (phrase === "" || phrase.length > 80) return null;
  return isBare ? printed : phrase;
}

/** Words that lead on from what is free to what is charged, in seven languages. */
const whenItBegins =
  /(?<!\p{L})(?:thereafter|afterwards|after that|after which|then|otherwise|beyond(?: that)?|danach|anschliessend|sonst|ansonsten|ensuite|puis|apres|sinon|despues|luego|a partir de ahi|poi|dopodiche|successivamente|altrimenti|daarna|vervolgens|anders|depois|em seguida|caso contrario)(?: (?:at|a|zu|je|for))?[ :,]*$/u;

/** "… as follows: Monteur 68,50 EUR/Std., Meister 84,00": a name between a colon or the price before and its own price. */
export function listedName(text: string, folded: string, left: number, anchor: Literal): string | null {
  const part = folded.slice(left, anchor.start);
  const colon = part.lastIndexOf(": ");
  const from = left + (colon < 0 ? 0 : colon + 2);
  const isList = colon >= 0 || (left > 0 && /^ ?(?:[,;]|and |und |et |y |e |en )/.test(part));
  if (!isList) return null;
  const name = folded.slice(from, anchor.start);
  // "Waiting: first hour free, thereafter £38": behind the colon stands when the price begins, and no name.
  if (whenItBegins.test(name)) return null;
  if (!/^[^.;:]{2,60}$/.test(name) || new RegExp(verb.source).test(` ${name}`)) return null;
  const phrase = trimPhrase(text.slice(from, anchor.start), name).replace(/^(?:and|und|et|y|e|en) /u, "");
  // What stands behind the price with "for" names it better than glue words before it.
  return phrase !== "" &&
    isUseful(phrase) &&
    !/^(?:de|di|a|at|zu|von|je|per|and|und|et|y|e|en)$/u.test(phrase.toLowerCase()) &&
    /^\p{L}/u.test(phrase)
    ? phrase
    : null;
}
