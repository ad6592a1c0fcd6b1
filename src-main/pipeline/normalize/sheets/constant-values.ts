import type { Field } from "../../../../src-shared/model/index.ts";
import { add, isEqual } from "../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../src-shared/money/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import { parsePeriod } from "../values/period.ts";
import type { ColumnRole } from "./column-roles.ts";
import type { RecordRow } from "./record-table.ts";
import type { RecordValues } from "./record-values.ts";

/** A document total stands the same in every row of its invoice; it is taken once, never summed. */
export const constantAmount = (
  rows: readonly RecordRow[],
  values: RecordValues,
  role: ColumnRole,
): Field<DecimalText> | null => {
  const fields = rows.map((row) => values.amount(row, role)).filter((field) => field !== null);
  const [first] = fields;
  if (first === undefined) return null;
  const known = fields.filter((field) => field.value !== null);
  const same = known.every(
    (field) => first.value !== null && field.value !== null && isEqual(field.value, first.value),
  );
  return same ? first : null;
};

/** The tax that all rows repeat, where it is what lies between the net and the total that they repeat with it. */
export const taxOfWhole = (
  rows: readonly RecordRow[],
  values: RecordValues,
  total: Field<DecimalText> | null,
): Field<DecimalText> | null => {
  const tax = constantAmount(rows, values, "tax-amount");
  const net = constantAmount(rows, values, "subtotal")?.value ?? null;
  const gross = total?.value ?? null;
  const isBetween =
    tax !== null &&
    tax.value !== null &&
    net !== null &&
    gross !== null &&
    isEqual(add(net, tax.value), gross);
  return isBetween ? tax : null;
};

/** The day that all rows of an invoice print, as its own. */
export const constantDay = (
  rows: readonly RecordRow[],
  values: RecordValues,
  role: ColumnRole,
): Field<LocalDate> | null => {
  const days = rows.map((row) => values.date(row, role));
  const [first = null] = days;
  return days.every((day) => day !== null && day.value === first?.value) ? first : null;
};

/** The span of time that all rows of an invoice print in one cell ("October 2026"), by its first and its last day. */
export const constantPeriod = (
  rows: readonly RecordRow[],
  asOf: LocalDate,
): { readonly start: Field<LocalDate> | null; readonly end: Field<LocalDate> | null } => {
  const cells = rows.flatMap((row) => row.cells.get("period") ?? []);
  const [first] = cells;
  const isSame = cells.length === rows.length && cells.every(({ text }) => text === first?.text);
  const period =
    first === undefined || !isSame ? null : (parsePeriod(first.text, { order: null, asOf })?.value ?? null);
  const proof = first?.prove("invoice") ?? null;
  const field = (value: LocalDate | undefined): Field<LocalDate> | null =>
    value === undefined
      ? null
      : { value, evidence: proof === null ? [] : [proof], basis: "structured", confidence: 0.9 };
  return { start: field(period?.start), end: field(period?.end) };
};
