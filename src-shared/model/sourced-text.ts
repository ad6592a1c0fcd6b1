import type { Box, Evidence, EvidenceRole, Locator, PageLocator, TextLocator } from "./evidence.ts";
import type { DocumentId } from "./ids.ts";
import type { SourcedText, TextRun, Word } from "./read-document.ts";

/** What a quote needs to know of its document; a `ReadDocument` is one. */
export interface QuotedDocument {
  readonly documentId: DocumentId;
  /** Text that `TextLocator`s point into. */
  readonly text: string | null;
}

/** The text between two offsets, with its runs moved and cut along. */
export function sliceSourcedText(source: SourcedText, start: number, end: number): SourcedText {
  const runs: TextRun[] = [];
  for (const run of source.runs) {
    const from = Math.max(run.start, start);
    const to = Math.min(run.end, end);
    if (from >= to) continue;
    const whole = from === run.start && to === run.end;
    runs.push({
      start: from - start,
      end: to - start,
      at: whole ? run.at : cutRun(run, from, to).at,
      ...(run.raw !== undefined && { raw: run.raw }),
    });
  }
  return { text: source.text.slice(start, end), runs };
}

/** Texts one after the other, with a separator between them that has no source. */
export function joinSourcedTexts(parts: readonly SourcedText[], separator: string): SourcedText {
  let text = "";
  const runs: TextRun[] = [];
  for (const [index, part] of parts.entries()) {
    if (index > 0) text += separator;
    for (const run of part.runs)
      runs.push({ ...run, start: run.start + text.length, end: run.end + text.length });
    text += part.text;
  }
  return { text, runs };
}

/** Words as one text, joined by single spaces, in the order given. */
export function wordsToSourcedText(words: readonly Word[]): SourcedText {
  let text = "";
  const runs: TextRun[] = [];
  for (const word of words) {
    if (text !== "") text += " ";
    runs.push({ start: text.length, end: text.length + word.text.length, at: word.at });
    text += word.text;
  }
  return { text, runs };
}

/**
 * Proof of a part of a text: the words that the part touches, and where they stand.
 *
 * Quotes from pages, cells and paths are whole words; quotes from text are cut to the part and are exactly
 * `document.text.slice(start, end)`. Where the part does not stand in one place (two pages, two cells), the
 * longest piece is returned; `evidencePiecesFor` returns all. Throws on a part without words.
 */
export function evidenceFor(
  source: SourcedText,
  start: number,
  end: number,
  document: QuotedDocument,
  role: EvidenceRole,
): Evidence {
  let longest: Evidence | null = null;
  for (const piece of evidencePiecesFor(source, start, end, document, role))
    if (longest === null || piece.quote.length > longest.quote.length) longest = piece;
  if (longest === null) throw new Error(`No words between ${start} and ${end} to quote`);
  return longest;
}

/** Proof of a part of a text, one piece for each page, cell, path or stretch of text that it runs over. */
export function evidencePiecesFor(
  source: SourcedText,
  start: number,
  end: number,
  document: QuotedDocument,
  role: EvidenceRole,
): readonly Evidence[] {
  const groups: TextRun[][] = [];
  for (const run of source.runs) {
    if (run.end <= start || run.start >= end) continue;
    const piece = isTextLocator(run.at) ? cutRun(run, start, end) : run;
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && standTogether(last.at, piece.at, document.text))
      group.push(piece);
    else groups.push([piece]);
  }
  return groups.map((runs) => ({
    documentId: document.documentId,
    role,
    quote: quoteOf(runs, source.text, document.text),
    at: mergeLocators(runs.map((run) => run.at)),
  }));
}

/** Proof of words, in the order given. The words of a quote stand in one place: see `evidenceFor`. */
export function evidenceForWords(
  words: readonly Word[],
  document: QuotedDocument,
  role: EvidenceRole,
): Evidence {
  const source = wordsToSourcedText(words);
  return evidenceFor(source, 0, source.text.length, document, role);
}

