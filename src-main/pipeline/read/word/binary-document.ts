import type { BlockZone, Problem } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import { ok } from "../../../../src-shared/result/index.ts";
import type { CompoundFile } from "../compound/compound-file.ts";
import type { BodyCell, BodyItem, BodyParagraph } from "../flow/body-item.ts";
import { cellOf, withoutRepeats } from "../flow/body-item.ts";
import type { WrittenBody } from "../flow/document-of-body.ts";
import { readWordHead, tablePlaces } from "./file-head.ts";
import { readPropertyRuns, runAt, type PropertyRun } from "./property-runs.ts";
import { joinPieces, type PiecedText } from "./text-pieces.ts";

/** Numbers of the properties that matter for reading. Source: MS-DOC 2.6.1 and 2.6.2. */
const sprm = {
  isDeleted: 0x0800,
  isInserted: 0x0801,
  bold: 0x0835,
  struck: 0x0837,
  hidden: 0x083c,
  alignment: 0x2403,
  alignmentOfBoth: 0x2461,
  startsPage: 0x2407,
  inTable: 0x2416,
  endsRow: 0x2417,
  outlineLevel: 0x2640,
  indent: 0x840f,
  indentOfBoth: 0x845e,
} as const;

/** Twentieths of a point for one step of indent. */
const indentStep = 360;
/** Characters that stand for something else. Source: MS-DOC 2.4.1 to 2.4.4. */
const paragraphEnd = "\r";
const cellEnd = "\u0007";
const pageEnd = "\f";
const fieldBegin = "\u0013";
const fieldMiddle = "\u0014";
const fieldEnd = "\u0015";

interface Walk {
  readonly pieced: PiecedText;
  readonly paragraphs: readonly PropertyRun[];
  readonly characters: readonly PropertyRun[];
  readonly changes: { inserted: number; deleted: number };
}

/**
 * Reads a document of Word 97 to 2003: text, tables, headings, notes, headers and comments.
 *
 * Numbers of lists are not in the file's text and are left out. Errors: those of its head.
 */
export function readBinaryDocument(file: CompoundFile): Result<Omit<WrittenBody, "properties">, Problem> {
  const head = readWordHead(file);
  if (!head.ok) return head;
  const { stream, lengths, table } = head.value;
  const walk: Walk = {
    pieced: joinPieces(stream, table(tablePlaces.pieces)),
    paragraphs: readPropertyRuns(stream, table(tablePlaces.paragraphs), "paragraphs"),
    characters: readPropertyRuns(stream, table(tablePlaces.characters), "characters"),
    changes: { inserted: 0, deleted: 0 },
  };
  let from = 0;
  const part = (length: number, zone: BlockZone): readonly BodyItem[] => {
    const items = readPart(walk, from, from + length, zone);
    from += length;
    return items;
  };
  const body = part(lengths.body, "body");
  const footnotes = part(lengths.footnote, "footnote");
  const headers = part(lengths.header, "header");
  from += lengths.macro;
  const comments = part(lengths.comment, "comment");
  const endnotes = part(lengths.endnote, "footnote");
  const boxes = part(lengths.box, "body");
  return ok({
    items: [...withoutRepeats(headers), ...body, ...boxes, ...footnotes, ...endnotes, ...comments],
    changes: walk.changes,
    comments: comments.length,
  });
}

function readPart(walk: Walk, from: number, to: number, zone: BlockZone): readonly BodyItem[] {
  const { text } = walk.pieced;
  const end = Math.min(to, text.length);
  const items: BodyItem[] = [];
  let rows: (BodyCell | null)[][] = [];
  let cells: BodyCell[] = [];
  let content: BodyParagraph[] = [];
  let startsPage = false;
  const closeTable = (): void => {
    if (cells.length > 0) rows.push(cells);
    cells = [];
    if (rows.length > 0) items.push(tableOf(rows, zone));
    rows = [];
    items.push(...content);
    content = [];
  };
  let start = from;
  for (let at = from; at < end; at += 1) {
    const mark = text[at] ?? "";
    if (mark !== paragraphEnd && mark !== cellEnd && mark !== pageEnd) continue;
    const paragraph = runAt(walk.paragraphs, walk.pieced.offsets[at] ?? 0);
    const made = readParagraph(walk, start, at, { zone, paragraph, startsPage });
    startsPage = mark === pageEnd;
    start = at + 1;
    const isInTable = paragraph?.properties.get(sprm.inTable) === 1;
    if (mark === cellEnd && paragraph?.properties.get(sprm.endsRow) === 1) {
      rows.push(cells);
      cells = [];
      content = [];
    } else if (mark === cellEnd) {
      cells.push(
        cellOf(
          [...content, ...made].filter((each) => each.zone === zone),
          1,
        ),
      );
      content = [];
    } else if (isInTable) content.push(...made);
    else {
      closeTable();
      items.push(...made);
    }
  }
  closeTable();
  if (start < end) items.push(...readParagraph(walk, start, end, { zone, paragraph: null, startsPage }));
  return items;
}

