import type { DecimalText } from "../../../../src-shared/money/index.ts";
import type { ColumnRole } from "../labels/index.ts";
import { closesRow, isTrivialRow, valuesOf } from "./arithmetic.ts";
import { greatestOf } from "./layout.ts";
import type { Token } from "./layout.ts";
import { amountOf, priceOf, quantityOf, rateOf } from "./table-cells.ts";
import type { Column } from "./table-columns.ts";
import type { Conventions } from "./spans.ts";

/** Which column holds which factor; -1 for none. */
export interface RolePlan {
  readonly quantity: number;
  readonly price: number;
  readonly amount: number;
  readonly discount: number;
  /** Rows that multiply out and say something by it. */
  readonly support: number;
  /** Rows that print all three factors. */
  readonly tested: number;
  /** Rows that multiply out, trivial ones included. */
  readonly closed: number;
}

type Cells = readonly (readonly Token[])[];

interface NumericRow {
  readonly values: readonly (readonly DecimalText[])[];
  readonly quantities: readonly (readonly DecimalText[])[];
}

/** Chooses the columns of quantity, price and amount: by their names, and by arithmetic where names fail. */
export function planRoles(
  columns: readonly Column[],
  rows: readonly Cells[],
  conventions: Conventions,
): RolePlan {
  const numeric = rows.map((cells) => numericRow(cells, columns, conventions));
  const discount = columns.findIndex((column) => column.role === "discount");
  const by = (role: ColumnRole): readonly number[] =>
    columns.flatMap((column, index) =>
      column.names.includes(role) && isNumericColumn(numeric, index) ? [index] : [],
    );
  const named = (role: ColumnRole): readonly number[] => {
    const first = columns.flatMap((column, index) => (column.role === role ? [index] : []));
    return first.length > 0 ? first : by(role);
  };
  // "No.", "Basis": where nothing is named a count, a column of another name may count; rows that multiply out say so.
  const counts = named("quantity");
  const mayCount = columns.flatMap(({ role }, index) =>
    (role === "position" || role === "tax-base") && isNumericColumn(numeric, index) ? [index] : [],
  );
  const quantities = counts.length > 0 ? counts : [-1, ...mayCount];
  const amounts = [...named("amount"), ...named("gross")];
  // A name of amounts that may also mean prices ("Charge") is both only where it is not the one column of amounts.
  const [sole] = amounts;
  const prices = named("price").filter((index) => amounts.length > 1 || index !== sole);
  let best: RolePlan | null = null;
  for (const quantity of orNone(quantities)) {
    for (const price of orNone(prices)) {
      for (const amount of orNone(amounts)) {
        if (isClash(quantity, price, amount)) continue;
        const plan = test(numeric, { quantity, price, amount, discount });
        if (
          mayCount.includes(quantity) &&
          counts.length === 0 &&
          plan.closed * 5 < Math.max(1, plan.tested) * 4
        )
          continue;
        best = better(best, plan, columns);
      }
    }
  }
  const labeled = best ?? test(numeric, { quantity: -1, price: -1, amount: -1, discount });
  const searched = search(numeric, columns, discount);
  // Names lose only against rows that multiply out where theirs do not.
  const isNamedWell = labeled.tested > 0 && labeled.closed * 2 >= labeled.tested;
  if (
    searched !== null &&
    !isNamedWell &&
    searched.support >= 2 &&
    searched.closed * 5 >= searched.tested * 4
  ) {
    return searched;
  }
  return labeled;
}

function orNone(columns: readonly number[]): readonly number[] {
  return columns.length === 0 ? [-1] : columns;
}

function isClash(...columns: readonly number[]): boolean {
  const used = columns.filter((column) => column >= 0);
  return new Set(used).size < used.length;
}

function better(known: RolePlan | null, plan: RolePlan, columns: readonly Column[]): RolePlan {
  if (known === null) return plan;
  if (plan.closed !== known.closed) return plan.closed > known.closed ? plan : known;
  const weight = (one: RolePlan): number =>
    [one.quantity, one.price, one.amount].reduce((sum, index) => sum + (columns[index]?.weight ?? 0), 0);
  // "Amount" before "Gross", and the later of two amount columns.
  const isNet = (one: RolePlan): boolean => columns[one.amount]?.role === "amount";
  if (isNet(plan) !== isNet(known)) return isNet(plan) ? plan : known;
  if (weight(plan) !== weight(known)) return weight(plan) > weight(known) ? plan : known;
  return plan.amount > known.amount ? plan : known;
}

