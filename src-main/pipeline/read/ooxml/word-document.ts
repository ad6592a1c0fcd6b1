import type { BlockZone, Problem } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { err, ok } from "../../../../src-shared/result/index.ts";
import type { XmlNode } from "../xml/xml-node.ts";
import { childOf, elementsOf, parseXmlNodes } from "../xml/xml-node.ts";
import type { CheckedZip } from "../zip/checked-zip.ts";
import type { BodyItem } from "../flow/body-item.ts";
import { withoutRepeats } from "../flow/body-item.ts";
import type { BodyContext } from "./document-body.ts";
import { readBody } from "./document-body.ts";
import { createListNumbers } from "./list-numbers.ts";
import type { Relationship } from "./package-parts.ts";
import { findMainPart, readRelationships } from "./package-parts.ts";
import { readPart } from "../zip/read-part.ts";
import { createStyleTable } from "./paragraph-styles.ts";

/** A document's items: headers, body, footers, notes, comments. */
export interface WordDocument {
  readonly items: readonly BodyItem[];
  readonly changes: { readonly inserted: number; readonly deleted: number };
  readonly comments: number;
}

/** Reads the parts of a document that hold text. */
export function readWordDocument(zip: CheckedZip): Result<WordDocument, Problem> {
  const main = findMainPart(zip, "word/document.xml");
  if (!main.ok) return main;
  const relationships = readRelationships(zip, main.value);
  if (!relationships.ok) return relationships;
  const parts = { zip, relationships: relationships.value };
  const body = readNodes(zip, main.value);
  if (!body.ok) return body;
  const styles = readKind(parts, "styles");
  if (!styles.ok) return styles;
  const numbering = readKind(parts, "numbering");
  if (!numbering.ok) return numbering;
  const context: BodyContext = {
    styles: createStyleTable(styles.value),
    numbers: createListNumbers(numbering.value),
    changes: { inserted: 0, deleted: 0 },
  };
  const root = childOf(body.value, "body");
  if (root === null) return err({ code: "read/office-damaged", facts: { part: main.value } });
  const inside = readBody(root, "body", context);
  const headers = readMargins(parts, "header", context);
  if (!headers.ok) return headers;
  const footers = readMargins(parts, "footer", context);
  if (!footers.ok) return footers;
  const notes: BodyItem[] = [];
  for (const [kind, name, zone] of noteKinds) {
    const read = readNotes(parts, kind, name, zone, context);
    if (!read.ok) return read;
    notes.push(...read.value);
  }
  return ok({
    items: [...headers.value, ...inside, ...footers.value, ...notes],
    changes: context.changes,
    comments: notes.filter((item) => item.zone === "comment").length,
  });
}

interface Parts {
  readonly zip: CheckedZip;
  readonly relationships: readonly Relationship[];
}

const noteKinds: readonly (readonly [string, string, BlockZone])[] = [
  ["footnotes", "footnote", "footnote"],
  ["endnotes", "endnote", "footnote"],
  ["comments", "comment", "comment"],
];

function readNodes(zip: CheckedZip, part: string): Result<XmlNode | null, Problem> {
  const text = readPart(zip, part);
  if (!text.ok) return text;
  return text.value === null ? ok(null) : parseXmlNodes(text.value);
}

function readKind(parts: Parts, kind: string): Result<XmlNode | null, Problem> {
  const found = parts.relationships.find((each) => each.kind === kind && !each.isExternal);
  return found === undefined ? ok(null) : readNodes(parts.zip, found.target);
}

/** Headers or footers; the same text for first, odd and even pages stands once. */
function readMargins(
  parts: Parts,
  kind: "header" | "footer",
  context: BodyContext,
): Result<readonly BodyItem[], Problem> {
  const items: BodyItem[] = [];
  for (const each of parts.relationships) {
    if (each.kind !== kind || each.isExternal) continue;
    const root = readNodes(parts.zip, each.target);
    if (!root.ok) return root;
    if (root.value !== null) items.push(...readBody(root.value, kind, context));
  }
  return ok(withoutRepeats(items));
}

/** Notes with their id as label; the separators between text and notes are none. */
function readNotes(
  parts: Parts,
  kind: string,
  name: string,
  zone: BlockZone,
  context: BodyContext,
): Result<BodyItem[], Problem> {
  const root = readKind(parts, kind);
  if (!root.ok) return root;
  const items: BodyItem[] = [];
  for (const note of root.value === null ? [] : elementsOf(root.value)) {
    if (note.name !== name || (note.attributes["type"] ?? "normal") !== "normal") continue;
    const label = note.attributes["id"] ?? null;
    for (const [index, item] of readBody(note, zone, context).entries())
      items.push(
        index === 0 && item.type === "paragraph" && item.label === null
          ? { ...item, label: label === null ? null : `[${label}]` }
          : item,
      );
  }
  return ok(items);
}
