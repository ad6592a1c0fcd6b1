import type {
  Block,
  DocumentId,
  ReadDocument,
  SourcedText,
} from "../../../../../../src-shared/model/index.ts";

/**
 * A document of running text as a flowing reader would give it: paragraphs between blank lines, "# " headings,
 * "| a | b |" tables, every run with its place in the text.
 */
export function documentFromText(text: string): ReadDocument {
  const blocks: Block[] = [];
  const piece = (start: number, end: number): SourcedText => ({
    text: text.slice(start, end),
    runs: [...text.slice(start, end).matchAll(/\S+/g)].map((word) => ({
      start: word.index,
      end: word.index + word[0].length,
      at: { start: start + word.index, end: start + word.index + word[0].length },
    })),
  });
  for (const paragraph of text.matchAll(/(?:[^\n]+\n?)+/g)) {
    const raw = paragraph[0].replace(/\n$/, "");
    const start = paragraph.index;
    if (raw.trim() === "") continue;
    if (raw.trimStart().startsWith("|")) {
      blocks.push({ type: "table", zone: "body", page: null, rows: tableRows(raw, start, piece) });
      continue;
    }
    const heading = /^(#{1,6}) /.exec(raw);
    const offset = heading === null ? 0 : heading[0].length;
    blocks.push({
      type: "paragraph",
      zone: "body",
      headingLevel: heading === null ? null : (heading[1]?.length ?? 1),
      label: null,
      indent: 0,
      bold: heading !== null,
      page: null,
      ...piece(start + offset, start + raw.length),
    });
  }
  return {
    documentId: "doc-000000000000" as DocumentId,
    reader: "text",
    status: "read",
    problem: null,
    pages: [],
    blocks,
    sheets: [],
    root: null,
    members: [],
    text,
    properties: {},
  };
}

function tableRows(
  raw: string,
  start: number,
  piece: (start: number, end: number) => SourcedText,
): readonly (readonly (SourcedText | null)[])[] {
  const rows: (SourcedText | null)[][] = [];
  for (const line of raw.matchAll(/[^\n]+/g)) {
    if (/^[\s|:-]+$/.test(line[0])) continue;
    const cells: (SourcedText | null)[] = [];
    for (const cell of line[0].matchAll(/(?<=\|)[^|\n]+(?=\|)/g)) {
      const trimmed = cell[0].trim();
      const at = start + line.index + cell.index + cell[0].indexOf(trimmed);
      cells.push(trimmed === "" ? null : piece(at, at + trimmed.length));
    }
    rows.push(cells);
  }
  return rows;
}
