import type { BlockZone, SourcedText } from "../../../../src-shared/model/index.ts";

/** Where the lines of a text stand in their column. */
export type Alignment = "left" | "center" | "right";

/** A paragraph of a flowing format. Its runs point into the document's text; tabs and line ends are in the text. */
export interface FlowParagraph {
  readonly type: "paragraph";
  readonly zone: BlockZone;
  readonly text: SourcedText;
  readonly headingLevel: number | null;
  readonly label: string | null;
  readonly indent: number;
  readonly bold: boolean;
  readonly alignment: Alignment;
  readonly startsPage?: boolean;
  /** Kept from a reader's sight by its style: on the pages as words that are not visible, in no block. */
  readonly isHidden?: boolean;
}

export interface FlowCell {
  readonly text: SourcedText;
  readonly bold: boolean;
  readonly alignment: Alignment;
  /** Columns that it takes; the others are `null`. */
  readonly span: number;
}

/** A table; every row has one entry for each column. */
export interface FlowTable {
  readonly type: "table";
  readonly zone: BlockZone;
  /** Shares of the page's width; they add up to 1. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly (FlowCell | null)[])[];
}

/** What a flowing format is made of, in reading order. */
export type FlowItem = FlowParagraph | FlowTable;
