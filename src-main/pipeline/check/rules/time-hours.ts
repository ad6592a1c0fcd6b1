import {
  addFractions,
  compareFractions,
  decimalToText,
  divideFractions,
  fraction,
  fractionToDecimal,
  fractionToExactDecimal,
  maximumFraction,
  minimumFraction,
  multiplyFractions,
  subtractFractions,
  toFraction,
} from "../../../../src-shared/money/index.ts";
import type { Fraction } from "../../../../src-shared/money/index.ts";
import type { Delivery, DeliveryId } from "../../../../src-shared/model/index.ts";
import { valueOf } from "../../../../src-shared/model/index.ts";
import { computeAmount, shownAmount } from "../../../../src-shared/pricing/index.ts";
import { personKey, unitFactor, wordingOf } from "../../../../src-shared/wording/index.ts";
import { cannotDetermine, fail, notApplicable, pass } from "../check.ts";
import type { FindingDraft, LineRule, Verdict } from "../check.ts";
import type { BatchContext, Governing, InvoiceContext, LineContext } from "../context.ts";
import { pushTo } from "../keyed-values.ts";
import { billsTime } from "../line-figures.ts";
import { confidenceOf, evidenceOf } from "../evidence.ts";
import { whyUnusable } from "../firmness.ts";
import { showQuantity } from "../proven-quantity.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import { agreementWords, saidOfAgreement } from "../agreement-words.ts";

const id = "time.hours";

/** Nobody works more than the agreed hours of a day, nor more than a day has, over all customers together. */
export const timeHours: LineRule = {
  ids: [id],
  family: 23,
  title: "Hours of a day stay within their limit",
  version: 1,
  scope: "line",
  needs: ["invoice", "timesheet"],
  dependsOn: ["agreement.missing", "duplicate.invoice"],
  restsOn: "no price",
  skip: ({ isCredit }) => (isCredit ? sentence("because/credit-gives-back", {}) : null),
  judge: (context) => {
    if (!billsTime(context)) return noTime;
    if (context.match.deliveries.length > 0) return [judge(context)];
    // Lines without records are judged by the limit alone, and most agreements have none.
    return limitOf(context.owner) === undefined ? unlimited(context.owner) : [judge(context)];
  },
};

/** The clause that limits the hours of a day. */
const limitOf = (owner: InvoiceContext): Governing<"time-rules"> | undefined =>
  owner.termsOf("time-rules").find(({ term }) => term.value.maxHoursPerDay !== undefined);

const noTime = [notApplicable(id, sentence("because/no-time", {}))];

/** Time of one record that a line bills. */
interface Entry {
  readonly record: Delivery;
  readonly hours: Fraction;
  readonly line: LineContext | null;
}

function judge(context: LineContext): Verdict {
  const { line, owner, match } = context;
  const rules = limitOf(owner);
  const blocked = rules === undefined ? null : whyUnusable(rules);
  const limit = rules?.term.value.maxHoursPerDay ?? null;
  const days = owner.batch.once("hours-by-day", indexDays);
  const own = match.deliveries.flatMap(({ deliveryId }) => owner.batch.deliveries.get(deliveryId) ?? []);
  const timed = own.filter(({ kind, date }) => kind === "time" && date !== null);
  const dated = timed.filter((record) => !isOfSeveralDays(record));
  const isSummed = dated.length < timed.length;
  const beyondDay = dated.length === 0 ? null : excessOf(context, dated, days, fullDay, () => true);
  if (beyondDay !== null) return fail(id, toFinding(context, beyondDay, "24", null));
  if (limit === null && isSummed) return notApplicable(id, sentence("because/no-single-days", {}));
  if (limit === null)
    return dated.length === 0 ? withoutLimit(owner) : pass(id, sentence("because/no-day-over-24", {}));
  if (rules !== undefined) owner.use(rules);
  if (blocked !== null) return cannotDetermine(id, sentence("because/hours-unusable", { why: blocked }));
  if (isSummed) return cannotDetermine(id, sentence("because/no-single-days", {}));
  if (dated.length === 0) return judgeWithoutRecords(context, limit, rules ?? null);
  if (dated.some(({ person }) => person === null) && line.person === null && isAnyDayLong(dated, days, limit))
    return cannotDetermine(id, sentence("because/whose-hours", {}));
  if (isOvertime(line.description) || isOvertime(line.group ?? ""))
    return pass(id, sentence("because/overtime-as-such", {}));
  const beyond = excessOf(context, dated, days, toFraction(limit), (entry) => belongsTo(entry, context));
  if (beyond === null) return pass(id, sentence("because/no-day-over", { limit }));
  const authorized = findAuthorization(context, beyond.date);
  if (authorized !== null) return pass(id, sentence("because/hours-authorized", { limit, day: beyond.date }));
  return fail(id, toFinding(context, beyond, limit, rules ?? null));
}

