import { wordingOf } from "../../../../src-shared/wording/index.ts";
import type { GridCell } from "./grid.ts";
import type { Measure } from "./measure-titles.ts";
import { workedColumns } from "./worked-columns.ts";

/** Time on the way and in readiness lies before, after or between the hours of work, by its stems. */
const besideWork = ["travel", "reisezeit", "trip", "trajet", "viag", "standb", "oncal", "rufbereitschaft"];

const isPart = ({ of }: Measure): boolean =>
  of !== "" && !wordingOf(of).content.some((word) => besideWork.includes(word));

/** Where start and end prove one column of hours, any other one of work counts some of the same hours again: by night, past eight. */
export function withHourParts(
  measures: readonly Measure[],
  body: readonly (readonly GridCell[])[],
): readonly Measure[] {
  const hours = measures.filter(({ counts }) => counts === "hours");
  if (hours.length < 2) return measures;
  const whole = workedColumns(body)?.get("hours");
  if (!hours.some(({ column }) => column === whole)) return measures;
  const parts = hours.flatMap((each) => (each.column === whole || !isPart(each) ? [] : [each.column]));
  return measures.map((measure) => (measure.column === whole ? { ...measure, parts } : measure));
}
