import { findTaxIds, foldText } from "../values/index.ts";
import type { LaidPage, Segment } from "./layout.ts";
import { hasStrictLegalForm, isCityLine, isStreet } from "./legal-names.ts";
import { isContactLine, isPlace, partsOfLine, taxNumber, toNameLine } from "./name-line.ts";
import { isUnderLetterhead } from "./letterhead.ts";
import { isNumbered, opensWithForm } from "./name-words.ts";
import { isNameLike } from "./name-shape.ts";
import { isSameName, isShortName } from "./party-names.ts";
import type { PartyCandidate } from "./party-places.ts";
import { isLeading, startsWithLabel } from "./printed-labels.ts";
import type { LabelIndex } from "./printed-labels.ts";

/**
 * Names with street and town on one line: the tiny line of the sender over an address window, a letterhead in one line.
 *
 * A second such line of somebody else, without a tax id, is the address of who receives the paper.
 */
export function senderLine(
  page: LaidPage,
  labels: LabelIndex,
  candidates: PartyCandidate[],
): ReadonlySet<Segment> {
  const found = new Set<Segment>();
  const issuers: string[] = [];
  for (const row of page.rows) {
    if (row.top > 0.45) break;
    for (const [at, segment] of row.segments.entries()) {
      const before = row.segments[at - 1];
      const name = nameOver(segment, page) ?? nameOnLine(segment);
      const isNamed = [before, segment].some((one) => one !== undefined && opensWithRole(one, labels));
      if (name === null || isNamed) continue;
      const isSender =
        (issuers.length === 0 &&
          !isBelowIssuer(segment, name.text, page) &&
          !isUnderLetterhead(segment, page)) ||
        (findTaxIds(segment.text).length > 0 && !isUnderLetterhead(segment, page)) ||
        issuers.some((issuer) => isSameName(issuer, name.text) || isShortName(issuer, name.text));
      if (isSender) issuers.push(name.text);
      const points = segment.size < page.height * 1.02 ? 3 : 2.5;
      candidates.push({
        name: name.text,
        nameTokens: name.tokens,
        lines: [segment],
        seller: isSender ? points : 0,
        buyer: isSender ? 0 : points,
      });
      if (isSender) found.add(segment);
    }
  }
  return found;
}

/** Under a letter or a mail stands who wrote it in one line with street and town; only where nobody is named above. */
export function signingLine(page: LaidPage, labels: LabelIndex, candidates: PartyCandidate[]): void {
  if (candidates.some(({ seller }) => seller >= 1.5)) return;
  for (const row of page.rows.toReversed().slice(0, 8)) {
    const [segment, ...others] = row.segments;
    if (segment === undefined || others.length > 0 || opensWithRole(segment, labels)) continue;
    const name = nameOnLine(segment) ?? signedAddress(segment);
    if (name === null) continue;
    candidates.push({ name: name.text, nameTokens: name.tokens, lines: [segment], seller: 2, buyer: 0 });
    return;
  }
}

/** "D Kaczmarek Plumbing & Heating, 19 Nile Road, Ilkley": name, street and a town without its postcode. */
function signedAddress(segment: Segment): Segment | null {
  const parts = partsOfLine(segment.text);
  const isAddress =
    parts.length === 3 && isStreet(parts[1] ?? "") && /^\p{Lu}[\p{L}' -]{2,30}$/u.test(parts[2] ?? "");
  const name = isAddress ? toNameLine(segment) : null;
  return name !== null && /\p{L}{3}/u.test(name.text) && !/[:@]|\d{3}/.test(name.text) ? name : null;
}

/** "To: Parish Council, 4 Oilmills Road, …": a label says whose address it is. */
function opensWithRole(segment: Segment, labels: LabelIndex): boolean {
  const [first] = labels.get(segment) ?? [];
  return first !== undefined && isLeading(first) && (first.isPlain || startsWithLabel(segment, labels));
}

/** Whether somebody else introduced themselves above, with a tax id or a telephone, and the line is no tiny one with dots. */
function isBelowIssuer(segment: Segment, name: string, page: LaidPage): boolean {
  if (/[•●·|∙]/.test(segment.text)) return false;
  const next = page.rows.find(({ top, segments }) => top > segment.top && segments[0] !== undefined);
  if (segment.size < 0.85 * (next?.segments[0]?.size ?? page.height)) return false;
  const above = page.rows.filter(({ bottom }) => bottom <= segment.top);
  return (
    above.some(
      ({ text, segments }) =>
        // The head of a mail names who wrote it, who need not be the one who bills.
        !/^(?:from|to|cc|von|an|de|à|da|a|para|van|aan)\s?:.*@/iu.test(text) &&
        segments.length <= 2 &&
        (isContactLine(text) || taxNumber.test(text)),
    ) && !above.some(({ text }) => foldText(text).includes(foldText(name)))
  );
}

/** The company right above a line of trade, street and town: "Union Seebald KG" over "Wholesale · 8 Tal Road · Jena". */
function nameOver(segment: Segment, page: LaidPage): Segment | null {
  const own = nameOnLine(segment);
  if (own === null || hasStrictLegalForm(own.text)) return null;
  const above = page.rows
    .findLast(({ bottom }) => bottom <= segment.top + 0.3 * segment.size)
    ?.segments.find((other) => Math.abs(other.left - segment.left) < segment.size);
  const isOver =
    above !== undefined &&
    segment.top - above.bottom < 1.2 * segment.size &&
    hasStrictLegalForm(above.text) &&
    isNameLike(above.text);
  return isOver ? above : null;
}

/** The name that opens a line of name, street and town; `null` for any other line. */
function nameOnLine(segment: Segment): Segment | null {
  const { text } = segment;
  if (segment.tokens.length < 4 || text.length > 150) return null;
  const parts = partsOfLine(text);
  // "Mill Valley, CA 94941" is a town and no sender: a sender has a street too.
  const street = parts.findIndex((part, index) => index > 0 && isStreet(part));
  const hasAddress =
    street > 0 ? parts.slice(street + 1).some(isCityLine) : parts.length >= 3 && parts.some(isCityLine);
  // "Copper Ladle Catering Ltd · Pier Road, Kinsale · VAT IE 3520914GH": the tax id stands for the postcode.
  const isTaxed = parts.length >= 3 && taxNumber.test(text) && hasStrictLegalForm(parts[0] ?? "");
  // The very first line of a paper introduces its writer, though the postcode lacks.
  const isFirst = segment.row === 0 && street > 0 && parts.length >= 3;
  if (!isTaxed && !isFirst && !(hasAddress && (street > 0 || /[•●·|∙]/.test(text)))) return null;
  const name = toNameLine(segment);
  if (name === null || name.tokens.length >= segment.tokens.length) return null;
  const isName =
    /\p{L}{3}/u.test(name.text) &&
    !isPlace(name.text) &&
    !opensWithForm.test(name.text) &&
    !/\d{5}|@|:/.test(name.text) &&
    !isNumbered(name.text) &&
    name.text.split(" ").length <= 10;
  return isName ? name : null;
}