function search(rows: readonly NumericRow[], columns: readonly Column[], discount: number): RolePlan | null {
  const barred: ReadonlySet<ColumnRole> = new Set([
    "tax-rate",
    "tax-amount",
    "date",
    "code",
    "reference",
    "discount",
    // What was ordered or done before is no factor of what is billed now.
    "progress",
    "tax-base",
  ]);
  const numeric = columns
    .flatMap((column, index) => (!barred.has(column.role) && isNumericColumn(rows, index) ? [index] : []))
    .slice(0, 8);
  let best: RolePlan | null = null;
  for (const quantity of numeric) {
    for (const price of numeric) {
      for (const amount of numeric) {
        if (isClash(quantity, price, amount)) continue;
        // Multiplication commutes: the factor with fewer decimals counts, unless a name says otherwise.
        if (columns[quantity]?.role === "price" || columns[price]?.role === "quantity") continue;
        if (columns[amount]?.role === "price" || columns[amount]?.role === "quantity") continue;
        const plan = test(rows, { quantity, price, amount, discount });
        // Of two factors that commute the price has more decimals.
        const isBetter =
          best === null ||
          plan.support > best.support ||
          (plan.support === best.support &&
            plan.amount === best.amount &&
            decimalsIn(rows, plan.price) > decimalsIn(rows, best.price));
        if (isBetter) best = plan;
      }
    }
  }
  return best;
}

/** The most decimals that the numbers of a column have. */
const decimalsIn = (rows: readonly NumericRow[], column: number): number =>
  greatestOf([
    0,
    ...rows.flatMap(({ values }) =>
      (values[column] ?? []).slice(0, 1).map((value) => value.split(".")[1]?.length ?? 0),
    ),
  ]);

function test(
  rows: readonly NumericRow[],
  plan: Pick<RolePlan, "quantity" | "price" | "amount" | "discount">,
): RolePlan {
  let support = 0;
  let tested = 0;
  let closed = 0;
  for (const row of rows) {
    const quantities = row.quantities[plan.quantity] ?? [];
    const prices = row.values[plan.price] ?? [];
    const amounts = row.values[plan.amount] ?? [];
    if (quantities.length === 0 || prices.length === 0 || amounts.length === 0) continue;
    tested += 1;
    const discounts = [undefined, ...(row.values[plan.discount] ?? [])];
    let isClosed = false;
    let isTelling = false;
    for (const quantity of quantities) {
      for (const price of prices) {
        for (const amount of amounts) {
          for (const discountPercent of discounts) {
            for (const base of [undefined, "100" as DecimalText, "1000" as DecimalText]) {
              const factors = { quantity, price, amount, discountPercent, base };
              if (!closesRow(factors)) continue;
              isClosed = true;
              isTelling ||= !isTrivialRow(factors);
            }
          }
        }
      }
    }
    if (isClosed) closed += 1;
    if (isTelling) support += 1;
  }
  return { ...plan, support, tested, closed };
}

function numericRow(cells: Cells, columns: readonly Column[], conventions: Conventions): NumericRow {
  const values = cells.map((tokens, index) => {
    if (columns[index]?.role === "discount") {
      const rate = rateOf(tokens, conventions);
      return rate === null ? [] : valuesOf(rate.reading);
    }
    const number =
      columns[index]?.names.includes("price") === true
        ? (priceOf(tokens, conventions)?.price ?? null)
        : amountOf(tokens, conventions);
    return number === null || tokens.length > 6 ? [] : valuesOf(number.reading);
  });
  const quantities = cells.map((tokens) => {
    const read = tokens.length > 6 ? null : quantityOf(tokens, conventions);
    return read === null ? [] : valuesOf(read.quantity.reading);
  });
  return { values, quantities };
}

function isNumericColumn(rows: readonly NumericRow[], index: number): boolean {
  const filled = rows.filter(
    (row) => (row.values[index]?.length ?? 0) > 0 || (row.quantities[index]?.length ?? 0) > 0,
  ).length;
  return filled > 0 && filled * 3 >= rows.length;
}
