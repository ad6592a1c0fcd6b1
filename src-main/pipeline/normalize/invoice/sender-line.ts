import { findTaxIds } from "../values/index.ts";
import type { LaidPage, Segment } from "./layout.ts";
import { isCityLine, isStreet } from "./legal-names.ts";
import { isPlace, partsOfLine, toNameLine } from "./name-line.ts";
import { isSameName, isShortName } from "./party-names.ts";
import type { PartyCandidate } from "./party-places.ts";

/**
 * Names with street and town on one line: the tiny line of the sender over an address window, a letterhead in one line.
 *
 * A second such line of somebody else, without a tax id, is the address of who receives the paper.
 */
export function senderLine(page: LaidPage, candidates: PartyCandidate[]): ReadonlySet<Segment> {
  const found = new Set<Segment>();
  const issuers: string[] = [];
  for (const row of page.rows) {
    if (row.top > 0.45) break;
    for (const segment of row.segments) {
      const name = nameOnLine(segment);
      if (name === null) continue;
      const isSender =
        issuers.length === 0 ||
        findTaxIds(segment.text).length > 0 ||
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

/** The name that opens a line of name, street and town; `null` for any other line. */
function nameOnLine(segment: Segment): Segment | null {
  const { text } = segment;
  if (segment.tokens.length < 4 || text.length > 150) return null;
  const parts = partsOfLine(text);
  if (parts.length < 2 || !parts.some(isCityLine)) return null;
  // "Mill Valley, CA 94941" is a town and no sender: a sender has a street too.
  const hasStreet = parts.slice(1).some((part) => isStreet(part) && !isCityLine(part));
  if (!hasStreet && !(parts.length >= 3 && /[•●·|∙]/.test(text))) return null;
  const name = toNameLine(segment);
  if (name === null || name.tokens.length >= segment.tokens.length) return null;
  const isName =
    /\p{L}{3}/u.test(name.text) &&
    !isPlace(name.text) &&
    !/\d{5}|@|:/.test(name.text) &&
    name.text.split(" ").length <= 10;
  return isName ? name : null;
}
