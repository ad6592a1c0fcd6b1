import type { GrayImage } from "../../../../src-shared/model/index.ts";
import { piecesOf } from "./strip-pieces.ts";
import type { Piece } from "./strip-pieces.ts";
import type { TextSegment } from "./text-lines.ts";

/** Height in pixels that letters have in a strip: what the recognizer's network was trained on. */
export const stripLetterHeight = 26;
/** White around the ink, in letter heights. */
const margin = 0.5;
/** Letters that need less change of size than this are left as they are. */
const [least, most] = [0.8, 1.35];

/** Letter heights that a space has in a strip at least: in print that is set tight the recognizer's network loses it. */
const shownSpace = 0.8;
/** Segments of one row as one short picture. */
export interface LineStrip {
  readonly image: GrayImage;
  readonly pieces: readonly PlacedPiece[];
}

/** A piece where it is drawn in a strip. */
export interface PlacedPiece extends Piece {
  /** Where it begins in the strip. */
  readonly from: number;
  readonly to: number;
  /** Strip pixels for each pixel of the page. */
  readonly scale: number;
  readonly top: number;
}

/** How the ink of a strip is drawn. Two looks of one line are two independent pictures for the recognizer. */
export interface StripLook {
  /** Pixels of a usual letter. */
  readonly letterHeight: number;
  /** Shades below it become black, others white; `null` leaves all shades. */
  readonly threshold: number | null;
  /** Gray levels around the ink that are kept, in pixels. */
  readonly halo: number;
  /** Letter heights of white between two segments: wide enough for a space, no wider. */
  readonly gap: number;
}

export const firstLook: StripLook = { letterHeight: stripLetterHeight, threshold: null, halo: 2, gap: 1.6 };

/** Draws segments of a row beside each other, straightened, without what lies between and around them. */
export function drawStrip(
  page: GrayImage,
  segments: readonly TextSegment[],
  look: StripLook = firstLook,
): LineStrip {
  const heights = segments.map(({ letterHeight }) => letterHeight).toSorted((one, other) => one - other);
  const usual = heights[Math.floor(heights.length / 2)] ?? look.letterHeight;
  const wanted = look.letterHeight / usual;
  const scale = look === firstLook && wanted > least && wanted < most ? 1 : wanted;
  const edge = Math.ceil(margin * usual * scale) + 4;
  let from = edge;
  let height = 0;
  const placed: PlacedPiece[] = [];
  for (const segment of segments) {
    for (const piece of piecesOf(segment)) {
      const before = placed.at(-1);
      if (before !== undefined) {
        const white =
          before.segment === segment
            ? Math.max(piece.left - before.right, shownSpace * usual)
            : look.gap * usual;
        from += Math.ceil(white * scale);
      }
      const width = Math.ceil((piece.right - piece.left + 2 * look.halo) * scale);
      placed.push({ ...piece, from, to: from + width, scale, top: edge });
      from += width;
    }
    const lean = Math.abs(segment.slope) * (segment.right - segment.left);
    height = Math.max(height, (segment.bottom - segment.top - lean + 2 * look.halo) * scale);
  }
  const width = (placed.at(-1)?.to ?? edge) + edge;
  const image = { width, height: Math.ceil(height) + 2 * edge, pixels: new Uint8Array(0) };
  const pixels = new Uint8Array(image.width * image.height).fill(255);
  for (const place of placed) drawPiece(page, place, look, { ...image, pixels });
  return { image: { ...image, pixels }, pieces: placed };
}

/** Where the upper edge of a segment stands at that column: it follows the slope. */
export const topAt = ({ segment }: PlacedPiece, x: number): number =>
  segment.slope >= 0
    ? segment.top + segment.slope * (x - segment.left)
    : segment.top - segment.slope * (segment.right - x);

function drawPiece(page: GrayImage, place: PlacedPiece, look: StripLook, strip: GrayImage): void {
  const { from, scale, top } = place;
  const { halo, threshold } = look;
  const left = place.left - halo;
  for (const part of place.parts) {
    const firstX = Math.max(0, Math.floor(from + (part.left - halo - left) * scale));
    const lastX = Math.min(strip.width - 1, Math.ceil(from + (part.right + halo - left) * scale));
    for (let x = firstX; x <= lastX; x += 1) {
      const sourceX = left + (x - from + 0.5) / scale - 0.5;
      const upper = topAt(place, sourceX) - halo;
      const firstY = Math.max(0, Math.floor(top + (part.top - halo - upper) * scale));
      const lastY = Math.min(strip.height - 1, Math.ceil(top + (part.bottom + halo - upper) * scale));
      for (let y = firstY; y <= lastY; y += 1) {
        const sourceY = upper + (y - top + 0.5) / scale - 0.5;
        const value = shadeAt(page, sourceX, sourceY, scale);
        const shown = threshold === null ? value : value < threshold ? 0 : 255;
        const at = y * strip.width + x;
        if (shown < (strip.pixels[at] ?? 255)) strip.pixels[at] = shown;
      }
    }
  }
}

function shadeAt(page: GrayImage, x: number, y: number, scale: number): number {
  const { width, height, pixels } = page;
  if (scale < 0.75) return meanAround(page, x, y, 0.5 / scale);
  const left = Math.floor(x);
  const top = Math.floor(y);
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return 255;
  const at = top * width + left;
  const [partX, partY] = [x - left, y - top];
  if (partX === 0 && partY === 0) return pixels[at] ?? 255;
  const upper = (pixels[at] ?? 255) * (1 - partX) + (pixels[at + 1] ?? 255) * partX;
  const lower = (pixels[at + width] ?? 255) * (1 - partX) + (pixels[at + width + 1] ?? 255) * partX;
  return Math.round(upper * (1 - partY) + lower * partY);
}

function meanAround({ width, height, pixels }: GrayImage, x: number, y: number, radius: number): number {
  let [sum, count] = [0, 0];
  for (
    let row = Math.max(0, Math.round(y - radius));
    row <= Math.min(height - 1, Math.round(y + radius));
    row += 1
  )
    for (
      let column = Math.max(0, Math.round(x - radius));
      column <= Math.min(width - 1, Math.round(x + radius));
      column += 1
    ) {
      sum += pixels[row * width + column] ?? 255;
      count += 1;
    }
  return count === 0 ? 255 : Math.round(sum / count);
}
