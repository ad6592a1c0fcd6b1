import type {
  Block,
  Element,
  Page,
  ReadDocument,
  Sheet,
  SourcedText,
  Word,
} from "../../../src-shared/model/index.ts";

/**
 * A document as a person would check it: rows of words with their marks, blocks, cells and paths.
 *
 * Marks of a word: `*` bold, `~` not visible, `?` recognized from a picture; `|` a gap as wide as five spaces.
 */
export function describeDocument(document: ReadDocument): unknown {
  return {
    reader: document.reader,
    status: document.status,
    problem: document.problem,
    ...(document.pages.length > 0 && { pages: document.pages.map(describePage) }),
    ...(document.blocks.length > 0 && { blocks: document.blocks.map(describeBlock) }),
    ...(document.sheets.length > 0 && { sheets: document.sheets.map(describeSheet) }),
    ...(document.root !== null && { root: describeElement(document.root) }),
    ...(document.members.length > 0 && { members: document.members.map((member) => member.name) }),
    ...(document.text !== null && { text: document.text }),
    properties: document.properties,
  };
}

function describePage(page: Page): unknown {
  const rows: string[] = [];
  let row = "";
  let above: Word | null = null;
  for (const word of page.words) {
    const isSameRow =
      above !== null && Math.abs(word.box[1] - above.box[1]) < word.box[3] / 2 && word.box[0] >= above.box[0];
    if (!isSameRow && row !== "") {
      rows.push(row);
      row = "";
    }
    const gap = isSameRow && above !== null ? word.box[0] - above.box[0] - above.box[2] : 0;
    row += `${row === "" ? "" : gap > 0.025 ? " | " : " "}${describeWord(word)}`;
    above = word;
  }
  if (row !== "") rows.push(row);
  const first = page.words[0];
  return {
    aspect: page.aspect,
    pictureShare: page.pictureShare,
    rules: page.rules.length,
    rows,
    ...(first !== undefined && { firstWord: { box: first.box, at: first.at } }),
  };
}

const describeWord = (word: Word): string =>
  `${word.text}${word.bold ? "*" : ""}${word.visible ? "" : "~"}${word.source === "ocr" ? "?" : ""}`;

function describeBlock(block: Block): unknown {
  if (block.type === "table")
    return { table: block.rows.map((row) => row.map((cell) => cell?.text ?? null)), zone: block.zone };
  const marks = [
    block.zone === "body" ? "" : block.zone,
    block.headingLevel === null ? "" : `heading ${block.headingLevel}`,
    block.indent === 0 ? "" : `indent ${block.indent}`,
    block.bold ? "bold" : "",
  ].filter((mark) => mark !== "");
  return `${marks.length === 0 ? "" : `(${marks.join(", ")}) `}${block.label === null ? "" : `[${block.label}] `}${block.text}`;
}

function describeSheet(sheet: Sheet): unknown {
  return {
    name: sheet.name,
    ...(sheet.hidden && { hidden: true }),
    rows: sheet.rows.map((row) =>
      row.map((cell) => {
        const place =
          "cell" in cell.at ? cell.at.cell : "row" in cell.at ? `${cell.at.row},${cell.at.column}` : "";
        const value = cell.value === null ? "" : ` = ${cell.value}`;
        return `${place} ${cell.valueType}${cell.hidden ? " hidden" : ""}: ${cell.text}${value}${cell.currency === undefined ? "" : ` ${cell.currency}`}`;
      }),
    ),
  };
}

function describeElement(element: Element): readonly string[] {
  const attributes = Object.entries(element.attributes)
    .filter(([name]) => !name.startsWith("xmlns"))
    .map(([name, value]) => ` @${name}=${value}`)
    .join("");
  return [
    `${element.path} {${element.namespace}}${element.name}${attributes} = ${element.text}`,
    ...element.children.flatMap(describeElement),
  ];
}

/** Every run of every block, to check that quotes are found where they say. */
export function textsOf(document: ReadDocument): readonly SourcedText[] {
  return document.blocks.flatMap((block) =>
    block.type === "paragraph" ? [block] : block.rows.flatMap((row) => row.filter((cell) => cell !== null)),
  );
}
