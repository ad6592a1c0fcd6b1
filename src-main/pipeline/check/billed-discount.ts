import {
  absolute,
  add,
  isEqual,
  isNegative,
  multiply,
  negate,
  subtract,
  toDecimal,
  zero,
} from "../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../src-shared/money/index.ts";
import { fractionToDecimal, multiplyFractions, percentToFraction } from "../../../src-shared/money/index.ts";
import type { Evidence } from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { computeAmount } from "../../../src-shared/pricing/index.ts";
import { foldWording, isCalendarUnit, isTimeUnit, wordingOf } from "../../../src-shared/wording/index.ts";
import type { InvoiceContext, LineContext } from "./context.ts";
import { netOfLine } from "./line-figures.ts";

/** Discounts that an invoice grants, wherever it prints them. */
export interface BilledDiscount {
  readonly amount: Decimal;
  readonly evidence: readonly Evidence[];
}

const earlyPaymentWords =
  /\b(early|prompt|payment within|if paid|cash discount|settlement|skonto|escompte)\b/;

/** Whether words are about paying early, which is no discount of the invoice. */
export const isAboutEarlyPayment = (text: string): boolean => earlyPaymentWords.test(foldWording(text));

/** Document allowances, discount rows and line discounts together. */
export function billedDiscountOf({ invoice, lines, precision }: InvoiceContext): BilledDiscount {
  let amount: Decimal = zero;
  const evidence: Evidence[] = [];
  const allowances = invoice.allowanceCharges.filter(
    ({ kind, reason }) => kind === "allowance" && !isAboutEarlyPayment(reason ?? ""),
  );
  for (const allowance of allowances) {
    if (allowance.amount.value === null) continue;
    amount = add(amount, absolute(allowance.amount.value));
    evidence.push(...allowance.amount.evidence);
  }
  if (
    allowances.length === 0 &&
    invoice.allowances !== null &&
    invoice.allowances.value !== null &&
    invoice.allowanceCharges.length === 0
  ) {
    amount = add(amount, absolute(invoice.allowances.value));
    evidence.push(...invoice.allowances.evidence);
  }
  for (const context of lines) {
    const { line, kind } = context;
    const net = netOfLine(context);
    if (kind === "discount" && net !== null && !isAboutEarlyPayment(line.description)) {
      amount = add(amount, isNegative(net) ? negate(net) : net);
      evidence.push(...(line.net ?? line).evidence);
    }
    const own = lineDiscount(context, precision);
    if (own !== null) {
      amount = add(amount, own);
      evidence.push(...(line.discountPercent ?? line.discountAmount ?? line).evidence);
    }
  }
  return { amount, evidence };
}

/** What the discount of a line itself is worth; `null` where it prints none, or where it only leads to the agreed price. */
function lineDiscount(context: LineContext, precision: InvoiceContext["precision"]): DecimalText | null {
  const { line } = context;
  const [quantity, price] = [valueOf(line.quantity), valueOf(line.unitPrice)];
  const [percent, amount] = [valueOf(line.discountPercent), valueOf(line.discountAmount)];
  if (amount === null && percent === null) return null;
  const governing = context.terms[0]?.term;
  if (governing?.type === "rate" && price !== null && percent !== null) {
    const left = subtract(
      price,
      fractionToDecimal(multiplyFractions(price, percentToFraction(percent)), toDecimal(price).scale + 4),
    );
    if (isEqual(left, governing.value.price)) return null;
  }
  if (amount !== null) return amount;
  if (quantity === null || price === null || percent === null) return null;
  return computeAmount(
    "",
    multiplyFractions(multiply(quantity, price), percentToFraction(percent)),
    precision,
  ).value;
}

/** Lines that a discount, tax or surcharge of a scope is taken from: fees, and of those the ones that it names. */
export function linesInScope({ lines }: InvoiceContext, scope: string | undefined): readonly LineContext[] {
  // A row that hires by the day or week is a rental charge whatever it names.
  if (/\b(rentals?|hire|lease|miete|location|noleggio|alquiler|huur)\b/.test(foldWording(scope ?? ""))) {
    const hired = lines.filter(({ kind, line }) => kind === "fee" && isHireUnit(valueOf(line.unit)));
    if (hired.length > 0) return hired;
  }
  const fees = lines.filter(({ kind }) => kind === "fee");
  const folded = foldWording(scope ?? "");
  const wanted = wordingOf(
    folded.replace(
      /\b(all|total|entire|whole|invoices?|agreement|fees?|amounts?|any|every|net|order|subtotal|charges?)\b/g,
      " ",
    ),
  );
  if (wanted.content.length === 0) return fees;
  if (/\b(labou?r|time|hours?|hourly)\b/.test(folded))
    return fees.filter(({ line }) => isTimeUnit(valueOf(line.unit)));
  if (/\b(parts?|materials?|goods|equipment|hardware)\b/.test(folded)) {
    const named = fees.filter((line) => isNamed(line, wanted.content));
    return named.length > 0 ? named : fees.filter(({ line }) => !isTimeUnit(valueOf(line.unit)));
  }
  return fees.filter((line) => isNamed(line, wanted.content));
}

const isHireUnit = (unit: string | null): boolean =>
  unit === "day" || unit === "week" || isCalendarUnit(unit);

/** Whether the words of a scope could not be placed: they name something, and no line of the invoice is it. */
export const isScopeUnplaced = (context: InvoiceContext, scope: string): boolean =>
  linesInScope(context, scope).length === 0 && context.lines.some(({ kind }) => kind === "fee");

function isNamed({ line, terms }: LineContext, words: readonly string[]): boolean {
  const items = terms.map(({ term }) => {
    const named = term.value as { readonly item?: string; readonly role?: string };
    return `${named.role ?? ""} ${named.item ?? ""}`;
  });
  const wording = wordingOf([line.description, line.group ?? "", line.role ?? "", ...items].join(" "));
  return words.some((word) => wording.all.has(word));
}

/** Amount of lines before their own discounts; `null` where one could not be read. */
export function sumBeforeDiscount(lines: readonly LineContext[]): Decimal | null {
  let total: Decimal = zero;
  for (const context of lines) {
    const net = netOfLine(context);
    if (net === null) return null;
    total = add(total, add(net, lineDiscount(context, context.owner.precision) ?? zero));
  }
  return total;
}
