import { fraction } from "../../../src-shared/money/index.ts";
import type { Fraction } from "../../../src-shared/money/index.ts";
import type { Delivery, InvoiceId } from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { foldWording, isTimeUnit, itemHead, wordingOf } from "../../../src-shared/wording/index.ts";
import type { BatchContext, LineContext } from "./context.ts";

/** How often somebody came, with a record for each time. */
export interface AttendedVisits {
  readonly count: Fraction;
  /** Beyond these, times of which a paper that speaks of approval says nothing. */
  readonly unsaid?: Fraction;
  readonly records: readonly Delivery[];
  /** All that was done on them, where one record stands for each. */
  readonly done?: readonly Delivery[];
}

const visitUnits: ReadonlySet<string> = new Set(["visit", "trip", "call"]);
/** Units of a time that somebody came, where the price is called by the way there. */
const timesUnits: ReadonlySet<string> = new Set(["each", "piece", "session", "attendance", "appointment"]);
/** What synonyms make of "call-out", "Anfahrt", "déplacement" and the like, and of a visit itself. */
const visitWords: ReadonlySet<string> = new Set(["trip", "visit"]);

/**
 * The visits that the records of work behind the other lines of an invoice show: one for each paper and day.
 *
 * Nobody keeps a record of a call-out fee; the ticket of its work is one. `null` where the line bills no visits, no
 * other line of the invoice is proven by work, or a record has no day. Two tickets of a day are two visits, so the
 * count is the most that the records can show; for the way there by the day they are one. For lines without records of
 * their own.
 */
export function attendedVisits(context: LineContext): AttendedVisits | null {
  const { batch, invoice } = context.owner;
  if (billsTripDays(context)) return batch.once("trip-days-by-invoice", findTripDays).get(invoice.id) ?? null;
  if (!billsVisits(context)) return null;
  const all = batch.once("visits-by-invoice", findVisits).get(invoice.id) ?? null;
  return all === null ? null : ofItsKind(all, context);
}

/**
 * Of visits that a log tells apart by their kind ("on site – new socket", "remote – password") those of the kind that a
 * line names; all where none is named.
 */
function ofItsKind(visits: AttendedVisits, { line, terms }: LineContext): AttendedVisits {
  const [governing] = terms;
  const item =
    governing?.term.type === "rate" || governing?.term.type === "fixed-fee" ? governing.term.value.item : "";
  const said = wordingOf(`${line.description} ${item}`).all;
  const own = (visits.done ?? []).filter(({ item: done }) => {
    const kind = itemHead(done);
    return kind !== null && kind.content.every((word) => said.has(word));
  });
  return own.length === 0 ? visits : visitsOf(own);
}

/**
 * The deliveries that the records of goods behind the other lines show, for a line that bills the way of the goods.
 *
 * Nobody keeps a record of a carriage charge; the note of what was carried is one. `null` as above.
 */
export function deliveriesMade(context: LineContext): AttendedVisits | null {
  if (!billsCarriage(context)) return null;
  const { batch, invoice } = context.owner;
  return batch.once("deliveries-by-invoice", findCarriages).get(invoice.id) ?? null;
}

/** Once for a batch: a search for each line would cost the square of their number. */
const findVisits = (batch: BatchContext): ReadonlyMap<InvoiceId, AttendedVisits> => findTimes(batch, isWork);

/** The days on which somebody came: who is paid for the way by the day comes once however many tickets he leaves. */
function findTripDays(batch: BatchContext): ReadonlyMap<InvoiceId, AttendedVisits> {
  return new Map(
    [...batch.once("visits-by-invoice", findVisits)].map(([id, { records }]) => {
      const byDay = new Map(records.map((record) => [record.date, record]));
      return [id, { count: fraction(byDay.size), records: [...byDay.values()] }];
    }),
  );
}

const findCarriages = (batch: BatchContext): ReadonlyMap<InvoiceId, AttendedVisits> =>
  findTimes(batch, isGoods);

