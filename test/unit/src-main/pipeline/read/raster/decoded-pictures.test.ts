import { expect, test } from "vitest";
import { decodeBmp } from "../../../../../../src-main/pipeline/read/raster/decode-bmp.ts";
import { decodeGif } from "../../../../../../src-main/pipeline/read/raster/decode-gif.ts";
import { decodePng } from "../../../../../../src-main/pipeline/read/raster/decode-png.ts";
import { ocr } from "../../../../../../src-main/pipeline/read/formats/ocr.ts";
import { importedFile, loadAsset } from "../../../../../builders/read-bytes.ts";

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));

// One picture of six by five pixels, written by ImageMagick: two dots and a line at its foot.
const interlacedGif = bytesOf("R0lGODlhBgAFAPABAAAAAP///yH5BAAAAAAALAAAAAAGAAUAQAIHjA+px8AdCgA7");
const interlacedPng = bytesOf(
  "iVBORw0KGgoAAAANSUhEUgAAAAYAAAAFCAIAAAGePTonAAAAKUlEQVQI12WMMQoAIBCAtP//2ZbogpzEQSoqDke9aWzxY6U+A9ZcQAU22JgX9ove/XgAAAAASUVORK5CYII=",
);
const bitmap = bytesOf(
  "Qk2aAAAAAAAAADYAAAAoAAAABgAAAAUAAAABABgAAAAAAGQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAD///////////////8AAAD///8AAP///////////////////////wAA////AAAA////////////////AAD///////////////////////8AAA==",
);
const rows = ["######", "#.####", "######", "####.#", "......"];
const pixels = Uint8Array.from(rows.join(""), (sign) => (sign === "#" ? 255 : 0));

test.each([
  ["an interlaced GIF", decodeGif, interlacedGif],
  ["an interlaced PNG", decodePng, interlacedPng],
  ["a bitmap", decodeBmp, bitmap],
])("%s is unpacked", (_name, decode, bytes) => {
  expect(decode(bytes)).toEqual({ width: 6, height: 5, pixels });
});

test.each([
  ["a GIF", decodeGif, interlacedGif.subarray(0, 42)],
  ["a PNG", decodePng, interlacedPng.subarray(0, 60)],
  ["a bitmap", decodeBmp, bitmap.subarray(0, 140)],
])("%s that is cut off is none", (_name, decode, bytes) => {
  expect(decode(bytes)).toBeNull();
});

test("a transparent color of a GIF is paper", () => {
  const seeThrough = interlacedGif.slice();
  // The graphic control says that color 0 is not shown.
  seeThrough[22] = 1;
  expect(decodeGif(seeThrough)?.pixels.every((shade) => shade === 255)).toBe(true);
});

test("a kind of picture that is not read is named", async () => {
  const bytes = Uint8Array.from("\u0000\u0000\u0000\u0018ftypheic", (sign) => sign.charCodeAt(0));
  const read = await ocr.read(
    importedFile("IMG_0001.HEIC", bytes),
    bytes,
    { loadAsset },
    new AbortController().signal,
  );
  expect(read).toEqual({ ok: false, error: { code: "read/picture-format", facts: { format: "HEIC" } } });
});
