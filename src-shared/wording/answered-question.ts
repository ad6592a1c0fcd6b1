import { decimalText, isEqual } from "../money/index.ts";
import type { InvoiceLine, Term, Unit } from "../model/index.ts";

const one = decimalText("1");

/**
 * A priced term as it stands for one line: a question that the line itself answers is none for it.
 *
 * A price whose unit the agreement leaves open is for what the line counts. A fee that does not say how often it is due
 * is one sum where the line bills one. A table of tiers may be meant, whatever its method is: the check of tiers asks.
 */
export function answeredBy(line: InvoiceLine, term: Term): Term {
  const questions = term.questions ?? [];
  if (questions.length === 0) return term;
  const left = questions.filter((question) => !isAnswered(question, line, term));
  if (left.length === questions.length) return term;
  return { ...(term.type === "rate" ? countedAsBilled(line, term) : term), questions: left };
}

function isAnswered(question: string, line: InvoiceLine, { type }: Term): boolean {
  switch (question) {
    case "unit-unsaid":
      return type === "rate" && (line.unitPrice?.value ?? null) !== null;
    case "fee-period-unsaid":
      return (type === "fixed-fee" || type === "overage") && billsByThePiece(line);
    default:
      return false;
  }
}

/** One of it, or several at a price for each. */
function billsByThePiece({ quantity, unitPrice }: InvoiceLine): boolean {
  const count = quantity?.value ?? null;
  if (quantity === null) return true;
  return count !== null && (isEqual(count, one) || (unitPrice?.value ?? null) !== null);
}

function countedAsBilled(line: InvoiceLine, term: Extract<Term, { type: "rate" }>): Term {
  const isUnitOpen = (term.questions ?? []).includes("unit-unsaid");
  if (!isUnitOpen) return term;
  const unit: Unit | null = line.unit?.value ?? null;
  const base = line.priceBase?.value ?? null;
  return {
    ...term,
    value: {
      ...term.value,
      ...(unit !== null && { unit }),
      ...(base !== null && term.value.priceBase === undefined && { priceBase: base }),
    },
  };
}
