import { foldText } from "../values/index.ts";
import type { TextBlock } from "./blocks.ts";
import { overlapInX } from "./layout.ts";
import type { Segment, Token } from "./layout.ts";
import type { PrintedTaxId } from "./printed-tax-ids.ts";
import { ofBuyer, ofSeller } from "./whose-words.ts";

/** Whose name a tax id may stand beside: the words of the name, and the block that they stand in. */
interface NamedParty {
  readonly nameTokens: readonly Token[];
  readonly name: string;
  readonly lines: readonly Segment[];
}

/** Whom a tax id may be of, and where on the paper they are told. */
interface Known {
  readonly seller: NamedParty | null;
  readonly buyer: NamedParty | null;
  readonly issuer: "seller" | "buyer";
  readonly blocks: readonly TextBlock[];
  /** The last row of items; -1 for none. */
  readonly lastItem: number;
}

/** Ids in the upper fifth of a page, in its foot and under its items are those of who issues it. */
const isMargin = ({ top, row }: Segment, lastItem: number): boolean =>
  top < 0.2 || top > 0.68 || (lastItem >= 0 && row > lastItem);

/**
 * Whose every tax id of a paper is. A lone one that nothing binds to anybody is the issuer's, who must print theirs; `null`
 * stays for those of nobody known.
 */
export function ownersOfTaxIds(
  ids: readonly PrintedTaxId[],
  known: Known,
): ReadonlyMap<PrintedTaxId, "seller" | "buyer" | null> {
  const owners = new Map(ids.map((one) => [one, ownerOfTaxId(one, known)] as const));
  const loose = ids.filter((one) => owners.get(one) === null && one.rank >= 1);
  const [only] = loose;
  const isLone = only !== undefined && ids.every(({ id }) => id === only.id);
  if (isLone) for (const one of loose) owners.set(one, known.issuer);
  return owners;
}

/**
 * Whose tax id it is: by a word before it, by the name that goes before it in its line, by the block or the column
 * that it stands in; in the margins of a page, the issuer's. `null` where nothing says whose.
 */
function ownerOfTaxId(
  one: PrintedTaxId,
  { seller, buyer, issuer, blocks, lastItem }: Known,
): "seller" | "buyer" | null {
  if (one.role !== null) return one.role;
  const lead = foldText(one.lead).slice(-40);
  if (ofBuyer.test(lead) && !ofSeller.test(lead)) return "buyer";
  if (ofSeller.test(lead) && !ofBuyer.test(lead)) return "seller";
  // Under a name in its own block an id is of that name, whoever stands beside it in the same row.
  const [isSold, isBought] = [seller, buyer].map((party) => isUnderName(one, party, blocks));
  if (isSold !== isBought) return isSold === true ? "seller" : "buyer";
  // "Holm GmbH   Steuer-Nr. …   USt-IdNr. …": the cells of a foot are of whom one of them names.
  const inRow = ([seller, buyer] as const).map(
    (party) => party !== null && foldText(one.row).includes(foldText(party.name)),
  );
  if (inRow[0] !== inRow[1]) return inRow[0] === true ? "seller" : "buyer";
  const near = [seller, buyer].map((party) => (party === null ? null : distanceTo(one, party, blocks, 8)));
  // Further down its column an id still is of whom the column names, where it names but one of the two.
  const [sold, bought] = near.some((one) => one !== null)
    ? near
    : [seller, buyer].map((party) => (party === null ? null : distanceTo(one, party, blocks, 16)));
  if (sold !== null && sold !== undefined && (bought === null || bought === undefined || sold <= bought))
    return "seller";
  if (bought !== null && bought !== undefined) return "buyer";
  return isMargin(one.segment, lastItem) ? issuer : null;
}

/** Whether an id stands in the block of a name, below it. */
function isUnderName(
  { segment }: PrintedTaxId,
  party: NamedParty | null,
  blocks: readonly TextBlock[],
): boolean {
  const lines = blocks.find((block) => block.lines.includes(segment))?.lines ?? [];
  const [first] = party?.nameTokens ?? [];
  const at = first === undefined ? -1 : lines.findIndex(({ tokens }) => tokens.includes(first));
  return at >= 0 && at < lines.indexOf(segment);
}

/** How far under or behind a name an id stands that belongs to it; `null` where it does not. */
function distanceTo(
  { segment, start }: PrintedTaxId,
  { nameTokens, name, lines }: NamedParty,
  blocks: readonly TextBlock[],
  reach: number,
): number | null {
  const [first] = nameTokens;
  if (first === undefined) return null;
  if (segment.tokens.includes(first)) {
    const at = segment.text.indexOf(name);
    return at >= 0 && at < start ? 0 : null;
  }
  const below = segment.top - first.bottom;
  const isUnder = below > -0.5 * first.size && below < reach * first.size;
  const isOwnBlock =
    lines.includes(segment) ||
    blocks.some(
      (block) => block.lines.includes(segment) && block.lines.some(({ tokens }) => tokens.includes(first)),
    );
  if (isOwnBlock) return Math.max(0, below) * 0.5;
  const last = nameTokens.at(-1) ?? first;
  const isColumn =
    overlapInX(segment, { ...first, right: last.right }) > 0 ||
    Math.abs(segment.left - first.left) < first.size;
  return isUnder && isColumn ? Math.max(0, below) : null;
}
