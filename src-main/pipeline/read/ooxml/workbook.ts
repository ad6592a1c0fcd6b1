import type { Problem } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { err, ok } from "../../../../src-shared/result/index.ts";
import { localName, parseXml } from "../xml/parse-xml.ts";
import type { CheckedZip } from "../zip/checked-zip.ts";
import type { NumberFormat } from "../sheet/number-format.ts";
import { readNumberFormat } from "../sheet/number-format.ts";
import type { Relationship } from "./package-parts.ts";
import { readUnseenStyles } from "./unseen-styles.ts";
import { findMainPart, readRelationships } from "./package-parts.ts";
import { readPart } from "../zip/read-part.ts";

/** One sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string;
  readonly isHidden: boolean;
  /** Name of its part. */
  readonly part: string;
}

/** What all sheets of a workbook share. */
export interface Workbook {
  readonly sheets: readonly SheetEntry[];
  readonly dateSystem: 1900 | 1904;
  readonly sharedStrings: readonly string[];
  /** By style index of a cell. */
  readonly formats: readonly NumberFormat[];
  /** Style indexes whose text nobody sees. */
  readonly unseenStyles: ReadonlySet<number>;
  /** Kinds of active or outside content, named and never run: "macros", "external-links". */
  readonly extras: readonly string[];
}

/** Reads the workbook's index, shared strings and number formats. */
export function readWorkbook(zip: CheckedZip): Result<Workbook, Problem> {
  const main = findMainPart(zip, "xl/workbook.xml");
  if (!main.ok) return main;
  const text = readPart(zip, main.value);
  if (!text.ok) return text;
  const relationships = readRelationships(zip, main.value);
  if (!relationships.ok) return relationships;
  const index = readIndex(text.value ?? "", relationships.value);
  if (!index.ok) return index;
  const partOf = (kind: string): string | null =>
    relationships.value.find((each) => each.kind === kind && !each.isExternal)?.target ?? null;
  const strings = readSharedStrings(zip, partOf("sharedStrings"));
  if (!strings.ok) return strings;
  const formats = readFormats(zip, partOf("styles"));
  if (!formats.ok) return formats;
  const stylesPart = partOf("styles");
  const stylesText = stylesPart === null ? ok(null) : readPart(zip, stylesPart);
  if (!stylesText.ok) return stylesText;
  const unseenStyles = readUnseenStyles(stylesText.value ?? "<styleSheet/>");
  if (!unseenStyles.ok) return unseenStyles;
  const extras: string[] = [];
  if (zip.entries.some((entry) => /vbaProject\.bin$/iu.test(entry.name))) extras.push("macros");
  if (relationships.value.some((each) => each.kind === "externalLink")) extras.push("external-links");
  return ok({
    ...index.value,
    sharedStrings: strings.value,
    formats: formats.value,
    unseenStyles: unseenStyles.value,
    extras,
  });
}

function readIndex(
  text: string,
  relationships: readonly Relationship[],
): Result<Pick<Workbook, "sheets" | "dateSystem">, Problem> {
  const sheets: SheetEntry[] = [];
  let dateSystem: 1900 | 1904 = 1900;
  const problem = parseXml(text, {
    open: (name, attributes) => {
      if (localName(name) === "workbookPr" && isOn(attributes["date1904"])) dateSystem = 1904;
      if (localName(name) !== "sheet") return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1];
      const target = relationships.find((each) => each.id === id && each.kind === "worksheet");
      if (target === undefined || target.isExternal) return;
      const isHidden = attributes["state"] === "hidden" || attributes["state"] === "veryHidden";
      sheets.push({ name: attributes["name"] ?? "", isHidden, part: target.target });
    },
    text: () => {},
    close: () => {},
  });
  return problem === null ? ok({ sheets, dateSystem }) : err(problem);
}

/** XML Schema booleans. */
export const isOn = (value: string | undefined): boolean => value === "1" || value === "true";

function readSharedStrings(zip: CheckedZip, part: string | null): Result<readonly string[], Problem> {
  const text = part === null ? ok(null) : readPart(zip, part);
  if (!text.ok) return text;
  if (text.value === null) return ok([]);
  const strings: string[] = [];
  let current = "";
  let isText = false;
  let phonetic = 0;
  const problem = parseXml(text.value, {
    open: (name) => {
      const local = localName(name);
      if (local === "si") current = "";
      else if (local === "rPh") phonetic += 1;
      isText = local === "t";
    },
    text: (piece) => {
      if (isText && phonetic === 0) current += piece;
    },
    close: (name) => {
      const local = localName(name);
      if (local === "si") strings.push(decodeEscapes(current));
      else if (local === "rPh") phonetic -= 1;
      isText = false;
    },
  });
  return problem === null ? ok(strings) : err(problem);
}

/** Characters that XML cannot hold are written `_x000D_`. Source: ECMA-376 part 1, 22.9.2.19. */
export const decodeEscapes = (text: string): string =>
  text.replaceAll(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );

function readFormats(zip: CheckedZip, part: string | null): Result<readonly NumberFormat[], Problem> {
  const text = part === null ? ok(null) : readPart(zip, part);
  if (!text.ok) return text;
  if (text.value === null) return ok([]);
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let isCellFormats = false;
  const problem = parseXml(text.value, {
    open: (name, attributes) => {
      const local = localName(name);
      if (local === "numFmt") codes.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "");
      else if (local === "cellXfs") isCellFormats = true;
      else if (local === "xf" && isCellFormats) ids.push(Number(attributes["numFmtId"] ?? "0"));
    },
    text: () => {},
    close: (name) => {
      if (localName(name) === "cellXfs") isCellFormats = false;
    },
  });
  return problem === null ? ok(ids.map((id) => readNumberFormat(id, codes))) : err(problem);
}
