import type { ColumnRole } from "./column-roles.ts";
import type { GridCell } from "./grid.ts";

/** Columns of a log of working times that the times themselves prove. */
export type WorkedColumns = ReadonlyMap<ColumnRole, number>;

const minutesOfDay = 24 * 60;
const fewestRows = 2;
const mostlyClosed = 0.8;
const lookedRows = 60;
/** Half a minute, and the rounding of hours to two decimals. */
const tolerance = 0.7;

/** "07:30", "7.30", "7h30", "07:30:00", "19:30 Uhr", "2026-08-03T07:30:00Z": minutes since midnight; `null` for anything else. */
function clockIn(text: string): number | null {
  const [, hours, minutes] =
    /^(?:\d{4}-\d{2}-\d{2}[T ])?(\d{1,2})[:.h](\d{2})(?::\d{2})?\s?(?:h|uhr|hrs?|uur|Z|[-+]\d{2}:?\d{2})?$/iu.exec(
      text.trim(),
    ) ?? [];
  if (hours === undefined || Number(hours) > 24 || Number(minutes) > 59) return null;
  return Number(hours) * 60 + Number(minutes);
}

const numberIn = (text: string): number | null => {
  const [, digits] = /^(\d{1,3}(?:[.,]\d{1,2})?)\s?(?:h|hrs?|std|min|m|')?\.?$/iu.exec(text.trim()) ?? [];
  return digits === undefined ? null : Number(digits.replace(",", "."));
};

type Length = "hours" | "minutes" | "seconds";

/** What a cell says of a length of time, in minutes: as a clock or in hours, else in minutes or seconds. */
function lengthsIn(text: string, as: Length): readonly number[] {
  // A stamp of day and time is no length.
  const [clock, number] = [/^\d{4}-/.test(text) ? null : clockIn(text), numberIn(text)];
  if (as === "minutes") return number === null ? [] : [number];
  if (as === "seconds") return /^\d{3,6}$/.test(text.trim()) ? [Number(text) / 60] : [];
  return [...(clock === null ? [] : [clock]), ...(number === null ? [] : [number * 60])];
}

const anyLength = (text: string): readonly number[] => [
  ...lengthsIn(text, "hours"),
  ...lengthsIn(text, "minutes"),
  ...lengthsIn(text, "seconds"),
];

/**
 * Start, end, break and hours by their arithmetic: the columns for which end less start less break gives the hours on
 * at least four rows of five, whatever their titles say. `null` where no columns do so on two rows.
 */
export function workedColumns(body: readonly (readonly GridCell[])[]): WorkedColumns | null {
  const rows = body.slice(0, lookedRows).map((row) => row.map(({ text }) => text));
  const width = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => column);
  const clocks = columns.filter((column) => {
    const filled = rows.map((row) => row[column] ?? "").filter((text) => /\d/.test(text));
    return (
      filled.length >= fewestRows &&
      filled.filter((text) => clockIn(text) !== null).length >= filled.length * mostlyClosed
    );
  });
  const lengths = columns.filter((column) => rows.some((row) => anyLength(row[column] ?? "").length > 0));
  for (const start of clocks)
    for (const end of clocks) {
      if (end <= start) continue;
      const spans = rows.flatMap((row): readonly Span[] => {
        const [from, to] = [clockIn(row[start] ?? ""), clockIn(row[end] ?? "")];
        return from === null || to === null
          ? []
          : [{ row, minutes: to < from ? to - from + minutesOfDay : to - from }];
      });
      if (spans.length < fewestRows) continue;
      for (const as of ["hours", "minutes", "seconds"] as const)
        for (const worked of lengths)
          for (const pause of [null, ...lengths]) {
            if (new Set([start, end, worked, pause]).size < 4 || !closes(spans, worked, as, pause)) continue;
            return new Map<ColumnRole, number>([
              ["start", start],
              ["end", end],
              ...(pause === null ? [] : ([["break", pause]] as const)),
              // Programs count seconds that nobody bills: there the times tell the hours.
              ...(as === "seconds" ? [] : ([[as, worked]] as const)),
            ]);
          }
    }
  return null;
}

interface Span {
  readonly row: readonly string[];
  readonly minutes: number;
}

function closes(spans: readonly Span[], worked: number, as: Length, pause: number | null): boolean {
  const stated = spans.filter(({ row }) => /\d/.test(row[worked] ?? ""));
  const closed = stated.filter(({ row, minutes }) => {
    const printed = pause === null ? [] : anyLength(row[pause] ?? "");
    const breaks = printed.length === 0 ? [0] : printed;
    return breaks.some((taken) =>
      // Of two columns that fill a shift together the longer one is the work.
      lengthsIn(row[worked] ?? "", as).some(
        (done) => done > taken && Math.abs(minutes - taken - done) < tolerance,
      ),
    );
  });
  return closed.length >= fewestRows && closed.length >= stated.length * mostlyClosed;
}