function findTimes(
  { invoices, deliveries }: BatchContext,
  isOfKind: (delivery: Delivery) => boolean,
): ReadonlyMap<InvoiceId, AttendedVisits> {
  const found = new Map<InvoiceId, AttendedVisits>();
  for (const { invoice, lines } of invoices) {
    const records = lines
      .flatMap(({ match }) => match.deliveries)
      .flatMap(({ deliveryId }) => deliveries.get(deliveryId) ?? [])
      .filter((delivery) => isOfKind(delivery) && delivery.approved !== false);
    if (records.length === 0 || records.some(({ date }) => date === null)) continue;
    found.set(invoice.id, visitsOf(records));
  }
  return found;
}

function visitsOf(done: readonly Delivery[]): AttendedVisits {
  const visits = new Map(
    done.map((record) => [`${record.documentId}|${record.date}|${record.sourceId ?? ""}`, record]),
  );
  return { count: fraction(visits.size), records: [...visits.values()], done };
}

/** Work, or whatever somebody did with a thing: the driver who spread 25 kg of salt came to do it. */
const isWork = ({ kind, unit, person }: Delivery): boolean =>
  kind === "work" ||
  (kind === "time" && (unit === null || isTimeUnit(unit))) ||
  ((kind === "usage" || kind === "goods") && person !== null);

const isGoods = ({ kind, quantity }: Delivery): boolean => kind === "goods" && quantity !== null;

const carriageWords =
  /\b(deliver(y|ies)|collections?|pick[- ]?ups?|carriage|freight|shipping|shipment|haulage|handling|courier|livraisons?|reprises?|enlevements?|port|lieferung(en)?|anlieferung(en)?|abholung(en)?|fracht|versand|zustellung|entregas?|recogidas?|portes|consegn[ae]|riconsegn[ae]|ritir[oi]|spedizion[ei]|bezorging|levering(en)?|ophalen|afhalen|recolhas?)\b/;

/** A price for each, called by the way of the goods and by nothing else that could be counted. */
function billsCarriage({ line, terms }: LineContext): boolean {
  const [governing] = terms;
  if (governing === undefined) return false;
  const { term } = governing;
  if (term.type !== "rate" && term.type !== "fixed-fee") return false;
  const agreed = term.type === "rate" ? term.value.unit : null;
  if (agreed !== null && wayUnits.has(agreed)) return true;
  const isEach = [agreed, valueOf(line.unit)].every((unit) => unit === null || carriageUnits.has(unit));
  return isEach && [term.value.item, line.description].every((text) => carriageWords.test(foldWording(text)));
}

/** What goods travel in, or are called for: a price for each needs no other word for the way, as a fuel charge per shipment. */
const wayUnits: ReadonlySet<string> = new Set(
  "delivery drop shipment consignment call-off release abruf afroep".split(" "),
);

const carriageUnits: ReadonlySet<string> = new Set([
  "each",
  "piece",
  "trip",
  "job",
  "lot",
  "load",
  "delivery",
  "drop",
  "shipment",
]);

/** "Travel, 30.00 a day": the way there, by days. */
function billsTripDays({ line, terms }: LineContext): boolean {
  const [governing] = terms;
  if (governing === undefined || governing.term.type !== "rate") return false;
  const { unit, item } = governing.term.value;
  const printed = valueOf(line.unit);
  return (
    unit === "day" &&
    (printed === null || printed === "day") &&
    wordingOf(item).content.some((word) => visitWords.has(word))
  );
}

function billsVisits({ line, terms }: LineContext): boolean {
  const [governing] = terms;
  if (governing === undefined) return false;
  const { term } = governing;
  if (term.type !== "rate" && term.type !== "fixed-fee") return false;
  const agreed = term.type === "rate" ? term.value.unit : null;
  const printed = valueOf(line.unit);
  if ([agreed, printed].some((unit) => unit !== null && visitUnits.has(unit))) return true;
  if ([agreed, printed].some((unit) => unit !== null && !timesUnits.has(unit))) return false;
  return wordingOf(term.value.item).content.some((word) => visitWords.has(word));
}
