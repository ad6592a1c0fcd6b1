import type { LocalDate } from "../../../../src-shared/time/index.ts";
import type { ColumnRole } from "../sheets/column-roles.ts";
import { isDitto } from "../sheets/ditto.ts";
import type { RecordRow } from "../sheets/record-table.ts";
import { isClock, isNumeric } from "../sheets/table-rows.ts";
import { isPersonText } from "../values/person-name.ts";
import { dayNamedBy, type PaperDays } from "./paper-days.ts";
import { labelAt, type RecordLabel } from "./record-labels.ts";

/** What rows above say for the rows below as well: a heading with a day or a person, and what a log does not repeat. */
export interface RowHeads {
  /** The day of the last heading that names one. */
  readonly day: () => LocalDate | null;
  /** Takes a row for the heading of those below, where it is one. */
  readonly pass: (row: RecordRow) => void;
  /** What a row says itself, else what the last row said that did; blanks and ditto marks repeat it. */
  readonly inherit: (role: ColumnRole, own: string | null) => string | null;
}

/** Labels beside the names of others than who did the work. */
const signing: ReadonlySet<RecordLabel> = new Set(["approved-by", "approved", "own-signature", "customer"]);

/** Heads of the rows of one table, which are passed in order. */
export function createRowHeads(days: PaperDays): RowHeads {
  const said = new Map<ColumnRole, string>();
  let headed: LocalDate | null = null;
  const inherit = (role: ColumnRole, own: string | null): string | null => {
    if (own !== null && !isDitto(own)) {
      said.set(role, own);
      return own;
    }
    return said.get(role) ?? null;
  };
  return {
    day: () => headed,
    inherit,
    pass: (row) => {
      const texts = headingOf(row);
      const [only, ...others] = texts;
      const day = only === undefined || others.length > 0 ? null : dayNamedBy(only, days);
      headed = day ?? headed;
      const isSigned = texts.some((text) => signing.has(labelAt(text) ?? "other"));
      const person = day === null && !isSigned ? texts.find((text) => isPersonText(text)) : undefined;
      if (person !== undefined) inherit("person", person);
    },
  };
}

/** "EMP 4471  LOW, ANN": a number and what it numbers before a name. */
const numbering = /^(?:\p{L}{2,5}\.? )?(?:no\.? |nr\.? |# ?)?\d{2,}[ :–-]+(?=\p{Lu})/u;

/** The texts of a row that counts nothing: one in a cell of its own, or several without a figure or a time. */
function headingOf({ all }: RecordRow): readonly string[] {
  const filled = all.filter(({ text }) => text !== "");
  if (filled.some((cell) => isNumeric(cell) || isClock(cell)))
    return filled.length > 1 ? [] : [filled[0]?.text ?? ""];
  return filled.map(({ text }) => text.replace(/\s*:\s*$/, "").replace(numbering, ""));
}
