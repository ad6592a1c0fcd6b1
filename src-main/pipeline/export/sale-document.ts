import {
  valueOf,
  type ExportRefusal,
  type Field,
  type Invoice,
  type InvoiceLine,
} from "../../../src-shared/model/index.ts";
import {
  add,
  compare,
  decimalText,
  decimalToText,
  divideFractions,
  fraction,
  fractionToDecimal,
  isEqual,
  isZero,
  minorDigits,
  multiplyFractions,
  negate,
  rescale,
  subtract,
  toDecimal,
  zero,
  type DecimalText,
} from "../../../src-shared/money/index.ts";
import { addDays, type LocalDate } from "../../../src-shared/time/index.ts";

/** Which of our two ledgers a document belongs to: what we bill, or what we are billed. */
export type Ledger = "sales" | "bills";

/** A line as accounting systems take it: quantity times unit amount is the amount, to the cent. */
export interface SaleLine {
  readonly description: string;
  readonly itemCode: string | null;
  /** True for allowances and charges of the whole document, which print neither quantity nor price. */
  readonly isAdjustment: boolean;
  readonly quantity: DecimalText;
  /** Without tax; negative for deductions and in credit notes. */
  readonly unitAmount: DecimalText;
  readonly discountPercent: DecimalText | null;
  readonly amount: DecimalText;
  readonly taxRate: DecimalText | null;
  readonly serviceDate: LocalDate | null;
}

/** An invoice with every value that accounting needs, decided. Amounts of a credit note are negative here. */
export interface SaleDocument {
  readonly number: string;
  readonly isCredit: boolean;
  /** Who accounting books it under: the customer of a sale, the supplier of a bill. */
  readonly partner: string;
  readonly address: readonly string[];
  readonly email: string | null;
  readonly reference: string | null;
  readonly issueDate: LocalDate;
  readonly dueDate: LocalDate | null;
  /** True where no due date is printed and the printed terms gave it. */
  readonly isDueDateComputed: boolean;
  readonly terms: string | null;
  readonly currency: string;
  readonly lines: readonly SaleLine[];
  readonly net: DecimalText;
  readonly tax: DecimalText | null;
  readonly gross: DecimalText;
  /** The one rate above zero that the document charges; `null` for none, several, or one that is not printed. */
  readonly soleTaxRate: DecimalText | null;
  /** Lines that had to be written as one unit of their amount, because quantity times price does not give it. */
  readonly collapsedLines: readonly string[];
}

type Refuse = (
  code: string,
  facts?: Readonly<Record<string, string | number>>,
) => { readonly refusal: ExportRefusal };

const roundedProduct = (
  quantity: DecimalText,
  price: DecimalText,
  base: DecimalText | null,
  digits: number,
): DecimalText => {
  const product = multiplyFractions(quantity, price);
  return decimalToText(
    fractionToDecimal(
      base === null || isZero(base) ? product : divideFractions(product, base),
      digits,
      "half-up",
    ),
  );
};

const discounted = (amount: DecimalText, percent: DecimalText, digits: number): DecimalText => {
  const share = divideFractions(subtract(decimalText("100"), percent), fraction(100));
  return decimalToText(fractionToDecimal(multiplyFractions(amount, share), digits, "half-up"));
};

const saleLine = (
  line: InvoiceLine,
  digits: number,
): { readonly line: SaleLine; readonly isCollapsed: boolean } | null => {
  const amount = valueOf(line.net);
  if (amount === null) return null;
  const quantity = valueOf(line.quantity);
  const price = valueOf(line.unitPrice);
  const percent = valueOf(line.discountPercent);
  const shared = {
    description: line.description,
    itemCode: line.itemCode,
    isAdjustment: false,
    amount,
    taxRate: valueOf(line.taxRate),
    serviceDate: valueOf(line.serviceDate),
  };
  if (quantity !== null && price !== null && line.priceBase === null) {
    const plain = roundedProduct(quantity, price, null, digits);
    if (isEqual(plain, amount))
      return { line: { ...shared, quantity, unitAmount: price, discountPercent: null }, isCollapsed: false };
    if (percent !== null && isEqual(discounted(plain, percent, digits), amount)) {
      return {
        line: { ...shared, quantity, unitAmount: price, discountPercent: percent },
        isCollapsed: false,
      };
    }
  }
  const isPlainAmount = quantity === null && price === null;
  return {
    line: { ...shared, quantity: decimalText("1"), unitAmount: amount, discountPercent: null },
    isCollapsed: !isPlainAmount,
  };
};

