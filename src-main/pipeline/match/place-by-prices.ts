import type { Invoice, InvoiceMatch, LineMatch } from "../../../src-shared/model/index.ts";
import { namesAnother } from "./assign-invoice.ts";
import type { FamilyCandidate } from "./assign-invoice.ts";
import type { FamilyProfile } from "./family-directory.ts";
import { matched, place } from "./place-invoice.ts";
import type { MatchRoom } from "./place-invoice.ts";

/**
 * The one agreement of the same seller whose prices are the invoice's, line by line, though the customer is another.
 *
 * A wrong name on an invoice is likelier than the same prices agreed with a customer of whom no file is there; the
 * check of the parties then says so.
 */
export function placeByPrices(
  invoice: Invoice,
  candidates: readonly FamilyCandidate[],
  room: MatchRoom,
): InvoiceMatch | null {
  const others = candidates.filter(({ isOtherCustomer }) => isOtherCustomer);
  const isKnown = candidates.some(({ reasons }) => reasons.some((reason) => reason.startsWith("party-")));
  // A number that leads to none of the files names the agreement or the order that is missing.
  const namesAnother = invoice.agreementReference !== null || invoice.orderReference !== null;
  if (namesAnother || invoice.lines.length === 0) return null;
  if (others.length === 0 || others.length > 6 || isKnown) return null;
  const fitting = others
    .map((candidate) => place(invoice, candidate, room, "weighed"))
    .filter(({ lines }) => lines.every(isBoundByPrice) || (others.length === 1 && isWhollyBound(lines)));
  const [only] = fitting;
  return only === undefined || fitting.length > 1 ? null : matched(invoice, only, candidates);
}

/**
 * The one agreement whose prices are the invoice's, among those that do not name both parties for certain.
 *
 * An offer in a letter often names its parties where nobody finds them. The check of the parties then says that they
 * are unknown or others, so such an invoice is never clear.
 */
export function placeByContent(
  invoice: Invoice,
  candidates: readonly FamilyCandidate[],
  room: MatchRoom,
): InvoiceMatch | null {
  const possible = [...room.directory.profiles.values()].filter(
    (profile) => isNamelessOrDoubtful(profile) && !namesAnother(invoice, profile),
  );
  if (possible.length === 0 || possible.length > mostNameless || invoice.lines.length === 0) return null;
  const placements = possible
    .map(({ family }) => place(invoice, unnamed(family.id), room, "weighed"))
    .filter(({ lines }) => {
      const billed = lines.filter(({ state }) => state !== "not-priced");
      return (
        billed.length > 0 &&
        billed.filter(isBound).length * 4 >= billed.length * 3 &&
        billed.filter(isBoundByPrice).length * 2 > billed.length
      );
    });
  const [only] = placements;
  return only === undefined || placements.length > 1 ? null : matched(invoice, only, candidates);
}

/** A side that nobody found, or a name that was read with doubt. */
const isNamelessOrDoubtful = ({ sellers, buyers, parties }: FamilyProfile): boolean =>
  (buyers.length === 0 && parties.length < 2) ||
  (sellers.length === 0 && parties.length < 2) ||
  [...sellers, ...buyers].some(({ confidence }) => confidence < leastCertain);

const leastCertain = 0.8;

const unnamed = (familyId: FamilyCandidate["familyId"]): FamilyCandidate => ({
  familyId,
  points: 0,
  reasons: [],
  isIdentified: false,
  isOtherCustomer: false,
  isNamedByNumber: false,
  memberIds: [],
});

/** Among more of them, prices alone tell nothing. */
const mostNameless = 6;

/** Every line under a term, one of them at its very price: yearly increases and surcharges change the others. */
const isWhollyBound = (lines: readonly LineMatch[]): boolean =>
  lines.length >= 2 &&
  lines.every(isBound) &&
  lines.some(
    ({ state, bindings }) => state === "bound" && bindings.some(({ reasons }) => reasons.includes("price")),
  );

const isBound = ({ state }: LineMatch): boolean => state === "bound" || state === "not-priced";

const isBoundByPrice = ({ state, bindings }: LineMatch): boolean =>
  state === "not-priced" || (state === "bound" && bindings.some(({ reasons }) => reasons.includes("price")));
