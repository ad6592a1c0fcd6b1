import type { Agreement, DocumentKind, ReadDocument, TermType } from "../../../src-shared/model/index.ts";
import type { NormalizeContext } from "./context.ts";
import { readDeliveries, readToldRecords } from "./delivery/index.ts";
import { deliveryKinds, nothing, nounsOf, type Meaning } from "./document-nouns.ts";
import { readPagedKind, type KindReading } from "./kind/document-kind.ts";

/** A mail is a message that may accept or change something; what it carries are documents of their own. */
export const normalizeMail = (document: ReadDocument, context: NormalizeContext): Meaning => {
  const printed = readPagedKind(document);
  const billed = invoiceInMail(document, printed, context);
  if (billed !== null) return billed;
  const nouns = nounsOf(document, "message", context);
  // A message that agrees nothing is no agreement.
  const agreements = nouns.agreements.filter(
    ({ terms, standing, gaps }) =>
      terms.length > 0 ||
      standing === "in-force" ||
      gaps.some(({ code }) => code === "acceptance-conditional"),
  );
  const [accepted] = agreements;
  // An offer and the yes to it in one thread are an accepted offer.
  if (accepted?.rank === "estimate" && accepted.terms.length > 0)
    return { reading: { kind: "estimate", confidence: 0.8, evidence: [] }, nouns: { ...nouns, agreements } };
  // Bare figures under the title of a record are counts, not prices that somebody agrees to.
  const isTitled = printed.evidence.length > 0 && agreements.every(({ currency }) => currency === null);
  const recorded = (agreements.length === 0 || isTitled) && deliveryKinds.has(printed.kind) ? printed : null;
  // What an accepted offer names is still to be done; a report of hours offers nothing.
  const isAccepted = accepted?.standing === "in-force" && agreesMore(accepted);
  const isOffer = agreements.some(
    (one) => one.standing !== "in-force" && (one.terms.length === 0 || agreesMore(one)),
  );
  const found = readToldRecords(document, context);
  // Shares of things that somebody agrees are done are no terms of an offer.
  const shares = found.filter(({ kind, unit }) => kind === "acceptance" && unit === "percent");
  const read = isAccepted ? shares : found;
  // Who worked or what was handed over is no part of an offer.
  const isDone = read.some(({ kind }) => kind === "time" || kind === "goods");
  const told = isOffer && shares.length === 0 && !isDone ? [] : read;
  if (told.length > 0)
    return {
      reading: { kind: "message", confidence: 0.9, evidence: [] },
      nouns: {
        ...nothing,
        agreements: shares.length > 0 ? [] : agreements.filter(({ standing }) => standing === "in-force"),
        deliveries: told,
      },
    };
  const deliveries = recorded === null ? [] : readDeliveries(document, recorded.kind, context);
  if (recorded !== null && deliveries.length > 0)
    return { reading: recorded, nouns: { ...nothing, deliveries } };
  return { reading: { kind: "message", confidence: 0.9, evidence: [] }, nouns: { ...nouns, agreements } };
};

/** What a mail may ask of an invoice without an offer: "you may bill the two items, quoting our order". */
const asksOnly: ReadonlySet<TermType> = new Set(["required", "purchase-order"]);
const agreesMore = ({ terms }: Pick<Agreement, "terms">): boolean =>
  terms.some(({ type }) => !asksOnly.has(type));

const billingKinds: ReadonlySet<DocumentKind> = new Set(["invoice", "credit-note"]);

/** An invoice that is written into the mail itself: with its number, lines and a sum, and with nothing attached. */
function invoiceInMail(
  document: ReadDocument,
  printed: KindReading,
  context: NormalizeContext,
): Meaning | null {
  if (document.members.length > 0 || !billingKinds.has(printed.kind)) return null;
  const nouns = nounsOf(document, printed.kind, context);
  const isWhole = nouns.invoices.some(
    ({ number, gross, net, lines }) =>
      (number?.value ?? null) !== null && lines.length > 0 && (gross?.value ?? net?.value ?? null) !== null,
  );
  return isWhole ? { reading: printed, nouns } : null;
}