const dueDateOf = (
  invoice: Invoice,
  issued: LocalDate,
): { readonly date: LocalDate | null; readonly isComputed: boolean } => {
  const printed = valueOf(invoice.dueDate);
  if (printed !== null) return { date: printed, isComputed: false };
  const terms = valueOf(invoice.paymentTerms) ?? "";
  if (/due (?:up)?on receipt|sofort|a reception|direct/i.test(terms))
    return { date: issued, isComputed: true };
  const days =
    /(?:net|within|innerhalb|binnen|a|à)\s*(\d{1,3})\b(?!\s*%)|(?<![.,\d/])(\d{1,3})\s*(?:days|tage|jours|dagen|d[ií]as|giorni|dias)/i.exec(
      terms,
    );
  const count = days?.[1] ?? days?.[2];
  // Month-end terms have two readings; then no date is computed.
  if (count === undefined || /end of|eom|monatsende|fin de mois|fine mese|einde maand/i.test(terms))
    return { date: null, isComputed: false };
  return { date: addDays(issued, Number(count)), isComputed: true };
};

const undecided = (invoice: Invoice): string | null => {
  const fields: readonly (readonly [string, Field<unknown> | null])[] = [
    ["number", invoice.number],
    ["issueDate", invoice.issueDate],
    ["currency", invoice.currency],
    ["net", invoice.net],
    ["tax", invoice.tax],
    ["gross", invoice.gross],
    ...invoice.lines.map((line): readonly [string, Field<unknown> | null] => [
      `lines/${line.id}/net`,
      line.net,
    ]),
  ];
  return fields.find(([, field]) => field !== null && field.value === null)?.[0] ?? null;
};

const signed = (value: DecimalText, isCredit: boolean): DecimalText =>
  isCredit ? decimalToText(negate(value)) : value;

/** BT-112 as printed, or what the printed amount due says about it once its own deductions are put back. */
const grossOf = (invoice: Invoice): DecimalText | null => {
  const printed = valueOf(invoice.gross);
  const payable = valueOf(invoice.payable);
  if (printed !== null || payable === null) return printed;
  const kept = [invoice.prepaid, invoice.retention, invoice.withholding].map(valueOf);
  const before = kept.reduce((total, each) => (each === null ? total : add(total, each)), toDecimal(payable));
  const rounding = valueOf(invoice.rounding);
  return decimalToText(rounding === null ? before : subtract(before, rounding));
};

const soleRateOf = (invoice: Invoice): DecimalText | null => {
  const printed = [
    ...invoice.lines.map((line) => valueOf(line.taxRate)),
    ...invoice.taxes.map((tax) => valueOf(tax.rate)),
  ].filter((rate): rate is DecimalText => rate !== null && !isZero(rate));
  const [first] = printed;
  return first !== undefined && printed.every((rate) => isEqual(rate, first)) ? first : null;
};

/**
 * The invoice as a sale or a bill with everything decided, or the reason why it cannot be one.
 *
 * Document allowances and charges become lines. Refuses where lines, net total, tax and gross total do not add up to
 * the cent.
 */
