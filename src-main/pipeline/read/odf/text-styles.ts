import type { Alignment } from "../flow/flow-item.ts";
import type { XmlNode } from "../xml/xml-node.ts";
import { childOf, elementsOf } from "../xml/xml-node.ts";
import { readListLevels, type ListLevel } from "./list-levels.ts";

/** What a style says of a paragraph or of a piece of one, with what its parents say. */
export interface TextStyle {
  readonly bold: boolean;
  readonly alignment: Alignment;
  readonly startsPage: boolean;
  /** Points from the left edge of the column. */
  readonly indent: number;
  /** Struck through: no longer part of the text. */
  readonly isStruck: boolean;
  /** Kept from sight: not displayed, white on nothing, or too small for anyone to read. */
  readonly isHidden: boolean;
  /** List style that numbers its paragraphs; "" where a style takes its parent's away. */
  readonly listStyle: string | null;
  readonly outlineLevel: number | null;
}

/** The styles of a text document, by their names. */
export interface TextStyles {
  readonly paragraph: (name: string | undefined) => TextStyle;
  readonly span: (name: string | undefined) => TextStyle;
  readonly listLevels: (name: string | null) => readonly ListLevel[];
  /** How headings are numbered, by level. */
  readonly outline: readonly ListLevel[];
  /** Width of a table's column in the unit that the document uses for all of its columns; `null` when not said. */
  readonly columnWidth: (name: string | undefined) => number | null;
}

const plain: TextStyle = {
  bold: false,
  alignment: "left",
  startsPage: false,
  indent: 0,
  isStruck: false,
  isHidden: false,
  listStyle: null,
  outlineLevel: null,
};

/** Points below which no person reads a word. */
const smallestSize = 4;
const deepestParents = 16;

/** Reads the styles of `styles.xml` and `content.xml`, later ones first. Source: OASIS OpenDocument 1.3 part 3, 16. */
export function createTextStyles(roots: readonly (XmlNode | null)[]): TextStyles {
  const nodes = new Map<string, XmlNode>();
  const lists = new Map<string, readonly ListLevel[]>();
  let outline: readonly ListLevel[] = [];
  for (const root of roots)
    for (const group of root === null ? [] : elementsOf(root)) {
      if (!["styles", "automatic-styles"].includes(group.name)) continue;
      for (const node of elementsOf(group)) {
        const name = node.attributes["name"] ?? "";
        if (node.name === "style") nodes.set(`${node.attributes["family"] ?? ""}/${name}`, node);
        else if (node.name === "default-style") nodes.set(`${node.attributes["family"] ?? ""}/`, node);
        else if (node.name === "list-style") lists.set(name, readListLevels(node));
        else if (node.name === "outline-style") outline = readListLevels(node);
      }
    }
  const known = new Map<string, TextStyle>();
  const resolve = (family: string, name: string, depth: number): TextStyle => {
    const key = `${family}/${name}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const node = nodes.get(key);
    if (node === undefined) return plain;
    const parent = node.attributes["parent-style-name"];
    const inherited =
      parent === undefined || depth > deepestParents ? plain : resolve(family, parent, depth + 1);
    const style = readStyle(node, inherited);
    known.set(key, style);
    return style;
  };
  return {
    paragraph: (name = "") => resolve("paragraph", name, 0),
    span: (name = "") => resolve("text", name, 0),
    listLevels: (name) => (name === null ? [] : (lists.get(name) ?? [])),
    outline,
    columnWidth: (name = "") => readColumnWidth(nodes.get(`table-column/${name}`) ?? null),
  };
}

function readStyle(node: XmlNode, parent: TextStyle): TextStyle {
  const paragraph = childOf(node, "paragraph-properties")?.attributes ?? {};
  const text = childOf(node, "text-properties")?.attributes ?? {};
  const weight = text["font-weight"];
  const struck = text["text-line-through-style"];
  const align = paragraph["text-align"];
  const level = Number(node.attributes["default-outline-level"] ?? "");
  return {
    bold: weight === undefined ? parent.bold : weight === "bold" || Number(weight) >= 600,
    alignment:
      align === undefined
        ? parent.alignment
        : align === "center"
          ? "center"
          : align === "end" || align === "right"
            ? "right"
            : "left",
    startsPage: paragraph["break-before"] === "page",
    indent: lengthInPoints(paragraph["margin-left"]) ?? parent.indent,
    isStruck: struck === undefined ? parent.isStruck : struck !== "none",
    isHidden: isKeptFromSight(text) ?? parent.isHidden,
    listStyle: node.attributes["list-style-name"] ?? parent.listStyle,
    outlineLevel: Number.isInteger(level) && level >= 1 ? level : parent.outlineLevel,
  };
}

/** `null` where the style says nothing of it. */
function isKeptFromSight(text: Readonly<Record<string, string>>): boolean | null {
  const { display, color } = text;
  const size = lengthInPoints(text["font-size"]);
  const background = text["background-color"];
  if (display !== undefined) return display === "none";
  if (color !== undefined && /^#ffffff$/iu.test(color) && (background ?? "transparent") === "transparent")
    return true;
  if (size !== null) return size < smallestSize;
  return null;
}

const pointsByUnit: Readonly<Record<string, number>> = {
  pt: 1,
  in: 72,
  cm: 72 / 2.54,
  mm: 7.2 / 2.54,
  pc: 12,
  px: 0.75,
};

/** "1.5cm" in points; `null` for anything without a unit of length. */
function lengthInPoints(text: string | undefined): number | null {
  const match = /^(-?[\d.]+)(pt|in|cm|mm|pc|px)$/u.exec(text ?? "");
  const factor = pointsByUnit[match?.[2] ?? ""];
  return match === null || factor === undefined ? null : Number(match[1]) * factor;
}

function readColumnWidth(node: XmlNode | null): number | null {
  const properties = childOf(node, "table-column-properties")?.attributes ?? {};
  const relative = /^(\d+)\*$/u.exec(properties["rel-column-width"] ?? "")?.[1];
  return lengthInPoints(properties["column-width"]) ?? (relative === undefined ? null : Number(relative));
}