/**
 * Boxes merged to one for each printed line, in the order given.
 *
 * A box continues a line when it overlaps the line's height by half of the lower one and does not jump back.
 */
export function mergeBoxesByLine(boxes: readonly Box[]): readonly Box[] {
  const merged: Box[] = [];
  for (const box of boxes) {
    const line = merged.at(-1);
    if (line !== undefined && continuesLine(line, box)) merged[merged.length - 1] = unionOfBoxes(line, box);
    else merged.push(box);
  }
  return merged;
}

const isTextLocator = (at: Locator): at is TextLocator => "start" in at;
const isPageLocator = (at: Locator): at is PageLocator => "page" in at;
const boxesOf = (at: PageLocator): readonly Box[] => at.boxes ?? (at.box === undefined ? [] : [at.box]);
const roundFraction = (value: number): number => Math.round(value * 1e6) / 1e6;

/** Text runs whose source is as long as their text can be cut; others are taken whole. */
function cutRun(run: TextRun, start: number, end: number): TextRun {
  const { at } = run;
  if (!isTextLocator(at) || at.end - at.start !== run.end - run.start) return run;
  const from = Math.max(run.start, start);
  const to = Math.min(run.end, end);
  return {
    ...run,
    start: from,
    end: to,
    at: { start: at.start + from - run.start, end: at.start + to - run.start },
  };
}

/** In text, white space and a few marks (a table's bars, a quote's arrows, a line-end hyphen) may lie between. */
function standTogether(before: Locator, after: Locator, text: string | null): boolean {
  if (isTextLocator(before))
    return (
      isTextLocator(after) &&
      text !== null &&
      after.start >= before.end &&
      /^[\s|>*_#`-]*$/u.test(text.slice(before.end, after.start))
    );
  if (isPageLocator(before)) return isPageLocator(after) && before.page === after.page;
  if ("path" in before) return "path" in after && before.path === after.path;
  if ("cell" in before) return "cell" in after && before.sheet === after.sheet && before.cell === after.cell;
  return "row" in after && before.row === after.row && before.column === after.column;
}

function quoteOf(runs: readonly TextRun[], text: string, documentText: string | null): string {
  const first = runs[0];
  const last = runs.at(-1);
  if (first === undefined || last === undefined) return "";
  if (isTextLocator(first.at) && isTextLocator(last.at) && documentText !== null)
    return documentText.slice(first.at.start, last.at.end);
  let quote = "";
  let before: TextRun | null = null;
  for (const run of runs) {
    if (before !== null && (run.start > before.end || before.raw !== undefined)) quote += " ";
    quote += run.raw ?? text.slice(run.start, run.end);
    before = run;
  }
  return quote;
}

function mergeLocators(locators: readonly Locator[]): Locator {
  const first = locators[0];
  const last = locators.at(-1);
  if (first === undefined || last === undefined) throw new Error("No locators to merge");
  if (isTextLocator(first) && isTextLocator(last)) return { start: first.start, end: last.end };
  if (!isPageLocator(first)) return first;
  const boxes = mergeBoxesByLine(locators.flatMap((at) => (isPageLocator(at) ? boxesOf(at) : [])));
  const [box] = boxes;
  if (box === undefined) return { page: first.page };
  return boxes.length === 1 ? { page: first.page, box } : { page: first.page, boxes };
}

function continuesLine(line: Box, box: Box): boolean {
  const overlap = Math.min(line[1] + line[3], box[1] + box[3]) - Math.max(line[1], box[1]);
  const lower = Math.min(line[3], box[3]);
  return overlap >= lower / 2 && box[0] + box[2] >= line[0] + line[2] - lower;
}

function unionOfBoxes(one: Box, other: Box): Box {
  const left = Math.min(one[0], other[0]);
  const top = Math.min(one[1], other[1]);
  const right = Math.max(one[0] + one[2], other[0] + other[2]);
  const bottom = Math.max(one[1] + one[3], other[1] + other[3]);
  return [left, top, roundFraction(right - left), roundFraction(bottom - top)];
}
