import type { SheetCell } from "../../../../src-shared/model/index.ts";
import { exactToText, parseStoredNumber } from "../sheet/decimal-text.ts";
import {
  exactToSerial,
  formatDate,
  formatNumber,
  secondsToTime,
  serialToDate,
} from "../sheet/number-format.ts";
import type { NumberFormat, SerialTime } from "../sheet/number-format.ts";
import type { Workbook } from "./workbook.ts";
import { decodeEscapes } from "./workbook.ts";

/** A cell as its element writes it. */
export interface RawCell {
  /** `n` number, `s` shared string, `str` text of a formula, `inlineStr`, `b`, `e`, `d` ISO date. */
  readonly type: string;
  readonly style: number;
  readonly value: string;
  readonly inline: string;
  readonly hasFormula: boolean;
}

/** What all cells of a workbook share. */
export type CellContext = Pick<Workbook, "dateSystem" | "sharedStrings" | "formats" | "unseenStyles">;

type CellValue = Pick<SheetCell, "text" | "value" | "valueType" | "currency">;

/** What a cell shows, and its exact value. A formula without a calculated value is an error, never zero. */
export function readCellValue(raw: RawCell, workbook: CellContext): CellValue {
  if (raw.type === "inlineStr") return textValue(decodeEscapes(raw.inline));
  if (raw.value === "") return { text: "", value: null, valueType: isUncalculated(raw) ? "error" : "blank" };
  switch (raw.type) {
    case "s": {
      const text = workbook.sharedStrings[Number(raw.value)];
      return text === undefined ? errorValue("") : textValue(text);
    }
    case "str":
      return textValue(decodeEscapes(raw.value));
    case "b":
      return raw.value.trim() === "1" || raw.value.trim() === "true"
        ? { text: "TRUE", value: "true", valueType: "boolean" }
        : { text: "FALSE", value: "false", valueType: "boolean" };
    case "e":
      return errorValue(raw.value);
    case "d":
      return isoValue(raw.value);
    default:
      return numberValue(raw, workbook);
  }
}

/** A formula that nobody has calculated. An empty text (`str`) is a result, an empty number is none. */
export const isUncalculated = (raw: RawCell): boolean =>
  raw.hasFormula && raw.value === "" && raw.inline === "" && raw.type !== "str";

const errorValue = (text: string): CellValue => ({ text, value: null, valueType: "error" });
const textValue = (text: string): CellValue =>
  text.trim() === "" ? { text, value: null, valueType: "blank" } : { text, value: null, valueType: "text" };

function isoValue(text: string): CellValue {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?))?/u.exec(text.trim());
  if (match === null) return textValue(text);
  const [, date = "", time] = match;
  if (time === undefined || /^00:00(?::00)?$/u.test(time))
    return { text: date, value: date, valueType: "date" };
  return { text: `${date} ${time}`, value: `${date}T${time}`, valueType: "date-time" };
}

function numberValue(raw: RawCell, workbook: CellContext): CellValue {
  const number = parseStoredNumber(raw.value);
  if (number === null) return errorValue(raw.value);
  const format = workbook.formats[raw.style];
  const value = exactToText(number);
  if (format === undefined || format.kind === "general" || format.kind === "text")
    return { text: value, value, valueType: "number" };
  if (format.kind === "number") {
    const shown: CellValue = { text: formatNumber(number, format), value, valueType: "number" };
    return format.currency === null ? shown : { ...shown, currency: format.currency };
  }
  const serial = exactToSerial(number);
  if (serial === null) return errorValue(value);
  if (format.kind === "duration") return durationValue(serial);
  return dateValue(serial, format, workbook.dateSystem, value);
}

/** Hours, minutes and seconds, as an ISO 8601 duration. */
function durationValue(serial: SerialTime): CellValue {
  const total = serial.days * 86_400 + serial.seconds;
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor(total / 60) % 60;
  const seconds = total % 60;
  const behind = seconds === 0 ? "" : `:${seconds.toString().padStart(2, "0")}`;
  return {
    text: `${hours}:${minutes.toString().padStart(2, "0")}${behind}`,
    value: `PT${hours}H${minutes}M${seconds === 0 ? "" : `${seconds}S`}`,
    valueType: "duration",
  };
}

function dateValue(serial: SerialTime, format: NumberFormat, system: 1900 | 1904, value: string): CellValue {
  const date = serialToDate(serial.days, system);
  if (date === null) return errorValue(value);
  const text = formatDate(date, serial.seconds, format.code);
  if (serial.seconds === 0) return { text: text === "" ? date : text, value: date, valueType: "date" };
  const time = secondsToTime(serial.seconds);
  return { text: text === "" ? `${date} ${time}` : text, value: `${date}T${time}`, valueType: "date-time" };
}
