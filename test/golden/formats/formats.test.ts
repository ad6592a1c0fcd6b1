import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { detectMediaType, documentIdFor } from "../../../src-main/pipeline/import/index.ts";
import { formats, readFile } from "../../../src-main/pipeline/read/index.ts";
import type { ReadTools } from "../../../src-main/pipeline/read/index.ts";
import type { ImportedFile } from "../../../src-shared/model/index.ts";
import { evidenceFor } from "../../../src-shared/model/index.ts";
import { describeDocument, textsOf } from "./describe-document.ts";

const here = import.meta.dirname;
const wasm = join(here, "../../../node_modules/@embedpdf/pdfium/dist/pdfium.wasm");
const tools: ReadTools = { loadAsset: async () => new Uint8Array(readFileSync(wasm)) };
const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

const readers = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory());

test("every reader has cases, and every case a reader", () => {
  expect(readers.map((entry) => entry.name).toSorted()).toEqual(
    formats.map((format) => format.id).toSorted(),
  );
});

describe.each(readers.map((entry) => entry.name))("%s", (reader) => {
  test.each(readdirSync(join(here, reader)))("%s", async (name) => {
    const folder = join(here, reader, name);
    const input = readdirSync(folder).find((file) => file.startsWith("input."));
    if (input === undefined) throw new Error(`No input in ${folder}`);
    const bytes = new Uint8Array(readFileSync(join(folder, input)));
    const digest = sha256(bytes);
    const file: ImportedFile = {
      id: documentIdFor(digest, input, sha256),
      path: input,
      name: input,
      sha256: digest,
      sizeBytes: bytes.length,
      mediaType: detectMediaType(input, bytes.subarray(0, 65_536)),
      copyOf: null,
    };
    const document = await readFile(file, bytes, tools, new AbortController().signal);
    const described = { mediaType: file.mediaType, ...(describeDocument(document) as object) };
    await expect(`${JSON.stringify(described, null, 2)}\n`).toMatchFileSnapshot(
      join(folder, "expected.json"),
    );
    expect(document.documentId).toBe(file.id);
    for (const text of textsOf(document)) {
      const evidence = evidenceFor(text, 0, text.text.length, document, "term");
      if (document.text !== null && "start" in evidence.at)
        expect(evidence.quote).toBe(document.text.slice(evidence.at.start, evidence.at.end));
    }
    const again = await readFile(file, bytes, tools, new AbortController().signal);
    expect(again).toEqual(document);
  });
});
