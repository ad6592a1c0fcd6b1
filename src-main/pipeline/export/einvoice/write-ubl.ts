import type { DecimalText } from "../../../../src-shared/money/index.ts";
import type { EAllowance, EInvoice, ELine, EParty, EPeriod, EVatBreakdown } from "./einvoice.ts";
import { element, nothing, textElement, type XmlPart } from "./xml.ts";

// Elements stand in the order of the UBL 2.1 schema.

const amount = (name: string, value: DecimalText | null, currency: string | null): XmlPart =>
  textElement(name, value, { currencyID: currency });

const period = (value: EPeriod | null): XmlPart =>
  element(
    "cac:InvoicePeriod",
    textElement("cbc:StartDate", value?.start ?? null),
    textElement("cbc:EndDate", value?.end ?? null),
  );

const vatScheme = element("cac:TaxScheme", textElement("cbc:ID", "VAT"));

const category = (
  name: string,
  each: { readonly category: string | null; readonly rate: DecimalText | null },
  ...more: readonly XmlPart[]
): XmlPart =>
  element(
    name,
    textElement("cbc:ID", each.category),
    textElement("cbc:Percent", each.rate),
    ...more,
    vatScheme,
  );

const party = (value: EParty): XmlPart =>
  element(
    "cac:Party",
    textElement("cbc:EndpointID", value.endpoint?.id ?? null, { schemeID: value.endpoint?.scheme ?? null }),
    element(
      "cac:PostalAddress",
      textElement("cbc:StreetName", value.street[0] ?? null),
      textElement("cbc:AdditionalStreetName", value.street[1] ?? null),
      textElement("cbc:CityName", value.city),
      textElement("cbc:PostalZone", value.postCode),
      textElement("cbc:CountrySubentity", value.subdivision),
      element("cac:AddressLine", textElement("cbc:Line", value.street.slice(2).join(", "))),
      element("cac:Country", textElement("cbc:IdentificationCode", value.country)),
    ),
    value.vatId === null
      ? nothing
      : element("cac:PartyTaxScheme", textElement("cbc:CompanyID", value.vatId), vatScheme),
    value.taxRegistration === null
      ? nothing
      : element(
          "cac:PartyTaxScheme",
          textElement("cbc:CompanyID", value.taxRegistration),
          element("cac:TaxScheme", textElement("cbc:ID", "TAX")),
        ),
    element(
      "cac:PartyLegalEntity",
      textElement("cbc:RegistrationName", value.name),
      textElement("cbc:CompanyID", value.legalId),
    ),
    element(
      "cac:Contact",
      textElement("cbc:Name", value.contact?.name ?? null),
      textElement("cbc:Telephone", value.contact?.phone ?? null),
      textElement("cbc:ElectronicMail", value.contact?.email ?? null),
    ),
  );

const allowance = (each: EAllowance, currency: string | null, isOfDocument: "document" | "line"): XmlPart =>
  element(
    "cac:AllowanceCharge",
    textElement("cbc:ChargeIndicator", each.kind === "charge" ? "true" : "false"),
    textElement("cbc:AllowanceChargeReasonCode", each.reasonCode),
    textElement("cbc:AllowanceChargeReason", each.reason),
    textElement("cbc:MultiplierFactorNumeric", each.percent),
    amount("cbc:Amount", each.amount, currency),
    amount("cbc:BaseAmount", each.baseAmount, currency),
    isOfDocument === "document" ? category("cac:TaxCategory", each) : nothing,
  );

const subtotal = (each: EVatBreakdown, currency: string | null): XmlPart =>
  element(
    "cac:TaxSubtotal",
    amount("cbc:TaxableAmount", each.taxable, currency),
    amount("cbc:TaxAmount", each.tax, currency),
    category(
      "cac:TaxCategory",
      each,
      textElement("cbc:TaxExemptionReasonCode", each.reasonCode),
      textElement("cbc:TaxExemptionReason", each.reason),
    ),
  );

const line = (each: ELine, invoice: EInvoice, isCredit: boolean): XmlPart =>
  element(
    isCredit ? "cac:CreditNoteLine" : "cac:InvoiceLine",
    textElement("cbc:ID", each.id),
    textElement("cbc:Note", each.note),
    textElement(isCredit ? "cbc:CreditedQuantity" : "cbc:InvoicedQuantity", each.quantity, {
      unitCode: each.unitCode,
    }),
    amount("cbc:LineExtensionAmount", each.netAmount, invoice.currency),
    period(each.period),
    element("cac:OrderLineReference", textElement("cbc:LineID", each.orderLine)),
    ...each.allowances.map((one) => allowance(one, invoice.currency, "line")),
    element(
      "cac:Item",
      textElement("cbc:Name", each.name),
      element("cac:SellersItemIdentification", textElement("cbc:ID", each.sellerItemId)),
      category("cac:ClassifiedTaxCategory", each),
    ),
    element(
      "cac:Price",
      amount("cbc:PriceAmount", each.netPrice, invoice.currency),
      textElement("cbc:BaseQuantity", each.priceBase, { unitCode: each.unitCode }),
    ),
  );

