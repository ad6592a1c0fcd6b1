import type { MatchReason, Party } from "../../../src-shared/model/index.ts";
import {
  compareNames,
  isCutName,
  nameSimilarity,
  normalizeTaxId,
  partyNameOf,
} from "../../../src-shared/wording/index.ts";
import type { FamilyProfile } from "./family-directory.ts";

/** A printed party with the other names that its customer's profile gives it. */
export interface NamedParty {
  readonly party: Party;
  readonly names: readonly string[];
}

/** The invoice's buyer sells under the agreement, and its seller buys. */
export function isSwapped(profile: FamilyProfile, buyer: NamedParty | null, seller: Party | null): boolean {
  if (buyer === null || seller === null) return false;
  const [asSeller] = closeness(buyer.party, buyer.names, profile.sellers);
  const [asBuyer] = closeness(seller, [], profile.buyers);
  return asSeller >= 40 && asBuyer >= 40;
}

/** Points for how surely a printed party is one of the agreed ones, and what says so. */
export function closeness(
  party: Party,
  otherNames: readonly string[],
  agreed: readonly Party[],
): readonly [points: number, reason: MatchReason | null] {
  let points = 0;
  let reason: MatchReason | null = null;
  const raise = (value: number, why: MatchReason): void => {
    if (value > points) [points, reason] = [value, why];
  };
  for (const other of agreed) {
    if (
      party.taxId !== null &&
      other.taxId !== null &&
      normalizeTaxId(party.taxId) === normalizeTaxId(other.taxId)
    )
      raise(55, "tax-id");
    const relation = compareNames(party.name, other.name);
    if (relation === "same") raise(50, "party-name");
    else if (relation === "form-missing") raise(45, "party-name");
    else if (relation !== "look-alike" && isCutName(party.name, other.name)) raise(28, "party-skeleton");
    else if (relation === "form-differs" || relation === "look-alike") raise(30, "party-skeleton");
    else if (relation === "similar")
      raise(
        20 + Math.floor(10 * nameSimilarity(partyNameOf(party.name).core, partyNameOf(other.name).core)),
        "party-skeleton",
      );
    const ours = [...party.aliases, ...otherNames].map((name) => partyNameOf(name).core);
    const theirs = other.aliases.map((name) => partyNameOf(name).core).filter((core) => !roleNames.has(core));
    const theirName = partyNameOf(other.name).core;
    if (ours.includes(theirName) || theirs.includes(partyNameOf(party.name).core)) raise(42, "party-alias");
  }
  return [points, reason];
}

const roleNames = new Set([
  "client",
  "customer",
  "buyer",
  "owner",
  "provider",
  "supplier",
  "vendor",
  "contractor",
  "consultant",
  "seller",
  "company",
  "agency",
  "firm",
  "lessor",
  "lessee",
  "you",
  "we",
  "us",
]);
