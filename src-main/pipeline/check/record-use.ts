import { compareFractions, fraction, toFraction } from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import type { Unit } from "../../../src-shared/model/index.ts";
import { addDays, daysBetween } from "../../../src-shared/time/index.ts";
import { foldWording, isTimeUnit, relateUnits, wordingOf } from "../../../src-shared/wording/index.ts";
import type { ServiceInterval } from "../../../src-shared/wording/index.ts";
import type { BatchContext, LineContext } from "./context.ts";
import { daysWords } from "./show.ts";
import { sentence } from "../../../src-shared/text/index.ts";
import type { Sentence } from "../../../src-shared/text/index.ts";
import { meteredUnits } from "./metered-units.ts";

/** Work by time and use by meter are always proven by records; pieces only where the agreement has records at all. */
export function isMeasured(unit: Unit | null, { line, terms }: LineContext): boolean {
  if (unit !== "day") return unit === null || isTimeUnit(unit) || gaugedUnits.has(unit);
  // Days of a person are worked, days of a machine are hired.
  const item =
    terms[0]?.term.type === "rate" ? `${terms[0].term.value.role ?? ""} ${terms[0].term.value.item}` : "";
  return (
    line.person !== null || line.role !== null || wordingOf(`${line.description} ${item}`).roles.length > 0
  );
}

/** What a meter or a gauge counted: a bill of it stands or falls with the reading. */
const gaugedUnits: ReadonlySet<Unit> = new Set([...meteredUnits, "litre", "gallon", "mile", "kilometre"]);

/** A hire by the day or week whose own printed days are the quantity. */
export function coversItsDays(
  { interval, terms: [governing] }: LineContext,
  billed: DecimalText,
  unit: Unit | null,
): boolean {
  if (interval === null || (unit !== "day" && unit !== "week")) return false;
  // "Daily supply charge, 30 days" is due for all days of the bill, and is nobody's work.
  const isStanding = governing?.term.type === "rate" && standing.test(foldWording(governing.term.value.item));
  if (interval.source !== "line" && !isStanding) return false;
  const days = fraction(daysBetween(interval.start, interval.end), unit === "week" ? 7 : 1);
  return days.numerator > 1n && compareFractions(toFraction(billed), days) === 0;
}

/** What is due for being connected, day by day, in seven languages. */
const standing =
  /\b(?:(?:daily|supply|standing|network|connection) (?:supply |access |fixed )?charge|standing|grund(?:preis|gebuhr)|abonnement|cargo fijo|termino fijo|quota fissa|vastrecht|termo fixo)\b/;

/**
 * Whether a line under the same agreement has a record behind it that counts what this line counts, or the agreement
 * speaks of acceptance.
 *
 * Timesheets beside a number of seats do not mean that seats are recorded.
 */
export function hasRecords({ owner }: LineContext, unit: Unit | null): boolean {
  const families = owner.batch.once("families-with-records", findFamiliesWithRecords);
  const recorded = families.get(owner.match.agreementId ?? "");
  return (
    [...(recorded ?? [])].some((other) => relateUnits(other, unit) !== "different") ||
    owner.allTermsOf("acceptance").length > 0
  );
}

function findFamiliesWithRecords(batch: BatchContext): ReadonlyMap<string, ReadonlySet<Unit | null>> {
  const families = new Map<string, Set<Unit | null>>();
  for (const { match } of batch.invoices) {
    if (match.agreementId === null) continue;
    for (const { deliveryId } of match.lines.flatMap(({ deliveries }) => deliveries)) {
      const delivery = batch.deliveries.get(deliveryId);
      if (delivery === undefined) continue;
      const units = families.get(match.agreementId) ?? new Set();
      units.add(delivery.unit ?? (delivery.kind === "time" ? "hour" : null));
      families.set(match.agreementId, units);
    }
  }
  return families;
}

/** That there are no records for a line; `null` where records of the same kind exist and other lines use them up. */
export function whyNoRecords(context: LineContext): Sentence | null {
  const { owner, terms, interval, line } = context;
  const [governing] = terms;
  if (governing === undefined || interval === null || owner.batch.deliveries.size === 0)
    return noRecordsIn(interval, owner.batch);
  const shared = sharedRecords(owner.batch, governing.term.id, interval);
  const isCovered = shared.some(
    ({ date, person, subject }) =>
      subject !== context.subject &&
      date >= interval.start &&
      date < interval.end &&
      (line.person === null || person === null || person === line.person),
  );
  if (isCovered) return null;
  // A person who is named and has no hour in the records of the days did not prove the work.
  const isTimed = isTimeUnit(valueOf(line.unit)) && line.person !== null;
  const hasOthers = owner.lines.some(({ match }) => match.deliveries.length > 0);
  return isTimed && hasOthers ? null : noRecordsIn(interval, owner.batch);
}

/** Lines of the same days say the same of them, by their first day and the day after the last. */
function noRecordsIn(interval: ServiceInterval | null, batch: BatchContext): Sentence {
  if (interval === null) return sentence("because/no-records", { for: "" });
  const { start, end } = interval;
  const known = batch.once("no-records-by-days", () => new Map<string, Map<string, Sentence>>());
  const byEnd = known.get(start) ?? new Map<string, Sentence>();
  const before = byEnd.get(end);
  if (before !== undefined) return before;
  const because = sentence("because/no-records", {
    for: sentence("words/for-days", { days: daysWords(start, end) }),
  });
  known.set(start, byEnd.set(end, because));
  return because;
}

interface RecordUse {
  readonly date: string;
  readonly person: string | null;
  readonly subject: string;
}

/** Records used under a term in the months of an interval. */
function sharedRecords(
  batch: BatchContext,
  termId: string,
  { start, end }: ServiceInterval,
): readonly RecordUse[] {
  const index = batch.once("records-by-term", indexRecordsByTerm);
  const first = index.get(`${termId}|${start.slice(0, 7)}`) ?? [];
  const last = addDays(end, -1).slice(0, 7);
  return last === start.slice(0, 7) ? first : [...first, ...(index.get(`${termId}|${last}`) ?? [])];
}

function indexRecordsByTerm(batch: BatchContext): ReadonlyMap<string, readonly RecordUse[]> {
  const uses = new Map<string, RecordUse[]>();
  for (const invoice of batch.invoices) {
    for (const { terms, match, subject } of invoice.lines) {
      const [governing] = terms;
      if (governing === undefined) continue;
      for (const { deliveryId } of match.deliveries) {
        const delivery = batch.deliveries.get(deliveryId);
        if (delivery === undefined || delivery.date === null) continue;
        const use = { date: delivery.date, person: delivery.person, subject };
        const key = `${governing.term.id}|${delivery.date.slice(0, 7)}`;
        const list = uses.get(key);
        if (list === undefined) uses.set(key, [use]);
        else if (list.length < 400) list.push(use);
      }
    }
  }
  return uses;
}
