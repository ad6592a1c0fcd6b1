import type { ParagraphBlock, ReadDocument, SourcedText } from "../../../../../src-shared/model/index.ts";
import { joinSourcedTexts, sliceSourcedText } from "../../../../../src-shared/model/sourced-text.ts";
import { prepareText } from "../text/prepared-text.ts";
import type { PreparedText } from "../text/prepared-text.ts";
import { findClauseLabel, headingRank, leadInRank } from "./clause-label.ts";
import type { ClauseLabel } from "./clause-label.ts";
import { sentenceSpans } from "./sentences.ts";
import type { Context, Unit, Zone } from "./unit.ts";
import { zoneOf } from "./zones.ts";

/** A table with what it inherits. Cells are prepared; rows stay as read. */
export interface PlacedTable {
  /** Order of the unit that follows it. */
  readonly order: number;
  readonly rows: readonly (readonly (PreparedText | null)[])[];
  readonly contexts: readonly Context[];
  readonly clause: readonly string[];
  readonly zone: Zone;
}

/** The clause tree, flattened: each unit knows the headings, lead-ins and numbers above it. */
export interface Outline {
  readonly units: readonly Unit[];
  readonly tables: readonly PlacedTable[];
  readonly headings: readonly Context[];
  /** Every paragraph line and table row in order, for what stands on covers and in signature blocks. */
  readonly lines: readonly Line[];
}

/** A line of text, or a table row with its cells. */
export interface Line {
  readonly prepared: PreparedText;
  readonly cells: readonly PreparedText[] | null;
  /** Number of its table, from 0; `null` in running text. */
  readonly table: number | null;
}

interface Open {
  readonly rank: number;
  readonly label: string | null;
  readonly context: Context | null;
}

class OutlineBuilder {
  readonly units: Unit[] = [];
  readonly tables: PlacedTable[] = [];
  readonly headings: Context[] = [];
  readonly lines: Line[] = [];
  private open: Open[] = [];

