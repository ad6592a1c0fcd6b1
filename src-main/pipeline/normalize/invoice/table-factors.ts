import { closesPrinted } from "./arithmetic.ts";
import type { Token } from "./layout.ts";
import { partedNumbers } from "./parted-numbers.ts";
import { findNumbers } from "./spans.ts";
import type { Conventions } from "./spans.ts";
import { priceOf, quantityOf } from "./table-cells.ts";
import type { NumberCell } from "./table-cells.ts";
import type { RolePlan } from "./table-roles.ts";
import type { BodyRow } from "./table-rows.ts";

/**
 * Quantity and price of a row. Two bare numbers in one price cell are both of them if they multiply out, and neither
 * otherwise: hours are never taken for a price.
 */
export function factorsOf(
  quantityCell: readonly Token[],
  priceCell: readonly Token[],
  amount: NumberCell | null,
  conventions: Conventions,
): { readonly quantity: ReturnType<typeof quantityOf>; readonly price: ReturnType<typeof priceOf> } {
  const price = priceOf(priceCell, conventions);
  const quantity = countBehind(quantityCell, price, amount, conventions);
  const printed = findNumbers(priceCell, conventions).filter(({ reading }) => !reading.isPercent);
  const [only] = printed;
  // "4 118.00" may be four at 118: then it makes the amount.
  const parted = quantity === null && printed.length === 1 ? partedNumbers(printed, conventions) : [];
  const numbers =
    only === undefined || parted.length === 0 || amount === null
      ? printed
      : (parted.find(
          ([q, p]) => q !== undefined && p !== undefined && closesPrinted({ quantity: q, price: p, amount }),
        ) ?? printed);
  const [first, second] = numbers;
  const isPair = first !== undefined && second !== undefined && price !== null && price.base === null;
  if (!isPair || quantity !== null || priceCell.some((token) => /\p{L}{2}|\//u.test(token.text)))
    return { quantity, price };
  return amount !== null && closesPrinted({ quantity: first, price: second, amount })
    ? { quantity: { quantity: first, unit: null }, price: { price: second, unit: null, base: null } }
    : { quantity: null, price: null };
}

/** Words of a description that strayed into the column of its count are at most so many. */
const mostStrayed = 2;

/** The count in a cell: behind a figure of the description that ends right before it where that multiplies out ("2026 | 10.00 hours"). */
function countBehind(
  cell: readonly Token[],
  price: ReturnType<typeof priceOf>,
  amount: NumberCell | null,
  conventions: Conventions,
): ReturnType<typeof quantityOf> {
  const own = quantityOf(cell, conventions);
  if (own === null || price === null || price.base !== null || amount === null) return own;
  if (closesPrinted({ quantity: own.quantity, price: price.price, amount })) return own;
  for (let strayed = 1; strayed <= Math.min(mostStrayed, cell.length - 1); strayed += 1) {
    const behind = quantityOf(cell.slice(strayed), conventions);
    if (behind !== null && closesPrinted({ quantity: behind.quantity, price: price.price, amount }))
      return behind;
  }
  return own;
}

/**
 * Figures that end their columns stand next to what begins the next one and fall into it: "24 uur" under "Eenheid",
 * "62,50 1.500,00" under "Bedrag". They are taken back where they multiply out.
 */
export function withStrayedFactors(
  own: ReturnType<typeof factorsOf>,
  { quantity, unit, amount }: { readonly [cell in "quantity" | "unit" | "amount"]: readonly Token[] },
  billed: NumberCell | null,
  conventions: Conventions,
): ReturnType<typeof factorsOf> {
  if (own.quantity !== null || billed === null || quantity.length > 0) return own;
  const strayed = quantityOf(unit, conventions);
  if (strayed === null) return own;
  const [beside, ...others] = findNumbers(amount, conventions);
  const price =
    own.price ??
    (beside === undefined || others.length !== 1 ? null : { price: beside, unit: null, base: null });
  return price !== null && closesPrinted({ quantity: strayed.quantity, price: price.price, amount: billed })
    ? { quantity: strayed, price }
    : own;
}

/** A count or a price that stands a row higher or lower than its amount, as cells do that are centered by themselves. */
export function withWrappedFactors(
  own: ReturnType<typeof factorsOf>,
  wrapped: readonly BodyRow[],
  amount: NumberCell | null,
  plan: RolePlan,
  conventions: Conventions,
): ReturnType<typeof factorsOf> {
  if (amount === null || plan.quantity < 0 || plan.price < 0) return own;
  if ((own.quantity === null) === (own.price === null)) return own;
  for (const { cells } of wrapped) {
    const quantity = own.quantity ?? quantityOf(cells[plan.quantity] ?? [], conventions);
    const price = own.price ?? priceOf(cells[plan.price] ?? [], conventions);
    if (
      quantity !== null &&
      price !== null &&
      closesPrinted({ quantity: quantity.quantity, price: price.price, amount })
    )
      return { quantity, price };
  }
  return own;
}
