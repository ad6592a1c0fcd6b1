import { describe, expect, it } from "vitest";
import type { ReadDocument } from "../../src-shared/model/index.ts";
import { readBytes } from "../builders/read-bytes.ts";
import { makePackage, makeWorkbook } from "../golden/formats/make-office-inputs.ts";
import { onePage, plainStream, type PdfObject } from "./pdf-file.ts";

const secret = "SECRET";
const open = "BT /F1 12 Tf 72 700 Td (Invoice 7 Total 5.00) Tj ET\n";

/** Words that are read as seen and those that are not, whatever the format keeps them in. */
const sightOf = (document: ReadDocument): { readonly seen: string; readonly unseen: string } => {
  const words = document.pages.flatMap(({ words: all }) => all);
  const cells = document.sheets.flatMap(({ rows, hidden }) =>
    rows.flat().map(({ text, hidden: own }) => ({ text, visible: !own && !hidden })),
  );
  const every = [...words, ...cells];
  return {
    seen: every
      .filter(({ visible }) => visible)
      .map(({ text }) => text)
      .join(" "),
    unseen: every
      .filter(({ visible }) => !visible)
      .map(({ text }) => text)
      .join(" "),
  };
};

const blocksOf = (document: ReadDocument): string =>
  document.blocks
    .map((block) =>
      block.type === "paragraph"
        ? block.text
        : block.rows
            .flat()
            .map((cell) => cell?.text)
            .join(" "),
    )
    .join(" ");

const shown = (drawing: string, more: readonly PdfObject[] = [], page?: string): Uint8Array =>
  onePage(plainStream(4, open + drawing), more, page);
const words = (setting: string, at = "72 600"): string =>
  `q ${setting} BT /F1 12 Tf ${at} Td (${secret}) Tj ET Q\n`;
const state = (entries: string): string =>
  `/Resources << /Font << /F1 5 0 R >> /ExtGState << /G << ${entries} >> >> >>`;
const form = (content: string, extra = ""): PdfObject =>
  plainStream(
    10,
    content,
    `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> ${extra}`,
  );
const drawsForm = "/Resources << /Font << /F1 5 0 R >> /XObject << /X 10 0 R >> >>";

const pdfs: readonly (readonly [string, Uint8Array])[] = [
  ["white in gray", shown(words("1 g"))],
  ["white in RGB", shown(words("1 1 1 rg"))],
  ["white in CMYK", shown(words("0 0 0 0 k"))],
  ["nearly white", shown(words("0.98 0.98 0.97 rg"))],
  ["a faint yellow", shown(words("1 1 0.9 rg"))],
  ["render mode 3", shown(words("3 Tr"))],
  ["render mode 3 set inside", shown(`BT 3 Tr /F1 12 Tf 72 600 Td (${secret}) Tj ET\n`)],
  ["one point", shown(`BT /F1 1 Tf 72 600 Td (${secret}) Tj ET\n`)],
  ["a tenth of a point", shown(`BT /F1 0.1 Tf 72 600 Td (${secret}) Tj ET\n`)],
  ["shrunk by a matrix", shown(`BT /F1 12 Tf 0.08 0 0 0.08 72 600 Tm (${secret}) Tj ET\n`)],
  ["shrunk by the page", shown(`q 0.05 0 0 0.05 72 600 cm BT /F1 12 Tf (${secret}) Tj ET Q\n`)],
  ["left of the page", shown(words("0 g", "-300 600"))],
  ["right of the page", shown(words("0 g", "700 600"))],
  ["above the page", shown(words("0 g", "72 900"))],
  ["below the page", shown(words("0 g", "72 -100"))],
  ["far away", shown(words("0 g", "90000 600"))],
  ["under a white box", shown(`${words("0 g")}1 g 60 590 200 30 re f\n`)],
  ["under a black box", shown(`${words("0 g")}0 g 60 590 200 30 re f\n`)],
  ["under a box of its own color", shown(`0 0 1 rg 60 590 200 30 re f ${words("0 0 1 rg")}`)],
  ["black on black", shown(`0 g 60 590 200 30 re f ${words("0 g")}`)],
  [
    "white on a white box on black",
    shown(
      `0 g 0 500 595 200 re f 1 g 60 590 200 30 re f ${words("1 g")} 1 g BT /F1 9 Tf 72 520 Td (seen) Tj ET\n`,
    ),
  ],
  ["no opacity", shown(words("/G gs"), [], state("/ca 0"))],
  ["white in a form", shown("/X Do\n", [form(words("1 g"))], drawsForm)],
  ["off the page in a form", shown("/X Do\n", [form(words("0 g"), "/Matrix [1 0 0 1 2000 0]")], drawsForm)],
  ["tiny in a form", shown("/X Do\n", [form(words("0 g"), "/Matrix [0.05 0 0 0.05 72 600]")], drawsForm)],
  [
    "beyond the crop box",
    onePage(
      plainStream(4, open + words("0 g", "72 100")),
      [],
      "/CropBox [0 300 595 842] /Resources << /Font << /F1 5 0 R >> >>",
    ),
  ],
];

const html = (part: string, head = ""): string =>
  `<!doctype html><html><head>${head}</head><body><p>Invoice 7 Total 5.00</p>${part}</body></html>`;

