import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { detectMediaType } from "../../../../../src-main/pipeline/import/index.ts";
import { readFile } from "../../../../../src-main/pipeline/read/index.ts";
import type { ReadTools } from "../../../../../src-main/pipeline/read/index.ts";
import type { DocumentId, ReadDocument } from "../../../../../src-shared/model/index.ts";
import { makePackage, makeWorkbook } from "../../../../golden/formats/make-office-inputs.ts";

const root = join(import.meta.dirname, "../../../../..");
const wasm = readFileSync(join(root, "node_modules/@embedpdf/pdfium/dist/pdfium.wasm"));
const tools: ReadTools = { loadAsset: async () => new Uint8Array(wasm) };

function read(name: string, bytes: Uint8Array): Promise<ReadDocument> {
  const file = {
    id: "doc-000000000001" as DocumentId,
    path: name,
    name,
    sha256: "",
    sizeBytes: bytes.length,
    mediaType: detectMediaType(name, bytes.subarray(0, 65_536)),
    copyOf: null,
  };
  return readFile(file, bytes, tools, new AbortController().signal);
}

const sheet = (rows: string): Uint8Array =>
  makeWorkbook([{ name: "A", xml: `<sheetData>${rows}</sheetData>` }]);
const codeOf = async (name: string, bytes: Uint8Array): Promise<string | undefined> =>
  (await read(name, bytes)).problem?.code;

describe("archives are checked before they are opened", () => {
  test("an entry that swells", async () => {
    const bomb = zipSync({ "xl/workbook.xml": [new Uint8Array(4 * 1024 * 1024), { level: 9 }] });
    expect(await codeOf("a.xlsx", bomb)).toBe("read/zip-bomb");
  });

  test("an entry that is larger than its index says", async () => {
    const bytes = sheet('<row r="1"><c r="A1"><v>1</v></c></row>');
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at + 46 < bytes.length; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    expect(await codeOf("a.xlsx", bytes)).toBe("read/zip-bomb");
  });

  test.each(["../evil.xml", "/etc/x.xml", "C:/x.xml", "a\\b.xml"])("a name such as %s", async (name) => {
    expect(await codeOf("a.xlsx", makePackage({ "xl/workbook.xml": "<a/>", [name]: "x" }))).toBe(
      "read/zip-unsafe-name",
    );
  });

  test("two names that differ only in case", async () => {
    expect(await codeOf("a.xlsx", makePackage({ "xl/workbook.xml": "<a/>", "XL/WORKBOOK.xml": "x" }))).toBe(
      "read/zip-unsafe-name",
    );
  });

  test("more entries than any office file has", async () => {
    const entries = Object.fromEntries(
      Array.from({ length: 10_001 }, (_, index) => [`xl/workbook${index}.xml`, strToU8("")]),
    );
    expect(await codeOf("a.xlsx", zipSync(entries, { level: 0 }))).toBe("read/zip-bomb");
  });
});

describe("XML is refused beyond what business documents need", () => {
  test.each<[string, string]>([
    ["read/xml-too-deep", `${"<a>".repeat(200_000)}${"</a>".repeat(200_000)}`],
    [
      "read/xml-too-many-attributes",
      `<a ${Array.from({ length: 300 }, (_, index) => `b${index}="1"`).join(" ")}/>`,
    ],
    ["read/xml-doctype", `<!DOCTYPE a [<!ENTITY b "${"x".repeat(100)}">]><a>&b;</a>`],
    ["read/xml-malformed", '<?xml version="1.0"?><a>&unknown;</a>'],
  ])("%s", async (code, text) => {
    expect(await codeOf("a.xml", strToU8(text))).toBe(code);
  });

  test("also inside office files", async () => {
    const parts = { "xl/workbook.xml": "<!DOCTYPE a []><workbook/>", "_rels/.rels": "<Relationships/>" };
    expect(await codeOf("a.xlsx", makePackage(parts))).toBe("read/xml-doctype");
  });
});

test("a shared string that is not there is an error, never another value", async () => {
  const document = await read("a.xlsx", sheet('<row r="1"><c r="A1" t="s"><v>99</v></c></row>'));
  expect(document.sheets[0]?.rows[0]?.[0]).toMatchObject({ valueType: "error", value: null });
});

test("merged ranges cost what their cells cost", async () => {
  const merges = Array.from(
    { length: 30_000 },
    (_, index) => `<mergeCell ref="A${index + 2}:XFD${index + 2}"/>`,
  ).join("");
  const bytes = makeWorkbook([
    {
      name: "A",
      xml: `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row></sheetData><mergeCells>${merges}</mergeCells>`,
    },
  ]);
  const document = await read("a.xlsx", bytes);
  expect(document.status).toBe("read");
  expect(document.sheets[0]?.rows).toHaveLength(1);
});

/** A reproducible stream of numbers from 0 to 1. Source: mulberry32. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe("damaged files end in a verdict", () => {
  const golden = join(root, "test/golden/formats");
  const inputs = readdirSync(golden, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((reader) =>
      readdirSync(join(golden, reader.name)).flatMap((name) => {
        const folder = join(golden, reader.name, name);
        return readdirSync(folder)
          .filter((file) => file.startsWith("input."))
          .map((file) => join(folder, file));
      }),
    );

  test("whatever bytes change, go or come", { timeout: 120_000 }, async () => {
    const random = createRandom(20_261_122);
    for (const path of inputs) {
      const original = new Uint8Array(readFileSync(path));
      if (original.length === 0) continue;
      for (let round = 0; round < 6; round += 1) {
        const changed = original.slice(
          0,
          round % 3 === 0 ? Math.ceil(random() * original.length) : undefined,
        );
        for (let hit = 0; hit < 1 + random() * 12; hit += 1)
          changed[Math.floor(random() * changed.length)] = Math.floor(random() * 256);
        const document = await read(path.split("/").at(-1) ?? "", changed);
        expect(["read", "partly-read", "unreadable"]).toContain(document.status);
        expect(document.problem?.code, `${path} ${JSON.stringify(document.problem)}`).not.toBe(
          "read/reader-failed",
        );
        if (document.status === "unreadable") expect(document.problem).not.toBeNull();
      }
    }
  });
});

test("an aborted read rejects, it does not report a bad file", async () => {
  const controller = new AbortController();
  controller.abort();
  const file = {
    id: "doc-000000000001" as DocumentId,
    path: "a.txt",
    name: "a.txt",
    sha256: "",
    sizeBytes: 1,
    mediaType: "text/plain",
    copyOf: null,
  };
  await expect(readFile(file, strToU8("a"), tools, controller.signal)).rejects.toThrow();
});
