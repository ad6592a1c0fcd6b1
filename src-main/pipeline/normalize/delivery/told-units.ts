import { evidenceFor, type Evidence, type ReadDocument } from "../../../../src-shared/model/index.ts";
import { foldText } from "../values/fold.ts";
import { parseMonth } from "../values/month.ts";
import { weekdayAt } from "./paper-days.ts";
import type { PrintedRow } from "./printed-rows.ts";

/** A sentence or an item of a list in running text, with the wrapped lines that it runs over joined. */
export interface ToldUnit extends PrintedRow {
  readonly isItem: boolean;
  /** The heading or the sentence with a colon at its end that a list stands under. */
  readonly under: string | null;
}

const headLine =
  /^(?:from|to|cc|bcc|date|sent|subject|von|an|datum|betreff|de|a|objet|van|aan|onderwerp|para|asunto|da|oggetto|assunto|received|message-id)\s?:/;
const longestHead = 700;
const bullet = /^\s*(?:[-–—*•·▪‣o]\s+|\(?[a-z\d]{1,2}[).]\s+|\[[ x]\]\s+)(?=\S)/iu;
/** A day that begins a line: "16/4", "2026-04-16", "16. April", "Monday", "Do. 16.4."; "so far" and "12 months" are words. */
function beginsWithDay(line: string): boolean {
  const text = line.trimStart();
  if (/^(?:\d{1,2}[./-]\d{1,2}|\d{4}-\d{2}-\d{2})/.test(text)) return true;
  const month = /^\d{1,2}\.? (?:de |of )?(\p{L}{3,10})\b/u.exec(text)?.[1];
  if (month !== undefined && parseMonth(foldText(month)) !== null) return true;
  const [, word = "", behind = ""] = /^(\p{L}{2,12})(\.?[\s,:]\s*\S?)/u.exec(text) ?? [];
  return weekdayAt(word) !== null && (word.length > 4 || /[.,:]|\d/.test(behind));
}
/** "km: 48": a label begins a line of its own. */
const labelHead = /^\s*\p{L}[\p{L} ./-]{1,28}\s?:\s/u;
/** A line shorter than this ends where its writer ended it. */
const wrapped = 50;

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly isItem: boolean;
}

/**
 * The sentences and list items of a document in reading order; of a mail only what its sender wrote below the head.
 *
 * Each points at the words that it was read from.
 */
export function toldUnits(document: ReadDocument): readonly ToldUnit[] {
  const isWritten = document.reader === "text" || document.reader === "email";
  const pieces = isWritten && document.text !== null ? writtenPieces(document) : drawnPieces(document);
  const units: ToldUnit[] = [];
  let under: string | null = null;
  let isListed = false;
  for (const { isItem, parts } of pieces) {
    if (!isItem && isListed) under = null;
    isListed = isItem;
    for (const { quote, evidence } of parts) {
      const text = quote.replace(bullet, "").replace(/\s+/gu, " ").trim();
      if (text === "") continue;
      units.push({ text, segments: [], evidence, isItem, under });
      if (!isItem && text.endsWith(":")) under = text;
    }
  }
  return units;
}

interface ToldPiece {
  readonly isItem: boolean;
  readonly parts: readonly { readonly quote: string; readonly evidence: Evidence | null }[];
}

function writtenPieces(document: ReadDocument): readonly ToldPiece[] {
  const own = (document.text ?? "").split("\f")[0] ?? "";
  const body = headLength(own);
  return piecesOf(own, body).map((piece) => ({
    isItem: piece.isItem,
    parts: (piece.isItem ? [[piece.start, piece.end] as const] : sentencesOf(own, piece)).map(
      ([start, end]) => ({
        quote: own.slice(start, end),
        evidence: {
          documentId: document.documentId,
          role: "delivery" as const,
          quote: own.slice(start, end),
          at: { start, end },
        },
      }),
    ),
  }));
}

/** Paragraphs as a layout or markup draws them, each line of them by itself; those with a label are items. */
function drawnPieces(document: ReadDocument): readonly ToldPiece[] {
  return document.blocks.flatMap((block): readonly ToldPiece[] => {
    if (block.type !== "paragraph" || block.zone !== "body") return [];
    return linesOf(block.text).map(({ start: from, end: to }) => {
      const isItem = block.label !== null || bullet.test(block.text.slice(from, to));
      const whole = { start: from, end: to, isItem };
      return {
        isItem,
        parts: (isItem ? [[from, to] as const] : sentencesOf(block.text, whole)).map(([start, end]) => ({
          quote: block.text.slice(start, end),
          evidence: evidenceFor(block, start, end, document, "delivery"),
        })),
      };
    });
  });
}

const linesOf = (text: string): readonly { readonly start: number; readonly end: number }[] =>
  [...text.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => ({ start: index, end: index + line.length }));

/** How long the head of a mail is: lines of sender, day and subject above the first that is none. */
function headLength(text: string): number {
  let end = 0;
  if (!/^\S[^\n]*@/m.test(text.slice(0, longestHead))) return 0;
  for (const line of text.split("\n")) {
    if (line.trim() !== "" && !headLine.test(foldText(line).trim())) break;
    end += line.length + 1;
  }
  return Math.min(end, text.length);
}

/** Paragraphs and items, each over the lines that it is wrapped on. */
function piecesOf(text: string, from: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  let isUnderHeading = false;
  let open: { start: number; end: number; isItem: boolean; last: string } | null = null;
  const close = (): void => {
    if (open !== null) pieces.push({ start: open.start, end: open.end, isItem: open.isItem });
    open = null;
  };
  for (const line of text.slice(from).split("\n")) {
    const start = at + (line.length - line.trimStart().length);
    const end = at + line.trimEnd().length;
    at += line.length + 1;
    if (line.trim() === "") {
      close();
      continue;
    }
    // Lines that stand in under one that ends with a colon are its list, whatever they begin with.
    if (/^\S/.test(line)) isUnderHeading = false;
    const isItem = bullet.test(line) || (isUnderHeading && /^(?:\s{2,}|\t)\S/.test(line));
    const runsOn: boolean =
      open !== null &&
      !isItem &&
      !beginsWithDay(line) &&
      !labelHead.test(line) &&
      (open.isItem ? /^\s{2,}/.test(line) : open.last.length >= wrapped) &&
      !/[:;]\s*$/.test(open.last);
    if (open !== null && runsOn) {
      open.end = end;
      open.last = line;
    } else {
      close();
      open = { start, end, isItem, last: line };
    }
    if (!isItem && /:\s*$/.test(line)) isUnderHeading = true;
  }
  close();
  return pieces;
}

const shortForm =
  /(?:^|[^\p{L}])(?:\p{L}{1,2}|mrs|arq|lic|ing|ggf|vgl|art|inkl|bzw|dhr|mevr|sig|sra|std|stdn|hrs|tel|prof|inh|nr|pos)\.$/iu;

function sentencesOf(text: string, { start, end }: Piece): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(/[.!?]+(?=\s+["„«(]?\p{Lu})|;\s/gu)) {
    const to = start + match.index + match[0].trimEnd().length;
    if (shortForm.test(text.slice(from, to))) continue;
    found.push([from, to]);
    from = to + (/^\s*/.exec(text.slice(to, end))?.[0].length ?? 0);
  }
  return [...found, [from, end]];
}
