import type { Layout, Segment, Token } from "../../invoice/layout.ts";
import { tokensToSegment } from "../../invoice/layout.ts";
import { createLabelMatcher } from "../../labels/index.ts";
import type { PhraseRow } from "../../labels/field-phrases.ts";
import type { FormField } from "./form-phrases.ts";
import { formPhrases, numberedPapers } from "./form-phrases.ts";

/** A label at the beginning of a cell. */
export interface FormLabel {
  readonly field: FormField;
  readonly weight: number;
  /** Words of the label; the value may follow in the same cell. */
  readonly tokens: readonly Token[];
  readonly behind: readonly Token[];
  readonly cell: Segment;
  /** Whether a colon or nothing else follows in the cell. */
  readonly isPlain: boolean;
  /** "Contract / Revision": the number and its revision stand in one cell. */
  readonly hasRevision: boolean;
}

/** A row of a form as cells, with the label that each begins with. */
export interface FormRow {
  readonly page: number;
  readonly index: number;
  readonly top: number;
  readonly bottom: number;
  readonly cells: readonly Segment[];
}

export interface FormGrid {
  readonly rows: readonly FormRow[];
  readonly labels: ReadonlyMap<Segment, FormLabel>;
  /** Cells that announce something, known or not: no value of a label above them. */
  readonly isLabel: (cell: Segment) => boolean;
}

const numberWords = "no|nr|num|number|#|id|nummer|numero|n|nbr|code|ref";
const revisions = "revision|rev|version|mod";

function* numberRows(): Iterable<PhraseRow<FormField>> {
  for (const [field, language, things] of numberedPapers) {
    for (const thing of things.split("|")) {
      const numbered = numberWords.split("|").map((word) => `${thing} ${word}`);
      const leading = ["no", "n", "nr", "numero", "number"].flatMap((word) =>
        ["", "de ", "of ", "du ", "der ", "di ", "do ", "da ", "del "].map(
          (joint) => `${word} ${joint}${thing}`,
        ),
      );
      const revised = revisions
        .split("|")
        .flatMap((word) => [thing, ...numbered].map((label) => `${label} ${word}`));
      yield [field, language, [...numbered, ...leading, ...revised].join("|")];
      yield [field, language, `${thing}*`];
    }
  }
}

/** Labels of forms in a row of words. */
export const matchFormLabels = createLabelMatcher<FormField>([...numberRows(), ...formPhrases]);

const markOnly = /^[^\p{L}\d]+$/u;
const colonEnd = /[:：]$/;

/** Cells of all rows with their labels; a cell is split where a label inside it begins on a column of labels. */
export function readFormGrid(layout: Layout): FormGrid {
  const labels = new Map<Segment, FormLabel>();
  const edges = labelEdges(layout);
  const rows = layout.rows.map((row): FormRow => {
    const height = layout.pages.find((page) => page.number === row.page)?.height ?? 0.012;
    const columns = edges.get(row.page) ?? [];
    const cells = row.segments.flatMap((segment) => splitAtLabels(segment, columns, height));
    for (const cell of cells) {
      const label = labelOf(cell);
      if (label !== null) labels.set(cell, label);
    }
    return { page: row.page, index: row.index, top: row.top, bottom: row.bottom, cells };
  });
  const isLabel = (cell: Segment): boolean => {
    const label = labels.get(cell);
    if (label !== undefined && (label.isPlain || label.weight >= 0.8)) return true;
    return /(?:[:：]|#)$/.test(cell.text) || /^\p{L}[^:]{1,28}:\s/u.test(cell.text);
  };
  return { rows, labels, isLabel };
}

function labelOf(cell: Segment): FormLabel | null {
  const words = cell.tokens.map((token) => token.text);
  const [first] = matchFormLabels(words);
  if (first === undefined) return null;
  const lead = cell.tokens.slice(0, first.start);
  if (!lead.every((token) => markOnly.test(token.text))) return null;
  const [meaning] = first.meanings;
  if (meaning === undefined) return null;
  const tokens = cell.tokens.slice(first.start, first.end);
  const rest = cell.tokens.slice(first.end);
  const from = rest.findIndex((token) => !/^[:：.=|]+$/.test(token.text));
  const hasColon = colonEnd.test(tokens.at(-1)?.text ?? "") || /^[:：]/.test(rest[0]?.text ?? "");
  const isPlain = hasColon || from < 0;
  return {
    field: meaning.field,
    weight: meaning.weight,
    tokens,
    behind: from < 0 ? [] : rest.slice(from),
    cell,
    isPlain,
    hasRevision: /\b(?:revision|rev|version|mod)$/.test(first.phrase),
  };
}

/** Left edges on a page where cells begin with a label, at least twice. */
function labelEdges(layout: Layout): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (const row of layout.rows)
    for (const segment of row.segments) {
      const label = labelOf(segment);
      if (label?.isPlain === true) found.set(row.page, [...(found.get(row.page) ?? []), segment.left]);
    }
  return found;
}

function splitAtLabels(segment: Segment, edges: readonly number[], height: number): readonly Segment[] {
  if (segment.tokens.length < 2 || segment.tokens.length > 14) return [segment];
  const cuts = matchFormLabels(segment.tokens.map((token) => token.text)).flatMap((hit) => {
    const token = segment.tokens[hit.start];
    if (hit.start === 0 || token === undefined) return [];
    const onColumn = edges.filter((edge) => Math.abs(edge - token.left) < 0.25 * height).length >= 2;
    const last = segment.tokens[hit.end - 1]?.text ?? "";
    const before = segment.tokens[hit.start - 1]?.text ?? "";
    // "12 Date: 3 March": a label with a colon behind a value that is complete.
    const isAnnounced = colonEnd.test(last) && /\d/.test(before) && !colonEnd.test(before);
    return onColumn || isAnnounced ? [hit.start] : [];
  });
  if (cuts.length === 0) return [segment];
  return [0, ...cuts].map((start, index) =>
    tokensToSegment(
      segment.tokens.slice(start, cuts[index] ?? segment.tokens.length),
      segment.page,
      segment.row,
    ),
  );
}
