import { add, compare, decimalText } from "../../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import type { LocalDate } from "../../../../../src-shared/time/index.ts";
import { headText } from "./price-columns.ts";
import type { Candidate } from "../engine/frame.ts";
import { leadsToFirstDay } from "../engine/scope-dates.ts";
import type { Cell, TableView } from "./table-view.ts";

/** Heads over what was charged until now, folded, in seven languages. */
const former =
  /(?<!\p{L})(?:old|previous|former|present|existing|current|until now|bisher\p{L}*|alte?[rsn]?|vorher\p{L}*|ancien(?:ne)?s?|actuel(?:le)?s?|anterior(?:es)?|actual(?:es)?|vigente|vecchi[oae]|attual[ei]|precedente|oude?|huidige?|vorige?|antig[oa]s?|atua(?:l|is))(?!\p{L})/u;
const next =
  /(?<!\p{L})(?:new|revised|amended|neue?[rsn]?|nouve(?:au|aux|l|lles?)|revise\p{L}*|nuev[oa]s?|nuov[oaie]|nieuwe?|nov[oa]s?)(?!\p{L})/u;

/** "Change | From | To": words that only the other one beside them makes a former and a new value. */
const fromTo = { from: /^(?:from|von|de|da|van|di)$/, to: /^(?:to|auf|a|al|naar|para|op)$/ } as const;

/**
 * A table of changes without the columns of what stood before: "Old | New", "Current | Revised", "From | To"; and with
 * the column of the days from which its rows hold, where it has one ("Effective").
 *
 * What was agreed until now must not be read as agreed, whether a row of it holds a price, a limit or a share. Nothing
 * is left out of tables whose columns are not both of sums or shares, nor of bands: "From | To" may be a way, and "£0 |
 * £100" with "£100 | £500" below it are steps.
 */
export function withoutFormer(view: TableView): TableView {
  const heads = view.columns.map(headText);
  const left = heads.flatMap((head, at): readonly number[] => {
    const beside = heads.findIndex((other, index) => index !== at && replaces(head, other));
    return beside >= 0 && areChanges(view, at, beside) ? [at] : [];
  });
  if (left.length === 0) return view;
  const without = <T>(parts: readonly T[]): readonly T[] => parts.filter((_, at) => !left.includes(at));
  const now = {
    ...view,
    columns: without(view.columns),
    rows: view.rows.map((row) => ({ ...row, cells: without(row.cells) })),
  };
  const effective = now.columns.findIndex(
    (column, at) =>
      leadsToFirstDay(headText(column)) && now.rows.some(({ cells }) => dayIn(cells[at]) !== null),
  );
  return effective < 0 ? now : { ...now, effective };
}

/** Terms of the rows of a table of changes, each from the day that its row names and where it says no other. */
export function fromDaysOfRows(
  candidates: readonly Candidate[],
  { effective, rows }: TableView,
): readonly Candidate[] {
  if (effective === undefined) return candidates;
  return candidates.map((candidate) => {
    const own = rows.filter(({ cells }) =>
      candidate.parts.some(({ prepared }) => cells.some((cell) => cell?.prepared === prepared)),
    );
    const [row, ...others] = own;
    const from = row === undefined || others.length > 0 ? null : dayIn(row.cells[effective]);
    return from === null || candidate.from !== null ? candidate : { ...candidate, from };
  });
}

/** The one day of a cell. */
const dayIn = (cell: Cell | null | undefined): LocalDate | null => {
  const [day, ...more] = cell?.literals.filter(({ type }) => type === "date") ?? [];
  return day?.type === "date" && more.length === 0 ? day.date : null;
};

const replaces = (old: string, other: string): boolean =>
  (former.test(old) && !next.test(old) && next.test(other)) ||
  (fromTo.from.test(old) && fromTo.to.test(other));

/** Whether a row has a sum or a share in both columns, and rows of "From | To" are no steps that follow each other. */
function areChanges({ rows, columns }: TableView, old: number, now: number): boolean {
  const pairs = rows.map(({ cells }) => [figureIn(cells[old]), figureIn(cells[now])] as const);
  const goesOn = pairs.slice(1).map(([from], index) => {
    const end = pairs[index]?.[1] ?? null;
    return from !== null && end !== null && compare(from, end) >= 0 && compare(from, add(end, one)) <= 0;
  });
  const areSteps = goesOn.length > 0 && goesOn.every(Boolean);
  const head = columns[old]?.head?.folded.trim() ?? "";
  return (
    pairs.some(([before, after]) => before !== null && after !== null) &&
    !(areSteps && fromTo.from.test(head))
  );
}

const one = decimalText("1");

const figureIn = (cell: Cell | null | undefined): DecimalText | null => {
  const figure = cell?.literals.find(({ type }) => type === "money" || type === "percent");
  return figure !== undefined && "value" in figure ? figure.value : null;
};
