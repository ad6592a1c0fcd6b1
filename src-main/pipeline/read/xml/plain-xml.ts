import { maximumXmlAttributes, maximumXmlDepth, maximumXmlElements } from "../limits.ts";
import type { XmlHandler } from "./xml-handler.ts";

/** Above this size a walk by events that are kept first would take more memory than it saves time. */
const largestLength = 4_000_000;

const name = String.raw`[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?`;
const value = String.raw`(?:"[^"<]*"|'[^'<]*')`;
const declaration =
  /<\?xml version=(["'])1\.0\1(?: encoding=(["'])[A-Za-z][\w.-]*\2)?(?: standalone=(["'])(?:yes|no)\3)? ?\?>/y;
const openTag = new RegExp(String.raw`<(${name})((?:\s+${name}\s*=\s*${value})*)\s*(\/?)>`, "y");
const closeTag = new RegExp(String.raw`<\/(${name})\s*>`, "y");
const attribute = new RegExp(String.raw`\s+(${name})\s*=\s*(${value})`, "y");
const instruction = /<\?(?!xml[\s?])[A-Za-z_][\w.-]*(?:\s[^?]*)?\?>/iy;
/** Characters that XML forbids, and those outside the basic plane, which need a closer look. */
const unusual = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u0085\u2028\uD800-\uDFFF\uFFFE\uFFFF]/;
const entity = /&(?:(amp)|(lt)|(gt)|(quot)|apos);/g;
const entities = ["&", "<", ">", '"'] as const;

type Attributes = Readonly<Record<string, string>>;

/** An opening tag as it is told; one object for all places of a document that write it alike. */
interface OpeningTag {
  readonly name: string;
  readonly attributes: Attributes;
}

/** What a walk comes upon: an opening tag, text, or `null` for the end of the element that is open. */
type XmlEvent = OpeningTag | string | null;

/** `null` for a reference that is not one of the five that XML itself has. */
function withoutEntities(text: string): string | null {
  if (!text.includes("&")) return text;
  const known = text.match(entity)?.length ?? 0;
  if (known !== text.split("&").length - 1) return null;
  return text.replace(entity, (_all, ...groups: readonly unknown[]) => {
    const found = entities.findIndex((_sign, index) => groups[index] !== undefined);
    return entities[found] ?? "'";
  });
}

function attributesOf(text: string): Attributes | null {
  const attributes: Record<string, string> = {};
  let count = 0;
  for (attribute.lastIndex = 0; attribute.lastIndex < text.length;) {
    const match = attribute.exec(text);
    const key = match?.[1] ?? "__proto__";
    const plain = withoutEntities((match?.[2] ?? "").slice(1, -1).replaceAll(/[\t\n]/g, " "));
    count += 1;
    if (
      plain === null ||
      key === "__proto__" ||
      Object.hasOwn(attributes, key) ||
      count > maximumXmlAttributes
    )
      return null;
    attributes[key] = plain;
  }
  return attributes;
}

const none: Attributes = Object.freeze({});

/**
 * Walks XML of the plain kind that programs write; `false`, with nothing told, when anything is out of the ordinary.
 *
 * It accepts a part of what the full parser accepts, and tells the same of it several times faster. What it leaves
 * (sections, other references, rare characters, every fault) is for the full parser to read or to refuse.
 */
export function walkPlainXml(given: string, handler: XmlHandler): boolean {
  if (given.length > largestLength || unusual.test(given) || given.includes("]]>")) return false;
  const marked = given.startsWith("\uFEFF") ? given.slice(1) : given;
  const text = marked.includes("\r") ? marked.replaceAll(/\r\n?/g, "\n") : marked;
  const events = collectEvents(text);
  if (events === null) return false;
  const open: string[] = [];
  for (const event of events) {
    if (event === null) handler.close(open.pop() ?? "");
    else if (typeof event === "string") handler.text(event);
    else {
      open.push(event.name);
      handler.open(event.name, event.attributes);
    }
  }
  return true;
}

function collectEvents(text: string): readonly XmlEvent[] | null {
  const events: XmlEvent[] = [];
  const stack: string[] = [];
  const known = new Map<string, OpeningTag>();
  const hasEntities = text.includes("&");
  let elements = 0;
  declaration.lastIndex = 0;
  let at = declaration.test(text) ? declaration.lastIndex : 0;
  while (at < text.length) {
    const mark = text.indexOf("<", at);
    if (mark !== at) {
      const piece = text.slice(at, mark === -1 ? text.length : mark);
      const plain = hasEntities ? withoutEntities(piece) : piece;
      if (plain === null || (stack.length === 0 && plain.trim() !== "")) return null;
      if (stack.length > 0) events.push(plain);
    }
    if (mark === -1) break;
    const next = text.charCodeAt(mark + 1);
    if (next === 0x2f) {
      const opened = stack.pop();
      if (opened === undefined) return null;
      at = endOfClosing(text, mark, opened);
      if (at === -1) return null;
      events.push(null);
    } else if (next === 0x21 || next === 0x3f) {
      const end = endOfRemark(text, mark);
      if (end === null) return null;
      at = end;
    } else {
      elements += 1;
      // A second root is a fault.
      if (stack.length === 0 && elements > 1) return null;
      if (stack.length >= maximumXmlDepth || elements > maximumXmlElements) return null;
      const end = text.indexOf(">", mark);
      const written = text.slice(mark + 1, end);
      // Most tags stood before, letter by letter: a name alone, or an amount with its currency.
      const before = known.get(written);
      if (before !== undefined) {
        events.push(before);
        stack.push(before.name);
        at = end + 1;
        continue;
      }
      openTag.lastIndex = mark;
      const match = openTag.exec(text);
      const opened = match?.[1];
      if (opened === undefined) return null;
      const attributes = match?.[2] === "" ? none : attributesOf(match?.[2] ?? "");
      if (attributes === null) return null;
      const tag: OpeningTag = { name: opened, attributes };
      events.push(tag);
      at = openTag.lastIndex;
      if (match?.[3] === "/") events.push(null);
      else {
        stack.push(opened);
        // A value may hold the sign that ends a tag: then what was cut out is not the whole of it.
        if (at === end + 1) known.set(written, tag);
      }
    }
  }
  return elements > 0 && stack.length === 0 ? events : null;
}

/** Behind the closing tag of the element that is open; -1 when it closes another, or none. */
function endOfClosing(text: string, mark: number, opened: string): number {
  const end = mark + 2 + opened.length;
  if (text.charCodeAt(end) === 0x3e && text.startsWith(opened, mark + 2)) return end + 1;
  closeTag.lastIndex = mark;
  return closeTag.exec(text)?.[1] === opened ? closeTag.lastIndex : -1;
}

/** Where a comment or an instruction ends; `null` for anything else. */
function endOfRemark(text: string, mark: number): number | null {
  if (text.startsWith("<!--", mark)) {
    const dashes = text.indexOf("--", mark + 4);
    return dashes !== -1 && text[dashes + 2] === ">" ? dashes + 3 : null;
  }
  instruction.lastIndex = mark;
  return instruction.test(text) ? instruction.lastIndex : null;
}
