import type { TermType, TermValueByType } from "../model/index.ts";
import type { ModelTask } from "./task.ts";

/**
 * A quote of a model that was found in the document that it named.
 *
 * Offsets point into the text that was sent, end exclusive; `quote` is the document's own text at them, never the
 * model's words.
 */
export interface Citation {
  readonly documentId: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}

/** A term that a model sees in a clause. Its value was parsed from the quote by code, not taken from the model. */
export interface TermContent {
  readonly type: "term";
  readonly agreementId: string;
  readonly termType: TermType;
  readonly value: TermValueByType[TermType];
  /** What the rules read at the same place, if they read anything. */
  readonly beside: string | null;
}

/** A value of an invoice, read a second time. */
export interface ReadingContent {
  readonly type: "reading";
  readonly invoiceId: string;
  readonly field: string;
  readonly value: string;
  /** What the rules read. */
  readonly beside: string | null;
  readonly agrees: boolean;
}

/** Labels for a queue. None of them changes an outcome. */
export interface LabelContent {
  readonly type: "labels";
  readonly kind: string;
  readonly urgency: string;
  readonly risk: string;
  readonly owner: string;
}

/** Words for a person to read or send. Amounts, dates and ids in it were filled in by code. */
export interface TextContent {
  readonly type: "text";
  readonly text: string;
  /** Sentences that a customer would read as a promise and that no record backs; only of what goes out. */
  readonly unbacked?: readonly string[];
}

/** Steps of a work order, with what must be asked first. */
export interface StepsContent {
  readonly type: "steps";
  readonly steps: readonly string[];
  readonly missing: readonly string[];
}

export type ProposalContent = TermContent | ReadingContent | LabelContent | TextContent | StepsContent;

/**
 * What a model or a template suggests to a person. It judges nothing.
 *
 * The rooms of the pipeline cannot import this type; only what a person made of it reaches them, as a decision.
 */
export interface Proposal {
  readonly id: string;
  readonly task: ModelTask;
  readonly basis: "model" | "template";
  readonly content: ProposalContent;
  readonly citations: readonly Citation[];
}

/** Why a part of an answer was not shown. */
export type DropReason =
  | "quote-not-found"
  | "value-not-in-quote"
  | "unknown-type"
  | "unknown-placeholder"
  | "figure-in-text"
  | "promise"
  | "not-asked-for";
