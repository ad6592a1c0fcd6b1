import type { DeliveryKind, Field, Unit } from "../../../../src-shared/model/index.ts";
import {
  decimalToText,
  isZero,
  multiply,
  withoutTrailingZeros,
  type DecimalText,
} from "../../../../src-shared/money/index.ts";
import { unitInTitle, type Measure } from "../sheets/measure-titles.ts";
import { measuredIn } from "../sheets/measured-cell.ts";
import { halfIn } from "../sheets/short-times.ts";
import type { ColumnRole } from "../sheets/column-roles.ts";
import type { GridCell } from "../sheets/grid.ts";
import type { RecordRow, RecordTable } from "../sheets/record-table.ts";
import type { RecordValues } from "../sheets/record-values.ts";
import { isDistance, isTimeUnit } from "../../../../src-shared/wording/index.ts";
import { nameShape } from "../values/person-name.ts";
import { numberConventionOf } from "../values/number.ts";
import { parseUnit, unitOf } from "../values/unit.ts";
import type { CountedQuantity } from "./counted-quantity.ts";
import { figuresOf } from "./line-figures.ts";
import { labelAt } from "./record-labels.ts";
import { isDone, isLogged, onceDone } from "./logged-rows.ts";
import { wholeOf } from "./whole-things.ts";
import { withoutHourParts } from "./hours-apart.ts";
import { betweenReadings, usedSincePrevious } from "./counter-use.ts";
import { hoursOf, hoursOfCell, minutesIn, minutesToHours } from "./worked-hours.ts";

/** What a row counts: one quantity, or one for each column that counts something of its own; nothing where it is zero. */
export function quantitiesOf(
  row: RecordRow,
  table: RecordTable,
  values: RecordValues,
  kind: DeliveryKind,
): readonly CountedQuantity[] {
  const isPart = kind === "work" && listsParts(table) && !namesLabour(row);
  const printed = printedQuantities(row, table, values, kind).map((count) => ({
    ...count,
    unit: count.unit ?? (isPart && /^\d+$/.test(count.quantity.value ?? "") ? "piece" : null),
    quantity: wholeOf(count.quantity, count.unit),
  }));
  return printed.filter(
    ({ quantity }) =>
      (quantity.value === null || !isZero(quantity.value)) &&
      (quantity.value !== null || table.mapping !== null || table.rows.length === 1 || isFigure(quantity)),
  );
}

const named: readonly ColumnRole[] = ["item", "description", "item-code"];
const worked: readonly ColumnRole[] = ["date", "person", "role", "task", "hours", "start", "end", "unit"];

/** Whether a table of a slip for work has nothing but things and how many of them: a list of parts. */
const listsParts = ({ columns, mapping }: RecordTable): boolean =>
  mapping === null &&
  columns.has("quantity") &&
  named.some((role) => columns.has(role)) &&
  !worked.some((role) => columns.has(role));

/** "Labour", "Anfahrt": time or a way among the parts. */
const namesLabour = ({ cells }: RecordRow): boolean =>
  named.some((role) => {
    const label = labelAt(cells.get(role)?.text ?? "");
    return label === "hours" || label === "travel" || label === "distance";
  });

