import { blankLine } from "../../../../../src-shared/model/index.ts";
import type {
  AllowanceCharge,
  Element,
  Invoice,
  InvoiceLine,
  Party,
  ReadDocument,
  TaxBreakdown,
} from "../../../../../src-shared/model/index.ts";
import type { NormalizeContext } from "../../context.ts";
import { childNamed, childrenNamed, descend, firstSaid, textOf } from "../element-path.ts";
import { sumOf, unlessZero } from "../field-arithmetic.ts";
import { lineDiscount } from "../line-discount.ts";
import { withSettledSigns } from "../signs.ts";
import { startInvoice } from "../start-invoice.ts";
import { createFieldMaker, type FieldMaker } from "../structured-field.ts";
import { structuredParty } from "../structured-party.ts";
import { unitOfCode } from "../unit-code.ts";
import type { Vocabulary } from "../vocabulary.ts";

/** The vocabulary's own numbers of units, as codes of UN/ECE recommendation 20; "05" is any other unit. */
const unitCodes: Readonly<Record<string, string>> = {
  "01": "C62",
  "02": "HUR",
  "03": "KGM",
  "04": "LTR",
  "06": "BX",
  "10": "BG",
  "16": "CMT",
  "18": "DZN",
  "21": "GRM",
  "22": "KMT",
  "25": "MTR",
  "26": "MMT",
  "28": "PK",
  "30": "RO",
  "33": "MTQ",
  "36": "KWH",
};

const taxNames: Readonly<Record<string, string>> = { "01": "IVA", "02": "IPSI", "03": "IGIC", "04": "IRPF" };

const addressOf = (entity: Element | null): Element | null =>
  childNamed(entity, "AddressInSpain") ?? childNamed(entity, "OverseasAddress");

const partyOf = (party: Element | null, make: FieldMaker): Party | null => {
  const entity = childNamed(party, "LegalEntity");
  const individual = childNamed(party, "Individual");
  const address = addressOf(entity ?? individual);
  return structuredParty(
    {
      name:
        entity === null
          ? ["Name", "FirstSurname", "SecondSurname"].map((name) => childNamed(individual, name))
          : [childNamed(entity, "CorporateName")],
      taxId: descend(party, "TaxIdentification", "TaxIdentificationNumber"),
      address: [
        [childNamed(address, "Address")],
        [
          childNamed(address, "PostCode"),
          childNamed(address, "Town"),
          childNamed(address, "PostCodeAndTown"),
          childNamed(address, "Province"),
        ],
      ],
      country: childNamed(address, "CountryCode"),
      email: descend(entity ?? individual, "ContactDetails", "ElectronicMail"),
      aliases: [childNamed(entity, "TradeName")],
    },
    make,
  );
};

/** Discounts and charges of a line or of the whole, by the names of their parts. */
const entriesOf = (parent: Element | null, make: FieldMaker): readonly AllowanceCharge[] => {
  const named = (list: string, kind: AllowanceCharge["kind"], part: string) =>
    childrenNamed(childNamed(parent, list), part).flatMap((entry): AllowanceCharge[] => {
      const amount = make.amount(childNamed(entry, `${part}Amount`));
      if (amount === null) return [];
      return [
        {
          kind,
          reason: textOf(childNamed(entry, `${part}Reason`)),
          percent: make.amount(childNamed(entry, `${part}Rate`))?.value ?? null,
          baseAmount: null,
          amount,
          taxRate: null,
        },
      ];
    });
  return [
    ...named("DiscountsAndRebates", "allowance", "Discount"),
    ...named("GeneralDiscounts", "allowance", "Discount"),
    ...named("Charges", "charge", "Charge"),
    ...named("GeneralSurcharges", "charge", "Charge"),
  ];
};

const taxesOf = (list: Element | null): readonly Element[] => childrenNamed(list, "Tax");

const taxOf = (tax: Element, make: FieldMaker): TaxBreakdown => ({
  category: null,
  name: taxNames[textOf(childNamed(tax, "TaxTypeCode")) ?? ""] ?? null,
  rate: make.amount(childNamed(tax, "TaxRate")),
  base: make.amount(descend(tax, "TaxableBase", "TotalAmount")),
  amount: make.amount(descend(tax, "TaxAmount", "TotalAmount")),
  exemptionReason: null,
});

const lineOf = (line: Element, place: number, make: FieldMaker): InvoiceLine => {
  const description = childNamed(line, "ItemDescription");
  const quantity = childNamed(line, "Quantity");
  const net = childNamed(line, "GrossAmount");
  const [tax] = taxesOf(childNamed(line, "TaxesOutputs"));
  return {
    ...blankLine(textOf(childNamed(line, "SequenceNumber")) ?? String(place)),
    description: textOf(description)?.replace(/\s+/gu, " ") ?? "",
    itemCode: textOf(childNamed(line, "ArticleCode")),
    quantity: make.amount(quantity),
    unit: make.parsed(childNamed(line, "UnitOfMeasure"), (code) =>
      unitCodes[code] === undefined ? null : unitOfCode(unitCodes[code]),
    ),
    unitPrice: make.amount(childNamed(line, "UnitPriceWithoutTax")),
    discountAmount: lineDiscount(
      entriesOf(line, make).map(({ kind, amount }) => ({ isCharge: kind === "charge", amount })),
    ),
    net: make.amount(net),
    taxRate: tax === undefined ? null : make.amount(childNamed(tax, "TaxRate")),
    serviceDate: make.date(childNamed(line, "TransactionDate")),
    periodStart: make.date(descend(line, "LineItemPeriod", "StartDate")),
    periodEnd: make.lastDay(descend(line, "LineItemPeriod", "EndDate")),
    sourceIds: childrenNamed(childNamed(line, "DeliveryNotesReferences"), "DeliveryNote")
      .map((note) => textOf(childNamed(note, "DeliveryNoteNumber")))
      .filter((id) => id !== null),
    orderReference: textOf(childNamed(line, "ReceiverTransactionReference")),
    evidence: [description, quantity, childNamed(line, "UnitPriceWithoutTax"), net]
      .filter((part) => part !== null)
      .map(make.evidence),
  };
};

