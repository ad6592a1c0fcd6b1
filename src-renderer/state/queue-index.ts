import { add, decimal, rescale, zero } from "../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../src-shared/money/index.ts";
import type { QueueRow } from "../../src-shared/model/index.ts";

/** The lists that a case can stand in; a case can stand in several. */
export const queueViews = [
  "to-decide",
  "waiting",
  "blocked",
  "cannot-determine",
  "clear",
  "done",
  "all",
] as const;
export type QueueView = (typeof queueViews)[number];

/** A row with what sorting and filtering need, computed once for each load. Amounts share one scale. */
export interface QueueEntry {
  readonly row: QueueRow;
  readonly views: readonly QueueView[];
  /** What bare words of a filter look through beside the first finding, in lower case. */
  readonly haystack: string;
  readonly over: Decimal | null;
  readonly under: Decimal | null;
  readonly payable: Decimal | null;
  /** Both directions together: they are never netted. `null` where no money moves. */
  readonly risk: Decimal | null;
  /** Place in the order that ends all ties: by risk, then number, then id. */
  readonly rank: number;
  readonly index: QueueIndex;
}

/** What all entries of one load share: places by column are computed once and then only walked. */
export interface QueueIndex {
  /** In order of rank. */
  readonly entries: readonly QueueEntry[];
  readonly places: Map<SortColumn, Uint32Array>;
}

export type SortColumn =
  | "risk"
  | "over"
  | "under"
  | "route"
  | "state"
  | "customer"
  | "number"
  | "agreement"
  | "issueDate"
  | "dueDate"
  | "payable"
  | "findings"
  | "firstFinding"
  | "owner"
  | "sendBy"
  | "urgency"
  | "riskLevel"
  | "customerValue";

export interface QueueSort {
  readonly column: SortColumn;
  readonly direction: "ascending" | "descending";
}

export const sortByRisk: QueueSort = { column: "risk", direction: "descending" };

const openStates: readonly QueueRow["state"][] = ["to-decide", "blocked"];

const sharedViews = new Map<string, readonly QueueView[]>();

/** The lists of a row; rows of the same lists share one object, of which there are few. */
export function viewsOf(row: QueueRow): readonly QueueView[] {
  const views = listViews(row);
  const key = views.join();
  const known = sharedViews.get(key);
  if (known === undefined) sharedViews.set(key, views);
  return known ?? views;
}

function listViews(row: QueueRow): readonly QueueView[] {
  const isOpen = openStates.includes(row.state);
  const views: QueueView[] = ["all"];
  if (isOpen) views.push("to-decide");
  if (row.state === "waiting") views.push("waiting");
  if (isOpen && (row.state === "blocked" || row.route === "blocked")) views.push("blocked");
  if (isOpen && row.undetermined > 0) views.push("cannot-determine");
  if (isOpen && row.route === "clear") views.push("clear");
  if (!isOpen && row.state !== "waiting") views.push("done");
  return views;
}

export function indexQueue(rows: readonly QueueRow[]): readonly QueueEntry[] {
  const amountsOf = (row: QueueRow) => [row.over, row.under, row.payable];
  const scale = rows.reduce(
    (widest, row) =>
      Math.max(widest, ...amountsOf(row).map((amount) => (amount === null ? 0 : decimal(amount).scale))),
    2,
  );
  // One scale for all lets a comparison skip the alignment, exactly.
  const aligned = (amount: DecimalText | null): Decimal | null =>
    amount === null ? null : rescale(amount, scale);
  const entries = rows.map((row) => {
    const over = aligned(row.over);
    const under = aligned(row.under);
    return {
      row,
      views: viewsOf(row),
      haystack: [row.number, row.customer, row.agreement, row.owner].join("\n").toLowerCase(),
      over,
      under,
      payable: aligned(row.payable),
      // Amounts share one scale: where only one side moves money, the risk is that side.
      risk: over === null ? under : under === null ? over : add(over, under),
    };
  });
  const names = new Map(rows.map((row) => [row.invoiceId, naturalKey(row.number) ?? ""]));
  entries.sort((first, second) => {
    const firstRisk = first.risk?.units ?? -1n;
    const secondRisk = second.risk?.units ?? -1n;
    if (firstRisk !== secondRisk) return firstRisk > secondRisk ? -1 : 1;
    const firstName = names.get(first.row.invoiceId) ?? "";
    const secondName = names.get(second.row.invoiceId) ?? "";
    if (firstName !== secondName) return firstName < secondName ? -1 : 1;
    return first.row.invoiceId < second.row.invoiceId ? -1 : 1;
  });
  const ranked: QueueEntry[] = [];
  const index: QueueIndex = { entries: ranked, places: new Map() };
  for (const [rank, entry] of entries.entries()) ranked.push({ ...entry, rank, index });
  return ranked;
}

export function countViews(entries: readonly QueueEntry[]): Readonly<Record<QueueView, number>> {
  const counts = Object.fromEntries(queueViews.map((view) => [view, 0])) as Record<QueueView, number>;
  for (const entry of entries) for (const view of entry.views) counts[view] += 1;
  return counts;
}

/** "INV-9" before "INV-10": runs of digits are padded to one length. */
export function naturalKey(text: string | null): string | null {
  return text === null ? null : text.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(12, "0"));
}

/** Sums of one direction by currency, for the bar of a selection. */
export function sumByCurrency(
  entries: readonly QueueEntry[],
  amountOf: (entry: QueueEntry) => Decimal | null,
): readonly { readonly currency: string; readonly amount: Decimal }[] {
  const sums = new Map<string, Decimal>();
  for (const entry of entries) {
    const amount = amountOf(entry);
    if (amount === null) continue;
    const currency = entry.row.currency ?? "";
    sums.set(currency, add(sums.get(currency) ?? zero, amount));
  }
  return [...sums]
    .sort(([first], [second]) => (first < second ? -1 : 1))
    .map(([currency, amount]) => ({ currency, amount }));
}
