import type { Problem } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { err, ok } from "../../../../src-shared/result/index.ts";
import { readPart } from "../zip/read-part.ts";
import type { XmlNode } from "../xml/xml-node.ts";
import { childOf, elementsOf, parseXmlNodes, textOf } from "../xml/xml-node.ts";
import { openZip } from "../zip/checked-zip.ts";

/** The parts of an OpenDocument package that hold what a person sees. */
export interface OdfPackage {
  /** `office:text` or `office:spreadsheet`. */
  readonly body: XmlNode;
  readonly content: XmlNode;
  readonly styles: XmlNode | null;
  readonly properties: Readonly<Record<string, string>>;
}

/**
 * Opens an OpenDocument package.
 *
 * Errors: those of archives; `read/zip-encrypted` for one with a password; `read/office-damaged` where the content is
 * missing. Source: OASIS OpenDocument 1.3 part 2.
 */
export function openOdfPackage(bytes: Uint8Array, kind: "text" | "spreadsheet"): Result<OdfPackage, Problem> {
  const zip = openZip(bytes);
  if (!zip.ok) return zip;
  const manifest = readPart(zip.value, "META-INF/manifest.xml");
  if (manifest.ok && manifest.value !== null && /<(?:\w+:)?encryption-data\b/u.test(manifest.value))
    return err({ code: "read/zip-encrypted" });
  const parts: Record<string, XmlNode | null> = {};
  for (const part of ["content.xml", "styles.xml", "meta.xml"]) {
    const text = readPart(zip.value, part);
    if (!text.ok) return text;
    const node = text.value === null ? ok(null) : parseXmlNodes(text.value);
    if (!node.ok) return node;
    parts[part] = node.value;
  }
  const content = parts["content.xml"] ?? null;
  const body = childOf(childOf(content, "body"), kind);
  if (content === null || body === null)
    return err({ code: "read/office-damaged", facts: { part: "content.xml" } });
  return ok({
    body,
    content,
    styles: parts["styles.xml"] ?? null,
    properties: readProperties(parts["meta.xml"] ?? null),
  });
}

/** Names of the package's own, by those that all formats share. */
const propertyNames: Readonly<Record<string, string>> = {
  title: "title",
  subject: "subject",
  "initial-creator": "creator",
  creator: "lastModifiedBy",
  "creation-date": "created",
  date: "modified",
  keyword: "keywords",
};

function readProperties(meta: XmlNode | null): Readonly<Record<string, string>> {
  const properties: Record<string, string> = {};
  for (const node of elementsOf(childOf(meta, "meta") ?? { name: "", attributes: {}, children: [] })) {
    const name = propertyNames[node.name];
    const text = textOf(node).trim();
    if (name !== undefined && text !== "")
      properties[name] = properties[name] === undefined ? text : `${properties[name]}, ${text}`;
  }
  return properties;
}
