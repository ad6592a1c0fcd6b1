import type { BlockZone } from "../../../../src-shared/model/index.ts";
import type { BodyCell, BodyItem, BodyParagraph, BodyTable } from "../flow/body-item.ts";
import { cellOf } from "../flow/body-item.ts";
import type { XmlNode } from "../xml/xml-node.ts";
import { childOf, elementsOf } from "../xml/xml-node.ts";
import type { ListNumbers } from "./list-numbers.ts";
import type { StyleTable } from "./paragraph-styles.ts";
import { isSwitchedOn } from "./paragraph-styles.ts";
import { createRunReader } from "./paragraph-runs.ts";

/** What a walk over a document needs and counts. */
export interface BodyContext {
  readonly styles: StyleTable;
  readonly numbers: ListNumbers;
  /** Tracked changes seen on the way. */
  readonly changes: { inserted: number; deleted: number };
}

/** Twentieths of a point for one step of indent. */
const indentStep = 360;

/** Paragraphs and tables below a node, in document order. Text boxes follow the paragraph that they hang on. */
export function readBody(node: XmlNode, zone: BlockZone, context: BodyContext): BodyItem[] {
  const items: BodyItem[] = [];
  for (const child of elementsOf(node))
    switch (child.name) {
      case "p":
        items.push(...readParagraph(child, zone, context));
        break;
      case "tbl":
        items.push(readTable(child, zone, context));
        break;
      case "ins":
      case "moveTo":
      case "sdt":
      case "sdtContent":
      case "customXml":
      case "smartTag":
      case "AlternateContent":
      case "Choice":
        items.push(...readBody(child, zone, context));
        break;
      case "del":
      case "moveFrom":
        items.push(...readBody(child, "deleted", context));
        break;
      default:
    }
  return items;
}

function readParagraph(node: XmlNode, zone: BlockZone, context: BodyContext): BodyItem[] {
  const properties = childOf(node, "pPr");
  const style = context.styles.resolve(properties);
  const runs = createRunReader(context.changes);
  runs.read(node);
  const { text, deleted, hidden, bold, boxes, startsPage } = runs.result();
  const hasText = text.trim() !== "";
  // An empty numbered paragraph still counts, as it shows its number.
  const isDeletedMark = childOf(childOf(properties, "rPr"), "del") !== null && !hasText;
  const label =
    style.list === null || isDeletedMark || zone === "deleted" ? null : context.numbers.next(style.list);
  const items: BodyItem[] = [];
  const paragraph = (part: string, own: BlockZone): BodyParagraph => ({
    type: "paragraph",
    zone: own,
    text: part,
    headingLevel: own === "body" ? style.headingLevel : null,
    label: own === zone ? label : null,
    indent: Math.min(9, Math.max(style.list?.level ?? 0, Math.floor(style.indent / indentStep))),
    bold: bold || style.bold,
    alignment: style.centered ? "center" : style.right ? "right" : "left",
    startsPage: startsPage || isSwitchedOn(childOf(properties, "pageBreakBefore")),
  });
  if (hasText) items.push(paragraph(text, zone));
  if (deleted.trim() !== "") items.push(paragraph(deleted, "deleted"));
  if (hidden.trim() !== "") items.push(paragraph(hidden, "comment"));
  for (const box of boxes) items.push(...readBody(box, zone, context));
  return items;
}

function readTable(node: XmlNode, zone: BlockZone, context: BodyContext): BodyTable {
  const grid = elementsOf(childOf(node, "tblGrid") ?? node)
    .filter((column) => column.name === "gridCol")
    .map((column) => Math.max(1, Number(column.attributes["w"] ?? "1") || 1));
  const rows: (BodyCell | null)[][] = [];
  for (const row of rowsOf(node)) {
    const properties = childOf(row, "trPr");
    if (childOf(properties, "del") !== null) {
      context.changes.deleted += 1;
      continue;
    }
    const cells: (BodyCell | null)[] = [];
    const before = Number(childOf(properties, "gridBefore")?.attributes["val"] ?? "0");
    for (let skipped = 0; skipped < Math.min(before, 64); skipped += 1) cells.push(null);
    for (const cell of cellsOf(row)) cells.push(...readCell(cell, zone, context));
    rows.push(cells);
  }
  const width = Math.max(1, ...rows.map((row) => row.length));
  const total = grid.length === width ? grid.reduce((sum, each) => sum + each, 0) : width;
  const widths = Array.from(
    { length: width },
    (_, index) => (grid.length === width ? (grid[index] ?? 1) : 1) / total,
  );
  return {
    type: "table",
    zone,
    widths,
    rows: rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => null)]),
  };
}

const wrappers = new Set(["sdt", "sdtContent", "ins", "customXml", "smartTag"]);

const rowsOf = (node: XmlNode): XmlNode[] =>
  elementsOf(node).flatMap((child) =>
    child.name === "tr" ? [child] : wrappers.has(child.name) ? rowsOf(child) : [],
  );

const cellsOf = (node: XmlNode): XmlNode[] =>
  elementsOf(node).flatMap((child) =>
    child.name === "tc" ? [child] : wrappers.has(child.name) ? cellsOf(child) : [],
  );

/** A cell and a `null` for each further column that it takes; the lower parts of a tall cell are `null`. */
function readCell(node: XmlNode, zone: BlockZone, context: BodyContext): (BodyCell | null)[] {
  const properties = childOf(node, "tcPr");
  const span = Math.min(
    64,
    Math.max(1, Number(childOf(properties, "gridSpan")?.attributes["val"] ?? "1") || 1),
  );
  const merge = childOf(properties, "vMerge");
  const isLowerPart = merge !== null && (merge.attributes["val"] ?? "continue") === "continue";
  const blanks = Array.from({ length: span - 1 }, () => null);
  if (isLowerPart) return [null, ...blanks];
  const content = readBody(node, zone, context).filter((item) => item.zone === zone);
  return [cellOf(content, span), ...blanks];
}
