import { describe, expect, test } from "vitest";
import { createPictureDecoder } from "../../../../src-main/adapters/picture-decoder/index.ts";
import { colorsToGray } from "../../../../src-main/pipeline/read/raster/gray-image.ts";
import { showPicture } from "../../../../src-main/pipeline/read/raster/picture-pages.ts";

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));

// One drawing of 128 by 96 pixels: white, with a black square from (16, 16) to (47, 47).
const heic = bytesOf(
  "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAUJtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAABAAAAImlsb2MAAAAAREAAAQABAAAAAAFmAAEAAAAAAAAASwAAACNpaW5mAAAAAAABAAAAFWluZmUCAAAAAAEAAGh2YzEAAAAAwmlwcnAAAACkaXBjbwAAAHhodmNDAQNwAAAAAAAAAAAAHvAA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQCEAAQArQgEBA3AAAAMAkAAAAwAAAwAeoBAgYWW6kkprm4EBAwIAAAMAAgAAAwACECIAAQAHRAHBcrAiQAAAABRpc3BlAAAAAAAAAIAAAABgAAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAoMAAABTbWRhdAAAAEcoAa8J4McXstay1/9zc+9//zThThNd//x/fAMsX//OUL/EJvHXCQmxwF+n19s8z6Nf7/aozJzSh+P68D0c6NUC+CCN9bQEXA==",
);
const lossy = bytesOf(
  "UklGRlIAAABXRUJQVlA4IEYAAADQBQCdASqAAGAAPjEYikOiIaETDxwAIAMEtIAAFKXf/ONIH6CiBsNU5r3y9uzt9wXuC9wXuC8AAP7+VdBo/9npwAAAAAAA",
);
/** The same without loss, and with nothing at all below row 47. */
const seeThrough = bytesOf(
  "UklGRjYAAABXRUJQVlA4TCoAAAAvf8AXEBcw//M//wKCIv9HC3zIoKZtAyYkS7I8S2BcEf2fAFUgcfN8/wE=",
);
/** A file that says it has 16,384 by 16,384 pixels. */
const claimed = bytesOf("UklGRhYAAABXRUJQVlA4WAoAAAAAAAAA/z8A/z8A");

const decode = createPictureDecoder();
const nothing = { width: 0, height: 0, data: new Uint8ClampedArray() };
const photographs = [
  ["HEIC", "heic", heic],
  ["WebP", "webp", lossy],
] as const;

describe("a photograph", () => {
  test.each(photographs)("in %s is unpacked to its pixels", async (_name, format, bytes) => {
    const image = await decode(bytes, format, 20_000);
    expect([image?.width, image?.height]).toEqual([128, 96]);
    const { pixels } = colorsToGray(image ?? nothing);
    expect(pixels[30 * 128 + 30]).toBeLessThan(40);
    expect(pixels[8 * 128 + 100]).toBeGreaterThan(215);
  });

  test("shows paper where nothing covers it", async () => {
    const { pixels } = colorsToGray((await decode(seeThrough, "webp", 20_000)) ?? nothing);
    expect([pixels[20 * 128 + 30], pixels[20 * 128 + 90], pixels[60 * 128 + 30]]).toEqual([0, 255, 255]);
  });

  test.each(photographs)(
    "in %s that is cut off is none, and the next one is read",
    async (_name, format, bytes) => {
      expect(await decode(bytes.subarray(0, bytes.length >> 1), format, 20_000)).toBeNull();
      expect(await decode(new Uint8Array(), format, 20_000)).toBeNull();
      expect((await decode(bytes, format, 20_000))?.width).toBe(128);
    },
  );

  test("of more pixels than are allowed is none, and is not unpacked", async () => {
    expect(await decode(heic, "heic", 127 * 96)).toBeNull();
    const never = async (): Promise<never> => Promise.reject(new Error("unpacked"));
    expect(await showPicture(claimed, "image/webp", never)).toBeNull();
  });

  test("becomes a page, where the host lends a decoder", async () => {
    const pdf = await showPicture(heic, "image/heic", decode);
    expect(new TextDecoder("latin1").decode(pdf ?? new Uint8Array()).startsWith("%PDF-")).toBe(true);
    expect(await showPicture(heic, "image/heic", undefined)).toBeNull();
  });
});
