import type { GrayImage } from "../../../../src-shared/model/index.ts";

/** Pixels across a tile whose brightest spot is looked for. */
const tile = 64;
/** Tiles to each side that may lend their paper: a dark bar is not taken for paper in a shadow. */
const reach = 2;
/** Lightest shade that can still be the ink of a faded print, on paper of 255. */
const palestInk = 205;
const darkestThreshold = 90;
/** Share of the ink that may be darker than what becomes black. */
const darkestShare = 0.1;

/** A picture with its shading divided out and its contrast drawn wide. */
export interface EvenImage {
  readonly image: GrayImage;
  /** Below this a pixel is ink. */
  readonly threshold: number;
}

/**
 * Divides the light out and stretches what is left from the ink's black to the paper's white.
 *
 * The brightest spot of each tile and its neighbours is taken for paper. Source of the threshold: Otsu 1979.
 */
export function evenLight({ width, height, pixels }: GrayImage): EvenImage {
  const paper = paperOf(pixels, width, height);
  const even = new Uint8Array(pixels.length);
  const histogram = new Uint32Array(256);
  const factors = new Float32Array(width);
  const across = placesBetween(width, Math.ceil(width / tile));
  for (let y = 0; y < height; y += 1) {
    fillFactors(factors, paper, across, Math.ceil(height / tile), y);
    for (let x = 0, at = y * width; x < width; x += 1, at += 1) {
      const lit = (pixels[at] ?? 0) * (factors[x] ?? 0);
      const value = lit > 255 ? 255 : lit;
      even[at] = value;
      histogram[value & 255] = (histogram[value & 255] ?? 0) + 1;
    }
  }
  const split = Math.max(darkestThreshold, Math.min(palestInk, splitOf(histogram)));
  const black = darkestOf(histogram, split);
  const white = Math.max(split + 20, 235);
  const stretched = Uint8Array.from({ length: 256 }, (_zero, value) =>
    Math.max(0, Math.min(255, Math.round(((value - black) * 255) / (white - black)))),
  );
  for (let at = 0; at < even.length; at += 1) even[at] = stretched[even[at] ?? 0] ?? 0;
  return { image: { width, height, pixels: even }, threshold: stretched[split] ?? 0 };
}

/** Factor that makes paper white, for each tile: the reciprocal of the light on it. */
function paperOf(pixels: Uint8Array, width: number, height: number): Float32Array {
  const columns = Math.ceil(width / tile);
  const rows = Math.ceil(height / tile);
  const brightest = new Uint8Array(columns * rows);
  const seen = new Uint16Array(256);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      seen.fill(0);
      let count = 0;
      for (let y = row * tile; y < Math.min(height, (row + 1) * tile); y += 2)
        for (let x = column * tile; x < Math.min(width, (column + 1) * tile); x += 2) {
          seen[pixels[y * width + x] ?? 0] = (seen[pixels[y * width + x] ?? 0] ?? 0) + 1;
          count += 1;
        }
      // Not the very brightest: grain and glare are brighter than the paper.
      let rest = Math.floor(count * 0.1);
      let value = 255;
      while (value > 0 && rest >= (seen[value] ?? 0)) rest -= seen[value--] ?? 0;
      brightest[row * columns + column] = value;
    }
  const factors = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      let most = 0;
      for (let y = Math.max(0, row - reach); y <= Math.min(rows - 1, row + reach); y += 1)
        for (let x = Math.max(0, column - reach); x <= Math.min(columns - 1, column + reach); x += 1) {
          // Farther tiles count less, or a bright corner would leave a slope gray.
          const away = Math.max(Math.abs(y - row), Math.abs(x - column));
          const light = (brightest[y * columns + x] ?? 0) * (away === 0 ? 1 : away === 1 ? 0.97 : 0.9);
          if (light > most) most = light;
        }
      factors[row * columns + column] = 255 / Math.max(48, most);
    }
  return factors;
}

/** Between which two tiles each column of pixels stands, and how far from the first. */
interface Places {
  readonly count: number;
  readonly low: Uint16Array;
  readonly part: Float32Array;
}

function placesBetween(length: number, count: number): Places {
  const [low, part] = [new Uint16Array(length), new Float32Array(length)];
  for (let x = 0; x < length; x += 1) [low[x], , part[x]] = between(x, count);
  return { count, low, part };
}

/** The factors of one row of pixels, blended between the middles of tiles: down for each tile, then across. */
function fillFactors(
  factors: Float32Array,
  paper: Float32Array,
  across: Places,
  rows: number,
  y: number,
): void {
  const { count, low, part } = across;
  const [top, bottom, down] = between(y, rows);
  const blended = new Float32Array(count + 1);
  for (let column = 0; column < count; column += 1)
    blended[column] =
      (paper[top * count + column] ?? 0) * (1 - down) + (paper[bottom * count + column] ?? 0) * down;
  blended[count] = blended[count - 1] ?? 0;
  for (let x = 0; x < factors.length; x += 1) {
    const left = low[x] ?? 0;
    const own = blended[left] ?? 0;
    factors[x] = own + ((blended[left + 1] ?? 0) - own) * (part[x] ?? 0);
  }
}

function between(place: number, count: number): readonly [low: number, high: number, part: number] {
  const exact = Math.max(0, (place + 0.5) / tile - 0.5);
  const low = Math.min(count - 1, Math.floor(exact));
  return [low, Math.min(count - 1, low + 1), exact - Math.floor(exact)];
}

/** The shade that parts the two heaps of a histogram best. */
function splitOf(histogram: Uint32Array): number {
  let total = 0;
  let weighted = 0;
  for (let value = 0; value < 256; value += 1) {
    total += histogram[value] ?? 0;
    weighted += value * (histogram[value] ?? 0);
  }
  let [below, sumBelow, best, split] = [0, 0, -1, 128];
  for (let value = 0; value < 255; value += 1) {
    below += histogram[value] ?? 0;
    sumBelow += value * (histogram[value] ?? 0);
    const above = total - below;
    if (below === 0 || above === 0) continue;
    const apart = sumBelow / below - (weighted - sumBelow) / above;
    const score = below * above * apart * apart;
    if (score > best) [best, split] = [score, value + 1];
  }
  return split;
}

function darkestOf(histogram: Uint32Array, split: number): number {
  let ink = 0;
  for (let value = 0; value < split; value += 1) ink += histogram[value] ?? 0;
  let rest = ink * darkestShare;
  let value = 0;
  while (value < split && rest >= (histogram[value] ?? 0)) rest -= histogram[value++] ?? 0;
  return Math.min(value, split - 30);
}
