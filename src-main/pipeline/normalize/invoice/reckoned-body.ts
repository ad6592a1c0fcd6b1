import type { Row, Token } from "./layout.ts";
import { hasMoney } from "./printed-row.ts";
import type { Reckoning } from "./reckoning-run.ts";
import { endsInMoney } from "./row-totals.ts";
import type { Entry } from "./reckoning-entries.ts";
import { rowToCells } from "./table-columns.ts";
import type { Column } from "./table-columns.ts";
import type { NumberCell } from "./table-cells.ts";
import type { RolePlan } from "./table-roles.ts";
import type { BodyRow, Cells } from "./table-rows.ts";

/** The rows that a reckoning proves to be items. */
export interface ProvenRows {
  readonly reckoning: Reckoning;
  /** The amounts are parts of what was agreed: a count and a price beside them make the whole of it. */
  readonly isProgress: boolean;
}

/** What a reckoning says of the rows under a header. */
interface ForcedBody {
  /** The columns; the one that holds the amounts bears no other role, and no other column bears that one. */
  readonly columns: readonly Column[];
  readonly isItem: (row: Row) => boolean;
  readonly cellsOf: (row: Row) => Cells;
  readonly planOf: (planned: RolePlan) => RolePlan;
  readonly kindsOf: (body: readonly BodyRow[]) => {
    readonly kept: readonly BodyRow[];
    readonly sums: readonly NumberCell[];
  };
}

/** How many rows below the last item may go on with its words. */
const mostWrapped = 12;

/** The body of a table whose items a reckoning knows; `null` where none of them stands in it. */
export function forceAmounts(
  { reckoning, isProgress }: ProvenRows,
  rows: readonly Row[],
  known: readonly Column[],
): ForcedBody | null {
  const indices = new Set(rows.map(({ index }) => index));
  const within = (entries: readonly Entry[]): ReadonlyMap<number, Entry> =>
    new Map(
      entries.flatMap((entry) => (indices.has(entry.row.index) ? [[entry.row.index, entry] as const] : [])),
    );
  const [items, ends] = [within(reckoning.items), within([...reckoning.sums, ...reckoning.taxes])];
  if (items.size === 0) return null;
  const at = amountColumn([...items.values()], known);
  if (at < 0) return null;
  const columns = known.map((column, index): Column => {
    if (index === at)
      return { ...column, role: column.role === "gross" ? "gross" : "amount", names: ["amount"] };
    const isRival = column.role === "amount" || column.role === "gross";
    return isRival ? { ...column, role: "none", names: [], weight: 0 } : column;
  });
  const cellsOf = (row: Row): Cells => {
    const cells = rowToCells(row, columns);
    const own = items.get(row.index)?.number.tokens ?? [];
    if (own.length === 0) return cells;
    // What the reckoning takes for the amount is it, wherever the cut of the columns falls.
    return cells.map((tokens, index): readonly Token[] =>
      index === at ? [...tokens.filter(isWord), ...own] : tokens.filter((token) => !own.includes(token)),
    );
  };
  return {
    columns,
    isItem: ({ index }) => items.has(index),
    cellsOf,
    planOf: (planned) => {
      // Factors that were found for other amounts are none of these.
      const isOther = isProgress || (planned.amount >= 0 && planned.amount !== at);
      const factor = (index: number): number => (isOther || index === at ? -1 : index);
      return {
        ...planned,
        amount: at,
        quantity: factor(planned.quantity),
        price: factor(planned.price),
      };
    },
    kindsOf: (body) => {
      const last = body.findLastIndex(({ row }) => items.has(row.index));
      const kept = body.slice(0, last + 1 + mostWrapped).map((entry): BodyRow => {
        if (items.has(entry.row.index)) return { ...entry, kind: "item" };
        if (ends.has(entry.row.index)) return { ...entry, kind: "total" };
        // Words beside money, where every row prints what is billed now, name a sum: they wrap no item.
        if (isProgress && entry.kind === "text" && endsInMoney(entry.row)) return { ...entry, kind: "total" };
        if (entry.kind !== "item") return entry;
        const hasAmount = (entry.cells[at] ?? []).some(({ text }) => hasMoney(text));
        return { ...entry, kind: hasAmount ? "other" : "text" };
      });
      return { kept, sums: reckoning.sums.slice(-1).map(({ number }) => number) };
    },
  };
}

const isWord = ({ text }: Token): boolean => /\p{L}{2}/u.test(text);

/** The column in which most amounts stand. */
function amountColumn(entries: readonly Entry[], columns: readonly Column[]): number {
  const votes = columns.map(() => 0);
  for (const { row, number } of entries) {
    const cells = rowToCells(row, columns);
    const last = number.tokens.at(-1);
    const own = cells.findIndex((tokens) => last !== undefined && tokens.includes(last));
    if (own >= 0) votes[own] = (votes[own] ?? 0) + 1;
  }
  const most = Math.max(...votes);
  return most === 0 ? -1 : votes.indexOf(most);
}
