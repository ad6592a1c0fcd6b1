import type { Page, ReadDocument, Word } from "../../../../src-shared/model/index.ts";
import { joinPieces, type TextLine, type TextPiece } from "./text-lines.ts";

const fewestWords = 12;
const shortestWord = 3;
const evenWidth = 0.04;
const mostlyEven = 0.95;
const blankPitch = 1.6;

/**
 * The lines of pages that are printed in letters of one width, each in pieces between two blanks and more, as if they had
 * been written as text; none where the letters differ.
 */
export function rasterLines({ pages, reader }: ReadDocument): readonly TextLine[] {
  if (reader !== "pdf-text") return [];
  const widths = pages
    .flatMap(({ words }) => words)
    .filter(({ text, visible }) => visible && text.length >= shortestWord)
    .map(({ box, text }) => box[2] / text.length)
    .toSorted((one, other) => one - other);
  const width = widths[Math.floor(widths.length / 2)] ?? 0;
  const even = widths.filter((each) => Math.abs(each / width - 1) < evenWidth).length;
  if (widths.length < fewestWords || even < widths.length * mostlyEven) return [];
  return pages.flatMap((page) => linesOf(page, width));
}

function linesOf({ number, words }: Page, width: number): readonly TextLine[] {
  const rows: Word[][] = [];
  for (const word of words.filter(({ visible }) => visible).toSorted((a, b) => a.box[1] - b.box[1])) {
    const [first] = rows.at(-1) ?? [];
    if (first !== undefined && Math.abs(first.box[1] - word.box[1]) < 0.5 * first.box[3])
      rows.at(-1)?.push(word);
    else rows.push([word]);
  }
  const tops = rows.map(([first]) => first?.box[1] ?? 0);
  const steps = tops.slice(1).map((top, index) => top - (tops[index] ?? 0));
  const pitch = steps.toSorted((one, other) => one - other)[Math.floor(steps.length / 2)] ?? 0;
  return rows.flatMap((row, index): readonly TextLine[] => {
    const line = lineOf(row, number, width);
    const isApart = index > 0 && (steps[index - 1] ?? 0) > blankPitch * pitch;
    return isApart ? [{ pieces: [], isRule: false }, line] : [line];
  });
}

function lineOf(row: readonly Word[], page: number, width: number): TextLine {
  if (row.every(({ text }) => /^[-=_*~—–─━]{3,}$/u.test(text))) return { pieces: [], isRule: true };
  const pieces: TextPiece[] = [];
  for (const { text, box } of row.toSorted((a, b) => a.box[0] - b.box[0])) {
    const [left, right] = [Math.round(box[0] / width), Math.round((box[0] + box[2]) / width)];
    const last = pieces.at(-1);
    const piece: TextPiece = { text, start: 0, end: 0, left, right, at: { page, box } };
    if (last !== undefined && left - last.right <= 1) pieces[pieces.length - 1] = joinPieces([last, piece]);
    else pieces.push(piece);
  }
  return { pieces, isRule: false };
}
