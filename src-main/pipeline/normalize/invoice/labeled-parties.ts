import { foldText } from "../values/index.ts";
import type { TextBlock } from "./blocks.ts";
import { tokensToSegment } from "./layout.ts";
import type { LaidPage, Layout, Segment, Token } from "./layout.ts";
import { hasStrictLegalForm, isCityLine } from "./legal-names.ts";
import { underPerson } from "./name-below.ts";
import { isForAttention } from "./name-line.ts";
import { isNameLike, isPerson } from "./name-shape.ts";
import { isNameLabel, isOtherLabel, nameOf } from "./party-names.ts";
import type { PartyCandidate } from "./party-places.ts";
import { isLeading, startsWithLabel, tokensBehind, weightOf } from "./printed-labels.ts";
import type { LabelIndex, PrintedLabel } from "./printed-labels.ts";

const personInReverse = /^\p{Lu}[\p{L}'’-]+, \p{Lu}[\p{L}'’.-]+(?: \p{Lu}\.?)?$/u;

/** The parties that labels announce ("Bill to", "Lieferant:"), each with points for its role. */
export function labeledCandidates(
  page: LaidPage,
  layout: Layout,
  labels: LabelIndex,
  blocks: readonly TextBlock[],
  candidates: PartyCandidate[],
  isOpen: (segment: Segment) => boolean,
): void {
  const slip =
    page.rows.find((row) => row.top > 0.25 && slipTitle.test(foldText(row.text)))?.index ?? Infinity;
  for (const row of page.rows) {
    for (const segment of row.segments) {
      if (!isOpen(segment)) continue;
      for (const label of labels.get(segment) ?? []) {
        const [seller, buyer] = rolesOf(label, row.index > slip);
        const weight = Math.max(seller, buyer) * label.place;
        if (weight === 0 || !isLeading(label)) continue;
        // "Customer VAT number" announces a number.
        if ((labels.get(segment) ?? []).some((other) => other.start === label.end)) continue;
        // Weak words ("for", "to", "an") are labels only when they stand alone or before a colon.
        if (Math.max(seller, buyer) < 1 && !label.isPlain) continue;
        if (isAttended(label, labels, blocks)) continue;
        const lines = linesOf(label, layout, labels, blocks);
        const named =
          ownLineName(label, lines, labels) ?? nameOf(buyer > seller ? underPerson(lines) : lines, labels);
        if (named === null) continue;
        // Who advertises is billed, through whichever agency; "Buyer: Lloyd, Dillon" is somebody who buys for it.
        const share = label.phrase === "advertiser" ? 1.75 : personInReverse.test(named.name) ? 0.5 : 1;
        const isPlain = label.isPlain || isTranslated(label, tokensBehind(label, labels));
        const points = 4 * weight * share * (isPlain ? 1 : 0.6);
        candidates.push({
          name: named.name,
          nameTokens: named.tokens,
          lines,
          seller: seller > 0 ? points : 0,
          buyer: buyer > 0 && seller < buyer ? points : seller > 0 ? 0 : points,
        });
      }
    }
  }
}

/** "Attention: Jane Doe", "Frau Doe" under the name of a house: within its address, and nobody who is billed. */
function isAttended({ segment }: PrintedLabel, labels: LabelIndex, blocks: readonly TextBlock[]): boolean {
  const isPersons = isPerson(segment.text);
  if (!isPersons && !isForAttention(segment.text)) return false;
  const lines = blocks.find((block) => block.lines.includes(segment))?.lines ?? [];
  const above = lines.slice(0, lines.indexOf(segment));
  if (above.length === 0 || above.length > 3) return false;
  return isPersons ? nameOf(above, labels) !== null : nameOf(lines, labels) !== null;
}

/** Whether behind a label stands the same in another language, up to its colon: "Sold to / Vendu à:". */
const isTranslated = ({ segment, end }: PrintedLabel, behind: readonly Token[]): boolean =>
  /^[/|]/.test(segment.tokens[end]?.text ?? "") &&
  (behind.at(-1)?.text ?? "").endsWith(":") &&
  behind.length <= 5;

/** Titles of the part of a page that goes back with the payment. */
const slipTitle =
  /\b(?:payment advice|remittance (?:advice|slip|stub)|payment (?:slip|stub|coupon)|(?:detach|return|cut off) (?:this|and|with|here)|empfangsschein|zahlteil|zahlschein|uberweisungstrager|recepisse|section paiement|talon de paiement|bulletin de versement|ricevuta|sezione pagamento|bollettino|acceptgiro|resguardo de pago|talao de pagamento)\b/;

