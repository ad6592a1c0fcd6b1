import type { DocumentKind } from "../../../../../src-shared/model/index.ts";
import type { Line } from "../structure/outline.ts";
import { acceptingParty } from "./accepting-party.ts";
import { turnedSides, withinSubcontract } from "./counterparts.ts";
import { issuerOf } from "./letter-parties.ts";
import { mailboxSides } from "./mailbox-sides.ts";
import { sameName } from "./same-name.ts";
import { looksLikePerson } from "./name-shape.ts";
import type { Standing } from "./party-standing.ts";
import type { FoundParty } from "./preamble-parties.ts";
import { isFirm, signsOf } from "./side-signs.ts";

/** Who bills and who pays, and who else is named. */
export interface Sides {
  readonly seller: FoundParty | null;
  readonly buyer: FoundParty | null;
  readonly others: readonly FoundParty[];
  /** Both are parties, but hardly anything tells which of them bills. */
  readonly areGuessed: boolean;
}

/** Points, in the measure of a mention's strength: a labeled name has 2.5, a name in the right place 1.6. */
const weights = {
  /** Whose paper it is, where the paper says that its writer sells or buys, and where it does not say. */
  letterhead: 1.4,
  unsaidLetterhead: 0.4,
  acceptance: 1.5,
  /** What being surely a party is worth against being on the right side. */
  presence: 1,
} as const;
/** The least that the sides of two must differ in, and that the best pair must be ahead of one with a third party. */
const margins = { sides: 1.2, third: 0.25, alone: 1.5, party: 0.9, word: 2 } as const;
/** More parties than these are compared by what is said of them only. */
const most = 6;

/**
 * The two sides of a paper, by all that its mentions of parties, their places and its sentences say.
 *
 * Every pair of parties is weighed as seller and buyer. Where the best pair is hardly better than its reverse, or than
 * one with a third party, and no side of one alone is said, it is a guess: for a person to confirm, no ground for a check.
 *
 * @param head the name in the letterhead, if the paper has one
 */
export function decideSides(
  found: readonly Standing[],
  head: FoundParty | null,
  lines: readonly Line[],
  kind: DocumentKind,
  number: string | null,
): Sides {
  const standings = plausible(withinSubcontract(found), head, kind)
    .toSorted((one, other) => other.presence - one.presence)
    .slice(0, most);
  const entries = standings.map(({ entry }) => entry);
  const accepting = kind === "purchase-order" ? null : acceptingParty(entries, lines);
  const turned = turnedSides(entries);
  const isHead = (entry: FoundParty): boolean => head !== null && sameName(head.name, entry.name);
  const issuer = sideOfHead(standings, isHead) ?? issuerOf(lines, kind);
  const signs = signsOf(entries, lines, issuer, number);
  const boxes = kind === "message" ? mailboxSides(entries, lines, issuer) : [];
  const nets = standings.map(({ entry, said }, index) => {
    const voice = !isHead(entry)
      ? 0
      : issuer === null
        ? weights.unsaidLetterhead
        : issuer === "seller"
          ? weights.letterhead
          : -weights.letterhead;
    const yes = accepting === null ? 0 : entry === accepting ? -weights.acceptance : weights.acceptance / 2;
    // The word for the other party turns what one's own word says, and does not only weigh against it.
    const turn = turned[index] ?? 0;
    return (turn * said < 0 ? turn : said + turn) + (signs[index] ?? 0) + (boxes[index] ?? 0) + voice + yes;
  });
  const pair = bestPair(standings, nets);
  const isDecided = pair?.isDecided === true;
  const alone = isDecided ? null : onlySide(standings, nets);
  const likely = alone === null ? pair : null;
  // Who writes in the words of one side is on it, though nobody was found on the other.
  const writer = pair === null && alone === null && issuer !== null ? entries.find(isHead) : undefined;
  const onSide = (role: "seller" | "buyer"): FoundParty | null =>
    likely?.[role] ?? (alone?.role === role ? alone.entry : issuer === role ? (writer ?? null) : null);
  const seller = onSide("seller");
  const buyer = onSide("buyer");
  return {
    seller,
    buyer,
    others: entries.filter((entry) => entry !== seller && entry !== buyer),
    areGuessed: (likely !== null && !isDecided) || writer !== undefined,
  };
}

