import type { ReadDocument, SourcedText } from "../../../../../src-shared/model/index.ts";
import { joinSourcedTexts, wordsToSourcedText } from "../../../../../src-shared/model/sourced-text.ts";
import { layOut } from "../../invoice/layout.ts";
import type { Row, Segment } from "../../invoice/layout.ts";
import { prepareText } from "../text/prepared-text.ts";
import type { Line } from "./outline.ts";

/** Pages at either end of a paper that name its parties. */
const reach = { first: 2, last: 2 } as const;

/**
 * The first and last pages of a paper row by row, as they are printed: a row with wide gaps has a cell for each piece.
 *
 * Running text joins rows to paragraphs and labels to their neighbors; a head is read from its rows. Papers without
 * pages (workbooks) have none.
 */
export function printedRows(document: ReadDocument): readonly Line[] {
  const count = document.pages.length;
  const pages = document.pages.filter((_, index) => index < reach.first || index >= count - reach.last);
  return layOut({ ...document, pages }).rows.flatMap(lineOf);
}

const wordsOf = ({ tokens }: Segment): SourcedText =>
  wordsToSourcedText([...new Set(tokens.map(({ word }) => word))]);

function lineOf({ segments }: Row): readonly Line[] {
  const cells = segments.map(wordsOf).filter(({ text }) => /[\p{L}\d]/u.test(text));
  const [first, ...more] = cells;
  if (first === undefined) return [];
  return more.length === 0
    ? [{ prepared: prepareText(first), cells: null, table: null }]
    : [{ prepared: prepareText(joinSourcedTexts(cells, " | ")), cells: cells.map(prepareText), table: null }];
}
