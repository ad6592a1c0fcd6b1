import type { OwnCompany, Party, ReadDocument } from "../../../../src-shared/model/index.ts";
import { pageToBlocks } from "./blocks.ts";
import type { DocumentSigns } from "./document-signs.ts";
import { tokensToEvidence } from "./evidence.ts";
import { withFullNames, withLegalName } from "./full-name.ts";
import type { Layout, Segment } from "./layout.ts";
import { countryOf, countryOfCityLine } from "./legal-names.ts";
import { legalFooter } from "./legal-footer.ts";
import { domainsIn, isDomainOf, signedIssuers } from "./issuer-signs.ts";
import { besideLetterhead, mailWriter, onlyOtherIssuer, onlyOtherParty } from "./other-party.ts";
import { addressOf } from "./party-address.ts";
import { isSameName, isShortName } from "./party-names.ts";
import { labeledCandidates } from "./labeled-parties.ts";
import { windowAndLetterhead } from "./party-places.ts";
import type { PartyCandidate } from "./party-places.ts";
import { remainingParty } from "./remaining-party.ts";
import { selfNamedIssuers } from "./self-named.ts";
import { senderLine, signingLine } from "./sender-line.ts";
import { printedTaxIds } from "./printed-tax-ids.ts";
import { ownersOfTaxIds } from "./tax-id-owners.ts";
import type { PrintedTaxId } from "./printed-tax-ids.ts";
import type { LabelIndex } from "./printed-labels.ts";

export interface Parties {
  readonly seller: Party | null;
  readonly buyer: Party | null;
}

/** Who bills and who is billed, by labels, letterhead, sender line, address window and legal footer. */
export function readParties(
  document: ReadDocument,
  layout: Layout,
  labels: LabelIndex,
  isOpen: (segment: Segment) => boolean,
  own: OwnCompany,
  signs: DocumentSigns,
  issuer: "seller" | "buyer",
): Parties {
  const [first] = layout.pages;
  if (first === undefined) return { seller: null, buyer: null };
  const labeled: PartyCandidate[] = [];
  const placed: PartyCandidate[] = [];
  const senders = senderLine(first, labels, placed);
  const blocks = pageToBlocks(first, (segment) => isOpen(segment) && !senders.has(segment));
  labeledCandidates(first, layout, labels, blocks, labeled, isOpen);
  // Windows are on the left in most countries, and on the right in France.
  const windowSide = signs.countries.includes("FR") || signs.language === "fr" ? "right" : "left";
  const lastItem =
    layout.rows.findLast(({ segments }) => segments.some((segment) => !isOpen(segment)))?.index ?? -1;
  for (const page of layout.pages) legalFooter(page, labels, placed, blocks, lastItem, isOpen);
  // Whom a label names as the one who is billed issues nothing, wherever the name stands.
  const billed = labeled.filter(({ buyer }) => buyer >= 3).map(({ name }) => name);
  for (const one of placed) if (billed.some((name) => isSameName(name, one.name))) one.seller = 0;
  placed.push(
    ...signedIssuers(layout, labels, blocks, (name) => billed.some((other) => isSameName(name, other))),
  );
  placed.push(
    ...selfNamedIssuers(first, labels, blocks, lastItem, (name) =>
      billed.some((other) => isSameName(name, other) || isShortName(name, other)),
    ),
  );
  windowAndLetterhead(windowSide, senders, first, labels, blocks, placed);
  if (labeled.every(({ seller }) => seller < 1.5)) {
    signingLine(first, labels, placed);
    mailWriter(first, placed);
  }
  besideLetterhead(blocks, placed, labeled);
  if (labeled.every(({ buyer }) => buyer < 1.5)) onlyOtherParty(placed);
  onlyOtherIssuer([...labeled, ...placed]);
  domainVotes(layout, [...labeled, ...placed]);
  // Letterhead and window say who issues and who receives; on an order the issuer buys.
  if (issuer === "buyer") {
    for (const one of placed) [one.seller, one.buyer] = [one.buyer, one.seller];
  }
  const candidates = [...labeled, ...placed];
  ownVotes(own, candidates, issuer);
  const merged = [...mergeSame(candidates)];
  const allBlocks = [...blocks, ...layout.pages.slice(1).flatMap((page) => pageToBlocks(page, isOpen))];
  const { seller, buyer } = bestPair(merged);
  const given = seller ?? buyer;
  if (given !== null && (seller === null || buyer === null)) {
    const role = seller === null ? "seller" : "buyer";
    const other = remainingParty(given.name, role, issuer, layout, labels, allBlocks, isOpen);
    if (other !== null) merged.push(other);
  }
  const taxIds = printedTaxIds(layout, labels, isOpen);
  const parties = withFullNames(merged, layout);
  const best = bestPair(parties);
  const pair = { ...best, seller: withLegalName(best.seller, best.buyer, parties) };
  const owners = ownersOfTaxIds(taxIds, { ...pair, issuer, blocks, lastItem });
  const taxIdOf = (side: Side): PrintedTaxId | null =>
    taxIds.filter((one) => owners.get(one) === side).toSorted((one, other) => other.rank - one.rank)[0] ??
    null;
  const partyAt = (side: Side): Party | null => {
    const { [side]: party, [side === "seller" ? "buyer" : "seller"]: other } = pair;
    if (party === null) return null;
    const trade = best[side]?.name ?? party.name;
    // The two are never of the same name: where the other one begins, the address of this one ends.
    const others = other === null ? [] : [other.name];
    return toParty(party, {
      points: party[side],
      margin: marginOf(party, parties, side),
      document,
      taxId: taxIdOf(side),
      isIssuer: issuer === side,
      // Under a name of trade stands the address, under that of the company in the foot what the law wants.
      address: addressOf(trade, layout, labels, allBlocks, others),
      aliases: isSameName(trade, party.name) || isShortName(trade, party.name) ? [] : [trade],
    });
  };
  return { seller: partyAt("seller"), buyer: partyAt("buyer") };
}

