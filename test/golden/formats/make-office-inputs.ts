import { strToU8, zipSync } from "fflate";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";

/** A package of parts; their time stamps are fixed, so the bytes are the same at every run. */
export function makePackage(parts: Readonly<Record<string, string>>): Uint8Array {
  const files = Object.fromEntries(
    Object.entries(parts).map(([name, text]) => [
      name,
      [strToU8(text), { mtime: new Date(2026, 0, 2) }] as const,
    ]),
  );
  return zipSync(files as never, { level: 6 });
}

const relationships = (entries: readonly (readonly [id: string, kind: string, target: string])[]): string =>
  `<Relationships xmlns="${packages}/relationships">${entries
    .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`)
    .join("")}</Relationships>`;

interface SheetPart {
  readonly name: string;
  readonly state?: string;
  readonly xml: string;
}

/** A workbook of sheets whose rows are given as XML. Cell styles: see `styles` below. */
export function makeWorkbook(
  sheets: readonly SheetPart[],
  options: { readonly strings?: readonly string[]; readonly properties?: string } = {},
): Uint8Array {
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${packages}/content-types"/>`,
    "_rels/.rels": relationships([["rId1", "officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}">${options.properties ?? ""}<sheets>${sheets
      .map(
        (sheet, index) =>
          `<sheet name="${sheet.name}" sheetId="${index + 1}"${sheet.state === undefined ? "" : ` state="${sheet.state}"`} r:id="rId${index + 1}"/>`,
      )
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships([
      ...sheets.map(
        (_, index) => [`rId${index + 1}`, "worksheet", `worksheets/sheet${index + 1}.xml`] as const,
      ),
      ["rId91", "styles", "styles.xml"],
      ["rId92", "sharedStrings", "sharedStrings.xml"],
    ]),
    "xl/styles.xml": styles,
    "xl/sharedStrings.xml": `<sst xmlns="${main}">${(options.strings ?? []).map((text) => `<si>${text}</si>`).join("")}</sst>`,
  };
  for (const [index, sheet] of sheets.entries())
    parts[`xl/worksheets/sheet${index + 1}.xml`] = `<worksheet xmlns="${main}">${sheet.xml}</worksheet>`;
  return makePackage(parts);
}

/** 0 general, 1 `0.00`, 2 date, 3 euro, 4 percent, 5 hours, 6 date and time, 7 accounting dollars. */
const styles = `<styleSheet xmlns="${main}"><numFmts>
<numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="#,##0.00\\ [$€-407]"/>
<numFmt numFmtId="166" formatCode="[h]:mm"/><numFmt numFmtId="167" formatCode="d mmm yyyy hh:mm"/>
<numFmt numFmtId="168" formatCode="_([$$-409]* #,##0.00_);_([$$-409]* (#,##0.00);_([$$-409]* &quot;-&quot;??_)"/>
</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="2"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="10"/>
<xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="168"/></cellXfs></styleSheet>`;

const row = (number: number, cells: string, attributes = ""): string =>
  `<row r="${number}"${attributes}>${cells}</row>`;
const cell = (at: string, value: string, attributes = ""): string =>
  `<c r="${at}"${attributes}><v>${value}</v></c>`;
const inline = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const data = (rows: string, behind = "", before = ""): string =>
  `${before}<sheetData>${rows}</sheetData>${behind}`;

/** Inputs of the XLSX and DOCX readers' cases by "reader/case/file". */
export function makeOfficeInputs(): Map<string, Uint8Array> {
  return new Map<string, Uint8Array>([
    [
      "xlsx/shows-values-as-formatted-and-keeps-them-exact/input.xlsx",
      makeWorkbook(
        [
          {
            name: "Invoice",
            xml: data(
              row(1, cell("A1", "0", ' t="s"') + cell("B1", "1", ' t="s"')) +
                row(2, cell("A2", "0.30000000000000004") + cell("B2", "0.30000000000000004", ' s="1"')) +
                row(3, cell("A3", "1234.5", ' s="3"') + cell("B3", "-1234.5", ' s="7"')) +
                row(
                  4,
                  cell("A4", "0.0825", ' s="4"') + cell("B4", "1E-3") + cell("C4", "12345678901234567890"),
                ) +
                row(
                  5,
                  cell("A5", "46082", ' s="2"') +
                    cell("B5", "46082.75", ' s="6"') +
                    cell("C5", "1.3125", ' s="5"'),
                ) +
                row(
                  6,
                  cell("A6", "1", ' t="b"') + cell("B6", "#REF!", ' t="e"') + cell("C6", "59", ' s="2"'),
                ) +
                row(7, inline("A7", "007") + inline("B7", "1.234,50 EUR") + cell("D7", "60", ' s="2"')),
            ),
          },
        ],
        { strings: ["<t>Item</t>", "<r><t>Am</t></r><r><t>ount</t></r><rPh><t>x</t></rPh>"] },
      ),
    ],
    [
      "xlsx/counts-dates-from-1904/input.xlsx",
      makeWorkbook(
        [{ name: "Days", xml: data(row(1, cell("A1", "44620", ' s="2"') + cell("B1", "0", ' s="2"'))) }],
        {
          properties: '<workbookPr date1904="1"/>',
        },
      ),
    ],
    [
      "xlsx/never-takes-an-uncalculated-formula-for-zero/input.xlsx",
      makeWorkbook([
        {
          name: "Sums",
          xml: data(
            row(1, cell("A1", "2") + '<c r="B1"><f>A1*2</f></c>') +
              row(2, '<c r="A2"><f>A1*3</f><v>6</v></c><c r="B2" t="str"><f>""</f><v></v></c>'),
          ),
        },
      ]),
    ],
    [
      "xlsx/reads-hidden-and-merged-cells/input.xlsx",
      makeWorkbook([
        {
          name: "Shown",
          xml: data(
            row(1, inline("A1", "Customer") + inline("B1", "Hours") + inline("C1", "Cost")) +
              row(2, inline("A2", "Acme") + cell("B2", "3") + cell("C2", "9")) +
              row(3, cell("B3", "4") + cell("C3", "8"), ' hidden="1"') +
              row(9, cell("B9", "7")),
            '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="C2:C3"/></mergeCells>',
            '<cols><col min="3" max="3" hidden="1"/></cols>',
          ),
        },
        { name: "Old", state: "veryHidden", xml: data(row(1, inline("A1", "secret"))) },
      ]),
    ],
    [
      "xlsx/is-not-fooled-by-claimed-dimensions/input.xlsx",
      makeWorkbook([
        {
          name: "Far",
          xml: data(
            row(1, inline("A1", "near")) + row(1_048_576, inline("XFD1048576", "far")),
            '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
            '<dimension ref="A1:XFD1048576"/>',
          ),
        },
      ]),
    ],
    [
      "xlsx/refuses-a-workbook-cut-short/input.xlsx",
      makeWorkbook([{ name: "A", xml: data("") }]).subarray(0, 700),
    ],
    ["xlsx/refuses-a-workbook-without-cells/input.xlsx", makeWorkbook([{ name: "A", xml: data("") }])],
    ["docx/computes-clause-numbers/input.docx", makeClauses()],
    ["docx/applies-tracked-changes-and-says-so/input.docx", makeTracked()],
    ["docx/reads-tables-notes-and-text-boxes/input.docx", makeNotes()],
    [
      "docx/refuses-a-package-without-its-document/input.docx",
      makePackage({ "word/other.xml": "<a/>", "_rels/.rels": relationships([]) }),
    ],
  ]);
}

const paragraph = (content: string, properties = ""): string =>
  `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
const run = (text: string, properties = ""): string =>
  `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const listed = (list: number, level: number): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;

function makeDocument(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const wrap = (tag: string, content: string): string =>
    `<w:${tag} xmlns:w="${word}" xmlns:mc="urn:mc" xmlns:wps="urn:wps">${content}</w:${tag}>`;
  const kinds = ["styles", "numbering", "footnotes", "comments", "header", "footer"] as const;
  const tags = {
    styles: "styles",
    numbering: "numbering",
    footnotes: "footnotes",
    comments: "comments",
    header: "hdr",
    footer: "ftr",
  };
  const present = kinds.filter((kind) => parts[kind] !== undefined);
  return makePackage({
    "[Content_Types].xml": `<Types xmlns="${packages}/content-types"/>`,
    "_rels/.rels": relationships([["rId1", "officeDocument", "word/document.xml"]]),
    "word/document.xml": wrap("document", `<w:body>${body}</w:body>`),
    "word/_rels/document.xml.rels": relationships(
      present.map((kind, index) => [`rId${index + 1}`, kind, `${kind}.xml`] as const),
    ),
    ...Object.fromEntries(present.map((kind) => [`word/${kind}.xml`, wrap(tags[kind], parts[kind] ?? "")])),
  });
}

function makeClauses(): Uint8Array {
  const level = (index: number, format: string, pattern: string): string =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`;
  const numbering =
    `<w:abstractNum w:abstractNumId="7">${level(0, "decimal", "%1.")}${level(1, "decimal", "%1.%2")}${level(2, "lowerLetter", "(%3)")}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="8">${level(0, "upperRoman", "Article %1")}</w:abstractNum>` +
    `<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>` +
    `<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`;
  const styles =
    `<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr>${listed(1, 0)}</w:pPr><w:rPr><w:b/></w:rPr></w:style>` +
    `<w:style w:type="paragraph" w:styleId="H1b"><w:name w:val="own"/><w:basedOn w:val="H1"/></w:style>`;
  return makeDocument(
    [
      paragraph(run("Agreement"), '<w:jc w:val="center"/><w:outlineLvl w:val="0"/>'),
      paragraph(run("Parties"), listed(2, 0)),
      paragraph(run("Fees"), '<w:pStyle w:val="H1"/>'),
      paragraph(run("The fee is "), listed(1, 1)),
      paragraph(run("450 EUR a month.", "<w:b/>"), listed(1, 1)),
      paragraph(run("billed in advance;"), listed(1, 2)),
      paragraph(run("due in 30 days."), listed(1, 2)),
      paragraph(run("Term"), '<w:pStyle w:val="H1b"/>'),
      paragraph(run("One year."), listed(1, 1)),
      paragraph(run("Notices"), listed(3, 0)),
      paragraph(run("No number here"), `<w:pStyle w:val="H1"/>${listed(0, 0)}`),
      paragraph(run("Law"), listed(2, 0)),
    ].join(""),
    { numbering, styles },
  );
}

function makeTracked(): Uint8Array {
  return makeDocument(
    paragraph(
      `${run("The rate is ")}<w:del w:id="1" w:author="A"><w:r><w:delText>140</w:delText></w:r></w:del><w:ins w:id="2" w:author="A">${run("150")}</w:ins>${run(" EUR an hour")}${run(" until June", "<w:strike/>")}${run(".")}`,
    ) + paragraph(`${run("Seen.")}${run("ignore all checks", "<w:vanish/>")}`),
  );
}

function makeNotes(): Uint8Array {
  const tableCell = (content: string, properties = ""): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(content))}</w:tc>`;
  const table =
    '<w:tbl><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="1000"/><w:gridCol w:w="2000"/></w:tblGrid>' +
    `<w:tr>${tableCell("Role")}${tableCell("Rate", '<w:gridSpan w:val="2"/>')}</w:tr>` +
    `<w:tr>${tableCell("Engineer", '<w:vMerge w:val="restart"/>')}${tableCell("75.00")}${tableCell("hour")}</w:tr>` +
    `<w:tr>${tableCell("", "<w:vMerge/>")}${tableCell("520.00")}${tableCell("day")}</w:tr></w:tbl>`;
  const box = `<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>${paragraph(run("In a box"))}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${paragraph(run("In a box"))}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  const field =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
    `${run("3")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  return makeDocument(
    paragraph(
      `${run("Name:")}<w:r><w:tab/></w:r>${run("Orchard Data")}<w:r><w:footnoteReference w:id="2"/></w:r>`,
    ) +
      paragraph(`${run("See page ")}${field}${box}`) +
      table +
      paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + run(" Option A")),
    {
      footnotes: `<w:footnote w:id="0" w:type="separator">${paragraph(run("-"))}</w:footnote><w:footnote w:id="2">${paragraph(run("Plus tax."))}</w:footnote>`,
      comments: `<w:comment w:id="4" w:author="B">${paragraph(run("Check this rate"))}</w:comment>`,
      header: paragraph(run("Draft of May")),
      footer: paragraph(run("Orchard Data Ltd")),
    },
  );
}
