import { zlibSync } from "fflate";
import { describe, expect, test } from "vitest";
import { renderEachPage } from "../../../../../../src-main/pipeline/read/pdf/render-page.ts";
import { pictureToPdf } from "../../../../../../src-main/pipeline/read/raster/picture-pages.ts";
import type { GrayImage } from "../../../../../../src-shared/model/index.ts";
import { loadAsset } from "../../../../../builders/read-bytes.ts";
import { makePng } from "../../../../../golden/formats/make-picture-inputs.ts";

interface Strip {
  readonly bytes: Uint8Array;
}

/** A directory of a TIFF as numbers by tag; strips are written behind it. */
interface Sheet {
  readonly tags: Readonly<Record<number, number>>;
  readonly strips: readonly Strip[];
}

const headBytes = 8;

/** A TIFF of those pages, in either order of bytes. Strip offsets and lengths are filled in. */
function makeTiff(sheets: readonly Sheet[], isLittle = true): Uint8Array {
  const bytes = new Uint8Array(20_000);
  const view = new DataView(bytes.buffer);
  bytes.set(isLittle ? [0x49, 0x49] : [0x4d, 0x4d]);
  view.setUint16(2, 42, isLittle);
  let pointer = 4;
  let at = headBytes;
  for (const { tags, strips } of sheets) {
    const offsets: number[] = [];
    for (const { bytes: strip } of strips) {
      bytes.set(strip, at);
      offsets.push(at);
      at += strip.length + (strip.length % 2);
    }
    const list = (values: readonly number[]): number => {
      const start = at;
      for (const value of values) {
        view.setUint32(at, value, isLittle);
        at += 4;
      }
      return start;
    };
    const one = strips.length === 1;
    const lengths = strips.map(({ bytes: strip }) => strip.length);
    const [places, sizes] = one ? [offsets[0]!, lengths[0]!] : [list(offsets), list(lengths)];
    view.setUint32(pointer, at, isLittle);
    const entries: (readonly [number, number, number])[] = [
      ...Object.entries(tags).map(([tag, value]) => [Number(tag), 1, value] as const),
      [273, strips.length, places] as const,
      [279, strips.length, sizes] as const,
    ].toSorted((first, second) => first[0] - second[0]);
    view.setUint16(at, entries.length, isLittle);
    at += 2;
    for (const [tag, count, value] of entries) {
      view.setUint16(at, tag, isLittle);
      view.setUint16(at + 2, 4, isLittle);
      view.setUint32(at + 4, count, isLittle);
      view.setUint32(at + 8, value, isLittle);
      at += 12;
    }
    pointer = at;
    at += 4;
  }
  return bytes.subarray(0, at);
}

async function draw(bytes: Uint8Array): Promise<readonly GrayImage[]> {
  const pdf = pictureToPdf(bytes);
  if (pdf === null) throw new Error("no pages");
  const images: GrayImage[] = [];
  await renderEachPage(pdf, { loadAsset }, (image) => {
    if (image !== null) images.push(image);
    return Promise.resolve();
  });
  return images;
}

/** The shade in the middle of each eighth of a page's height. */
const shadesOf = ({ width, height, pixels }: GrayImage): readonly number[] =>
  Array.from(
    { length: 8 },
    (_zero, part) => pixels[Math.floor(((part + 0.5) * height) / 8) * width + (width >> 1)]!,
  );

const side = 64;
const stripes = new Uint8Array(side * side).map((_zero, at) =>
  Math.floor(at / side / 8) % 2 === 0 ? 0 : 255,
);
const striped = [0, 255, 0, 255, 0, 255, 0, 255];
const gray = { 256: side, 257: side, 258: 8, 262: 1, 277: 1 };
/** Literal runs of PackBits, 64 bytes each. */
const packed = Uint8Array.from(
  Array.from({ length: side }, (_zero, row) => [
    63,
    ...stripes.subarray(row * side, (row + 1) * side),
  ]).flat(),
);
/** Differences to the left neighbour, as predictor 2 has them. */
const differences = stripes.map((value, at) => (at % side === 0 ? value : (value - stripes[at - 1]!) & 255));

