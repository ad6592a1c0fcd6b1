import type { LocalDate } from "../../../../src-shared/time/index.ts";
import type { EAllowance, EInvoice, ELine, EParty, EPeriod, EVatBreakdown } from "./einvoice.ts";
import { element, nothing, textElement, type XmlPart } from "./xml.ts";

// Elements stand in the order of the CII D16B schema; amounts carry no currency except the total of the tax.

const dateTime = (date: LocalDate | null): XmlPart =>
  textElement("udt:DateTimeString", date === null ? null : date.replaceAll("-", ""), { format: "102" });

const period = (value: EPeriod | null): XmlPart =>
  element(
    "ram:BillingSpecifiedPeriod",
    element("ram:StartDateTime", dateTime(value?.start ?? null)),
    element("ram:EndDateTime", dateTime(value?.end ?? null)),
  );

const party = (name: string, value: EParty): XmlPart =>
  element(
    name,
    textElement("ram:Name", value.name),
    element("ram:SpecifiedLegalOrganization", textElement("ram:ID", value.legalId)),
    element(
      "ram:DefinedTradeContact",
      textElement("ram:PersonName", value.contact?.name ?? null),
      element(
        "ram:TelephoneUniversalCommunication",
        textElement("ram:CompleteNumber", value.contact?.phone ?? null),
      ),
      element("ram:EmailURIUniversalCommunication", textElement("ram:URIID", value.contact?.email ?? null)),
    ),
    element(
      "ram:PostalTradeAddress",
      textElement("ram:PostcodeCode", value.postCode),
      textElement("ram:LineOne", value.street[0] ?? null),
      textElement("ram:LineTwo", value.street[1] ?? null),
      textElement("ram:LineThree", value.street.slice(2).join(", ")),
      textElement("ram:CityName", value.city),
      textElement("ram:CountryID", value.country),
      textElement("ram:CountrySubDivisionName", value.subdivision),
    ),
    element(
      "ram:URIUniversalCommunication",
      textElement("ram:URIID", value.endpoint?.id ?? null, { schemeID: value.endpoint?.scheme ?? null }),
    ),
    element("ram:SpecifiedTaxRegistration", textElement("ram:ID", value.vatId, { schemeID: "VA" })),
    element("ram:SpecifiedTaxRegistration", textElement("ram:ID", value.taxRegistration, { schemeID: "FC" })),
  );

const tax = (
  name: string,
  each: { readonly category: string | null; readonly rate: string | null },
): XmlPart =>
  element(
    name,
    textElement("ram:TypeCode", "VAT"),
    textElement("ram:CategoryCode", each.category),
    textElement("ram:RateApplicablePercent", each.rate),
  );

const breakdown = (each: EVatBreakdown): XmlPart =>
  element(
    "ram:ApplicableTradeTax",
    textElement("ram:CalculatedAmount", each.tax),
    textElement("ram:TypeCode", "VAT"),
    textElement("ram:ExemptionReason", each.reason),
    textElement("ram:BasisAmount", each.taxable),
    textElement("ram:CategoryCode", each.category),
    textElement("ram:ExemptionReasonCode", each.reasonCode),
    textElement("ram:RateApplicablePercent", each.rate),
  );

const allowance = (each: EAllowance, place: "document" | "line"): XmlPart =>
  element(
    "ram:SpecifiedTradeAllowanceCharge",
    element("ram:ChargeIndicator", textElement("udt:Indicator", each.kind === "charge" ? "true" : "false")),
    textElement("ram:CalculationPercent", each.percent),
    textElement("ram:BasisAmount", each.baseAmount),
    textElement("ram:ActualAmount", each.amount),
    textElement("ram:ReasonCode", each.reasonCode),
    textElement("ram:Reason", each.reason),
    place === "document" ? tax("ram:CategoryTradeTax", each) : nothing,
  );

const line = (each: ELine): XmlPart =>
  element(
    "ram:IncludedSupplyChainTradeLineItem",
    element(
      "ram:AssociatedDocumentLineDocument",
      textElement("ram:LineID", each.id),
      element("ram:IncludedNote", textElement("ram:Content", each.note)),
    ),
    element(
      "ram:SpecifiedTradeProduct",
      textElement("ram:SellerAssignedID", each.sellerItemId),
      textElement("ram:Name", each.name),
    ),
    element(
      "ram:SpecifiedLineTradeAgreement",
      element("ram:BuyerOrderReferencedDocument", textElement("ram:LineID", each.orderLine)),
      element(
        "ram:NetPriceProductTradePrice",
        textElement("ram:ChargeAmount", each.netPrice),
        textElement("ram:BasisQuantity", each.priceBase, { unitCode: each.unitCode }),
      ),
    ),
    element(
      "ram:SpecifiedLineTradeDelivery",
      textElement("ram:BilledQuantity", each.quantity, { unitCode: each.unitCode }),
    ),
    element(
      "ram:SpecifiedLineTradeSettlement",
      tax("ram:ApplicableTradeTax", each),
      period(each.period),
      ...each.allowances.map((one) => allowance(one, "line")),
      element(
        "ram:SpecifiedTradeSettlementLineMonetarySummation",
        textElement("ram:LineTotalAmount", each.netAmount),
      ),
    ),
  );