const fullDay = fraction(24);

/** More than a day has, in one entry: a week or a month that a timesheet books on its first day. */
function isOfSeveralDays({ quantity, unit }: Delivery): boolean {
  const factor = quantity === null ? undefined : unitFactor(unit ?? "hour", "hour");
  return (
    quantity !== null &&
    factor !== undefined &&
    compareFractions(multiplyFractions(quantity, factor), fullDay) > 0
  );
}

/** A single day that the line itself prints. */
function judgeWithoutRecords(
  { line, owner }: LineContext,
  limit: string,
  rules: Governing<"time-rules"> | null,
): Verdict {
  const [day, quantity, unit] = [valueOf(line.serviceDate), valueOf(line.quantity), valueOf(line.unit)];
  const factor = unit === null ? undefined : unitFactor(unit, "hour");
  if (day === null || quantity === null || factor === undefined || line.person === null)
    return cannotDetermine(id, sentence("because/no-single-days", {}));
  const hours = multiplyFractions(quantity, factor);
  if (compareFractions(hours, toFraction(limit as never)) <= 0)
    return pass(id, sentence("because/hours-on-day", { hours: showQuantity(hours), day }));
  const excess = subtractFractions(hours, toFraction(limit as never));
  return fail(
    id,
    toFinding(
      { line, owner } as LineContext,
      { date: day, person: line.person, total: hours, excess, records: [] },
      limit,
      rules,
    ),
  );
}

const withoutLimit = (owner: InvoiceContext): Verdict =>
  notApplicable(id, saidOfAgreement(owner, "because/no-hours-limit"));

/** What every line without records is told under an agreement that limits no hours. */
const unlimited = (owner: InvoiceContext): readonly Verdict[] =>
  owner.onceForDocuments("no-hours-limit", (invoice) => [withoutLimit(invoice)]);

type Days = ReadonlyMap<string, readonly Entry[]>;

/** All time of a person on a day, over all customers, in the order in which it was billed. */
function indexDays(batch: BatchContext): Days {
  const billedBy = new Map<DeliveryId, { readonly line: LineContext; readonly place: number }>();
  let place = 0;
  for (const invoice of batch.invoices)
    for (const line of invoice.lines) {
      place += 1;
      for (const { deliveryId } of line.match.deliveries)
        if (!billedBy.has(deliveryId)) billedBy.set(deliveryId, { line, place });
    }
  const days = new Map<string, Entry[]>();
  for (const record of batch.input.deliveries) {
    if (record.kind !== "time" || record.date === null || record.quantity === null) continue;
    if (isOfSeveralDays(record)) continue;
    const factor = unitFactor(record.unit ?? "hour", "hour");
    if (factor === undefined) continue;
    const key = dayKey(record);
    const entry: Entry = {
      record,
      hours: multiplyFractions(record.quantity, factor),
      line: billedBy.get(record.id)?.line ?? null,
    };
    pushTo(days, key, entry);
  }
  const placeOf = ({ record }: Entry): number => billedBy.get(record.id)?.place ?? 0;
  for (const entries of days.values())
    if (entries.length > 1)
      entries.sort(
        (first, second) => placeOf(first) - placeOf(second) || (first.record.id < second.record.id ? -1 : 1),
      );
  return days;
}

const dayKey = ({ person, date, documentId }: Delivery): string =>
  `${person === null ? `?${documentId}` : personKey(person)}|${date ?? ""}`;

