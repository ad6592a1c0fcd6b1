import type { Delivery, DeliveryId, DocumentId, Unit } from "../../../src-shared/model/index.ts";
import { relateUnits } from "../../../src-shared/wording/index.ts";
import type { BatchContext, LineContext } from "./context.ts";

/**
 * A record of work that may be that of a line although no words say so; `null` where there is none.
 *
 * It stands on a paper that proves other lines of the same invoice, no line of any invoice takes it, and it counts
 * what the line may count: "20 × 16, stainless: 24" under a job beside a line of 26 filters. Whether it is the line's,
 * only a person knows; that pieces need no record, it forbids to say.
 */
export function unclaimedRecordFor({ owner, subject }: LineContext, unit: Unit | null): Delivery | null {
  const { batch } = owner;
  const papers = new Set<DocumentId>();
  for (const { match, subject: other } of owner.lines) {
    if (other === subject) continue;
    for (const { deliveryId } of match.deliveries) {
      const delivery = batch.deliveries.get(deliveryId);
      if (delivery !== undefined) papers.add(delivery.documentId);
    }
  }
  if (papers.size === 0) return null;
  const claimed = batch.once("claimed-records", findClaimedRecords);
  const byPaper = batch.once("records-by-paper", groupByPaper);
  for (const paper of papers)
    for (const delivery of byPaper.get(paper) ?? [])
      if (!claimed.has(delivery.id) && mayCount(delivery, unit)) return delivery;
  return null;
}

/** Hours, receipts and signatures count no pieces. */
const mayCount = ({ kind, quantity, unit }: Delivery, billed: Unit | null): boolean =>
  quantity !== null &&
  kind !== "time" &&
  kind !== "expense" &&
  kind !== "acceptance" &&
  (unit === null ||
    relateUnits(unit, billed ?? "each") === "same" ||
    relateUnits(unit, billed ?? "each") === "countable");

const findClaimedRecords = ({ invoices }: BatchContext): ReadonlySet<DeliveryId> =>
  new Set(
    invoices.flatMap(({ lines }) =>
      lines.flatMap(({ match }) => match.deliveries.map(({ deliveryId }) => deliveryId)),
    ),
  );

function groupByPaper({ input }: BatchContext): ReadonlyMap<DocumentId, readonly Delivery[]> {
  const papers = new Map<DocumentId, Delivery[]>();
  for (const delivery of input.deliveries) {
    const known = papers.get(delivery.documentId);
    if (known === undefined) papers.set(delivery.documentId, [delivery]);
    else known.push(delivery);
  }
  return papers;
}