/** "Client: Ms Doe" over her house: who stands behind the colon, unless a company stands below. */
function ownLineName(
  { segment, isPlain }: PrintedLabel,
  lines: readonly Segment[],
  labels: LabelIndex,
): ReturnType<typeof nameOf> {
  const [first, ...more] = lines;
  const isOwn = isPlain && first !== undefined && first.row === segment.row && first.left < segment.right;
  return isOwn && !more.slice(0, 3).some((line) => hasStrictLegalForm(line.text))
    ? nameOf([first], labels)
    : null;
}

/** What a label says of who sells and who buys. A slip is written by the payer: it is "to" the seller and "from" the buyer. */
function rolesOf(label: PrintedLabel, isOnSlip: boolean): readonly [seller: number, buyer: number] {
  const roles = [weightOf(label, "seller"), weightOf(label, "buyer")] as const;
  return isOnSlip && /^(?:to|from|an|von|a|de|da|aan|van|para)$/.test(label.phrase)
    ? [roles[1], roles[0]]
    : roles;
}

/** The lines of an address that a label announces: behind it, or in the block under or beside it. */
function linesOf(
  label: PrintedLabel,
  layout: Layout,
  labels: LabelIndex,
  blocks: readonly TextBlock[],
): readonly Segment[] {
  const after = tokensBehind(label, labels);
  // "Sold to / Vendu à:": the same word in another language.
  const isTranslation = isTranslated(label, after);
  const behind = isTranslation ? [] : after;
  const row = layout.rows[label.segment.row];
  const block = blocks.find((one) => one.lines.includes(label.segment));
  const rest = block === undefined ? [] : block.lines.slice(block.lines.indexOf(label.segment) + 1);
  const untilLabel = (lines: readonly Segment[]): readonly Segment[] => {
    const end = lines.findIndex(
      (line, index) => isOtherLabel(line, labels) && !(index === 0 && isNameLabel(line, labels)),
    );
    return end < 0 ? lines : lines.slice(0, end);
  };
  if (behind.some((token) => /\p{L}{2}/u.test(token.text))) {
    const first = tokensToSegment(behind, label.segment.page, label.segment.row);
    return [first, ...untilLabel(rest)];
  }
  const named = namedBeside(label, layout);
  if (named !== null) return [named];
  const lines = untilLabel(rest);
  const at = row?.segments.indexOf(label.segment) ?? -1;
  const right = row?.segments[at + 1];
  // "Kunde  10288": what stands beside the word is a number, and nobody under it.
  if (
    right !== undefined &&
    /^[A-Z]{0,2}[-/]?\d[\d/.-]*$/.test(right.text) &&
    right.left - label.segment.right < 25 * right.size
  )
    return [];
  // A label in the middle of a tall cell: the address beside it begins above.
  const isAlone = !rest.slice(0, 1).some((line) => isNameLike(line.text));
  const centered =
    right === undefined || !isAlone || startsWithLabel(right, labels)
      ? null
      : centeredBeside(label, right, layout, blocks);
  if (centered !== null) return untilLabel(centered);
  // A grid of names and values: under "Advertiser" stands the next name, and its value beside it.
  const [first] = lines;
  const inGrid =
    right !== undefined &&
    first !== undefined &&
    first.tokens.length <= 2 &&
    isNameLike(right.text) &&
    !/\d/.test(right.text) &&
    !startsWithLabel(right, labels) &&
    (layout.rows[first.row]?.segments.some(
      (segment) => segment !== first && Math.abs(segment.left - right.left) < 0.5 * right.size,
    ) ??
      false);
  if (inGrid) return [right];
  if (lines.length > 0) return lines;
  // A column of its own under the word, with a town in it: what stands beside is the column of somebody else.
  const column = label.isPlain ? untilLabel(columnUnder(label.segment, layout)) : [];
  if (column.some((line) => isCityLine(line.text)) && isNameLike(column[0]?.text ?? "")) return column;
  const beside =
    right === undefined || startsWithLabel(right, labels)
      ? undefined
      : blocks.find((one) => one.lines.includes(right));
  // A column of names beside a column of values: what belongs to the next name stands beside that.
  const nextName = rest.find((line) => startsWithLabel(line, labels))?.row ?? Number.POSITIVE_INFINITY;
  const besideLines =
    right === undefined || beside === undefined
      ? []
      : untilLabel(beside.lines.slice(beside.lines.indexOf(right))).filter((line) => line.row < nextName);
  // A gap under the label: the nearest block below that shares its left edge.
  const under = blocks
    .filter(
      (one) =>
        one.top >= label.segment.bottom - 0.002 &&
        one.top - label.segment.bottom < 0.035 &&
        Math.abs(one.left - label.segment.left) < 0.02,
    )
    .sort((first, second) => first.top - second.top)[0];
  const underLines = untilLabel((under ?? underHeading(label, layout, blocks))?.lines ?? []);
  // An address is what the label means; without one, what stands beside it.
  const hasTown = (own: readonly Segment[]): boolean => own.slice(0, 6).some((line) => isCityLine(line.text));
  if (hasTown(underLines) && !hasTown(besideLines)) return underLines;
  return besideLines.length > 0 ? wholeName(besideLines) : underLines;
}

