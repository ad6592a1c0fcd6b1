import { blankLine } from "../../../../src-shared/model/index.ts";
import type { Element, InvoiceLine } from "../../../../src-shared/model/index.ts";
import { compare, type DecimalText } from "../../../../src-shared/money/index.ts";
import { childOf, ciiRate, dateWithin, isCiiCharge, referenceWithin } from "./cii-names.ts";
import { childNamed, childrenNamed, descend, textOf } from "./element-path.ts";
import { lineDiscount } from "./line-discount.ts";
import type { FieldMaker } from "./structured-field.ts";
import { unitOfCode } from "./unit-code.ts";

/** The parts that a line's values stand in, under their old or new names. */
const partsOf = (line: Element) => ({
  head: childNamed(line, "AssociatedDocumentLineDocument"),
  product: childNamed(line, "SpecifiedTradeProduct"),
  agreement: childOf(line, "SpecifiedLineTradeAgreement", "SpecifiedSupplyChainTradeAgreement"),
  delivery: childOf(line, "SpecifiedLineTradeDelivery", "SpecifiedSupplyChainTradeDelivery"),
  settlement: childOf(line, "SpecifiedLineTradeSettlement", "SpecifiedSupplyChainTradeSettlement"),
});

const netOf = (settlement: Element | null): Element | null =>
  childNamed(
    childOf(
      settlement,
      "SpecifiedTradeSettlementLineMonetarySummation",
      "SpecifiedTradeSettlementMonetarySummation",
    ),
    "LineTotalAmount",
  );

const oneLine = (text: string): string => text.replace(/\s+/gu, " ").trim();

const descriptionOf = (line: Element): string => {
  const { head, product } = partsOf(line);
  const name = textOf(childNamed(product, "Name"));
  const detail = textOf(childNamed(product, "Description"));
  const notes = childrenNamed(head, "IncludedNote").map((note) => textOf(childNamed(note, "Content")));
  const parts = name === null && detail === null ? notes : [name, detail === name ? null : detail];
  return oneLine(parts.filter((part) => part !== null).join(" "));
};

const statusOf = (line: Element): string | null =>
  textOf(childOf(partsOf(line).head, "LineStatusReasonCode"))?.toUpperCase() ?? null;

const isOne = (value: DecimalText): boolean => compare(value, "1" as DecimalText) === 0;

/**
 * Whether a line bills something. Lines of the extended profile also group others (their amount is the sum of their
 * sub-lines) or only inform; ZUGFeRD 1.0 has lines that are nothing but a note.
 */
const isBilled = (line: Element): boolean => {
  const { product, agreement, settlement } = partsOf(line);
  const status = statusOf(line);
  if (status === "GROUP" || status === "INFORMATION") return false;
  return product !== null || agreement !== null || textOf(netOf(settlement)) !== null;
};

/** Delivery notes and other papers that a line names. */
const sourcesOf = (line: Element): readonly string[] => {
  const { delivery, settlement } = partsOf(line);
  const references = [
    ...childrenNamed(delivery, "DeliveryNoteReferencedDocument"),
    ...childrenNamed(delivery, "DespatchAdviceReferencedDocument"),
    ...childrenNamed(settlement, "AdditionalReferencedDocument"),
  ];
  return [...new Set(references.map(referenceWithin).map(textOf))].filter((text) => text !== null);
};

const ciiLine = (line: Element, position: number, group: string | null, make: FieldMaker): InvoiceLine => {
  const { head, product, agreement, delivery, settlement } = partsOf(line);
  const quantityElement = childNamed(delivery, "BilledQuantity");
  const quantity = make.amount(quantityElement);
  const unitCode = quantityElement?.attributes["unitCode"] ?? null;
  const netPrice = childNamed(agreement, "NetPriceProductTradePrice");
  const grossPrice = childNamed(agreement, "GrossPriceProductTradePrice");
  const price = childNamed(netPrice, "ChargeAmount") ?? childNamed(grossPrice, "ChargeAmount");
  const priceBase = make.amount(
    childNamed(netPrice, "BasisQuantity") ?? childNamed(grossPrice, "BasisQuantity"),
  );
  const tax = childNamed(settlement, "ApplicableTradeTax");
  const period = childNamed(settlement, "BillingSpecifiedPeriod");
  const net = netOf(settlement);
  return {
    ...blankLine(textOf(childNamed(head, "LineID")) ?? String(position)),
    description: descriptionOf(line),
    itemCode: textOf(childNamed(product, "SellerAssignedID")) ?? textOf(childNamed(product, "GlobalID")),
    group,
    quantity,
    unit:
      quantity === null || unitCode === null || unitCode.trim() === ""
        ? null
        : { value: unitOfCode(unitCode), evidence: quantity.evidence, basis: "structured", confidence: 1 },
    unitPrice: make.amount(price),
    priceBase: priceBase !== null && priceBase.value !== null && isOne(priceBase.value) ? null : priceBase,
    discountAmount: lineDiscount(
      childrenNamed(settlement, "SpecifiedTradeAllowanceCharge").map((element) => ({
        isCharge: isCiiCharge(element),
        amount: make.amount(childNamed(element, "ActualAmount")),
      })),
    ),
    net: make.amount(net),
    taxRate: make.amount(ciiRate(tax)),
    taxCategory: textOf(childNamed(tax, "CategoryCode")),
    taxAmount: make.amount(childNamed(tax, "CalculatedAmount")),
    serviceDate: make.date(
      dateWithin(descend(delivery, "ActualDeliverySupplyChainEvent", "OccurrenceDateTime")),
    ),
    periodStart: make.date(dateWithin(childNamed(period, "StartDateTime"))),
    periodEnd: make.lastDay(dateWithin(childNamed(period, "EndDateTime"))),
    sourceIds: sourcesOf(line),
    orderReference: textOf(referenceWithin(childNamed(agreement, "BuyerOrderReferencedDocument"))),
    evidence: [childNamed(product, "Name"), quantityElement, price, net]
      .filter((part) => part !== null)
      .filter((part) => textOf(part) !== null)
      .map(make.evidence),
  };
};

/** The billed lines of a CII transaction; the heading of a group is the `group` of its sub-lines. */
export const ciiLines = (transaction: Element | null, make: FieldMaker): readonly InvoiceLine[] => {
  const lines = childrenNamed(transaction, "IncludedSupplyChainTradeLineItem");
  const groups = new Map<string, string>();
  for (const line of lines) {
    const id = textOf(childNamed(partsOf(line).head, "LineID"));
    if (statusOf(line) === "GROUP" && id !== null) groups.set(id, descriptionOf(line));
  }
  return lines.filter(isBilled).map((line, index) => {
    const parent = textOf(childNamed(partsOf(line).head, "ParentLineID"));
    return ciiLine(line, index + 1, parent === null ? null : (groups.get(parent) ?? null), make);
  });
};
