import type { Delivery, DeliveryId, Element, ReadDocument } from "../../../../src-shared/model/index.ts";
import type { NormalizeContext } from "../context.ts";
import { childNamed, descend, firstSaid, textOf } from "./element-path.ts";
import { createFieldMaker, type FieldMaker } from "./structured-field.ts";
import { ublParty } from "./ubl-party.ts";
import { unitOfCode } from "./unit-code.ts";

const lineNames = new Set(["DespatchLine", "ReceiptLine"]);
const quantityNames = ["ReceivedQuantity", "DeliveredQuantity"];

/** The day on which goods arrived, else left, else on which the paper was written. */
const dayOf = (root: Element, line: Element): Element | null =>
  firstSaid([
    childNamed(line, "ReceivedDate"),
    descend(root, "Shipment", "Delivery", "ActualDeliveryDate"),
    descend(root, "Delivery", "ActualDeliveryDate"),
    descend(root, "Shipment", "Delivery", "Despatch", "ActualDespatchDate"),
    childNamed(root, "IssueDate"),
  ]);

const itemOf = (line: Element): string | null => {
  const item = childNamed(line, "Item");
  return textOf(childNamed(item, "Name")) ?? textOf(childNamed(item, "Description"));
};

const recordOf = (
  document: ReadDocument,
  root: Element,
  line: Element,
  place: number,
  make: FieldMaker,
  context: NormalizeContext,
): Delivery => {
  const quantity = firstSaid(quantityNames.map((name) => childNamed(line, name)));
  const unit = quantity?.attributes["unitCode"]?.trim() ?? "";
  const day = dayOf(root, line);
  const number = textOf(childNamed(root, "ID"));
  const order = firstSaid([
    descend(line, "OrderLineReference", "OrderReference", "ID"),
    descend(root, "OrderReference", "ID"),
  ]);
  const customer = childNamed(root, "BuyerCustomerParty") ?? childNamed(root, "DeliveryCustomerParty");
  const amount = make.amount(quantity);
  return {
    id: `dlv-${context.hash(`${document.documentId}|${place}`).slice(0, 12)}` as DeliveryId,
    documentId: document.documentId,
    kind: "goods",
    sourceId: number,
    date: make.date(day)?.value ?? null,
    instant: null,
    periodStart: null,
    periodEnd: null,
    person: null,
    role: null,
    item: itemOf(line),
    customer: ublParty(customer, make)?.name ?? null,
    project: null,
    quantity: amount?.value ?? null,
    unit: unit === "" ? null : unitOfCode(unit),
    amount: null,
    currency: null,
    billable: null,
    // What the receiver writes is the receiver's word that it came.
    approved: root.name === "ReceiptAdvice" ? true : null,
    approvedBy: null,
    reference: textOf(order),
    basis: "structured",
    confidence: 1,
    evidence: [descend(line, "Item", "Name"), quantity, day]
      .filter((part) => part !== null)
      .map(make.evidence),
  };
};

/** The goods of a UBL despatch advice (what was sent) or receipt advice (what arrived). */
export const ublDespatch = (
  document: ReadDocument,
  root: Element,
  context: NormalizeContext,
): readonly Delivery[] => {
  const make = createFieldMaker(document, "delivery");
  return root.children
    .filter(({ name }) => lineNames.has(name))
    .map((line, index) => recordOf(document, root, line, index + 1, make, context));
};