const paymentMeans = ({ payment, dueDate }: EInvoice, isCredit: boolean): XmlPart => {
  if (payment === null) return nothing;
  return element(
    "cac:PaymentMeans",
    textElement("cbc:PaymentMeansCode", payment.code),
    // A credit note has no due date of its own.
    isCredit ? textElement("cbc:PaymentDueDate", dueDate) : nothing,
    textElement("cbc:PaymentID", payment.remittance),
    element("cac:PayeeFinancialAccount", textElement("cbc:ID", payment.account)),
  );
};

/** UBL 2.1, `Invoice` or `CreditNote`, in the form of EN 16931. */
export const writeUbl = (invoice: EInvoice): string => {
  const isCredit = invoice.typeCode === "381";
  const root = isCredit ? "CreditNote" : "Invoice";
  const contract = element("cac:ContractDocumentReference", textElement("cbc:ID", invoice.contractReference));
  const body = [
    textElement("cbc:CustomizationID", invoice.specification),
    textElement("cbc:ProfileID", invoice.process),
    textElement("cbc:ID", invoice.number),
    textElement("cbc:IssueDate", invoice.issueDate),
    isCredit ? nothing : textElement("cbc:DueDate", invoice.dueDate),
    isCredit
      ? textElement("cbc:CreditNoteTypeCode", invoice.typeCode)
      : textElement("cbc:InvoiceTypeCode", invoice.typeCode),
    ...invoice.notes.map((note) => textElement("cbc:Note", note)),
    textElement("cbc:DocumentCurrencyCode", invoice.currency),
    textElement("cbc:BuyerReference", invoice.buyerReference),
    period(invoice.period),
    element("cac:OrderReference", textElement("cbc:ID", invoice.orderReference)),
    ...invoice.precedingInvoices.map((number) =>
      element("cac:BillingReference", element("cac:InvoiceDocumentReference", textElement("cbc:ID", number))),
    ),
    contract,
    isCredit ? projectOfCredit(invoice.projectReference) : nothing,
    isCredit ? nothing : element("cac:ProjectReference", textElement("cbc:ID", invoice.projectReference)),
    element("cac:AccountingSupplierParty", party(invoice.seller)),
    element("cac:AccountingCustomerParty", party(invoice.buyer)),
    element(
      "cac:Delivery",
      textElement("cbc:ActualDeliveryDate", invoice.delivery?.date ?? null),
      element(
        "cac:DeliveryLocation",
        element(
          "cac:Address",
          element("cac:Country", textElement("cbc:IdentificationCode", invoice.delivery?.country ?? null)),
        ),
      ),
    ),
    paymentMeans(invoice, isCredit),
    element("cac:PaymentTerms", textElement("cbc:Note", invoice.paymentTerms)),
    ...invoice.allowances.map((each) => allowance(each, invoice.currency, "document")),
    element(
      "cac:TaxTotal",
      amount("cbc:TaxAmount", invoice.vat, invoice.currency),
      ...invoice.breakdowns.map((each) => subtotal(each, invoice.currency)),
    ),
    element(
      "cac:LegalMonetaryTotal",
      amount("cbc:LineExtensionAmount", invoice.sumOfLines, invoice.currency),
      amount("cbc:TaxExclusiveAmount", invoice.withoutVat, invoice.currency),
      amount("cbc:TaxInclusiveAmount", invoice.withVat, invoice.currency),
      amount("cbc:AllowanceTotalAmount", invoice.allowanceTotal, invoice.currency),
      amount("cbc:ChargeTotalAmount", invoice.chargeTotal, invoice.currency),
      amount("cbc:PrepaidAmount", invoice.prepaid, invoice.currency),
      amount("cbc:PayableRoundingAmount", invoice.rounding, invoice.currency),
      amount("cbc:PayableAmount", invoice.due, invoice.currency),
    ),
    ...invoice.lines.map((each) => line(each, invoice, isCredit)),
  ];
  const schema = `urn:oasis:names:specification:ubl:schema:xsd:${root}-2`;
  const common = "urn:oasis:names:specification:ubl:schema:xsd:Common";
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${schema}" xmlns:cac="${common}AggregateComponents-2" xmlns:cbc="${common}BasicComponents-2">\n${body
    .filter((part) => part !== nothing)
    .map((part) => `  ${part}\n`)
    .join("")}</${root}>\n`;
};

// Credit notes have no element for the project: it is a document reference of type 50.
const projectOfCredit = (project: string | null): XmlPart =>
  project === null
    ? nothing
    : element(
        "cac:AdditionalDocumentReference",
        textElement("cbc:ID", project),
        textElement("cbc:DocumentTypeCode", "50"),
      );