/** The series stands before the number, as the seller counts. */
const numberOf = (header: Element | null, make: FieldMaker): Invoice["number"] => {
  const series = textOf(childNamed(header, "InvoiceSeriesCode"));
  return make.parsed(childNamed(header, "InvoiceNumber"), (number) =>
    series === null || number.startsWith(series) ? number : `${series}${number}`,
  );
};

const isCredit = (invoice: Element): boolean => {
  const type = textOf(descend(invoice, "InvoiceHeader", "InvoiceClass")) ?? "";
  const total = textOf(descend(invoice, "InvoiceTotals", "InvoiceTotal")) ?? "";
  return (type === "OR" || type === "CR") && total.startsWith("-");
};

const invoiceOf = (
  document: ReadDocument,
  root: Element,
  invoice: Element,
  place: number,
  context: NormalizeContext,
): Invoice => {
  const make = createFieldMaker(document, "invoice");
  const header = childNamed(invoice, "InvoiceHeader");
  const issue = childNamed(invoice, "InvoiceIssueData");
  const totals = childNamed(invoice, "InvoiceTotals");
  const items = childrenNamed(childNamed(invoice, "Items"), "InvoiceLine");
  const instalments = childrenNamed(childNamed(invoice, "PaymentDetails"), "Installment");
  const total = (name: string) => make.amount(childNamed(totals, name));
  const withholding = unlessZero(total("TotalTaxesWithheld"));
  const printed = total("InvoiceTotal");
  return {
    ...startInvoice(document, context, place),
    kind: isCredit(invoice) ? "credit-note" : "invoice",
    number: numberOf(header, make),
    issueDate: make.date(childNamed(issue, "IssueDate")),
    dueDate: make.date(firstSaid(instalments.map((each) => childNamed(each, "InstallmentDueDate")))),
    taxPointDate: make.date(childNamed(issue, "OperationDate")),
    periodStart: make.date(descend(issue, "InvoicingPeriod", "StartDate")),
    periodEnd: make.lastDay(descend(issue, "InvoicingPeriod", "EndDate")),
    currency: make.text(childNamed(issue, "InvoiceCurrencyCode")),
    seller: partyOf(descend(root, "Parties", "SellerParty"), make),
    buyer: partyOf(descend(root, "Parties", "BuyerParty"), make),
    orderReference: make.text(
      firstSaid([
        childNamed(issue, "ReceiverTransactionReference"),
        ...items.map((line) => childNamed(line, "ReceiverTransactionReference")),
      ]),
    ),
    agreementReference: make.text(
      firstSaid([
        childNamed(issue, "ReceiverContractReference"),
        ...items.map((line) => childNamed(line, "ReceiverContractReference")),
        ...items.map((line) => childNamed(line, "IssuerContractReference")),
      ]),
    ),
    projectReference: make.text(
      firstSaid([
        childNamed(issue, "FileReference"),
        ...items.map((line) => childNamed(line, "FileReference")),
      ]),
    ),
    precedingInvoice: numberOf(childNamed(header, "Corrective"), make),
    bankAccount: make.account(
      firstSaid(
        instalments.flatMap((each) => [
          descend(each, "AccountToBeCredited", "IBAN"),
          descend(each, "AccountToBeCredited", "AccountNumber"),
        ]),
      ),
    ),
    lines: items.map((line, index) => lineOf(line, index + 1, make)),
    allowanceCharges: entriesOf(totals, make),
    taxes: taxesOf(childNamed(invoice, "TaxesOutputs")).map((tax) => taxOf(tax, make)),
    subtotal: total("TotalGrossAmount"),
    allowances: total("TotalGeneralDiscounts"),
    charges: total("TotalGeneralSurcharges"),
    net: total("TotalGrossAmountBeforeTaxes"),
    tax: total("TotalTaxOutputs"),
    // The printed total is less what the buyer withholds; the total with tax is the two together.
    gross: withholding === null ? printed : sumOf([printed, withholding]),
    prepaid: unlessZero(total("TotalPaymentsOnAccount")),
    retention: make.amount(descend(totals, "AmountsWithheld", "WithholdingAmount")),
    withholding,
    payable: total("TotalExecutableAmount") ?? total("TotalOutstandingAmount"),
    taxNote: make.text(descend(invoice, "LegalLiterals", "LegalReference")),
    notes: [textOf(descend(invoice, "AdditionalData", "InvoiceAdditionalInformation"))].filter(
      (note) => note !== null,
    ),
  };
};

const invoicesOf = (root: Element): readonly Element[] =>
  childrenNamed(childNamed(root, "Invoices"), "Invoice");

/** Facturae 3.0 to 3.2.2, Spain: a file may hold several invoices of one seller to one buyer. */
export const facturae: Vocabulary = {
  kindOf: (root) => {
    const [first] = invoicesOf(root);
    if (root.name !== "Facturae" || first === undefined) return null;
    return isCredit(first) ? "credit-note" : "invoice";
  },
  read: (document, root, _kind, context) => ({
    invoices: invoicesOf(root).map((invoice, index) =>
      withSettledSigns(invoiceOf(document, root, invoice, index + 1, context)),
    ),
  }),
};
