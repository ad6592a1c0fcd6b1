import type { Cadence, TermType, TermValueByType } from "../../../../../src-shared/model/index.ts";
import type { LocalDate } from "../../../../../src-shared/time/index.ts";
import type { LexemeClass } from "../lexicon/lexemes.ts";
import type { Literal, LiteralType, Span } from "../literals/literal.ts";
import type { Context, TextPart, Unit, Zone } from "../structure/unit.ts";
import type { Definition } from "./definitions.ts";
import type { Reading } from "./reading.ts";

/** A term as one clause says it, before clauses are compared. */
export interface Candidate<T extends TermType = TermType> {
  readonly type: T;
  /** What makes two candidates the same term: item, role, unit, scope. */
  readonly key: string;
  readonly value: TermValueByType[T];
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly confidence: number;
  readonly parts: readonly TextPart[];
  readonly order: number;
  readonly clause: readonly string[];
  readonly absent?: boolean;
  readonly conditions?: readonly string[];
  readonly remainder?: string;
  readonly currency?: string | null;
  readonly questions?: readonly string[];
  /** "Notwithstanding 4.2", "subject to 4.2": ranks above or below the clause that it names. */
  readonly outranks?: string | null;
}

/** Adds to or takes from a candidate's confidence, with what it holds. */
export interface Projection<T extends TermType = TermType> {
  readonly type: T;
  readonly key: string;
  readonly value: TermValueByType[T];
  readonly from?: LocalDate | null;
  readonly to?: LocalDate | null;
  /** Dates of the clause are part of its value and do not limit it. */
  readonly isUndated?: boolean;
  /** Sum of the bonuses and penalties of the projection itself. */
  readonly weight?: number;
  readonly remainder?: string | undefined;
  readonly conditions?: readonly string[];
  readonly questions?: readonly string[];
  readonly absent?: boolean;
  readonly currency?: string | null;
  /** Headings, table heads or definitions that filled a slot. */
  readonly contexts?: readonly Context[];
  /** Literals that the term takes besides its anchor. */
  readonly taken?: readonly Literal[];
}

/** What a frame sees when it turns an anchor into a term. */
export interface FrameMatch<L extends Literal = Literal> {
  readonly reading: Reading;
  readonly unit: Unit;
  readonly anchor: L;
  readonly segment: Span;
  readonly facts: DocumentFacts;
}

/** What the whole document says and single clauses need. */
export interface DocumentFacts {
  readonly start: LocalDate | null;
  /** The day on which its first term has ended, exclusive; a renewal begins then. */
  readonly end?: LocalDate | null;
  readonly partyNames: readonly string[];
  /** Words that the document prints in small letters, as it prints them: what is made of them alone is a thing. */
  readonly commonWords: ReadonlySet<string>;
  /** Names of the party that is paid, folded. */
  readonly sellers: readonly string[];
  /** Title of the document, for items that no clause names. */
  readonly subject: string | null;
  /** Whether things are hired out by the day and week, so that a price per week is a rate. */
  readonly isRental: boolean;
  /** Whether the document lists prices and little else: a price without a unit is then for one of the thing. */
  readonly isPriceList: boolean;
  readonly kind: string;
  /** Whether the work is billed as it goes on, by its share or value done. */
  readonly billsProgress: boolean;
  /** Terms that the document defines, by the unit that defines them. */
  readonly definitions: ReadonlyMap<Reading, Definition>;
}

export interface Cue {
  readonly classes: readonly LexemeClass[];
  readonly weight: number;
}

/**
 * A kind of clause, as data: which literal anchors it, which words cue and veto it, and how it becomes a term.
 *
 * Frames compete for each literal; a frame with `term: false` is a distractor and only takes the literal away.
 */
export interface Frame {
  readonly id: string;
  readonly anchors: readonly LiteralType[];
  /** Finer fit of the anchor; 0 or less means that it cannot be. Added to the score. */
  readonly fit: (match: FrameMatch) => number;
  readonly strong: readonly LexemeClass[];
  readonly weak?: readonly LexemeClass[];
  readonly heading?: readonly LexemeClass[];
  readonly vetoes?: readonly LexemeClass[];
  /** Words right before the anchor that decide. */
  readonly governs?: RegExp;
  /** Words right behind the anchor that decide. */
  readonly follows?: RegExp;
  readonly zones?: Partial<Record<Zone, number>>;
  /** Money that the seller gives: it may flow the other way. */
  readonly isGiven?: boolean;
  readonly project: ((match: FrameMatch) => Projection | readonly Projection[] | null) | null;
}

/** The words that a candidate was read from, folded. */
export const wordsOf = ({ parts }: Candidate): string =>
  parts.map(({ prepared, start, end }) => prepared.folded.slice(start, end)).join(" ");

/** Keeps value and type together where the compiler cannot. */
export const projection = <T extends TermType>(projected: Projection<T>): Projection =>
  projected as unknown as Projection;

export type { Cadence };
