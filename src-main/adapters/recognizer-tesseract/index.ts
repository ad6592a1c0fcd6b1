import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import type { GrayImage, RecognizedLanguage, RecognizedWord } from "../../../src-shared/model/index.ts";
import type { TextRecognizer } from "../../ports/text-recognizer.ts";
import { tsvToWords } from "./tsv-words.ts";

/** The part of Tesseract's WebAssembly build that is used. */
interface TesseractApi {
  readonly Init: (folder: string, language: string, engine: number) => number;
  readonly SetVariable: (name: string, value: string) => void;
  readonly SetPageSegMode: (mode: number) => void;
  readonly SetImageFile: (exif: number, angle: number, upscale: boolean) => number;
  readonly Recognize: (monitor: null) => number;
  readonly GetTSVText: (page: number) => string;
  readonly GetBoxText: (page: number) => string;
  readonly Clear: () => void;
}
interface TesseractModule {
  readonly FS: {
    readonly writeFile: (path: string, bytes: Uint8Array) => void;
    readonly unlink: (path: string) => void;
  };
  readonly TessBaseAPI: new () => TesseractApi;
}
type LoadCore = (options: {
  readonly wasmBinary: Uint8Array;
  readonly print: () => void;
  readonly printErr: () => void;
}) => Promise<TesseractModule>;

/** The neural engine alone; the older one is not in the build. */
const neuralEngine = 1;
/** A single line, wherever it stands in the picture. */
const oneLine = 7;

const places = (installed: string, developed: string): readonly string[] => [
  `./assets/recognizer/${installed}`,
  `../assets/recognizer/${installed}`,
  `../../../node_modules/${developed}`,
];

const findFile = (installed: string, developed: string): string => {
  const found = places(installed, developed)
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(path));
  if (found === undefined)
    throw new Error(`The recognizer's file ${installed} is not part of this installation.`);
  return found;
};

const silent = (): void => undefined;

async function startCore(): Promise<TesseractModule> {
  const name = "tesseract-core-simd-lstm";
  const wasm = await readFile(findFile(`${name}.wasm`, `tesseract.js-core/${name}.wasm`));
  // A CommonJS file that looks for its own folder: it is loaded as it is, not bundled.
  const require = createRequire(import.meta.url);
  const load = require(findFile(`${name}.cjs`, `tesseract.js-core/${name}.js`)) as LoadCore;
  return load({ wasmBinary: new Uint8Array(wasm), print: silent, printErr: silent });
}

/** Raw pixels in the simplest format that the recognizer's own reader knows. */
function imageToGraymap({ width, height, pixels }: GrayImage): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const bytes = new Uint8Array(head.length + pixels.length);
  bytes.set(head);
  bytes.set(pixels, head.length);
  return bytes;
}

/**
 * Tesseract in this process. The core is started and languages are loaded when the first line needs them.
 *
 * Recognizing holds the process up: it belongs into one that is watched and may be killed.
 */
export function createTesseractRecognizer(): TextRecognizer {
  let core: Promise<TesseractModule> | null = null;
  const loaded = new Map<RecognizedLanguage, Promise<TesseractApi>>();

  const load = async (language: RecognizedLanguage): Promise<TesseractApi> => {
    core ??= startCore();
    const module = await core;
    const file = findFile(
      `${language}.traineddata.gz`,
      `@tesseract.js-data/${language}/4.0.0_best_int/${language}.traineddata.gz`,
    );
    module.FS.writeFile(`/${language}.traineddata`, new Uint8Array(gunzipSync(await readFile(file))));
    const api = new module.TessBaseAPI();
    if (api.Init("/", language, neuralEngine) !== 0)
      throw new Error(`Language ${language} could not be loaded.`);
    module.FS.unlink(`/${language}.traineddata`);
    api.SetVariable("user_defined_dpi", "300");
    // Light letters on dark ground are turned before; trying each line both ways would double the time.
    api.SetVariable("tessedit_do_invert", "0");
    api.SetPageSegMode(oneLine);
    return api;
  };

  const recognize = async (
    image: GrayImage,
    language: RecognizedLanguage,
  ): Promise<readonly RecognizedWord[]> => {
    let api = loaded.get(language);
    if (api === undefined) {
      api = load(language);
      loaded.set(language, api);
    }
    const tesseract = await api;
    const module = await core;
    module?.FS.writeFile("/input", imageToGraymap(image));
    if (tesseract.SetImageFile(1, 0, false) !== 0) return [];
    tesseract.Recognize(null);
    const words = tsvToWords(tesseract.GetTSVText(0), tesseract.GetBoxText(0));
    tesseract.Clear();
    return words;
  };

  return { recognize };
}
