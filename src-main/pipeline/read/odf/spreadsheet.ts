import type { Sheet, SheetCell } from "../../../../src-shared/model/index.ts";
import { exactToText, parseStoredNumber } from "../sheet/decimal-text.ts";
import { cellAddress } from "../sheet/cell-address.ts";
import type { MergedRange, PlacedCells } from "../sheet/placed-cells.ts";
import { gridOfPlaced, inheritMerged, mostMergedRanges, placeCell } from "../sheet/placed-cells.ts";
import type { CalculatedSheets } from "../sheet/document-of-sheets.ts";
import type { XmlNode } from "../xml/xml-node.ts";
import { childOf, elementsOf } from "../xml/xml-node.ts";
import type { OdfPackage } from "./open-package.ts";
import { readParagraphText } from "./paragraph-text.ts";
import { createTextStyles, type TextStyles } from "./text-styles.ts";

interface Walk {
  readonly styles: TextStyles;
  readonly budget: number;
  cells: number;
  formulas: number;
  readonly uncalculated: string[];
  isComplete: boolean;
}

/** Times that a cell or row with content may repeat; empty ones may as they like, they cost nothing. */
const mostRepeated = 1_000;

/** Reads all sheets up to a budget of cells, hidden rows, columns and sheets marked. */
export function readOdfSheets(
  { body, content, styles }: OdfPackage,
  budget: number,
): Omit<CalculatedSheets, "properties"> {
  const walk: Walk = {
    styles: createTextStyles([styles, content]),
    budget,
    cells: 0,
    formulas: 0,
    uncalculated: [],
    isComplete: true,
  };
  const hiddenStyles = hiddenTableStyles(content);
  const sheets = elementsOf(body)
    .filter(({ name }) => name === "table")
    .map((table) => readTable(table, hiddenStyles.has(table.attributes["style-name"] ?? ""), walk));
  const { cells, formulas, uncalculated, isComplete } = walk;
  return { sheets, cells, formulas, uncalculated, isComplete };
}

function hiddenTableStyles(content: XmlNode): ReadonlySet<string> {
  const hidden = new Set<string>();
  for (const style of elementsOf(childOf(content, "automatic-styles") ?? content))
    if (childOf(style, "table-properties")?.attributes["display"] === "false")
      hidden.add(style.attributes["name"] ?? "");
  return hidden;
}

/** Rows, columns, or groups of them, with whether a group hides what is in it. */
function flatten(
  node: XmlNode,
  leaf: string,
  hidden = false,
): readonly { readonly node: XmlNode; readonly isHidden: boolean }[] {
  return elementsOf(node).flatMap((child) => {
    if (child.name === leaf) {
      const visibility = child.attributes["visibility"] ?? "visible";
      return [{ node: child, isHidden: hidden || visibility !== "visible" }];
    }
    if (!/^table-(?:header-)?(?:row|column)s?(?:-group)?$/u.test(child.name)) return [];
    return flatten(child, leaf, hidden || child.attributes["display"] === "false");
  });
}

const repeatOf = (node: XmlNode, name: string): number =>
  Math.max(1, Number(node.attributes[name] ?? "1") || 1);

function readTable(table: XmlNode, isHidden: boolean, walk: Walk): Sheet {
  const name = table.attributes["name"] ?? "";
  const hiddenColumns = hiddenColumnsOf(table);
  const hiddenRows = new Set<number>();
  const placed: PlacedCells = new Map();
  const merges: MergedRange[] = [];
  const isHiddenAt = (row: number, column: number): boolean =>
    isHidden || hiddenRows.has(row) || hiddenColumns.some(([from, to]) => column >= from && column <= to);
  let row = 1;
  for (const { node, isHidden: isHiddenRow } of flatten(table, "table-row")) {
    const repeated = repeatOf(node, "number-rows-repeated");
    const times = hasContent(node) ? Math.min(repeated, mostRepeated) : 0;
    for (let time = 0; time < times; time += 1) {
      if (isHiddenRow) hiddenRows.add(row + time);
      readRow(node, row + time, { name, placed, merges, isHiddenAt, walk });
    }
    row += repeated;
  }
  inheritMerged(placed, merges);
  return { name, hidden: isHidden, rows: gridOfPlaced(placed, name, isHiddenAt) };
}

function hiddenColumnsOf(table: XmlNode): readonly (readonly [number, number])[] {
  const hidden: (readonly [number, number])[] = [];
  let column = 1;
  for (const { node, isHidden } of flatten(table, "table-column")) {
    const next = column + repeatOf(node, "number-columns-repeated");
    if (isHidden) hidden.push([column, next - 1]);
    column = next;
  }
  return hidden;
}

const holdsSomething = (cell: XmlNode): boolean =>
  cell.attributes["value-type"] !== undefined ||
  cell.attributes["formula"] !== undefined ||
  elementsOf(cell).some(({ name }) => name === "p");

