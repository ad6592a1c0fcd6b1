import type { GrayImage } from "../../../../src-shared/model/index.ts";
import { shrink } from "./gray-image.ts";

/** Below this a pixel counts as ink when lines are looked for. */
const inkBelow = 130;
const widestAngle = 7;
const finestStep = 0.02;
/** Angles below this are left alone: turning blurs more than it mends. */
const leastAngle = 0.1;
/** How much clearer the lines must be at the best angle than at the worst. */
const leastContrast = 3;

/** Pixels of the shorter side at which the two ways of a page are compared. */
const comparedSide = 800;

const degree = Math.PI / 180;

/** How clearly ink stands in rows after a vertical shear: the sum of squared steps between row sums. */
function rowContrast(image: GrayImage, tangent: number): number {
  const { width, height, pixels } = image;
  const shifts = Int32Array.from({ length: width }, (_zero, x) => Math.round((x - width / 2) * tangent));
  const rows = new Float64Array(height);
  // Row by row as the pixels lie: column by column every one of them would come from another part of memory.
  for (let y = 0, at = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, at += 1) {
      if ((pixels[at] ?? 255) >= inkBelow) continue;
      const row = y - (shifts[x] ?? 0);
      if (row >= 0 && row < height) rows[row] = (rows[row] ?? 0) + 1;
    }
  let sum = 0;
  for (let y = 1; y < height; y += 1) {
    const step = (rows[y] ?? 0) - (rows[y - 1] ?? 0);
    sum += step * step;
  }
  return sum;
}

interface Sweep {
  readonly angle: number;
  readonly most: number;
  readonly least: number;
}

/** The contrast of rows at each whole degree: the best angle, and how much better it is than the worst. */
function sweepAngles(image: GrayImage): Sweep {
  let angle = 0;
  let most = -1;
  let least = Infinity;
  for (let tried = -widestAngle; tried <= widestAngle; tried += 1) {
    const score = rowContrast(image, Math.tan(tried * degree));
    if (score > most) [angle, most] = [tried, score];
    least = Math.min(least, score);
  }
  return { angle, most, least };
}

/**
 * The angle in degrees by which the lines of a page fall to the right; 0 when there is none to be seen.
 *
 * Sweep by whole degrees at a quarter of the size, then halve the interval at half size. Source: Leptonica's method.
 */
export function findSkew(image: GrayImage): number {
  const coarse = shrink(image, 4);
  if (coarse.width < 50 || coarse.height < 50) return 0;
  const sweep = sweepAngles(coarse);
  let best = sweep.angle;
  const fine = shrink(image, 2);
  let center = rowContrast(fine, Math.tan(best * degree));
  for (let step = 0.5; step >= finestStep; step /= 2) {
    const below = rowContrast(fine, Math.tan((best - step) * degree));
    const above = rowContrast(fine, Math.tan((best + step) * degree));
    if (below > center && below >= above) [best, center] = [best - step, below];
    else if (above > center) [best, center] = [best + step, above];
  }
  const isSeen = sweep.most > 0 && sweep.most >= leastContrast * sweep.least;
  return isSeen && Math.abs(best) >= leastAngle ? best : 0;
}

/** Whether lines run from top to bottom: the page lies on its side. */
export function liesOnItsSide(image: GrayImage, turned: GrayImage): boolean {
  // Finer than for the angle: small print of a crooked page must still show as lines.
  const factor = Math.max(2, Math.min(4, Math.round(Math.min(image.width, image.height) / comparedSide)));
  return sweepAngles(shrink(turned, factor)).most > sweepAngles(shrink(image, factor)).most;
}

/** Turned around its center by an angle that `findSkew` gave, same size, white where nothing was. */
export function rotate(image: GrayImage, angle: number): GrayImage {
  if (angle === 0) return image;
  const { width, height, pixels } = image;
  const [sine, cosine] = [Math.sin(angle * degree), Math.cos(angle * degree)];
  const turned = new Uint8Array(pixels.length).fill(255);
  const [middleX, middleY] = [width / 2, height / 2];
  const acrossX = Float64Array.from({ length: width }, (_zero, x) => middleX + (x - middleX) * cosine);
  const acrossY = Float64Array.from({ length: width }, (_zero, x) => middleY + (x - middleX) * sine);
  for (let y = 0; y < height; y += 1) {
    const downX = (y - middleY) * sine;
    const downY = (y - middleY) * cosine;
    for (let x = 0, to = y * width; x < width; x += 1, to += 1) {
      const fromX = (acrossX[x] ?? 0) - downX;
      const fromY = (acrossY[x] ?? 0) + downY;
      if (fromX < 0 || fromY < 0) continue;
      const left = Math.trunc(fromX);
      const top = Math.trunc(fromY);
      if (left + 1 >= width || top + 1 >= height) continue;
      const at = top * width + left;
      const northWest = pixels[at] ?? 255;
      const northEast = pixels[at + 1] ?? 255;
      const southWest = pixels[at + width] ?? 255;
      const southEast = pixels[at + width + 1] ?? 255;
      // Most of a page is paper, and already white.
      if ((northWest & northEast & southWest & southEast) === 255) continue;
      const partX = fromX - left;
      const partY = fromY - top;
      const upper = northWest * (1 - partX) + northEast * partX;
      const lower = southWest * (1 - partX) + southEast * partX;
      turned[to] = Math.round(upper * (1 - partY) + lower * partY);
    }
  }
  return { width, height, pixels: turned };
}

/** Where a point of the turned picture stood before. */
export function rotateBack(
  x: number,
  y: number,
  image: Pick<GrayImage, "width" | "height">,
  angle: number,
): readonly [x: number, y: number] {
  const [sine, cosine] = [Math.sin(angle * degree), Math.cos(angle * degree)];
  const [awayX, awayY] = [x - image.width / 2, y - image.height / 2];
  return [image.width / 2 + awayX * cosine - awayY * sine, image.height / 2 + awayX * sine + awayY * cosine];
}
