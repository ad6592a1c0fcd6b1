import { type ReadDocument } from "../../../../src-shared/model/index.ts";
import { isLeaf, isRecord, keyWords, type RecordTree } from "../../../../src-shared/records/index.ts";
import { addDays, localDate } from "../../../../src-shared/time/index.ts";
import type { GridCell } from "../sheets/grid.ts";
import { isPlainCurrencyCode } from "../values/currency.ts";
import { minorValue } from "./minor-units.ts";

/** A value of a record, with what stands beside it in an object of its own: `{ "value": "12.00", "currency": "EUR" }`. */
export interface KeyedValue {
  readonly cell: GridCell;
  readonly unit: GridCell | null;
}

const valueNames: ReadonlySet<string> = new Set(["value", "text", "amount", "val", "sum", ""]);
const besideNames: ReadonlySet<string> = new Set([
  "currency",
  "currency code",
  "currency id",
  "ccy",
  "code",
  "unit",
  "unit code",
  "uom",
]);

/** The parts of an object that is one value with its currency or unit; `null` for any other object. */
function valued(
  node: RecordTree,
): { readonly value: RecordTree; readonly beside: readonly RecordTree[] } | null {
  if (!isRecord(node) || node.children.length > 3 || !node.children.every(isLeaf)) return null;
  const values = node.children.filter(({ name }) => valueNames.has(keyWords(name)));
  const beside = node.children.filter(({ name }) => besideNames.has(keyWords(name)));
  const [value] = values;
  if (value === undefined || values.length > 1 || values.length + beside.length < node.children.length)
    return null;
  return /^[^\p{L}]*\d[^\p{L}]*$/u.test(value.text) ? { value, beside } : null;
}

/** What a leaf of a tree holds, with its proof. */
export type LeafCells = (leaf: RecordTree) => GridCell;

/** A leaf, or an object that is one value, as a cell; `null` for every other element. */
export function keyedValue(leaves: LeafCells, node: RecordTree): KeyedValue | null {
  if (isLeaf(node)) return { cell: leaves(node), unit: null };
  const parts = valued(node);
  if (parts === null) return null;
  const currency = parts.beside.find(({ text }) => isPlainCurrencyCode(text.toUpperCase()));
  const unit = parts.beside.find(({ name }) => /unit|uom/.test(keyWords(name)));
  const cell = leaves(parts.value);
  return {
    cell: currency === undefined ? cell : { ...cell, currency: currency.text.toUpperCase() },
    unit: unit === undefined ? null : leaves(unit),
  };
}

/** The leaves of a document's own tree. */
export const leavesOf =
  (document: ReadDocument): LeafCells =>
  (leaf) => {
    const isNumber = leaf.attributes["type"] === "number" && !/[eE]/u.test(leaf.text);
    const minor = minorValue(leaf);
    return {
      text: leaf.text.replace(/\s+/gu, " ").trim(),
      value: minor ?? (isNumber ? leaf.text : null),
      valueType: leaf.text === "" ? "blank" : isNumber || minor !== null ? "number" : "text",
      currency: null,
      prove: (role) =>
        leaf.text === ""
          ? null
          : { documentId: document.documentId, role, quote: leaf.text, at: { path: leaf.path } },
    };
  };

const firstDay = localDate("1970-01-01");
const secondsADay = 86_400;
const fewestSeconds = 1_000_000_000;
/** Numbers above this count thousandths of a second. */
const mostSeconds = 100_000_000_000;

/** The day of a cell that counts seconds since 1970, or is written "/Date(…)/"; a cell of any other kind as it is. */
export function dayCell(cell: GridCell, isExclusiveEnd = false): GridCell {
  const digits = /^(?:\/Date\()?(\d{10,13})(?:[+-]\d{4})?(?:\)\/)?$/.exec(cell.text)?.[1];
  const count = Number(digits ?? 0);
  const seconds = count > mostSeconds ? Math.floor(count / 1000) : count;
  if (seconds < fewestSeconds) return cell;
  // A moment at midnight ends the day before.
  const shift = isExclusiveEnd && seconds % secondsADay === 0 ? secondsADay : 0;
  const value = addDays(firstDay, Math.floor((seconds - shift) / secondsADay));
  return { ...cell, value, valueType: "date" };
}
