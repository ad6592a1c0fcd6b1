import { formatCounter } from "../flow/format-counter.ts";
import type { XmlNode } from "../xml/xml-node.ts";
import { elementsOf } from "../xml/xml-node.ts";

/** How one level of a list is numbered. */
export interface ListLevel {
  /** `decimal`, `lowerLetter`, `upperRoman`, `bullet`, `none`. */
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  /** Levels whose numbers are shown, its own counted in. */
  readonly shown: number;
  readonly bullet: string;
}

const formats: Readonly<Record<string, string>> = {
  "1": "decimal",
  a: "lowerLetter",
  A: "upperLetter",
  i: "lowerRoman",
  I: "upperRoman",
};

/** The levels of a list style, the first one first. Source: OASIS OpenDocument 1.3 part 3, 16.30 to 16.34. */
export function readListLevels(style: XmlNode): readonly ListLevel[] {
  const levels: ListLevel[] = [];
  for (const node of elementsOf(style)) {
    const place = Number(node.attributes["level"] ?? "0") - 1;
    if (!(place >= 0 && place < 10)) continue;
    const isBullet = node.name === "list-level-style-bullet" || node.name === "list-level-style-image";
    levels[place] = {
      format: isBullet ? "bullet" : (formats[node.attributes["num-format"] ?? ""] ?? "none"),
      prefix: node.attributes["num-prefix"] ?? "",
      suffix: node.attributes["num-suffix"] ?? "",
      start: Number(node.attributes["start-value"] ?? "1"),
      shown: Math.max(1, Number(node.attributes["display-levels"] ?? "1")),
      bullet: node.attributes["bullet-char"] ?? "•",
    };
  }
  return levels;
}

/** The label of a level's next item, with its counters as they stand; `null` where none is shown. */
export function labelOfLevel(
  levels: readonly ListLevel[],
  level: number,
  counters: readonly number[],
): string | null {
  const own = levels[level];
  if (own === undefined || own.format === "none") return null;
  // Bullets of symbol fonts have private characters that say nothing.
  if (own.format === "bullet") return /^[\uE000-\uF8FF]?$/u.test(own.bullet) ? "•" : own.bullet;
  const numbers: string[] = [];
  for (let each = Math.max(0, level - own.shown + 1); each <= level; each += 1) {
    const format = levels[each]?.format ?? "none";
    if (format !== "none" && format !== "bullet")
      numbers.push(formatCounter(counters[each] ?? levels[each]?.start ?? 1, format));
  }
  const label = `${own.prefix}${numbers.join(".")}${own.suffix}`.trim();
  return label === "" ? null : label;
}
