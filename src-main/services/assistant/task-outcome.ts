import type { Citation, DropReason, Proposal } from "../../../src-shared/assistant/index.ts";
import { findQuote } from "../../../src-shared/assistant/index.ts";
import type { SourcedText } from "../../../src-shared/model/index.ts";

/** What is left of an answer after everything in it was verified, and how much was not. */
export interface Outcome {
  readonly proposals: readonly Proposal[];
  readonly citations: { readonly verified: number; readonly dropped: number };
  readonly dropped: Readonly<Partial<Record<DropReason, number>>>;
}

/** The words that a question was about: quotes are looked for in them and nowhere else. */
export interface Source {
  readonly documentId: string;
  readonly words: SourcedText;
  /** The part of the words that was sent, where it was not all of them. */
  readonly part?: { readonly start: number; readonly end: number };
}

/** Collects proposals and counts what was dropped on the way. */
export interface Sieve {
  /** The citation of a quote, or `null` when it does not stand in the source; both are counted. */
  readonly cite: (quote: string) => Citation | null;
  readonly keep: (proposal: Omit<Proposal, "id" | "basis">) => void;
  readonly drop: (reason: DropReason) => void;
  readonly finish: () => Outcome;
}

export function createSieve(source: Source | null, nextId: () => string): Sieve {
  const proposals: Proposal[] = [];
  const citations = { verified: 0, dropped: 0 };
  const dropped: Partial<Record<DropReason, number>> = {};
  const drop = (reason: DropReason): void => void (dropped[reason] = (dropped[reason] ?? 0) + 1);
  return {
    cite: (quote) => {
      const part = source?.part ?? { start: 0, end: source?.words.text.length ?? 0 };
      const place = source === null ? null : findQuote(source.words.text.slice(part.start, part.end), quote);
      if (source === null || place === null) {
        citations.dropped += 1;
        drop("quote-not-found");
        return null;
      }
      citations.verified += 1;
      const [start, end] = [part.start + place.start, part.start + place.end];
      return { documentId: source.documentId, quote: source.words.text.slice(start, end), start, end };
    },
    keep: (proposal) => void proposals.push({ ...proposal, id: nextId(), basis: "model" }),
    drop,
    finish: () => ({ proposals, citations, dropped }),
  };
}
