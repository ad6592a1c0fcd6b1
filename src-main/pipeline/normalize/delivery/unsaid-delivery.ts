import type { Delivery, DeliveryId, ReadDocument } from "../../../../src-shared/model/index.ts";
import type { NormalizeContext } from "../context.ts";

/** The id of a record by its place in a document: the same bytes give the same id. */
export const deliveryIdAt = (
  { documentId }: Pick<ReadDocument, "documentId">,
  { hash }: NormalizeContext,
  place: string,
): DeliveryId => `dlv-${hash(`${documentId}|${place}`).slice(0, 12)}` as DeliveryId;

/** What a record says of itself where its paper says nothing of it. */
export const unsaidDelivery = {
  sourceId: null,
  date: null,
  instant: null,
  periodStart: null,
  periodEnd: null,
  person: null,
  role: null,
  item: null,
  customer: null,
  project: null,
  quantity: null,
  unit: null,
  amount: null,
  currency: null,
  billable: null,
  approved: null,
  approvedBy: null,
  reference: null,
} as const satisfies Partial<Delivery>;
