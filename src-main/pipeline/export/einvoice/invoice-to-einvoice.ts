import { valueOf, type Invoice } from "../../../../src-shared/model/index.ts";
import {
  absolute,
  add,
  decimalText,
  decimalToText,
  fractionToDecimal,
  isEqual,
  isNegative,
  isZero,
  multiplyFractions,
  negate,
  subtract,
  zero,
  type Decimal,
  type DecimalText,
} from "../../../../src-shared/money/index.ts";
import { addDays, type LocalDate } from "../../../../src-shared/time/index.ts";
import { partnerCode } from "../coding.ts";
import type { SaleDocument, SaleLine } from "../sale-document.ts";
import { codeOfUnit } from "./code-lists.ts";
import { partyOf, type EInvoiceSettings } from "./einvoice-party.ts";
import { breakdownsOf, money } from "./vat-breakdown.ts";
import { vatCategories, type EAllowance, type EInvoice, type ELine, type EPeriod } from "./einvoice.ts";
import {
  isIban,
  peppolProcess,
  peppolSpecification,
  xrechnungSpecification,
  type EInvoiceProfile,
} from "./rules/index.ts";

const specifications: Readonly<Record<EInvoiceProfile, string>> = {
  en16931: "urn:cen.eu:en16931:2017",
  peppol: peppolSpecification,
  xrechnung: xrechnungSpecification,
};

/** A period as it is printed: with its last day. */
const periodOf = (start: LocalDate | null, end: LocalDate | null): EPeriod | null =>
  start === null && end === null ? null : { start, end: end === null ? null : addDays(end, -1) };

const knownCategories: ReadonlySet<string> = new Set(vatCategories);

const rateIn = (sale: SaleDocument, rate: DecimalText | null): DecimalText | null =>
  rate ?? (sale.lines.every((line) => line.taxRate === null) ? sale.soleTaxRate : null);

/** Category and rate: as printed, else "S" where tax is charged, else what the owner says about untaxed lines. */
const taxOf = (
  sale: SaleDocument,
  printed: string | null,
  rate: DecimalText | null,
  settings: EInvoiceSettings,
): { readonly category: string | null; readonly rate: DecimalText | null } => {
  const known = rateIn(sale, rate);
  const category =
    printed !== null && knownCategories.has(printed)
      ? printed
      : known !== null && !isZero(known)
        ? "S"
        : settings.zeroCategory;
  return {
    category,
    rate: category === "O" ? null : (known ?? (category === null ? null : decimalText("0"))),
  };
};

const unsigned = (value: DecimalText): DecimalText => decimalToText(absolute(value));

const lineOf = (
  sale: SaleDocument,
  line: SaleLine,
  printed: Invoice["lines"][number] | undefined,
  index: number,
  settings: EInvoiceSettings,
): ELine => {
  const plain = (value: DecimalText): DecimalText => (sale.isCredit ? decimalToText(negate(value)) : value);
  const base = valueOf(printed?.priceBase ?? null);
  const quantity = base === null ? line.quantity : (valueOf(printed?.quantity ?? null) ?? line.quantity);
  const price = plain(
    base === null ? line.unitAmount : (valueOf(printed?.unitPrice ?? null) ?? line.unitAmount),
  );
  const net = plain(line.amount);
  // A price is never negative: what takes away has a negative quantity instead.
  const isTurned = isNegative(price);
  const unit = valueOf(printed?.unit ?? null);
  const isWhole =
    printed !== undefined &&
    valueOf(printed.quantity) !== null &&
    isEqual(quantity, valueOf(printed.quantity) ?? quantity);
  const { category, rate } = taxOf(sale, printed?.taxCategory ?? null, line.taxRate, settings);
  const before = fractionToDecimal(multiplyFractions(quantity, price), 2, "half-up");
  const allowance: readonly EAllowance[] =
    line.discountPercent === null
      ? []
      : [
          {
            kind: "allowance",
            amount: money(subtract(before, net)),
            baseAmount: money(before),
            percent: line.discountPercent,
            reason: "Discount",
            reasonCode: "95",
            category: null,
            rate: null,
          },
        ];
  return {
    id: String(index + 1),
    note: null,
    quantity: isTurned ? decimalToText(negate(quantity)) : quantity,
    unitCode: (isWhole && unit !== null ? codeOfUnit.get(unit) : undefined) ?? "C62",
    netAmount: money(net),
    orderLine: null,
    period: periodOf(
      valueOf(printed?.periodStart ?? null) ?? line.serviceDate,
      valueOf(printed?.periodEnd ?? null) ?? nextDay(line.serviceDate),
    ),
    allowances: allowance,
    netPrice: unsigned(price),
    grossPrice: null,
    priceBase: base,
    name: line.description,
    sellerItemId: line.itemCode,
    category,
    rate,
  };
};

