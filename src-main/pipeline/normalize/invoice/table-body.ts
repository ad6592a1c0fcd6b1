import type { Layout, Row, Token } from "./layout.ts";
import type { LabelIndex } from "./printed-labels.ts";
import type { ItemTable } from "./raw-line.ts";
import { forceAmounts } from "./reckoned-body.ts";
import type { ProvenRows } from "./reckoned-body.ts";
import type { Conventions } from "./spans.ts";
import { headerToColumns, rowToCells, withDescription, withUnnamedLead } from "./table-columns.ts";
import { withDeductions } from "./table-deductions.ts";
import type { TableHeader } from "./table-header.ts";
import type { Column } from "./table-columns.ts";
import { descriptionOf, rowsToLines } from "./table-lines.ts";
import { planRoles } from "./table-roles.ts";
import type { RolePlan } from "./table-roles.ts";
import { joinHalves, untilEnd, withoutStrays } from "./table-passes.ts";
import { withoutSums } from "./running-sums.ts";
import { beforeTotals, kindOf, withAmounts } from "./table-rows.ts";
import type { BodyRow, Cells } from "./table-rows.ts";

/**
 * Reads the rows under a header up to `end`, on its page and on pages that go on without a header. Where a reckoning is
 * given, it says which rows are items and which column holds their amounts; the header names the other columns.
 */
export function readTable(
  header: TableHeader,
  end: number,
  layout: Layout,
  labels: LabelIndex,
  conventions: Conventions,
  proven: ProvenRows | null = null,
): ItemTable | null {
  const page = layout.pages.find((one) => one.number === header.page);
  if (page === undefined) return null;
  const candidates = layout.rows.slice(header.last + 1, end);
  const onPage = candidates.filter((row) => row.page === header.page);
  const items = new Set(proven?.reckoning.items.map(({ row }) => row.index));
  const learned =
    proven === null ? beforeTotals(onPage, labels) : onPage.filter(({ index }) => items.has(index));
  const named = headerToColumns(withUnnamedLead(header, learned, page.height), learned, page.height);
  const described = withDescription(
    named,
    learned.map((row) => rowToCells(row, named)),
  );
  const forced = proven === null ? null : forceAmounts(proven, candidates, described);
  if (proven !== null && forced === null) return null;
  const columns = forced?.columns ?? described;
  const cellsOf = (row: Row): Cells => forced?.cellsOf(row) ?? rowToCells(row, columns);
  const trial = (forced === null ? learned : candidates.filter((row) => forced.isItem(row))).map(cellsOf);
  const planned = planRoles(columns, trial, conventions);
  const plan = forced === null ? withAmounts(planned, columns, trial, conventions) : forced.planOf(planned);
  const body: BodyRow[] = [];
  for (const row of candidates) {
    const cells = cellsOf(row);
    body.push({ row, cells, kind: kindOf(row, cells, plan, labels, conventions, columns) });
  }
  const { kept, sums } =
    forced !== null
      ? forced.kindsOf(body)
      : withoutSums(
          untilEnd(
            withoutStrays(
              joinHalves(withDeductions(body, plan, labels, conventions), plan, conventions),
              plan,
              conventions,
            ),
            plan,
            conventions,
          ),
          plan,
          conventions,
        );
  if (!kept.some(({ kind }) => kind === "item")) return null;
  const lines = rowsToLines(kept, columns, plan, layout, conventions);
  const rows = new Set<number>();
  for (let index = header.first; index <= header.last; index += 1) rows.add(index);
  const lastItem = kept.findLastIndex(({ kind }) => kind === "item");
  for (const { row, kind } of kept.slice(0, lastItem + 1)) if (kind !== "total") rows.add(row.index);
  const rowOfToken = new Map(
    kept.flatMap(({ row }) =>
      row.segments.flatMap((segment) => segment.tokens.map((token) => [token, row.index] as const)),
    ),
  );
  for (const line of lines) {
    for (const token of line.tokens) {
      const index = rowOfToken.get(token);
      if (index !== undefined) rows.add(index);
    }
  }
  return {
    lines,
    rows,
    firstRow: header.first,
    lastRow: [...rows].reduce((last, row) => Math.max(last, row), header.last),
    sums,
    leading: leadingWords(kept, columns, plan),
    isGross: columns[plan.amount]?.role === "gross",
    columns: columns.map((column) => column.header),
  };
}

/** The description's words in rows of text before the first item; bold ones are a heading. */
function leadingWords(
  body: readonly BodyRow[],
  columns: readonly Column[],
  plan: RolePlan,
): readonly Token[] {
  const first = body.findIndex(({ kind }) => kind === "item");
  return body
    .slice(0, Math.max(0, first))
    .filter(({ kind, row }) => kind === "text" && !row.segments.every((segment) => segment.bold))
    .flatMap(({ cells }) => descriptionOf(cells, columns, plan));
}
