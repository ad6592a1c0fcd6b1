import type { Invoice, InvoiceMatch, LineMatch } from "../../../src-shared/model/index.ts";
import type { FamilyCandidate } from "./assign-invoice.ts";
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
    .filter(({ lines }) => lines.every(isBoundByPrice));
  const [only] = fitting;
  return only === undefined || fitting.length > 1 ? null : matched(invoice, only, candidates);
}

/**
 * The one agreement that names nobody whose prices are the invoice's.
 *
 * An offer in a letter often names its parties where nobody finds them. The check of the parties then says that they
 * are unknown, so such an invoice is never clear.
 */
export function placeUnderNameless(
  invoice: Invoice,
  candidates: readonly FamilyCandidate[],
  room: MatchRoom,
): InvoiceMatch | null {
  const nameless = [...room.directory.profiles.values()].filter(
    ({ buyers, parties, numbers }) => buyers.length + parties.length === 0 && numbers.size === 0,
  );
  if (nameless.length === 0 || nameless.length > mostNameless || invoice.lines.length === 0) return null;
  const placements = nameless
    .map(({ family }) =>
      place(
        invoice,
        {
          familyId: family.id,
          points: 0,
          reasons: [],
          isIdentified: false,
          isOtherCustomer: false,
          memberIds: [],
        },
        room,
        "weighed",
      ),
    )
    .filter(({ lines }) => lines.every(isBound) && lines.filter(isBoundByPrice).length * 2 > lines.length);
  const [only] = placements;
  return only === undefined || placements.length > 1 ? null : matched(invoice, only, candidates);
}

/** Among more of them, prices alone tell nothing. */
const mostNameless = 6;

const isBound = ({ state }: LineMatch): boolean => state === "bound" || state === "not-priced";

const isBoundByPrice = ({ state, bindings }: LineMatch): boolean =>
  state === "not-priced" || (state === "bound" && bindings.some(({ reasons }) => reasons.includes("price")));