const nextDay = (date: LocalDate | null): LocalDate | null => (date === null ? null : addDays(date, 1));

const allowanceOf = (
  sale: SaleDocument,
  each: Invoice["allowanceCharges"][number],
  settings: EInvoiceSettings,
): EAllowance => {
  const amount = valueOf(each.amount);
  const isComplete = each.percent !== null && each.baseAmount !== null;
  return {
    kind: each.kind,
    amount: amount === null ? null : money(amount),
    // Peppol takes base and percent together only.
    baseAmount: isComplete && each.baseAmount !== null ? money(each.baseAmount) : null,
    percent: isComplete ? each.percent : null,
    reason: each.reason ?? (each.kind === "allowance" ? "Discount" : "Charge"),
    reasonCode: null,
    ...taxOf(sale, null, each.taxRate, settings),
  };
};

const sumOf = (allowances: readonly EAllowance[], kind: EAllowance["kind"]): DecimalText | null => {
  const own = allowances.filter((each) => each.kind === kind);
  return own.length === 0
    ? null
    : money(own.reduce<Decimal>((sum, each) => add(sum, each.amount ?? zero), zero));
};

const typeCodes: Readonly<Record<Invoice["kind"], string>> = {
  invoice: "380",
  "credit-note": "381",
  "debit-note": "383",
  proforma: "325",
  "self-billed": "389",
};

/** The invoice in the terms of EN 16931; totals are those of the document, so that the rules find what does not agree. */
export const invoiceToEInvoice = (
  invoice: Invoice,
  sale: SaleDocument,
  settings: EInvoiceSettings,
): EInvoice => {
  const plain = (value: DecimalText): DecimalText => (sale.isCredit ? decimalToText(negate(value)) : value);
  const own = sale.lines.filter((line) => !line.isAdjustment);
  const lines = own.map((line, index) => lineOf(sale, line, invoice.lines[index], index, settings));
  const allowances = invoice.allowanceCharges.map((each) => allowanceOf(sale, each, settings));
  const printedReason =
    invoice.taxes.find((tax) => tax.exemptionReason !== null)?.exemptionReason ?? valueOf(invoice.taxNote);
  const breakdowns = breakdownsOf(lines, allowances, printedReason ?? settings.exemptionReason);
  const account = valueOf(invoice.bankAccount);
  const prepaid = valueOf(invoice.prepaid);
  const rounding = valueOf(invoice.rounding);
  const gross = plain(sale.gross);
  const due = add(subtract(gross, prepaid ?? zero), rounding ?? zero);
  const isIntraCommunity = breakdowns.some((each) => each.category === "K");
  const delivered = valueOf(invoice.taxPointDate);
  const buyer = partyOf(
    invoice.buyer,
    partnerCode(settings.buyerEndpoints, invoice.buyer?.name ?? ""),
    null,
    settings,
  );
  const preceding = valueOf(invoice.precedingInvoice);
  return {
    specification: specifications[settings.profile],
    process: settings.profile === "en16931" ? null : peppolProcess,
    number: sale.number,
    issueDate: sale.issueDate,
    typeCode: typeCodes[invoice.kind],
    currency: sale.currency,
    dueDate: sale.dueDate,
    notes: invoice.notes.slice(0, 1),
    buyerReference: valueOf(invoice.buyerReference),
    projectReference: valueOf(invoice.projectReference),
    contractReference: valueOf(invoice.agreementReference),
    orderReference: valueOf(invoice.orderReference),
    precedingInvoices: preceding === null ? [] : [preceding],
    period: periodOf(valueOf(invoice.periodStart), valueOf(invoice.periodEnd)),
    seller: partyOf(invoice.seller, settings.sellerEndpoint, settings.sellerContact, settings),
    buyer: { ...buyer, taxRegistration: null },
    delivery:
      delivered === null && !isIntraCommunity
        ? null
        : { date: delivered, country: isIntraCommunity ? buyer.country : null },
    payment:
      account === null
        ? null
        : {
            code: isIban(account) && sale.currency === "EUR" ? "58" : "30",
            remittance: sale.number,
            account: account.replaceAll(/\s/g, ""),
          },
    paymentTerms: sale.terms,
    allowances,
    lines,
    breakdowns,
    sumOfLines: money(lines.reduce<Decimal>((sum, line) => add(sum, line.netAmount ?? zero), zero)),
    allowanceTotal: sumOf(allowances, "allowance"),
    chargeTotal: sumOf(allowances, "charge"),
    withoutVat: money(plain(sale.net)),
    vat: money(sale.tax === null ? zero : plain(sale.tax)),
    withVat: money(gross),
    prepaid: prepaid === null ? null : money(prepaid),
    rounding: rounding === null || isZero(rounding) ? null : money(rounding),
    due: money(due),
  };
};
