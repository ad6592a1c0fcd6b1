import {
  compareFractions,
  fraction,
  multiplyFractions,
  subtractFractions,
  sumFractions,
} from "../../../src-shared/money/index.ts";
import type { Fraction } from "../../../src-shared/money/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import {
  firstTimeCovered,
  foldWording,
  freeStartIn,
  isBeyondIncluded,
  isTimeUnit,
  unitFactor,
} from "../../../src-shared/wording/index.ts";
import type { FreeStart, GoverningTerm } from "../../../src-shared/wording/index.ts";
import type { LineContext } from "./context.ts";
import { inSteps } from "./proven-quantity.ts";
import type { ProvenQuantity } from "./proven-quantity.ts";

/**
 * What may be billed of time that begins to cost only after a while: of each visit what lies beyond its free start, as it
 * stands and rounded up as agreed.
 *
 * `null` where nothing is free, or the records or the line's own fee count only what is not.
 */
export function beyondFreeTime(
  context: LineContext,
  { visits, records }: ProvenQuantity,
): Pick<ProvenQuantity, "counted" | "most"> | null {
  const unit = valueOf(context.line.unit) ?? unitOfTerm(context);
  if (unit === null || !isTimeUnit(unit)) return null;
  if (
    records.some(({ item }) => item !== null && (isBeyondIncluded(item) || freeTime.test(foldWording(item))))
  )
    return null;
  const start = freeStartOf(context);
  const factor = start === null ? undefined : unitFactor(start.unit, unit);
  if (start === null || factor === undefined) return null;
  const free = multiplyFractions(fraction(start.count), factor);
  const rests = visits
    .map((visit) => subtractFractions(visit, free))
    .filter((rest) => compareFractions(rest, fraction(0)) > 0);
  return {
    counted: sumFractions(rests),
    most: sumFractions(rests.map((rest): Fraction => inSteps(rest, context))),
  };
}

/** "Detention after free time: 2.5 h" on the record itself. */
const freeTime = /\b(?:free|freie[nr]?|kosten(?:los|frei)\w*|gratuite?s?|gratis|vrije|libres?|franche?s?)\b/;

const unitOfTerm = ({ terms: [governing] }: LineContext): string | null =>
  governing?.term.type === "rate" ? governing.term.value.unit : null;

/** What the clause of the price says, or that of a fee for the visit which the same invoice bills. */
function freeStartOf({ terms, owner, subject }: LineContext): FreeStart | null {
  const [governing] = terms;
  const own = governing === undefined ? null : firstIn(clausesOf(governing), freeStartIn);
  if (own !== null) return own;
  const fees = owner.lines.flatMap((line) => (line.subject === subject ? [] : line.terms.slice(0, 1)));
  return firstIn(
    fees.filter(({ term }) => term.id !== governing?.term.id && !isTimed(term)).flatMap(clausesOf),
    firstTimeCovered,
  );
}

const isTimed = (term: GoverningTerm["term"]): boolean => term.type === "rate" && isTimeUnit(term.value.unit);

const clausesOf = ({ term }: GoverningTerm): readonly string[] => [
  ...("item" in term.value && typeof term.value.item === "string" ? [term.value.item] : []),
  ...term.evidence.map(({ quote }) => quote),
];

const firstIn = (clauses: readonly string[], read: (clause: string) => FreeStart | null): FreeStart | null =>
  clauses.map(read).find((found) => found !== null) ?? null;
