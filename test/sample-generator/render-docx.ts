import { escapeXml, xmlHead, zipParts } from "./ooxml.ts";

/** A paragraph or table of a text document. Numbered paragraphs get their labels from the numbering part. */
export type TextBlock =
  | { readonly type: "title" | "heading" | "paragraph"; readonly text: string }
  | { readonly type: "clause"; readonly level: 0 | 1; readonly text: string }
  | { readonly type: "table"; readonly rows: readonly (readonly string[])[] };

export const title = (text: string): TextBlock => ({ type: "title", text });
export const heading = (text: string): TextBlock => ({ type: "heading", text });
export const paragraph = (text: string): TextBlock => ({ type: "paragraph", text });
export const clause = (text: string): TextBlock => ({ type: "clause", level: 0, text });
export const subclause = (text: string): TextBlock => ({ type: "clause", level: 1, text });
export const table = (...rows: readonly (readonly string[])[]): TextBlock => ({ type: "table", rows });

const run = (text: string, bold: boolean, size: number): string =>
  `<w:r><w:rPr>${bold ? "<w:b/>" : ""}<w:sz w:val="${size}"/></w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

const blockXml = (block: TextBlock): string => {
  switch (block.type) {
    case "title":
      return `<w:p><w:pPr><w:pStyle w:val="Title"/><w:jc w:val="center"/></w:pPr>${run(block.text, true, 32)}</w:p>`;
    case "heading":
      return `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run(block.text, true, 24)}</w:p>`;
    case "paragraph":
      return `<w:p>${run(block.text, false, 21)}</w:p>`;
    case "clause":
      return `<w:p><w:pPr><w:numPr><w:ilvl w:val="${block.level}"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(block.text, block.level === 0, 21)}</w:p>`;
    case "table": {
      const cell = (text: string, isHead: boolean): string =>
        `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr><w:p>${run(text, isHead, 20)}</w:p></w:tc>`;
      const rows = block.rows
        .map((row, index) => `<w:tr>${row.map((text) => cell(text, index === 0)).join("")}</w:tr>`)
        .join("");
      return `<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single"/><w:left w:val="single"/><w:bottom w:val="single"/><w:right w:val="single"/><w:insideH w:val="single"/><w:insideV w:val="single"/></w:tblBorders></w:tblPr>${rows}</w:tbl>`;
    }
  }
};

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const level = (index: number, text: string): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/></w:lvl>`;

/** A Word document with automatic clause numbers (1., 1.1). */
export const renderDocx = (blocks: readonly TextBlock[]): Uint8Array =>
  zipParts({
    "[Content_Types].xml": `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`,
    "_rels/.rels": `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
    "word/styles.xml": `${xmlHead}<w:styles ${word}><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>`,
    "word/numbering.xml": `${xmlHead}<w:numbering ${word}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${level(0, "%1.")}${level(1, "%1.%2")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    "word/document.xml": `${xmlHead}<w:document ${word}><w:body>${blocks.map(blockXml).join("")}<w:sectPr><w:pgSz w:w="12240" w:h="15840"/></w:sectPr></w:body></w:document>`,
  });
