import type { DeliveryKind, Field } from "../../../../src-shared/model/index.ts";
import {
  decimalToText,
  isNegative,
  subtract,
  withoutTrailingZeros,
  type DecimalText,
} from "../../../../src-shared/money/index.ts";
import { oncePerThing } from "../once-per-thing.ts";
import type { Measure } from "../sheets/measure-titles.ts";
import { previousReadings } from "../sheets/reading-rows.ts";
import type { RecordRow, RecordTable } from "../sheets/record-table.ts";
import type { RecordValues } from "../sheets/record-values.ts";
import type { CountedQuantity } from "./counted-quantity.ts";

/** What a counter counted from one reading to the next; unknown where it ran over or was changed. */
export function betweenReadings(before: Field<DecimalText>, after: Field<DecimalText>): Field<DecimalText> {
  const evidence = [...before.evidence, ...after.evidence];
  const used = before.value === null || after.value === null ? null : subtract(after.value, before.value);
  if (used === null || isNegative(used)) return { value: null, evidence, basis: "rule", confidence: 0 };
  return { value: decimalToText(withoutTrailingZeros(used)), evidence, basis: "rule", confidence: 0.9 };
}

/** What each counter of a row counted since the row before of the same counter; nothing for its first reading. */
export function usedSincePrevious(
  row: RecordRow,
  table: RecordTable,
  readings: readonly Measure[],
  values: RecordValues,
  kind: DeliveryKind,
): readonly CountedQuantity[] {
  const previous = rowsBefore(table).get(row);
  if (previous === undefined) return [];
  return readings.flatMap((measure): readonly CountedQuantity[] => {
    const [before, after] = [previous, row].map(({ all }) => all[measure.column]);
    if (before === undefined || after === undefined) return [];
    const [first, second] = [values.amountOfCell(before), values.amountOfCell(after)];
    if (first === null || second === null) return [];
    return [
      {
        quantity: betweenReadings(first, second),
        unit: measure.unit ?? "piece",
        of: measure.of,
        kind: kind === "time" ? "usage" : kind,
        isUpToDay: true,
      },
    ];
  });
}

/** The rows of a table with those before them of the same counter. */
const rowsBefore = oncePerThing(({ rows, columns, measures }: RecordTable) =>
  previousReadings(
    rows,
    columns,
    measures.flatMap(({ isReading, column }) => (isReading === true ? [column] : [])),
  ),
);
