import type { XmlNode } from "../xml/xml-node.ts";
import { childOf, elementsOf, textOf } from "../xml/xml-node.ts";
import { isSwitchedOn } from "./paragraph-styles.ts";

/** The text of a paragraph by what becomes of it. */
export interface ParagraphRuns {
  readonly text: string;
  /** Deleted by a tracked change or struck through. */
  readonly deleted: string;
  readonly hidden: string;
  /** All of its text is bold. */
  readonly bold: boolean;
  /** Contents of text boxes that hang on it. */
  readonly boxes: readonly XmlNode[];
  readonly startsPage: boolean;
}

/** Collects the runs of one paragraph. */
export interface RunReader {
  readonly read: (paragraph: XmlNode) => void;
  readonly result: () => ParagraphRuns;
}

type Fate = "kept" | "deleted" | "hidden";

/** Reads runs with tracked changes applied: insertions stay, deletions go, both are counted. */
export function createRunReader(changes: { inserted: number; deleted: number }): RunReader {
  const parts: Record<Fate, string> = { kept: "", deleted: "", hidden: "" };
  const boxes: XmlNode[] = [];
  let letters = 0;
  let boldLetters = 0;
  let startsPage = false;
  // Depth of field codes whose instruction is being written; only the result is text.
  let instructions = 0;

  const add = (text: string, fate: Fate, isBold: boolean): void => {
    if (instructions > 0) return;
    parts[fate] += text;
    if (fate !== "kept") return;
    const count = text.replaceAll(/\s/gu, "").length;
    letters += count;
    if (isBold) boldLetters += count;
  };

  const readRun = (run: XmlNode, fate: Fate): void => {
    const properties = childOf(run, "rPr");
    const isBold = isSwitchedOn(childOf(properties, "b"));
    const isStruck =
      isSwitchedOn(childOf(properties, "strike")) || isSwitchedOn(childOf(properties, "dstrike"));
    const isHidden =
      isSwitchedOn(childOf(properties, "vanish")) ||
      isSwitchedOn(childOf(properties, "webHidden")) ||
      isUnseen(properties);
    const own: Fate = fate === "deleted" || isStruck ? "deleted" : isHidden ? "hidden" : fate;
    for (const child of elementsOf(run)) readRunContent(child, own, isBold);
  };

  const readRunContent = (node: XmlNode, fate: Fate, isBold: boolean): void => {
    switch (node.name) {
      case "t":
        add(textOf(node), fate, isBold);
        return;
      case "delText":
        add(textOf(node), "deleted", isBold);
        return;
      case "tab":
      case "ptab":
        add("\t", fate, isBold);
        return;
      case "br":
      case "cr":
        if (node.attributes["type"] === "page") startsPage ||= parts.kept.trim() === "";
        add("\n", fate, isBold);
        return;
      case "noBreakHyphen":
        add("-", fate, isBold);
        return;
      case "sym":
        add(symbolOf(node.attributes["char"] ?? ""), fate, isBold);
        return;
      case "footnoteReference":
      case "endnoteReference":
        add(` [${node.attributes["id"] ?? ""}]`, fate, isBold);
        return;
      case "fldChar":
        if (node.attributes["fldCharType"] === "begin") instructions += 1;
        else if (node.attributes["fldCharType"] === "separate") instructions = Math.max(0, instructions - 1);
        else if (node.attributes["fldCharType"] === "end") instructions = 0;
        return;
      case "AlternateContent": {
        const choice = childOf(node, "Choice") ?? childOf(node, "Fallback");
        if (choice !== null) for (const child of elementsOf(choice)) readRunContent(child, fate, isBold);
        return;
      }
      case "drawing":
      case "pict":
      case "object":
        if (fate !== "deleted") boxes.push(...findBoxes(node));
        return;
      default:
    }
  };

  const readContent = (node: XmlNode, fate: Fate): void => {
    for (const child of elementsOf(node))
      switch (child.name) {
        case "r":
          readRun(child, fate);
          break;
        case "ins":
        case "moveTo":
          changes.inserted += 1;
          readContent(child, fate);
          break;
        case "del":
        case "moveFrom":
          changes.deleted += 1;
          readContent(child, "deleted");
          break;
        case "hyperlink":
        case "smartTag":
        case "sdt":
        case "sdtContent":
        case "fldSimple":
        case "customXml":
        case "dir":
        case "bdo":
          readContent(child, fate);
          break;
        case "AlternateContent": {
          const choice = childOf(child, "Choice") ?? childOf(child, "Fallback");
          if (choice !== null) readContent(choice, fate);
          break;
        }
        default:
      }
  };

  return {
    read: (paragraph) => readContent(paragraph, "kept"),
    result: () => ({
      text: parts.kept,
      deleted: parts.deleted,
      hidden: parts.hidden,
      bold: letters > 0 && boldLetters > letters * 0.9,
      boxes,
      startsPage,
    }),
  };
}

/** Contents of the text boxes below a drawing. */
function findBoxes(node: XmlNode): XmlNode[] {
  if (node.name === "txbxContent") return [node];
  if (node.name === "Fallback") return [];
  return elementsOf(node).flatMap(findBoxes);
}

/** Characters of symbol fonts; ticked and empty boxes matter in order forms. Source: the Wingdings encoding. */
function symbolOf(code: string): string {
  const known: Readonly<Record<string, string>> = {
    F0FE: "☒",
    F0FD: "☒",
    F0FC: "✓",
    F0A8: "☐",
    F06F: "☐",
    F0B7: "•",
    F0A7: "▪",
    F0D8: "►",
  };
  const upper = code.toUpperCase();
  const number = Number.parseInt(upper, 16);
  return known[upper] ?? (number >= 0x20 && number < 0xe000 ? String.fromCharCode(number) : "");
}

/** Half points: below four points no person reads a word. */
const smallestHalfPoints = 8;

/** White on no shade or on white, or tiny: on the page, and not to be seen. */
function isUnseen(properties: XmlNode | null): boolean {
  const color = childOf(properties, "color")?.attributes["val"] ?? "";
  const shade = childOf(properties, "shd")?.attributes["fill"] ?? "auto";
  const isOnPaper = /^(?:auto|ffffff)$/iu.test(shade) && childOf(properties, "highlight") === null;
  if (/^ffffff$/iu.test(color) && isOnPaper) return true;
  const size = childOf(properties, "sz")?.attributes["val"];
  return size !== undefined && /^\d+$/u.test(size) && Number(size) < smallestHalfPoints;
}
