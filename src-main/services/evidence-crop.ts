import { cropEvidence } from "../../src-shared/crop/index.ts";
import type { CropBox, CropCell, CropText } from "../../src-shared/crop/index.ts";
import type { Evidence, ReadDocument } from "../../src-shared/model/index.ts";
import { escapeMarkup } from "./escape-markup.ts";

/** The part of a document around the quotes as markup, with the quotes marked; empty where there is none to show. */
export function cropAround(document: ReadDocument, evidence: readonly Evidence[]): string {
  const crop = cropEvidence(document, evidence);
  if (crop === null) return "";
  if (crop.kind === "table") return `<table class="crop">${crop.rows.map(writeRow).join("")}</table>`;
  const { width, height, marks, texts } = crop;
  return `<svg class="crop" role="img" viewBox="0 0 ${width} ${height}" font-family="sans-serif">${marks.map(writeMark).join("")}${texts.map(writeText).join("")}</svg>`;
}

const writeMark = ({ x, y, width, height }: CropBox): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}"/>`;

const writeText = ({ text, x, y, width, size, isBold }: CropText): string =>
  `<text x="${x}" y="${y}" font-size="${size}" textLength="${width}" lengthAdjust="spacingAndGlyphs"${isBold ? ' font-weight="700"' : ""}>${escapeMarkup(text)}</text>`;

const writeRow = (cells: readonly CropCell[]): string =>
  `<tr>${cells.map(({ text, isMarked }) => `<td${isMarked ? ' class="marked"' : ""}>${escapeMarkup(text)}</td>`).join("")}</tr>`;
