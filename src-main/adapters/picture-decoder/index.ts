import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import startWebp from "@jsquash/webp/codec/dec/webp_dec.js";
import type { ColorImage, DecodePicture } from "../../../src-shared/model/index.ts";

/** The part of libheif's WebAssembly build that is used. */
interface HeifImage {
  readonly get_width: () => number;
  readonly get_height: () => number;
  readonly display: (target: ColorImage, done: (shown: ColorImage | null) => void) => void;
  readonly free: () => void;
}
interface HeifModule {
  readonly HeifDecoder: new () => { readonly decode: (bytes: Uint8Array) => readonly HeifImage[] };
}
type StartHeif = (options: {
  readonly wasmBinary: Uint8Array;
  readonly print: () => void;
  readonly printErr: () => void;
}) => Promise<HeifModule>;

interface WebpModule {
  readonly decode: (bytes: Uint8Array) => ColorImage | null;
}

const silent = (): void => undefined;

const findFile = (name: string, developed: string): string => {
  const found = [
    `./assets/decoders/${name}`,
    `../assets/decoders/${name}`,
    `../../../node_modules/${developed}`,
  ]
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(path));
  if (found === undefined) throw new Error(`The decoder ${name} is not part of this installation.`);
  return found;
};

const loadBytes = async (name: string, developed: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(findFile(name, developed)));

async function loadHeif(): Promise<HeifModule> {
  const folder = "libheif-js/libheif-wasm";
  const wasmBinary = await loadBytes("libheif.wasm", `${folder}/libheif.wasm`);
  // Its licence (LGPL) lets people put another build in its place: it stays a file of its own, not a part of a bundle.
  const require = createRequire(import.meta.url);
  const start = require(findFile("libheif.cjs", `${folder}/libheif.js`)) as StartHeif;
  return start({ wasmBinary, print: silent, printErr: silent });
}

/** What the build makes its pixels into, where there is no browser to have it. */
class PixelsOfPicture implements ColorImage {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data;
    this.width = width;
    this.height = height;
  }
}

async function loadWebp(): Promise<WebpModule> {
  const wasmBinary = await loadBytes("webp_dec.wasm", "@jsquash/webp/codec/dec/webp_dec.wasm");
  (globalThis as { ImageData?: unknown }).ImageData ??= PixelsOfPicture;
  return (await startWebp({
    noInitialRun: true,
    wasmBinary,
    print: silent,
    printErr: silent,
  } as never)) as unknown as WebpModule;
}

const displayed = (image: HeifImage, mostPixels: number): Promise<ColorImage | null> => {
  const [width, height] = [image.get_width(), image.get_height()];
  if (width < 1 || height < 1 || width * height > mostPixels) return Promise.resolve(null);
  const target = { width, height, data: new Uint8ClampedArray(width * height * 4) };
  return new Promise((resolve) => image.display(target, resolve));
};

/**
 * Decoders of pictures that no PDF can hold as they are packed. Each is started when the first such picture comes.
 *
 * Decoding holds the process up and works on bytes of strangers: it belongs into one that is watched and may be killed.
 */
export function createPictureDecoder(): DecodePicture {
  let heif: Promise<HeifModule> | null = null;
  let webp: Promise<WebpModule> | null = null;
  const unpackHeif = async (bytes: Uint8Array, mostPixels: number): Promise<ColorImage | null> => {
    const { HeifDecoder } = await (heif ??= loadHeif());
    const [first, ...others] = new HeifDecoder().decode(bytes);
    for (const image of others) image.free();
    if (first === undefined) return null;
    try {
      return await displayed(first, mostPixels);
    } finally {
      first.free();
    }
  };
  return async (bytes, format, mostPixels) => {
    // A decoder that is not there is a defect of the installation, and is said; one that trips is the picture's doing.
    const ready = format === "webp" ? await (webp ??= loadWebp()) : await (heif ??= loadHeif());
    try {
      return "decode" in ready ? ready.decode(bytes) : await unpackHeif(bytes, mostPixels);
    } catch {
      // A module that trapped is in an unknown state.
      heif = null;
      webp = null;
      return null;
    }
  };
}