export const saleDocumentOf = (
  invoice: Invoice,
  ledger: Ledger = "sales",
): { readonly sale: SaleDocument } | { readonly refusal: ExportRefusal } => {
  const refuse: Refuse = (code, facts) => ({
    refusal: { invoiceId: invoice.id, code, ...(facts !== undefined && { facts }) },
  });
  const partner = ledger === "sales" ? invoice.buyer : invoice.seller;
  const open = undecided(invoice);
  if (open !== null) return refuse("export/undecided-value", { field: open });
  const number = valueOf(invoice.number);
  const issueDate = valueOf(invoice.issueDate);
  const currency = valueOf(invoice.currency);
  if (number === null) return refuse("export/no-number");
  if (issueDate === null) return refuse("export/no-issue-date");
  if (currency === null) return refuse("export/no-currency");
  if (partner === null) return refuse(ledger === "sales" ? "export/no-customer" : "export/no-supplier");
  if (invoice.kind === "proforma") return refuse("export/proforma");
  if (invoice.pricesIncludeTax) return refuse("export/prices-include-tax");
  const digits = minorDigits(currency) ?? 2;
  const isCredit = invoice.kind === "credit-note";
  const lines: SaleLine[] = [];
  const collapsedLines: string[] = [];
  for (const line of invoice.lines) {
    const sale = saleLine(line, digits);
    if (sale === null) return refuse("export/line-without-amount", { line: line.id });
    lines.push(sale.line);
    if (sale.isCollapsed) collapsedLines.push(line.id);
  }
  for (const each of invoice.allowanceCharges) {
    const value = valueOf(each.amount);
    if (value === null) return refuse("export/undecided-value", { field: "allowanceCharges" });
    const amount = each.kind === "allowance" ? decimalToText(negate(value)) : value;
    lines.push({
      description: each.reason ?? (each.kind === "allowance" ? "Discount" : "Charge"),
      itemCode: null,
      isAdjustment: true,
      quantity: decimalText("1"),
      unitAmount: amount,
      discountPercent: null,
      amount,
      taxRate: each.taxRate,
      serviceDate: null,
    });
  }
  if (lines.length === 0) return refuse("export/no-lines");
  const sum = lines.reduce((total, line) => add(total, line.amount), { units: 0n, scale: digits });
  const tax = valueOf(invoice.tax);
  const gross = grossOf(invoice);
  const net =
    valueOf(invoice.net) ??
    valueOf(invoice.subtotal) ??
    (gross !== null && (tax === null || isZero(tax)) ? gross : null);
  if (gross === null && net === null) return refuse("export/no-total");
  const expected = net ?? (gross === null ? null : decimalToText(subtract(gross, tax ?? zero)));
  if (expected !== null && compare(sum, expected) !== 0) {
    return refuse("export/lines-do-not-add-up", {
      lines: decimalToText(rescale(sum, digits)),
      net: expected,
    });
  }
  const due = dueDateOf(invoice, issueDate);
  const netTotal = decimalToText(rescale(sum, digits));
  if (gross !== null && compare(gross, add(netTotal, tax ?? zero)) !== 0) {
    return refuse("export/gross-does-not-add-up", { net: netTotal, tax: tax ?? "0", gross });
  }
  return {
    sale: {
      number,
      isCredit,
      partner: partner.name,
      address: partner.address,
      email: partner.email,
      reference: valueOf(invoice.orderReference) ?? valueOf(invoice.agreementReference),
      issueDate,
      dueDate: due.date,
      isDueDateComputed: due.isComputed,
      terms: valueOf(invoice.paymentTerms),
      currency,
      lines: lines.map((line) => ({
        ...line,
        unitAmount: signed(line.unitAmount, isCredit),
        amount: signed(line.amount, isCredit),
      })),
      net: signed(netTotal, isCredit),
      tax: tax === null ? null : signed(tax, isCredit),
      gross: signed(gross ?? decimalToText(add(netTotal, tax ?? zero)), isCredit),
      soleTaxRate: soleRateOf(invoice),
      collapsedLines,
    },
  };
};
