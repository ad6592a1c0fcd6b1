import type { LabelField } from "../labels/index.ts";
import type { TextBlock } from "./blocks.ts";
import { spanAround, textOf } from "./layout.ts";
import type { LaidPage, Segment, Token } from "./layout.ts";
import { hasStrictLegalForm, isCityLine } from "./legal-names.ts";
import { isCareOf, isContactLine, isForAttention, taxNumber, townIn } from "./name-line.ts";
import { isNameLike } from "./name-shape.ts";
import { isOtherLabel, isSameName, isShortName, nameOf } from "./party-names.ts";
import { isLeading, weightOf } from "./printed-labels.ts";
import type { LabelIndex } from "./printed-labels.ts";

/** Lines that may name a party, with points for either role. */
export interface PartyCandidate {
  readonly name: string;
  readonly nameTokens: readonly Token[];
  readonly lines: readonly Segment[];
  seller: number;
  buyer: number;
}

const issuerFields: readonly LabelField[] = ["tax-id", "register", "contact"];

/** Blocks with a town in them in the upper half: the addressee in its window, the sender in its letterhead. */
export function windowAndLetterhead(
  windowSide: "left" | "right",
  senders: ReadonlySet<Segment>,
  page: LaidPage,
  labels: LabelIndex,
  blocks: readonly TextBlock[],
  candidates: PartyCandidate[],
): void {
  // Whoever signs the foot or a sender line issues: an address of somebody else is the other one's.
  const addresses: PartyCandidate[] = [];
  const issuers = candidates.filter(({ seller }) => seller >= 2.5).map(({ name }) => name);
  for (const block of blocks.flatMap((one) => [one, ...addressBehindLabels(one, labels)])) {
    if (block.top > 0.5) continue;
    const labelLine = block.lines[0];
    const leading = labelLine === undefined ? undefined : (labels.get(labelLine) ?? [])[0];
    const isShipTo =
      (leading !== undefined && isLeading(leading) && weightOf(leading, "ship-to") >= 1) ||
      isUnderShipTo(block, page, labels);
    const isBank = block.lines.some((line) =>
      (labels.get(line) ?? []).some(
        // "Valley Food Bank" has no account: a word of banks counts first in its line, or with a number.
        (label) =>
          (isLeading(label) || /\d/.test(line.text)) &&
          (weightOf(label, "bank") > 0 || weightOf(label, "account") > 0 || weightOf(label, "bic") > 0),
      ),
    );
    const city = townIn(block.lines);
    const end = block.lines.findIndex(
      (line, index) => index > 0 && isOtherLabel(line, labels) && !isForAttention(line.text),
    );
    const lines = end < 0 ? block.lines : block.lines.slice(0, end);
    const usable = leading !== undefined && isLeading(leading) && leading.isPlain ? lines.slice(1) : lines;
    const named = nameOf(usable, labels);
    if (named === null || isShipTo) continue;
    const isLabeled =
      leading !== undefined &&
      isLeading(leading) &&
      // "van der Kolk" begins with no label: a weak word counts only with a colon or alone.
      Math.max(weightOf(leading, "seller"), weightOf(leading, "buyer")) >= (leading.isPlain ? 0.1 : 1);
    // "Customer | Marlow Ltd, 2 Mill Lane, Leeds": a name beside its label is read there.
    const nameLine = block.lines.find(({ tokens }) => tokens.includes(named.tokens[0] as Token));
    const own = page.rows.find(({ index }) => index === nameLine?.row)?.segments ?? [];
    const before = nameLine === undefined ? undefined : own[own.indexOf(nameLine) - 1];
    const isNamedBeside =
      before !== undefined &&
      !headsBlock(before, blocks) &&
      (labels.get(before) ?? []).some(
        (label) =>
          label.isPlain &&
          label.start === 0 &&
          Math.max(weightOf(label, "seller"), weightOf(label, "buyer")) >= 1,
      );
    if (isLabeled || isNamedBeside) continue;
    // A name alone in its line ("Sales contact") begins what is said of somebody else.
    const apart = block.lines.findIndex(
      (line, index) =>
        index > 0 &&
        (labels.get(line) ?? []).some(
          (label) => label.start === 0 && label.end === line.tokens.length && weightOf(label, "contact") > 0,
        ),
    );
    // "Attention: Jane Doe" stands within the address of who receives a letter, with their tax id or without.
    const isAttended = block.lines.some((line) => isForAttention(line.text));
    // Where somebody else signs the paper, whoever is named here does not issue it, with a tax id or without.
    const isStranger =
      issuers.length > 0 &&
      issuers.every((name) => !isSameName(name, named.name) && !isShortName(name, named.name));
    const mayHaveContact =
      !isAttended &&
      !isStranger &&
      block.lines.slice(0, apart < 0 ? block.lines.length : apart).some((line) => isContactLine(line.text));
    let seller = 0;
    let buyer = 0;
    // A title over an address ("TAX INVOICE") is no part of it.
    const top = Math.min(...named.tokens.map((token) => token.top));
    if (city > 0 && city < 7) {
      const isWindow = block.left < 0.5 * page.width && top > 0.11 && top < 0.36;
      if (mayHaveContact) seller += 2.5;
      else if (isWindow || isAttended) buyer += 2.5;
      if (isAttended) buyer += 1;
      // French windows are on the right.
      if (!mayHaveContact && !isWindow && block.left >= 0.45 * page.width && top > 0.1 && top < 0.36)
        buyer += windowSide === "right" ? 2.5 : 1.2;
      if (top <= 0.14) seller += 2;
      if (block.left >= 0.5 * page.width) seller += 0.8;
    }
    // "Rowing Club | c/o Jane Doe, Treasurer" receives the paper without an address too.
    else if (
      city < 0 &&
      top > 0.1 &&
      top < 0.4 &&
      block.lines.slice(1, 4).some((line) => isCareOf(line.text))
    )
      buyer += 2.5;
    // Right under the tiny line of the sender stands who the letter is for.
    const isUnderSender = [...senders].some(
      (line) =>
        (city >= 0 || block.lines.length >= 2 || hasStrictLegalForm(named.name)) &&
        Math.abs(line.left - block.left) < 2 * page.height &&
        block.top >= line.top &&
        block.top - line.bottom < 2.5 * page.height,
    );
    if (isUnderSender) {
      buyer += 3.5;
      seller = 0;
    }
    if (hasStrictLegalForm(named.name) && !isUnderSender) {
      seller += top < 0.16 ? 2 : 0.6;
      buyer += top >= 0.11 && top < 0.36 ? 0.8 : 0;
    }
    const isLargest =
      block.top < 0.18 &&
      block.lines.some(
        (line) =>
          line.size > 1.25 * page.height &&
          textOf(named.tokens) === line.text.slice(0, textOf(named.tokens).length),
      );
    if (isLargest) seller += 2;
    if (
      block.top < 0.08 &&
      block.lines.length <= 3 &&
      block.lines.some((line) => line.size > 1.15 * page.height)
    )
      seller += 1;
    // Beside or under a block that issues, with its tax id or contact, an address without either is the other one.
    const isOther =
      city > 0 &&
      !mayHaveContact &&
      top < 0.45 &&
      !isLargest &&
      (isAttended || isStranger || !isIssuing(block, labels)) &&
      (blocks.some((other) => other !== block && isIssuing(other, labels) && other.top < block.bottom) ||
        isStranger);
    if (isOther) [seller, buyer] = [0, Math.max(buyer, 0.5) + 2.5];
    else if (isAttended && buyer > 0 && !isLargest) seller = 0;
    // Name, tax id and address in two lines at the very top: a letterhead without lines of its own for street and town.
    const isHead =
      city < 0 &&
      block.top < 0.12 &&
      block.lines.length <= 4 &&
      block.lines[0]?.text.startsWith(named.name) === true &&
      block.lines.some(
        (line) =>
          /\d/.test(line.text) &&
          (labels.get(line) ?? []).some((label) =>
            issuerFields.some((field) => weightOf(label, field) >= (field === "contact" ? 1 : 0.5)),
          ),
      );
    if (isHead) seller += 2;
    // A name over its tax id, without an address: beside somebody else's letterhead the one who is billed.
    const isTaxedOnly =
      city < 0 &&
      !isAttended &&
      top < 0.45 &&
      seller < 2 &&
      block.lines.some((line) => taxNumber.test(line.text) && line.top > top) &&
      (isStranger || blocks.some((other) => other !== block && isIssuing(other, labels)));
    if (isTaxedOnly) [seller, buyer] = [0, Math.max(buyer, 2.5)];
    if (isBank) buyer = 0;
    if (seller === 0 && buyer === 0) continue;
    const candidate = { name: named.name, nameTokens: named.tokens, lines: usable, seller, buyer };
    candidates.push(candidate);
    if (city > 0 && !isBank) addresses.push(candidate);
  }
  // A letter names its sender first: of two addresses that nothing tells apart the second is the other one's.
  const [first, second, ...more] = addresses;
  if (
    first !== undefined &&
    second !== undefined &&
    more.length === 0 &&
    addresses.every(({ buyer }) => buyer < 1.5)
  ) {
    if (!isSameName(first.name, second.name) && first.seller >= second.seller) {
      second.buyer = 2;
      second.seller = Math.min(second.seller, 0.5);
    }
  }
}

