import type {
  AllowanceCharge,
  DocumentKind,
  Element,
  Invoice,
  InvoiceKind,
  ReadDocument,
  TaxBreakdown,
} from "../../../../src-shared/model/index.ts";
import type { NormalizeContext } from "../context.ts";
import { ciiLines } from "./cii-line.ts";
import { childOf, ciiRate, dateWithin, isCiiCharge, referenceWithin } from "./cii-names.ts";
import { ciiParty } from "./cii-party.ts";
import { kindOfTypeCode } from "./document-type.ts";
import { childNamed, childrenNamed, descend, firstSaid, textOf } from "./element-path.ts";
import { startInvoice } from "./start-invoice.ts";
import { createFieldMaker, type FieldMaker } from "./structured-field.ts";

const allowanceCharges = (settlement: Element | null, make: FieldMaker): readonly AllowanceCharge[] => {
  const entries = [
    ...childrenNamed(settlement, "SpecifiedTradeAllowanceCharge").map((element) => ({
      element,
      isCharge: isCiiCharge(element),
      amount: make.amount(childNamed(element, "ActualAmount")),
      tax: childNamed(element, "CategoryTradeTax"),
      reason: childNamed(element, "Reason"),
    })),
    ...childrenNamed(settlement, "SpecifiedLogisticsServiceCharge").map((element) => ({
      element,
      isCharge: true,
      amount: make.amount(childNamed(element, "AppliedAmount")),
      tax: childNamed(element, "AppliedTradeTax"),
      reason: childNamed(element, "Description"),
    })),
  ];
  return entries.flatMap(({ element, isCharge, amount, tax, reason }): AllowanceCharge[] => {
    if (amount === null) return [];
    return [
      {
        kind: isCharge ? "charge" : "allowance",
        reason: textOf(reason),
        percent: make.amount(childNamed(element, "CalculationPercent"))?.value ?? null,
        baseAmount: make.amount(childNamed(element, "BasisAmount"))?.value ?? null,
        amount,
        taxRate: make.amount(ciiRate(tax))?.value ?? null,
      },
    ];
  });
};

const taxBreakdown = (tax: Element, make: FieldMaker): TaxBreakdown => ({
  category: textOf(childNamed(tax, "CategoryCode")),
  name: textOf(childNamed(tax, "TypeCode")),
  rate: make.amount(ciiRate(tax)),
  base: make.amount(childNamed(tax, "BasisAmount")),
  amount: make.amount(childNamed(tax, "CalculatedAmount")),
  exemptionReason: textOf(childNamed(tax, "ExemptionReason")),
});

/** BT-110: the tax total in the invoice's own currency; BT-111 repeats it in another. */
const taxTotal = (summation: Element | null, currency: string | null): Element | null => {
  const totals = childrenNamed(summation, "TaxTotalAmount");
  return totals.find((total) => total.attributes["currencyID"] === currency) ?? totals[0] ?? null;
};

/** BT-84: the first account that the invoice may be paid to. */
const accountOf = (settlement: Element | null): Element | null => {
  for (const means of childrenNamed(settlement, "SpecifiedTradeSettlementPaymentMeans")) {
    const account = childNamed(means, "PayeePartyCreditorFinancialAccount");
    const named = [childNamed(account, "IBANID"), childNamed(account, "ProprietaryID")];
    const found = named.find((element) => textOf(element) !== null) ?? null;
    if (found !== null) return found;
  }
  return null;
};

const headOf = (root: Element): Element | null =>
  childOf(root, "ExchangedDocument", "HeaderExchangedDocument");

const kindOf = (root: Element): InvoiceKind =>
  kindOfTypeCode(textOf(childNamed(headOf(root), "TypeCode")) ?? "");

/** What a Cross Industry Invoice is; `null` for other roots. */
export const ciiKind = (root: Element): DocumentKind | null => {
  if (root.name !== "CrossIndustryInvoice" && root.name !== "CrossIndustryDocument") return null;
  return kindOf(root) === "credit-note" ? "credit-note" : "invoice";
};

