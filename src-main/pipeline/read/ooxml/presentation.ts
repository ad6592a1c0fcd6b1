import type { BlockZone, Problem } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { ok } from "../../../../src-shared/result/index.ts";
import type { BodyCell, BodyItem, BodyParagraph, BodyTable } from "../flow/body-item.ts";
import { cellOf } from "../flow/body-item.ts";
import type { XmlNode } from "../xml/xml-node.ts";
import { childOf, elementsOf, parseXmlNodes, textOf } from "../xml/xml-node.ts";
import type { CheckedZip } from "../zip/checked-zip.ts";
import type { Relationship } from "./package-parts.ts";
import { findMainPart, readRelationships } from "./package-parts.ts";
import { readPart } from "../zip/read-part.ts";

/** The slides of a presentation in order, with their notes behind all of them. */
export interface Presentation {
  readonly items: readonly BodyItem[];
  /** Paragraphs that nobody sees who is shown the slides: notes, and slides that are hidden. */
  readonly comments: number;
}

const mostSlides = 2_000;

/** Reads the text of a presentation: each slide begins a page. Source: ECMA-376 part 1, 19 and 21. */
export function readPresentation(zip: CheckedZip): Result<Presentation, Problem> {
  const main = findMainPart(zip, "ppt/presentation.xml");
  if (!main.ok) return main;
  const root = readNodes(zip, main.value);
  if (!root.ok) return root;
  const relationships = readRelationships(zip, main.value);
  if (!relationships.ok) return relationships;
  const shown: BodyItem[] = [];
  const unseen: BodyItem[] = [];
  for (const part of slidesOf(root.value, relationships.value)) {
    const slide = readNodes(zip, part);
    if (!slide.ok) return slide;
    const isHidden = slide.value?.attributes["show"] === "0";
    const items = shapesOf(slide.value, isHidden ? "comment" : "body");
    (isHidden ? unseen : shown).push(...startingPage(items));
    const notes = readNotes(zip, part);
    if (!notes.ok) return notes;
    unseen.push(...notes.value);
  }
  return ok({ items: [...shown, ...unseen], comments: unseen.length });
}

function readNodes(zip: CheckedZip, part: string): Result<XmlNode | null, Problem> {
  const text = readPart(zip, part);
  if (!text.ok) return text;
  return text.value === null ? ok(null) : parseXmlNodes(text.value);
}

/** Parts of the slides in the order in which they are shown. */
function slidesOf(root: XmlNode | null, relationships: readonly Relationship[]): readonly string[] {
  const list = childOf(root, "sldIdLst");
  return (list === null ? [] : elementsOf(list)).slice(0, mostSlides).flatMap((entry) => {
    // Of the two ids of an entry, that of the relationship is the one with letters.
    const target = relationships.find(
      ({ id, kind, isExternal }) => kind === "slide" && !isExternal && id === entry.attributes["id"],
    );
    return target === undefined ? [] : [target.target];
  });
}

function readNotes(zip: CheckedZip, slide: string): Result<readonly BodyItem[], Problem> {
  const relationships = readRelationships(zip, slide);
  if (!relationships.ok) return relationships;
  const notes = relationships.value.find(({ kind, isExternal }) => kind === "notesSlide" && !isExternal);
  if (notes === undefined) return ok([]);
  const root = readNodes(zip, notes.target);
  return root.ok ? ok(shapesOf(root.value, "comment")) : root;
}

const startingPage = (items: readonly BodyItem[]): readonly BodyItem[] =>
  items.map((item, index) =>
    index === 0 && item.type === "paragraph" ? { ...item, startsPage: true } : item,
  );

/** Paragraphs and tables of the shapes below a node, in the order of the file, which is that of drawing. */
function shapesOf(node: XmlNode | null, zone: BlockZone): readonly BodyItem[] {
  if (node === null) return [];
  return elementsOf(node).flatMap((child): readonly BodyItem[] => {
    if (child.name === "sp") return readShape(child, zone);
    if (child.name === "tbl") return [readTable(child, zone)];
    return shapesOf(child, zone);
  });
}

/** Numbers of slides and dates of the day are furniture, not text. */
const furniture: ReadonlySet<string> = new Set(["sldNum", "dt", "hdr", "sldImg"]);

function readShape(shape: XmlNode, zone: BlockZone): readonly BodyItem[] {
  const placeholder = childOf(childOf(childOf(shape, "nvSpPr"), "nvPr"), "ph")?.attributes["type"] ?? "";
  if (furniture.has(placeholder)) return [];
  const isTitle = placeholder === "title" || placeholder === "ctrTitle";
  return readParagraphs(childOf(shape, "txBody"), placeholder === "ftr" ? "footer" : zone, isTitle);
}

function readParagraphs(body: XmlNode | null, zone: BlockZone, isTitle: boolean): readonly BodyParagraph[] {
  return (body === null ? [] : elementsOf(body))
    .filter(({ name }) => name === "p")
    .flatMap((paragraph): readonly BodyParagraph[] => {
      const runs = elementsOf(paragraph).filter(
        ({ name }) => name === "r" || name === "br" || name === "fld",
      );
      const text = runs.map((run) => (run.name === "br" ? "\n" : textOf(childOf(run, "t") ?? run))).join("");
      if (text.trim() === "") return [];
      const properties = childOf(paragraph, "pPr")?.attributes ?? {};
      const align = properties["algn"];
      const written = runs.filter(({ name }) => name !== "br");
      return [
        {
          type: "paragraph",
          zone,
          text,
          headingLevel: isTitle && zone === "body" ? 1 : null,
          label: null,
          indent: Math.min(9, Math.max(0, Number(properties["lvl"] ?? "0") || 0)),
          bold: written.every((run) => childOf(run, "rPr")?.attributes["b"] === "1"),
          alignment: align === "ctr" ? "center" : align === "r" ? "right" : "left",
          startsPage: false,
        },
      ];
    });
}

function readTable(table: XmlNode, zone: BlockZone): BodyTable {
  const grid = elementsOf(childOf(table, "tblGrid") ?? table)
    .filter(({ name }) => name === "gridCol")
    .map((column) => Math.max(1, Number(column.attributes["w"] ?? "1") || 1));
  const rows = elementsOf(table)
    .filter(({ name }) => name === "tr")
    .map((row) =>
      elementsOf(row)
        .filter(({ name }) => name === "tc")
        .map((cell) => readCell(cell, zone)),
    );
  const width = Math.max(1, ...rows.map((row) => row.length));
  const shares = grid.length === width ? grid : Array.from({ length: width }, () => 1);
  const total = shares.reduce((sum, share) => sum + share, 0);
  return {
    type: "table",
    zone,
    widths: shares.map((share) => share / total),
    rows: rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => null)]),
  };
}

/** The cells that a merged one covers follow it, empty and marked. */
function readCell(cell: XmlNode, zone: BlockZone): BodyCell | null {
  if (cell.attributes["hMerge"] === "1" || cell.attributes["vMerge"] === "1") return null;
  const span = Math.max(1, Number(cell.attributes["gridSpan"] ?? "1") || 1);
  return cellOf(readParagraphs(childOf(cell, "txBody"), zone, false), span);
}
