import { foldText } from "../values/index.ts";
import type { TextBlock } from "./blocks.ts";
import { tokensToSegment } from "./layout.ts";
import type { Layout, Segment } from "./layout.ts";
import { isCityLine, isStreet } from "./legal-names.ts";
import { isContactLine, taxNumber, townIn } from "./name-line.ts";
import { isWrittenAsName } from "./name-words.ts";
import { isNameLike } from "./name-shape.ts";
import { isSameName, isShortName, nameOf } from "./party-names.ts";
import type { PartyCandidate } from "./party-places.ts";
import { isLeading, weightOf } from "./printed-labels.ts";
import type { LabelIndex } from "./printed-labels.ts";

/** Points of a party that nothing else names than that the other one is known. */
const remaining = 2;

/** Whoever has an address or a tax id on the paper. */
interface Owner {
  readonly name: string;
  readonly nameTokens: PartyCandidate["nameTokens"];
  readonly lines: readonly Segment[];
  readonly isShipTo: boolean;
}

/**
 * Where one party is known and nothing says who the other one is: the only other name on the paper that has an address
 * or a tax id, wherever it stands. A place of delivery counts where there is none beside it.
 */
export function remainingParty(
  given: string,
  role: "seller" | "buyer",
  issuer: "seller" | "buyer",
  layout: Layout,
  labels: LabelIndex,
  blocks: readonly TextBlock[],
  isOpen: (segment: Segment) => boolean,
): PartyCandidate | null {
  // A block that names the one who is known is theirs, whatever stands in it first.
  const isOfGiven = ({ lines }: TextBlock): boolean =>
    lines.some(({ text }) => foldText(text).includes(foldText(given)));
  const others = [
    ...blocks
      .filter((block) => !isOfGiven(block))
      .flatMap((block) => [...ownerOf(block, labels, role === issuer), ...ownerBeside(block, layout)]),
    ...ownersInForm(layout, labels, isOpen),
  ].filter(({ name }) => !isSameName(name, given) && !isShortName(name, given));
  const main = others.filter(({ isShipTo }) => !isShipTo);
  const [only, ...more] = main.length > 0 ? main : others;
  if (only === undefined || more.some(({ name }) => !isSameName(name, only.name))) return null;
  const { name, nameTokens, lines } = only;
  return { name, nameTokens, lines, seller: 0, buyer: 0, [role]: remaining };
}

/** The owner of an address that a block holds, or the head of a paper whose issuer is looked for. */
function ownerOf(block: TextBlock, labels: LabelIndex, isOfIssuer: boolean): readonly Owner[] {
  const isBank = block.lines.some((line) =>
    (labels.get(line) ?? []).some(
      (label) =>
        (isLeading(label) || /\d/.test(line.text)) &&
        ["bank", "account", "bic"].some((field) => weightOf(label, field as "bank") >= 0.5),
    ),
  );
  const town = townIn(block.lines);
  const street = block.lines.findIndex((line, index) => index > 0 && isStreet(line.text));
  // A head of a name and how to reach it may have its address in a column of its own.
  const isHead =
    isOfIssuer &&
    block.top < 0.12 &&
    block.lines.length <= 4 &&
    block.lines.slice(1).some(({ text }) => isContactLine(text));
  if (isBank || (town < 1 && street < 1 && !isHead) || (town < 0 && block.lines.length > 5)) return [];
  const [first] = block.lines;
  const [label] = first === undefined ? [] : (labels.get(first) ?? []);
  const isLabeled = label !== undefined && isLeading(label) && label.isPlain;
  const named = nameOf(isLabeled ? block.lines.slice(1) : block.lines, labels);
  if (named === null || /\d{4}/.test(named.name) || !isWrittenAsName(named.name)) return [];
  const isShipTo = isLabeled && weightOf(label, "ship-to") >= 0.5;
  return [{ name: named.name, nameTokens: named.tokens, lines: block.lines, isShipTo }];
}

/** Typed "Debtor: Foods Ltd" over an address that begins under the name: the words behind the colon own it. */
function ownerBeside(block: TextBlock, { rows }: Layout): readonly Owner[] {
  const [first] = block.lines;
  const above = first === undefined ? undefined : rows[first.row - 1];
  if (first === undefined || above === undefined || above.page !== first.page || townIn(block.lines) < 0)
    return [];
  return above.segments.flatMap((segment) => {
    const colon = segment.tokens.findIndex(({ text }) => text.endsWith(":"));
    const name = segment.tokens.slice(colon + 1);
    const [start] = name;
    const isOver =
      colon >= 0 && colon < 3 && start !== undefined && Math.abs(start.left - first.left) < 0.5 * first.size;
    if (!isOver) return [];
    const line = tokensToSegment(name, segment.page, segment.row);
    return isNameLike(line.text)
      ? [{ name: line.text, nameTokens: name, lines: [line, ...block.lines], isShipTo: false }]
      : [];
  });
}

/** Names beside words that say nothing known, over their tax id or address in the same two columns. */
function ownersInForm(
  { rows }: Layout,
  labels: LabelIndex,
  isOpen: (segment: Segment) => boolean,
): readonly Owner[] {
  return rows.flatMap((row, at) => {
    const [key, value, ...more] = row.segments;
    if (key === undefined || value === undefined || more.length > 0 || !isOpen(key)) return [];
    const isKey = key.tokens.length <= 3 && !/\d/.test(key.text) && (labels.get(key) ?? []).length === 0;
    if (!isKey || !isNameLike(value.text) || value.tokens.length < 2 || /\d/.test(value.text)) return [];
    const below = rows.slice(at + 1, at + 4).flatMap(({ segments }) => {
      const [name, own, ...others] = segments;
      const isEntry =
        name !== undefined &&
        own !== undefined &&
        others.length === 0 &&
        Math.abs(name.left - key.left) < key.size &&
        Math.abs(own.left - value.left) < value.size;
      return isEntry ? [{ name, own }] : [];
    });
    const isOwner = below.some(
      ({ name, own }) =>
        taxNumber.test(`${name.text} ${own.text}`) ||
        isCityLine(own.text) ||
        (isStreet(own.text) && /\p{L}{3}/u.test(own.text)),
    );
    return isOwner
      ? [
          {
            name: value.text,
            nameTokens: value.tokens,
            lines: [value, ...below.map(({ own }) => own)],
            isShipTo: false,
          },
        ]
      : [];
  });
}
