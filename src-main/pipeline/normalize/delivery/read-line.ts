import type { DeliveryKind } from "../../../../src-shared/model/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import { parseAmount, type NumberConvention } from "../values/number.ts";
import { figuresOf, type LineFigures, type LineQuantity } from "./line-figures.ts";
import { dayNamedBy, findDays, weekdayAt, type PaperDays } from "./paper-days.ts";
import type { PrintedRow } from "./printed-rows.ts";
import { labelSpans, type RecordLabel } from "./record-labels.ts";

/** What is known of a paper before its lines are read. */
export interface LineContext {
  readonly days: PaperDays;
  readonly numbers: NumberConvention;
  readonly kind: DeliveryKind;
  /** Persons that labels and signatures name. */
  readonly persons: readonly string[];
  /** The day of the whole paper, for lines of goods and for persons with their hours. */
  readonly day: LocalDate | null;
}

const deepestDay = 24;
/** "2026-07-01 08:00": the time when a line was written, no time that it lasted. */
const stampBehind = /^(\d{4}-\d{2}-\d{2})[ T]\d{2}:\d{2}(?::\d{2})?(?=\s\s|\s\p{L}|$)/u;

/** A line with its day, its figures and the words between. */
export interface ReadLine {
  readonly row: PrintedRow;
  readonly date: LocalDate | null;
  readonly isDated: boolean;
  readonly figures: LineFigures;
  /** The line with blanks where its days and figures stand. */
  readonly words: string;
  readonly numbers: NumberConvention;
}

/** Reads each line: its day, its figures, the words between. */
export function readLine(row: PrintedRow, context: LineContext): ReadLine {
  const found = findDays(row.text, context.days);
  let words = row.text;
  for (const { start, end } of found)
    words = words.slice(0, start) + " ".repeat(end - start) + words.slice(end);
  // A day deep inside a line is what a sentence speaks of; a record begins with its day.
  const [leading] = found;
  let date = leading !== undefined && leading.start <= deepestDay ? leading.value : null;
  const [first = ""] = /^\s*[\p{L}.]{1,11}(?=[\s,.:])/u.exec(words) ?? [];
  const isWeekday =
    weekdayAt(first) !== null &&
    (found.length > 0
      ? /^\s*$/.test(row.text.slice(first.length, found[0]?.start ?? 0).replace(/[.,]/g, ""))
      : true);
  if (isWeekday) {
    date = date ?? dayNamedBy(first, context.days);
    if (date !== null) words = " ".repeat(first.length) + words.slice(first.length);
  }
  const numbered = found.length === 0 && date === null ? /^\s*(\d{1,2})\.?(?=\s)/.exec(words) : null;
  if (numbered !== null && context.kind !== "goods") {
    const day = dayNamedBy(numbered[1] ?? "", context.days);
    if (day !== null) {
      date = day;
      words = " ".repeat(numbered[0].length) + words.slice(numbered[0].length);
    }
  }
  const [whole] = found;
  const stamp = whole === undefined ? null : stampBehind.exec(row.text.slice(whole.start));
  if (whole !== undefined && stamp !== null) {
    const [at, end] = [whole.start + (stamp[1]?.length ?? 0), whole.start + stamp[0].length];
    words = words.slice(0, at) + " ".repeat(end - at) + words.slice(end);
  }
  const figures = figuresOf(words, context.numbers);
  return withoutLabels({
    row,
    date,
    isDated: date !== null,
    figures,
    words: figures.words,
    numbers: context.numbers,
  });
}

/** Labels that say what a figure or a name beside them is, and nothing of the work itself. */
const framing: ReadonlySet<RecordLabel> = new Set([
  "date",
  "hours",
  "start",
  "end",
  "break",
  "person",
  "quantity",
  "distance",
]);
const bareHours = /^\s*(\d{1,2}(?:[.,]\d{1,2})?)\s*(?=$|\s{2}|\()/;

/** Blanks the labels of a line; the bare number behind "Hours" is hours. */
function withoutLabels(line: ReadLine): ReadLine {
  let { words } = line;
  const hours: LineQuantity[] = [];
  for (const { label, start, end, isOpen } of labelSpans(line.row.text)) {
    if (!framing.has(label) || (start > 0 && !isOpen)) continue;
    words = words.slice(0, start) + " ".repeat(end - start) + words.slice(end);
    const [found = "", digits = ""] = label === "hours" ? (bareHours.exec(words.slice(end)) ?? []) : [];
    const value = digits === "" ? null : (parseAmount(digits, line.numbers)?.value ?? null);
    if (value === null) continue;
    hours.push({ value, unit: "hour", start: end, end: end + found.length });
    words = words.slice(0, end) + " ".repeat(found.length) + words.slice(end + found.length);
  }
  const isSaid = line.figures.quantities.some(({ unit }) => unit === "hour");
  const quantities = isSaid ? line.figures.quantities : [...line.figures.quantities, ...hours];
  return { ...line, words, figures: { ...line.figures, quantities } };
}
