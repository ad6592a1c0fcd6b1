import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";
import type { PluginOption } from "vite";

const fromRoot = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Puts a file of a package beside the bundles, so that a packed app needs no node_modules to find it. */
function packagedAsset(source: string, fileName: string): PluginOption {
  return {
    name: `packaged-asset:${fileName}`,
    apply: "build",
    generateBundle() {
      this.emitFile({ type: "asset", fileName, source: readFileSync(fromRoot(source)) });
    },
  };
}

const recognizerCore = "node_modules/tesseract.js-core/tesseract-core-simd-lstm";
const recognizedLanguages = ["eng", "deu", "fra", "nld", "spa", "ita", "por"];

/** What text recognition needs on disk: one core (loaded as CommonJS, hence its ending) and the model of each language. */
const recognizerAssets = [
  packagedAsset(`${recognizerCore}.js`, "assets/recognizer/tesseract-core-simd-lstm.cjs"),
  packagedAsset(`${recognizerCore}.wasm`, "assets/recognizer/tesseract-core-simd-lstm.wasm"),
  ...recognizedLanguages.map((language) =>
    packagedAsset(
      `node_modules/@tesseract.js-data/${language}/4.0.0_best_int/${language}.traineddata.gz`,
      `assets/recognizer/${language}.traineddata.gz`,
    ),
  ),
];

/** Decoders of scans (JBIG2, fax, JPEG 2000) for the window: plain scripts under the names that the engine asks for. */
const pictureDecoders = ["jbig2_nowasm_fallback.js", "openjpeg_nowasm_fallback.js"].map((name) =>
  packagedAsset(`node_modules/pdfjs-dist/wasm/${name}`, `assets/decoders/${name}`),
);

/** Decoders of photographs for the reader: HEIC as files of their own (its licence asks for that), WebP's engine. */
const photoDecoders = [
  packagedAsset("node_modules/libheif-js/libheif-wasm/libheif.js", "assets/decoders/libheif.cjs"),
  packagedAsset("node_modules/libheif-js/libheif-wasm/libheif.wasm", "assets/decoders/libheif.wasm"),
  packagedAsset("node_modules/libheif-js/libheif-wasm/LICENSE", "assets/decoders/libheif-license.txt"),
  packagedAsset("node_modules/@jsquash/webp/codec/dec/webp_dec.wasm", "assets/decoders/webp_dec.wasm"),
];

const mainEntries = {
  index: "src-main/shells/electron/main.ts",
  "local-web": "src-main/shells/local-web/main.ts",
  cli: "src-main/shells/cli/main.ts",
  "reading-process": "src-main/jobs/reading-process.ts",
};

/**
 * One build for every host: the Electron shell, the local web shell, the command line and the reading process
 * share chunks in out/main; the preload is one CommonJS file, as a sandboxed preload must be; the renderer is
 * static files that both shells serve.
 */
export default defineConfig({
  main: {
    plugins: [
      packagedAsset("node_modules/@embedpdf/pdfium/dist/pdfium.wasm", "assets/pdfium.wasm"),
      ...recognizerAssets,
      ...photoDecoders,
    ],
    // The Node build of fflate declares a `require` of its own, which clashes with that of the bundle's head.
    resolve: { alias: { fflate: fromRoot("node_modules/fflate/esm/browser.js") } },
    build: {
      outDir: "out/main",
      target: "node24",
      rolldownOptions: {
        input: mainEntries,
        checks: { bundlerTimings: false },
        // Not installed and not wanted: optional native speed-ups of ws.
        external: ["bufferutil", "utf-8-validate"],
        output: { entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
      },
    },
  },
  preload: {
    build: {
      outDir: "out/preload",
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: "src-main/shells/electron/preload.ts" },
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: "src-renderer",
    plugins: [react(), ...pictureDecoders],
    build: {
      outDir: "out/renderer",
      // A picture or a font as data: URL would not pass the content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: { index: fromRoot("src-renderer/index.html") } },
    },
  },
});