const hasContent = (row: XmlNode): boolean => elementsOf(row).some(holdsSomething);

interface RowPlace {
  readonly name: string;
  readonly placed: PlacedCells;
  readonly merges: MergedRange[];
  readonly isHiddenAt: (row: number, column: number) => boolean;
  readonly walk: Walk;
}

function readRow(node: XmlNode, row: number, place: RowPlace): void {
  const { name, placed, merges, isHiddenAt, walk } = place;
  let column = 1;
  for (const cell of elementsOf(node)) {
    if (cell.name !== "table-cell" && cell.name !== "covered-table-cell") continue;
    const repeated = repeatOf(cell, "number-columns-repeated");
    const times = holdsSomething(cell) ? Math.min(repeated, mostRepeated) : 0;
    for (let time = 0; time < times; time += 1) {
      if (walk.cells >= walk.budget) {
        walk.isComplete = false;
        return;
      }
      const at = { row, column: column + time };
      const address = cellAddress(at.row, at.column);
      walk.cells += 1;
      if (cell.attributes["formula"] !== undefined) {
        walk.formulas += 1;
        if (isUncalculated(cell)) walk.uncalculated.push(`${name}!${address}`);
      }
      placeCell(placed, at, {
        ...valueOfCell(cell, walk.styles),
        at: { sheet: name, cell: address },
        hidden: isHiddenAt(at.row, at.column),
      });
    }
    const columns = repeatOf(cell, "number-columns-spanned");
    const rows = repeatOf(cell, "number-rows-spanned");
    if (columns * rows > 1 && merges.length < mostMergedRanges)
      merges.push({ from: { row, column }, to: { row: row + rows - 1, column: column + columns - 1 } });
    column += repeated;
  }
}

/** "#DIV/0!", "#N/A", "Err:502". */
const errorText = /^(?:#[A-Z][A-Z/0]*[!?]?(?:\/A)?|Err:\d+)$/u;

const isUncalculated = (cell: XmlNode): boolean =>
  cell.attributes["value-type"] === undefined && !elementsOf(cell).some(({ name }) => name === "p");

/** What a cell shows, and its exact value. Source: OASIS OpenDocument 1.3 part 3, 19.387 (`office:value-type`). */
function valueOfCell(
  cell: XmlNode,
  styles: TextStyles,
): Pick<SheetCell, "text" | "value" | "valueType" | "currency"> {
  const shown = elementsOf(cell)
    .filter(({ name }) => name === "p")
    .map((line) => readParagraphText(line, styles, styles.paragraph(undefined)).text)
    .join("\n");
  const type = cell.attributes["value-type"];
  if (isUncalculated(cell) && cell.attributes["formula"] !== undefined)
    return { text: "", value: null, valueType: "error" };
  // Errors are saved as text that a formula gave.
  if (cell.attributes["formula"] !== undefined && errorText.test(shown))
    return { text: shown, value: null, valueType: "error" };
  switch (type) {
    case "float":
    case "percentage":
    case "currency": {
      const number = parseStoredNumber(cell.attributes["value"] ?? "");
      if (number === null) return { text: shown, value: null, valueType: "error" };
      const value = exactToText(number);
      const currency = type === "currency" ? cell.attributes["currency"] : undefined;
      const isCode = currency !== undefined && /^[A-Z]{3}$/u.test(currency);
      const known = { text: shown === "" ? value : shown, value, valueType: "number" } as const;
      return isCode ? { ...known, currency } : known;
    }
    case "date":
      return dateValue(cell.attributes["date-value"] ?? "", shown);
    case "time":
      return durationValue(cell.attributes["time-value"] ?? "", shown);
    case "boolean": {
      const value = cell.attributes["boolean-value"] === "true" ? "true" : "false";
      return { text: shown, value, valueType: "boolean" };
    }
    default:
      return { text: shown, value: null, valueType: shown.trim() === "" ? "blank" : "text" };
  }
}

function dateValue(stored: string, shown: string): Pick<SheetCell, "text" | "value" | "valueType"> {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?))?/u.exec(stored);
  if (match === null) return { text: shown, value: null, valueType: "error" };
  const [, date = "", time] = match;
  const text = shown === "" ? stored : shown;
  if (time === undefined || /^00:00(?::00)?$/u.test(time)) return { text, value: date, valueType: "date" };
  return { text, value: `${date}T${time}`, valueType: "date-time" };
}

/** "PT08H30M00S" as it stands in all formats: "PT8H30M". */
function durationValue(stored: string, shown: string): Pick<SheetCell, "text" | "value" | "valueType"> {
  const match = /^PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S$/u.exec(stored);
  if (match === null) return { text: shown, value: null, valueType: "error" };
  const [hours, minutes, seconds] = match.slice(1).map(Number);
  const behind = seconds === 0 ? "" : `${seconds}S`;
  return { text: shown, value: `PT${hours}H${minutes}M${behind}`, valueType: "duration" };
}
