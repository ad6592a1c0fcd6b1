import type { BlockZone } from "../../../../src-shared/model/index.ts";
import type { BodyCell, BodyItem, BodyParagraph, BodyTable } from "../flow/body-item.ts";
import { cellOf } from "../flow/body-item.ts";
import type { XmlNode } from "../xml/xml-node.ts";
import { elementsOf } from "../xml/xml-node.ts";
import { labelOfLevel, type ListLevel } from "./list-levels.ts";
import { readParagraphText } from "./paragraph-text.ts";
import type { TextStyle, TextStyles } from "./text-styles.ts";

/** What a walk over a text document needs and gathers. */
export interface TextContext {
  readonly styles: TextStyles;
  /** Deleted content by the id of its change. */
  readonly deletions: ReadonlyMap<string, XmlNode>;
  /** Notes and comments, which stand behind the text. */
  readonly behind: BodyItem[];
  /** Counters of lists by id or style, and of the outline under "". */
  readonly counters: Map<string, number[]>;
}

interface ListPlace {
  readonly levels: readonly ListLevel[];
  readonly level: number;
  readonly counters: number[];
}

const indentStep = 18;
/** Columns or rows that a cell may claim to repeat or span. */
const mostRepeated = 64;
const mostRows = 20_000;

/** Paragraphs and tables below a node, in document order. Text boxes follow the paragraph that they hang on. */
export function readTextBody(
  node: XmlNode,
  zone: BlockZone,
  context: TextContext,
  list: ListPlace | null = null,
): BodyItem[] {
  const items: BodyItem[] = [];
  for (const child of elementsOf(node))
    switch (child.name) {
      case "p":
      case "h":
        items.push(...readParagraph(child, zone, context, null, list));
        break;
      case "list":
        items.push(...readList(child, zone, context, list));
        break;
      case "table":
        items.push(readTable(child, zone, context));
        break;
      case "change": {
        const deleted = context.deletions.get(child.attributes["change-id"] ?? "");
        if (deleted !== undefined) items.push(...readTextBody(deleted, "deleted", context));
        break;
      }
      case "tracked-changes":
      case "sequence-decls":
      case "forms":
      case "user-field-decls":
      case "variable-decls":
        break;
      case "frame":
        items.push(...elementsOf(child).flatMap((box) => readTextBody(box, zone, context)));
        break;
      default:
        // Sections, indexes and their bodies, numbered paragraphs.
        items.push(...readTextBody(child, zone, context, list));
    }
  return items;
}

function readParagraph(
  node: XmlNode,
  zone: BlockZone,
  context: TextContext,
  label: string | null,
  list: ListPlace | null,
): BodyItem[] {
  const style = context.styles.paragraph(node.attributes["style-name"]);
  const outline =
    node.name === "h" ? Number(node.attributes["outline-level"] ?? "1") : (style.outlineLevel ?? null);
  const read = readParagraphText(node, context.styles, style);
  const hasText = read.text.trim() !== "";
  const isNumbered = zone !== "deleted" && hasText && label === null && list === null;
  const own =
    label ?? (isNumbered && node.name === "h" && outline !== null ? nextOutline(outline, context) : null);
  const paragraph = (text: string, at: BlockZone): BodyParagraph => ({
    type: "paragraph",
    zone: at,
    text,
    headingLevel: at === "body" && outline !== null && outline <= 9 ? outline : null,
    label: at === zone ? own : null,
    indent: indentOf(style, list),
    bold: read.bold,
    alignment: style.alignment,
    startsPage: style.startsPage,
  });
  const items: BodyItem[] = [];
  if (hasText) items.push(paragraph(read.text, zone));
  if (read.deleted.trim() !== "") items.push(paragraph(read.deleted, "deleted"));
  if (read.hidden.trim() !== "") items.push(paragraph(read.hidden, "comment"));
  for (const id of read.deletions) {
    const deleted = context.deletions.get(id);
    if (deleted !== undefined) items.push(...readTextBody(deleted, "deleted", context));
  }
  for (const box of read.boxes) items.push(...readTextBody(box, zone, context));
  for (const { label: mark, body } of read.notes)
    context.behind.push(...withMark(readTextBody(body, "footnote", context), `[${mark}]`));
  for (const comment of read.comments) context.behind.push(...readTextBody(comment, "comment", context));
  return items;
}

const indentOf = (style: TextStyle, list: ListPlace | null): number =>
  Math.min(9, Math.max(list?.level ?? 0, Math.floor(Math.max(0, style.indent) / indentStep)));

const withMark = (items: readonly BodyItem[], mark: string): BodyItem[] =>
  items.map((item, index) =>
    index === 0 && item.type === "paragraph" && item.label === null ? { ...item, label: mark } : item,
  );

/** The number of the next heading of a level, where headings are numbered. */
function nextOutline(level: number, context: TextContext): string | null {
  const counters = countersFor("", context);
  count(counters, level - 1, context.styles.outline);
  return labelOfLevel(context.styles.outline, level - 1, counters);
}