/** Whether a word stands over lines of its own: what is beside it is somebody else's. */
const headsBlock = (segment: Segment, blocks: readonly TextBlock[]): boolean =>
  blocks.some(({ lines }) => {
    const below = lines[lines.indexOf(segment) + 1];
    return lines.includes(segment) && below !== undefined && isNameLike(below.text);
  });

/** An address that goes on under the number and the dates of the paper, at the same edge: a block of its own. */
function addressBehindLabels(block: TextBlock, labels: LabelIndex): readonly TextBlock[] {
  const last = block.lines.findLastIndex((line, index) => index > 0 && isOtherLabel(line, labels));
  const lines = block.lines.slice(last + 1);
  const [first] = lines;
  if (last < 0 || first === undefined || lines.length < 2 || !isNameLike(first.text)) return [];
  return lines.some((line) => isCityLine(line.text)) ? [{ ...block, ...spanAround(lines), lines }] : [];
}

/** Whether a block with a name and a town also says how to reach, tax or register its owner. */
function isIssuing({ lines, top }: TextBlock, labels: LabelIndex): boolean {
  return (
    top < 0.25 &&
    townIn(lines) >= 0 &&
    lines.some(
      (line) =>
        isContactLine(line.text) ||
        (/\d/.test(line.text) &&
          (labels.get(line) ?? []).some(
            (label) =>
              label.start === 0 &&
              issuerFields.some((field) => weightOf(label, field) >= (field === "contact" ? 1 : 0.5)),
          )),
    )
  );
}

/** Whether a heading alone in its line, a little above a block, names it as the place of delivery. */
function isUnderShipTo(block: TextBlock, page: LaidPage, labels: LabelIndex): boolean {
  return page.rows.some((row) =>
    row.segments.some(
      (segment) =>
        Math.abs(segment.left - block.left) < page.height &&
        segment.bottom <= block.top + 0.2 * page.height &&
        block.top - segment.bottom < 3 * page.height &&
        (labels.get(segment) ?? []).some(
          (label) => label.end - label.start === segment.tokens.length && weightOf(label, "ship-to") >= 1,
        ),
    ),
  );
}
