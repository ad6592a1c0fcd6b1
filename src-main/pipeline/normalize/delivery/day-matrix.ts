import type { Evidence } from "../../../../src-shared/model/index.ts";
import type { DecimalText } from "../../../../src-shared/money/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import type { Grid, GridCell } from "../sheets/grid.ts";
import { findDates, parseDateText, type DateConvention } from "../values/date.ts";
import { foldText } from "../values/fold.ts";
import { numberConventionOf, parseAmount } from "../values/number.ts";
import { parseClock } from "../values/unit.ts";
import { dayWithin, weekdayAt, type DaySpan } from "./record-days.ts";
import { dayOrderOf } from "./day-order.ts";

/** One cell of a timesheet with days as columns: hours of a row's person or task on a day. */
export interface MatrixEntry {
  readonly date: LocalDate | null;
  /** `null` when the cell cannot be read. */
  readonly hours: DecimalText | null;
  /** Texts of the row that are no hours, with the header that they stand under. */
  readonly keys: readonly { readonly title: string; readonly text: string }[];
  readonly evidence: readonly Evidence[];
}

interface DayColumn {
  readonly index: number;
  readonly date: LocalDate | null;
}

/** Days at the head of columns: whole dates, weekdays, or days of a week that the paper names above. */
const dayColumns = (
  header: readonly GridCell[],
  convention: DateConvention,
  span: DaySpan | null,
): readonly DayColumn[] =>
  header.flatMap((cell, index): readonly DayColumn[] => {
    if (cell.text.length > 24) return [];
    const whole =
      parseDateText(cell.text.replace(/^[\p{L}.]+\s+(?=\d)/u, ""), convention)?.value ??
      findDates(cell.text, convention)[0]?.value ??
      null;
    if (whole !== null) return [{ index, date: whole }];
    const isDay =
      weekdayAt(cell.text) !== null || /^\d{1,2}(?:\.\d{1,2}\.|\/\d{1,2})$|^\d{2}[.-]\d{2}$/.test(cell.text);
    return isDay ? [{ index, date: dayWithin(cell.text, span, convention.order) }] : [];
  });

const totalRow =
  /^(?:sub|grand )?(?:total|totals|summe|gesamt\w*|totaal|totale|totales|totais|suma|soma|sum)\b/;

/** Entries of a grid whose header has at least three days; `null` when it has none. */
export const matrixEntries = (
  grid: Grid,
  asOf: LocalDate,
  span: DaySpan | null,
): readonly MatrixEntry[] | null => {
  const texts = grid.rows.slice(0, 30).flatMap((row) => row.map((cell) => cell.text));
  const convention: DateConvention = { order: dayOrderOf(texts, asOf), asOf };
  for (let index = 0; index < Math.min(30, grid.rows.length); index += 1) {
    const header = grid.rows[index] ?? [];
    const days = dayColumns(header, convention, span);
    if (days.length < 3) continue;
    const isDay = new Set(days.map((day) => day.index));
    const body = grid.rows.slice(index + 1);
    const numbers = numberConventionOf(body.flatMap((row) => days.map((day) => row[day.index]?.text ?? "")));
    const entries: MatrixEntry[] = [];
    for (const row of body) {
      const keys = row.flatMap((cell, column) =>
        isDay.has(column) || cell.text === "" ? [] : [{ title: header[column]?.text ?? "", text: cell.text }],
      );
      // Numbers without a key are sums of the columns.
      const isKeyed = keys.some(({ text }) => /\p{L}/u.test(text));
      if (!isKeyed || totalRow.test(foldText(keys[0]?.text ?? ""))) continue;
      for (const day of days) {
        const cell = row[day.index];
        if (cell === undefined || cell.text === "" || /^[-–0.,]+$/.test(cell.text)) continue;
        const hours = parseClock(cell.text) ?? parseAmount(cell.text, numbers)?.value ?? null;
        const proof = [
          cell.prove("delivery"),
          ...row.filter((_, column) => !isDay.has(column)).map((key) => key.prove("delivery")),
        ];
        entries.push({ date: day.date, hours, keys, evidence: proof.filter((each) => each !== null) });
      }
    }
    return entries.length > 0 ? entries : null;
  }
  return null;
};
