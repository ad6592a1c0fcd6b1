import type { Agreement, ReadDocument, Term } from "../../../../src-shared/model/index.ts";
import type { NormalizeContext } from "../context.ts";
import { bodyText, statesPrices } from "../kind/structure-scores.ts";
import { readAgreements } from "./index.ts";

/** Terms that say what something costs. */
const priced: ReadonlySet<Term["type"]> = new Set(["rate", "fixed-fee", "tiers", "milestone"]);
/** Terms that say how long it holds and how it is billed and paid. */
const ruling: ReadonlySet<Term["type"]> = new Set([
  "duration",
  "payment-terms",
  "billing",
  "tax",
  "proration",
]);
/** So many rules beside a price are none of a bill's small print. */
const fewestRules = 2;

/**
 * Takes a paper whose words say too little for what its clauses make it: it names both sides, says what something costs,
 * and lays down rules for both (how long, billed when, paid when, with which tax). Empty where one of these lacks.
 */
export function agreedPaper(document: ReadDocument, context: NormalizeContext): readonly Agreement[] {
  // A paper without prices is none, and clauses are not looked for in it.
  if (!statesPrices(bodyText(document))) return [];
  const { agreements } = readAgreements(document, "agreement", context);
  return agreements.length > 0 && agreements.every(isAgreed) ? agreements : [];
}

function isAgreed({ seller, buyer, terms }: Agreement): boolean {
  const types = new Set(terms.map(({ type }) => type));
  return (
    seller !== null &&
    buyer !== null &&
    seller.name !== buyer.name &&
    [...priced].some((type) => types.has(type)) &&
    [...ruling].filter((type) => types.has(type)).length >= fewestRules
  );
}
