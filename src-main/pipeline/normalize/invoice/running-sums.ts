import {
  add,
  decimalToText,
  isEqual,
  isZero,
  toDecimal,
  withoutTrailingZeros,
  zero,
} from "../../../../src-shared/money/index.ts";
import type { Decimal } from "../../../../src-shared/money/index.ts";
import { foldText } from "../values/index.ts";
import { amountOf, priceOf, quantityOf } from "./table-cells.ts";
import type { NumberCell } from "./table-cells.ts";
import type { Conventions } from "./spans.ts";
import type { RolePlan } from "./table-roles.ts";
import type { BodyRow } from "./table-rows.ts";

const sumWords =
  /^(?:\d[\d.]* )?(?:zwischen|end)?(?:summe|total|sub-?total|sum|totaal|tussentotaal|totale|subtotale|suma|soma|sous-total|somme|gesamt|netto|net)\b|(?:summe|total|totaal|costs|fees)$/;

/** Different amounts at least of which their sum is no coincidence. */
const fewestAmounts = 3;

/**
 * Takes rows that print the sum of those above them out of the items: "Labor and materials  699.50", "Summe Titel 1".
 *
 * Equality alone says so of the last row over two rows at least, and of any row over all that several different amounts
 * above it make; elsewhere the words must say it too.
 */
export function withoutSums(
  body: readonly BodyRow[],
  plan: RolePlan,
  conventions: Conventions,
): { readonly kept: readonly BodyRow[]; readonly sums: readonly NumberCell[] } {
  const last = body.findLastIndex(({ kind }) => kind === "item");
  const sums: NumberCell[] = [];
  let whole: Decimal = zero;
  let part: Decimal = zero;
  let rows = 0;
  let count = 0;
  const amounts = new Set<string>();
  const kept = body.map((entry, index): BodyRow => {
    if (entry.kind !== "item" || plan.amount < 0) return entry;
    const amount = amountOf(entry.cells[plan.amount] ?? [], conventions);
    const value = amount?.reading.value ?? null;
    if (amount === null || value === null) return entry;
    const has = (at: number, read: (tokens: BodyRow["cells"][number]) => unknown): boolean =>
      at >= 0 && read(entry.cells[at] ?? []) !== null;
    const isBare =
      !has(plan.quantity, (tokens) => quantityOf(tokens, conventions)) &&
      !has(plan.price, (tokens) => priceOf(tokens, conventions));
    const isPart = rows > 0 && isEqual(value, part);
    const isWhole = count > 0 && isEqual(value, whole);
    const says = sumWords.test(
      foldText(
        entry.row.segments
          .filter(({ text }) => /\p{L}{2}/u.test(text))
          .map(({ text }) => text)
          .join(" "),
      ),
    );
    const isSum =
      isBare &&
      ((says && (isPart || isWhole)) ||
        (isWhole && amounts.size >= fewestAmounts) ||
        (index === last && count > 1 && (isWhole || (isPart && rows > 1))));
    if (isSum) {
      sums.push(amount);
      part = zero;
      rows = 0;
      return { ...entry, kind: "total" };
    }
    part = add(part, toDecimal(value));
    whole = add(whole, toDecimal(value));
    if (!isZero(value)) amounts.add(decimalToText(withoutTrailingZeros(value)));
    rows += 1;
    count += 1;
    return entry;
  });
  return { kept, sums };
}
