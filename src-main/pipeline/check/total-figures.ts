import {
  absolute,
  add,
  decimalToText,
  isEqual,
  isZero,
  negate,
  subtract,
} from "../../../src-shared/money/index.ts";
import type { DecimalText, Numeric } from "../../../src-shared/money/index.ts";
import type { Field } from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import type { InvoiceContext } from "./context.ts";
import { printedAmountOf } from "./line-figures.ts";

/** The amounts of all lines together; `null` where one cannot be read. */
export function sumOfLines(context: InvoiceContext): Field<DecimalText> | null {
  let sum: Numeric | null = null;
  for (const { line, kind } of context.lines) {
    if (kind === "tax" || kind === "rounding" || kind === "text") continue;
    const amount = valueOf(printedAmountOf(line, context));
    if (amount === null) return null;
    sum = sum === null ? amount : add(sum, amount);
  }
  if (sum === null) return null;
  return { value: decimalToText(sum), evidence: [], basis: "rule", confidence: 1 };
}

/**
 * What is kept back before tax: the lines less the retention are the net total, and tax is on what is left.
 *
 * Claims for building work print it so in some countries; elsewhere retention comes off the total with tax, and is
 * none of this. `null` there, and where nothing is kept back.
 */
export function keptBeforeTax(context: InvoiceContext): DecimalText | null {
  const [kept, net] = [valueOf(context.invoice.retention), valueOf(context.invoice.net)];
  if (kept === null || net === null || isZero(kept)) return null;
  const whole = valueOf(sumOfLines(context));
  return whole !== null && isEqual(decimalToText(subtract(whole, absolute(kept))), net)
    ? decimalToText(absolute(kept))
    : null;
}

/** An allowance or charge of the document, signed as it counts. */
export interface Change {
  readonly amount: Numeric;
  readonly field: Field<DecimalText>;
}

export function changesOf({ invoice }: InvoiceContext, kind: "allowance" | "charge"): readonly Change[] {
  const whole = kind === "allowance" ? invoice.allowances : invoice.charges;
  const single = invoice.allowanceCharges.filter((entry) => entry.kind === kind).map(({ amount }) => amount);
  const fields = whole !== null && whole.value !== null ? [whole] : single;
  return fields.flatMap((field) => {
    if (field.value === null) return [];
    const amount = absolute(field.value);
    return [{ amount: kind === "allowance" ? negate(amount) : field.value, field }];
  });
}

/** The tax that is printed, as one figure or added up from its rows. */
export function taxOf({
  invoice,
}: InvoiceContext): { readonly value: Numeric; readonly fields: readonly Field<DecimalText>[] } | null {
  if (invoice.tax !== null)
    return invoice.tax.value === null ? null : { value: invoice.tax.value, fields: [invoice.tax] };
  const amounts = invoice.taxes.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  if (amounts.length === 0) return null;
  let value: Numeric = { units: 0n, scale: 0 };
  for (const amount of amounts) {
    if (amount.value === null) return null;
    value = add(value, amount.value);
  }
  return { value, fields: amounts };
}
