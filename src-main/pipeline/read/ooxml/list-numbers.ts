import { formatCounter } from "../flow/format-counter.ts";
import type { XmlNode } from "../xml/xml-node.ts";
import { childOf, elementsOf } from "../xml/xml-node.ts";

interface Level {
  readonly start: number;
  /** `decimal`, `lowerLetter`, `upperRoman`, `bullet` … */
  readonly format: string;
  /** `%1.%2` with the numbers of the levels above. */
  readonly pattern: string;
  readonly isLegal: boolean;
}

interface ListStyle {
  /** Lists that share counters have the same abstract list. */
  readonly abstractId: string;
  readonly levels: readonly Level[];
  readonly startByLevel: ReadonlyMap<number, number>;
}

/** Which list and which of its levels a paragraph is numbered by. */
export interface ListPlace {
  readonly listId: string;
  readonly level: number;
}

/** Counts the automatic numbers of a document, paragraph by paragraph in document order. */
export interface ListNumbers {
  /** The label of the next paragraph at this place; `null` where its list shows none. */
  readonly next: (place: ListPlace) => string | null;
}

/** Reads `numbering.xml`. Source: ECMA-376 part 1, 17.9. */
export function createListNumbers(numbering: XmlNode | null): ListNumbers {
  const styles = readListStyles(numbering);
  const countersByAbstract = new Map<string, (number | null)[]>();
  const started = new Set<string>();
  return {
    next: ({ listId, level }) => {
      const style = styles.get(listId);
      const own = style?.levels[level];
      if (style === undefined || own === undefined || listId === "0") return null;
      let counters = countersByAbstract.get(style.abstractId);
      if (counters === undefined) countersByAbstract.set(style.abstractId, (counters = []));
      // An override restarts its level the first time that its list is used.
      const key = `${listId}/${level}`;
      const restart = started.has(key) ? undefined : style.startByLevel.get(level);
      started.add(key);
      for (let above = 0; above < level; above += 1) counters[above] ??= style.levels[above]?.start ?? 1;
      const current = counters[level];
      counters[level] = restart ?? (current === null || current === undefined ? own.start : current + 1);
      for (let below = level + 1; below < counters.length; below += 1) counters[below] = null;
      return labelOf(style, level, counters);
    },
  };
}

function readListStyles(numbering: XmlNode | null): ReadonlyMap<string, ListStyle> {
  const styles = new Map<string, ListStyle>();
  if (numbering === null) return styles;
  const abstracts = new Map<string, readonly Level[]>();
  for (const node of elementsOf(numbering))
    if (node.name === "abstractNum") abstracts.set(node.attributes["abstractNumId"] ?? "", readLevels(node));
  for (const node of elementsOf(numbering)) {
    if (node.name !== "num") continue;
    const abstractId = childOf(node, "abstractNumId")?.attributes["val"] ?? "";
    const levels = [...(abstracts.get(abstractId) ?? [])];
    const startByLevel = new Map<number, number>();
    for (const override of elementsOf(node)) {
      if (override.name !== "lvlOverride") continue;
      const level = Number(override.attributes["ilvl"] ?? "0");
      const start = childOf(override, "startOverride")?.attributes["val"];
      if (start !== undefined) startByLevel.set(level, Number(start));
      const own = childOf(override, "lvl");
      if (own !== null && level < 9) levels[level] = readLevel(own);
    }
    styles.set(node.attributes["numId"] ?? "", { abstractId, levels, startByLevel });
  }
  return styles;
}

function readLevels(abstract: XmlNode): Level[] {
  const levels: Level[] = [];
  for (const node of elementsOf(abstract)) {
    const level = Number(node.attributes["ilvl"] ?? "0");
    if (node.name === "lvl" && level >= 0 && level < 9) levels[level] = readLevel(node);
  }
  return levels;
}

const readLevel = (node: XmlNode): Level => ({
  start: Number(childOf(node, "start")?.attributes["val"] ?? "1"),
  format: childOf(node, "numFmt")?.attributes["val"] ?? "decimal",
  pattern: childOf(node, "lvlText")?.attributes["val"] ?? "",
  isLegal: childOf(node, "isLgl") !== null && childOf(node, "isLgl")?.attributes["val"] !== "0",
});

function labelOf(style: ListStyle, level: number, counters: readonly (number | null)[]): string | null {
  const own = style.levels[level];
  if (own === undefined || own.format === "none") return null;
  // Bullets of symbol fonts have private characters that say nothing.
  if (own.format === "bullet") return /^[\uE000-\uF8FF]|^o$|^$/u.test(own.pattern) ? "•" : own.pattern;
  const label = own.pattern.replaceAll(/%([1-9])/gu, (_, digit: string) => {
    const place = Number(digit) - 1;
    const format = own.isLegal ? "decimal" : (style.levels[place]?.format ?? "decimal");
    return formatCounter(counters[place] ?? style.levels[place]?.start ?? 1, format);
  });
  return label.trim() === "" ? null : label.trim();
}
