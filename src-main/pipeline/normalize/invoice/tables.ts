import type { Layout } from "./layout.ts";
import { leastOf } from "./layout.ts";
import type { LabelIndex } from "./printed-labels.ts";
import type { ItemTable } from "./raw-line.ts";
import type { Conventions } from "./spans.ts";
import type { ProvenRows } from "./reckoned-body.ts";
import { readTable } from "./table-body.ts";
import { findHeaders } from "./table-header.ts";
import type { TableHeader } from "./table-header.ts";
import { taxGrid } from "./tax-grid.ts";

/** All tables of items of a document, in reading order. */
export function findTables(
  layout: Layout,
  labels: LabelIndex,
  conventions: Conventions,
  proven: ProvenRows | null = null,
): readonly ItemTable[] {
  const headers = layout.pages.flatMap((page) => [...findHeaders(page)]);
  const grid = taxGrid(layout, conventions).rows;
  const tables = headers.flatMap((header, index) => {
    if (header.isTaxTable) return [];
    const end = Math.min(endOf(headers, index, layout), firstAfter(header.last, grid));
    const table = readTable(header, end, layout, labels, conventions, proven);
    // The only table needs no title: what stands over it is of the whole paper.
    return table === null ? [] : [headers.length > 1 ? underTitle(table, titleOf(header, layout)) : table];
  });
  return tables.map((table, index) => {
    const next = tables[index + 1];
    return next === undefined || next.leading.length === 0 || !repeats(table, next)
      ? table
      : goingOn(table, next);
  });
}

/** The row before which a table ends: the next header, or the top of its page where a known header stands again. */
function endOf(headers: readonly TableHeader[], index: number, layout: Layout): number {
  const [own, next] = [headers[index], headers[index + 1]];
  if (own === undefined || next === undefined) return layout.rows.length;
  const isRepeated = headers.slice(0, index + 1).some((known) => namesOf(known) === namesOf(next));
  if (next.page === own.page || !isRepeated)
    return titleOf(next, layout) === null ? next.first : next.first - 1;
  const top = layout.rows.findIndex(({ page }) => page === next.page);
  return top < 0 ? next.first : Math.min(top, next.first);
}

/** "Disbursements": words alone in a row that stand nearer to the header below than to what is above are its title. */
function titleOf(header: TableHeader, { rows }: Layout): string | null {
  const [above, title, first] = [-2, -1, 0].map((step) => rows[header.first + step]);
  return above !== undefined &&
    title !== undefined &&
    first !== undefined &&
    above.page === first.page &&
    title.page === first.page &&
    title.segments.length === 1 &&
    /^\p{L}[^\d:.]*$/u.test(title.text) &&
    first.top - title.bottom < title.top - above.bottom
    ? title.text.replace(/\s+/g, " ").trim()
    : null;
}

/** The lines of a table under its title, where they stand under no heading of their own. */
const underTitle = (table: ItemTable, title: string | null): ItemTable =>
  title === null
    ? table
    : { ...table, lines: table.lines.map((line) => ({ ...line, group: line.group ?? title })) };

/** The first row of a table of taxes behind a header: no items stand in it or under it. */
const firstAfter = (row: number, grid: ReadonlySet<number>): number =>
  leastOf([...grid].filter((index) => index > row));

const namesOf = ({ cells }: TableHeader): string => cells.map(({ text }) => text).join("|");

/** Whether a table has the header of the one before it. */
function repeats(table: ItemTable, next: ItemTable): boolean {
  return table.columns.length > 0 && table.columns.join("|") === next.columns.join("|");
}

/** The last item of a page goes on over the first one of the next: the words there are the rest of its description. */
function goingOn(table: ItemTable, next: ItemTable): ItemTable {
  const last = table.lines.at(-1);
  if (
    last === undefined ||
    next.lines.some((line) => line.tokens.some((token) => next.leading.includes(token)))
  )
    return table;
  const whole = {
    ...last,
    description: [...last.description, ...next.leading],
    tokens: [...last.tokens, ...next.leading],
  };
  return { ...table, lines: [...table.lines.slice(0, -1), whole] };
}
