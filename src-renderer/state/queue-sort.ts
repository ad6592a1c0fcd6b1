import { urgencies } from "../../src-shared/model/index.ts";
import { naturalKey } from "./queue-index.ts";
import { findingOfRow } from "./queue-words.ts";
import type { QueueEntry, QueueIndex, QueueSort, SortColumn } from "./queue-index.ts";

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
  const places = index.places.get(sort.column) ?? findPlaces(index, sort.column);
  // Places are dense whole numbers: counting them sorts in one walk, and keeps the order of ranks inside a place.
  // Plain loops: iterators and closures for 100,000 rows are garbage whose collection costs more than the sort.
  let highest = 0;
  for (let rank = 0; rank < places.length; rank += 1) highest = Math.max(highest, places[rank] ?? 0);
  const slotOf = (place: number): number =>
    place === 0 ? highest : sort.direction === "ascending" ? place - 1 : highest - place;
  const starts = new Uint32Array(highest + 2);
  for (let rank = 0; rank < places.length; rank += 1) {
    const after = slotOf(places[rank] ?? 0) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let at = 1; at < starts.length; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const sorted = [...index.entries];
  for (let rank = 0; rank < places.length; rank += 1) {
    const slot = slotOf(places[rank] ?? 0);
    const at = starts[slot] ?? 0;
    const entry = index.entries[rank];
    if (entry !== undefined) sorted[at] = entry;
    starts[slot] = at + 1;
  }
  return sorted;
}

/** Each entry's place among the different keys of a column, from 1; 0 for an unknown one. */
function findPlaces(index: QueueIndex, column: SortColumn): Uint32Array {
  let places = new Uint32Array();
  for (const step of placesInSteps(index, column)) places = step;
  index.places.set(column, places);
  return places;
}

type SortKey = bigint | string | number;

const compareKeys = (first: SortKey, second: SortKey): number =>
  first < second ? -1 : first > second ? 1 : 0;

/** The work of `findPlaces` in steps of a few milliseconds; the last one gives the places. */
function* placesInSteps(index: QueueIndex, column: SortColumn): Generator<Uint32Array<ArrayBuffer>> {
  const unfinished = new Uint32Array();
  const different = new Set<SortKey>();
  const keyOf = keyReader(column);
  for (const [at, entry] of index.entries.entries()) {
    const key = keyOf(entry);
    if (key !== null) different.add(key);
    if (at % stepSize === stepSize - 1) yield unfinished;
  }
  let sorted: SortKey[][] = [];
  let run: SortKey[] = [];
  for (const key of different) {
    run.push(key);
    if (run.length < stepSize) continue;
    sorted.push(run.sort(compareKeys));
    run = [];
    yield unfinished;
  }
  sorted.push(run.sort(compareKeys));
  while (sorted.length > 1) {
    const merged: SortKey[][] = [];
    for (let at = 0; at < sorted.length; at += 2) {
      merged.push(yield* mergeInSteps(sorted[at] ?? [], sorted[at + 1] ?? [], unfinished));
    }
    sorted = merged;
  }
  const places = new Map<SortKey, number>();
  for (const [at, key] of (sorted[0] ?? []).entries()) {
    places.set(key, at + 1);
    if (at % stepSize === stepSize - 1) yield unfinished;
  }
  const found = new Uint32Array(index.entries.length);
  for (const [at, entry] of index.entries.entries()) {
    const key = keyOf(entry);
    found[at] = key === null ? 0 : (places.get(key) ?? 0);
    if (at % stepSize === stepSize - 1) yield unfinished;
  }
  yield found;
}

const stepSize = 4_000;

function* mergeInSteps(
  first: readonly SortKey[],
  second: readonly SortKey[],
  unfinished: Uint32Array<ArrayBuffer>,
): Generator<Uint32Array<ArrayBuffer>, SortKey[]> {
  const merged: SortKey[] = [];
  let left = 0;
  let right = 0;
  while (left < first.length || right < second.length) {
    const [one, other] = [first[left], second[right]];
    const takesFirst = other === undefined || (one !== undefined && compareKeys(one, other) <= 0);
    const next = takesFirst ? one : other;
    if (takesFirst) left += 1;
    else right += 1;
    if (next !== undefined) merged.push(next);
    if (merged.length % stepSize === 0) yield unfinished;
  }
  return merged;
}

/** Columns that are made ready while nothing else is to do, those that people sort by first. */
const wellUsed: readonly SortColumn[] = [
  "over",
  "under",
  "customer",
  "dueDate",
  "sendBy",
  "payable",
  "number",
  "firstFinding",
  "issueDate",
  "owner",
];

/**
 * Makes sorting ready ahead of the first click, in steps that never hold up a key.
 *
 * `pause` lets everything else go first; a load that was replaced stops by itself.
 */
export async function prepareSorting(
  entries: readonly QueueEntry[],
  pause: () => Promise<void>,
  isWanted: () => boolean,
): Promise<void> {
  const [first] = entries;
  if (first === undefined) return;
  const { index } = first;
  for (const column of wellUsed) {
    if (index.places.has(column)) continue;
    let places = new Uint32Array();
    for (const step of placesInSteps(index, column)) {
      places = step;
      await pause();
      if (!isWanted()) return;
    }
    index.places.set(column, places);
  }
}

/** Reads the keys of a column; texts that repeat are prepared once. */
function keyReader(column: SortColumn): (entry: QueueEntry) => SortKey | null {
  if (!naturalColumns.includes(column)) return (entry) => sortKey(entry, column);
  const known = new Map<string, string>();
  return (entry) => {
    const text = column === "firstFinding" ? findingOfRow(entry.row) : entry.row[column as NaturalColumn];
    if (text === null) return null;
    const former = known.get(text);
    if (former !== undefined) return former;
    const key = naturalKey(text);
    if (key !== null) known.set(text, key);
    return key;
  };
}

type NaturalColumn = "customer" | "number" | "agreement" | "owner";
const naturalColumns: readonly SortColumn[] = ["customer", "number", "agreement", "owner", "firstFinding"];

function sortKey(entry: QueueEntry, column: SortColumn): SortKey | null {
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
      return naturalKey(row[column]);
    case "firstFinding":
      return naturalKey(findingOfRow(row));
  }
}
