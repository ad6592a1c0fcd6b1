import {
  addFractions,
  compareFractions,
  fraction,
  multiplyFractions,
  subtractFractions,
  toFraction,
} from "../../../src-shared/money/index.ts";
import type { Fraction } from "../../../src-shared/money/index.ts";
import type { Delivery, Unit } from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { isMoreTime, isTimeUnit, relateUnits, unitFactor } from "../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import type { BatchContext, LineContext } from "./context.ts";
import { hasRemainder, whyUnusable } from "./firmness.ts";
import { recordsOfAgreement } from "./stage-acceptance.ts";

/** Time that a fee of the month buys, whoever works it. */
export interface IncludedTime {
  readonly quantity: Fraction;
  readonly unit: Unit;
}

/**
 * The time that the fee of a month includes where what lies beyond it costs what the hours of whoever worked it cost.
 *
 * `null` without such a clause: where two include time, where some of it is carried over, and where what lies beyond has
 * a price of its own, by which it is judged as a whole.
 */
export function includedTimeOf(governing: readonly GoverningTerm[]): IncludedTime | null {
  const included = governing.filter(
    ({ term }) => term.type === "included" && term.absent !== true && isTimeUnit(term.value.unit),
  );
  const [only] = included;
  if (only?.term.type !== "included" || included.length > 1) return null;
  const { quantity, unit, per, rollover } = only.term.value;
  const hasOwnPrice = governing.some(
    ({ term }) =>
      term.type === "overage" && term.absent !== true && relateUnits(term.value.unit, unit) !== "different",
  );
  const isOpen =
    per !== "month" || rollover !== undefined || whyUnusable(only) !== null || hasRemainder(only);
  return hasOwnPrice || isOpen ? null : { quantity: toFraction(quantity), unit };
}

/** What a line may bill beyond the included time. */
export interface TimeBeyond {
  readonly quantity: Fraction;
  /** Other lines bill of it too: which of them has too much, nobody knows. */
  readonly isShared: boolean;
}

/** How much time records count in a unit; `null` where one of them counts otherwise. */
export function recordedTime(records: readonly Delivery[], unit: Unit): Fraction | null {
  let sum = fraction(0);
  for (const { quantity, unit: own, kind } of records) {
    const factor = kind === "time" ? unitFactor(own ?? "hour", unit) : undefined;
    if (quantity === null || factor === undefined) return null;
    sum = addFractions(sum, multiplyFractions(toFraction(quantity), factor));
  }
  return sum;
}

/**
 * What a line for time beyond the included one may bill at most and is to bill at least: what all records of its days come
 * to beyond what is included, less what other lines bill of it. `null` where that cannot be told.
 */
export function beyondIncludedTime(context: LineContext): TimeBeyond | null {
  const { owner, line, interval, terms } = context;
  const included = isBeyond(context) ? includedTimeOf(owner.governing) : null;
  const unit = valueOf(line.unit) ?? (terms[0]?.term.type === "rate" ? terms[0].term.value.unit : null);
  if (included === null || interval === null || unit === null) return null;
  if (relateUnits(unit, included.unit) !== "same") return null;
  const records = recordsOfAgreement(
    owner,
    owner.batch
      .once("billable-time", findBillableTime)
      .filter(({ date }) => date !== null && date >= interval.start && date < interval.end),
  );
  const used = records.length === 0 ? null : recordedTime(records, unit);
  if (used === null) return null;
  let left = subtractFractions(used, included.quantity);
  let isShared = false;
  for (const other of owner.lines) {
    if (other === context || !isBeyond(other)) continue;
    isShared = true;
    const billed = valueOf(other.line.quantity);
    if (billed === null) return null;
    left = subtractFractions(left, toFraction(billed));
  }
  return { quantity: compareFractions(left, fraction(0)) < 0 ? fraction(0) : left, isShared };
}

const findBillableTime = ({ input }: BatchContext): readonly Delivery[] =>
  input.deliveries.filter(
    ({ kind, approved, billable }) => kind === "time" && approved !== false && billable !== false,
  );

const isBeyond = ({ line, terms }: LineContext): boolean =>
  terms[0]?.term.type === "rate" &&
  isTimeUnit(terms[0].term.value.unit) &&
  isMoreTime(`${line.group ?? ""} ${line.description}`);
