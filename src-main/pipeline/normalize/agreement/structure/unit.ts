import type { PreparedText } from "../text/prepared-text.ts";

/** Where in an agreement words stand, by what their headings and neighbors say. */
export type Zone =
  | "recitals"
  | "body"
  | "pricing"
  | "payment"
  | "term"
  | "definitions"
  | "boilerplate"
  | "example"
  | "signature"
  | "footnote";

/** A part of a prepared text. */
export interface TextPart {
  readonly prepared: PreparedText;
  readonly start: number;
  readonly end: number;
}

/** A heading, lead-in or caption that words below it inherit. */
export interface Context extends TextPart {
  readonly kind: "heading" | "lead-in";
  /** Folded text without its number. */
  readonly folded: string;
  readonly text: string;
  /** "4.2", "Exhibit B", where it has a number. */
  readonly label: string | null;
  /** The first words of the document: they name what it is about, as no heading of a part does. */
  readonly isTitle?: true;
}

/** A sentence, list item or label row with what it inherits. */
export interface Unit extends TextPart {
  /** Position in the document, from 0. */
  readonly order: number;
  readonly shape: "sentence" | "item" | "row";
  readonly text: string;
  readonly folded: string;
  /** Outermost first. */
  readonly contexts: readonly Context[];
  /** Numbers of the clauses that it stands in, outermost first: "4", "4.2", "(a)". */
  readonly clause: readonly string[];
  readonly zone: Zone;
  /** The unit before it in the same paragraph. */
  readonly previous: Unit | null;
  /** The first item of its list, where this is the second. */
  readonly opening?: Unit;
  /** Struck or deleted words: never a value. */
  readonly isStruck: boolean;
}

/** Words of the cells of a row, or of a line, as one unit at its place in the order. */
export const rowUnit = (
  prepared: PreparedText,
  order: number,
  place: Pick<Unit, "contexts" | "clause" | "zone">,
  previous: Unit | null = null,
): Unit => ({
  order,
  shape: "row",
  prepared,
  start: 0,
  end: prepared.text.length,
  text: prepared.text,
  folded: prepared.folded,
  contexts: place.contexts,
  clause: place.clause,
  zone: place.zone,
  previous,
  isStruck: false,
});
