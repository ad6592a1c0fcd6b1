import { GlobalWorkerOptions, getDocument } from "pdfjs-dist";
import type { PDFDocumentProxy } from "pdfjs-dist";
// The address is made by the bundler.
// oxlint-disable-next-line import/default
import workerUrl from "pdfjs-dist/build/pdf.worker.min.mjs?url";

GlobalWorkerOptions.workerSrc = workerUrl;

// Fonts and character maps that a PDF may leave out travel with the window: nothing is fetched from elsewhere.
const assetUrls = new Map(
  Object.entries(
    import.meta.glob<string>(
      [
        "../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}",
        "../../../node_modules/pdfjs-dist/cmaps/*.bcmap",
      ],
      { query: "?url", import: "default", eager: true },
    ),
  ).map(([path, url]) => [path.slice(path.lastIndexOf("/") + 1), url]),
);

class BundledAssets {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const url = assetUrls.get(filename);
    if (url === undefined) throw new Error(`Not among the bundled files: ${filename}`);
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`Not served: ${filename}`);
    return new Uint8Array(await answer.arrayBuffer());
  }
}

const documents = new WeakMap<Uint8Array, Promise<PDFDocumentProxy>>();

/** Opens a PDF for showing; the same bytes are opened once. Nothing in it is run: no scripts, no forms, no links. */
export function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const known = documents.get(bytes);
  if (known !== undefined) return known;
  const opened = getDocument({
    data: bytes.slice(),
    BinaryDataFactory: BundledAssets,
    cMapUrl: "cmaps/",
    standardFontDataUrl: "fonts/",
    useWorkerFetch: false,
    // Pictures of scanners are decoded by scripts: the window may run no WebAssembly.
    useWasm: false,
    wasmUrl: new URL("./assets/decoders/", document.baseURI).href,
    enableXfa: false,
  }).promise;
  documents.set(bytes, opened);
  return opened;
}