  addParagraph(prepared: PreparedText, block: ParagraphBlock): void {
    if (prepared.text === "") return;
    this.lines.push({ prepared, cells: null, table: null });
    const label = findClauseLabel(prepared.folded, prepared.text, block.label);
    const start = label?.length ?? 0;
    const isHeading = block.headingLevel !== null || isHeadingLike(prepared, start, block.bold, label);
    this.closeFor(
      label,
      isHeading ? (block.headingLevel ?? label?.rank ?? headingRank) : null,
      prepared,
      start,
    );
    if (isHeading) {
      this.openHeading(prepared, start, prepared.text.length, label, block.headingLevel);
      return;
    }
    const runIn = runInHeading(prepared, start);
    if (label !== null || runIn !== null) {
      const title = runIn ?? null;
      const rank = label?.rank ?? headingRank + 1;
      const context = title === null ? null : this.contextOf(prepared, title[0], title[1], label, "heading");
      if (context !== null) this.headings.push(context);
      this.open.push({ rank, label: label?.label ?? null, context });
    }
    const from = runIn !== null && runIn[2] ? Math.min(runIn[1] + 1, prepared.text.length) : start;
    this.addSentences(
      prepared,
      from,
      label !== null || isRowLike(prepared.text) ? "item" : "sentence",
      block.zone === "footnote",
    );
    // "Start date: 1 March" labels its own line and nothing below it.
    if (runIn !== null && !runIn[2]) {
      const own = this.open.pop();
      if (label !== null && own !== undefined) this.open.push({ ...own, context: null });
    }
    if (/[:]["')]?$/.test(prepared.text) || announcesPrices.test(prepared.folded)) {
      const last = this.units.at(-1);
      const context = this.contextOf(
        prepared,
        last?.prepared === prepared ? last.start : from,
        prepared.text.length,
        label,
        "lead-in",
      );
      this.open.push({ rank: Math.max(leadInRank, (label?.rank ?? 0) + 0.5), label: null, context });
    }
  }

  addTable(rows: readonly (readonly (SourcedText | null)[])[]): void {
    const prepared = rows.map((row) => row.map((cell) => (cell === null ? null : prepareText(cell))));
    for (const row of rows) {
      const cells = row.filter((cell): cell is SourcedText => cell !== null && cell.text.trim() !== "");
      if (cells.length === 0) continue;
      this.lines.push({
        prepared: prepareText(joinSourcedTexts(cells, " | ")),
        cells: cells.map(prepareText),
        table: this.tables.length,
      });
    }
    const contexts = this.contexts();
    this.tables.push({
      order: this.units.length + (this.tables.length % 40) / 50,
      rows: prepared,
      contexts,
      clause: this.clause(),
      zone: zoneOf(contexts, ""),
    });
  }

  private addSentences(
    prepared: PreparedText,
    from: number,
    shape: "sentence" | "item",
    isFootnote: boolean,
  ): void {
    const contexts = this.contexts();
    const clause = this.clause();
    let previous: Unit | null = null;
    for (const [start, end] of sentenceSpans(prepared)) {
      if (end <= from) continue;
      const begin = Math.max(start, from);
      const folded = prepared.folded.slice(begin, end);
      if (folded.trim() === "") continue;
      const unit: Unit = {
        order: this.units.length,
        shape,
        prepared,
        start: begin,
        end,
        text: prepared.text.slice(begin, end),
        folded,
        contexts,
        clause,
        zone: isFootnote
          ? "footnote"
          : previous?.zone === "example"
            ? "example"
            : zoneOf(contexts, folded.trim()),
        previous,
        isStruck: false,
      };
      this.units.push(unit);
      previous = unit;
    }
  }

  private openHeading(
    prepared: PreparedText,
    start: number,
    end: number,
    label: ClauseLabel | null,
    level: number | null,
  ): void {
    const context = this.contextOf(prepared, start < end ? start : 0, end, label, "heading");
    this.headings.push(context);
    this.open.push({ rank: level ?? label?.rank ?? headingRank, label: label?.label ?? null, context });
  }

  private contextOf(
    prepared: PreparedText,
    start: number,
    end: number,
    label: ClauseLabel | null,
    kind: Context["kind"],
  ): Context {
    return {
      kind,
      prepared,
      start,
      end,
      text: prepared.text.slice(start, end),
      folded: prepared.folded.slice(start, end),
      label: label?.label ?? null,
    };
  }

  /** Closes what the next paragraph does not stand in. */
  private closeFor(
    label: ClauseLabel | null,
    headingLevel: number | null,
    prepared: PreparedText,
    start: number,
  ): void {
    const rank = label?.rank ?? headingLevel;
    if (rank !== null) {
      const floor = headingLevel === null ? rank : Math.min(rank, headingLevel);
      this.open = this.open.filter(
        (entry) =>
          entry.rank < floor ||
          (label !== null &&
            headingLevel === null &&
            label.rank >= 20 &&
            entry.context?.kind === "lead-in" &&
            entry.rank <= rank),
      );
      return;
    }
    // A full sentence at the margin ends a list and its lead-in; a short row goes on under it.
    const goesOn = isRowLike(prepared.text.slice(start));
    this.open = this.open.filter(
      (entry) =>
        (entry.context?.kind === "lead-in" ? goesOn : entry.rank < 20 && entry.rank !== headingRank + 1) ||
        (goesOn && entry.rank < 20),
    );
  }

  private contexts(): readonly Context[] {
    return this.open.flatMap((entry) => (entry.context === null ? [] : [entry.context]));
  }

  private clause(): readonly string[] {
    return this.open.flatMap((entry) =>
      entry.label === null || /^[•*>-]/.test(entry.label) ? [] : [entry.label],
    );
  }
}

/** "… at the hourly rates below." says of the rows under it what a colon would. */
const announcesPrices =
  /\b(?:rates?|fees?|prices?|charges?|satze|preise|tarifs?)\b[^.]{0,60}\b(?:below|as follows|listed here|stehend|ci-dessous)\b|\b(?:following|folgende[nr]?|suivants?)\b[^.]{0,40}\b(?:rates?|fees?|prices?|charges?|satze|preise|tarifs?)\b/;

/** A short line with a value rather than a sentence: "Foreman ..... $78.00/hr", "Term: 12 months". */
const isRowLike = (text: string): boolean =>
  text.length < 130 && (!/[.!?]["')]?$/.test(text) || /^[^.]{2,50}:/.test(text));

function isHeadingLike(
  prepared: PreparedText,
  start: number,
  bold: boolean,
  label: ClauseLabel | null,
): boolean {
  const text = prepared.text.slice(start).trim();
  if (text === "") return label !== null && label.rank < 20;
  if (text.length > 110 || /[;,]$/.test(text)) return false;
  if (/\b(?:is|are|shall|will|wird|werden|est|sont)\b.*\.$/.test(text)) return false;
  if (label !== null && label.rank <= 8) return !/[.]$/.test(text) || text.length < 60;
  const bare = text.replace(/[:.]$/, "");
  const words = bare.split(" ");
  if (words.length > 12 || /[$€£]\s?\d|\d ?%|\d{3,}/.test(bare)) return false;
  const letters = bare.replace(/[^\p{L}]/gu, "");
  if (letters.length < 3) return false;
  const isCapitals = letters === letters.toUpperCase();
  if (isCapitals && !/^(?:by|name|title|date)\b/i.test(bare) && !/:.+/.test(text)) return letters.length > 3;
  const isTitled =
    words.filter((word) => /^[\p{Lu}\d&(]/u.test(word)).length >=
    words.filter((word) => word.length > 3).length;
  if (text.endsWith(":")) return bold && words.length <= 8;
  if (/[.]$/.test(text))
    return (
      label !== null &&
      label.rank >= 10 &&
      label.rank < 20 &&
      words.length <= 6 &&
      isTitled &&
      !/\b(?:is|are|shall|will|pays?|has|have)\b/.test(bare)
    );
  if (bold) return words.length <= 10 && !/:/.test(bare);
  return (
    label !== null &&
    label.rank >= 10 &&
    label.rank < 20 &&
    words.length <= 8 &&
    isTitled &&
    !/[:]/.test(bare)
  );
}

/** "Fees. Client shall …", "4.2 Payment Terms: Net 30": title span, and whether the title stands apart from the sentence. */
function runInHeading(prepared: PreparedText, start: number): readonly [number, number, boolean] | null {
  const text = prepared.text.slice(start, start + 90);
  const match = /^["']?([\p{Lu}\d][\p{L}\d&,/()' -]{2,64}?)["']?( ?[.]["']?|:| --?)(?= )/u.exec(text);
  if (match === null) return null;
  const title = match[1] ?? "";
  const words = title.split(" ").filter((word) => /\p{L}/u.test(word));
  const isTitled = words.every(
    (word) => /^[\p{Lu}\d&(/]/u.test(word) || word.length <= 3 || /^(?:with|from|upon)$/.test(word),
  );
  const isSeparate = match[2]?.includes(".") === true;
  const rest = prepared.text.slice(start + match[0].length).trim();
  if (words.length > 8 || rest === "") return null;
  if (
    isSeparate &&
    (!isTitled ||
      /\d$/.test(title) ||
      words.length > 7 ||
      /\b(?:Inc|Ltd|Co|Corp|No|St|Mr|Ms|Dr|GmbH|[Rr]ef|Nr|Pos|Art|approx|incl|excl|max|min)$/.test(title))
  )
    return null;
  return [start, start + (match[0].length - (isSeparate ? 0 : 1)), isSeparate];
}

/** Running text of a document as units and tables, with inherited headings, lead-ins and zones. */
export function buildOutline(document: ReadDocument): Outline {
  const builder = new OutlineBuilder();
  for (const block of document.blocks) {
    if (
      block.zone === "header" ||
      block.zone === "footer" ||
      block.zone === "comment" ||
      block.zone === "deleted"
    )
      continue;
    if (block.type === "table") builder.addTable(block.rows);
    else
      for (const part of splitLines(block))
        builder.addParagraph(prepareText(part), {
          ...block,
          label: part === block || part.text.startsWith(block.text.slice(0, 12)) ? block.label : null,
        });
  }
  return { units: builder.units, tables: builder.tables, headings: builder.headings, lines: builder.lines };
}

/** A paragraph whose lines are rows of their own (labels, leaders, items) is several; wrapped text stays one. */
function splitLines(block: ParagraphBlock): readonly SourcedText[] {
  if (!block.text.includes("\n")) return [block];
  const lines: { start: number; end: number }[] = [];
  for (const match of block.text.matchAll(/[^\n]+/g))
    lines.push({ start: match.index, end: match.index + match[0].length });
  const longest = Math.max(...lines.map((line) => line.end - line.start));
  const parts: { start: number; end: number }[] = [];
  for (const line of lines) {
    const before = parts.at(-1);
    if (before !== undefined && !startsAnew(block.text, before, line, longest)) before.end = line.end;
    else parts.push({ ...line });
  }
  return parts.length === 1 ? [block] : parts.map((part) => sliceSourcedText(block, part.start, part.end));
}

/** Whether a line begins something new rather than going on with the line before it. */
function startsAnew(
  text: string,
  before: { start: number; end: number },
  line: { start: number; end: number },
  longest: number,
): boolean {
  const above = text.slice(before.start, before.end);
  const lastLine = above.slice(above.lastIndexOf("\n") + 1).trim();
  const here = text.slice(line.start, line.end).trim();
  if (/^(?:[•*-] |\(?[a-z\d]{1,3}[.)] |\d+\.\d+\.? )/i.test(here)) return true;
  if (
    /^[\p{Lu}][\p{L}\d #/&.'-]{1,32}: ?\S/u.test(here) ||
    (/^[\p{Lu}][\p{L}\d #/&.'-]{1,32}: ?\S/u.test(lastLine) &&
      /^[\p{Lu}\d$€£]/u.test(here) &&
      lastLine.length < longest * 0.8)
  )
    return true;
  if (/\.{4,}| {3,}|\t/.test(here) && /\d/.test(here)) return true;
  if (/\.{4,}| {3,}|\t/.test(lastLine)) return true;
  const isShort = lastLine.length < Math.max(40, longest * 0.6);
  return isShort && /^[\p{Lu}\d$€£"(]/u.test(here);
}
