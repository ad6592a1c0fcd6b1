import type { Box } from "../../../../src-shared/model/index.ts";

/** A part of a line of monospaced text between wide gaps. Offsets are UTF-16 units of the text, end exclusive. */
export interface TextPiece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Columns of the grid of characters, `right` exclusive. */
  readonly left: number;
  readonly right: number;
  /** Where it stands, if it was printed on a page; then offsets say nothing. */
  readonly at?: { readonly page: number; readonly box: Box };
}

/** A line of monospaced text in its pieces; a line drawn of dashes has none and is a rule. */
export interface TextLine {
  readonly pieces: readonly TextPiece[];
  readonly isRule: boolean;
}

const tabStop = 8;
const ruleOnly = /^[\s\-=_*+.~|│—–─━]*$/u;

/** The lines of a text, each in pieces: two blanks, a tab or a bar part them. */
export function textLines(text: string): readonly TextLine[] {
  const lines: TextLine[] = [];
  let start = 0;
  for (const line of text.split(/\r\n|\n|\r|\f|\v/u)) {
    lines.push(lineOf(line, start));
    start += line.length;
    start += text.startsWith("\r\n", start) ? 2 : 1;
  }
  return lines;
}

function lineOf(line: string, start: number): TextLine {
  if (line.trim() !== "" && ruleOnly.test(line) && /[-=_*~—–─━]{3}/u.test(line))
    return { pieces: [], isRule: true };
  const columns = columnsOf(line);
  const pieces: TextPiece[] = [];
  for (const match of line.matchAll(/[^\s|│┃║\u00A0]+(?:[ \u00A0][^\s|│┃║\u00A0]+)*/gu)) {
    const end = match.index + match[0].length;
    pieces.push({
      text: match[0],
      start: start + match.index,
      end: start + end,
      left: columns[match.index] ?? match.index,
      right: (columns[end - 1] ?? end - 1) + 1,
    });
  }
  // Dashes under single columns draw a rule, where nothing else stands in the line.
  const isRule = pieces.length > 0 && pieces.every(({ text }) => /^[-=_]{3,}$/u.test(text));
  return isRule ? { pieces: [], isRule: true } : { pieces, isRule: false };
}

/** The column of each character, tabs taken to their stops. */
function columnsOf(line: string): readonly number[] {
  if (!line.includes("\t")) return [];
  const columns: number[] = [];
  let column = 0;
  for (const character of line.split("")) {
    columns.push(column);
    column = character === "\t" ? column + tabStop - (column % tabStop) : column + 1;
  }
  return columns;
}

/** The piece in two at one of its blanks; `at` is an offset in its own text. */
export function splitPiece(piece: TextPiece, at: number): readonly [TextPiece, TextPiece] {
  const head = piece.text.slice(0, at).trimEnd();
  const tail = piece.text.slice(at);
  const { at: place } = piece;
  if (place !== undefined) {
    const [x, y, width, height] = place.box;
    const cut = (from: number, to: number): NonNullable<TextPiece["at"]> => ({
      page: place.page,
      box: [x + (width * from) / piece.text.length, y, (width * (to - from)) / piece.text.length, height],
    });
    return [
      { ...piece, text: head, right: piece.left + head.length, at: cut(0, head.length) },
      { ...piece, text: tail, left: piece.left + at, at: cut(at, piece.text.length) },
    ];
  }
  return [
    { ...piece, text: head, end: piece.start + head.length, right: piece.left + head.length },
    { ...piece, text: tail, start: piece.start + at, left: piece.left + at },
  ];
}

/** Pieces of one line as one, with the blanks between them. */
export function joinPieces(pieces: readonly TextPiece[]): TextPiece {
  return pieces.reduce((whole, piece): TextPiece => {
    const gap = " ".repeat(Math.max(1, piece.left - whole.right));
    const joined = { ...whole, text: `${whole.text}${gap}${piece.text}`, end: piece.end, right: piece.right };
    if (whole.at === undefined || piece.at === undefined) return joined;
    const [x, y, , height] = whole.at.box;
    return { ...joined, at: { ...whole.at, box: [x, y, piece.at.box[0] + piece.at.box[2] - x, height] } };
  });
}
