import type { GrayImage } from "../../src-shared/model/index.ts";

/** Numbers from 0 to 1 that are the same each time. Source: mulberry32. */
export function createChance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

type Wear = (image: GrayImage) => GrayImage;

const byPixel =
  (change: (value: number, x: number, y: number) => number): Wear =>
  ({ width, height, pixels }) => {
    const changed = new Uint8Array(pixels.length);
    for (let y = 0; y < height; y += 1)
      for (let x = 0; x < width; x += 1)
        changed[y * width + x] = Math.max(0, Math.min(255, Math.round(change(pixels[y * width + x]!, x, y))));
    return { width, height, pixels: changed };
  };

/** Grain of a sensor: about normal, `strength` is its standard deviation in gray levels. */
export function grain(seed: number, strength: number): Wear {
  const chance = createChance(seed);
  return byPixel((value) => value + (chance() + chance() + chance() - 1.5) * 2 * strength);
}

/** Single black and white pixels, as of a fax; `share` of all. */
export function specks(seed: number, share: number): Wear {
  const chance = createChance(seed);
  return byPixel((value) => {
    const drawn = chance();
    return drawn < share / 2 ? 0 : drawn > 1 - share / 2 ? 255 : value;
  });
}

/** Faded print: black becomes `ink`, white becomes `paper`. */
export const fade = (ink: number, paper: number): Wear =>
  byPixel((value) => ink + (value * (paper - ink)) / 255);

/** Two shades and nothing between. */
export const bilevel = (threshold: number): Wear => byPixel((value) => (value < threshold ? 0 : 255));

/** Shadow of a hand and of a lamp: light falls off across the page and in one soft blot. */
export const shadow =
  (darkest: number): Wear =>
  (image) => {
    const { width, height } = image;
    return byPixel((value, x, y) => {
      const slope = 1 - (1 - darkest) * 0.6 * (x / width) * (0.5 + (0.5 * y) / height);
      const [awayX, awayY] = [(x - 0.75 * width) / width, (y - 0.6 * height) / height];
      const blot = 1 - (1 - darkest) * 0.6 * Math.exp(-(awayX * awayX + awayY * awayY) / 0.06);
      return value * slope * blot;
    })(image);
  };

/** Mean over a square, run twice: close to a lens that is out of focus by `radius` pixels. */
export function blur(radius: number): Wear {
  const once = ({ width, height, pixels }: GrayImage, alongRows: boolean): GrayImage => {
    const [length, lines, step, stride] = alongRows ? [width, height, 1, width] : [height, width, width, 1];
    const soft = new Uint8Array(pixels.length);
    const edge = radius - Math.floor(radius);
    const whole = Math.floor(radius);
    for (let line = 0; line < lines; line += 1)
      for (let at = 0; at < length; at += 1) {
        let sum = 0;
        let weight = 0;
        for (let away = -whole - 1; away <= whole + 1; away += 1) {
          const share = Math.abs(away) > whole ? edge : 1;
          const from = Math.max(0, Math.min(length - 1, at + away));
          sum += share * pixels[line * stride + from * step]!;
          weight += share;
        }
        soft[line * stride + at * step] = Math.round(sum / weight);
      }
    return { width, height, pixels: soft };
  };
  return (image) => once(once(image, true), false);
}

/** Where a point of the changed picture is taken from. */
type Origin = (x: number, y: number) => readonly [x: number, y: number];

/** A picture of another shape by looking up where each of its points was; outside is `ground`. */
export function reshape(
  image: GrayImage,
  width: number,
  height: number,
  origin: Origin,
  ground: number,
): GrayImage {
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [fromX, fromY] = origin(x, y);
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
      const [partX, partY] = [fromX - left, fromY - top];
      const value = (column: number, row: number): number =>
        column < 0 || row < 0 || column >= image.width || row >= image.height
          ? ground
          : image.pixels[row * image.width + column]!;
      const upper = value(left, top) * (1 - partX) + value(left + 1, top) * partX;
      const lower = value(left, top + 1) * (1 - partX) + value(left + 1, top + 1) * partX;
      pixels[y * width + x] = Math.round(upper * (1 - partY) + lower * partY);
    }
  return { width, height, pixels };
}

/** Laid crooked on the glass, by degrees. */
export const skew =
  (degrees: number, ground = 255): Wear =>
  (image) => {
    const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
    const { width, height } = image;
    return reshape(
      image,
      width,
      height,
      (x, y) => {
        const [awayX, awayY] = [x - width / 2, y - height / 2];
        return [width / 2 + awayX * cosine + awayY * sine, height / 2 - awayX * sine + awayY * cosine];
      },
      ground,
    );
  };

