import type { Delivery } from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { isTimeUnit, wordingOf } from "../../../src-shared/wording/index.ts";
import type { LineContext } from "./context.ts";

/** How often somebody came, with a record for each time. */
export interface AttendedVisits {
  readonly count: number;
  readonly records: readonly Delivery[];
}

const visitUnits: ReadonlySet<string> = new Set(["visit", "trip", "call"]);
/** What synonyms make of "call-out", "Anfahrt", "déplacement" and the like, and of a visit itself. */
const visitWords: ReadonlySet<string> = new Set(["trip", "visit"]);

/**
 * The visits that the records of work behind the other lines of an invoice show: one for each paper and day.
 *
 * Nobody keeps a record of a call-out fee; the ticket of its work is one. `null` where the line bills no visits, no
 * other line of the invoice is proven by work, or a record has no day. Two tickets of a day are two visits, so the
 * count is the most that the records can show.
 */
export function attendedVisits(context: LineContext): AttendedVisits | null {
  if (!billsVisits(context)) return null;
  const visits = new Map<string, Delivery>();
  for (const { match, subject } of context.owner.lines) {
    if (subject === context.subject) continue;
    for (const { deliveryId } of match.deliveries) {
      const delivery = context.owner.batch.deliveries.get(deliveryId);
      if (delivery === undefined || !isWork(delivery) || delivery.approved === false) continue;
      if (delivery.date === null) return null;
      visits.set(`${delivery.documentId}|${delivery.date}|${delivery.sourceId ?? ""}`, delivery);
    }
  }
  return visits.size === 0 ? null : { count: visits.size, records: [...visits.values()] };
}

const isWork = ({ kind, unit }: Delivery): boolean =>
  kind === "work" || (kind === "time" && (unit === null || isTimeUnit(unit)));

function billsVisits({ line, terms }: LineContext): boolean {
  const [governing] = terms;
  if (governing === undefined) return false;
  const { term } = governing;
  if (term.type !== "rate" && term.type !== "fixed-fee") return false;
  const agreed = term.type === "rate" ? term.value.unit : null;
  const printed = valueOf(line.unit);
  if ([agreed, printed].some((unit) => unit !== null && visitUnits.has(unit))) return true;
  if ([agreed, printed].some((unit) => unit !== null && unit !== "each" && unit !== "piece")) return false;
  return wordingOf(term.value.item).content.some((word) => visitWords.has(word));
}
