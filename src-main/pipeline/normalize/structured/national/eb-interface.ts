import { blankLine } from "../../../../../src-shared/model/index.ts";
import type {
  AllowanceCharge,
  Element,
  Invoice,
  InvoiceKind,
  InvoiceLine,
  Party,
  ReadDocument,
  TaxBreakdown,
} from "../../../../../src-shared/model/index.ts";
import { isEqual, type DecimalText } from "../../../../../src-shared/money/index.ts";
import type { NormalizeContext } from "../../context.ts";
import { unitOf } from "../../values/unit.ts";
import { attributeOf, childNamed, childrenNamed, descend, firstSaid, textOf } from "../element-path.ts";
import { sumOf, type Amount } from "../field-arithmetic.ts";
import { lineDiscount } from "../line-discount.ts";
import { withSettledSigns } from "../signs.ts";
import { startInvoice } from "../start-invoice.ts";
import { createFieldMaker, type FieldMaker } from "../structured-field.ts";
import { structuredParty } from "../structured-party.ts";
import { isKnownUnitCode, unitOfCode } from "../unit-code.ts";
import type { Vocabulary } from "../vocabulary.ts";

const kinds: Readonly<Record<string, InvoiceKind>> = {
  CreditMemo: "credit-note",
  SubsequentCredit: "credit-note",
  SubsequentDebit: "debit-note",
  SelfBilling: "self-billed",
};

/** Attributes bore the prefix of the vocabulary up to version 5. */
const attribute = (element: Element | null, name: string): Element | null => {
  const written = Object.keys(element?.attributes ?? {}).find((key) => key.replace(/^.*:/u, "") === name);
  return written === undefined ? null : attributeOf(element, written);
};

const kindOf = (root: Element): InvoiceKind =>
  kinds[textOf(attribute(root, "DocumentType")) ?? ""] ?? "invoice";

const partyOf = (element: Element | null, make: FieldMaker): Party | null => {
  const address = childNamed(element, "Address");
  return structuredParty(
    {
      name: [childNamed(address, "Name")],
      taxId: childNamed(element, "VATIdentificationNumber"),
      address: [
        [childNamed(address, "Street")],
        [childNamed(address, "POBox")],
        [childNamed(address, "ZIP"), childNamed(address, "Town")],
      ],
      country: attribute(childNamed(address, "Country"), "CountryCode") ?? childNamed(address, "CountryCode"),
      email: childNamed(address, "Email") ?? descend(element, "Contact", "Email"),
    },
    make,
  );
};

/** One rate of tax: `TaxItem` since version 5, `VATItem` before. */
const taxItemsOf = (parent: Element | null): readonly Element[] => [
  ...childrenNamed(parent, "TaxItem"),
  ...childrenNamed(childNamed(parent, "VAT"), "VATItem"),
];

const rateOf = (element: Element | null): Element | null =>
  childNamed(element, "TaxPercent") ?? childNamed(element, "VATRate");

const taxOf = (item: Element, make: FieldMaker): TaxBreakdown => ({
  category: textOf(attribute(rateOf(item), "TaxCategoryCode")),
  name: "USt",
  rate: make.amount(rateOf(item)),
  base: make.amount(childNamed(item, "TaxableAmount") ?? childNamed(item, "TaxedAmount")),
  amount: make.amount(childNamed(item, "TaxAmount") ?? childNamed(item, "Amount")),
  exemptionReason: textOf(childNamed(item, "Comment") ?? childNamed(item, "TaxExemption")),
});

const allowanceCharges = (details: Element | null, make: FieldMaker): readonly AllowanceCharge[] =>
  (details?.children ?? []).flatMap((entry): AllowanceCharge[] => {
    const amount = make.amount(childNamed(entry, "Amount"));
    if (!/^(?:Reduction|Surcharge|OtherVATableTax)/u.test(entry.name) || amount === null) return [];
    return [
      {
        kind: entry.name.startsWith("Reduction") ? "allowance" : "charge",
        reason: textOf(childNamed(entry, "Comment")),
        percent: make.amount(childNamed(entry, "Percentage"))?.value ?? null,
        baseAmount: make.amount(childNamed(entry, "BaseAmount"))?.value ?? null,
        amount,
        taxRate: make.amount(rateOf(childNamed(entry, "TaxItem") ?? entry))?.value ?? null,
      },
    ];
  });

/** A price for one unit says nothing more than the price. */
const isForOne = (base: Amount): boolean =>
  base !== null && base.value !== null && isEqual(base.value, "1" as DecimalText);