const isAnyDayLong = (records: readonly Delivery[], days: Days, limit: string): boolean =>
  records.some((record) => {
    if (record.person !== null) return false;
    const total = (days.get(dayKey(record)) ?? []).reduce(
      (sum, { hours }) => addFractions(sum, hours),
      fraction(0),
    );
    return compareFractions(total, toFraction(limit as never)) > 0;
  });

interface Excess {
  readonly date: string;
  readonly person: string | null;
  readonly total: Fraction;
  /** What of the line lies beyond the limit: earlier lines fill the day first. */
  readonly excess: Fraction;
  readonly records: readonly Delivery[];
}

function excessOf(
  context: LineContext,
  records: readonly Delivery[],
  days: Days,
  limit: Fraction,
  counts: (entry: Entry) => boolean,
): Excess | null {
  let worst: Excess | null = null;
  for (const key of new Set(records.map(dayKey))) {
    let [total, own] = [fraction(0), fraction(0)];
    const counted: Delivery[] = [];
    let first: Delivery | null = null;
    for (const entry of days.get(key) ?? []) {
      if (!counts(entry)) continue;
      const before = total;
      total = addFractions(total, entry.hours);
      counted.push(entry.record);
      if (entry.line !== context) continue;
      first ??= entry.record;
      const room = maximumFraction(fraction(0), subtractFractions(limit, before));
      own = addFractions(own, subtractFractions(entry.hours, minimumFraction(entry.hours, room)));
    }
    if (first === null || own.numerator <= 0n) continue;
    const person = first.person;
    if (worst === null || compareFractions(own, worst.excess) > 0)
      worst = { date: first.date ?? "", person, total, excess: own, records: counted };
  }
  return worst;
}

/** Whether time was billed under the same agreement. */
const belongsTo = ({ line }: Entry, context: LineContext): boolean =>
  line !== null && line.owner.match.agreementId === context.owner.match.agreementId;

const isOvertime = (text: string): boolean => wordingOf(text).shifts.includes(overtimeStem);
const overtimeStem = wordingOf("overtime").shifts[0] ?? "overtime";

/** A signed record that allows overtime, of that day or of no day. */
function findAuthorization({ owner }: LineContext, date: string): Delivery | null {
  const all = owner.batch.once("overtime-approvals", ({ input }) =>
    input.deliveries.filter(
      ({ kind, approved, item }) =>
        kind === "acceptance" && approved === true && item !== null && isOvertime(item),
    ),
  );
  return all.find((record) => record.date === null || record.date <= date) ?? null;
}

function toFinding(
  context: LineContext,
  { date, person, total, excess, records }: Excess,
  limit: string,
  rules: Governing<"time-rules"> | null,
): FindingDraft {
  const { line, owner } = context;
  const price = valueOf(line.unitPrice);
  const unit = valueOf(line.unit);
  const factor = unit === null ? undefined : unitFactor("hour", unit);
  const perHour =
    price === null || factor === undefined
      ? null
      : multiplyFractions(divideFractions(price, valueOf(line.priceBase) ?? fraction(1)), factor);
  const computed =
    perHour === null
      ? null
      : computeAmount(
          `${showQuantity(excess)} × ${shownAmount(decimalToText(fractionToExactDecimal(perHour) ?? fractionToDecimal(perHour, 6)), owner.precision)}`,
          multiplyFractions(excess, perHour),
          owner.precision,
        );
  const who = person ?? sentence("words/one-person", {});
  const hours = showQuantity(total);
  return {
    direction: "over",
    message:
      rules === null
        ? sentence("finding/hours-of-day", { person: who, hours, day: date })
        : sentence("finding/hours", {
            person: who,
            hours,
            day: date,
            agreement: agreementWords(rules.agreement),
            limit,
          }),
    expected: limit,
    found: showQuantity(total),
    impact: computed?.value ?? null,
    formula: computed?.formula ?? null,
    proposal: {
      action: "ask",
      text: sentence("ask/hours", { person: who, day: date, excess: showQuantity(excess), line: line.id }),
    },
    confidence: confidenceOf(line.quantity, rules, ...records.slice(0, 6)),
    evidence: evidenceOf(rules, line.quantity ?? line, ...records.slice(0, 8)),
  };
}
