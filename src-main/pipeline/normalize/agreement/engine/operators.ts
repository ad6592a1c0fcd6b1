import type { Literal, Span } from "../literals/literal.ts";
import type { Reading } from "./reading.ts";

/** What words around a clause do to it. */
export interface Operators {
  readonly isNegated: boolean;
  readonly isHedged: boolean;
  readonly conditions: readonly string[];
  readonly questions: readonly string[];
  /** Clause that this one overrides. */
  readonly outranks: string | null;
}

const conditionStart =
  /\b(?:if (?!paid|any|not\b|so\b|applicable|permitted|required|needed|available)|provided(?:,? however,?)? that |on condition that |subject to (?!section|clause|the terms|this)|unless |except (?:for |that |where |when )|other than |excluding |save (?:for |that )|only (?:if|when|where) |when(?:ever)? (?!due)|where |while (?=more|fewer|less|over|under|at least)|(?:as|so) long as |falls |solange |tant que |mientras |finche |zolang |enquanto |sofern |vorausgesetzt |ausser |es sei denn |si |sauf |a condition que )/g;
const notwithstanding =
  /\bnotwithstanding (?:anything (?:to the contrary )?in )?(?:section|clause|paragraph|article|§|ziffer)? ?([\d.]+\d|\([a-z]\)|exhibit [a-z])/;

/** What a right does to a price that is there already. */
const moved = /\b(?:increase|raise|adjust|revise|change)\b/;

/** Negation, condition, hedge and rank of the part of a unit that a literal stands in. */
export function readOperators(reading: Reading, span: Span, anchor: Literal | null): Operators {
  const words = reading.slice(span);
  const conditions: string[] = [];
  for (const match of words.matchAll(conditionStart)) {
    const rest = words.slice(match.index);
    const stop = /[;:]|, (?=(?:the|client|customer|and|contractor|provider|then|an?|we|you)\b)|\.$/.exec(
      rest.slice(match[0].length),
    );
    const end = Math.min(rest.length, match[0].length + (stop?.index ?? rest.length), 160);
    const inside = span.start + match.index;
    if (anchor !== null && anchor.start >= inside && anchor.end <= inside + end) continue;
    if (anchor !== null && isOfNextPrice(reading, anchor, inside)) continue;
    const condition = reading.text
      .slice(inside, inside + end)
      .trim()
      .replace(/[.,;]$/, "");
    if (condition.length > 8) conditions.push(condition);
  }
  const questions: string[] = [];
  const isRight =
    /\b(?:client|customer|buyer|provider|supplier|vendor|contractor|company|lessor|carrier|we|agency|firm|seller)s? (?:may|can|reserves? the right to|is entitled to) (?:increase|raise|adjust|charge|apply|impose|assess|revise|change)\b/.test(
      reading.folded,
    );
  // "May charge up to £88 an hour": whoever bills an agreed price of a unit makes use of that right.
  const isUnitPrice = anchor?.type === "money" && anchor.per.length > 0 && !moved.test(reading.folded);
  if (isRight && !isUnitPrice) questions.push("right-needs-exercise");
  if (
    /\b(?:should|expects? to|intends? to|target(?:s|ed)? |hopes to|aims to|soll(?:te)?)\b/.test(words) &&
    !/\b(?:shall|will|is|are)\b/.test(words)
  )
    questions.push("not-operative");
  return {
    isNegated: false,
    isHedged:
      anchor !== null &&
      (anchor.bound === "~" ||
        /\b(?:estimated|approximately|budgetary|indicative|anticipated|projected|rough|ballpark|freibleibend|unverbindlich|ca\.|environ)\b/.test(
          words,
        )),
    conditions: [...new Set(conditions)],
    questions,
    outranks: notwithstanding.exec(reading.folded)?.[1] ?? null,
  };
}

/** "£95, and £80 for each where more than six are ordered": the condition behind a later price is that price's. */
const isOfNextPrice = ({ folded, literals }: Reading, anchor: Literal, condition: number): boolean =>
  anchor.type === "money" &&
  literals.some(
    (next) =>
      next.type === "money" &&
      next.start > anchor.end &&
      next.end <= condition &&
      /[,;] ?(?:and|but|or|und|aber|et|mais|y|pero|e|ma|en|maar)? ?(?:eur|us|gbp|[$€£])? ?$/.test(
        folded.slice(anchor.end, next.start),
      ),
  );
