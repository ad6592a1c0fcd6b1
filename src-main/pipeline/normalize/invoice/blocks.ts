import { countryOf, hasStrictLegalForm, isCityLine, isStreet } from "./legal-names.ts";
import { medianOf, spanAround } from "./layout.ts";
import { partsOfLine, taxNumber } from "./name-line.ts";
import type { LaidPage, Segment, Span } from "./layout.ts";

/** Segments that stand under each other like the lines of an address. */
export interface TextBlock extends Span {
  readonly page: number;
  readonly lines: readonly Segment[];
}

/** Groups the segments of a page to blocks by a shared left or right edge or center, and small gaps. */
export function pageToBlocks(page: LaidPage, isOpen: (segment: Segment) => boolean): readonly TextBlock[] {
  const blocks: Segment[][] = [];
  for (const row of page.rows) {
    for (const segment of row.segments) {
      if (!isOpen(segment)) continue;
      // The nearest block above takes it: another may end at the same edge further up.
      const block = blocks
        .filter((lines) => isNext(lines, segment, page))
        .reduce<Segment[] | undefined>(
          (best, lines) => ((best?.at(-1)?.row ?? -1) >= (lines.at(-1)?.row ?? 0) ? best : lines),
          undefined,
        );
      if (block === undefined) blocks.push([segment]);
      else block.push(segment);
    }
  }
  return blocks.map((lines) => ({ ...spanAround(lines), page: page.number, lines }));
}

/** Whether an address has said its town, if only in its last line, and that line how its owner is taxed. */
const closesAddress = (lines: readonly Segment[]): boolean =>
  taxNumber.test(lines.at(-1)?.text ?? "") &&
  !/^[^\d]*(?:SIRET|RCS|EORI)/i.test(lines.at(-1)?.text ?? "") &&
  (lines.slice(0, -1).some((line) => isCityLine(line.text)) ||
    partsOfLine(lines.at(-1)?.text ?? "").some(isCityLine));

/** A line of words that begins like a name and not like a further entry of an address. */
const opensName = (text: string): boolean =>
  /^\p{Lu}[\p{L}&.'’-]* \p{L}/u.test(text) &&
  !/[:@]/.test(text) &&
  !taxNumber.test(text) &&
  !isStreet(text.replace(/\s\d+.*$/, " Street"));

const isCompany = (line: Segment): boolean =>
  hasStrictLegalForm(line.text) && line.tokens.length >= 2 && line.tokens.length <= 7;

/** Behind a whole address a wider gap begins that of somebody else, unless what follows reaches or taxes its owner. */
function isNextAddress(lines: readonly Segment[], segment: Segment, gap: number): boolean {
  const gaps = lines.slice(1).map((line, index) => line.top - (lines[index]?.bottom ?? line.top));
  const usual = gaps.length === 0 ? 0 : medianOf(gaps);
  return (
    lines.some((line) => isCityLine(line.text)) &&
    gap > Math.max(usual, 0.1 * segment.size) + 0.5 * segment.size &&
    /^\p{Lu}/u.test(segment.text) &&
    !/[:@\d]/.test(segment.text) &&
    countryOf(segment.text) === null
  );
}

/** How far under a line the next of its block may stand, in heights of their letters. */
const widestGap = 3.5;

function isNext(lines: readonly Segment[], segment: Segment, page: LaidPage): boolean {
  const last = lines.at(-1);
  if (last === undefined || last.row === segment.row) return false;
  if (segment.row - last.row > 6) return false;
  // Where it stands goes before what it says: each segment asks all blocks above it.
  const size = Math.max(last.size, segment.size);
  const gap = segment.top - last.bottom;
  if (gap > widestGap * size || gap < -0.5 * size) return false;
  const edge = 0.6 * page.height;
  const isLeft = Math.abs(last.left - segment.left) < edge;
  const isRight = Math.abs(last.right - segment.right) < edge && segment.left > page.width * 0.45;
  const isCentered = Math.abs(last.left + last.right - segment.left - segment.right) / 2 < edge;
  if (!isLeft && !isRight && !isCentered) return false;
  // A second company right under a first one or its town is another party.
  if (
    hasStrictLegalForm(segment.text) &&
    !/^c\/[o-]/i.test(segment.text) &&
    /\p{L}{4}/u.test(segment.text) &&
    (isCityLine(last.text) || isCompany(last))
  )
    return false;
  // Under a logo in larger letters stands who the paper is for.
  if (
    lines.length === 1 &&
    last.size >= 1.25 * segment.size &&
    hasStrictLegalForm(segment.text) &&
    isCompany(segment) &&
    !hasStrictLegalForm(last.text)
  )
    return false;
  // Behind a whole address with its tax id the next name is that of somebody else.
  if (closesAddress(lines) && opensName(segment.text)) return false;
  // An address may be set wide: the town two lines under its street, at the same edge.
  const isTown =
    isCityLine(segment.text) && isStreet(last.text) && Math.abs(last.left - segment.left) < 0.2 * size;
  if (gap > (isTown ? widestGap : 2) * size) return false;
  const ratio = last.size / segment.size;
  // A house in large letters over its street and town in small ones is one letterhead.
  const isLetterhead =
    lines.length === 1 && last.top < 0.16 && gap <= 0.8 * last.size && isCityLine(segment.text) && isLeft;
  if ((ratio > 1.8 && !(isLetterhead && ratio < 3)) || ratio < 0.55) return false;
  if (isNextAddress(lines, segment, gap)) return false;
  const isAddress =
    gap <= 1.1 * size ||
    isStreet(segment.text) ||
    isCityLine(segment.text) ||
    countryOf(segment.text) !== null;
  if (!isAddress) return false;
  return !page.horizontals.some(
    (rule) =>
      rule.top > last.top + 0.5 * size &&
      rule.top < segment.bottom - 0.5 * size &&
      rule.left < segment.right &&
      rule.right > segment.left,
  );
}
