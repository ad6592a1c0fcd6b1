import { addFractions, fraction, multiplyFractions } from "../../../src-shared/money/index.ts";
import type { Fraction } from "../../../src-shared/money/index.ts";
import type { AgreementId, Delivery } from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import {
  epochMsToInstant,
  instantToEpochMs,
  instantToLocalDate,
  isTimeZone,
  parseInstant,
} from "../../../src-shared/time/index.ts";
import type { Instant, LocalDate } from "../../../src-shared/time/index.ts";
import { unitFactor, wordKey } from "../../../src-shared/wording/index.ts";
import type { BatchContext, InvoiceContext, LineContext } from "./context.ts";
import { whyUnusable } from "./firmness.ts";
import { pushTo } from "./keyed-values.ts";

/** The zone in whose days an agreement counts, and where it says so. */
export interface AgreedZone {
  readonly zone: string | null;
  /** Stated, and not a zone that there is, or open to question. */
  readonly isUnclear: boolean;
}

/** The time zone of the billing clause, else of the agreement itself. */
export function agreedZoneOf({ termsOf, match, batch }: InvoiceContext): AgreedZone {
  const clause = termsOf("billing").find(({ term }) => term.value.timeZone !== undefined);
  const root = match.agreementId === null ? undefined : batch.agreements.get(match.agreementId);
  const governing = match.governedBy.flatMap((id) => batch.agreements.get(id)?.timeZone ?? []);
  const stated = clause?.term.value.timeZone ?? governing[0] ?? root?.timeZone ?? null;
  if (stated === null) return { zone: null, isUnclear: false };
  const isOpen = clause !== undefined && whyUnusable(clause) !== null;
  return isOpen || !isTimeZone(stated) ? { zone: null, isUnclear: true } : { zone: stated, isUnclear: false };
}

/** The day of a stamped record where its agreement counts the days: what happens at night may be of another month. */
export function dayInAgreedZone(
  { instant }: Delivery,
  familyId: AgreementId | null,
  batch: BatchContext,
): LocalDate | null {
  const zone = familyId === null ? null : (batch.agreements.get(familyId)?.timeZone ?? null);
  const stamp = instant === null ? null : parseInstant(instant);
  return zone !== null && isTimeZone(zone) && stamp?.ok === true
    ? instantToLocalDate(stamp.value, zone)
    : null;
}

/** What was used within the days of a line, by the zone in which the days are counted. */
export interface ZoneCounts {
  readonly agreed: Fraction | null;
  readonly utc: Fraction;
  /** By the dates that the stamps themselves show, in their own offset. */
  readonly printed: Fraction;
  readonly events: readonly Delivery[];
  /** Events that one of the counts puts into another period than the others. */
  readonly moved: readonly Delivery[];
  /** Events so near to an end of the days that some zone of the world puts them on the other side. */
  readonly near: readonly Delivery[];
}

/** Counts the stamped events of a line's kind in its days; `null` where none carries a time. */
export function countByZone(context: LineContext, zone: string | null): ZoneCounts | null {
  const { interval, line } = context;
  if (interval === null) return null;
  const events = eventsLike(context);
  if (events.length === 0) return null;
  let [agreed, utc, printed] = [fraction(0), fraction(0), fraction(0)];
  const moved: Delivery[] = [];
  const near: Delivery[] = [];
  const ours = valueOf(line.unit);
  const isWithin = (day: LocalDate): boolean => day >= interval.start && day < interval.end;
  for (const event of events) {
    const stamp = event.instant === null ? null : parseInstant(event.instant);
    if (stamp?.ok !== true || event.quantity === null) continue;
    const factor =
      ours === null || event.unit === null ? fraction(1) : (unitFactor(event.unit, ours) ?? fraction(1));
    const amount = multiplyFractions(event.quantity, factor);
    const inUtc = isWithin(instantToLocalDate(stamp.value, "UTC"));
    const asPrinted = isWithin(stamp.value.slice(0, 10) as LocalDate);
    const inZone = zone === null ? asPrinted : isWithin(instantToLocalDate(stamp.value, zone));
    if (inUtc) utc = addFractions(utc, amount);
    if (asPrinted) printed = addFractions(printed, amount);
    if (inZone) agreed = addFractions(agreed, amount);
    const byZone = zonesApart.map((offset) => isWithin(dateAt(stamp.value, offset)));
    if (byZone.some((is) => is !== byZone[0])) near.push(event);
    if (inUtc !== inZone || asPrinted !== inZone) moved.push(event);
  }
  return { agreed: zone === null ? null : agreed, utc, printed, events, moved, near };
}

/** The clocks of the world are between twelve hours behind UTC and fourteen ahead. */
const zonesApart = [-12, 0, 14] as const;

const dateAt = (value: Instant, hours: number): LocalDate =>
  epochMsToInstant(instantToEpochMs(value) + hours * 3_600_000).slice(0, 10) as LocalDate;

/** Stamped, approved records of the same documents, item and person as those behind a line. */
function eventsLike({ match, owner, line }: LineContext): readonly Delivery[] {
  const index = owner.batch.once("stamped-events", indexEvents);
  const keys = new Set<string>();
  for (const { deliveryId } of match.deliveries) {
    const record = owner.batch.deliveries.get(deliveryId);
    if (record?.instant !== null && record !== undefined) keys.add(eventKey(record));
  }
  return [...keys]
    .flatMap((key) => index.get(key) ?? [])
    .filter(({ person }) => line.person === null || person === line.person);
}

function indexEvents({ input }: BatchContext): ReadonlyMap<string, readonly Delivery[]> {
  const events = new Map<string, Delivery[]>();
  for (const delivery of input.deliveries) {
    if (delivery.instant === null || delivery.approved === false || delivery.billable === false) continue;
    const key = eventKey(delivery);
    pushTo(events, key, delivery);
  }
  return events;
}

/** Events of one meter or one kind of work: document, customer, item, unit. */
export const eventKey = ({ documentId, customer, item, unit, role }: Delivery): string =>
  [documentId, customer ?? "", item === null ? "" : wordKey(item), unit ?? "", role ?? ""].join("|");
