import { strToU8, zipSync, type Zippable } from "fflate";
import { gzipSync } from "node:zlib";
import { makePackage, makeWorkbook } from "../golden/formats/make-office-inputs.ts";
import type { HostileFile, Many } from "./hostile-file.ts";
import { joinBytes, latin, utf8 } from "./hostile-file.ts";
import { packed } from "./pdf-file.ts";

const zeros = (megabytes: number): Uint8Array => new Uint8Array(megabytes * 1024 * 1024);
const zip = (entries: Zippable): Uint8Array => zipSync(entries, { level: 9 });

/** Writes a number at the same place in every central record of an archive. */
const patchIndex = (bytes: Uint8Array, offset: number, value: number, size: 2 | 4): Uint8Array => {
  const patched = bytes.slice();
  const view = new DataView(patched.buffer);
  for (let at = 0; at + 46 < patched.length; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) {
      if (size === 4) view.setUint32(at + offset, value, true);
      else view.setUint16(at + offset, value, true);
    }
  return patched;
};

const nested = (depth: number): Uint8Array => {
  let inner = zip({ "invoice.txt": strToU8("Invoice 7\nTotal 5.00\n") });
  for (let index = 0; index < depth; index += 1) inner = zip({ [`level-${index}.zip`]: inner });
  return inner;
};

/** An archive whose entries all point at the same packed bytes. */
const overlapping = (): Uint8Array =>
  patchIndex(zip({ "a.txt": zeros(1), "b.txt": zeros(1), "c.txt": zeros(1) }), 42, 0, 4);

const workbook = (xml: string): Uint8Array => makeWorkbook([{ name: "A", xml }]);
const word = (body: string): Uint8Array =>
  makePackage({
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels":
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/document.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  });

/** A compound file whose tables lead in circles. */
const compoundFile = (fat: readonly number[], directory: string): Uint8Array => {
  const sector = 512;
  const bytes = new Uint8Array(sector * 4);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(26, 3, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, 1, true);
  view.setUint32(48, 1, true);
  view.setUint32(56, 4096, true);
  view.setUint32(60, 2, true);
  view.setUint32(64, 0x7fffffff, true);
  view.setUint32(68, 2, true);
  view.setUint32(72, 0x7fffffff, true);
  for (let index = 0; index < 109; index += 1)
    view.setUint32(76 + index * 4, index === 0 ? 0 : 0xffffffff, true);
  for (const [index, next] of fat.entries()) view.setUint32(sector + index * 4, next, true);
  bytes.set(utf8(directory), sector * 2);
  view.setUint32(sector * 2 + 68, 0, true);
  view.setUint32(sector * 2 + 72, 0, true);
  view.setUint32(sector * 2 + 76, 0, true);
  bytes[sector * 2 + 66] = 5;
  return bytes;
};

const png = (width: number, height: number, pixels: Uint8Array): Uint8Array => {
  const chunk = (type: string, data: Uint8Array): Uint8Array => {
    const head = new Uint8Array(8);
    new DataView(head.buffer).setUint32(0, data.length);
    head.set(latin(type), 4);
    return joinBytes(head, data, new Uint8Array(4));
  };
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 2, 0, 0, 0], 8);
  return joinBytes(
    latin("\u0089PNG\r\n\u001a\n"),
    chunk("IHDR", header),
    chunk("IDAT", packed(pixels)),
    chunk("IEND", new Uint8Array(0)),
  );
};

const tiff = (directories: string): Uint8Array => latin(`II*\u0000\u0008\u0000\u0000\u0000${directories}`);