const pages: readonly (readonly [string, string])[] = [
  ["display none", html(`<p style="display:none">${secret}</p>`)],
  ["visibility hidden", html(`<p style="visibility: hidden">${secret}</p>`)],
  ["opacity zero", html(`<p style="opacity:0">${secret}</p>`)],
  ["no size", html(`<p style="font-size:0">${secret}</p>`)],
  ["one pixel", html(`<p style="font-size:1px">${secret}</p>`)],
  ["white", html(`<p style="color:#ffffff">${secret}</p>`)],
  ["white by name", html(`<p style="color: white">${secret}</p>`)],
  ["white by an old attribute", html(`<font color="#FFFFFF">${secret}</font>`)],
  ["transparent", html(`<p style="color:transparent">${secret}</p>`)],
  ["far left", html(`<p style="position:absolute;left:-9999px">${secret}</p>`)],
  ["no height", html(`<div style="height:0;overflow:hidden">${secret}</div>`)],
  ["hidden attribute", html(`<p hidden>${secret}</p>`)],
  ["for Outlook alone", html(`<p style="mso-hide:all">${secret}</p>`)],
  ["by a class", html(`<p class="x">${secret}</p>`, "<style>.x { display: none }</style>")],
  ["by an id", html(`<p id="x">${secret}</p>`, "<style>#x{visibility:hidden}</style>")],
  ["by a name and class", html(`<p class="a x">${secret}</p>`, "<style>b, p.x { color: #fff; }</style>")],
  [
    "white on a white cell",
    html(`<table><tr><td bgcolor="#ffffff" style="color:#fff">${secret}</td><td>1</td></tr></table>`),
  ],
];

const wordFile = (run: string): Uint8Array =>
  makePackage({
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels":
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/document.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Invoice 7 Total 5.00</w:t></w:r></w:p><w:p><w:r><w:rPr>${run}</w:rPr><w:t>${secret}</w:t></w:r></w:p></w:body></w:document>`,
  });

const runs: readonly (readonly [string, string])[] = [
  ["vanish", "<w:vanish/>"],
  ["hidden on the web", "<w:webHidden/>"],
  ["white", '<w:color w:val="FFFFFF"/>'],
  ["one point", '<w:sz w:val="2"/>'],
];

const sheetFile = (sheet: string, row: string): Uint8Array =>
  makeWorkbook([
    {
      name: "A",
      xml: `${sheet}<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Invoice</t></is></c></row>${row}</sheetData>`,
    },
  ]);
const secretCell = (cell: string): string => `<c r="${cell}" t="inlineStr"><is><t>${secret}</t></is></c>`;

describe("text that nobody sees is marked", () => {
  it.each(pdfs)("in a PDF: %s", async (_, bytes) => {
    const document = await readBytes("a.pdf", bytes);
    const { seen } = sightOf(document);
    expect(seen).toContain("Invoice");
    expect(seen).not.toContain(secret);
    expect(blocksOf(document)).not.toContain(secret);
  });

  it.each(pages)("in a page or mail: %s", async (_, text) => {
    const document = await readBytes("a.html", text);
    const { seen } = sightOf(document);
    expect(seen).toContain("Invoice");
    expect(seen).not.toContain(secret);
  });

  it.each(runs)("in a letter: %s", async (_, run) => {
    const { seen } = sightOf(await readBytes("a.docx", wordFile(run)));
    expect(seen).toContain("Invoice");
    expect(seen).not.toContain(secret);
  });

  it.each([
    ["a hidden row", sheetFile("", `<row r="2" hidden="1">${secretCell("A2")}</row>`)],
    [
      "a hidden column",
      sheetFile('<cols><col min="3" max="3" hidden="1"/></cols>', `<row r="2">${secretCell("C2")}</row>`),
    ],
  ])("in a workbook: %s", async (_, bytes) => {
    const { seen, unseen } = sightOf(await readBytes("a.xlsx", bytes));
    expect(seen).not.toContain(secret);
    expect(unseen).toContain(secret);
  });
});

describe("text that is seen stays seen", () => {
  it.each([
    ["white on a dark box", shown(`0 0 0.5 rg 60 590 200 30 re f ${words("1 g")}`)],
    ["gray", shown(words("0.4 g"))],
    ["small print of six points", shown(`BT /F1 6 Tf 72 600 Td (${secret}) Tj ET\n`)],
    ["in a form", shown("/X Do\n", [form(words("0 g"))], drawsForm)],
  ])("in a PDF: %s", async (_, bytes) => {
    expect(sightOf(await readBytes("a.pdf", bytes)).seen).toContain(secret);
  });

  it.each([
    [
      "white in a dark row",
      html(`<table><tr style="background:#333"><th style="color:#fff">${secret}</th><th>1</th></tr></table>`),
    ],
    [
      "white by class in a dark row",
      html(
        `<table><tr class="h"><th>${secret}</th><th>1</th></tr></table>`,
        "<style>.h{background-color:#123} th{color:#fff}</style>",
      ),
    ],
    [
      "hidden only in print",
      html(`<p class="x">${secret}</p>`, "<style>@media print { .x { display:none } }</style>"),
    ],
  ])("in a page: %s", async (_, text) => {
    expect(sightOf(await readBytes("a.html", text)).seen).toContain(secret);
  });
});
