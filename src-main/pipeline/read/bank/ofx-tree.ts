import type { Element, Problem } from "../../../../src-shared/model/index.ts";
import { err, ok, type Result } from "../../../../src-shared/result/index.ts";
import { maximumXmlDepth, maximumXmlElements } from "../limits.ts";
import { finishTree, openElement, type OpenElement } from "../xml/element-tree.ts";

interface Tag {
  readonly name: string;
  readonly isClosing: boolean;
  /** What stands between this tag and the next. */
  readonly text: string;
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00A0",
};

const unescape = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/giu, (whole, decimal, hex, name) => {
    const code = decimal === undefined ? (hex === undefined ? null : parseInt(hex, 16)) : Number(decimal);
    if (code !== null) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    return entities[String(name).toLowerCase()] ?? whole;
  });

/** Tags in order with the text behind each. A `<` that opens no tag is text: banks do not always escape it. */
function* tagsOf(text: string): Generator<Tag> {
  const tag = /<(\/?)([A-Za-z][\w.:-]{0,63})(?:\s[^<>]{0,400})?(\/?)>/gu;
  let last: { readonly name: string; readonly isClosing: boolean; readonly end: number } | null = null;
  for (const match of text.matchAll(tag)) {
    if (last !== null)
      yield { name: last.name, isClosing: last.isClosing, text: text.slice(last.end, match.index) };
    const name = (match[2] ?? "").toUpperCase();
    last = { name, isClosing: match[1] === "/", end: match.index + match[0].length };
    if (match[3] === "/") {
      yield { name, isClosing: false, text: "" };
      last = { name, isClosing: true, end: last.end };
    }
  }
  if (last !== null)
    yield { name: last.name, isClosing: last.isClosing, text: text.slice(last.end, text.length) };
}

/**
 * The tree of an OFX file. In SGML only aggregates must be closed: a name that is closed nowhere is a leaf, and so is
 * whatever has text behind its opening tag.
 */
export function parseOfxTree(text: string): Result<Element, Problem> {
  const start = text.search(/<OFX>/iu);
  if (start === -1) return err({ code: "read/ofx-malformed", facts: { reason: "no <OFX>" } });
  const body = text.slice(start);
  const closedNames = new Set<string>();
  for (const match of body.matchAll(/<\/([A-Za-z][\w.:-]{0,63})>/gu))
    closedNames.add((match[1] ?? "").toUpperCase());
  const root = openElement("OFX");
  const stack: OpenElement[] = [];
  const openByName = new Map<string, number>();
  let elements = 0;
  const pop = (): void => {
    const closed = stack.pop();
    if (closed !== undefined) openByName.set(closed.name, (openByName.get(closed.name) ?? 1) - 1);
  };
  for (const { name, isClosing, text: raw } of tagsOf(body)) {
    const content = unescape(raw).trim();
    if (isClosing) {
      if ((openByName.get(name) ?? 0) > 0) {
        while (stack.at(-1)?.name !== name) pop();
        pop();
      }
      continue;
    }
    elements += 1;
    if (elements > maximumXmlElements)
      return err({ code: "read/too-large", facts: { elements: maximumXmlElements } });
    if (stack.length === 0) {
      if (elements > 1) continue;
      stack.push(root);
      openByName.set(root.name, 1);
      continue;
    }
    const element = openElement(name, content);
    stack.at(-1)?.children.push(element);
    if (content !== "" || !closedNames.has(name)) continue;
    if (stack.length >= maximumXmlDepth)
      return err({ code: "read/xml-too-deep", facts: { limit: maximumXmlDepth } });
    stack.push(element);
    openByName.set(name, (openByName.get(name) ?? 0) + 1);
  }
  return ok(finishTree(root));
}
