import type { SourcedText, TextRun } from "../../../../src-shared/model/index.ts";
import type { Alignment, FlowCell, FlowItem, FlowParagraph } from "../flow/flow-item.ts";

interface SourceLine {
  readonly start: number;
  readonly text: string;
}

/** A paragraph while its lines are being gathered. */
interface Gathering {
  readonly lines: SourceLine[];
  readonly label: string | null;
  readonly indent: number;
}

const listItem = /^(\s*)([-*+]|\d{1,9}[.)]|\([a-zA-Z0-9]{1,4}\)|[a-zA-Z][.)])\s+(?=\S)/u;
const tableRule = /^\s*\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?\s*$/u;

/** Markdown as items in reading order, each with its place in the text. Source: CommonMark, and GitHub's tables. */
export function markdownToFlow(text: string): FlowItem[] {
  const lines = toLines(text);
  const items: FlowItem[] = [];
  let gathering: Gathering | null = null;
  let isInCode = false;
  const close = (headingLevel: number | null = null): void => {
    if (gathering !== null) items.push(toParagraph(gathering, headingLevel));
    gathering = null;
  };
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    if (/^\s*(?:```|~~~)/u.test(line.text)) {
      close();
      isInCode = !isInCode;
      continue;
    }
    if (isInCode) {
      close();
      gathering = { lines: [line], label: null, indent: 0 };
      continue;
    }
    if (line.text.trim() === "" || /^\s*(?:(?:\*\s*){3,}|(?:_\s*){3,})$/u.test(line.text)) {
      close();
      continue;
    }
    const under = /^\s{0,3}(=+|-+)\s*$/u.exec(line.text)?.[1];
    if (under !== undefined && under.length >= 2) {
      if (gathering === null) continue;
      close(under.startsWith("=") ? 1 : 2);
      continue;
    }
    const heading = /^\s{0,3}(#{1,6})\s+(?=\S)/u.exec(line.text);
    if (heading !== null) {
      close();
      const body = partOfLine(line, heading[0].length, line.text.replace(/\s+#+\s*$/u, "").length);
      items.push(toParagraph({ lines: [body], label: null, indent: 0 }, heading[1]?.length ?? 1));
      continue;
    }
    const end = tableEnd(lines, index);
    if (end !== null) {
      close();
      items.push(toTable(lines.slice(index, end)));
      index = end - 1;
      continue;
    }
    const quoted = /^\s{0,3}(?:>\s?)+/u.exec(line.text)?.[0].length ?? 0;
    const content = partOfLine(line, quoted, line.text.length);
    const item = listItem.exec(content.text);
    if (item !== null) {
      close();
      const label = item[2] ?? "";
      gathering = {
        lines: [trimLine(partOfLine(content, item[0].length, content.text.length))],
        label: /^[-*+]$/u.test(label) ? "•" : label,
        indent: Math.min(9, Math.floor(widthOf(item[1] ?? "") / 2)),
      };
      continue;
    }
    gathering ??= { lines: [], label: null, indent: 0 };
    gathering.lines.push(trimLine(content));
  }
  close();
  return items;
}

const widthOf = (space: string): number => space.replaceAll("\t", "    ").length;

function toLines(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n|\n|\r/gu)) {
    lines.push({ start, text: text.slice(start, match.index) });
    start = match.index + match[0].length;
  }
  lines.push({ start, text: text.slice(start) });
  return lines;
}

const partOfLine = (line: SourceLine, from: number, to: number): SourceLine => ({
  start: line.start + from,
  text: line.text.slice(from, to),
});

function toParagraph(gathering: Gathering, headingLevel: number | null): FlowParagraph {
  const plain = gathering.lines.map(withoutMarks);
  const isBold = gathering.lines.every((line) => /^\s*(?:\*\*|__).+(?:\*\*|__)\s*[:.]?\s*$/u.test(line.text));
  const longest = Math.max(60, ...gathering.lines.map((line) => line.text.length));
  let text = "";
  const runs: TextRun[] = [];
  for (const [index, line] of plain.entries()) {
    if (index > 0) text += endsLine(gathering.lines[index - 1], gathering.lines[index], longest) ? "\n" : " ";
    for (const run of line.runs)
      runs.push({ ...run, start: run.start + text.length, end: run.end + text.length });
    text += line.text;
  }
  return {
    type: "paragraph",
    zone: "body",
    text: { text, runs },
    headingLevel,
    label: gathering.label,
    indent: gathering.indent,
    bold: headingLevel !== null || isBold,
    alignment: "left",
  };
}

/**
 * Whether a line ends where it does on purpose: it says so with two spaces or a backslash, or it is one of several
 * short lines or label lines, as in an address or the head of an invoice.
 */
function endsLine(line: SourceLine | undefined, next: SourceLine | undefined, longest: number): boolean {
  if (line === undefined || next === undefined) return false;
  if (/(?: {2,}|\\)$/u.test(line.text)) return true;
  return (
    line.text.length < 0.6 * longest || /^(?:\*\*|__)?\p{Lu}[^.!?]{0,40}:(?:\*\*|__|\s|$)/u.test(next.text)
  );
}

/** Without the white space before it; that behind it can break the line. */
const trimLine = (line: SourceLine): SourceLine =>
  partOfLine(line, line.text.length - line.text.trimStart().length, line.text.length);

/**
 * A line without marks of emphasis, code, links and escapes, as runs of what stays.
 *
 * Underscores count only around words, since blanks to fill in ("____") and names hold them too.
 */
function withoutMarks(line: SourceLine): SourcedText {
  const kept: { from: number; to: number }[] = [];
  let from = 0;
  const source = line.text;
  const skip = (start: number, end: number): void => {
    if (start > from) kept.push({ from, to: start });
    from = end;
  };
  const marks =
    /\\(?=[!-/:-@[-`{-~])|\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<![\p{L}\p{N}_])_{1,2}(?=[^\s_])|(?<=[^\s_])_{1,2}(?![\p{L}\p{N}_])|~~|`+|!?\[(?=[^\]\n]{0,1000}\]\()|\]\([^)\s]{0,2000}(?:\s{1,9}"[^"]{0,500}")?\)|<br\s*\/?>|\\$/giu;
  let escaped = -1;
  for (const match of source.matchAll(marks)) {
    if (match.index === escaped) continue;
    if (match[0] === "\\") escaped = match.index + 1;
    // A lone star between numbers or spaces multiplies.
    if (
      match[0] === "*" &&
      /\d\s?$/u.test(source.slice(0, match.index)) &&
      /^\s?\d/u.test(source.slice(match.index + 1))
    )
      continue;
    skip(match.index, match.index + match[0].length);
  }
  skip(source.length, source.length);
  let text = "";
  const runs: TextRun[] = [];
  for (const piece of kept) {
    const part = source.slice(piece.from, piece.to);
    for (const word of part.matchAll(/\S+(?:[^\S\n]+\S+)*/gu)) {
      const start = text.length + word.index;
      const at = line.start + piece.from + word.index;
      runs.push({ start, end: start + word[0].length, at: { start: at, end: at + word[0].length } });
    }
    text += part;
  }
  return { text, runs };
}

/** The line behind a table that starts here; a table needs its rule line. */
function tableEnd(lines: readonly SourceLine[], start: number): number | null {
  const head = lines[start]?.text ?? "";
  const rule = lines[start + 1]?.text ?? "";
  if (!head.includes("|") || !tableRule.test(rule) || !rule.includes("-")) return null;
  if (
    !rule.includes("|") ||
    splitCells({ start: 0, text: head }).length !== splitCells({ start: 0, text: rule }).length
  )
    return null;
  let end = start + 2;
  while (end < lines.length && (lines[end]?.text ?? "").includes("|")) end += 1;
  return end;
}

function toTable(lines: readonly SourceLine[]): FlowItem {
  const [head, rule, ...body] = lines;
  const alignments = rule === undefined ? [] : splitCells(rule).map((cell) => alignmentOf(cell.text));
  const count = Math.max(1, alignments.length);
  const rows = [...(head === undefined ? [] : [head]), ...body].map((line, index) => {
    const cells = splitCells(line);
    return Array.from({ length: count }, (_, column): FlowCell | null => {
      const cell = cells[column];
      if (cell === undefined) return null;
      return {
        text: withoutMarks(cell),
        bold: index === 0 || /^\s*\*\*.*\*\*\s*$/u.test(cell.text),
        alignment: alignments[column] ?? "left",
        span: 1,
      };
    });
  });
  return { type: "table", zone: "body", widths: columnWidths(rows, count), rows };
}

const alignmentOf = (rule: string): Alignment =>
  /^\s*:-+:\s*$/u.test(rule) ? "center" : /-:\s*$/u.test(rule) ? "right" : "left";

/** Cells between bars; bars with a backslash are text. */
function splitCells(line: SourceLine): SourceLine[] {
  const cells: SourceLine[] = [];
  let from = /^\s*\|/u.exec(line.text)?.[0].length ?? 0;
  const last = line.text.trimEnd().length;
  for (const match of line.text.matchAll(/(?<!\\)\|/gu)) {
    if (match.index < from) continue;
    cells.push(partOfLine(line, from, match.index));
    from = match.index + 1;
  }
  if (from < last) cells.push(partOfLine(line, from, line.text.length));
  return cells;
}

/** Shares by the longest text of each column, so that no column starves. */
function columnWidths(rows: readonly (readonly (FlowCell | null)[])[], count: number): number[] {
  const longest = Array.from({ length: count }, (_, column) =>
    Math.min(60, Math.max(6, ...rows.map((row) => (row[column]?.text.text.trim().length ?? 0) + 2))),
  );
  const total = longest.reduce((sum, each) => sum + each, 0);
  return longest.map((each) => each / total);
}
