import type { DocumentId } from "./ids.ts";
import type { Box, Locator } from "./evidence.ts";
import type { Problem, ReaderId, ReadStatus } from "./document.ts";

/**
 * One word as it stands.
 *
 * `box` is for layout: true page fractions in a PDF, a synthetic grid in flowing formats. `at` is for evidence.
 */
export interface Word {
  readonly text: string;
  readonly box: Box;
  readonly at: Locator;
  /** Height of the font as a fraction of the page height; in flowing formats of a synthetic page. */
  readonly size: number;
  readonly bold: boolean;
  readonly source: "text" | "ocr";
  /** Confidence of the glyphs, 1 for a text layer. Above 0.95 a recognized word was read alike twice. */
  readonly confidence: number;
  /** What a second, independent reading of the same ink says, where it says something else. */
  readonly otherReading?: string;
  /** False for words that a person would not see on the page (hidden, white, off-page). They never carry values. */
  readonly visible: boolean;
}

/** A drawn straight line or an edge of a filled box, as page fractions. */
export interface Rule {
  readonly orientation: "horizontal" | "vertical";
  readonly box: Box;
}

/** A page with its words in reading order of lines (top to bottom, left to right). */
export interface Page {
  /** From 1. */
  readonly number: number;
  /** Width divided by height, after rotation. */
  readonly aspect: number;
  readonly words: readonly Word[];
  readonly rules: readonly Rule[];
  /** Share of the page that pictures cover; near 1 with few words means a scan. */
  readonly pictureShare: number;
}

/** A run of a block's text and the place that it was taken from. Runs are in order and cover all that is not white space. */
export interface TextRun {
  /** Offsets into the block's text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly at: Locator;
  /** What stands there where it differs from the text: `agree-` at a line end for `agree` in "agreement". */
  readonly raw?: string;
}

/** Text with a map back to its source, so that a quote can be cut from it with its locator. */
export interface SourcedText {
  readonly text: string;
  readonly runs: readonly TextRun[];
}

/** Where in a document a block belongs. `quoted` is an older message inside a mail. */
export type BlockZone = "body" | "header" | "footer" | "footnote" | "comment" | "deleted" | "quoted";

/** A paragraph, heading or list item. */
export interface ParagraphBlock extends SourcedText {
  readonly type: "paragraph";
  readonly zone: BlockZone;
  /** 1 to 9 for a heading by style; `null` for running text. */
  readonly headingLevel: number | null;
  /** The clause or list number as shown, where the format keeps it apart from the text ("2.1", "(a)", "•"). */
  readonly label: string | null;
  /** Nesting of lists and clauses, from 0. */
  readonly indent: number;
  readonly bold: boolean;
  readonly page: number | null;
}

/** A table of running text; every row has the same number of cells, merged ones repeat as `null`. */
export interface TableBlock {
  readonly type: "table";
  readonly zone: BlockZone;
  readonly rows: readonly (readonly (SourcedText | null)[])[];
  readonly page: number | null;
  /** Drawn rules, or white wider than that between the lines of a cell, part its rows: what is one row is no guess. */
  readonly isParted?: true;
}

export type Block = ParagraphBlock | TableBlock;

/** A cell of a workbook or of a delimited file. */
export interface SheetCell {
  /** As shown: the text of a CSV field, the displayed text of a workbook cell. */
  readonly text: string;
  /** Exact machine value where the format is typed: a decimal text, an ISO date or date-time, or "true"/"false". */
  readonly value: string | null;
  readonly valueType: "text" | "number" | "date" | "date-time" | "duration" | "boolean" | "error" | "blank";
  readonly at: Locator;
  /** Hidden by row, column or sheet; read all the same, and said. */
  readonly hidden: boolean;
  /** ISO 4217 code that the number format shows, if it does. */
  readonly currency?: string;
}

/** A grid of cells. Rows may differ in length. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly SheetCell[])[];
}

/** An element of a structured file (XML, or JSON turned into elements), with its absolute path. */
export interface Element {
  /** Local name without prefix. */
  readonly name: string;
  readonly namespace: string;
  readonly path: string;
  /** Own text, trimmed; exactly as written ("007", "1.10"). */
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
}

/** A file inside the file: an attachment, an archive member, an e-invoice inside a PDF. */
export interface Member {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly relation: "attachment" | "member" | "embedded-invoice";
}

/**
 * What a format reader makes of a file: where which words stand. It knows formats, not business.
 *
 * Paged formats fill `pages` and `blocks`; flowing formats (DOCX, text, Markdown) fill `blocks` and lay the same
 * words out on synthetic `pages`; sheets fill `sheets`; structured files fill `root`.
 */
export interface ReadDocument {
  readonly documentId: DocumentId;
  readonly reader: ReaderId;
  readonly status: Exclude<ReadStatus, "skipped">;
  readonly problem: Problem | null;
  readonly pages: readonly Page[];
  readonly blocks: readonly Block[];
  readonly sheets: readonly Sheet[];
  readonly root: Element | null;
  readonly members: readonly Member[];
  /** Text that `TextLocator`s point into; `null` for formats that use other locators. */
  readonly text: string | null;
  /** Title, author, producer and the like, for display only. */
  readonly properties: Readonly<Record<string, string>>;
}
