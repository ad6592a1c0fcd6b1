import type { AgreementId, Invoice, InvoiceMatch } from "../../../src-shared/model/index.ts";
import { findFamilies } from "./assign-invoice.ts";
import type { FamilyCandidate } from "./assign-invoice.ts";
import { placeByPrices, placeByContent } from "./place-by-prices.ts";
import { placeOnlyPossible } from "./place-only-possible.ts";
import { ambiguous, matched, missing, place } from "./place-invoice.ts";
import type { MatchRoom, Placement } from "./place-invoice.ts";

const leastPoints = 45;
const leastMargin = 15;

/** Finds the family of an invoice and what governs its lines. */
export function matchInvoice(invoice: Invoice, room: MatchRoom): InvoiceMatch {
  const assigned = room.assignments.agreements.get(invoice.id);
  if (assigned !== undefined) return placeByDecision(invoice, assigned, room);
  const candidates = findFamilies(invoice, room.directory, room.policy, room.partyCache);
  const named = candidates.filter(({ isNamedByNumber }) => isNamedByNumber);
  const [only] = named;
  // Its number says which agreement it is, whatever was made of the names; the check of the parties compares those.
  if (only !== undefined && named.length === 1)
    return matched(invoice, place(invoice, only, room, "named"), candidates);
  const [best] = candidates;
  if (best === undefined || best.points < 20)
    return (
      placeByPrices(invoice, candidates, room) ??
      placeByContent(invoice, candidates, room) ??
      placeOnlyPossible(invoice, candidates, room) ??
      missing(invoice, candidates)
    );
  const rivals = candidates.filter(({ points }) => best.points - points < leastMargin).slice(0, 6);
  const needsContent = rivals.length > 1 || !best.isIdentified || best.points < leastPoints;
  if (!needsContent) {
    const placement = place(invoice, best, room, "named");
    return matched(invoice, placement, candidates);
  }
  const placements = rivals
    .map((candidate) => place(invoice, candidate, room, "weighed"))
    .toSorted(
      (first, second) =>
        second.points - first.points || (first.candidate.familyId < second.candidate.familyId ? -1 : 1),
    );
  const [first, second] = placements;
  if (first === undefined || !isConvincing(first))
    return (
      placeByContent(invoice, candidates, room) ??
      placeOnlyPossible(invoice, candidates, room) ??
      missing(invoice, candidates)
    );
  if (second !== undefined && isConvincing(second) && first.points - second.points < leastMargin)
    return ambiguous(invoice, candidates);
  return matched(invoice, first, candidates);
}

function isConvincing({ candidate, lines, points }: Placement): boolean {
  if (candidate.isIdentified) return points >= leastPoints;
  // Similar names only propose: the lines have to say so too.
  return (
    points >= leastPoints &&
    lines.filter(({ state }) => state === "bound" || state === "split").length * 2 >=
      Math.max(1, lines.length)
  );
}

function placeByDecision(invoice: Invoice, assigned: AgreementId | null, room: MatchRoom): InvoiceMatch {
  const familyId = assigned === null ? undefined : (room.familyOfMember.get(assigned) ?? assigned);
  if (assigned === null || familyId === undefined || !room.directory.profiles.has(familyId))
    return missing(invoice, []);
  const memberIds =
    assigned === familyId
      ? (findFamilies(invoice, room.directory, room.policy, room.partyCache).find(
          (found) => found.familyId === familyId,
        )?.memberIds ?? [])
      : [assigned];
  const candidate: FamilyCandidate = {
    familyId,
    points: 100,
    reasons: ["confirmed-alias"],
    isIdentified: true,
    isOtherCustomer: false,
    isNamedByNumber: false,
    memberIds,
  };
  return matched(invoice, place(invoice, candidate, room, "named"), [candidate]);
}
