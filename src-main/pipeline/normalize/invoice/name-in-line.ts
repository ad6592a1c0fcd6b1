import { textOf } from "./layout.ts";
import type { Segment, Token } from "./layout.ts";
import { endOfLegalName } from "./legal-name-end.ts";
import { hasStrictLegalForm, isCityLine } from "./legal-names.ts";
import { opensWithForm } from "./name-words.ts";

/** The first words that make up a text. */
export function tokensFor(tokens: readonly Token[], text: string): readonly Token[] {
  for (let end = 1; end <= tokens.length; end += 1) {
    if (textOf(tokens.slice(0, end)).replace(/[\s,•●·|∙-]+$/, "").length >= text.length)
      return tokens.slice(0, end);
  }
  return tokens;
}

/** The part of a line up to its legal form: "Au bon moulin SARL - 1242 chemin …" names "Au bon moulin SARL". */
export function nameIn(
  segment: Segment,
): { readonly name: string; readonly tokens: readonly Token[] } | null {
  const parts = segment.text.split(/\s[•●·|∙–—-]\s|[•●·|∙;]|\s{2,}/);
  for (const [at, whole] of parts.entries()) {
    if (!hasStrictLegalForm(whole)) continue;
    const [part, isCapital] = withoutCapital(whole);
    // "Quinta da Ribeira - Turismo Rural, Lda": words before a dash that are no address belong to the name.
    const [first] = parts;
    const isWhole =
      at === 1 &&
      first !== undefined &&
      /^\p{Lu}/u.test(first) &&
      !/[\d:@]/.test(first) &&
      first.split(" ").length <= 4 &&
      /^\s[–—-]\s/.test(segment.text.slice(segment.text.indexOf(first) + first.length));
    const text = isWhole
      ? segment.text.slice(0, segment.text.indexOf(part) + part.length).trim()
      : part.trim();
    const before = segment.text.indexOf(text);
    const name = text
      .slice(0, endOfLegalName(text) ?? text.length)
      .trim()
      .replace(/[,:]$/, "");
    if (
      (opensWithForm.test(name) && !(isCapital && /\p{L}{3}/u.test(name.replace(opensWithForm, "")))) ||
      (isCityLine(name) && /^\d/.test(name)) ||
      name.length > 70 ||
      name.split(" ").length > 9 ||
      // "HRB 4711 AG Jena" is the entry in a register of a court.
      /[:@]|\bcapital\b|stammkapital|\b(?:HR[AB]|RCS|RPR|REA)\b|\d{5}/i.test(name) ||
      /\b(?:the|this|our|we|you|unser|wir|nous|please|bitte|copyright|powered|©)\b/i.test(name)
    )
      continue;
    let start = 0;
    while (start < segment.tokens.length && textOf(segment.tokens.slice(0, start + 1)).length <= before)
      start += 1;
    return { name, tokens: tokensFor(segment.tokens.slice(start), name) };
  }
  return null;
}

/** "SARL Sols et Cie au capital de 8 000 €": the name before the capital, which a legal form may open; and whether it is told. */
function withoutCapital(part: string): readonly [name: string, isCut: boolean] {
  const at = part.search(/,? au capital\b/iu);
  return at > 0 ? [part.slice(0, at), true] : [part, false];
}