function countersFor(key: string, context: TextContext): number[] {
  const known = context.counters.get(key);
  if (known !== undefined) return known;
  const fresh: number[] = [];
  context.counters.set(key, fresh);
  return fresh;
}

/** One further at a level; those below begin again. */
function count(counters: number[], level: number, levels: readonly ListLevel[], start?: number): void {
  for (let above = 0; above < level; above += 1) counters[above] ??= levels[above]?.start ?? 1;
  const current = counters[level];
  counters[level] = start ?? (current === undefined ? (levels[level]?.start ?? 1) : current + 1);
  counters.length = level + 1;
}

/** A list below another keeps its numbering; a list of its own begins anew unless it says that it goes on. */
function readList(
  node: XmlNode,
  zone: BlockZone,
  context: TextContext,
  parent: ListPlace | null,
): BodyItem[] {
  const place = parent === null ? openList(node, context) : nestedList(node, parent, context);
  const items: BodyItem[] = [];
  for (const item of elementsOf(node)) {
    if (item.name !== "list-item" && item.name !== "list-header") continue;
    let isFirst = item.name === "list-item";
    for (const child of elementsOf(item)) {
      if (child.name !== "p" && child.name !== "h") {
        const inside: XmlNode = { name: "list-item", attributes: {}, children: [child] };
        items.push(...readTextBody(inside, zone, context, place));
        continue;
      }
      let label: string | null = null;
      if (isFirst && zone !== "deleted") {
        const start = item.attributes["start-value"];
        count(place.counters, place.level, place.levels, start === undefined ? undefined : Number(start));
        label = labelOfLevel(place.levels, place.level, place.counters);
      }
      isFirst = false;
      items.push(...readParagraph(child, zone, context, label, place));
    }
  }
  return items;
}

function openList(node: XmlNode, context: TextContext): ListPlace {
  const style = node.attributes["style-name"] ?? "";
  const continued = node.attributes["continue-list"];
  const goesOn = node.attributes["continue-numbering"] === "true";
  const known =
    context.counters.get(`list/${continued ?? ""}`) ??
    (goesOn ? context.counters.get(`style/${style}`) : undefined);
  const counters = known ?? [];
  context.counters.set(`style/${style}`, counters);
  const id = node.attributes["id"];
  if (id !== undefined) context.counters.set(`list/${id}`, counters);
  return { levels: context.styles.listLevels(style), level: 0, counters };
}

function nestedList(node: XmlNode, parent: ListPlace, context: TextContext): ListPlace {
  const style = node.attributes["style-name"];
  const levels = style === undefined ? parent.levels : context.styles.listLevels(style);
  return { levels, level: Math.min(9, parent.level + 1), counters: parent.counters };
}

const rowGroups: ReadonlySet<string> = new Set(["table-header-rows", "table-rows", "table-row-group"]);

const rowsOf = (node: XmlNode): XmlNode[] =>
  elementsOf(node).flatMap((child) =>
    child.name === "table-row" ? [child] : rowGroups.has(child.name) ? rowsOf(child) : [],
  );

const columnsOf = (node: XmlNode): XmlNode[] =>
  elementsOf(node).flatMap((child) =>
    child.name === "table-column" ? [child] : child.name.startsWith("table-") ? columnsOf(child) : [],
  );

const repeats = (node: XmlNode, name: string): number =>
  Math.min(mostRepeated, Math.max(1, Number(node.attributes[name] ?? "1") || 1));

function readTable(node: XmlNode, zone: BlockZone, context: TextContext): BodyTable {
  const rows = rowsOf(node)
    .slice(0, mostRows)
    .map((row) => elementsOf(row).flatMap((cell) => readCell(cell, zone, context)));
  const width = Math.max(1, ...rows.map((row) => row.length));
  const given = columnsOf(node).flatMap((column) =>
    Array.from({ length: repeats(column, "number-columns-repeated") }, () =>
      context.styles.columnWidth(column.attributes["style-name"]),
    ),
  );
  const isKnown = given.length === width && given.every((each) => each !== null && each > 0);
  const widths = Array.from({ length: width }, (_, index) => (isKnown ? (given[index] ?? 1) : 1));
  const total = widths.reduce((sum, each) => sum + each, 0);
  return {
    type: "table",
    zone,
    widths: widths.map((each) => each / total),
    rows: rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => null)]),
  };
}

/** A cell, as often as it is repeated; the cells that another one covers are `null`. */
function readCell(node: XmlNode, zone: BlockZone, context: TextContext): (BodyCell | null)[] {
  const times = repeats(node, "number-columns-repeated");
  if (node.name !== "table-cell") return Array.from({ length: times }, () => null);
  const content = readTextBody(node, zone, context).filter((item) => item.zone === zone);
  const cell = cellOf(content, repeats(node, "number-columns-spanned"));
  return Array.from({ length: times }, () => cell);
}
