import {
  compareFractions,
  fraction,
  subtractFractions,
  toFraction,
} from "../../../src-shared/money/index.ts";
import type { Fraction } from "../../../src-shared/money/index.ts";
import type { Delivery, DeliveryId, Unit } from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { addMonths, startOfMonth } from "../../../src-shared/time/index.ts";
import { isMoreTime, isTimeUnit, relateUnits, wordingOf } from "../../../src-shared/wording/index.ts";
import type { GoverningTerm, ServiceInterval } from "../../../src-shared/wording/index.ts";
import { exceedsPeriod } from "./billed-periods.ts";
import type { BatchContext, LineContext } from "./context.ts";
import { hasRemainder, whyUnusable } from "./firmness.ts";
import { pushTo } from "./keyed-values.ts";
import { findDocumentsWithApprovals } from "./proven-quantity.ts";
import { ratesNamedBy } from "./rate-of-record.ts";
import { recordedQuantity } from "./recorded-quantity.ts";
import { recordsOfAgreement } from "./stage-acceptance.ts";

/** Time that a fee of the month buys, whoever works it. */
export interface IncludedTime {
  /** What it is for; its unit where nothing is said. */
  readonly item: string;
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
  const { item, quantity, unit, per, rollover } = only.term.value;
  const hasOwnPrice = governing.some(
    ({ term }) =>
      term.type === "overage" && term.absent !== true && relateUnits(term.value.unit, unit) !== "different",
  );
  const isOpen =
    per !== "month" || rollover !== undefined || whyUnusable(only) !== null || hasRemainder(only);
  return hasOwnPrice || isOpen ? null : { item, quantity: toFraction(quantity), unit };
}

/**
 * Whether a record is called by the price of something else than the included time is for: training beside hours of
 * support. A price of somebody's hours says who worked, and not at what.
 */
export function isOfOtherThing(
  record: Delivery,
  { item, unit }: IncludedTime,
  rates: readonly GoverningTerm[],
): boolean {
  const { content } = item === unit ? { content: [] } : wordingOf(item);
  const [named, ...others] = content.length === 0 ? [] : ratesNamedBy(record, rates);
  if (named?.term.type !== "rate" || others.length > 0 || named.term.value.role !== undefined) return false;
  const thing = wordingOf(named.term.value.item);
  return thing.content.length > 0 && content.every((word) => !thing.all.has(word));
}

/** What a line may bill beyond the included time. */
export interface TimeBeyond {
  readonly quantity: Fraction;
  /** Other lines bill of it too: which of them has too much, nobody knows. */
  readonly isShared: boolean;
}

/** How much time records count in a unit; `null` where one of them counts otherwise. */
export const recordedTime = (records: readonly Delivery[], unit: Unit): Fraction | null =>
  records.every(({ kind }) => kind === "time") ? recordedQuantity(records, unit) : null;

/**
 * What a line for time beyond the included one may bill at most and is to bill at least: what all records of its days come
 * to beyond what is included, less what other lines bill of it. `null` for other lines, "unclear" where it cannot be told.
 */
export function beyondIncludedTime(context: LineContext): TimeBeyond | "unclear" | null {
  const { owner, line, interval, terms } = context;
  const included = isBeyond(context) ? includedTimeOf(owner.governing) : null;
  if (included === null) return null;
  const unit = valueOf(line.unit) ?? (terms[0]?.term.type === "rate" ? terms[0].term.value.unit : null);
  if (interval === null || unit === null || exceedsPeriod("month", interval)) return "unclear";
  if (relateUnits(unit, included.unit) !== "same") return "unclear";
  const asItself = owner.batch.once("time-billed-as-itself", findBilledAsItself);
  const records = recordsOfAgreement(owner, timeWithin(interval, owner.batch)).filter(
    ({ id }) => !asItself.has(id),
  );
  const used = records.length === 0 || hasUnsaid(records, owner.batch) ? null : recordedTime(records, unit);
  if (used === null) return "unclear";
  let left = subtractFractions(used, included.quantity);
  let isShared = false;
  for (const other of owner.lines) {
    if (other === context || !isBeyond(other) || !isOfDays(other, interval)) continue;
    isShared = true;
    const billed = valueOf(other.line.quantity);
    if (billed === null) return "unclear";
    left = subtractFractions(left, toFraction(billed));
  }
  return { quantity: compareFractions(left, fraction(0)) < 0 ? fraction(0) : left, isShared };
}

/** Records of lines that bill hours by their own price: what has its own line is no use of what a fee includes. */
function findBilledAsItself({ invoices }: BatchContext): ReadonlySet<DeliveryId> {
  const ids = new Set<DeliveryId>();
  for (const { lines } of invoices)
    for (const line of lines)
      if (billsHours(line) && !isBeyond(line))
        for (const { deliveryId } of line.match.deliveries) ids.add(deliveryId);
  return ids;
}

/** Lines of other months have their own included time. */
const isOfDays = ({ interval }: LineContext, { start, end }: ServiceInterval): boolean =>
  interval === null || (interval.start < end && start < interval.end);

/** Records of time by their month, for all lines that ask for days of it. */
function findBillableTime({ input }: BatchContext): ReadonlyMap<string, readonly Delivery[]> {
  const byMonth = new Map<string, Delivery[]>();
  for (const delivery of input.deliveries) {
    const { kind, approved, billable, date } = delivery;
    if (kind !== "time" || approved === false || billable === false || date === null) continue;
    pushTo(byMonth, date.slice(0, 7), delivery);
  }
  return byMonth;
}

function timeWithin({ start, end }: ServiceInterval, batch: BatchContext): readonly Delivery[] {
  const byMonth = batch.once("billable-time", findBillableTime);
  const records: Delivery[] = [];
  for (let month = startOfMonth(start); month < end; month = addMonths(month, 1))
    records.push(...(byMonth.get(month.slice(0, 7)) ?? []));
  return records.filter(({ date }) => date !== null && date >= start && date < end);
}

/** Whether a paper that says of others that they are approved says nothing of one: it may be billed, or not. */
function hasUnsaid(records: readonly Delivery[], batch: BatchContext): boolean {
  const approvals = batch.once("documents-with-approvals", findDocumentsWithApprovals);
  return records.some(({ approved, documentId }) => approved !== true && approvals.has(documentId));
}

const billsHours = ({ terms: [governing] }: LineContext): boolean =>
  governing?.term.type === "rate" && isTimeUnit(governing.term.value.unit);

const isBeyond = (context: LineContext): boolean =>
  billsHours(context) && isMoreTime(`${context.line.group ?? ""} ${context.line.description}`);