/** A word among figures ("HOLIDAY") counts nothing; a figure that cannot be decided ("??", "####") stays open. */
const isFigure = ({ evidence, alternatives }: Field<DecimalText>): boolean =>
  (alternatives ?? []).length > 0 ||
  evidence.some(({ quote }) => /^(?:\D{0,3}\d[^\p{L}]{0,14}\p{L}{0,6}\.?|[#?]+)$/u.test(quote.trim()));

function printedQuantities(
  row: RecordRow,
  table: RecordTable,
  values: RecordValues,
  kind: DeliveryKind,
): readonly CountedQuantity[] {
  const readings = table.measures.filter(({ isReading }) => isReading === true);
  if (readings.length > 0) return usedSincePrevious(row, table, readings, values, kind);
  const measures = measuresFor(table, kind);
  const used = usedBeside(row, table, measures, values, kind);
  if (used !== null)
    return [used, ...measures.flatMap((measure) => countOf(row, measure, values, kind))].filter(
      ({ quantity }) => quantity.value === null || !isZero(quantity.value),
    );
  if (measures.length > 1) {
    return measures.flatMap((measure) => countOf(row, measure, values, kind));
  }
  const [only] = measures;
  if (only !== undefined && table.mapping === null) {
    const counted = countOf(row, only, values, kind, only.counts !== "minutes").map((each) =>
      only.isThing === true ? each : { ...each, of: "" },
    );
    if (counted.length > 0) return counted;
  }
  const isTimed = kind === "time" || kind === "work";
  const hours = isTimed ? hoursOf(row, values) : null;
  if (hours !== null)
    return [{ quantity: hours, unit: "hour", of: "", kind }, ...besideHours(row, table, values, kind)];
  const stated = values.amount(row, "quantity");
  const counted = stated ?? usedBetween(row, values);
  if (counted === null && kind === "expense") return drivenIn(row);
  if (counted === null) return isLogged(table, kind) && isDone(row) ? [onceDone(row, table, kind)] : [];
  // What a meter counts has a unit that only the meter knows.
  const unit =
    statedUnit(row, values) ??
    (stated === null ? unitInTitle(table.titles.get("reading-before") ?? "") : pieceOf(stated, kind, null));
  // Beside a column of hours, a figure of a row without any counts what was used or done, and no time.
  const isBesideHours = kind === "time" && stated !== null && unit === null && table.columns.has("hours");
  return [
    isBesideHours
      ? { quantity: counted, unit: "piece", of: "", kind: "goods" }
      : { quantity: counted, unit, of: "", kind },
  ];
}

/** "Own car, Leeds and back, 218 km" on a row without a sum: what was driven stands in its words. */
function drivenIn(row: RecordRow): readonly CountedQuantity[] {
  if ((["line-amount", "total"] as const).some((role) => row.cells.has(role))) return [];
  const found = row.all.flatMap((cell) => {
    const read = figuresOf(cell.text, numberConventionOf([cell.text])).quantities;
    return read.flatMap(({ value, unit }) => (isDistance(unit) ? [{ value, unit, cell }] : []));
  });
  const [driven, ...others] = found;
  if (driven === undefined || others.length > 0) return [];
  const proof = driven.cell.prove("delivery");
  const quantity: Field<DecimalText> = {
    value: driven.value,
    evidence: proof === null ? [] : [proof],
    basis: "rule",
    confidence: 0.8,
  };
  return [{ quantity, unit: driven.unit, of: "", kind: "expense" }];
}

/** What a timesheet that tells its hours from start and end counts beside them: kilometres. */
function besideHours(
  row: RecordRow,
  { measures, mapping }: RecordTable,
  values: RecordValues,
  kind: DeliveryKind,
): readonly CountedQuantity[] {
  if (mapping !== null) return [];
  return measures
    .filter(({ counts, unit }) => counts === "quantity" && unit !== null)
    .flatMap((measure) => countOf(row, measure, values, kind))
    .filter(({ quantity }) => quantity.value === null || !isZero(quantity.value));
}

/** Time is counted in hours; what a timesheet counts beside (kilometres, trips) has a unit of its own. */
function measuresFor({ measures }: RecordTable, kind: DeliveryKind): readonly Measure[] {
  if (kind !== "time") {
    const units = measures.filter(({ counts }) => counts !== "hours");
    // What each of several machines ran and took is its use.
    if (kind === "usage" && measures.some(({ counts, of }) => counts === "hours" && of !== ""))
      return measures;
    return kind === "work" ? measures : units.length > 0 ? units : measures;
  }
  const hours = measures.filter(({ counts }) => counts === "hours");
  const minutes = hours.length > 0 ? [] : measures.filter(({ counts }) => counts === "minutes");
  const others = measures.filter(
    ({ counts, unit, isThing }) => counts === "quantity" && (unit !== null || isThing === true),
  );
  const isCounted =
    hours.length + minutes.length > 0 ||
    others.some(({ unit }) => unit === "day") ||
    others.some(({ isThing }) => isThing === true);
  return isCounted ? [...hours, ...minutes, ...others] : [];
}

function countOf(
  row: RecordRow,
  measure: Measure,
  values: RecordValues,
  kind: DeliveryKind,
  isAlone = false,
): readonly CountedQuantity[] {
  const cell = row.all[measure.column];
  if (cell === undefined || (cell.text === "" && cell.valueType !== "error")) return [];
  const isMinutes = measure.counts === "hours" && minutesIn(cell.text) !== null;
  const own = measure.counts === "minutes" || isMinutes ? null : measuredIn(cell.text);
  const half = measure.unit === "day" || measure.counts === "hours" ? halfIn(cell.text) : null;
  const text = half ?? own?.digits;
  const printed = values.amountOfCell(text === undefined ? cell : { ...cell, text });
  // "1 trip" among hours, "Std." or "m3" in a cell of its own: the row says itself what it counts.
  const stated = own !== null && !isTimeUnit(own.unit) ? own.unit : (unitCellOf(row)?.unit ?? null);
  if (measure.counts === "hours" && stated !== null && stated !== "hour")
    return printed === null ? [] : [{ quantity: printed, unit: stated, of: "", kind: "usage" }];
  if (measure.counts === "hours") {
    const one = hoursOfCell(cell, printed, values);
    const rest = one === null ? null : withoutHourParts(one, row, measure, values);
    const hours = rest === null ? null : timesOf(rest, row, measure, values);
    return hours === null
      ? []
      : [{ quantity: hours, unit: "hour", of: measure.of, kind, isOfSeveral: measure.times !== undefined }];
  }
  if (printed === null) return [];
  if (measure.counts === "minutes" && kind === "time")
    return [
      {
        quantity: printed.value === null ? printed : { ...printed, value: minutesToHours(printed.value) },
        unit: "hour",
        of: measure.of,
        kind,
      },
    ];
  // A column of units says of each row what the title of the quantity can only say of all.
  const stands = statedUnit(row, values);
  const unit =
    own?.unit ??
    (isAlone ? stands : null) ??
    measure.unit ??
    (measure.counts === "minutes" ? "minute" : (stands ?? pieceOf(printed, kind, measure)));
  // "6.0 hours" among square feet: what a row says to be time was worked.
  const isWorked = own?.unit === "hour" && (kind === "goods" || kind === "work");
  const counted = isWorked ? "time" : kind === "time" && unit !== "day" ? "usage" : kind;
  return [{ quantity: printed, unit, of: measure.of, kind: counted }];
}

/** "3 | 8 h each": what three worked together; unknown where one of the two is. */
function timesOf(
  hours: Field<DecimalText>,
  { all }: RecordRow,
  { times }: Measure,
  values: RecordValues,
): Field<DecimalText> {
  const cell = times === undefined ? undefined : all[times];
  if (cell === undefined) return hours;
  const count = values.amountOfCell(cell);
  const known = hours.value !== null && count !== null && count.value !== null;
  return {
    ...hours,
    value: known ? decimalToText(withoutTrailingZeros(multiply(hours.value, count.value))) : null,
    evidence: [...hours.evidence, ...(count?.evidence ?? [])],
    confidence: known ? Math.min(hours.confidence, 0.9) : 0,
  };
}

/**
 * The cell that is nothing but a unit in a row about a thing, among rows about persons: "Kleinbagger 2.5 t | Std. | 5".
 */
export function unitCellOf({
  all,
  cells,
}: RecordRow): { readonly cell: GridCell; readonly unit: Unit } | null {
  const person = cells.get("person")?.text ?? "";
  if (cells.has("unit") || person === "" || nameShape.test(person)) return null;
  const found = all.flatMap((cell) => {
    const unit = /^\p{L}[\p{L}²³\d]{0,3}\.?$/u.test(cell.text.trim()) ? parseUnit(cell.text) : null;
    return unit === null ? [] : [{ cell, unit }];
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Whole things that a paper counts without a word for it are pieces; what hours or jobs may be stays open. */
function pieceOf(printed: Field<DecimalText>, kind: DeliveryKind, measure: Measure | null): Unit | null {
  const isCount = kind === "goods" || kind === "usage" || measure?.isThing === true;
  return isCount && printed.value !== null && /^\d+$/.test(printed.value) ? "piece" : null;
}

function statedUnit(row: RecordRow, values: RecordValues): Unit | null {
  const stated = values.text(row, "unit")?.value ?? null;
  return stated === null ? null : unitOf(stated);
}

/** What lies between two readings in the unit of their titles, where the columns that count tell something else: litres filled up on a trip. */
function usedBeside(
  row: RecordRow,
  { titles, mapping }: RecordTable,
  measures: readonly Measure[],
  values: RecordValues,
  kind: DeliveryKind,
): CountedQuantity | null {
  if (mapping !== null || measures.length === 0) return null;
  const unit =
    unitInTitle(titles.get("reading-before") ?? "") ?? unitInTitle(titles.get("reading-after") ?? "");
  if (unit === null || measures.some((measure) => measure.unit === null || measure.unit === unit))
    return null;
  const used = usedBetween(row, values);
  return used === null ? null : { quantity: used, unit, of: "", kind };
}

/** What a meter counted between two readings, where no column says it. */
function usedBetween(row: RecordRow, values: RecordValues): Field<DecimalText> | null {
  const [before, after] = [values.amount(row, "reading-before"), values.amount(row, "reading-after")];
  return before === null || after === null ? null : betweenReadings(before, after);
}
