import type { BlockZone } from "../../../../src-shared/model/index.ts";
import type { Alignment } from "./flow-item.ts";

/** A paragraph of a word-processor document, before its text has a place. */
export interface BodyParagraph {
  readonly type: "paragraph";
  readonly zone: BlockZone;
  readonly text: string;
  readonly headingLevel: number | null;
  readonly label: string | null;
  readonly indent: number;
  readonly bold: boolean;
  readonly alignment: Alignment;
  readonly startsPage: boolean;
}

export interface BodyCell {
  readonly text: string;
  readonly bold: boolean;
  readonly alignment: Alignment;
  readonly span: number;
}

export interface BodyTable {
  readonly type: "table";
  readonly zone: BlockZone;
  readonly widths: readonly number[];
  readonly rows: readonly (readonly (BodyCell | null)[])[];
}

export type BodyItem = BodyParagraph | BodyTable;

/** A cell of the items that stand in it; paragraphs become its lines, a table inside it lines of its rows. */
export function cellOf(items: readonly BodyItem[], span: number): BodyCell {
  const paragraphs = items.filter((item): item is BodyParagraph => item.type === "paragraph");
  return {
    text: items.map((item) => (item.type === "paragraph" ? withLabel(item) : nestedText(item))).join("\n"),
    bold: paragraphs.length > 0 && paragraphs.every(({ bold }) => bold),
    alignment: paragraphs[0]?.alignment ?? "left",
    span,
  };
}

const withLabel = (paragraph: BodyParagraph): string =>
  paragraph.label === null ? paragraph.text : `${paragraph.label} ${paragraph.text}`;

/** A table inside a cell, as lines of its rows. */
const nestedText = (table: BodyTable): string =>
  table.rows.map((row) => row.flatMap((cell) => (cell === null ? [] : [cell.text])).join("\t")).join("\n");

/** Headers and footers of first, odd and even pages say mostly the same: each text once. */
export function withoutRepeats(items: readonly BodyItem[]): readonly BodyItem[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = item.type === "paragraph" ? item.text.trim() : JSON.stringify(item.rows);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