const lineOf = (line: Element, place: number, group: string | null, make: FieldMaker): InvoiceLine => {
  const quantity = childNamed(line, "Quantity");
  const unit = attribute(quantity, "Unit");
  const price = childNamed(line, "UnitPrice");
  const base = make.amount(attribute(price, "BaseQuantity"));
  const net = childNamed(line, "LineItemAmount");
  const delivery = childNamed(line, "Delivery");
  const details =
    childNamed(line, "ReductionAndSurchargeListLineItemDetails") ??
    childNamed(line, "ReductionAndSurchargeDetails");
  return {
    ...blankLine(textOf(childNamed(line, "PositionNumber")) ?? String(place)),
    description: childrenNamed(line, "Description")
      .map((part) => textOf(part)?.replace(/\s+/gu, " ") ?? "")
      .filter((part) => part !== "")
      .join(" "),
    itemCode: textOf(childNamed(line, "ArticleNumber")),
    group,
    quantity: make.amount(quantity),
    unit: make.parsed(unit, (text) => (isKnownUnitCode(text) ? unitOfCode(text) : unitOf(text))),
    unitPrice: make.amount(price),
    priceBase: isForOne(base) ? null : base,
    discountAmount: lineDiscount(
      allowanceCharges(details, make).map(({ kind, amount }) => ({ isCharge: kind === "charge", amount })),
    ),
    net: make.amount(net),
    taxRate: make.amount(rateOf(childNamed(line, "TaxItem") ?? line)),
    serviceDate: make.date(childNamed(delivery, "Date")),
    periodStart: make.date(descend(delivery, "Period", "FromDate")),
    periodEnd: make.lastDay(descend(delivery, "Period", "ToDate")),
    sourceIds: [textOf(childNamed(delivery, "DeliveryID"))].filter((id) => id !== null),
    orderReference: textOf(descend(line, "InvoiceRecipientsOrderReference", "OrderID")),
    evidence: [...childrenNamed(line, "Description"), quantity, price, net]
      .filter((part) => part !== null)
      .map(make.evidence),
  };
};

const linesOf = (details: Element | null, make: FieldMaker): readonly InvoiceLine[] => {
  const lists = childrenNamed(details, "ItemList");
  let place = 0;
  return lists.flatMap((list) =>
    childrenNamed(list, "ListLineItem").map((line) =>
      lineOf(line, (place += 1), textOf(childNamed(list, "HeaderDescription")), make),
    ),
  );
};

const invoiceOf = (document: ReadDocument, root: Element, context: NormalizeContext): Invoice => {
  const make = createFieldMaker(document, "invoice");
  const items = taxItemsOf(childNamed(root, "Tax"));
  const recipient = childNamed(root, "InvoiceRecipient");
  const delivery = childNamed(root, "Delivery");
  const total = (name: string) => make.amount(childNamed(root, name));
  const extras = childNamed(root, "ReductionAndSurchargeDetails");
  return {
    ...startInvoice(document, context),
    kind: kindOf(root),
    number: make.text(childNamed(root, "InvoiceNumber")),
    issueDate: make.date(childNamed(root, "InvoiceDate")),
    dueDate: make.date(descend(root, "PaymentConditions", "DueDate")),
    taxPointDate: make.date(childNamed(delivery, "Date")),
    periodStart: make.date(descend(delivery, "Period", "FromDate")),
    periodEnd: make.lastDay(descend(delivery, "Period", "ToDate")),
    currency: make.text(attribute(root, "InvoiceCurrency")),
    seller: partyOf(childNamed(root, "Biller"), make),
    buyer: partyOf(recipient, make),
    orderReference: make.text(descend(recipient, "OrderReference", "OrderID")),
    buyerReference: make.text(childNamed(recipient, "SubOrganizationID")),
    precedingInvoice: make.text(
      firstSaid([
        descend(root, "CancelledOriginalDocument", "InvoiceNumber"),
        descend(root, "RelatedDocument", "InvoiceNumber"),
      ]),
    ),
    paymentTerms: make.text(descend(root, "PaymentConditions", "Comment")),
    bankAccount: make.account(
      firstSaid([
        descend(root, "PaymentMethod", "UniversalBankTransaction", "BeneficiaryAccount", "IBAN"),
        descend(root, "UniversalBankTransaction", "BeneficiaryAccount", "IBAN"),
      ]),
    ),
    lines: linesOf(childNamed(root, "Details"), make),
    allowanceCharges: allowanceCharges(extras, make),
    taxes: items.map((item) => taxOf(item, make)),
    net: sumOf(
      items.map((item) => make.amount(childNamed(item, "TaxableAmount") ?? childNamed(item, "TaxedAmount"))),
    ),
    tax: sumOf(items.map((item) => make.amount(childNamed(item, "TaxAmount") ?? childNamed(item, "Amount")))),
    gross: total("TotalGrossAmount"),
    prepaid: total("PrepaidAmount"),
    rounding: total("RoundingAmount"),
    payable: total("PayableAmount"),
    notes: [textOf(childNamed(root, "Comment"))].filter((note) => note !== null),
  };
};

/** ebInterface 4.0 to 6.1, the format of Austrian administration and trade. */
export const ebInterface: Vocabulary = {
  kindOf: (root) => {
    if (root.name !== "Invoice" || !/ebinterface\.at\/schema\//u.test(root.namespace)) return null;
    return kindOf(root) === "credit-note" ? "credit-note" : "invoice";
  },
  read: (document, root, _kind, context) => ({
    invoices: [withSettledSigns(invoiceOf(document, root, context))],
  }),
};
