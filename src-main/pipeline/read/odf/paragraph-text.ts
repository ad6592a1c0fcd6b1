import type { XmlNode } from "../xml/xml-node.ts";
import { childOf, elementsOf, textOf } from "../xml/xml-node.ts";
import type { TextStyle, TextStyles } from "./text-styles.ts";

/** The text of a paragraph by what becomes of it, and what hangs on it. */
export interface ParagraphText {
  readonly text: string;
  /** Struck through. */
  readonly deleted: string;
  readonly hidden: string;
  /** Nearly all of its letters are bold. */
  readonly bold: boolean;
  /** Text boxes and shapes, each with paragraphs of its own. */
  readonly boxes: readonly XmlNode[];
  readonly notes: readonly { readonly label: string; readonly body: XmlNode }[];
  readonly comments: readonly XmlNode[];
  /** Ids of tracked deletions that stood here. */
  readonly deletions: readonly string[];
}

/** Longest run of spaces that one element may stand for. */
const mostSpaces = 1_000;

/** Reads the text of a paragraph or heading: white space collapsed as the format says, spaces and tabs by element. */
export function readParagraphText(paragraph: XmlNode, styles: TextStyles, base: TextStyle): ParagraphText {
  const parts = { kept: "", deleted: "", hidden: "" };
  const boxes: XmlNode[] = [];
  const notes: { label: string; body: XmlNode }[] = [];
  const comments: XmlNode[] = [];
  const deletions: string[] = [];
  let letters = 0;
  let boldLetters = 0;

  const add = (text: string, style: TextStyle): void => {
    if (style.isStruck) parts.deleted += text;
    else if (style.isHidden) parts.hidden += text;
    else {
      parts.kept += text;
      const count = text.replaceAll(/\s/gu, "").length;
      letters += count;
      if (style.bold) boldLetters += count;
    }
  };

  const read = (node: XmlNode, style: TextStyle): void => {
    for (const child of node.children) {
      if (typeof child === "string") {
        const text = child.replaceAll(/[ \t\r\n]+/gu, " ");
        add(/\s$|^$/u.test(parts.kept) ? text.replace(/^ /u, "") : text, style);
        continue;
      }
      switch (child.name) {
        case "span": {
          const own = styles.span(child.attributes["style-name"]);
          read(child, {
            ...style,
            bold: style.bold || own.bold,
            isStruck: style.isStruck || own.isStruck,
            isHidden: style.isHidden || own.isHidden,
          });
          break;
        }
        case "s":
          add(" ".repeat(Math.min(mostSpaces, Number(child.attributes["c"] ?? "1") || 1)), style);
          break;
        case "tab":
          add("\t", style);
          break;
        case "line-break":
          add("\n", style);
          break;
        case "note": {
          const label = textOf(childOf(child, "note-citation") ?? child).trim();
          const body = childOf(child, "note-body");
          add(` [${label}]`, style);
          if (body !== null) notes.push({ label, body });
          break;
        }
        case "annotation":
          comments.push(child);
          break;
        case "change":
          deletions.push(child.attributes["change-id"] ?? "");
          break;
        case "hidden-text":
        case "hidden-paragraph":
          add(textOf(child), { ...style, isHidden: true });
          break;
        case "frame":
        case "custom-shape":
        case "rect":
        case "g":
          boxes.push(...findBoxes(child));
          break;
        case "ruby":
          read(childOf(child, "ruby-base") ?? child, style);
          break;
        case "bookmark":
        case "soft-page-break":
        case "change-start":
        case "change-end":
          break;
        default:
          // Fields hold the text that they show; links, references and marks hold runs.
          read(child, style);
      }
    }
  };

  read(paragraph, base);
  return {
    text: parts.kept,
    deleted: parts.deleted,
    hidden: parts.hidden,
    bold: letters > 0 && boldLetters > letters * 0.9,
    boxes,
    notes,
    comments,
    deletions,
  };
}

/** Nodes below a drawing that hold paragraphs. */
function findBoxes(node: XmlNode): XmlNode[] {
  const children = elementsOf(node);
  if (children.some(({ name }) => name === "p" || name === "h" || name === "list")) return [node];
  return children.flatMap(findBoxes);
}