/** How many rows an address under its label takes at most, and how far each stands under the one before it in letter sizes. */
const longestAddress = 8;
const addressGap = 1.6;

/** The lines under a segment at its own left edge, in whatever size of letters, up to a gap. */
function columnUnder(segment: Segment, { rows }: Layout): readonly Segment[] {
  const lines: Segment[] = [];
  let last = segment;
  for (const row of rows.slice(segment.row + 1, segment.row + 1 + 2 * longestAddress)) {
    if (row.page !== segment.page || lines.length === longestAddress) break;
    const next = row.segments.find(({ left }) => Math.abs(left - segment.left) < 0.5 * segment.size);
    if (next === undefined) continue;
    if (next.top - last.bottom > addressGap * Math.min(last.size, next.size)) break;
    lines.push(next);
    last = next;
  }
  return lines;
}

/** The block under a label that heads the whole width of the page, in the middle of it. */
function underHeading(
  { segment, isPlain }: PrintedLabel,
  { rows }: Layout,
  blocks: readonly TextBlock[],
): TextBlock | undefined {
  if (!isPlain || (rows[segment.row]?.segments.length ?? 0) > 1) return undefined;
  const next = rows[segment.row + 1];
  const [line] = next?.page === segment.page ? next.segments : [];
  const isNear =
    line !== undefined && line.top - segment.bottom < 2 * segment.size && line.left < segment.left;
  return isNear ? blocks.find(({ lines }) => lines.includes(line)) : undefined;
}

/** The lines of a block that stands beside a label from above it to below it; `null` for one that begins beside it. */
function centeredBeside(
  label: PrintedLabel,
  right: Segment,
  layout: Layout,
  blocks: readonly TextBlock[],
): readonly Segment[] | null {
  const beside = blocks.find((one) => one.lines.includes(right));
  const at = beside?.lines.indexOf(right) ?? -1;
  if (beside === undefined || at < 1 || !label.isPlain) return null;
  // Rows of the block that hold nothing on the label's side belong to its cell.
  const isBare = (line: Segment): boolean =>
    layout.rows[line.row]?.segments.every(({ left }) => left >= right.left - 0.5 * right.size) ?? false;
  const above = beside.lines.slice(0, at);
  const first = above.findLastIndex((line) => !isBare(line)) + 1;
  const below = beside.lines.slice(at + 1);
  const end = below.findIndex((line) => !isBare(line));
  const cell = [...above.slice(first), right, ...(end < 0 ? below : below.slice(0, end))];
  return first < at && cell.length - (at - first) >= 2 ? cell : null;
}

/** A name that breaks within its cell, with nothing else in it: "Clínica Dental Nova" over "Sonrisa, S.L.P.". */
function wholeName(lines: readonly Segment[]): readonly Segment[] {
  const [first, second, ...more] = lines;
  const isBroken =
    first !== undefined &&
    second !== undefined &&
    more.length === 0 &&
    second.row - first.row === 1 &&
    isNameLike(first.text) &&
    isNameLike(second.text) &&
    !hasStrictLegalForm(first.text) &&
    hasStrictLegalForm(second.text);
  return isBroken ? [tokensToSegment([...first.tokens, ...second.tokens], first.page, first.row)] : lines;
}

const nameWord =
  /^(?:name|firma|firmenname|company|company name|nom|naam|nombre|nome|raison sociale|ragione sociale|razón social|denominazione|denominação|bedrijf|bedrijfsnaam|société|empresa|customer name|vendor name)\s*:?$/i;

/** In a form the name stands beside its own label, a few rows under the heading: "Verkäufer … Name: … ACME GmbH". */
function namedBeside(label: PrintedLabel, layout: Layout): Segment | null {
  if (label.end < label.segment.tokens.length) return null;
  for (let index = label.segment.row + 1; index <= label.segment.row + 5; index += 1) {
    const row = layout.rows[index];
    if (row === undefined || row.page !== label.segment.page) return null;
    const at = row.segments.findIndex(
      (segment) => Math.abs(segment.left - label.segment.left) < 0.03 && nameWord.test(segment.text),
    );
    const beside = row.segments[at + 1];
    if (at >= 0 && beside !== undefined && isNameLike(beside.text)) return beside;
  }
  return null;
}