function tableOf(rows: readonly (readonly (BodyCell | null)[])[], zone: BlockZone): BodyItem {
  const width = Math.max(1, ...rows.map((row) => row.length));
  return {
    type: "table",
    zone,
    widths: Array.from({ length: width }, () => 1 / width),
    rows: rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => null)]),
  };
}

type Fate = "kept" | "deleted" | "hidden";

function readParagraph(
  { pieced, characters, changes }: Walk,
  from: number,
  to: number,
  place: { readonly zone: BlockZone; readonly paragraph: PropertyRun | null; readonly startsPage: boolean },
): readonly BodyParagraph[] {
  const parts: Record<Fate, string> = { kept: "", deleted: "", hidden: "" };
  let letters = 0;
  let boldLetters = 0;
  // Depth of fields whose instruction is being passed; only the result is text.
  let instructions = 0;
  let run: PropertyRun | null = null;
  let wasDeleted = false;
  let wasInserted = false;
  for (let at = from; at < to; at += 1) {
    const character = pieced.text[at] ?? "";
    if (character === fieldBegin) instructions += 1;
    else if (character === fieldMiddle || character === fieldEnd)
      instructions = Math.max(0, instructions - (character === fieldMiddle ? 1 : 0));
    if (instructions > 0) continue;
    const shown = shownText(character);
    if (shown === "") continue;
    const offset = pieced.offsets[at] ?? 0;
    if (run === null || offset < run.from || offset >= run.to) run = runAt(characters, offset);
    const properties = run?.properties;
    const isDeleted = properties?.get(sprm.isDeleted) === 1;
    const isInserted = properties?.get(sprm.isInserted) === 1;
    if (isDeleted && !wasDeleted) changes.deleted += 1;
    if (isInserted && !wasInserted) changes.inserted += 1;
    wasDeleted = isDeleted;
    wasInserted = isInserted;
    const fate: Fate =
      isDeleted || properties?.get(sprm.struck) === 1
        ? "deleted"
        : properties?.get(sprm.hidden) === 1
          ? "hidden"
          : "kept";
    parts[fate] += shown;
    if (fate !== "kept" || shown.trim() === "") continue;
    letters += 1;
    if (properties?.get(sprm.bold) === 1) boldLetters += 1;
  }
  const { zone, paragraph, startsPage } = place;
  const properties = paragraph?.properties;
  const align = properties?.get(sprm.alignmentOfBoth) ?? properties?.get(sprm.alignment);
  const make = (text: string, at: BlockZone): readonly BodyParagraph[] =>
    text.trim() === ""
      ? []
      : [
          {
            type: "paragraph",
            zone: at,
            text,
            headingLevel: at === "body" ? headingLevelOf(paragraph) : null,
            label: null,
            indent: Math.min(9, Math.floor(indentOf(properties) / indentStep)),
            bold: letters > 0 && boldLetters > letters * 0.9,
            alignment: align === 1 ? "center" : align === 2 ? "right" : "left",
            startsPage: startsPage || properties?.get(sprm.startsPage) === 1,
          },
        ];
  return [...make(parts.kept, zone), ...make(parts.deleted, "deleted"), ...make(parts.hidden, "comment")];
}

/** Negative indents hang out to the left. */
function indentOf(properties: ReadonlyMap<number, number> | undefined): number {
  const indent = properties?.get(sprm.indentOfBoth) ?? properties?.get(sprm.indent) ?? 0;
  return indent >= 0x8000 ? 0 : indent;
}

/** The first nine styles after the plain one are the headings; other styles may have a level of their own. */
function headingLevelOf(paragraph: PropertyRun | null): number | null {
  const level = paragraph?.properties.get(sprm.outlineLevel);
  if (level !== undefined) return level < 9 ? level + 1 : null;
  const style = paragraph?.style ?? 0;
  return style >= 1 && style <= 9 ? style : null;
}

/** What a character shows; "" for those that only mark a place. */
function shownText(character: string): string {
  switch (character) {
    case "\u000B":
    case "\u000E":
      return "\n";
    case "\t":
      return "\t";
    case "\u001E":
      return "-";
    case "\u001F":
      return "";
    case "\u00A0":
      return "\u00A0";
    default:
      return character < " " ? "" : character;
  }
}
