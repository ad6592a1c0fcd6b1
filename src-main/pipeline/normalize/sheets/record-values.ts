import {
  mapField,
  type Evidence,
  type EvidenceRole,
  type Field,
} from "../../../../src-shared/model/index.ts";
import {
  compare,
  decimalText,
  decimalToText,
  isPositive,
  multiply,
  withoutTrailingZeros,
  type DecimalText,
} from "../../../../src-shared/money/index.ts";
import { parseLocalDate, type LocalDate } from "../../../../src-shared/time/index.ts";
import { dateOrderOf, parseDateText, type DateOrder } from "../values/date.ts";
import { numberConventionOf, openConvention, parseAmount, type NumberConvention } from "../values/number.ts";
import { foldText } from "../values/fold.ts";
import type { ColumnRole } from "./column-roles.ts";
import { dateColumns, numberColumns } from "./column-shapes.ts";
import type { GridCell } from "./grid.ts";
import type { RecordRow, RecordTable } from "./record-table.ts";

/** Reads the cells of one table: marks and date order are decided by its columns, then by the whole table. */
export interface RecordValues {
  readonly amount: (row: RecordRow, role: ColumnRole) => Field<DecimalText> | null;
  /** A percentage; a cell that a workbook shows as one holds its share, and so does a rate below one. */
  readonly percent: (row: RecordRow, role: ColumnRole) => Field<DecimalText> | null;
  readonly date: (row: RecordRow, role: ColumnRole) => Field<LocalDate> | null;
  readonly text: (row: RecordRow, role: ColumnRole) => Field<string> | null;
  readonly amountOfCell: (cell: GridCell) => Field<DecimalText> | null;
  readonly dateOfCell: (cell: GridCell) => Field<LocalDate> | null;
}

const proof = (cell: GridCell, role: EvidenceRole): readonly Evidence[] => {
  const evidence = cell.prove(role);
  return evidence === null ? [] : [evidence];
};

