import { lineKinds } from "../kind/title-lines.ts";
import { foldText } from "../values/fold.ts";
import type { PrintedRow } from "./printed-rows.ts";
import { labelAt } from "./record-labels.ts";

/** The slips of one paper, each with a number or a day of its own, below what it says once for all. */
export interface PaperSections {
  readonly head: readonly PrintedRow[];
  readonly sections: readonly (readonly PrintedRow[])[];
}

const hasDay = ({ text }: PrintedRow): boolean =>
  /\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}\.? ?(?:de )?\p{L}{3,}\.? (?:de )?\d{4}/u.test(text);
const startsSlip = (row: PrintedRow): boolean =>
  row.segments.some(({ text }) => labelAt(text) === "record-id" && /\d{2}/.test(text));
const slipKinds: ReadonlySet<string> = new Set([
  "timesheet",
  "work-order",
  "delivery",
  "acceptance",
  "usage",
]);
const longestTitle = 80;
/** "SRI TRAVELS – DUTY SLIP 2207", "Serviceschein S-40871": a title of a slip with its own number. */
const startsTitled = (row: PrintedRow): boolean =>
  row.segments.some(
    ({ text }) =>
      text.length <= longestTitle &&
      /\p{L}[\p{L}.°º#: ]* ?[\p{L}-]{0,5}\d{2,}/u.test(text) &&
      !hasDay({ ...row, text }) &&
      lineKinds(foldText(text)).some(({ kind }) => slipKinds.has(kind)),
  );
const startsDay = (row: PrintedRow): boolean =>
  hasDay(row) && row.segments.some(({ text }) => labelAt(text) === "date");

/**
 * Parts of a paper that holds several slips: they begin at each number ("Regiezettel Nr. 2217"), where as many days
 * follow, else at each "Date:". A paper of one slip is one section.
 */
export function sectionsOf(rows: readonly PrintedRow[]): PaperSections {
  for (const starts of [startsTitled, startsSlip, startsDay]) {
    const at = rows.flatMap((row, index) => (starts(row) ? [index] : []));
    const [first = 0] = at;
    // The same number again is the head of a second page.
    if (at.length < 2 || new Set(at.map((place) => rows[place]?.text)).size < at.length) continue;
    const sections = at.map((from, index) => rows.slice(from, at[index + 1] ?? rows.length));
    if (sections.every((section) => section.some(hasDay))) return { head: rows.slice(0, first), sections };
  }
  return { head: [], sections: [rows] };
}