/** Archives, office files, mail folders and pictures. */
export const packageBombs = (many: Many): readonly HostileFile[] => [
  { name: "an-entry-that-swells.zip", make: () => zip({ "a.txt": zeros(many(64)) }) },
  {
    name: "many-entries-that-swell.zip",
    make: () =>
      zip(Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`${index}.txt`, zeros(many(16))]))),
  },
  { name: "entries-that-overlap.zip", make: overlapping },
  {
    name: "an-entry-larger-than-promised.zip",
    make: () => patchIndex(zip({ "a.txt": zeros(1) }), 24, 10, 4),
  },
  { name: "archives-eight-deep.zip", make: () => nested(8) },
  { name: "way-up.zip", make: () => zip({ "../../evil.txt": strToU8("x") }) },
  { name: "from-the-root.zip", make: () => zip({ "/etc/passwd": strToU8("x") }) },
  { name: "backslashes.zip", make: () => zip({ "..\\..\\evil.txt": strToU8("x") }) },
  { name: "drive-letter.zip", make: () => zip({ "C:evil.txt": strToU8("x") }) },
  {
    name: "same-name-in-other-case.zip",
    make: () => zip({ "Invoice.txt": strToU8("x"), "INVOICE.TXT": strToU8("y") }),
  },
  {
    name: "a-link.zip",
    make: () => zip({ link: [strToU8("/etc/passwd"), { os: 3, attrs: (0o120777 << 16) >>> 0 }] }),
  },
  {
    name: "names-that-disagree.zip",
    make: () => {
      const bytes = zip({ "good.txt": strToU8("x") });
      const at = 30;
      bytes[at] = 0x62;
      return bytes;
    },
  },
  {
    name: "20000-entries.zip",
    make: () =>
      zipSync(
        Object.fromEntries(
          Array.from({ length: many(20_000) }, (_, index) => [`${index}.txt`, new Uint8Array(1)]),
        ),
        { level: 0 },
      ),
  },
  {
    name: "index-far-outside.zip",
    make: () => patchIndex(zip({ "a.txt": strToU8("x") }), 42, 0x7ffffff0, 4),
  },
  { name: "locked.zip", make: () => patchIndex(zip({ "a.txt": strToU8("x") }), 8, 1, 2) },
  { name: "only-an-end.zip", make: () => latin(`PK\u0005\u0006${"\u0000".repeat(18)}`) },
  { name: "swelling.gz", make: () => new Uint8Array(gzipSync(zeros(many(128)))) },
  {
    name: "office-file-in-archive-in-archive.zip",
    make: () => zip({ "a.zip": zip({ "b.xlsx": zip({ "xl/workbook.xml": zeros(many(32)) }) }) }),
  },

  {
    name: "shared-strings-that-swell.xlsx",
    make: () =>
      makePackage({
        "xl/workbook.xml": "<workbook/>",
        "xl/sharedStrings.xml": `<sst>${"<si><t>aaaaaaaa</t></si>".repeat(many(400_000))}</sst>`,
      }),
  },
  {
    name: "claims-every-cell.xlsx",
    make: () =>
      workbook(
        '<dimension ref="A1:XFD1048576"/><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
      ),
  },
  {
    name: "merges-every-row.xlsx",
    make: () =>
      workbook(
        `<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells>${Array.from({ length: many(60_000) }, (_, index) => `<mergeCell ref="A${index + 1}:XFD${index + 1}"/>`).join("")}</mergeCells>`,
      ),
  },
  {
    name: "every-row-hidden.xlsx",
    make: () =>
      workbook(
        `<cols><col min="1" max="16384" hidden="1"/></cols><sheetData>${Array.from({ length: many(50_000) }, (_, index) => `<row r="${index + 1}" hidden="1"><c><v>1</v></c></row>`).join("")}</sheetData>`,
      ),
  },
  {
    name: "entity-in-a-sheet.xlsx",
    make: () =>
      makePackage({
        "xl/workbook.xml": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><workbook>&x;</workbook>',
      }),
  },
  {
    name: "formats-without-end.xlsx",
    make: () =>
      makePackage({
        "xl/workbook.xml": "<workbook/>",
        "xl/styles.xml": `<styleSheet><numFmts>${'<numFmt numFmtId="170" formatCode="[$-409]#,##0.00;[Red]((((((((((((\\-#"/>'.repeat(many(60_000))}</numFmts></styleSheet>`,
      }),
  },
  {
    name: "reads-from-elsewhere.docx",
    make: () =>
      makePackage({
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels":
          '<Relationships><Relationship Id="r1" Type="officeDocument" TargetMode="External" Target="http://127.0.0.1:9/x"/></Relationships>',
        "word/document.xml": "<document/>",
      }),
  },
  {
    name: "tables-in-tables.docx",
    make: () =>
      word(
        `${"<w:tbl><w:tr><w:tc>".repeat(many(5_000))}<w:p/>${"</w:tc></w:tr></w:tbl>".repeat(many(5_000))}`,
      ),
  },
  {
    name: "half-a-million-runs.docx",
    make: () => word(`<w:p>${"<w:r><w:t>a</w:t></w:r>".repeat(many(300_000))}</w:p>`),
  },
  {
    name: "numbering-in-a-circle.docx",
    make: () =>
      makePackage({
        "[Content_Types].xml": "<Types/>",
        "word/document.xml":
          '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p></w:body></w:document>',
        "word/styles.xml":
          '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>',
      }),
  },

  {
    name: "sectors-in-a-circle.msg",
    make: () => compoundFile([0xfffffffd, 1, 2, 3], "R\u0000o\u0000o\u0000t\u0000"),
  },
  {
    name: "directory-in-a-circle.msg",
    make: () => compoundFile([0xfffffffd, 0xfffffffe, 0xfffffffe], "_\u0000_\u0000"),
  },
  {
    name: "only-a-start.msg",
    make: () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
  },

  { name: "two-gigapixels.png", make: () => png(50_000, 50_000, zeros(1)) },
  { name: "pixels-that-swell.png", make: () => png(100, 100, zeros(many(200))) },
  { name: "no-pixels.png", make: () => png(0, 0, new Uint8Array(0)) },
  {
    name: "four-gigapixels.jpg",
    make: () =>
      latin(
        `\u00ff\u00d8\u00ff\u00c0\u0000\u0011\u0008\u00ff\u00ff\u00ff\u00ff\u0003\u0001\u0011\u0000\u0002\u0011\u0001\u0003\u0011\u0001\u00ff\u00d9`,
      ),
  },
  {
    name: "directory-in-a-circle.tif",
    make: () =>
      tiff(
        `\u0001\u0000\u0000\u0001\u0003\u0000\u0001\u0000\u0000\u0000\u0001\u0000\u0000\u0000\u0008\u0000\u0000\u0000`,
      ),
  },
  {
    name: "huge-strip.tif",
    make: () =>
      tiff(
        `\u0002\u0000\u0000\u0001\u0004\u0000\u0001\u0000\u0000\u0000\u00ff\u00ff\u00ff\u007f\u0001\u0001\u0004\u0000\u0001\u0000\u0000\u0000\u00ff\u00ff\u00ff\u007f\u0000\u0000\u0000\u0000`,
      ),
  },
  {
    name: "huge.webp",
    make: () =>
      latin(
        `RIFF\u00ff\u00ff\u00ff\u007fWEBPVP8X\n\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff`,
      ),
  },
  { name: "huge.gif", make: () => latin("GIF89a\u00ff\u00ff\u00ff\u00ff\u0080\u0000\u0000") },
  { name: "nothing-but-zeros.bin", make: () => zeros(many(8)) },
];