/** Where words give a side to somebody else, who wrote the paper is on the other one. */
function sideOfHead(
  standings: readonly Standing[],
  isHead: (entry: FoundParty) => boolean,
): "seller" | "buyer" | null {
  if (!standings.some(({ entry }) => isHead(entry))) return null;
  const others = standings.filter(({ entry }) => !isHead(entry));
  const sells = others.some(({ said }) => said >= margins.word);
  const buys = others.some(({ said }) => said <= -margins.word);
  return sells === buys ? null : buys ? "seller" : "buyer";
}

/** Where firms are named, a person that only a place on the page suggests is who writes, reads or signs for one. */
function plausible(
  standings: readonly Standing[],
  head: FoundParty | null,
  kind: DocumentKind,
): readonly Standing[] {
  const firms = standings.filter(({ entry }) => isFirm(entry)).length;
  return standings.filter(
    (standing) =>
      firms === 0 ||
      isFirm(standing.entry) ||
      (head !== null && sameName(head.name, standing.entry.name)) ||
      isPartyBeside(firms, standing, kind),
  );
}

/** Whether somebody who is no firm may be a party where firms are named. */
function isPartyBeside(firms: number, { entry, presence, said }: Standing, kind: DocumentKind): boolean {
  // "T. Birkett, Director": a person with the office of theirs.
  const isPerson = looksLikePerson(entry.name.split(",")[0] ?? "");
  if (firms < 2) return Math.abs(said) >= margins.alone || presence >= facing || !isPerson;
  // "Buyer: Ivana Sarto" on an order is who buys for the firm.
  if (kind === "purchase-order" && isPerson) return false;
  return Math.abs(said) >= margins.word || presence >= introduced;
}

/** From here on a name stands where only a party does: facing the other one, or behind a label. */
const facing = 2;
/** From here on a party introduces itself. */
const introduced = 2.9;

function bestPair(
  standings: readonly Standing[],
  nets: readonly number[],
): { readonly seller: FoundParty; readonly buyer: FoundParty; readonly isDecided: boolean } | null {
  const pairs = standings.flatMap((seller, first) =>
    standings.flatMap((buyer, second) => {
      if (first === second) return [];
      const gap = (nets[first] ?? 0) - (nets[second] ?? 0);
      return [{ seller, buyer, gap, score: gap + weights.presence * (seller.presence + buyer.presence) }];
    }),
  );
  const ranked = pairs
    .filter(({ seller, buyer }) => Math.min(seller.presence, buyer.presence) >= margins.party)
    .toSorted((one, other) => other.score - one.score);
  const [best, next] = ranked;
  if (best === undefined) return null;
  const isDecided =
    best.gap >= margins.sides && (next === undefined || best.score - next.score >= margins.third);
  return { seller: best.seller.entry, buyer: best.buyer.entry, isDecided };
}

/** The one party whose side is said, where nobody is there for the other. */
function onlySide(
  standings: readonly Standing[],
  nets: readonly number[],
): { readonly entry: FoundParty; readonly role: "seller" | "buyer" } | null {
  const sure = standings.flatMap(({ entry, said }, index) => {
    const net = nets[index] ?? 0;
    return Math.abs(said) >= margins.alone && Math.abs(net) >= margins.alone && said * net > 0
      ? [{ entry, net }]
      : [];
  });
  const [only] = sure;
  return only === undefined || sure.length > 1
    ? null
    : { entry: only.entry, role: only.net > 0 ? "seller" : "buyer" };
}