/** Turned by quarters, clockwise. */
export const turn =
  (quarters: 1 | 2 | 3): Wear =>
  (image) => {
    const { width, height } = image;
    if (quarters === 2) return reshape(image, width, height, (x, y) => [width - 1 - x, height - 1 - y], 255);
    return reshape(
      image,
      height,
      width,
      (x, y) => (quarters === 1 ? [y, height - 1 - x] : [width - 1 - y, x]),
      255,
    );
  };

/**
 * Photographed on a dark table: the page's corners stand where `corners` says, as shares of the photograph, in the
 * order top left, top right, bottom right, bottom left.
 */
export const photograph =
  (corners: readonly (readonly [number, number])[], table = 70): Wear =>
  (image) => {
    const width = Math.round(image.width * 1.15);
    const height = Math.round(image.height * 1.15);
    const to = corners.map(([x, y]): readonly [number, number] => [x * width, y * height]);
    const back = projection(to, [
      [0, 0],
      [image.width, 0],
      [image.width, image.height],
      [0, image.height],
    ]);
    return reshape(image, width, height, back, table);
  };

/** The projective map of the plane that takes four points to four others. */
function projection(
  from: readonly (readonly [number, number])[],
  to: readonly (readonly [number, number])[],
): Origin {
  const rows = from.flatMap(([x, y], at) => {
    const [u, v] = to[at]!;
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ];
  });
  for (let column = 0; column < 8; column += 1) {
    const best = rows.reduce(
      (chosen, row, at) =>
        at >= column && Math.abs(row[column]!) > Math.abs(rows[chosen]![column]!) ? at : chosen,
      column,
    );
    [rows[column], rows[best]] = [rows[best]!, rows[column]!];
    for (let row = 0; row < 8; row += 1) {
      if (row === column) continue;
      const factor = rows[row]![column]! / rows[column]![column]!;
      for (let at = column; at < 9; at += 1) rows[row]![at]! -= factor * rows[column]![at]!;
    }
  }
  const [a, b, c, d, e, f, g, h] = rows.map((row, at) => row[8]! / row[at]!);
  return (x, y) => {
    const depth = g! * x + h! * y + 1;
    return [(a! * x + b! * y + c!) / depth, (d! * x + e! * y + f!) / depth];
  };
}

const luminanceTable = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22,
  29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103,
  121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
];
const cosines = Array.from({ length: 64 }, (_, at) => {
  const [wave, place] = [at >> 3, at & 7];
  return (wave === 0 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos(((2 * place + 1) * wave * Math.PI) / 16);
});

/** The blocks and rings that JPEG of that quality leaves. Source: ISO/IEC 10918-1, annexes A and K. */
export function jpegTraces(quality: number): Wear {
  const scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
  const table = luminanceTable.map((value) =>
    Math.max(1, Math.min(255, Math.floor((value * scale + 50) / 100))),
  );
  return ({ width, height, pixels }) => {
    const traced = pixels.slice();
    const block = new Float64Array(64);
    const half = new Float64Array(64);
    const transform = (isBack: boolean): void => {
      const weight = (wave: number, place: number): number =>
        isBack ? cosines[place * 8 + wave]! : cosines[wave * 8 + place]!;
      for (const [source, target] of [
        [block, half],
        [half, block],
      ] as const)
        for (let row = 0; row < 8; row += 1)
          for (let column = 0; column < 8; column += 1) {
            let sum = 0;
            for (let at = 0; at < 8; at += 1) sum += source[row * 8 + at]! * weight(column, at);
            target[column * 8 + row] = sum;
          }
    };
    for (let top = 0; top + 8 <= height; top += 8)
      for (let left = 0; left + 8 <= width; left += 8) {
        for (let at = 0; at < 64; at += 1)
          block[at] = pixels[(top + (at >> 3)) * width + left + (at & 7)]! - 128;
        transform(false);
        for (let at = 0; at < 64; at += 1) block[at] = Math.round(block[at]! / table[at]!) * table[at]!;
        transform(true);
        for (let at = 0; at < 64; at += 1)
          traced[(top + (at >> 3)) * width + left + (at & 7)] = Math.max(
            0,
            Math.min(255, Math.round(block[at]! + 128)),
          );
      }
    return { width, height, pixels: traced };
  };
}

/** One wear after the other. */
export const wornBy =
  (...wears: readonly Wear[]): Wear =>
  (image) =>
    wears.reduce((worn, wear) => wear(worn), image);
