import type { Element } from "../../../../src-shared/model/index.ts";
import { finishTree, openElement, type OpenElement } from "../xml/element-tree.ts";

const field = /^:(\d{2}[A-Z]?):(.*)$/u;

/**
 * The messages of a SWIFT statement file: `/mt940/message[2]/61[3]`, each field with its text as written, lines
 * joined by line feeds.
 *
 * A message begins at `:20:` and ends at a line of one hyphen, at `-}`, or at the next `:20:`. The blocks of an
 * envelope (`{1:…}{2:…}{4:`) are passed over.
 */
export function parseSwiftMessages(text: string): Element {
  const root = openElement("mt940");
  let message: OpenElement | null = null;
  let current: OpenElement | null = null;
  for (const line of text.split(/\r\n|\n|\r/u)) {
    // What precedes the first field on its line is envelope.
    const bare = line.startsWith("{") ? line.slice(line.indexOf("{4:") + 3) : line;
    const match = field.exec(bare.replace(/[\u0000-\u001F]/gu, ""));
    if (match !== null) {
      const [, tag = "", rest = ""] = match;
      if (tag === "20" || message === null) {
        message = openElement("message");
        root.children.push(message);
      }
      current = openElement(tag, rest);
      message.children.push(current);
      continue;
    }
    const trimmed = bare.trimEnd();
    if (/^-\}?/u.test(trimmed) && /^-(?:\}.*)?$/u.test(trimmed)) {
      message = null;
      current = null;
      continue;
    }
    if (current !== null && trimmed !== "") current.text += `\n${trimmed}`;
  }
  return finishTree(root);
}
