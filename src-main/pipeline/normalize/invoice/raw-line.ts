import { add, zero } from "../../../../src-shared/money/index.ts";
import type { Decimal } from "../../../../src-shared/money/index.ts";
import type { DateReading, PeriodReading } from "../values/index.ts";
import type { Row, Token } from "./layout.ts";
import type { Found } from "./spans.ts";
import type { NumberCell, UnitCell } from "./table-cells.ts";

/** One billed row as printed, before anything is decided. */
export interface RawLine {
  /** The row that carries the amount. */
  readonly anchor: Row;
  readonly position: string | null;
  readonly code: string | null;
  readonly description: readonly Token[];
  readonly group: string | null;
  readonly person: string | null;
  readonly quantity: NumberCell | null;
  readonly unit: UnitCell | null;
  readonly price: NumberCell | null;
  readonly priceBase: NumberCell | null;
  readonly discountPercent: NumberCell | null;
  readonly discountAmount: NumberCell | null;
  readonly amount: NumberCell | null;
  /** The amount with tax, where a column of its own prints it. */
  readonly gross: NumberCell | null;
  readonly taxRate: NumberCell | null;
  readonly taxCode: string | null;
  readonly taxAmount: NumberCell | null;
  readonly date: Found<DateReading> | null;
  /** What its column of dates prints where that is no whole date: "04/05", "Mon 4 May". */
  readonly dayWords: readonly Token[];
  readonly period: Found<PeriodReading> | null;
  readonly reference: string | null;
  /** All words of the row and of the lines wrapped under or over it. */
  readonly tokens: readonly Token[];
}

/** A row of which nothing is known yet but its words. */
export const blankRawLine = (anchor: Row, tokens: readonly Token[]): RawLine => ({
  anchor,
  position: null,
  code: null,
  description: [],
  group: null,
  person: null,
  quantity: null,
  unit: null,
  price: null,
  priceBase: null,
  discountPercent: null,
  discountAmount: null,
  amount: null,
  gross: null,
  taxRate: null,
  taxCode: null,
  taxAmount: null,
  date: null,
  dayWords: [],
  period: null,
  reference: null,
  tokens,
});

/** What the printed amounts of lines add up to; `null` where one is open to several readings or missing. */
export function totalOf(lines: readonly RawLine[]): Decimal | null {
  let total: Decimal = zero;
  for (const { amount } of lines) {
    if (amount === null || amount.reading.value === null) return null;
    total = add(total, amount.reading.value);
  }
  return total;
}

export interface ItemTable {
  readonly lines: readonly RawLine[];
  /** Rows of the document that belong to the table, header included. */
  readonly rows: ReadonlySet<number>;
  readonly firstRow: number;
  readonly lastRow: number;
  /** Words between the header and the first item: where a page begins with the rest of an item, they go on with it. */
  readonly leading: readonly Token[];
  /** The names of the columns say that amounts include tax. */
  readonly isGross: boolean;
  readonly columns: readonly string[];
  /** Rows that print the sum of the rows above them, under whatever name. */
  readonly sums: readonly NumberCell[];
}
