import type { ColorImage, GrayImage } from "../../../../src-shared/model/index.ts";

/** How light a color is, from 0 to 255. Source: luma of ITU-R BT.601 in 1/256. */
export const luma = (red: number, green: number, blue: number): number =>
  (77 * red + 150 * green + 29 * blue) >> 8;

/** Four bytes a pixel (blue, green, red, any) as gray. */
export function bgraToGray(bytes: Uint8Array, width: number, height: number, stride: number): GrayImage {
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    let from = y * stride;
    for (let at = y * width; at < (y + 1) * width; at += 1) {
      pixels[at] = luma(bytes[from + 2] ?? 0, bytes[from + 1] ?? 0, bytes[from] ?? 0);
      from += 4;
    }
  }
  return { width, height, pixels };
}

/** Colors over white paper as gray: what covers nothing is paper. */
export function colorsToGray({ data, width, height }: ColorImage): GrayImage {
  const pixels = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < pixels.length; at += 1, from += 4) {
    const cover = data[from + 3] ?? 255;
    const light = luma(data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0);
    pixels[at] = cover === 255 ? light : Math.round((light * cover + 255 * (255 - cover)) / 255);
  }
  return { width, height, pixels };
}

/** Smaller by a whole factor; each pixel is the mean of those it stands for. */
export function shrink(image: GrayImage, factor: number): GrayImage {
  const width = Math.floor(image.width / factor);
  const height = Math.floor(image.height / factor);
  const pixels = new Uint8Array(width * height);
  const area = factor * factor;
  const sums = new Uint32Array(width);
  for (let y = 0; y < height; y += 1) {
    sums.fill(0);
    for (let row = y * factor; row < (y + 1) * factor; row += 1)
      for (let x = 0, from = row * image.width; x < width; x += 1) {
        let sum = 0;
        for (const end = from + factor; from < end; from += 1) sum += image.pixels[from] ?? 255;
        sums[x] = (sums[x] ?? 0) + sum;
      }
    for (let x = 0; x < width; x += 1) pixels[y * width + x] = Math.trunc((sums[x] ?? 0) / area);
  }
  return { width, height, pixels };
}

/** Turned by quarters, clockwise. */
export function turnQuarters(image: GrayImage, quarters: 0 | 1 | 2 | 3): GrayImage {
  if (quarters === 0) return image;
  const { width, height, pixels } = image;
  const turned = new Uint8Array(pixels.length);
  if (quarters === 2) {
    for (let at = 0; at < pixels.length; at += 1) turned[pixels.length - 1 - at] = pixels[at] ?? 255;
    return { width, height, pixels: turned };
  }
  // Block by block: a whole row would be scattered over all rows of the turned picture.
  for (let top = 0; top < height; top += block)
    for (let left = 0; left < width; left += block)
      for (let y = top; y < Math.min(height, top + block); y += 1)
        for (let x = left; x < Math.min(width, left + block); x += 1) {
          const column = quarters === 1 ? height - 1 - y : y;
          const row = quarters === 1 ? x : width - 1 - x;
          turned[row * height + column] = pixels[y * width + x] ?? 255;
        }
  return { width: height, height: width, pixels: turned };
}

/** Pixels to a side of what is turned at once: source and target of a block fit into the nearest memory. */
const block = 64;

/** Larger by a whole factor, with values in between. */
export function enlarge(image: GrayImage, factor: number): GrayImage {
  if (factor <= 1) return image;
  const width = image.width * factor;
  const height = image.height * factor;
  const pixels = new Uint8Array(width * height);
  const from = (place: number, length: number): readonly [low: number, high: number, part: number] => {
    const exact = Math.max(0, (place + 0.5) / factor - 0.5);
    const low = Math.min(length - 1, Math.floor(exact));
    return [low, Math.min(length - 1, low + 1), exact - low];
  };
  for (let y = 0; y < height; y += 1) {
    const [top, bottom, down] = from(y, image.height);
    for (let x = 0; x < width; x += 1) {
      const [left, right, across] = from(x, image.width);
      const at = (column: number, row: number): number => image.pixels[row * image.width + column] ?? 255;
      const upper = at(left, top) * (1 - across) + at(right, top) * across;
      const lower = at(left, bottom) * (1 - across) + at(right, bottom) * across;
      pixels[y * width + x] = Math.round(upper * (1 - down) + lower * down);
    }
  }
  return { width, height, pixels };
}
