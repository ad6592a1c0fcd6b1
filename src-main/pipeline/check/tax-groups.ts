import {
  absolute,
  add,
  compare,
  isEqual,
  isZero,
  negate,
  subtract,
  sum,
  zero,
} from "../../../src-shared/money/index.ts";
import { decimalToText } from "../../../src-shared/money/index.ts";
import type { Decimal, DecimalText, Numeric } from "../../../src-shared/money/index.ts";
import type { Field } from "../../../src-shared/model/index.ts";
import { isUndecided, valueOf } from "../../../src-shared/model/index.ts";
import { foldWording } from "../../../src-shared/wording/index.ts";
import type { InvoiceContext } from "./context.ts";
import { netOfLine } from "./line-figures.ts";
import { keptBeforeTax } from "./total-figures.ts";

/** Tax of one rate as an invoice bills it. */
export interface BilledTax {
  readonly rate: DecimalText | null;
  readonly category: string | null;
  /** What it is taken from: as printed, else the lines of that rate, else the net total. */
  readonly base: DecimalText | null;
  readonly amount: DecimalText | null;
  readonly fields: readonly (Field<unknown> | null)[];
  readonly isUnreadable: boolean;
}

/** Taxes that an invoice bills, by rate; empty when it bills none. */
export function billedTaxesOf(context: InvoiceContext): readonly BilledTax[] {
  const { invoice } = context;
  if (invoice.taxes.length > 0) {
    return invoice.taxes.map(({ rate, base, amount, category }) => ({
      rate: valueOf(rate) ?? onlyLineRate(context),
      category,
      base:
        printedBaseOf(base, context) ??
        baseOf(
          context,
          valueOf(rate) ?? (hasRateOnEachLine(context) ? onlyLineRate(context) : null),
          invoice.taxes.length === 1,
        ),
      amount: valueOf(amount) ?? (invoice.taxes.length === 1 ? valueOf(invoice.tax) : null),
      fields: [rate, base, amount ?? invoice.tax],
      isUnreadable: isUndecided(rate) || isUndecided(base) || isUndecided(amount),
    }));
  }
  const rates = ratesOfLines(context);
  if (invoice.tax === null) {
    const amounts = context.lines.flatMap(({ line }) => valueOf(line.taxAmount) ?? []);
    return amounts.length === 0
      ? taxRows(context)
      : [
          {
            rate: rates.length === 1 ? (rates[0] ?? null) : null,
            category: null,
            base: baseOf(context, rates[0] ?? null, rates.length < 2),
            amount: decimalToText(sum(amounts)),
            fields: [],
            isUnreadable: false,
          },
        ];
  }
  const rate = rates.length === 1 ? (rates[0] ?? null) : null;
  return [
    {
      rate,
      category: null,
      base: rates.length > 1 ? null : baseOf(context, rate, true),
      amount: invoice.tax.value,
      fields: [invoice.tax],
      isUnreadable: invoice.tax.value === null,
    },
  ];
}

/** A base above all that the invoice comes to is another figure that stands beside the tax: part of a registration, say. */
function printedBaseOf(base: Field<DecimalText> | null, { invoice }: InvoiceContext): DecimalText | null {
  const printed = valueOf(base);
  const totals = [invoice.net, invoice.subtotal, invoice.gross, invoice.payable].flatMap(
    (total) => valueOf(total) ?? [],
  );
  const isAboveAll =
    printed !== null &&
    totals.length > 0 &&
    totals.every((total) => compare(absolute(printed), absolute(total)) > 0);
  if (printed === null || isAboveAll) return null;
  // "Tax 6 % (219.00)": brackets around the base are no minus where nothing is below zero.
  const isInBrackets =
    compare(printed, zero) < 0 && totals.length > 0 && totals.every((total) => compare(total, zero) >= 0);
  return isInBrackets ? decimalToText(absolute(printed)) : printed;
}

/** Rows of the table that are taxes themselves, such as "Sales tax 8.25 %". */
function taxRows(context: InvoiceContext): readonly BilledTax[] {
  return context.lines.flatMap((own) => {
    const amount = netOfLine(own);
    if (own.kind !== "tax" || amount === null) return [];
    const percent = /(\d+(?:[.,]\d+)?)\s*%/.exec(own.line.description)?.[1]?.replace(",", ".");
    const others = context.lines.filter(
      ({ kind }) => kind !== "tax" && kind !== "text" && kind !== "rounding",
    );
    const nets = others.map((line) => netOfLine(line));
    const base = nets.includes(null) ? null : decimalToText(sum(nets.flatMap((net) => net ?? [])));
    return [
      {
        rate: (percent ?? null) as DecimalText | null,
        category: null,
        base,
        amount,
        fields: [own.line.net],
        isUnreadable: false,
      },
    ];
  });
}

