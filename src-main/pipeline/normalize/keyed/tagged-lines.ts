import type { ReadDocument } from "../../../../src-shared/model/index.ts";
import { gridsOf } from "../sheets/document-grids.ts";
import type { GridCell } from "../sheets/grid.ts";
import { foldText } from "../values/fold.ts";

/** A row that begins with what it is, folded, and its fields behind. */
export interface TaggedRow {
  readonly tag: string;
  readonly fields: readonly GridCell[];
}

const tagText = /^(?:\p{Lu}{1,4}\d{0,2}|\d{2})$/u;
/** How each line of such a text begins, whichever sign parts its fields. */
const taggedLine = /^\s*(?:\p{Lu}{1,4}\d{0,2}|\d{2})\s*[|;\t~^,]/u;
const separators = ["|", ";", "\t", "~", "^", ","] as const;
const fewestRows = 3;
const mostRows = 5_000;

/** All rows of a file whose rows each begin with a tag ("HDR", "L", "90") and have several fields; `null` for any other. */
export function taggedRows(document: ReadDocument): readonly TaggedRow[] | null {
  const rows =
    document.sheets.length > 0
      ? gridsOf(document).length === 1
        ? gridsOf(document).flatMap(({ rows: own }) => own)
        : []
      : writtenRows(document);
  const filled = rows.filter((row) => row.some(({ text }) => text !== ""));
  if (filled.length < fewestRows || filled.length > mostRows) return null;
  const tagged = filled.map(([tag, ...fields]): TaggedRow => ({ tag: tag?.text ?? "", fields }));
  const isTagged = tagged.every(({ tag, fields }) => tagText.test(tag) && fields.length > 0);
  return isTagged && new Set(tagged.map(({ tag }) => tag)).size > 1
    ? tagged.map(({ tag, fields }) => ({ tag: foldText(tag), fields }))
    : null;
}

/** The lines of a text as rows, by the one sign that parts all of them. */
function writtenRows({ reader, text, documentId }: ReadDocument): readonly (readonly GridCell[])[] {
  if (reader !== "text" || text === null) return [];
  const lines: RegExpExecArray[] = [];
  for (const line of text.matchAll(/[^\r\n]+/g)) {
    if (line[0].trim() === "") continue;
    // Hardly any text is one: the first line tells, and a long one is not gone through.
    if (!taggedLine.test(line[0]) || lines.length === mostRows) return [];
    lines.push(line);
  }
  const separator = separators.find((sign) => lines.every(([line]) => line.includes(sign)));
  if (separator === undefined) return [];
  return lines.map(({ 0: line, index }) => {
    let at = index;
    return line.split(separator).map((part): GridCell => {
      const start = at + (part.length - part.trimStart().length);
      const quote = part.trim();
      at += part.length + separator.length;
      return {
        text: quote,
        value: null,
        valueType: quote === "" ? "blank" : "text",
        currency: null,
        prove: (role) =>
          quote === "" ? null : { documentId, role, quote, at: { start, end: start + quote.length } },
      };
    });
  });
}