const context = (invoice: EInvoice): XmlPart =>
  element(
    "rsm:ExchangedDocumentContext",
    element("ram:BusinessProcessSpecifiedDocumentContextParameter", textElement("ram:ID", invoice.process)),
    element("ram:GuidelineSpecifiedDocumentContextParameter", textElement("ram:ID", invoice.specification)),
  );

const document = (invoice: EInvoice): XmlPart =>
  element(
    "rsm:ExchangedDocument",
    textElement("ram:ID", invoice.number),
    textElement("ram:TypeCode", invoice.typeCode),
    element("ram:IssueDateTime", dateTime(invoice.issueDate)),
    ...invoice.notes.map((note) => element("ram:IncludedNote", textElement("ram:Content", note))),
  );

const agreement = (invoice: EInvoice): XmlPart =>
  element(
    "ram:ApplicableHeaderTradeAgreement",
    textElement("ram:BuyerReference", invoice.buyerReference),
    party("ram:SellerTradeParty", invoice.seller),
    party("ram:BuyerTradeParty", invoice.buyer),
    element("ram:BuyerOrderReferencedDocument", textElement("ram:IssuerAssignedID", invoice.orderReference)),
    element("ram:ContractReferencedDocument", textElement("ram:IssuerAssignedID", invoice.contractReference)),
    invoice.projectReference === null
      ? nothing
      : element(
          "ram:SpecifiedProcuringProject",
          textElement("ram:ID", invoice.projectReference),
          textElement("ram:Name", invoice.projectReference),
        ),
  );

// The element of delivery must stand even where nothing is known of it.
const delivery = (invoice: EInvoice): XmlPart => {
  const content = [
    element(
      "ram:ShipToTradeParty",
      element("ram:PostalTradeAddress", textElement("ram:CountryID", invoice.delivery?.country ?? null)),
    ),
    element(
      "ram:ActualDeliverySupplyChainEvent",
      element("ram:OccurrenceDateTime", dateTime(invoice.delivery?.date ?? null)),
    ),
  ].join("");
  return content === ""
    ? "<ram:ApplicableHeaderTradeDelivery/>"
    : element("ram:ApplicableHeaderTradeDelivery", content);
};

const settlement = (invoice: EInvoice): XmlPart =>
  element(
    "ram:ApplicableHeaderTradeSettlement",
    textElement("ram:PaymentReference", invoice.payment?.remittance ?? null),
    textElement("ram:InvoiceCurrencyCode", invoice.currency),
    element(
      "ram:SpecifiedTradeSettlementPaymentMeans",
      textElement("ram:TypeCode", invoice.payment?.code ?? null),
      element(
        "ram:PayeePartyCreditorFinancialAccount",
        invoice.payment?.code === "58"
          ? textElement("ram:IBANID", invoice.payment.account)
          : textElement("ram:ProprietaryID", invoice.payment?.account ?? null),
      ),
    ),
    ...invoice.breakdowns.map(breakdown),
    period(invoice.period),
    ...invoice.allowances.map((each) => allowance(each, "document")),
    element(
      "ram:SpecifiedTradePaymentTerms",
      textElement("ram:Description", invoice.paymentTerms),
      element("ram:DueDateDateTime", dateTime(invoice.dueDate)),
    ),
    element(
      "ram:SpecifiedTradeSettlementHeaderMonetarySummation",
      textElement("ram:LineTotalAmount", invoice.sumOfLines),
      textElement("ram:ChargeTotalAmount", invoice.chargeTotal),
      textElement("ram:AllowanceTotalAmount", invoice.allowanceTotal),
      textElement("ram:TaxBasisTotalAmount", invoice.withoutVat),
      textElement("ram:TaxTotalAmount", invoice.vat, { currencyID: invoice.currency }),
      textElement("ram:RoundingAmount", invoice.rounding),
      textElement("ram:GrandTotalAmount", invoice.withVat),
      textElement("ram:TotalPrepaidAmount", invoice.prepaid),
      textElement("ram:DuePayableAmount", invoice.due),
    ),
    ...invoice.precedingInvoices.map((number) =>
      element("ram:InvoiceReferencedDocument", textElement("ram:IssuerAssignedID", number)),
    ),
  );

const data = "urn:un:unece:uncefact:data:standard";

/** UN/CEFACT Cross Industry Invoice D16B in the form of EN 16931. */
export const writeCii = (invoice: EInvoice): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<rsm:CrossIndustryInvoice xmlns:rsm="${data}:CrossIndustryInvoice:100" xmlns:ram="${data}:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="${data}:UnqualifiedDataType:100" xmlns:qdt="${data}:QualifiedDataType:100">\n  ${context(invoice)}\n  ${document(invoice)}\n  <rsm:SupplyChainTradeTransaction>\n${[
    ...invoice.lines.map(line),
    agreement(invoice),
    delivery(invoice),
    settlement(invoice),
  ]
    .map((part) => `    ${part}\n`)
    .join("")}  </rsm:SupplyChainTradeTransaction>\n</rsm:CrossIndustryInvoice>\n`;
