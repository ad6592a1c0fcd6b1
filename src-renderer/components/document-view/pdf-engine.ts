import { GlobalWorkerOptions, PDFWorker, getDocument } from "pdfjs-dist";
import type { PDFDocumentLoadingTask, PDFDocumentProxy } from "pdfjs-dist";
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

/** Latest asked for last: what falls out is closed, but for what a pane shows. */
const opened = new Map<Uint8Array, PDFDocumentLoadingTask>();
const mostOpened = 24;
/** How many panes show a document. An agreement stays in its pane while many invoices go by. */
const panes = new Map<Uint8Array, number>();

/** A file that keeps the engine busy for longer must not keep the other documents from being shown. */
const patienceMs = 15_000;
let engine: PDFWorker | null = null;

/** The engine that all documents share: starting one takes longer than opening a document, and each takes memory. */
function sharedEngine(): PDFWorker {
  engine ??= new PDFWorker();
  return engine;
}

/** Opens a PDF for showing; the same bytes are opened once. Nothing in it is run: no scripts, no forms, no links. */
export function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const known = opened.get(bytes);
  const task = known ?? startOpening(bytes);
  opened.delete(bytes);
  opened.set(bytes, task);
  closeOldest();
  return task.promise;
}

/** Keeps a document open as long as a pane shows it; gives what ends that. */
export function keepPdfOpen(bytes: Uint8Array): () => void {
  panes.set(bytes, (panes.get(bytes) ?? 0) + 1);
  return () => {
    const left = (panes.get(bytes) ?? 1) - 1;
    if (left > 0) panes.set(bytes, left);
    else panes.delete(bytes);
  };
}

function closeOldest(): void {
  for (const [bytes, oldest] of opened) {
    if (opened.size <= mostOpened) break;
    if (panes.has(bytes)) continue;
    opened.delete(bytes);
    void oldest.destroy();
  }
}

function startOpening(bytes: Uint8Array): PDFDocumentLoadingTask {
  const worker = sharedEngine();
  const task = getDocument({
    worker,
    data: bytes.slice(),
    BinaryDataFactory: BundledAssets,
    cMapUrl: "cmaps/",
    standardFontDataUrl: "fonts/",
    useWorkerFetch: false,
    // Pictures of scanners are decoded by scripts: the window may run no WebAssembly.
    useWasm: false,
    wasmUrl: new URL("./assets/decoders/", document.baseURI).href,
    enableXfa: false,
  });
  const retire = setTimeout(() => {
    // Documents that are open keep the old engine; the next one gets its own.
    if (engine === worker) engine = null;
  }, patienceMs);
  const settle = (): void => clearTimeout(retire);
  task.promise.then(settle, settle);
  return task;
}
