import { add, isEqual, isZero, type DecimalText } from "../../../../src-shared/money/index.ts";
import { conventionOfCells, numberOfCell } from "./exact-cells.ts";
import { blankCell, type GridCell } from "./grid.ts";
import { titleKey } from "./title-key.ts";

/** Columns of a table of progress: what was done before, in this period, and to date. */
export interface ProgressColumns {
  readonly before: number;
  readonly period: number;
  readonly toDate: number;
  /** Shares of what was agreed, else sums or amounts. */
  readonly isPercent: boolean;
}

const done =
  /\b(?:prev|previous\w*|before|already|bisher\w*|bereits|vorige|vorher\w*|anterior\w*|precedent\w*|anteriormente)\b/;
const whole = /\b(?:to date|cum|cumul\w*|kumul\w*|acumul\w*|now|total completed|a origen|a tutto)\b/;
const fewestClosed = 0.8;
const fewestMoved = 2;
const mostlyNumbers = 0.8;
/** Tables of progress are narrow; in a wide one any three columns may meet by chance, and there are too many of them. */
const mostNumeric = 12;
const percent = /\d\s?%$/;

/**
 * The three columns of which two make up the third on at least four rows of five: progress before, in this period and to
 * date, in any order. One title must say that its column is about earlier work or about all of it, for hours and overtime
 * make up a sum as well. `null` where there are none.
 */
export function progressColumns(
  header: readonly GridCell[],
  body: readonly (readonly GridCell[])[],
): ProgressColumns | null {
  const columns = header.map((_, column) => numbersIn(body.map((row) => row[column] ?? blankCell)));
  const numeric = columns.flatMap((numbers, column) => (numbers === null ? [] : [column]));
  if (numeric.length < 3 || numeric.length > mostNumeric) return null;
  const titles = header.map(({ text }) => titleKey(text));
  for (const toDate of numeric)
    for (const before of numeric)
      for (const period of numeric) {
        if (new Set([toDate, before, period]).size < 3) continue;
        const isEarlier = done.test(titles[before] ?? "");
        const isWhole =
          whole.test(titles[toDate] ?? "") && before < period && !done.test(titles[period] ?? "");
        if (!isEarlier && !isWhole) continue;
        if (addUp(columns[before] ?? [], columns[period] ?? [], columns[toDate] ?? []))
          return {
            before,
            period,
            toDate,
            isPercent: body.filter((row) => percent.test(row[period]?.text ?? "")).length >= fewestMoved,
          };
      }
  return null;
}

type Numbers = readonly (DecimalText | null)[];

/** The numbers of a column, and `null` for what is none; `null` for a column that holds mostly something else. */
function numbersIn(cells: readonly GridCell[]): Numbers | null {
  const plain = cells.map((cell) => ({ ...cell, text: cell.text.replace(/\s?%$/, "") }));
  const convention = conventionOfCells(plain);
  const numbers = plain.map((cell) => numberOfCell(cell, convention));
  const filled = plain.filter(({ text }) => /[\p{L}\d]/u.test(text)).length;
  const counted = numbers.filter((value) => value !== null).length;
  return counted > 0 && counted >= filled * mostlyNumbers ? numbers : null;
}

function addUp(before: Numbers, period: Numbers, toDate: Numbers): boolean {
  const rows = toDate.flatMap((sum, row) => {
    const [first, second] = [before[row] ?? null, period[row] ?? null];
    return sum === null || first === null || second === null ? [] : [{ first, second, sum }];
  });
  const closed = rows.filter(({ first, second, sum }) => isEqual(add(first, second), sum));
  const moved = closed.filter(({ second }) => !isZero(second));
  return closed.length >= rows.length * fewestClosed && moved.length >= fewestMoved;
}
