import type { Evidence, Field } from "../../../../src-shared/model/index.ts";
import {
  add,
  decimalText,
  decimalToText,
  divideFractions,
  fraction,
  fractionToDecimal,
  isNegative,
  subtract,
  withoutTrailingZeros,
  type DecimalText,
} from "../../../../src-shared/money/index.ts";
import type { ColumnRole } from "../sheets/column-roles.ts";
import type { GridCell } from "../sheets/grid.ts";
import type { RecordRow } from "../sheets/record-table.ts";
import type { RecordValues } from "../sheets/record-values.ts";
import { foldText } from "../values/fold.ts";
import { withFractionSigns } from "../values/number.ts";
import { parseClock } from "../values/unit.ts";

/** Exact where it ends, else to six decimals. */
export const minutesToHours = (minutes: DecimalText): DecimalText =>
  decimalToText(withoutTrailingZeros(fractionToDecimal(divideFractions(minutes, fraction(60)), 6)));

/** A time of day as hours since midnight: "17:30", "17h30", "5.30 pm", "9am", "1730 hrs". `null` for anything else. */
export const clockOf = (text: string): DecimalText | null => {
  const folded = foldText(text)
    .trim()
    .replace(/\s*(?:uhr|hrs|uur|o'clock)\.?$/, "");
  // A stamp of day and time tells its time.
  const time = /(?:^|[ t])(\d{1,2}:\d{2}(?::\d{2})?)(?:z|[+-]\d{2}:?\d{2})?$/.exec(folded)?.[1] ?? folded;
  const match =
    /^(\d{1,2})(?:[:.h](\d{2})(?::\d{2})?|h)?\s*([ap])?\.?m?\.?$/.exec(time) ??
    /^(\d{2})(\d{2})()$/.exec(time);
  if (match?.[1] === undefined) return null;
  const half = match[3] === "" ? undefined : match[3];
  if (match[2] === undefined && half === undefined && !time.endsWith("h")) return null;
  const hour = Number(match[1]);
  const minutes = match[2] ?? "00";
  if (hour > 24 || Number(minutes) > 59 || (half !== undefined && hour > 12)) return null;
  const shifted = half === "p" && hour < 12 ? hour + 12 : half === "a" && hour === 12 ? 0 : hour;
  return parseClock(`${shifted}:${minutes}`);
};

const prove = (row: RecordRow, role: ColumnRole): readonly Evidence[] => {
  const evidence = row.cells.get(role)?.prove("delivery") ?? null;
  return evidence === null ? [] : [evidence];
};

const minutesAlone = /^(\d{1,3})\s?(?:m|min|mins|minutes?|minuten|minuti|minutos|')\.?$/i;

/** "40m", "30 min" where other cells of its column have hours: minutes as hours; `null` for anything else. */
export const minutesIn = (text: string): DecimalText | null => {
  const digits = minutesAlone.exec(text.trim())?.[1];
  return digits === undefined ? null : minutesToHours(decimalText(digits));
};

const secondsOfHour = 3600;

/** "2:30", "02:30:30": a length of time, with its seconds where it has some, as hours; `null` for anything else. */
export const durationOf = (text: string): DecimalText | null => {
  const [, hours = "", minutes = "", seconds = ""] =
    /^(\d{1,3}):([0-5]\d):([0-5]\d)$/.exec(text.trim()) ?? [];
  if (seconds === "") return parseClock(text);
  const whole = Number(hours) * secondsOfHour + Number(minutes) * 60 + Number(seconds);
  return decimalToText(withoutTrailingZeros(fractionToDecimal(fraction(whole, secondsOfHour), 6)));
};

/** Hours that one cell prints: a number, h:mm, or a number with the word for hours. */
export const hoursOfCell = (
  cell: GridCell,
  printed: Field<DecimalText> | null,
  values: RecordValues,
): Field<DecimalText> | null => {
  const isTyped = cell.valueType === "number" && cell.value !== null;
  const clock = isTyped ? null : (durationOf(cell.text) ?? minutesIn(cell.text));
  if (clock !== null && printed !== null)
    return { ...printed, value: clock, contradictions: [], confidence: 0.95 };
  if (clock !== null) {
    const evidence = cell.prove("delivery");
    return { value: clock, evidence: evidence === null ? [] : [evidence], basis: "rule", confidence: 0.95 };
  }
  const stripped =
    /^([\d.,]+\s?[½¼¾]?|[½¼¾])\s*(?:h|hrs?|hours?|std|stdn|stunden|uren|uur|u|horas?|ore|heures?)\.?$/i.exec(
      withFractionSigns(cell.text),
    )?.[1];
  return stripped === undefined ? printed : values.amountOfCell({ ...cell, text: stripped });
};

/** From start to end less the break, over midnight plus a day; `null` where one of them is no time. */
export const hoursBetween = (
  start: string,
  end: string,
  pause: string,
  values: RecordValues | null,
): DecimalText | null => {
  const [from, to] = [clockOf(start), clockOf(end)];
  if (from === null || to === null) return null;
  let worked = subtract(to, from);
  if (isNegative(worked)) worked = add(worked, decimalText("24"));
  if (pause.trim() !== "" && !/^(?:-|–|none|keine?|no|nil|geen|aucune|sin|nessuna)$/i.test(pause.trim())) {
    const taken = pauseOf(pause, values);
    if (taken === null) return null;
    worked = subtract(worked, taken);
  }
  return isNegative(worked) ? null : decimalToText(withoutTrailingZeros(worked));
};

const pauseOf = (text: string, values: RecordValues | null): DecimalText | null => {
  const clock = parseClock(text.trim());
  if (clock !== null) return clock;
  const match = /^(\d+(?:[.,]\d+)?)\s*(\p{L}*)\.?$/u.exec(text.trim());
  if (match?.[1] === undefined) return null;
  const number =
    values?.amountOfCell({
      text: match[1],
      value: null,
      valueType: "text",
      currency: null,
      prove: () => null,
    })?.value ?? (/^\d+(?:[.,]\d+)?$/.test(match[1]) ? (match[1].replace(",", ".") as DecimalText) : null);
  if (number === null) return null;
  const word = foldText(match[2] ?? "");
  if (/^(?:m|min)/.test(word)) return minutesToHours(number);
  if (word !== "") return number;
  // A break of ten and more without a word is in minutes; nobody pauses ten hours.
  return isNegative(subtract(number, decimalText("10"))) ? number : minutesToHours(number);
};

/** Hours of a row: the printed number, minutes, or end minus start minus break. */
export const hoursOf = (row: RecordRow, values: RecordValues): Field<DecimalText> | null => {
  const cell = row.cells.get("hours");
  if (cell !== undefined) return hoursOfCell(cell, values.amount(row, "hours"), values);
  const minutes = values.amount(row, "minutes");
  if (minutes !== null)
    return minutes.value === null ? minutes : { ...minutes, value: minutesToHours(minutes.value) };
  const worked = hoursBetween(
    row.cells.get("start")?.text ?? "",
    row.cells.get("end")?.text ?? "",
    row.cells.get("break")?.text ?? "",
    values,
  );
  return worked === null
    ? null
    : {
        value: worked,
        evidence: [...prove(row, "start"), ...prove(row, "end"), ...prove(row, "break")],
        basis: "rule",
        confidence: 0.9,
      };
};
