import type {
  Invoice,
  InvoiceMatch,
  LineMatch,
  MatchReason,
  Party,
} from "../../../src-shared/model/index.ts";
import { compareNames, isCutName } from "../../../src-shared/wording/index.ts";
import { namesAnother } from "./assign-invoice.ts";
import type { FamilyCandidate } from "./assign-invoice.ts";
import type { FamilyProfile } from "./family-directory.ts";
import { matched, place } from "./place-invoice.ts";
import type { MatchRoom } from "./place-invoice.ts";

/**
 * The one agreement that no name of the invoice contradicts and one name fits, where it prices something that is billed.
 *
 * A name that nobody found, or one that lost words, contradicts nothing. The check of the parties asks about it, so such
 * an invoice is never clear for that.
 */
export function placeOnlyPossible(
  invoice: Invoice,
  candidates: readonly FamilyCandidate[],
  room: MatchRoom,
): InvoiceMatch | null {
  const possible = [...room.directory.profiles.values()].filter(
    (profile) => isPossible(invoice, profile) && !namesAnother(invoice, profile),
  );
  const [only] = possible;
  if (only === undefined || possible.length > 1) return null;
  const reasons: readonly MatchReason[] = ["party-skeleton"];
  const candidate: FamilyCandidate = {
    familyId: only.family.id,
    points: 45,
    reasons,
    isIdentified: false,
    isOtherCustomer: false,
    isNamedByNumber: false,
    memberIds: [],
  };
  const placement = place(invoice, candidate, room, "weighed");
  return placement.lines.some(isBound) ? matched(invoice, placement, candidates) : null;
}

const isBound = ({ state }: LineMatch): boolean => state === "bound" || state === "split";

function isPossible({ seller, buyer }: Invoice, { sellers, buyers, parties }: FamilyProfile): boolean {
  const asSeller = standing(seller, [...sellers, ...parties]);
  const asBuyer = standing(buyer, [...buyers, ...parties]);
  return asSeller !== "other" && asBuyer !== "other" && (asSeller === "fits" || asBuyer === "fits");
}

/** How a printed party stands to those of an agreement: it fits one of them, is another, or one side is not known. */
function standing(printed: Party | null, agreed: readonly Party[]): "fits" | "other" | "unknown" {
  if (printed === null || agreed.length === 0) return "unknown";
  const fits = agreed.some(({ name }) => {
    const relation = compareNames(printed.name, name);
    return relation === "same" || relation === "form-missing" || isCutName(printed.name, name);
  });
  return fits ? "fits" : "other";
}
