import { verbatimText } from "./flow-blocks.ts";
import type { FlowItem } from "./flow-item.ts";
import type { BodyItem } from "./body-item.ts";

/**
 * Gives every text its place: the document's text is all texts in order, labels in front, a line end behind each
 * paragraph, a tab between cells.
 */
export function composeText(items: readonly BodyItem[]): { text: string; items: FlowItem[] } {
  let text = "";
  const placed: FlowItem[] = [];
  for (const item of items) {
    if (item.type === "paragraph") {
      if (item.label !== null) text += `${item.label} `;
      placed.push({ ...item, text: verbatimText(item.text, text.length) });
      text += `${item.text}\n`;
      continue;
    }
    const rows = item.rows.map((row) => {
      const cells = row.map((cell, index) => {
        if (index > 0) text += "\t";
        if (cell === null) return null;
        const own = { ...cell, text: verbatimText(cell.text, text.length) };
        text += cell.text;
        return own;
      });
      text += "\n";
      return cells;
    });
    placed.push({ ...item, rows });
  }
  return { text, items: placed };
}
