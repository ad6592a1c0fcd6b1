import { decimalText, isDecimalText, type DecimalText } from "../../../../src-shared/money/index.ts";
import { numberConventionOf, parseAmount, type NumberConvention } from "../values/number.ts";
import type { GridCell } from "./grid.ts";

const isTyped = ({ value, valueType }: GridCell): boolean => valueType === "number" && value !== null;

/** Which mark some cells use for decimals, by what they print. */
export const conventionOfCells = (cells: Iterable<GridCell>): NumberConvention =>
  numberConventionOf([...cells].flatMap((cell) => (isTyped(cell) ? [] : [cell.text])));

/**
 * The exact number of a cell; `null` for a text, a date or a time.
 *
 * Of a mark that nothing decides the likelier reading: for comparing sums with their parts, which one mark scales alike.
 */
export function numberOfCell(cell: GridCell, convention: NumberConvention): DecimalText | null {
  if (cell.valueType === "number" && cell.value !== null) return decimalText(cell.value);
  if (cell.valueType !== "text" && cell.valueType !== "number") return null;
  const read = parseAmount(cell.text, convention);
  return read === null || read.isPercent ? null : (read.value ?? read.readings[0] ?? null);
}

/** What a counter shows: three figures behind a mark are thousands, since no counter shows thousandths. */
export function readingNumber({ text, value }: GridCell): DecimalText | null {
  const plain = (value ?? text).replace(/[\s.,'](?=\d{3}(?!\d))/g, "").replace(",", ".");
  return isDecimalText(plain) ? plain : null;
}
