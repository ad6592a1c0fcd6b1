import type { Literal, NumberStyle, Span } from "../literals/literal.ts";
import { parseLiterals } from "../literals/compose.ts";
import { lexemePattern } from "../lexicon/lexemes.ts";
import type { LexemeClass } from "../lexicon/lexemes.ts";
import type { Context, Unit } from "../structure/unit.ts";

/** A unit with its literals and, on demand, where each class of words stands in it. */
export class Reading {
  readonly literals: readonly Literal[];
  readonly segments: readonly Span[];
  private readonly hits = new Map<LexemeClass, readonly Span[]>();

  readonly unit: Unit;
  /** How the document writes its numbers. */
  readonly style: NumberStyle;

  constructor(unit: Unit, style: NumberStyle) {
    this.unit = unit;
    this.style = style;
    this.literals = parseLiterals(unit.text, unit.folded, style);
    this.segments = splitSegments(unit.folded, this.literals);
  }

  get folded(): string {
    return this.unit.folded;
  }

  get text(): string {
    return this.unit.text;
  }

  /** Every place of a class in the unit, in order. */
  find(name: LexemeClass): readonly Span[] {
    const known = this.hits.get(name);
    if (known !== undefined) return known;
    const found = [...this.folded.matchAll(lexemePattern(name))].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }));
    this.hits.set(name, found);
    return found;
  }

  has(name: LexemeClass): boolean {
    return this.find(name).length > 0;
  }

  /** The segment that a span stands in. */
  segmentOf(span: Span): Span {
    return (
      this.segments.find((segment) => segment.start <= span.start && span.start < segment.end) ?? {
        start: 0,
        end: this.folded.length,
      }
    );
  }

  /** Folded text of a segment. */
  slice(span: Span): string {
    return this.folded.slice(span.start, span.end);
  }

  before(span: Span, length: number): string {
    return this.folded.slice(Math.max(0, span.start - length), span.start);
  }

  after(span: Span, length: number): string {
    return this.folded.slice(span.end, span.end + length);
  }

  /** Innermost heading or lead-in that has a word of a class; `null` without one. */
  contextWith(name: LexemeClass): Context | null {
    return [...this.unit.contexts].reverse().find((context) => hasLexeme(context.folded, name)) ?? null;
  }
}

/** Whether a folded text has a word of a class. */
export const hasLexeme = (folded: string, name: LexemeClass): boolean => {
  const pattern = lexemePattern(name);
  pattern.lastIndex = 0;
  return pattern.test(folded);
};

const hardBreak =
  /;|\bprovided,? (?:that|however)\b|\bexcept that\b|\bwhereas\b|\bwhile\b(?= [a-z]+ )|, but\b|\bhowever\b|\|/g;
const softBreak = /,? (?:and|und|et|plus|or) |, (?=[a-z\d$€£])/g;

/** Stretches that belong together: cut at ";" and the like, and at "and" or a comma between two priced things. */
export function splitSegments(folded: string, literals: readonly Literal[]): readonly Span[] {
  const cuts = [...folded.matchAll(hardBreak)].map(
    (match) => match.index + (match[0] === ";" || match[0] === "|" ? 1 : 0),
  );
  const priced = literals.filter((literal) => literal.type === "money" || literal.type === "percent");
  for (const match of folded.matchAll(softBreak)) {
    const before = priced.filter((literal) => literal.end <= match.index).at(-1);
    const next = priced.find((literal) => literal.start >= match.index);
    if (before === undefined || next === undefined) continue;
    const between = folded.slice(match.index + match[0].length, next.start);
    // A cut only where the part behind it brings its own words, not "$5 and $6" or a wrapped "and no/100".
    if (
      /[a-z]{3}/.test(between) &&
      between.length < 90 &&
      // "… by $12,000, from $40,000 to $52,000" is one change.
      !/^(?:from|von|de|da|van) $/.test(between) &&
      !cuts.some((cut) => cut > before.end && cut <= next.start)
    )
      cuts.push(match.index);
  }
  cuts.sort((one, other) => one - other);
  const spans: Span[] = [];
  let start = 0;
  for (const cut of cuts) {
    if (cut <= start) continue;
    spans.push({ start, end: cut });
    start = cut;
  }
  spans.push({ start, end: folded.length });
  return spans;
}
