import {
  compareFractions,
  fraction,
  isDecimalText,
  multiplyFractions,
  subtractFractions,
  sumFractions,
  toFraction,
} from "../../../src-shared/money/index.ts";
import type { Fraction } from "../../../src-shared/money/index.ts";
import type { Delivery, Unit } from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import {
  firstTimeCovered,
  foldWording,
  freeStartIn,
  isBeyondIncluded,
  isCountUnit,
  isTimeUnit,
  relateUnits,
  thresholdIn,
  unitFactor,
} from "../../../src-shared/wording/index.ts";
import type { FreeStart, GoverningTerm } from "../../../src-shared/wording/index.ts";
import type { LineContext } from "./context.ts";
import { inSteps } from "./proven-quantity.ts";
import type { ProvenQuantity } from "./proven-quantity.ts";

/**
 * What may be billed where a price begins only after a while or beyond a quantity: of each visit or load what lies beyond
 * that start, as it stands and rounded up as agreed.
 *
 * `null` where nothing is free, or the records or the line's own fee count only what is not.
 */
export function beyondFreeStart(
  context: LineContext,
  { visits, records }: ProvenQuantity,
): Pick<ProvenQuantity, "counted" | "most"> | null {
  const unit = valueOf(context.line.unit) ?? unitOfTerm(context);
  if (unit === null) return null;
  if (countOnlyBeyond(records)) return null;
  const free = isTimeUnit(unit) ? timeIn(freeStartOf(context), unit) : thresholdOf(context.terms[0], unit);
  if (free === null) return null;
  const rests = visits
    .map((visit) => subtractFractions(visit, free))
    .filter((rest) => compareFractions(rest, fraction(0)) > 0);
  return {
    counted: sumFractions(rests),
    most: sumFractions(rests.map((rest): Fraction => inSteps(rest, context))),
  };
}

/** Whether records say themselves that they count what lies beyond a free start: "Detention after free time: 2.5 h". */
export const countOnlyBeyond = (records: readonly Delivery[]): boolean =>
  records.some(({ item }) => item !== null && (isBeyondIncluded(item) || freeTime.test(foldWording(item))));

const freeTime = /\b(?:free|freie[nr]?|kosten(?:los|frei)\w*|gratuite?s?|gratis|vrije|libres?|franche?s?)\b/;

const unitOfTerm = ({ terms: [governing] }: LineContext): string | null =>
  governing?.term.type === "rate" ? governing.term.value.unit : null;

function timeIn(start: FreeStart | null, unit: Unit): Fraction | null {
  const factor = start === null ? undefined : unitFactor(start.unit, unit);
  return start === null || factor === undefined ? null : multiplyFractions(fraction(start.count), factor);
}

/** "Waste over 6 tonnes": what each load holds before its price begins. */
function thresholdOf(governing: GoverningTerm | undefined, unit: Unit): Fraction | null {
  if (governing?.term.type !== "rate" || isCountUnit(unit)) return null;
  const named = thresholdIn(governing.term.value.item);
  const quantity = named?.quantity ?? "";
  return named !== null && isDecimalText(quantity) && relateUnits(named.unit, unit) === "same"
    ? toFraction(quantity)
    : null;
}

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

/** Whether all of a record lies within the start that its price leaves free: 5.4 t under "waste over 6 tonnes". */
export function isWithinStart(governing: GoverningTerm, { quantity, unit, kind }: Delivery): boolean {
  const { term } = governing;
  if (term.type !== "rate" || quantity === null) return false;
  const agreed = term.value.unit;
  const start = isTimeUnit(agreed)
    ? timeIn(firstIn(clausesOf(governing), freeStartIn), agreed)
    : thresholdOf(governing, agreed);
  const factor = unitFactor(unit ?? (kind === "time" ? "hour" : agreed), agreed);
  return (
    start !== null &&
    factor !== undefined &&
    compareFractions(multiplyFractions(toFraction(quantity), factor), start) <= 0
  );
}
