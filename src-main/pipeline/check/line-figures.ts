import { isEqual, isZero } from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import type { Field, InvoiceLine } from "../../../src-shared/model/index.ts";
import { isUndecided, valueOf } from "../../../src-shared/model/index.ts";
import { discountAmount, lineAmount } from "../../../src-shared/pricing/index.ts";
import type { Precision, Reduction } from "../../../src-shared/pricing/index.ts";
import { isTimeUnit } from "../../../src-shared/wording/index.ts";
import type { InvoiceContext, LineContext } from "./context.ts";

/** The amount that a line prints: with tax where its prices include it. */
export function printedAmountOf(line: InvoiceLine, { invoice }: InvoiceContext): Field<DecimalText> | null {
  return invoice.pricesIncludeTax ? (line.printedAmount ?? line.net) : (line.net ?? line.printedAmount);
}

/** Discounts that the line itself prints. Percent and amount of one discount are one. */
export function reductionsOf(line: InvoiceLine, precision: Precision): readonly Reduction[] {
  const percent = valueOf(line.discountPercent);
  const amount = valueOf(line.discountAmount);
  if (amount !== null && !isZero(amount)) {
    const [quantity, unitPrice] = [valueOf(line.quantity), valueOf(line.unitPrice)];
    const isOne =
      percent !== null &&
      quantity !== null &&
      unitPrice !== null &&
      isEqual(
        discountAmount(grossOf(line, quantity, unitPrice, precision), [{ percent }], precision).value,
        amount,
      );
    return percent === null || isZero(percent) || isOne || unitPrice === null ? [{ amount }] : [{ percent }];
  }
  return percent === null || isZero(percent) ? [] : [{ percent }];
}

function grossOf(
  line: InvoiceLine,
  quantity: DecimalText,
  unitPrice: DecimalText,
  precision: Precision,
): DecimalText {
  return lineAmount({ quantity, unitPrice, priceBase: valueOf(line.priceBase) }, precision).value;
}

/** A row at a price below zero takes off a part of what it names; it is no price of it. */
export const givesBack = ({ line, owner }: LineContext): boolean =>
  !owner.isCredit && (valueOf(line.unitPrice)?.startsWith("-") ?? false);

/** Names of printed figures that could not be read or decided. */
export function unreadable<Name extends string>(
  ...fields: readonly (readonly [name: Name, field: Field<unknown> | null])[]
): readonly Name[] {
  return fields.flatMap(([name, field]) => (isUndecided(field) ? [name] : []));
}

/** The net amount of a line, with the sign of its document; `null` where it cannot be read. */
export function netOfLine({ line, owner }: LineContext): DecimalText | null {
  const net = valueOf(line.net);
  if (net !== null) return net;
  // Without prices that include tax, what is printed is the net.
  return owner.invoice.pricesIncludeTax ? null : valueOf(line.printedAmount);
}

/** Whether a line bills work by the time that it took. */
export const billsTime = ({ kind, line }: LineContext): boolean =>
  kind === "fee" && isTimeUnit(valueOf(line.unit));
