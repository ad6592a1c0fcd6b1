import { findTaxIds } from "../values/index.ts";
import { isEan, isMod97 } from "../../../../src-shared/wording/index.ts";
import { findDateSpans, findNumbers } from "./spans.ts";
import type { Conventions, Found } from "./spans.ts";
import { textOf } from "./layout.ts";
import type { Token } from "./layout.ts";

/** A document number with how well its shape fits one (0 to 1). */
export interface IdentifierReading {
  readonly text: string;
  readonly fit: number;
}

const numberWord = /^(?:nr|no|n|num|n°|nº|n\.º|number|nummer|numero|número|numéro|#)[.:]*$/i;
const ofWhom = /^(?:des|der|of|du|del|della|dello|do|da|van)$/;
const joiner = /^[-–—/_.#]+$/;
const placeholder = /^(?:n\/?a|tbc|tbd|tba|none|-+|keine?|null|\?+|x+|k\.\s?a\.)$/i;

/**
 * The identifier that a run of tokens begins with. Zeros, slashes, points and letters are kept as printed.
 *
 * At most one word without digits may stand before it ("RE 2026-001"); a date, an amount with currency and a
 * sentence are none.
 */
export function identifierAt(
  tokens: readonly Token[],
  conventions: Conventions,
): Found<IdentifierReading> | null {
  // "26-09-1440" is a number: nobody writes a paper in such a year.
  const dates = findDateSpans(tokens, conventions).filter(
    ({ reading }) => reading.doubt !== "implausible-year",
  );
  const isDate = (index: number): boolean => dates.some((date) => index >= date.start && index < date.end);
  // "Rechnung (380) Nr. 471102": a word for "number" close ahead says where it begins.
  const named = tokens.slice(0, 4).findLastIndex((token) => numberWord.test(token.text));
  // "Fattura differita n. 12": a qualifier in small letters may stand between the two, and who the issuer is.
  const between = tokens.slice(0, Math.max(0, named));
  const isDirect = between.every(
    (token, index) =>
      !/\p{L}{2}/u.test(token.text) ||
      (index < 2 && /^\p{Ll}{2,}$/u.test(token.text)) ||
      (index === 1 && ofWhom.test(between[0]?.text ?? "")),
  );
  if (named >= 0 && isDirect && named + 1 < tokens.length) {
    const behind = identifierAt(tokens.slice(named + 1), conventions);
    if (behind !== null) return behind;
  }
  let start = 0;
  while (start < tokens.length && start < 2 && !/\d/.test(tokens[start]?.text ?? "")) start += 1;
  const first = tokens[start];
  if (first === undefined || !/\d/.test(first.text) || isDate(start)) return null;
  const prefix = tokens.slice(0, start);
  const isPrefixPart = prefix.every(
    (token) => /^[A-Z]{1,6}[-/.]?$/.test(token.text) || joiner.test(token.text) || /^[(]$/.test(token.text),
  );
  if (prefix.length > 0 && !isPrefixPart) return null;
  let end = start + 1;
  while (end < tokens.length && !isDate(end)) {
    const [before, token, after] = [tokens[end - 1], tokens[end], tokens[end + 1]];
    if (before === undefined || token === undefined) break;
    if (token.left - before.right > 0.9 * token.size) break;
    const isGlue =
      joiner.test(token.text) &&
      after !== undefined &&
      /^[A-Z\d]*\d[A-Z\d\-/.]*$/i.test(after.text) &&
      !isDate(end + 1) &&
      !isNextPart(before, token, tokens.slice(end + 1));
    const isMore = /^[A-Z]{0,3}\d[A-Z\d\-/.]*$/.test(token.text) || joiner.test(before.text);
    if (/[,;:)]$/.test(before.text) || !(isGlue || isMore)) break;
    end += 1;
  }
  const own = tokens.slice(0, end);
  const broken = own.findIndex(
    (token, index) =>
      token.text.endsWith("-") && (own[index + 1]?.top ?? 0) >= token.bottom - 0.3 * token.size,
  );
  const printed = broken < 0 ? textOf(own) : textOf(own.slice(0, broken + 1)) + textOf(own.slice(broken + 1));
  const text = printed
    .replace(/^[(#:]+\s*|[,;:)]+$/g, "")
    .replace(/\.$/, "")
    .trim();
  const fit = identifierFit(text, own, conventions);
  return fit === 0 ? null : { start: 0, end, tokens: own, reading: { text, fit } };
}

/** "R-11964 / 18 Tilton Rd": behind a whole number and a mark between spaces a house number opens what comes next. */
function isNextPart(before: Token, mark: Token, behind: readonly Token[]): boolean {
  const [first, second] = behind;
  const isSpaced = first !== undefined && mark.left > before.right && first.left > mark.right;
  return isSpaced && /\p{L}.*\d/u.test(before.text) && /^\p{L}{3}/u.test(second?.text ?? "");
}

function identifierFit(text: string, tokens: readonly Token[], conventions: Conventions): number {
  if (!/\d/.test(text) || text.length > 40 || placeholder.test(text)) return 0;
  // "2nd Floor" counts floors.
  if (/^(?:\d*1st|\d*2nd|\d*3rd|\d+th)$/i.test(text)) return 0;
  const [number] = findNumbers(tokens, conventions);
  if (number !== undefined && number.start === 0 && number.end === tokens.length) {
    // "R200413", "R-0588" are no sums of rand: letters glued to a number without a decimal mark open an identifier.
    const isGlued = /^[A-Z]{1,3}(?:\d{5,}|-\d{3,})$/.test(text);
    if ((number.reading.currency !== null && !isGlued) || number.reading.isPercent) return 0;
    if (/[.,]\d{2}$/.test(text)) return 0.1;
  }
  if (/^\d{1,2}$/.test(text)) return 0.45;
  if (/^\d{3}$/.test(text)) return 0.7;
  // A telephone number: a country code or an area code in brackets.
  if (/^\+\d|^\(\d+\)\s?\d|^00\d{2}[\s/-]\d/.test(text)) return 0.1;
  if (/@|www\.|https?:/i.test(text)) return 0;
  return 1;
}

/**
 * How well an identifier is the number of an issuer's own paper (0 to 1): those that others give to things and people are not.
 *
 * A GLN or EAN of 13 digits and a tax id prove themselves by their check digits, an account by its length as well.
 */
export function ownNumberFit(text: string): number {
  const bare = text.replace(/[\s.-]/g, "");
  if (/^\d{13}$/.test(bare) && isEan(bare)) return 0.2;
  if (/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(bare) && isMod97(bare)) return 0;
  const [taxId] = findTaxIds(bare);
  return taxId?.id === bare && taxId.isValid === true ? 0.2 : 1;
}

/** A word or two without digits that may be a reference all the same ("Smith", "TBC" is none). */
export function wordReference(tokens: readonly Token[]): Found<IdentifierReading> | null {
  const own = tokens.slice(0, 8);
  const text = textOf(own).trim();
  if (text === "" || text.length > 60 || placeholder.test(text) || tokens.length > 8) return null;
  return { start: 0, end: own.length, tokens: own, reading: { text, fit: 0.6 } };
}