type Side = "seller" | "buyer";

/** The two different names that have the most points together, each with enough of its own. */
function bestPair(candidates: readonly PartyCandidate[]): {
  readonly seller: PartyCandidate | null;
  readonly buyer: PartyCandidate | null;
} {
  let best: { seller: PartyCandidate | null; buyer: PartyCandidate | null; score: number } = {
    seller: null,
    buyer: null,
    score: 0,
  };
  for (const seller of [null, ...candidates]) {
    for (const buyer of [null, ...candidates]) {
      if (seller !== null && seller === buyer) continue;
      if (seller !== null && buyer !== null && isSameName(seller.name, buyer.name)) continue;
      const score = (seller === null ? 0 : seller.seller - 0.5) + (buyer === null ? 0 : buyer.buyer - 0.5);
      if (score > best.score + 1e-9) best = { seller, buyer, score };
    }
  }
  return {
    seller: best.seller === null || best.seller.seller < 1.5 ? null : best.seller,
    buyer: best.buyer === null || best.buyer.buyer < 1.5 ? null : best.buyer,
  };
}

function marginOf(chosen: PartyCandidate, candidates: readonly PartyCandidate[], role: Side): number {
  const rivals = candidates
    .filter((other) => other !== chosen && !isSameName(other.name, chosen.name))
    .map((other) => other[role]);
  return chosen[role] - Math.max(0, ...rivals);
}

/** An e-mail or web domain that shares a word with a name speaks for the seller. */
function domainVotes(layout: Layout, candidates: readonly PartyCandidate[]): void {
  const domains = layout.rows
    .filter((row) => row.top <= 0.2 || row.top >= 0.7)
    .flatMap((row) => domainsIn(row.text));
  for (const candidate of candidates) {
    if (domains.some((letters) => isDomainOf(letters, candidate.name)))
      candidate.seller += candidate.buyer > candidate.seller ? 0.5 : 2;
  }
}

function ownVotes(own: OwnCompany, candidates: readonly PartyCandidate[], role: "seller" | "buyer"): void {
  for (const candidate of candidates) {
    if (own.names.some((name) => isSameName(name, candidate.name))) candidate[role] += 3;
  }
}

function mergeSame(candidates: readonly PartyCandidate[]): readonly PartyCandidate[] {
  const merged: PartyCandidate[] = [];
  for (const candidate of candidates) {
    const twin = merged.find(
      (other) => isSameName(other.name, candidate.name) || isShortName(other.name, candidate.name),
    );
    if (twin === undefined) {
      merged.push({ ...candidate });
      continue;
    }
    // Repeats support, but ten footers are no more than two.
    twin.seller =
      Math.max(twin.seller, candidate.seller) + Math.min(1, Math.min(twin.seller, candidate.seller) * 0.3);
    twin.buyer =
      Math.max(twin.buyer, candidate.buyer) + Math.min(1, Math.min(twin.buyer, candidate.buyer) * 0.3);
    const isFuller = isShortName(twin.name, candidate.name) && candidate.name.length > twin.name.length;
    const isShorter = isShortName(twin.name, candidate.name) && !isFuller;
    if (isFuller || (!isShorter && candidate.lines.length > twin.lines.length))
      merged[merged.indexOf(twin)] = {
        ...twin,
        lines: candidate.lines,
        nameTokens: candidate.nameTokens,
        name: candidate.name,
      };
  }
  return merged;
}

/** What is known of a party beside the place of its name. */
interface Known {
  readonly document: ReadDocument;
  readonly points: number;
  /** Points before the next other name. */
  readonly margin: number;
  readonly taxId: PrintedTaxId | null;
  readonly isIssuer: boolean;
  readonly address: readonly string[];
  /** The name under which it trades. */
  readonly aliases: readonly string[];
}

function toParty(
  candidate: PartyCandidate,
  { points, margin, document, taxId, isIssuer, address, aliases }: Known,
): Party {
  const texts = [...candidate.lines.map(({ text }) => text.trim()), ...address];
  const country =
    texts.map(countryOf).find((code) => code !== null) ??
    texts.map(countryOfCityLine).find((code) => code !== null) ??
    taxId?.country ??
    null;
  const email =
    candidate.lines
      .map((line) => /[\w.+-]+@[\w-]+\.[\w.]+/.exec(line.text)?.[0])
      .find((found) => found !== undefined) ?? null;
  const confidence = Math.min(
    0.97,
    0.6 +
      0.05 * Math.min(points, 5) +
      (margin >= 2 ? 0.12 : margin > 0 ? 0.04 : -0.1) +
      // A tax id in its own lines says as well as its place who issues.
      (isIssuer && taxId !== null && margin > 0 && candidate.lines.includes(taxId.segment) ? 0.06 : 0),
  );
  return {
    name: candidate.name,
    taxId: taxId?.id ?? null,
    registration: null,
    address,
    country,
    email,
    aliases,
    evidence: tokensToEvidence(document, candidate.nameTokens),
    confidence: confidence * Math.min(1, ...candidate.nameTokens.map(({ word }) => word.confidence)),
  };
}
