import type { GridCell } from "./grid.ts";
import type { Measure } from "./measure-titles.ts";
import { workedColumns } from "./worked-columns.ts";

/** Where start and end prove one column of hours, any other one counts some of the same hours again: by night, past eight. */
export function withHourParts(
  measures: readonly Measure[],
  body: readonly (readonly GridCell[])[],
): readonly Measure[] {
  const hours = measures.filter(({ counts }) => counts === "hours");
  if (hours.length < 2) return measures;
  const whole = workedColumns(body)?.get("hours");
  if (!hours.some(({ column }) => column === whole)) return measures;
  const parts = hours.flatMap(({ column, of }) => (column === whole || of === "" ? [] : [column]));
  return measures.map((measure) => (measure.column === whole ? { ...measure, parts } : measure));
}
