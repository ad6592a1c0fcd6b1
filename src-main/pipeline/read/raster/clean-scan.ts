import type { GrayImage } from "../../../../src-shared/model/index.ts";

const tile = 16;
/** Share of dark pixels from which a tile is a colored ground with light letters on it. */
const darkShare = 0.55;
const shortestBand = 6;
/** A run of ink longer than this, in pixels, is a drawn line and no letter. */
const longestStroke = 130;
const thickestRule = 7;
/** Share of a run that must be thin: letters that stand on a line make it thick where they touch it. */
const thinShare = 0.85;
const inkBelow = 150;

/**
 * A scan as the recognizer likes it: shading divided out, light letters on dark ground inverted, drawn lines erased.
 *
 * Only the copy that is recognized is changed.
 */
export function cleanScan(image: GrayImage): GrayImage {
  const level = evenLight(image);
  invertBands(level);
  eraseRules(level, "row");
  eraseRules(level, "column");
  return level;
}

/** The brightest pixel of each tile and of its neighbours is taken for paper. */
function evenLight(image: GrayImage): GrayImage {
  const { width, height, pixels } = image;
  const size = tile * 4;
  const columns = Math.ceil(width / size);
  const rows = Math.ceil(height / size);
  const brightest = new Uint8Array(columns * rows);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / size) * columns;
    for (let x = 0; x < width; x += 1) {
      const at = row + Math.floor(x / size);
      const value = pixels[y * width + x] ?? 0;
      if (value > (brightest[at] ?? 0)) brightest[at] = value;
    }
  }
  const paper = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      let most = 0;
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y += 1)
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x += 1)
          most = Math.max(most, brightest[y * columns + x] ?? 0);
      paper[row * columns + column] = 255 / Math.max(64, most);
    }
  const even = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / size) * columns;
    for (let x = 0; x < width; x += 1) {
      const value = (pixels[y * width + x] ?? 255) * (paper[row + Math.floor(x / size)] ?? 1);
      even[y * width + x] = value > 255 ? 255 : value;
    }
  }
  return { width, height, pixels: even };
}

function invertBands({ width, height, pixels }: GrayImage): void {
  const columns = Math.floor(width / tile);
  for (let row = 0; (row + 1) * tile <= height; row += 1) {
    let start = -1;
    for (let column = 0; column <= columns; column += 1) {
      const isDark = column < columns && darkPart(pixels, width, column * tile, row * tile) > darkShare;
      if (isDark && start < 0) start = column;
      if (isDark || start < 0) continue;
      if (column - start >= shortestBand)
        for (let y = row * tile; y < (row + 1) * tile; y += 1)
          for (let x = start * tile; x < column * tile; x += 1)
            pixels[y * width + x] = 255 - (pixels[y * width + x] ?? 0);
      start = -1;
    }
  }
}

function darkPart(pixels: Uint8Array, width: number, left: number, top: number): number {
  let dark = 0;
  for (let y = top; y < top + tile; y += 1)
    for (let x = left; x < left + tile; x += 1) if ((pixels[y * width + x] ?? 255) < inkBelow) dark += 1;
  return dark / (tile * tile);
}

/** Long thin runs of ink become paper. What stands above or below them stays. */
function eraseRules({ width, height, pixels }: GrayImage, direction: "row" | "column"): void {
  const [lines, length] = direction === "row" ? [height, width] : [width, height];
  const [alongStep, acrossStep] = direction === "row" ? [1, width] : [width, 1];
  const isInk = (at: number): boolean => (pixels[at] ?? 255) < inkBelow;
  const erased: number[] = [];
  for (let line = 0; line < lines; line += 1) {
    let run = 0;
    for (let position = 0; position <= length; position += 1) {
      const at = line * acrossStep + position * alongStep;
      if (position < length && isInk(at)) {
        run += 1;
        continue;
      }
      if (run > longestStroke) {
        const points = Array.from(
          { length: run },
          (_zero, back) => line * acrossStep + (position - run + back) * alongStep,
        );
        const thin = points.filter((point) => isThin(pixels, point, acrossStep));
        // A line that is thick in places would leave crumbs: it stays whole.
        if (thin.length > thinShare * run) for (const point of thin) erased.push(point);
      }
      run = 0;
    }
  }
  for (const point of erased) pixels[point] = 255;
}

function isThin(pixels: Uint8Array, point: number, step: number): boolean {
  let thickness = 1;
  for (const way of [step, -step])
    for (let at = point + way; thickness <= thickestRule && (pixels[at] ?? 255) < inkBelow; at += way)
      thickness += 1;
  return thickness <= thickestRule;
}
