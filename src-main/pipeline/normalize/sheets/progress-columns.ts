import { add, isEqual, isZero, type DecimalText } from "../../../../src-shared/money/index.ts";
import { conventionOfCells, numberOfCell } from "./exact-cells.ts";
import { blankCell, type GridCell } from "./grid.ts";
import { titleKey } from "./title-key.ts";

/** Columns of a table of progress: what was done before, in this period, and to date. */
export interface ProgressColumns {
  readonly before: number;
  readonly period: number;
  readonly toDate: number;
  /** What the columns hold: shares of what was agreed, counts of the thing itself, or sums of money. */
  readonly holds: "shares" | "counts" | "sums";
}

const done =
  /\b(?:prev|previous\w*|before|already|bisher\w*|bereits|vorige|vorher\w*|anterior\w*|precedent\w*|anteriormente)\b/;
const whole = /\b(?:to date|cum|cumul\w*|kumul\w*|acumul\w*|now|total completed|a origen|a tutto)\b/;
const counts =
  /\b(?:qty|quantity|quantities|\w*menge|\w*mengen|anzahl|quantites?|qte|cantidad(?:es)?|cant|quantita|quantidades?|qtd|aantal|hoeveelheid)\b/;
/** A column that says in what each row is measured: where no money stands beside it, the row counts. */
const unitTitle =
  /^(?:units?|uom|unit of measure|einheit|einh|me|unites?|unidad|uds?|unita|u m|um|eenheid|unidade|un)$/;
const money = /\p{Sc}|^[A-Z]{1,3} ?\d|\d[.,]\d\d$/u;
const fewestClosed = 0.8;
const fewestMoved = 2;
const mostlyNumbers = 0.8;
/** A bill of quantities with counts and sums of each stage has some twenty; among many more, three meet by chance. */
const mostNumeric = 40;
const percent = /\d\s?%$/;

/**
 * The three columns of which two make up the third on at least four rows of five: progress before, in this period and to
 * date, in any order. One title must say that its column is about earlier work or about all of it, for hours and overtime
 * make up a sum as well. Where counts and sums are both carried on so, the sums are meant. `null` where there are none.
 */
export function progressColumns(
  header: readonly GridCell[],
  body: readonly (readonly GridCell[])[],
): ProgressColumns | null {
  const columns = header.map((_, column) => numbersIn(body.map((row) => row[column] ?? blankCell)));
  const numeric = columns.flatMap((numbers, column) => (numbers === null ? [] : [column]));
  if (numeric.length < 3 || numeric.length > mostNumeric) return null;
  const titles = header.map(({ text }) => titleKey(text));
  const [isDone, isWhole] = [
    titles.map((title) => done.test(title)),
    titles.map((title) => whole.test(title)),
  ];
  const hasUnits = titles.some((title) => unitTitle.test(title));
  let counted: ProgressColumns | null = null;
  for (const toDate of numeric)
    for (const before of numeric)
      for (const period of numeric) {
        if (new Set([toDate, before, period]).size < 3) continue;
        const isTold =
          isDone[before] === true || (isWhole[toDate] === true && before < period && !isDone[period]);
        if (!isTold || !addUp(columns[before] ?? [], columns[period] ?? [], columns[toDate] ?? [])) continue;
        const isMeasured = hasUnits && body.every((row) => !money.test(row[period]?.text ?? ""));
        const isCount =
          isMeasured || [before, period, toDate].some((column) => counts.test(titles[column] ?? ""));
        const isShare = body.filter((row) => percent.test(row[period]?.text ?? "")).length >= fewestMoved;
        const found = {
          before,
          period,
          toDate,
          holds: isShare ? "shares" : isCount ? "counts" : "sums",
        } as const;
        if (found.holds !== "counts") return found;
        counted ??= found;
      }
  return counted;
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
  const mostOpen = toDate.length * (1 - fewestClosed);
  let [closed, open, moved] = [0, 0, 0];
  for (const [row, sum] of toDate.entries()) {
    const [first, second] = [before[row] ?? null, period[row] ?? null];
    if (sum === null || first === null || second === null) continue;
    if (!isEqual(add(first, second), sum)) open += 1;
    else {
      closed += 1;
      if (!isZero(second)) moved += 1;
    }
    // Most columns are told apart by their first rows.
    if (open > mostOpen) return false;
  }
  return closed >= (closed + open) * fewestClosed && moved >= fewestMoved;
}
