import type { ParagraphBlock, ReadDocument, SourcedText } from "../../../../../src-shared/model/index.ts";
import { joinSourcedTexts } from "../../../../../src-shared/model/sourced-text.ts";
import { prepareText } from "../text/prepared-text.ts";
import type { PreparedText } from "../text/prepared-text.ts";
import { findClauseLabel, headingRank, leadInRank } from "./clause-label.ts";
import type { ClauseLabel } from "./clause-label.ts";
import {
  announcesPrices,
  isHeadingLike,
  isLabeledCode,
  isRowLike,
  runInHeading,
  saysSomething,
} from "./heading-shape.ts";
import { splitLines } from "./paragraph-lines.ts";
import { withPrintedLines } from "./printed-lines.ts";
import { sentenceSpans } from "./sentences.ts";
import { withPipedTables } from "./piped-rows.ts";
import { notesNear } from "./price-notes.ts";
import type { PriceNote } from "./price-notes.ts";
import type { Context, Unit, Zone } from "./unit.ts";
import { withPriceLists } from "./price-lists.ts";
import { zoneOf } from "./zones.ts";

/** A table with what it inherits. Cells are prepared; rows stay as read. */
export interface PlacedTable {
  /** Order of the unit that follows it. */
  readonly order: number;
  readonly rows: readonly (readonly (PreparedText | null)[])[];
  readonly contexts: readonly Context[];
  readonly clause: readonly string[];
  readonly zone: Zone;
  /** Sentences around it about all of its prices. */
  readonly notes: readonly PriceNote[];
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
    const isHeading =
      (block.headingLevel !== null && !isLabeledCode(prepared.text)) ||
      isHeadingLike(prepared, start, block.bold, label);
    this.closeFor(
      label,
      isHeading ? (block.headingLevel ?? label?.rank ?? headingRank) : null,
      prepared,
      start,
    );
    if (isHeading) {
      this.openHeading(prepared, start, prepared.text.length, label, block.headingLevel);
      if (saysSomething(prepared.text.slice(start))) this.addSentences(prepared, start, "item", false);
      return;
    }
    const runIn = runInHeading(prepared, start, label !== null);
    if (label !== null || runIn !== null) {
      const title = runIn ?? null;
      const rank = label?.rank ?? headingRank + 1;
      const context = title === null ? null : this.contextOf(prepared, title[0], title[1], label, "heading");
      if (context !== null) this.headings.push(context);
      this.open.push({ rank, label: label?.label ?? null, context });
    }
    const from =
      runIn !== null && runIn[2] && runIn[3] ? Math.min(runIn[1] + 1, prepared.text.length) : start;
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
    const contexts = [...this.contexts(), ...this.captionBefore()];
    this.tables.push({
      order: this.units.length + (this.tables.length % 40) / 50,
      rows: prepared,
      contexts,
      clause: this.clause(),
      zone: zoneOf(contexts, ""),
      notes: [],
    });
  }

  /** A short line right above a table names it: "Schedule of Values", "Shipping labels". */
  private captionBefore(): readonly Context[] {
    const last = this.units.at(-1);
    const line = this.lines.findLast(({ cells }) => cells === null);
    if (last === undefined || line?.prepared !== last.prepared || last.start > 8) return [];
    const text = last.text.trim();
    if (text.length > 60 || /[.;,:]$|\d{2}/.test(text)) return [];
    return [this.contextOf(last.prepared, last.start, last.end, null, "heading")];
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
    const opening = shape === "item" ? this.openingOf(contexts) : null;
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
        ...(opening !== null && { opening }),
        isStruck: false,
      };
      this.units.push(unit);
      previous = unit;
    }
  }

  /** The first item of a list under a lead-in, for the item right behind it. */
  private openingOf(contexts: readonly Context[]): Unit | null {
    const [before, last] = [this.units.at(-2), this.units.at(-1)];
    const leadIn = contexts.at(-1);
    if (last?.shape !== "item" || last.previous !== null || leadIn?.kind !== "lead-in") return null;
    return last.contexts.at(-1) === leadIn && before?.contexts.at(-1) !== leadIn ? last : null;
  }

  private openHeading(
    prepared: PreparedText,
    start: number,
    end: number,
    label: ClauseLabel | null,
    level: number | null,
  ): void {
    const heading = this.contextOf(prepared, start < end ? start : 0, end, label, "heading");
    const isTitle = label === null && this.units.length === 0 && this.headings.length === 0;
    const context = isTitle ? { ...heading, isTitle } : heading;
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
      const isRow = label !== null && headingLevel === null && prepared.text.length - start < 90;
      this.open = this.open.filter(
        (entry, index) =>
          entry.rank < floor ||
          // "…, que se devengan así: 1. … 2. …": rows numbered under a lead-in that stands in no clause so numbered.
          (isRow &&
            entry.context?.kind === "lead-in" &&
            !this.open.slice(0, index).some((outer) => outer.label !== null && outer.rank === label.rank)) ||
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

/** Running text of a document as units and tables, with inherited headings, lead-ins and zones. */
export function buildOutline(document: ReadDocument): Outline {
  const builder = new OutlineBuilder();
  for (const block of withPriceLists(withPipedTables(document.blocks, document.text), document.text)) {
    if (
      block.zone === "header" ||
      block.zone === "footer" ||
      block.zone === "comment" ||
      block.zone === "deleted"
    )
      continue;
    if (block.type === "table") builder.addTable(block.rows);
    else
      for (const part of splitLines(withPrintedLines(block, document.text), block.text.includes("\n")))
        builder.addParagraph(prepareText(part), {
          ...block,
          label:
            part.text === block.text || part.text.startsWith(block.text.slice(0, 12)) ? block.label : null,
        });
  }
  const { units } = builder;
  const tables = builder.tables.map((table) => ({ ...table, notes: notesNear(units, table.order) }));
  return { units, tables, headings: builder.headings, lines: builder.lines };
}
