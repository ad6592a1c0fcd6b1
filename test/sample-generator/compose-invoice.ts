import {
  add,
  decimalText,
  decimalToText,
  divideFractions,
  fraction,
  fractionToDecimal,
  multiplyFractions,
  subtract,
  type DecimalText,
} from "../../src-shared/money/index.ts";
import type { InvoiceSpec, LineSpec } from "./invoice-spec.ts";

/** A line with its amount computed, unless the story prints another one. */
export const billed = (
  description: string,
  quantity: string,
  unit: string,
  price: string,
  more: { readonly detail?: string; readonly amount?: string } = {},
): LineSpec => ({
  description,
  quantity,
  unit,
  price,
  amount: more.amount ?? cents(multiplyFractions(decimalText(quantity), decimalText(price))),
  ...(more.detail !== undefined && { detail: more.detail }),
});

const cents = (value: ReturnType<typeof multiplyFractions>): DecimalText =>
  decimalToText(fractionToDecimal(value, 2, "half-up"));

const percentOf = (amount: DecimalText, percent: string): DecimalText =>
  cents(divideFractions(multiplyFractions(amount, decimalText(percent)), fraction(100)));

/** What a story says of an invoice; totals follow from its lines unless it prints others. */
export interface InvoiceStory extends Omit<InvoiceSpec, "subtotal" | "tax" | "total" | "discount"> {
  readonly taxRate?: string;
  readonly taxLabel?: string;
  readonly discountPercent?: string;
  readonly discountLabel?: string;
  /** Figures printed in place of the right ones. */
  readonly printed?: {
    readonly subtotal?: string;
    readonly tax?: string;
    readonly total?: string;
    readonly discount?: string;
  };
}

export const composeInvoice = (story: InvoiceStory): InvoiceSpec => {
  const { taxRate, taxLabel, discountPercent, discountLabel, printed, ...rest } = story;
  const lines = rest.lines.reduce(
    (sum, line) => decimalToText(add(sum, decimalText(line.amount))),
    decimalText("0.00"),
  );
  const subtotal = printed?.subtotal ?? lines;
  const discount =
    printed?.discount ?? (discountPercent === undefined ? undefined : percentOf(lines, discountPercent));
  const net =
    discount === undefined
      ? decimalText(subtotal)
      : decimalToText(subtract(decimalText(subtotal), decimalText(discount)));
  const tax = printed?.tax ?? (taxRate === undefined ? undefined : percentOf(net, taxRate));
  return {
    ...rest,
    subtotal,
    ...(discount !== undefined && { discount: { label: discountLabel ?? "Discount", amount: discount } }),
    ...(tax !== undefined && { tax: { label: taxLabel ?? "Sales tax", rate: taxRate ?? "0", amount: tax } }),
    total: printed?.total ?? (tax === undefined ? net : decimalToText(add(net, decimalText(tax)))),
  };
};
