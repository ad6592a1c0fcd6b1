import type { InkPart } from "../../../../../../src-main/pipeline/read/raster/ink-parts.ts";
import type { TextSegment } from "../../../../../../src-main/pipeline/read/raster/text-lines.ts";

/** Ink in a line whose letters are 20 pixels high and stand on 100. */
export const ink = (left: number, width: number, height = 20, foot = 100): InkPart => ({
  left,
  right: left + width,
  top: foot - height,
  bottom: foot,
  ink: Math.round(0.8 * width * height),
});

export const segmentOf = (parts: readonly InkPart[]): TextSegment => ({
  parts,
  left: Math.min(...parts.map(({ left }) => left)),
  right: Math.max(...parts.map(({ right }) => right)),
  top: 80,
  bottom: 100,
  letterHeight: 20,
  slope: 0,
  pitch: null,
});
