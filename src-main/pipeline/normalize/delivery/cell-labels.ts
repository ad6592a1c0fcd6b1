import type { ReadDocument } from "../../../../src-shared/model/index.ts";
import { oncePerDocument } from "../once-per-document.ts";
import { gridsOf } from "../sheets/document-grids.ts";
import type { GridCell } from "../sheets/grid.ts";
import { foldAligned } from "../values/fold.ts";
import { labelSpans, type LabeledText, type RecordLabel } from "./record-labels.ts";

const fewestRows = 2;

/** The label that a cell is and nothing else: "Technician", "Fahrzeit:". */
function labelOf({ text }: GridCell): RecordLabel | null {
  const [only, ...others] = labelSpans(text);
  const isWhole = only?.start === 0 && others.length === 0 && /^[\s:.]*$/.test(text.slice(only.end));
  return isWhole ? only.label : null;
}

/** Labels of a row of a form, each in a cell before that of its value. */
function pairsOf(row: readonly GridCell[]): readonly LabeledText[] {
  const filled = row.filter(({ text }) => text !== "");
  return filled.flatMap((cell, index): readonly LabeledText[] => {
    const [label, value] = [labelOf(cell), filled[index + 1]];
    if (label === null || value === undefined || labelOf(value) !== null) return [];
    const proof = value.prove("delivery");
    return [{ label, words: foldAligned(cell.text), text: value.text, hasColon: true, evidence: proof }];
  });
}

/**
 * What forms that are drawn as tables say, in rows of labels and values beside each other: "Customer | … | Technician | …".
 *
 * A table of records has its labels in one row, above what they title.
 */
export const cellLabels = oncePerDocument((document: ReadDocument): readonly LabeledText[] =>
  document.sheets.length > 0
    ? []
    : gridsOf(document).flatMap(({ rows }) => {
        const pairs = rows.map(pairsOf);
        const labeled = pairs.filter((each) => each.length > 0).length;
        return labeled >= fewestRows && labeled * 2 >= rows.length ? pairs.flat() : [];
      }),
);