const blanks = /^(?:-|–|—|n\/a|na|null|none|#n\/a)?$/i;

/**
 * A sheet's own values are structured; text tables of pages are read by rule.
 *
 * @param dayOrder what decides where the dates of the table leave the order of day and month open
 * @param paper the marks of the whole paper, for figures that its table leaves open
 */
export const createRecordValues = (
  table: RecordTable,
  role: EvidenceRole,
  asOf: LocalDate,
  basis: Field<unknown>["basis"],
  dayOrder: DateOrder = null,
  paper: NumberConvention = openConvention,
): RecordValues => {
  const textsOf = (roles: readonly ColumnRole[]): string[] =>
    table.rows.flatMap((row) =>
      roles
        .map((each) => row.cells.get(each))
        .filter((cell) => cell !== undefined && cell.value === null)
        .map((cell) => cell?.text ?? ""),
    );
  const stated = table.mapping;
  const own = numberConventionOf(textsOf(numberColumns));
  const tableConvention: NumberConvention =
    stated !== null && stated.decimalMark !== null
      ? { decimal: stated.decimalMark, basis: "evidence" }
      : own.decimal === null && own.basis !== "mixed" && paper.basis === "evidence"
        ? paper
        : own;
  const conventions = new Map<ColumnRole, NumberConvention>();
  for (const each of numberColumns) {
    if (stated !== null && stated.decimalMark !== null) continue;
    const own = numberConventionOf(textsOf([each]));
    conventions.set(each, own.decimal === null && own.basis !== "mixed" ? tableConvention : own);
  }
  const grouped = stated === null ? groupedCells(table, paper) : new Set<GridCell>();
  // Nobody who writes decimal commas puts the month first.
  const isComma = tableConvention.decimal === "," && tableConvention.basis === "evidence";
  const habit = dayOrder ?? (isComma ? "day-first" : null);
  const tableOrder = stated?.dateOrder ?? dateOrderOf(textsOf(dateColumns), asOf) ?? habit;
  const orders = new Map<ColumnRole, DateOrder>();
  for (const each of dateColumns)
    orders.set(each, stated?.dateOrder ?? dateOrderOf(textsOf([each]), asOf) ?? tableOrder);
  const confidence = basis === "structured" ? 1 : 0.9;

  /** What is printed and cannot be read or decided: never zero, and with its readings. */
  const undecided = <T>(cell: GridCell, code: string, readings: readonly T[]): Field<T> => {
    const evidence = proof(cell, role);
    return {
      value: null,
      evidence,
      basis,
      confidence: 0,
      ...(readings.length > 0 && {
        alternatives: readings.map((value) => ({ value, confidence: 0.5, evidence })),
      }),
      contradictions: [{ code, evidence }],
    };
  };

  const amountOfCell = (cell: GridCell, convention: NumberConvention): Field<DecimalText> | null => {
    if (cell.valueType === "error") return { value: null, evidence: proof(cell, role), basis, confidence: 0 };
    if (blanks.test(cell.text) && cell.value === null) return null;
    if (cell.valueType === "number" && cell.value !== null) {
      return { value: cell.value as DecimalText, evidence: proof(cell, role), basis, confidence };
    }
    const reading = parseAmount(cell.text, convention);
    if (reading === null) return undecided(cell, "unreadable-number", []);
    const whole = grouped.has(cell) ? reading.readings.find((each) => /^-?\d+$/.test(each)) : undefined;
    const value = reading.value ?? whole ?? null;
    if (value !== null) return { value, evidence: proof(cell, role), basis, confidence };
    return undecided(cell, "ambiguous-separator", reading.readings);
  };

  const dateOfCell = (cell: GridCell, order: DateOrder): Field<LocalDate> | null => {
    if (blanks.test(cell.text) && cell.value === null) return null;
    if ((cell.valueType === "date" || cell.valueType === "date-time") && cell.value !== null) {
      const date = parseLocalDate(cell.value.slice(0, 10));
      return { value: date.ok ? date.value : null, evidence: proof(cell, role), basis, confidence };
    }
    // A time stamp's day is its printed day; the zone matters only to cut-off checks.
    const day =
      /^(\d{4}-\d{2}-\d{2})[T ]\d/.exec(cell.text)?.[1] ??
      cell.text.replace(/[ ,]+\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?$/i, "");
    const reading = parseDateText(day, { order, asOf });
    if (reading === null) return undecided(cell, "unreadable-date", []);
    if (reading.value !== null)
      return { value: reading.value, evidence: proof(cell, role), basis, confidence };
    return undecided(cell, "ambiguous-date-order", reading.readings);
  };

  const amount = (row: RecordRow, each: ColumnRole): Field<DecimalText> | null => {
    const cell = row.cells.get(each);
    return cell === undefined ? null : amountOfCell(cell, conventions.get(each) ?? tableConvention);
  };

  return {
    amount,
    percent: (row, each) => {
      const field = amount(row, each);
      const cell = row.cells.get(each);
      const isShown = cell?.valueType === "number" && cell.text.endsWith("%");
      return field !== null && (isShown || isRateBelowOne(each, field.value))
        ? mapField(field, asPercent)
        : field;
    },
    date: (row, each) => {
      const cell = row.cells.get(each);
      return cell === undefined ? null : dateOfCell(cell, orders.get(each) ?? tableOrder);
    },
    text: (row, each) => {
      const cell = row.cells.get(each);
      if (cell === undefined || cell.text === "" || cell.valueType === "error") return null;
      return { value: cell.text, evidence: proof(cell, role), basis, confidence };
    },
    amountOfCell: (cell) =>
      amountOfCell(cell, tableConvention.decimal === null ? openConvention : tableConvention),
    dateOfCell: (cell) => dateOfCell(cell, tableOrder),
  };
};

const hundred = decimalText("100");
const one = decimalText("1");
const asPercent = (share: DecimalText): DecimalText =>
  decimalToText(withoutTrailingZeros(multiply(share, hundred)));

/** No tax is below one percent: 0.19 is a share. */
const isRateBelowOne = (role: ColumnRole, value: DecimalText | null): boolean =>
  role === "tax-rate" && value !== null && isPositive(value) && compare(value, one) < 0;

/** A title for how many: what it counts is whole. */
const countTitle =
  /^(?:anzahl|number of|no\. of|count of|nombre (?:de|d')|nb|aantal|numero de|numero di|n\. di|cantidad de|quantidade de|stuckzahl)(?![a-z])/;

/**
 * Cells like "1.440" above "960" and "300" of the same unit, or under "Number of …": where there are no decimals the mark
 * parts thousands, unless the paper writes its decimals with it.
 */
function groupedCells(
  { header, rows, columns }: RecordTable,
  { decimal, basis }: NumberConvention,
): ReadonlySet<GridCell> {
  const found = new Set<GridCell>();
  // No odometer shows thousandths.
  const isReading = (column: number): boolean =>
    columns.get("reading-before") === column || columns.get("reading-after") === column;
  const unitOfRow = ({ cells }: RecordRow): string => foldText(cells.get("unit")?.text ?? "").trim();
  const byUnit = new Map<string, RecordRow[]>();
  for (const row of rows) {
    const alike = byUnit.get(unitOfRow(row));
    if (alike === undefined) byUnit.set(unitOfRow(row), [row]);
    else alike.push(row);
  }
  for (const [column, title] of header.entries()) {
    const isWhole = rows.every(({ all }) => isWholeNumber(all[column]?.text ?? ""));
    if (!isWhole) continue;
    const isCount = isReading(column) || countTitle.test(foldText(title).trim());
    for (const alike of byUnit.values()) {
      const cells = alike.flatMap(({ all }) => all[column] ?? []).filter(({ text }) => /\d/.test(text));
      const open = cells.filter(({ text }) => /^\d{1,3}[.,]\d{3}$/.test(text));
      if (open.length === cells.length && !isCount) continue;
      for (const cell of open)
        if (basis !== "evidence" || !cell.text.includes(decimal ?? " ")) found.add(cell);
    }
  }
  return found;
}

const isWholeNumber = (text: string): boolean => !/\d/.test(text) || /^\d{1,3}(?:[.,]\d{3})*$/.test(text);
