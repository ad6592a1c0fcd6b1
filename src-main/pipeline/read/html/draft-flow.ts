import { verbatimText } from "../flow/flow-blocks.ts";
import type { Alignment, FlowCell, FlowItem, FlowParagraph } from "../flow/flow-item.ts";

export interface Cell {
  readonly paragraphs: FlowDraft[];
  readonly span: number;
}

/** A paragraph before it has its place in the document's text. */
export interface FlowDraft {
  readonly text: string;
  readonly headingLevel: number | null;
  readonly label: string | null;
  readonly indent: number;
  readonly bold: boolean;
  readonly alignment: Alignment;
  readonly isHidden: boolean;
  readonly isQuoted: boolean;
}

export type Draft =
  FlowDraft | { readonly rows: readonly (readonly (Cell | null)[])[]; readonly isQuoted: boolean };

/** What HTML says to a person, as flowing text with its places in a text of its own. */
export interface HtmlFlow {
  readonly items: readonly FlowItem[];
  readonly text: string;
  /** Offset of the text from which on an older message is quoted; `null` when none is. */
  readonly quotedFrom: number | null;
}

/** Gives every text its place in one text: a line end behind each paragraph, a tab between cells. */
export function placeDrafts(drafts: readonly Draft[], offset: number): HtmlFlow {
  const items: FlowItem[] = [];
  let text = "";
  let quotedFrom: number | null = null;
  const place = (piece: string) => {
    const placed = verbatimText(piece, offset + text.length);
    text += piece;
    return placed;
  };
  const addParagraph = (draft: FlowDraft): void => {
    if (draft.label !== null) text += `${draft.label} `;
    const { isHidden, isQuoted: _isQuoted, ...rest } = draft;
    const paragraph: FlowParagraph = {
      type: "paragraph",
      zone: "body",
      ...rest,
      text: place(draft.text),
      ...(isHidden && { isHidden }),
    };
    items.push(paragraph);
    text += "\n";
  };
  for (const draft of drafts) {
    if (draft.isQuoted) quotedFrom ??= offset + text.length;
    if (!("rows" in draft)) {
      addParagraph(draft);
      continue;
    }
    const hidden: FlowDraft[] = [];
    const columns = draft.rows[0]?.length ?? 1;
    const longest = Array.from({ length: columns }, () => 3);
    const rows = draft.rows.map((row) => {
      const cells = row.map((cell, index): FlowCell | null => {
        if (index > 0) text += "\t";
        if (cell === null) return null;
        hidden.push(...cell.paragraphs.filter(({ isHidden }) => isHidden));
        const seen = cell.paragraphs.filter(({ isHidden }) => !isHidden);
        const piece = seen.map((each) => each.text).join("\n");
        const length = Math.max(...piece.split("\n").map((line) => line.length));
        if (cell.span === 1) longest[index] = Math.max(longest[index] ?? 3, Math.min(60, length));
        return {
          text: place(piece),
          bold: seen.length > 0 && seen.every((each) => each.bold),
          alignment: seen[0]?.alignment ?? "left",
          span: cell.span,
        };
      });
      text += "\n";
      return cells;
    });
    const total = longest.reduce((sum, length) => sum + length, 0);
    items.push({ type: "table", zone: "body", widths: longest.map((length) => length / total), rows });
    for (const each of hidden) addParagraph(each);
  }
  return { items, text, quotedFrom };
}
