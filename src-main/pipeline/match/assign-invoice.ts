import type {
  AgreementId,
  CustomerProfile,
  Invoice,
  MatchReason,
  Party,
  Policy,
} from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import {
  normalizeReference,
  normalizeTaxId,
  partyNameOf,
  referenceWords,
  wholeServiceInterval,
} from "../../../src-shared/wording/index.ts";
import type { FamilyDirectory, FamilyProfile, ReferenceHit } from "./family-directory.ts";
import { closeness, isSwapped } from "./party-closeness.ts";
import type { NamedParty } from "./party-closeness.ts";

/** A family that an invoice may belong to, before its lines are looked at. Points are hundredths. */
export interface FamilyCandidate {
  readonly familyId: AgreementId;
  readonly points: number;
  readonly reasons: readonly MatchReason[];
  /** Whether a number, a tax id or the exact name speaks for it; similar names only propose. */
  readonly isIdentified: boolean;
  /** The same seller bills somebody else, and no number leads here: only its prices may say that it belongs. */
  readonly isOtherCustomer: boolean;
  /** The invoice names its very number as that of its agreement or order. */
  readonly isNamedByNumber: boolean;
  /** Orders of the family that the invoice names. */
  readonly memberIds: readonly AgreementId[];
}

/** All families that a number, a name or a tax id leads to, best first. */
export function findFamilies(
  invoice: Invoice,
  directory: FamilyDirectory,
  policy: Policy,
  partyCache: Map<string, readonly PartyScore[]>,
): readonly FamilyCandidate[] {
  const hits = findReferenceHits(invoice, directory);
  const scores = scoreParties(invoice, directory, policy, partyCache);
  const ids = new Set([...hits.map(({ hit }) => hit.familyId), ...scores.map(({ familyId }) => familyId)]);
  const candidates: FamilyCandidate[] = [];
  for (const familyId of ids) {
    const profile = directory.profiles.get(familyId);
    if (profile === undefined) continue;
    const party = scores.find((score) => score.familyId === familyId);
    candidates.push(
      scoreFamily(
        invoice,
        profile,
        hits.filter(({ hit }) => hit.familyId === familyId),
        party,
      ),
    );
  }
  return candidates.toSorted(
    (first, second) => second.points - first.points || (first.familyId < second.familyId ? -1 : 1),
  );
}

/** How well the parties of an invoice fit a family. */
export interface PartyScore {
  readonly familyId: AgreementId;
  readonly points: number;
  readonly reasons: readonly MatchReason[];
  readonly isIdentified: boolean;
  /** The invoice names a buyer that is nobody of the agreement: then only a number can make it belong. */
  readonly isOtherBuyer: boolean;
  /** The same seller bills somebody who is nobody of the agreement. */
  readonly isOtherCustomer: boolean;
}

interface FoundReference {
  readonly hit: ReferenceHit;
  /** Named in a field of its own, and long enough to be no chance. */
  readonly isWhole: boolean;
  readonly reason: MatchReason;
}

function findReferenceHits(invoice: Invoice, directory: FamilyDirectory): readonly FoundReference[] {
  const found: FoundReference[] = [];
  const seen = new Set<string>();
  const look = (text: string | null, isWhole: boolean): void => {
    if (text === null) return;
    const keys = isWhole ? [normalizeReference(text), ...referenceWords(text)] : referenceWords(text);
    for (const key of keys) {
      for (const hit of directory.byReference.get(key) ?? []) {
        const id = `${hit.familyId}|${hit.memberId}|${hit.kind}`;
        if (seen.has(id)) continue;
        seen.add(id);
        found.push({ hit, isWhole: isWhole && key.length >= 4, reason: reasonOf(hit) });
      }
    }
  };
  look(valueOf(invoice.agreementReference), true);
  look(valueOf(invoice.orderReference), true);
  look(valueOf(invoice.projectReference), true);
  look(valueOf(invoice.buyerReference), true);
  for (const line of invoice.lines) look(line.orderReference, true);
  for (const note of invoice.notes) look(note, false);
  // "Account LDL-77" beside or within the name of who is billed.
  if (found.length === 0) look(invoice.buyer?.name ?? null, false);
  if (found.length === 0) for (const line of invoice.lines) look(line.description, false);
  return found;
}

function reasonOf({ rank, kind }: ReferenceHit): MatchReason {
  if (kind === "order" || rank === "purchase-order") return "order-reference";
  return rank === "estimate" ? "estimate-reference" : "agreement-reference";
}

function scoreFamily(
  invoice: Invoice,
  profile: FamilyProfile,
  hits: readonly FoundReference[],
  party: PartyScore | undefined,
): FamilyCandidate {
  const reasons = new Set<MatchReason>(party?.reasons ?? []);
  let points = party?.points ?? 0;
  const direct = hits.filter(({ hit }) => hit.kind !== "named");
  if (direct.length > 0) points += 60;
  else if (hits.length > 0) points += 30;
  for (const { reason } of hits) reasons.add(reason);
  if (direct.length === 0 && namesAnother(invoice, profile)) points -= 30;
  const interval = wholeServiceInterval(invoice);
  const day = interval?.start ?? valueOf(invoice.issueDate);
  if (day !== null && (profile.from !== null || profile.to !== null)) {
    const isInside =
      (profile.from === null || profile.from <= day) && (profile.to === null || day < profile.to);
    points += isInside ? 10 : -10;
    if (isInside) reasons.add("period");
  }
  const currency = valueOf(invoice.currency);
  if (currency !== null && profile.currency !== null) points += currency === profile.currency ? 5 : -10;
  if (!profile.isFirm) points -= 5;
  if (hits.length === 0 && party?.isOtherBuyer === true) points = Math.min(points, mostForAnotherBuyer);
  return {
    familyId: profile.family.id,
    points,
    reasons: [...reasons],
    isIdentified: hits.length > 0 || (party?.isIdentified ?? false),
    isOtherCustomer: hits.length === 0 && party?.isOtherCustomer === true,
    isNamedByNumber: direct.some(({ isWhole }) => isWhole),
    memberIds: [...new Set(direct.map(({ hit }) => hit.memberId))],
  };
}