/** Maps a Cross Industry Invoice (D16B, ZUGFeRD 1.0 and 2, Factur-X, XRechnung). Every value is as written in the file. */
export const ciiInvoice = (document: ReadDocument, root: Element, context: NormalizeContext): Invoice => {
  const make = createFieldMaker(document, "invoice");
  const head = headOf(root);
  const transaction = childOf(root, "SupplyChainTradeTransaction", "SpecifiedSupplyChainTradeTransaction");
  const agreement = childOf(
    transaction,
    "ApplicableHeaderTradeAgreement",
    "ApplicableSupplyChainTradeAgreement",
  );
  const delivery = childOf(
    transaction,
    "ApplicableHeaderTradeDelivery",
    "ApplicableSupplyChainTradeDelivery",
  );
  const settlement = childOf(
    transaction,
    "ApplicableHeaderTradeSettlement",
    "ApplicableSupplyChainTradeSettlement",
  );
  const summation = childOf(
    settlement,
    "SpecifiedTradeSettlementHeaderMonetarySummation",
    "SpecifiedTradeSettlementMonetarySummation",
  );
  const currency = make.text(childNamed(settlement, "InvoiceCurrencyCode"));
  const period = childNamed(settlement, "BillingSpecifiedPeriod");
  const terms = childrenNamed(settlement, "SpecifiedTradePaymentTerms");
  const taxes = childrenNamed(settlement, "ApplicableTradeTax");
  const total = (name: string) => make.amount(childNamed(summation, name));
  return {
    ...startInvoice(document, context),
    kind: kindOf(root),
    number: make.text(childNamed(head, "ID")),
    issueDate: make.date(dateWithin(childNamed(head, "IssueDateTime"))),
    dueDate: make.date(
      firstSaid(terms.map((term) => dateWithin(childOf(term, "DueDateDateTime", "DueDate")))),
    ),
    taxPointDate: make.date(
      firstSaid([
        ...taxes.map((tax) => dateWithin(childNamed(tax, "TaxPointDate"))),
        dateWithin(descend(delivery, "ActualDeliverySupplyChainEvent", "OccurrenceDateTime")),
      ]),
    ),
    periodStart: make.date(dateWithin(childNamed(period, "StartDateTime"))),
    periodEnd: make.lastDay(dateWithin(childNamed(period, "EndDateTime"))),
    currency,
    seller: ciiParty(childNamed(agreement, "SellerTradeParty"), make),
    buyer: ciiParty(childNamed(agreement, "BuyerTradeParty"), make),
    orderReference: make.text(referenceWithin(childNamed(agreement, "BuyerOrderReferencedDocument"))),
    agreementReference: make.text(referenceWithin(childNamed(agreement, "ContractReferencedDocument"))),
    projectReference: make.text(descend(agreement, "SpecifiedProcuringProject", "ID")),
    buyerReference: make.text(childNamed(agreement, "BuyerReference")),
    precedingInvoice: make.text(referenceWithin(childNamed(settlement, "InvoiceReferencedDocument"))),
    paymentTerms: make.text(firstSaid(terms.map((term) => childNamed(term, "Description")))),
    bankAccount: make.account(accountOf(settlement)),
    lines: ciiLines(transaction, make),
    allowanceCharges: allowanceCharges(settlement, make),
    taxes: taxes.map((tax) => taxBreakdown(tax, make)),
    subtotal: total("LineTotalAmount"),
    allowances: total("AllowanceTotalAmount"),
    charges: total("ChargeTotalAmount"),
    net: total("TaxBasisTotalAmount"),
    tax: make.amount(taxTotal(summation, currency?.value ?? null)),
    gross: total("GrandTotalAmount"),
    prepaid: total("TotalPrepaidAmount"),
    rounding: total("RoundingAmount"),
    payable: total("DuePayableAmount"),
    taxNote: make.text(firstSaid(taxes.map((tax) => childNamed(tax, "ExemptionReason")))),
    notes: childrenNamed(head, "IncludedNote")
      .map((note) => textOf(childNamed(note, "Content")))
      .filter((note) => note !== null),
  };
};
