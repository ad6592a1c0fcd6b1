import type { Line } from "./outline.ts";
import type { PreparedText } from "../text/prepared-text.ts";

/** A label of a printed row with the value that it stands before. */
export interface RowLabel {
  /** Folded, without its colon. */
  readonly label: string;
  readonly value: PreparedText;
  /** Where in `value` the labeled text begins. */
  readonly start: number;
  readonly line: Line;
}

/** "Agreement ref.: HA/M/221", "Laufzeit : 48 Monate": a label and its value in one piece. */
const inOnePiece = /^([a-z][a-z0-9°º#./' ()-]{1,38}?) ?: ?(?=\S)/;
/** A piece that may be nothing but a label. */
const alone = /^[a-z][a-z0-9°º#./' ()-]{1,38}?(?: ?[:.])?$/;

/** Every label of some rows with what stands behind or beside it. */
export function rowLabels(rows: readonly Line[]): readonly RowLabel[] {
  return rows.flatMap((line) => {
    const parts = line.cells ?? [line.prepared];
    return parts.flatMap((part, column): readonly RowLabel[] => {
      const said = inOnePiece.exec(part.folded);
      if (said !== null) return [{ label: bare(said[1] ?? ""), value: part, start: said[0].length, line }];
      const beside = parts[column + 1];
      return beside !== undefined && alone.test(part.folded)
        ? [{ label: bare(part.folded), value: beside, start: 0, line }]
        : [];
    });
  });
}

const bare = (folded: string): string => folded.replace(/[ :.]+$/, "").trim();
