import {
  addFractions,
  compareFractions,
  divideFractions,
  fraction,
  fractionToDecimal,
  fractionToExactDecimal,
  maximumFraction,
  multiplyFractions,
  toFraction,
} from "../../../src-shared/money/index.ts";
import type { DecimalText, Fraction } from "../../../src-shared/money/index.ts";
import type { Delivery, DocumentId, Unit } from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { billableQuantity, shownNumber } from "../../../src-shared/pricing/index.ts";
import { distanceSaid, relateUnits, unitFactor } from "../../../src-shared/wording/index.ts";
import type { BatchContext, LineContext } from "./context.ts";
import { whyUnusable } from "./firmness.ts";

/** What the delivery records behind a line prove, in the line's unit. */
export interface ProvenQuantity {
  /** Of records that count, as they stand. */
  readonly counted: Fraction;
  /** The same with each entry, or each day, rounded up as the agreement bills it: the most that may be billed. */
  readonly most: Fraction;
  /** Of records that are not approved. */
  readonly unapproved: Fraction;
  /** Of records that say nothing of approval, in a paper or of a kind whose others do. */
  readonly unknown: Fraction;
  readonly records: readonly Delivery[];
  /** What counts, by the paper, day and number under which somebody came. */
  readonly visits: readonly Fraction[];
  /** Whether a record has no readable quantity. */
  readonly hasUnreadable: boolean;
}

/** Adds up the records that the match room put behind a line. */
export function proveQuantity(context: LineContext): ProvenQuantity {
  const { match, owner, line } = context;
  const approvals = owner.batch.once("documents-with-approvals", findDocumentsWithApprovals);
  const increments = incrementsOf(context);
  const records: Delivery[] = [];
  // A slip that nobody signed, beside signed ones of its kind: there, too, silence is no approval.
  const signedKinds = new Set(
    match.deliveries
      .map(({ deliveryId }) => owner.batch.deliveries.get(deliveryId))
      .flatMap((delivery) => (delivery?.approved === true ? [delivery.kind] : [])),
  );
  const byDay = new Map<string, Fraction>();
  const byVisit = new Map<string, Fraction>();
  let [counted, mostByEntry, unapproved, unknown] = [fraction(0), fraction(0), fraction(0), fraction(0)];
  let hasUnreadable = false;
  for (const share of match.deliveries) {
    const delivery = owner.batch.deliveries.get(share.deliveryId);
    if (delivery === undefined) continue;
    records.push(delivery);
    if (share.quantity === null) {
      hasUnreadable = true;
      continue;
    }
    const printed = delivery.unit ?? (delivery.kind === "time" ? "hour" : null);
    const unit = printed === null ? null : (distanceSaid(printed, delivery.item) ?? printed);
    const ours = valueOf(line.unit) ?? agreedMeasure(context, unit);
    const factor = unit === null || ours === null ? fraction(1) : unitFactor(unit, ours);
    if (factor === undefined) {
      hasUnreadable = true;
      continue;
    }
    const amount = multiplyFractions(share.quantity, factor);
    if (delivery.approved === false) unapproved = addFractions(unapproved, amount);
    else if (
      delivery.approved === null &&
      (approvals.has(delivery.documentId) || signedKinds.has(delivery.kind))
    )
      unknown = addFractions(unknown, amount);
    else {
      counted = addFractions(counted, amount);
      mostByEntry = addFractions(mostByEntry, roundUp(amount, increments));
      const day = `${delivery.date ?? delivery.id}|${delivery.person ?? ""}`;
      byDay.set(day, addFractions(byDay.get(day) ?? fraction(0), amount));
      const visit = `${delivery.documentId}|${day}|${delivery.sourceId ?? ""}`;
      byVisit.set(visit, addFractions(byVisit.get(visit) ?? fraction(0), amount));
    }
  }
  const mostByDay = [...byDay.values()].reduce(
    (total, amount) => addFractions(total, roundUp(amount, increments)),
    fraction(0),
  );
  const most = maximumFraction(counted, maximumFraction(mostByEntry, mostByDay));
  return { counted, most, unapproved, unknown, records, visits: [...byVisit.values()], hasUnreadable };
}

/** The unit of the price where a line prints none, and the record's is another measure of the same: minutes of an hour. */
function agreedMeasure({ terms: [governing] }: LineContext, recorded: Unit | null): Unit | null {
  const value = governing?.term.value;
  const agreed = value !== undefined && "unit" in value ? (value.unit ?? null) : null;
  return agreed !== null && relateUnits(recorded, agreed) === "convertible" ? agreed : null;
}

/** Documents whose records say anything of approval: there, silence is no approval. */
export function findDocumentsWithApprovals({ input }: BatchContext): ReadonlySet<DocumentId> {
  return new Set(
    input.deliveries.filter(({ approved }) => approved !== null).map(({ documentId }) => documentId),
  );
}

interface Increments {
  readonly increment: Fraction | null;
  readonly minimum: Fraction | null;
}

/** A quantity rounded up by the steps that the agreement bills a line in. */
export const inSteps = (amount: Fraction, context: LineContext): Fraction =>
  roundUp(amount, incrementsOf(context));

/** Steps and minimum of a rate, and the steps in hours of the time rules, in the line's unit. */
function incrementsOf({ terms, owner, line }: LineContext): Increments {
  const [governing] = terms;
  const own = governing?.term.type === "rate" ? governing.term.value : null;
  const rules = owner.termsOf("time-rules").find((term) => whyUnusable(term) === null);
  const unit = valueOf(line.unit);
  const inHours = unit === null ? undefined : unitFactor("hour", unit);
  const general = rules?.term.value.increment;
  const increment =
    own?.increment !== undefined
      ? toFraction(own.increment)
      : general !== undefined && inHours !== undefined
        ? multiplyFractions(general, inHours)
        : null;
  return { increment, minimum: own?.minimumQuantity === undefined ? null : toFraction(own.minimumQuantity) };
}

function roundUp(amount: Fraction, { increment, minimum }: Increments): Fraction {
  const exact = fractionToExactDecimal(amount);
  const step = increment === null ? null : (fractionToExactDecimal(increment) ?? null);
  const least = minimum === null ? null : (fractionToExactDecimal(minimum) ?? null);
  if (exact === undefined) {
    if (increment === null) return amount;
    const steps = divideFractions(amount, increment);
    const started = (steps.numerator + steps.denominator - 1n) / steps.denominator;
    return multiplyFractions(increment, fraction(started));
  }
  return toFraction(billableQuantity(exact, { increment: step, minimumQuantity: least }));
}

/** A quantity in a sentence: exact where it ends, else to three places. */
export function showQuantity(quantity: Fraction | DecimalText): string {
  const value = toFraction(quantity);
  const exact = fractionToExactDecimal(value);
  return shownNumber(exact !== undefined && exact.scale <= 6 ? exact : fractionToDecimal(value, 3));
}

export const isMore = (first: Fraction, second: Fraction): boolean => compareFractions(first, second) > 0;