describe("a TIFF becomes pages", () => {
  test.each<readonly [string, Sheet, boolean]>([
    ["bare", { tags: { ...gray, 259: 1 }, strips: [{ bytes: stripes }] }, true],
    ["with the high byte first", { tags: { ...gray, 259: 1 }, strips: [{ bytes: stripes }] }, false],
    ["packed by PackBits", { tags: { ...gray, 259: 32_773 }, strips: [{ bytes: packed }] }, true],
    [
      "deflated with a predictor",
      { tags: { ...gray, 259: 8, 317: 2 }, strips: [{ bytes: zlibSync(differences) }] },
      true,
    ],
    [
      "in strips",
      {
        tags: { ...gray, 259: 1, 278: 32 },
        strips: [{ bytes: stripes.subarray(0, side * 32) }, { bytes: stripes.subarray(side * 32) }],
      },
      true,
    ],
    [
      "with black as zero turned round",
      { tags: { ...gray, 259: 1, 262: 0 }, strips: [{ bytes: stripes.map((value) => 255 - value) }] },
      true,
    ],
  ])("%s", async (_, sheet, isLittle) => {
    const [image] = await draw(makeTiff([sheet], isLittle));
    expect(shadesOf(image!)).toEqual(striped);
  });

  test("of a fax: group 4 with its bits in either order", async () => {
    // Rows of 8: white by V0; one black row by horizontal mode; white again; the end mark. Source: ITU-T T.6.
    const code = ["111", "001", "00110101", "000101", "001", "10011", "0000110111", "111"].join("");
    const bits = `${code}${"000000000001".repeat(2)}`.padEnd(64, "0");
    const bytes = Uint8Array.from(bits.match(/.{8}/gu)!, (byte) => Number.parseInt(byte, 2));
    const reversed = Uint8Array.from(bits.match(/.{8}/gu)!, (byte) =>
      Number.parseInt([...byte].reverse().join(""), 2),
    );
    const tags = { 256: 8, 257: 8, 258: 1, 259: 4, 262: 0, 277: 1 };
    for (const [order, strip] of [
      [1, bytes],
      [2, reversed],
    ] as const) {
      const [image] = await draw(makeTiff([{ tags: { ...tags, 266: order }, strips: [{ bytes: strip }] }]));
      const shades = shadesOf(image!);
      expect(shades[3]).toBeLessThan(100);
      expect([shades[1], shades[6]]).toEqual([255, 255]);
    }
  });

  test("one for each directory, without thumbnails, turned as it asks", async () => {
    const sheet: Sheet = { tags: { ...gray, 259: 1 }, strips: [{ bytes: stripes }] };
    const thumbnail: Sheet = { ...sheet, tags: { ...sheet.tags, 254: 1 } };
    const lying: Sheet = { ...sheet, tags: { ...sheet.tags, 274: 6 } };
    const images = await draw(makeTiff([sheet, thumbnail, lying]));
    expect(images).toHaveLength(2);
    expect(shadesOf(images[0]!)).toEqual(striped);
    expect(new Set(shadesOf(images[1]!)).size).toBe(1);
  });

  test("and is refused when it is a bomb, damaged, or of a kind that no page is scanned as", () => {
    const strips = [{ bytes: stripes }];
    expect(
      pictureToPdf(makeTiff([{ tags: { ...gray, 256: 100_000, 257: 100_000, 259: 1 }, strips }])),
    ).toBeNull();
    expect(pictureToPdf(makeTiff([{ tags: { ...gray, 259: 6 }, strips }]))).toBeNull();
    expect(pictureToPdf(makeTiff([{ tags: { ...gray, 259: 1 }, strips }]).subarray(0, 100))).toBeNull();
    const circular = makeTiff([{ tags: { ...gray, 259: 1 }, strips }]);
    circular.set(circular.subarray(4, 8), circular.length - 4);
    expect(pictureToPdf(circular)).not.toBeNull();
  });
});

test("a PNG keeps its packed rows; one that is cut off is no page", async () => {
  const png = makePng(side, side, stripes);
  const [image] = await draw(png);
  expect(shadesOf(image!)).toEqual(striped);
  expect(pictureToPdf(png.subarray(0, png.length - 20))).toBeNull();
});
