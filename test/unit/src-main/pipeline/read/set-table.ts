import { pagesToBlocks } from "../../../../../src-main/pipeline/read/layout/index.ts";
import type { Box, Page, Rule, Word } from "../../../../../src-shared/model/index.ts";

export const size = 0.012;
export const leading = 0.013;
const letter = 0.006;
const lefts = [0.08, 0.14, 0.34, 0.7];

export type Cell = readonly string[];
export type Placed = "top" | "middle" | "bottom";

interface Setting {
  readonly placed: Placed;
  /** White between two rows beside that of a line, in page fractions. */
  readonly padding: number;
  readonly titleSize?: number;
  /** Whether a rule runs across below each row but the last. */
  readonly isRuled?: boolean;
}

/** A word of a printed page in its box. */
export const wordAt = (text: string, box: Box): Word => ({
  text,
  box,
  at: { page: 1, box },
  size: box[3],
  bold: false,
  source: "text",
  confidence: 1,
  visible: true,
});

/** Sets rows of cells, each of several lines, one below the other without rules. */
export function setTable(
  rows: readonly (readonly Cell[])[],
  { placed, padding, titleSize = size, isRuled = false }: Setting,
): Page {
  const words: Word[] = [];
  const rules: Rule[] = [];
  let top = 0.1;
  for (const [at, cells] of rows.entries()) {
    const high = Math.max(...cells.map(({ length }) => length));
    for (const [column, lines] of cells.entries()) {
      const free = high - lines.length;
      const down = placed === "top" ? 0 : placed === "middle" ? free / 2 : free;
      for (const [line, text] of lines.entries()) {
        let left = lefts[column] ?? 0.9;
        for (const part of text.split(" ")) {
          words.push(
            wordAt(part, [
              left,
              top + (down + line) * leading,
              part.length * letter,
              at === 0 ? titleSize : size,
            ]),
          );
          left += (part.length + 0.5) * letter;
        }
      }
    }
    top += high * leading + padding;
    if (isRuled && at < rows.length - 1)
      rules.push({ orientation: "horizontal", box: [0.07, top - padding / 2, 0.82, 0] });
  }
  return { number: 1, words, rules, aspect: 0.77 } as unknown as Page;
}

/** The tables that are found on a page. */
export const tables = (page: Page): unknown[] =>
  pagesToBlocks([page]).flatMap((block) =>
    block.type === "table"
      ? [
          {
            isParted: block.isParted ?? false,
            rows: block.rows.map((row) => row.map((cell) => cell?.text ?? null)),
          },
        ]
      : [],
  );
