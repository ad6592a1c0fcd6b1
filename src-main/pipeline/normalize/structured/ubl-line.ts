import { blankLine } from "../../../../src-shared/model/index.ts";
import type { Element, Field, InvoiceLine } from "../../../../src-shared/model/index.ts";
import { compare, type DecimalText } from "../../../../src-shared/money/index.ts";
import { childNamed, childrenNamed, descend, textOf } from "./element-path.ts";
import { lineDiscount, type LineAllowance } from "./line-discount.ts";
import type { FieldMaker } from "./structured-field.ts";
import { unitOfCode } from "./unit-code.ts";

const quantityNames = ["InvoicedQuantity", "CreditedQuantity", "DebitedQuantity", "Quantity"];

const isCharge = (element: Element): boolean => textOf(childNamed(element, "ChargeIndicator")) === "true";

/** BG-27 and BG-28 of a line. */
const allowancesOf = (line: Element, make: FieldMaker): readonly LineAllowance[] =>
  childrenNamed(line, "AllowanceCharge").map((element) => ({
    isCharge: isCharge(element),
    amount: make.amount(childNamed(element, "Amount")),
  }));

const rateOf = (category: Element | null, make: FieldMaker): Field<DecimalText> | null =>
  make.amount(childNamed(category, "Percent"));

const isOne = (value: DecimalText): boolean => compare(value, "1" as DecimalText) === 0;

/** One UBL invoice, credit note, debit note or order line. */
export const ublLine = (line: Element, position: number, make: FieldMaker): InvoiceLine => {
  const quantityElement =
    quantityNames.map((name) => childNamed(line, name)).find((element) => element !== null) ?? null;
  const quantity = make.amount(quantityElement);
  const unitCode = quantityElement?.attributes["unitCode"] ?? null;
  const item = childNamed(line, "Item");
  const name = textOf(childNamed(item, "Name"));
  const detail = childrenNamed(item, "Description")
    .map(textOf)
    .filter((text) => text !== null)
    .join(" ");
  const category =
    childNamed(item, "ClassifiedTaxCategory") ?? descend(line, "TaxTotal", "TaxSubtotal", "TaxCategory");
  const priceBase = make.amount(descend(line, "Price", "BaseQuantity"));
  const period = childNamed(line, "InvoicePeriod");
  const description = name === null ? detail : detail === "" || detail === name ? name : `${name} ${detail}`;
  const net = childNamed(line, "LineExtensionAmount");
  const rowParts = [childNamed(item, "Name"), quantityElement, descend(line, "Price", "PriceAmount"), net];
  return {
    ...blankLine(textOf(childNamed(line, "ID")) ?? String(position)),
    description,
    itemCode:
      textOf(descend(item, "SellersItemIdentification", "ID")) ??
      textOf(descend(item, "StandardItemIdentification", "ID")),
    quantity,
    unit:
      quantityElement === null || unitCode === null
        ? null
        : {
            value: unitOfCode(unitCode),
            evidence: quantity?.evidence ?? [],
            basis: "structured",
            confidence: 1,
          },
    unitPrice: make.amount(descend(line, "Price", "PriceAmount")),
    priceBase:
      priceBase?.value !== undefined && priceBase.value !== null && isOne(priceBase.value) ? null : priceBase,
    discountAmount: lineDiscount(allowancesOf(line, make)),
    net: make.amount(net),
    taxRate: rateOf(category, make),
    taxCategory: textOf(childNamed(category, "ID")),
    taxAmount: make.amount(descend(line, "TaxTotal", "TaxAmount")),
    serviceDate: make.date(descend(line, "Delivery", "ActualDeliveryDate")),
    periodStart: make.date(childNamed(period, "StartDate")),
    periodEnd: make.lastDay(childNamed(period, "EndDate")),
    sourceIds: [
      ...new Set(
        [
          descend(line, "DocumentReference", "ID"),
          descend(line, "DespatchLineReference", "DocumentReference", "ID"),
        ]
          .map(textOf)
          .filter((text): text is string => text !== null),
      ),
    ],
    orderReference: textOf(descend(line, "OrderLineReference", "OrderReference", "ID")),
    evidence: rowParts
      .filter((part): part is Element => part !== null && textOf(part) !== null)
      .map(make.evidence),
  };
};
