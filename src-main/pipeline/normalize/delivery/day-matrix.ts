import type { Evidence } from "../../../../src-shared/model/index.ts";
import type { DecimalText } from "../../../../src-shared/money/index.ts";
import { addDays, weekdayOf, type LocalDate } from "../../../../src-shared/time/index.ts";
import type { Grid, GridCell } from "../sheets/grid.ts";
import { dateOrderOf, findDates, parseDateText, type DateConvention } from "../values/date.ts";
import { foldText } from "../values/fold.ts";
import { numberConventionOf, parseAmount } from "../values/number.ts";
import { parseClock } from "../values/unit.ts";

/** One cell of a timesheet with days as columns: hours of a row's person or task on a day. */
export interface MatrixEntry {
  readonly date: LocalDate | null;
  /** `null` when the cell cannot be read. */
  readonly hours: DecimalText | null;
  /** Texts of the row that are no hours, with the header that they stand under. */
  readonly keys: readonly { readonly title: string; readonly text: string }[];
  readonly evidence: readonly Evidence[];
}

const weekdays: Readonly<Record<string, number>> = {
  mon: 1,
  monday: 1,
  tue: 2,
  tues: 2,
  tuesday: 2,
  wed: 3,
  wednesday: 3,
  thu: 4,
  thur: 4,
  thurs: 4,
  thursday: 4,
  fri: 5,
  friday: 5,
  sat: 6,
  saturday: 6,
  sun: 7,
  sunday: 7,
  mo: 1,
  montag: 1,
  di: 2,
  dienstag: 2,
  mi: 3,
  mittwoch: 3,
  do: 4,
  donnerstag: 4,
  fr: 5,
  freitag: 5,
  sa: 6,
  samstag: 6,
  so: 7,
  sonntag: 7,
  lun: 1,
  lundi: 1,
  lunes: 1,
  lunedi: 1,
  mar: 2,
  mardi: 2,
  martes: 2,
  martedi: 2,
  mer: 3,
  mercredi: 3,
  mie: 3,
  miercoles: 3,
  mercoledi: 3,
  jeu: 4,
  jeudi: 4,
  jue: 4,
  jueves: 4,
  gio: 4,
  giovedi: 4,
  ven: 5,
  vendredi: 5,
  vie: 5,
  viernes: 5,
  venerdi: 5,
  sam: 6,
  samedi: 6,
  sabado: 6,
  sab: 6,
  sabato: 6,
  dim: 7,
  dimanche: 7,
  dom: 7,
  domingo: 7,
  domenica: 7,
  ma: 2,
  dinsdag: 2,
  wo: 3,
  woensdag: 3,
  donderdag: 4,
  vr: 5,
  vrijdag: 5,
  za: 6,
  zaterdag: 6,
  zo: 7,
  zondag: 7,
  maandag: 1,
};

const weekdayIn = (text: string): number | null => weekdays[foldText(text).split(/[^a-z]+/)[0] ?? ""] ?? null;

/** The last day that a "week ending" above the table names, if one does. */
const weekEnding = (rows: readonly (readonly GridCell[])[], convention: DateConvention): LocalDate | null => {
  for (const row of rows) {
    const text = row.map((cell) => cell.text).join(" ");
    if (!/week ending|w\/e|week ended|woche bis|semaine du|week van|semana/i.test(text)) continue;
    const date = findDates(text, convention)[0]?.value ?? null;
    if (date !== null) return date;
  }
  return null;
};

interface DayColumn {
  readonly index: number;
  readonly date: LocalDate | null;
}

const dayColumns = (
  header: readonly GridCell[],
  above: readonly (readonly GridCell[])[],
  convention: DateConvention,
): readonly DayColumn[] => {
  const ending = weekEnding(above, convention);
  const columns: DayColumn[] = [];
  for (const [index, cell] of header.entries()) {
    const whole =
      parseDateText(cell.text.replace(/^[\p{L}.]+\s+(?=\d)/u, ""), convention)?.value ??
      findDates(cell.text, convention)[0]?.value ??
      null;
    const weekday = weekdayIn(cell.text);
    if (whole === null && weekday === null) continue;
    const counted =
      whole ??
      (ending === null || weekday === null
        ? null
        : addDays(ending, -((weekdayOf(ending) - weekday + 7) % 7)));
    columns.push({ index, date: counted });
  }
  return columns;
};

/** Entries of a grid whose header has at least three days; `null` when it has none. */
export const matrixEntries = (grid: Grid, asOf: LocalDate): readonly MatrixEntry[] | null => {
  const texts = grid.rows.slice(0, 30).flatMap((row) => row.map((cell) => cell.text));
  const convention: DateConvention = { order: dateOrderOf(texts, asOf), asOf };
  for (let index = 0; index < Math.min(30, grid.rows.length); index += 1) {
    const header = grid.rows[index] ?? [];
    const days = dayColumns(header, grid.rows.slice(0, index), convention);
    if (days.length < 3) continue;
    const isDay = new Set(days.map((day) => day.index));
    const body = grid.rows.slice(index + 1);
    const numbers = numberConventionOf(body.flatMap((row) => days.map((day) => row[day.index]?.text ?? "")));
    const entries: MatrixEntry[] = [];
    for (const row of body) {
      const keys = row.flatMap((cell, column) =>
        isDay.has(column) || cell.text === "" ? [] : [{ title: header[column]?.text ?? "", text: cell.text }],
      );
      if (
        keys.length === 0 ||
        /^(?:sub)?(?:total|summe|gesamt|totaal|totale|suma)/.test(foldText(keys[0]?.text ?? ""))
      )
        continue;
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
