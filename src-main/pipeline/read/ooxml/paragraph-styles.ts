import type { XmlNode } from "../xml/xml-node.ts";
import { childOf, elementsOf } from "../xml/xml-node.ts";
import type { ListPlace } from "./list-numbers.ts";

/** What a paragraph's style and own properties say, the own ones first. */
export interface ParagraphStyle {
  readonly headingLevel: number | null;
  readonly list: ListPlace | null;
  readonly bold: boolean;
  /** Twentieths of a point from the left margin. */
  readonly indent: number;
  readonly centered: boolean;
  readonly right: boolean;
}

interface NamedStyle {
  readonly basedOn: string | null;
  readonly name: string;
  readonly properties: XmlNode | null;
  readonly runProperties: XmlNode | null;
}

/** Finds what holds for paragraphs by their style. */
export interface StyleTable {
  readonly resolve: (properties: XmlNode | null) => ParagraphStyle;
}

const deepest = 12;

/** Reads `styles.xml`. */
export function createStyleTable(styles: XmlNode | null): StyleTable {
  const byId = new Map<string, NamedStyle>();
  let usual = "";
  for (const node of styles === null ? [] : elementsOf(styles)) {
    if (node.name !== "style" || node.attributes["type"] !== "paragraph") continue;
    const id = node.attributes["styleId"] ?? "";
    if (node.attributes["default"] === "1") usual = id;
    byId.set(id, {
      basedOn: childOf(node, "basedOn")?.attributes["val"] ?? null,
      name: childOf(node, "name")?.attributes["val"] ?? id,
      properties: childOf(node, "pPr"),
      runProperties: childOf(node, "rPr"),
    });
  }
  return {
    resolve: (properties) => {
      const chain: NamedStyle[] = [];
      let id: string | null = childOf(properties, "pStyle")?.attributes["val"] ?? usual;
      while (id !== null && chain.length < deepest) {
        const style: NamedStyle | undefined = byId.get(id);
        if (style === undefined) break;
        chain.push(style);
        id = style.basedOn;
      }
      return combine(properties, chain);
    },
  };
}

function combine(own: XmlNode | null, chain: readonly NamedStyle[]): ParagraphStyle {
  const sources = [own, ...chain.map((style) => style.properties)];
  const first = (name: string): XmlNode | null => {
    for (const source of sources) {
      const found = childOf(source, name);
      if (found !== null) return found;
    }
    return null;
  };
  const indentation = first("ind")?.attributes;
  const alignment = first("jc")?.attributes["val"];
  return {
    headingLevel: headingLevelOf(first("outlineLvl"), chain),
    list: listPlaceOf(sources),
    bold: chain
      .map((style) => childOf(style.runProperties, "b"))
      .some((bold) => bold !== null && isSwitchedOn(bold)),
    indent: Number(indentation?.["left"] ?? indentation?.["start"] ?? "0") || 0,
    centered: alignment === "center",
    right: alignment === "right" || alignment === "end",
  };
}

/** A property without a value is on. */
export const isSwitchedOn = (property: XmlNode | null): boolean =>
  property !== null && !["0", "false", "off", "none"].includes(property.attributes["val"] ?? "1");

function headingLevelOf(outline: XmlNode | null, chain: readonly NamedStyle[]): number | null {
  const level = Number(outline?.attributes["val"] ?? "9");
  if (level >= 0 && level < 9) return level + 1;
  for (const { name } of chain) {
    const heading = /^heading\s*([1-9])$/iu.exec(name)?.[1];
    if (heading !== undefined) return Number(heading);
    if (/^title$/iu.test(name)) return 1;
  }
  return null;
}

/** List and level may stand in different places of the chain; list 0 switches numbers off. */
function listPlaceOf(sources: readonly (XmlNode | null)[]): ListPlace | null {
  let listId: string | undefined;
  let level: string | undefined;
  for (const source of sources) {
    const numbering = childOf(source, "numPr");
    listId ??= childOf(numbering, "numId")?.attributes["val"];
    level ??= childOf(numbering, "ilvl")?.attributes["val"];
  }
  if (listId === undefined || listId === "0") return null;
  return { listId, level: Number(level ?? "0") };
}
