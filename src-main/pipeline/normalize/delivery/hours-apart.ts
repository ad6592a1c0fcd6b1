import type { Field } from "../../../../src-shared/model/index.ts";
import {
  decimalToText,
  isNegative,
  subtract,
  withoutTrailingZeros,
  type DecimalText,
} from "../../../../src-shared/money/index.ts";
import type { Measure } from "../sheets/measure-titles.ts";
import type { RecordRow } from "../sheets/record-table.ts";
import type { RecordValues } from "../sheets/record-values.ts";
import { hoursOfCell } from "./worked-hours.ts";

/** What is left of all hours where other columns count some of them again; unknown where one of them is. */
export function withoutHourParts(
  hours: Field<DecimalText>,
  { all }: RecordRow,
  { parts = [] }: Measure,
  values: RecordValues,
): Field<DecimalText> {
  return parts.reduce((left, column) => {
    const cell = all[column];
    if (cell === undefined || cell.text === "" || left.value === null) return left;
    const part = hoursOfCell(cell, values.amountOfCell(cell), values)?.value ?? null;
    const rest = part === null ? null : subtract(left.value, part);
    const isKnown = rest !== null && !isNegative(rest);
    return {
      ...left,
      value: isKnown ? decimalToText(withoutTrailingZeros(rest)) : null,
      confidence: isKnown ? left.confidence : 0,
    };
  }, hours);
}
