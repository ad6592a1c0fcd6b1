import { headText } from "./price-columns.ts";
import type { Cell, TableView } from "./table-view.ts";

/** Heads over what was charged until now, folded, in seven languages. */
const former =
  /(?<!\p{L})(?:old|previous|former|present|existing|current|until now|bisher\p{L}*|alte?[rsn]?|vorher\p{L}*|ancien(?:ne)?s?|actuel(?:le)?s?|anterior(?:es)?|actual(?:es)?|vigente|vecchi[oae]|attual[ei]|precedente|oude?|huidige?|vorige?|antig[oa]s?|atua(?:l|is))(?!\p{L})/u;
const next =
  /(?<!\p{L})(?:new|revised|amended|neue?[rsn]?|nouve(?:au|aux|l|lles?)|revise\p{L}*|nuev[oa]s?|nuov[oaie]|nieuwe?|nov[oa]s?)(?!\p{L})/u;

/** "Change | From | To": the words that only the other one beside them makes a former and a new value. */
const fromTo = { from: /^(?:from|von|de|da|van|di)$/, to: /^(?:to|auf|a|al|naar|para|op)$/ } as const;

/**
 * A table of changes without the columns of what stood before: "Old | New", "Current | Revised", "From | To".
 *
 * What was agreed until now must not be read as agreed, whether a row of it holds a price, a limit or a number of days.
 * Nothing is left out of tables whose columns are not both of figures: "From | To" may be a way or a band.
 */
export function withoutFormer(view: TableView): TableView {
  const heads = view.columns.map(headText);
  const left = heads.flatMap((head, at): readonly number[] => {
    const beside = heads.findIndex((other, index) => index !== at && replaces(head, other));
    return beside >= 0 && areChanges(view, at, beside) ? [at] : [];
  });
  if (left.length === 0) return view;
  const without = <T>(parts: readonly T[]): readonly T[] => parts.filter((_, at) => !left.includes(at));
  return {
    ...view,
    columns: without(view.columns),
    rows: view.rows.map((row) => ({ ...row, cells: without(row.cells) })),
  };
}

const replaces = (old: string, other: string): boolean =>
  (former.test(old) && !next.test(old) && next.test(other)) ||
  (fromTo.from.test(old) && fromTo.to.test(other));

/** Whether a row has a sum or a share in both columns. */
const areChanges = ({ rows }: TableView, old: number, now: number): boolean =>
  rows.some(({ cells }) => isFigure(cells[old] ?? null) && isFigure(cells[now] ?? null));

const isFigure = (cell: Cell | null): boolean =>
  cell?.literals.some(({ type }) => type === "money" || type === "percent") ?? false;
