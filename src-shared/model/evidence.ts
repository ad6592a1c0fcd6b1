import type { DocumentId } from "./ids.ts";

/** `[x, y, width, height]` as fractions of the page after rotation, origin top left. */
export type Box = readonly [x: number, y: number, width: number, height: number];

/** Where words stand in a page. Several boxes where a quote runs over lines. */
export interface PageLocator {
  readonly page: number;
  readonly box?: Box;
  readonly boxes?: readonly Box[];
}

/** A cell of a workbook: sheet name and A1 address. */
export interface CellLocator {
  readonly sheet: string;
  readonly cell: string;
}

/** A cell of a delimited file. Both count from 1; the header row is row 1. */
export interface RowLocator {
  readonly row: number;
  readonly column: number;
}

/** A place in a structured file, as an absolute path: `/Invoice/cac:InvoiceLine[2]/cbc:ID`. */
export interface PathLocator {
  readonly path: string;
}

/** Characters (UTF-16 units) of the document's text, end exclusive. */
export interface TextLocator {
  readonly start: number;
  readonly end: number;
}

/** Where a quote stands in its document. */
export type Locator = PageLocator | CellLocator | RowLocator | PathLocator | TextLocator;

/** What a quote proves in a finding. */
export type EvidenceRole = "term" | "invoice" | "delivery" | "history";

/** Words as they stand in a document, and where. The quote is found at the locator, or the reading is a defect. */
export interface Evidence {
  readonly documentId: DocumentId;
  readonly role: EvidenceRole;
  readonly quote: string;
  readonly at: Locator;
}
