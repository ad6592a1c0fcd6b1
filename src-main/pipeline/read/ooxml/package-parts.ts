import type { Problem } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { err, ok } from "../../../../src-shared/result/index.ts";
import { localName, parseXml } from "../xml/parse-xml.ts";
import type { CheckedZip } from "../zip/checked-zip.ts";
import { readPart } from "../zip/read-part.ts";

/** A relationship of a part: its kind is the last word of its type. External targets are named, never followed. */
export interface Relationship {
  readonly id: string;
  readonly kind: string;
  /** Name of the part inside the package; the address as written when external. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** The relationships of a part, or of the whole package for "". */
export function readRelationships(zip: CheckedZip, part: string): Result<readonly Relationship[], Problem> {
  const slash = part.lastIndexOf("/");
  const folder = part.slice(0, slash + 1);
  const text = readPart(zip, `${folder}_rels/${part.slice(slash + 1)}.rels`);
  if (!text.ok) return text;
  if (text.value === null) return ok([]);
  const found: Relationship[] = [];
  const problem = parseXml(text.value, {
    open: (name, attributes) => {
      if (localName(name) !== "Relationship") return;
      const isExternal = attributes["TargetMode"] === "External";
      const target = attributes["Target"] ?? "";
      found.push({
        id: attributes["Id"] ?? "",
        kind: (attributes["Type"] ?? "").split("/").at(-1) ?? "",
        target: isExternal ? target : resolve(folder, target),
        isExternal,
      });
    },
    text: () => {},
    close: () => {},
  });
  return problem === null ? ok(found) : err(problem);
}

function resolve(folder: string, target: string): string {
  const parts = target.startsWith("/") ? [] : folder.split("/").filter((part) => part !== "");
  for (const part of target.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/** The main part of a package, from its relationships. */
export function findMainPart(zip: CheckedZip, fallback: string): Result<string, Problem> {
  const relationships = readRelationships(zip, "");
  if (!relationships.ok) return relationships;
  const main = relationships.value.find((each) => each.kind === "officeDocument" && !each.isExternal);
  const name = main?.target ?? fallback;
  return zip.find(name) === null ? err({ code: "read/office-damaged", facts: { part: name } }) : ok(name);
}

/** Title, author and dates of the package, for display. */
export function readCoreProperties(zip: CheckedZip): Readonly<Record<string, string>> {
  const text = readPart(zip, "docProps/core.xml");
  if (!text.ok || text.value === null) return {};
  const properties: Record<string, string> = {};
  const wanted = new Set([
    "title",
    "subject",
    "creator",
    "lastModifiedBy",
    "created",
    "modified",
    "keywords",
  ]);
  let current = "";
  parseXml(text.value, {
    open: (name) => {
      current = localName(name);
    },
    text: (piece) => {
      if (wanted.has(current) && piece.trim() !== "")
        properties[current] = (properties[current] ?? "") + piece;
    },
    close: () => {
      current = "";
    },
  });
  return properties;
}
