/** Shown where the person chose nothing else: what the work needs, as far as the window has room for it. */
const standard: readonly string[] = [
  "over",
  "under",
  "currency",
  "route",
  "number",
  "customer",
  "firstFinding",
  "payable",
  "sendBy",
  "urgency",
  "riskLevel",
  "customerValue",
  "owner",
  "state",
];

/** Ids of the columns that are shown, in order. Ids that the program no longer knows are left out. */
export function shownColumns(known: readonly string[], chosen: readonly string[] | null): readonly string[] {
  const shown = (chosen ?? standard).filter((id) => known.includes(id));
  return shown.length === 0 ? standard.filter((id) => known.includes(id)) : shown;
}

/** The columns as the person chose and ordered them; what a person chose does not leave in a small window. */
export function arrangeColumns<Column extends { readonly id: string; readonly leavesAt?: number }>(
  columns: readonly Column[],
  chosen: readonly string[] | null,
): readonly Column[] {
  const byId = new Map(columns.map((column) => [column.id, column]));
  const shown = shownColumns([...byId.keys()], chosen).flatMap((id) => byId.get(id) ?? []);
  if (chosen === null) return shown;
  return shown.map((column) => {
    const { leavesAt: _leavesAt, ...kept } = column;
    return kept as Column;
  });
}

/** Shows a column at the end of the shown ones, or hides it; the last one stays. */
export function withColumnToggled(shown: readonly string[], id: string): readonly string[] {
  if (!shown.includes(id)) return [...shown, id];
  return shown.length === 1 ? shown : shown.filter((each) => each !== id);
}

/** Moves a column by one place; at the end nothing moves. */
export function withColumnMoved(shown: readonly string[], id: string, step: -1 | 1): readonly string[] {
  const from = shown.indexOf(id);
  const to = from + step;
  if (from < 0 || to < 0 || to >= shown.length) return shown;
  return shown.map((each, at) => (at === to ? id : at === from ? (shown[to] ?? id) : each));
}
