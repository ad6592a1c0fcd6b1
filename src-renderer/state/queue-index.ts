import { add, decimal, rescale, zero } from "../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../src-shared/money/index.ts";
import { urgencies } from "../../src-shared/model/index.ts";
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
  /** What bare words of a filter look through, in lower case. */
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
interface QueueIndex {
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

export function viewsOf(row: QueueRow): readonly QueueView[] {
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
      haystack: [row.number, row.customer, row.agreement, row.firstFinding, row.owner]
        .join("\n")
        .toLowerCase(),
      over,
      under,
      payable: aligned(row.payable),
      risk: over === null && under === null ? null : add(over ?? zero, under ?? zero),
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

const levelRank = { low: 0, medium: 1, high: 2 } as const;
const routeRank = { blocked: 0, review: 1, clear: 2 } as const;

/**
 * All entries of the load in the order of a column. Unknown values stand last in both directions; ties fall to risk,
 * then number, then id.
 */
export function sortQueue(entries: readonly QueueEntry[], sort: QueueSort): readonly QueueEntry[] {
  const [first] = entries;
  if (first === undefined) return entries;
  const { index } = first;
  const places =
    index.places.get(sort.column) ?? placesOfKeys(index.entries.map((entry) => sortKey(entry, sort.column)));
  index.places.set(sort.column, places);
  // Places are dense whole numbers: counting them sorts in one walk, and keeps the order of ranks inside a place.
  const highest = places.reduce((most, place) => Math.max(most, place), 0);
  const slotOf = (place: number): number =>
    place === 0 ? highest : sort.direction === "ascending" ? place - 1 : highest - place;
  const starts = new Uint32Array(highest + 2);
  for (const place of places) starts[slotOf(place) + 1] = (starts[slotOf(place) + 1] ?? 0) + 1;
  for (let at = 1; at < starts.length; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const sorted = Array.from<QueueEntry>({ length: index.entries.length });
  for (const entry of index.entries) {
    const slot = slotOf(places[entry.rank] ?? 0);
    const at = starts[slot] ?? 0;
    sorted[at] = entry;
    starts[slot] = at + 1;
  }
  return sorted;
}

/** Each key's place among the different keys, from 1; 0 for an unknown one. Whole numbers compare fastest. */
function placesOfKeys(keys: readonly (bigint | string | number | null)[]): Uint32Array {
  const different = [...new Set(keys)].filter((key) => key !== null);
  different.sort((first, second) => (first < second ? -1 : first > second ? 1 : 0));
  const places = new Map(different.map((key, at) => [key, at + 1]));
  return Uint32Array.from(keys, (key) => (key === null ? 0 : (places.get(key) ?? 0)));
}

function sortKey(entry: QueueEntry, column: SortColumn): bigint | string | number | null {
  const { row } = entry;
  switch (column) {
    case "risk":
    case "over":
    case "under":
    case "payable":
      return entry[column]?.units ?? null;
    case "route":
      return routeRank[row.route];
    case "findings":
      return row.findings;
    case "urgency":
      return urgencies.indexOf(row.urgency);
    case "riskLevel":
      return levelRank[row.risk];
    case "customerValue":
      return row.customerValue === null ? null : levelRank[row.customerValue];
    case "issueDate":
    case "dueDate":
    case "sendBy":
    case "state":
      return row[column];
    case "customer":
    case "number":
    case "agreement":
    case "owner":
    case "firstFinding":
      return naturalKey(row[column]);
  }
}

/** "INV-9" before "INV-10": runs of digits are padded to one length. */
function naturalKey(text: string | null): string | null {
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
