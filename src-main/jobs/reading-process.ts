import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile as loadFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { constants, zstdCompressSync } from "node:zlib";
import type { ImportedFile, Member, ReadDocument, RecognizeWords } from "../../src-shared/model/index.ts";
import { createPictureDecoder } from "../adapters/picture-decoder/index.ts";
import { createTesseractRecognizer } from "../adapters/recognizer-tesseract/index.ts";
import { normalizeDocument } from "../pipeline/normalize/index.ts";
import { readFile, showPicture } from "../pipeline/read/index.ts";
import type { ReadTools } from "../pipeline/read/index.ts";
import type { Reading, ReadingContext, WhatToKeep } from "../ports/document-reader.ts";
import type { ReadingAnswer, ReadingRequest } from "./reading-messages.ts";
import { limitRecognition } from "./recognition-budget.ts";

// The whole life of this process: bytes in, one reading out. It gets no environment, no keys and no paths.

const hash = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

const assetPlaces: Readonly<Record<"pdfium.wasm", readonly string[]>> = {
  "pdfium.wasm": [
    "./assets/pdfium.wasm",
    "../assets/pdfium.wasm",
    "../../node_modules/@embedpdf/pdfium/dist/pdfium.wasm",
  ],
};

const recognizer = createTesseractRecognizer();
/** The recognizer with what is left of the time of the document at hand. */
let current: RecognizeWords = recognizer.recognize;

const tools: ReadTools = {
  loadAsset: async (name) => {
    const place = assetPlaces[name]
      .map((path) => fileURLToPath(new URL(path, import.meta.url)))
      .find(existsSync);
    if (place === undefined) throw new Error(`The asset ${name} is not part of this installation.`);
    return new Uint8Array(await loadFile(place));
  },
  recognize: (image, language) => current(image, language),
  decodePicture: createPictureDecoder(),
};

const pagedReaders = new Set(["pdf-text", "ocr"]);

function readingOf(
  document: ReadDocument,
  file: ImportedFile,
  context: ReadingContext,
  keep: WhatToKeep,
): Omit<Reading, "members" | "packed"> {
  const isReadable = document.status !== "unreadable";
  return {
    reader: document.reader,
    status: document.status,
    problem: document.problem,
    pages: pagedReaders.has(document.reader) ? document.pages.length : null,
    normalized: isReadable ? normalizeDocument(document, file, { ...context, hash }) : null,
    document: keep === "everything" && isReadable ? { ...document, members: [] } : null,
  };
}

/** Packed here, so that the supervisor need not touch what most often nobody looks at again. */
function pack(document: ReadDocument): Uint8Array {
  const text = JSON.stringify({ ...document, members: [] });
  return zstdCompressSync(text, {
    chunkSize: Math.min(256 * 1024, Math.max(4 * 1024, text.length >> 2)),
    params: { [constants.ZSTD_c_compressionLevel]: 1 },
  });
}

/** A picture as pages that every window can show: a reading of nothing but its one member. */
async function show(request: Extract<ReadingRequest, { operation: "show" }>): Promise<ReadingAnswer> {
  const pdf = await showPicture(request.bytes, request.file.mediaType, tools.decodePicture);
  const shown: Omit<Reading, "members" | "packed"> = {
    reader: "ocr",
    status: pdf === null ? "unreadable" : "read",
    problem: pdf === null ? { code: "read/picture-damaged" } : null,
    pages: null,
    normalized: null,
    document: null,
  };
  const members: readonly Member[] =
    pdf === null ? [] : [{ name: `${request.file.name}.pdf`, relation: "member", bytes: pdf }];
  return { id: request.id, type: "reading", json: JSON.stringify(shown), members, packed: null };
}

async function answer(
  request: ReadingRequest,
  send: (message: ReadingAnswer) => void,
): Promise<ReadingAnswer> {
  try {
    const announce = (): void => send({ id: request.id, type: "recognizing" });
    if (request.operation === "show") return await show(request);
    current = limitRecognition(recognizer.recognize, announce, () => performance.now());
    const document =
      request.operation === "read"
        ? await readFile(request.file, request.bytes, tools, new AbortController().signal)
        : request.document;
    const keep = request.operation === "read" ? request.keep : "nouns";
    const members: readonly Member[] = document.members.map(({ name, relation, bytes }) => ({
      name,
      relation,
      bytes,
    }));
    const reading = readingOf(document, request.file, request.context, keep);
    const packed = keep === "packed" && document.status !== "unreadable" ? pack(document) : null;
    return { id: request.id, type: "reading", json: JSON.stringify(reading), members, packed };
  } catch (error) {
    const message = error instanceof Error ? `${error.message}\n${error.stack ?? ""}` : String(error);
    return { id: request.id, type: "defect", message: message.slice(0, 4_000) };
  }
}

let last: Promise<unknown> = Promise.resolve();

/** One document after the other: some wait here already, so that no time is lost between them. */
function answerInTurn(request: ReadingRequest, send: (message: ReadingAnswer) => void): void {
  last = last.then(() => answer(request, send)).then(send);
}

interface UtilityParentPort {
  readonly on: (event: "message", listener: (event: { readonly data: ReadingRequest }) => void) => void;
  readonly postMessage: (message: ReadingAnswer) => void;
}

// Electron's utility process has a parent port where Node's child process has a channel.
const parentPort = (process as unknown as { readonly parentPort?: UtilityParentPort }).parentPort;
if (parentPort !== undefined) {
  parentPort.on("message", ({ data }) => answerInTurn(data, (message) => parentPort.postMessage(message)));
  parentPort.postMessage({ id: 0, type: "ready" });
} else {
  process.on("message", (request: ReadingRequest) =>
    answerInTurn(request, (message) => void process.send?.(message)),
  );
  process.on("disconnect", () => process.exit(0));
  process.send?.({ id: 0, type: "ready" } satisfies ReadingAnswer);
}
