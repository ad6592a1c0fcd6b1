import { hasStrictLegalForm, isOnlyLegalForm } from "./legal-names.ts";

/** Words of a name at most, up to its legal form. */
const mostWords = 9;

/** What goes on with the name behind a legal form: "& Co. KG", "und Partner", "S.A. de C.V.". */
const goesOn = /^(?:&|\+|und|et|and|y|e|en|de c\.?v|of|van|von)(?=[\s.]|$)/iu;

/** What parts a name from words about it: a mark, a number, a word in small letters. */
const parts = /^(?:[,;:.|·•●–—-]|\(?\d|\p{Ll})/u;

/**
 * How many letters of a text its name takes up to the legal form, where something else is said behind it: "Quarry Foods
 * Ltd, registered in Wales", "Plâtrerie Ney SARL au capital de 8 000 €". `null` where the whole text is the name, or none.
 */
export function endOfLegalName(text: string): number | null {
  const words = [...text.matchAll(/\S+/g)];
  if (hasStrictLegalForm(words[0]?.[0] ?? "")) return null;
  for (let count = 2; count <= Math.min(words.length - 1, mostWords); count += 1) {
    const last = words[count - 1];
    if (last === undefined) return null;
    const end = last.index + last[0].length;
    if (!hasStrictLegalForm(text.slice(0, end))) continue;
    const next = words[count]?.[0] ?? "";
    if (isOnlyLegalForm(next) || goesOn.test(text.slice(words[count]?.index ?? text.length))) continue;
    const rest = text.slice(end).trimStart();
    const closed = last[0].replace(/[,;:]+$/, "");
    const isParted =
      closed !== last[0] || parts.test(rest) || (last[0].endsWith(".") && /\s\p{Ll}{2}/u.test(rest));
    return isParted ? last.index + closed.length : null;
  }
  return null;
}
