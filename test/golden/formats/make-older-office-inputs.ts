import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { makePackage } from "./make-office-inputs.ts";
import { makeCompoundFile } from "./make-compound-file.ts";

const namespaces =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" ' +
  'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"';

/** A package whose first entry says, unpacked, what it is. Source: OASIS OpenDocument 1.3 part 2, 3.3. */
export function makeOdf(
  kind: "text" | "spreadsheet",
  body: string,
  parts: Readonly<Record<string, string>> = {},
): Uint8Array {
  const mtime = new Date(2026, 0, 2);
  const content = `<office:document-content ${namespaces}><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`;
  return zipSync({
    mimetype: [strToU8(`application/vnd.oasis.opendocument.${kind}`), { level: 0, mtime }],
    ...Object.fromEntries(
      Object.entries({ "content.xml": content, ...parts }).map(([name, text]) => [
        name,
        [strToU8(text), { mtime }] as const,
      ]),
    ),
  } as never);
}

const cell = (attributes: string, shown = ""): string =>
  `<table:table-cell ${attributes}>${shown === "" ? "" : `<text:p>${shown}</text:p>`}</table:table-cell>`;

const protectedManifest = `<manifest:manifest ${namespaces}><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`;

/** Cyrillic by the charset of its font, a character by number with its stand-in, and controls that are punctuation. */
const oldCodePages =
  "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 Arial Cyr;}}" +
  "\\pard\\f0 Preis f\\'fcr \\ldblquote Montage\\rdblquote : 1.250,00 \\'80 \\endash  netto\\par " +
  "\\pard\\f1 \\'d1\\'f7\\'e5\\'f2 42\\f0\\par " +
  "\\pard\\uc1 \\u8470? 7 \\u-4051?{\\*\\unheard of text}{\\*\\bkmkstart x}\\{ok\\}\\par}";

/** Inputs of the readers of OpenDocument, rich text, presentations and Office 97 to 2003 by "reader/case/file". */
export function makeOlderOfficeInputs(): Map<string, Uint8Array> {
  const encrypted = makeCompoundFile({
    EncryptionInfo: new Uint8Array(64),
    EncryptedPackage: new Uint8Array(8_192),
  });
  const workbook = new Uint8Array(
    readFileSync(join(import.meta.dirname, "xls/keeps-values-exact-and-marks-what-is-hidden/input.xls")),
  );
  return new Map([
    [
      "odt/refuses-a-document-with-a-password/input.odt",
      makeOdf("text", "<text:p>x</text:p>", { "META-INF/manifest.xml": protectedManifest }),
    ],
    [
      "ods/never-takes-an-uncalculated-formula-for-zero/input.ods",
      makeOdf(
        "spreadsheet",
        `<table:table table:name="Bill"><table:table-row>${cell('office:value-type="string"', "Fee")}${cell('table:formula="of:=[.B2]*2"')}</table:table-row>` +
          `<table:table-row table:number-rows-repeated="900000">${cell("")}</table:table-row>` +
          `<table:table-row>${cell('office:value-type="float" office:value="0.30000000000000004"', "0.30")}${cell('table:formula="of:=1/0" office:value-type="string"', "#DIV/0!")}</table:table-row></table:table>`,
      ),
    ],
    [
      "pptx/refuses-a-package-without-its-slides/input.pptx",
      makePackage({ "[Content_Types].xml": "<Types/>", "ppt/theme.xml": "<theme/>" }),
    ],
    ["rtf/reads-old-code-pages/input.rtf", strToU8(oldCodePages)],
    ["rtf/refuses-a-file-without-text/input.rtf", strToU8("{\\rtf1{\\info{\\title Offer}}{\\pict 00ff}}")],
    ["doc/refuses-a-newer-document-with-a-password/input.docx", encrypted],
    ["xls/refuses-a-newer-workbook-with-a-password/input.xlsx", encrypted],
    ["xls/refuses-a-workbook-cut-short/input.xls", workbook.slice(0, 3_000)],
  ]);
}
