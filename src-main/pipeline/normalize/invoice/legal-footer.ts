import { findTaxIds } from "../values/index.ts";
import type { TextBlock } from "./blocks.ts";
import type { LaidPage, Segment } from "./layout.ts";
import { endOfLegalName } from "./legal-name-end.ts";
import { hasStrictLegalForm } from "./legal-names.ts";
import { isUnderLetterhead } from "./letterhead.ts";
import { nameIn } from "./name-in-line.ts";
import type { PartyCandidate } from "./party-places.ts";
import { announcesTaxId } from "./printed-tax-ids.ts";
import { weightOf } from "./printed-labels.ts";
import type { LabelIndex } from "./printed-labels.ts";

/** "© 2019 Acme Ltd" says who drew the form. */
function isCopyright(text: string, name: string): boolean {
  const at = text.indexOf(name);
  const around = text.slice(Math.max(0, at - 8), at + name.length + 8);
  return /©|\(c\)|copyright/i.test(text) || /\b20\d\d\b/.test(around);
}

/** Lines with a tax id, a register entry or an account name the issuer, if they name anybody. */
export function legalFooter(
  page: LaidPage,
  labels: LabelIndex,
  candidates: PartyCandidate[],
  blocks: readonly TextBlock[],
  lastItem: number,
  isOpen: (segment: Segment) => boolean,
): void {
  for (const row of page.rows) {
    if (!row.segments.every(isOpen)) continue;
    const legal = row.segments.filter(
      (segment) =>
        findTaxIds(segment.text).length > 0 ||
        (labels.get(segment) ?? []).some(
          (label) =>
            announcesTaxId(label) || (weightOf(label, "register") >= 0.5 && /\d{5}/.test(segment.text)),
        ),
    );
    const isLegal = legal.length > 0;
    // A short paper has its foot higher up; there only what registers or taxes somebody tells it.
    const isFoot =
      row.top > 0.75 ||
      row.top < 0.14 ||
      (isLegal && row.segments.length === 1 && (row.top > 0.4 || (lastItem >= 0 && row.index > lastItem)));
    if (!isFoot) continue;
    for (const [at, segment] of row.segments.entries()) {
      // A long foot is a text: the company that it is about opens it.
      const isText = segment.tokens.length > 30 && endOfLegalName(segment.text) === null;
      if (!hasStrictLegalForm(segment.text) || isText) continue;
      const isBuyer = [row.segments[at - 1], segment].some((one) =>
        (one === undefined ? [] : (labels.get(one) ?? [])).some(
          (label) => label.isPlain && label.start === 0 && weightOf(label, "buyer") >= 0.5,
        ),
      );
      // At the head a tax id in another column may be that of somebody else, whom its block names.
      const ownedApart =
        !legal.includes(segment) &&
        blocks.some(
          ({ lines }) =>
            legal.some((one) => lines.includes(one)) && lines.some(({ text }) => hasStrictLegalForm(text)),
        );
      if (isBuyer || (row.top < 0.14 && isUnderLetterhead(segment, page))) continue;
      const name = nameIn(segment);
      if (name === null || isCopyright(segment.text, name.name)) continue;
      candidates.push({
        name: name.name,
        nameTokens: name.tokens,
        lines: [segment],
        seller: isLegal && !(row.top < 0.14 && ownedApart) ? 3 : 1.5,
        buyer: 0,
      });
    }
  }
}