/** Below what a candidate needs, so that the agreement is shown as near and governs nothing. */
const mostForAnotherBuyer = 15;

/** The invoice names an agreement of the same pattern of number, and it is not one of these. */
export function namesAnother(invoice: Invoice, { numbers }: FamilyProfile): boolean {
  const reference = valueOf(invoice.agreementReference);
  if (reference === null || numbers.size === 0) return false;
  const patternOf = (text: string): string => text.replace(/\d+/g, "9");
  const named = [normalizeReference(reference), ...referenceWords(reference)].filter((word) =>
    /\d/.test(word),
  );
  const patterns = new Set([...numbers].map(patternOf));
  return named.some((word) => patterns.has(patternOf(word)) && !numbers.has(word));
}

function scoreParties(
  invoice: Invoice,
  directory: FamilyDirectory,
  policy: Policy,
  cache: Map<string, readonly PartyScore[]>,
): readonly PartyScore[] {
  const key = [invoice.buyer, invoice.seller]
    .map((party) => (party === null ? "" : [party.name, party.taxId ?? "", ...party.aliases].join("\u0001")))
    .join("\u0002");
  const known = cache.get(key);
  if (known !== undefined) return known;
  const buyer = invoice.buyer === null ? null : withCustomerNames(invoice.buyer, policy.customers);
  const scores = [...findByParty(buyer, invoice.seller, directory)].flatMap((familyId) => {
    const profile = directory.profiles.get(familyId);
    return profile === undefined ? [] : [scoreParty(profile, buyer, invoice.seller)];
  });
  cache.set(key, scores);
  return scores;
}

/** A customer's other names, as the owner has confirmed them. */
function withCustomerNames(party: Party, customers: readonly CustomerProfile[]): NamedParty {
  const core = partyNameOf(party.name).core;
  const profile = customers.find(({ name, aliases }) =>
    [name, ...aliases].some((other) => partyNameOf(other).core === core),
  );
  return { party, names: profile === undefined ? [] : [profile.name, ...profile.aliases] };
}

function findByParty(
  buyer: NamedParty | null,
  seller: Party | null,
  directory: FamilyDirectory,
): ReadonlySet<AgreementId> {
  const found = new Set<AgreementId>();
  const addAll = (ids: ReadonlySet<AgreementId> | undefined): void => {
    for (const id of ids ?? []) found.add(id);
  };
  if (buyer !== null) {
    if (buyer.party.taxId !== null) addAll(directory.byTaxId.get(normalizeTaxId(buyer.party.taxId)));
    for (const name of [buyer.party.name, ...buyer.party.aliases, ...buyer.names]) {
      const { core, skeleton } = partyNameOf(name);
      addAll(directory.byName.get(core));
      addAll(directory.bySkeleton.get(skeleton));
    }
    if (found.size === 0) {
      for (const word of partyNameOf(buyer.party.name).core.split(" ")) {
        const ids = directory.byWord.get(word);
        // A word that many have tells nobody apart.
        if (ids !== undefined && ids.size <= 25) addAll(ids);
      }
    }
  }
  if (found.size === 0 && seller !== null) {
    const ids = directory.byName.get(partyNameOf(seller.name).core);
    if (ids !== undefined && ids.size <= 25) addAll(ids);
  }
  return found;
}

function scoreParty(profile: FamilyProfile, buyer: NamedParty | null, seller: Party | null): PartyScore {
  const reasons = new Set<MatchReason>();
  let points = 0;
  let isIdentified = false;
  let isOtherBuyer = false;
  // Where a paper names one party alone, nobody can tell on which side it stands.
  const isOneSided = profile.buyers.length === 0 && profile.parties.length === 0;
  const buyers = isOneSided ? profile.sellers : [...profile.buyers, ...profile.parties];
  if (buyer !== null && buyers.length > 0) {
    const [buyerPoints, reason] = closeness(buyer.party, buyer.names, buyers);
    points += buyerPoints;
    if (reason !== null) reasons.add(reason);
    isIdentified = buyerPoints >= 40;
    isOtherBuyer = buyerPoints === 0 && profile.buyers.length > 0;
  }
  if (!isIdentified && isSwapped(profile, buyer, seller)) {
    // Both are parties of it, each on the other side: who bills whom is the question, not which agreement.
    return {
      familyId: profile.family.id,
      points: 60,
      reasons: ["party-name"],
      isIdentified: true,
      isOtherBuyer: false,
      isOtherCustomer: false,
    };
  }
  const isSellerTheBuyer = isOneSided && isIdentified;
  const sellers = isSellerTheBuyer ? [] : [...profile.sellers, ...profile.parties];
  let isSameSeller = false;
  if (seller !== null && sellers.length > 0) {
    const [sellerPoints] = closeness(seller, [], sellers);
    isSameSeller = sellerPoints >= 40;
    points += isSameSeller ? 20 : sellerPoints > 0 ? 5 : -25;
  }
  return {
    familyId: profile.family.id,
    points,
    reasons: [...reasons],
    isIdentified,
    isOtherBuyer,
    isOtherCustomer: isOtherBuyer && isSameSeller,
  };
}
