import type { GrayImage } from "../../../../src-shared/model/index.ts";
import type { InkPart } from "./ink-parts.ts";
import type { PageLetters } from "./page-letters.ts";

const widestAngle = 7;
/** Degrees between two angles that are tried, first roughly, then around the best of them. */
const [roughStep, fineStep] = [0.25, 0.02];
/** Height of the bands that feet are counted in, as a share of a letter's height. */
const [roughBand, fineBand] = [0.6, 0.15];
/** Angles below this are left alone: turning blurs more than it mends. */
const leastAngle = 0.1;
/** How much clearer the lines must be at the best angle than at a usual one. */
const leastContrast = 1.5;
const leastLetters = 12;

const degree = Math.PI / 180;

/** How clearly the feet of letters stand in lines of that slope: the sum of squares over bands. */
function lineContrast({ letters, width, height, usual }: PageLetters, angle: number, share: number): number {
  const tangent = Math.tan(angle * degree);
  const band = Math.max(1, share * usual);
  const reach = Math.ceil((Math.abs(tangent) * width) / 2 / band) + 1;
  const bands = new Float64Array(Math.ceil(height / band) + 2 * reach + 2);
  for (const { left, right, bottom } of letters) {
    const exact = (bottom - ((left + right - width) / 2) * tangent) / band + reach;
    const at = Math.floor(exact);
    bands[at] = (bands[at] ?? 0) + 1 - exact + at;
    bands[at + 1] = (bands[at + 1] ?? 0) + exact - at;
  }
  return bands.reduce((sum, count) => sum + count * count, 0);
}

function anglesAround(middle: number, reach: number, step: number): readonly number[] {
  const count = Math.round(reach / step);
  return Array.from({ length: 2 * count + 1 }, (_zero, at) => middle + (at - count) * step);
}

/**
 * The angle in degrees by which the lines of a page fall to the right; 0 when there is none to be seen.
 *
 * Feet of letters, not all ink: a dark border or a picture has edges, but no letters. Source: Baird 1987.
 */
export function findSkew(page: PageLetters): number {
  if (page.letters.length < leastLetters) return 0;
  const rough = anglesAround(0, widestAngle, roughStep);
  const best = bestOf(rough, (angle) => lineContrast(page, angle, roughBand));
  const angle = bestOf(anglesAround(best, 1.2 * roughStep, fineStep), (tried) =>
    lineContrast(page, tried, fineBand),
  );
  const usual = rough
    .map((tried) => lineContrast(page, tried, fineBand))
    .toSorted((one, other) => one - other)[Math.floor(rough.length / 2)];
  const isSeen = lineContrast(page, angle, fineBand) >= leastContrast * (usual ?? Infinity);
  return isSeen && Math.abs(angle) >= leastAngle ? angle : 0;
}

/** The value of the highest score; of several in a row the middle one. */
function bestOf(values: readonly number[], score: (value: number) => number): number {
  const scores = values.map(score);
  const most = Math.max(...scores);
  const [first, last] = [scores.indexOf(most), scores.lastIndexOf(most)];
  return values[Math.round((first + last) / 2)] ?? 0;
}

/** Whether lines run from top to bottom: the letter next to a letter then stands above or below it. */
export function liesOnItsSide({ letters, usual }: PageLetters): boolean {
  const cell = Math.max(1, 2 * usual);
  const cells = new Map<string, InkPart[]>();
  for (const letter of letters) {
    const key = `${Math.floor(letter.left / cell)} ${Math.floor(letter.top / cell)}`;
    const known = cells.get(key);
    if (known === undefined) cells.set(key, [letter]);
    else known.push(letter);
  }
  let [beside, below] = [0, 0];
  for (const letter of letters) {
    const [column, row] = [Math.floor(letter.left / cell), Math.floor(letter.top / cell)];
    let [across, down] = [cell, cell];
    for (let x = column - 1; x <= column + 1; x += 1)
      for (let y = row - 1; y <= row + 1; y += 1)
        for (const other of cells.get(`${x} ${y}`) ?? []) {
          if (other === letter) continue;
          const apartX = Math.max(other.left - letter.right, letter.left - other.right);
          const apartY = Math.max(other.top - letter.bottom, letter.top - other.bottom);
          if (apartY < 0 && apartX >= 0) across = Math.min(across, apartX);
          if (apartX < 0 && apartY >= 0) down = Math.min(down, apartY);
        }
    if (across < down) beside += 1;
    if (down < across) below += 1;
  }
  return below > beside;
}

/** Turned around its center by an angle that `findSkew` gave, same size, white where nothing was. */
export function rotate(image: GrayImage, angle: number): GrayImage {
  if (angle === 0) return image;
  const { width, height, pixels } = image;
  const [sine, cosine] = [Math.sin(angle * degree), Math.cos(angle * degree)];
  const turned = new Uint8Array(pixels.length).fill(255);
  const [middleX, middleY] = [width / 2, height / 2];
  for (let y = 0; y < height; y += 1) {
    let fromX = middleX - middleX * cosine - (y - middleY) * sine;
    let fromY = middleY - middleX * sine + (y - middleY) * cosine;
    for (let to = y * width; to < (y + 1) * width; to += 1, fromX += cosine, fromY += sine) {
      if (fromX < 0 || fromY < 0 || fromX >= width - 1 || fromY >= height - 1) continue;
      const left = fromX | 0;
      const top = fromY | 0;
      const at = top * width + left;
      const northWest = pixels[at] ?? 255;
      const northEast = pixels[at + 1] ?? 255;
      const southWest = pixels[at + width] ?? 255;
      const southEast = pixels[at + width + 1] ?? 255;
      // Most of a page is paper, and already white.
      if ((northWest & northEast & southWest & southEast) === 255) continue;
      const partX = fromX - left;
      const upper = northWest + (northEast - northWest) * partX;
      const lower = southWest + (southEast - southWest) * partX;
      turned[to] = (upper + (lower - upper) * (fromY - top) + 0.5) | 0;
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