function ratesOfLines({ lines }: InvoiceContext): readonly DecimalText[] {
  const rates: DecimalText[] = [];
  for (const { line } of lines) {
    const rate = valueOf(line.taxRate);
    if (rate !== null && !rates.some((other) => isEqual(other, rate))) rates.push(rate);
  }
  return rates;
}

/** "VAT" of one sum under lines at 0 % and 20 %: the sum is taken from the lines that are taxed. */
const hasRateOnEachLine = ({ lines }: InvoiceContext): boolean =>
  lines.every(({ kind, line }) => kind === "text" || valueOf(line.taxRate) !== null);

const onlyLineRate = (context: InvoiceContext): DecimalText | null => {
  const rates = ratesOfLines(context).filter((rate) => !isZero(rate));
  return rates.length === 1 ? (rates[0] ?? null) : null;
};

function baseOf(context: InvoiceContext, rate: DecimalText | null, isOnly: boolean): DecimalText | null {
  const { invoice, lines } = context;
  const hasRates = lines.some(({ line }) => line.taxRate !== null);
  if (hasRates && rate !== null) {
    // Two taxes side by side on the same goods ("GST 5 %, PST 7 %"): a line bears them together.
    const all = invoice.taxes.flatMap((one) => valueOf(one.rate) ?? []).filter((one) => !isZero(one));
    const together = all.length > 1 ? sum(all) : null;
    const bears = (printed: DecimalText): boolean =>
      isEqual(printed, rate) || (together !== null && isEqual(printed, together));
    let base: Decimal = zero;
    for (const own of lines) {
      const printed = valueOf(own.line.taxRate);
      if (printed === null || !bears(printed)) continue;
      const net = netOfLine(own);
      if (net === null) return null;
      base = add(base, net);
    }
    const isWhole = lines.every(
      ({ line, kind }) =>
        kind === "text" ||
        (line.taxRate?.value !== undefined && line.taxRate?.value !== null && bears(line.taxRate.value)),
    );
    const kept = keptBeforeTax(context) ?? zero;
    return decimalToText(
      isWhole ? subtract(add(base, documentChanges(context)), kept) : add(base, changesAtRate(context, rate)),
    );
  }
  return isOnly ? (valueOf(invoice.net) ?? netOfSums(context)) : null;
}

/** The net total where only the sum of lines and the deductions from it are printed. */
function netOfSums(context: InvoiceContext): DecimalText | null {
  const { invoice } = context;
  const subtotal = valueOf(invoice.subtotal);
  if (invoice.net !== null || subtotal === null) return null;
  return decimalToText(add(subtotal, documentChanges(context)));
}

/** Allowances below zero and charges above, of the whole document. */
function documentChanges({ invoice }: InvoiceContext): Decimal {
  if (invoice.allowanceCharges.length === 0) {
    const [allowances, charges] = [valueOf(invoice.allowances), valueOf(invoice.charges)];
    return subtract(charges ?? zero, absolute(allowances ?? zero));
  }
  return sum(
    invoice.allowanceCharges.flatMap(({ kind, amount }) =>
      amount.value === null ? [] : [kind === "allowance" ? negate(absolute(amount.value)) : amount.value],
    ),
  );
}

function changesAtRate({ invoice }: InvoiceContext, rate: Numeric): Decimal {
  return sum(
    invoice.allowanceCharges.flatMap(({ kind, amount, taxRate }) =>
      amount.value === null || taxRate === null || !isEqual(taxRate, rate)
        ? []
        : [kind === "allowance" ? negate(absolute(amount.value)) : amount.value],
    ),
  );
}

const exemptionWords =
  /reverse[- ]charge|tax exempt|exempt(ed|ion)? (from|under|of)|zero[- ]rated|vat exempt|steuerschuldnerschaft|steuerfrei|kleinunternehmer|autoliquidation|non applicable.{0,20}tva|exonere|inversione contabile|inversion del sujeto pasivo|verlegd|autoliquidacao|outside the scope|not subject to|intra[- ]community|small business scheme/;

/** Wording or category that explains why no tax is billed; `null` when nothing does. */
export function exemptionOf({ invoice }: InvoiceContext): string | null {
  const texts = [
    valueOf(invoice.taxNote),
    ...invoice.taxes.map(({ exemptionReason }) => exemptionReason),
    ...invoice.notes,
  ];
  const said = texts.find(
    (text) => text !== null && text !== undefined && exemptionWords.test(foldWording(text)),
  );
  if (said !== undefined && said !== null) return said;
  const note = valueOf(invoice.taxNote);
  const category =
    invoice.taxes.find(
      ({ category: code }) => code !== null && ["AE", "E", "K", "G", "O", "Z"].includes(code),
    )?.category ?? null;
  return category === null ? note : `category ${category}`;
}
