import { valueOf } from "../../../src-shared/model/index.ts";
import type { Delivery, DocumentId, InvoiceId, Term, Unit } from "../../../src-shared/model/index.ts";
import { addDays } from "../../../src-shared/time/index.ts";
import { isCountUnit, isTimeUnit, relateUnits, wordingOf } from "../../../src-shared/wording/index.ts";
import type { Wording } from "../../../src-shared/wording/index.ts";
import { billedRecordsIn, papersBehind } from "./billed-records.ts";
import type { BatchContext, InvoiceContext, LineContext } from "./context.ts";
import { pushTo, remembered } from "./keyed-values.ts";
import { recordsOfAgreement } from "./stage-acceptance.ts";
import { dayInAgreedZone } from "./event-zones.ts";

/**
 * A record of work that may be that of a line although no words say so; `null` where there is none.
 *
 * It stands on a paper that proves lines of the same invoice, no line of any invoice takes it, and it counts
 * what the line may count: "20 × 16, stainless: 24" under a job beside a line of 26 filters. Whether it is the line's,
 * only a person knows; that pieces need no record, it forbids to say.
 */
export function unclaimedRecordFor({ owner }: LineContext, unit: Unit | null): Delivery | null {
  const unclaimed = owner.batch.once("unclaimed-records", findUnclaimed).get(owner.invoice.id) ?? [];
  return unclaimed.find((delivery) => mayCount(delivery, unit)) ?? null;
}

/**
 * A record of nobody else that no line takes, of the days of an invoice, and of what a line counts by its measure: 25 kg
 * that a log counts under another name than the bill. `null` where there is none, or the files are of several agreements.
 */
export function strayRecordFor({ owner }: LineContext, unit: Unit | null): Delivery | null {
  const { batch, invoice } = owner;
  if (unit === null || isCountUnit(unit) || !batch.once("lone-agreement", isOfOneAgreement)) return null;
  const known = batch.once("stray-by-unit", () => new Map<string, Delivery | null>());
  return remembered(known, `${invoice.id}|${unit}`, () => findStrayOf(owner, unit));
}

function findStrayOf(owner: InvoiceContext, unit: Unit): Delivery | null {
  const { batch, interval, invoice } = owner;
  const issued = valueOf(invoice.issueDate);
  const stray = batch
    .once("stray-records", findStray)
    .filter((delivery) => mayCount(delivery, unit))
    .filter(({ date }) =>
      date === null
        ? true
        : interval === null
          ? issued !== null && date <= issued && date > addDays(issued, -usualDays)
          : date >= interval.start && date < interval.end,
    );
  return recordsOfAgreement(owner, stray)[0] ?? null;
}

const usualDays = 45;

const isOfOneAgreement = ({ invoices }: BatchContext): boolean =>
  new Set(invoices.map(({ match }) => match.agreementId)).size === 1;

const findStray = (batch: BatchContext): readonly Delivery[] => {
  const claimed = billedRecordsIn(batch);
  return batch.input.deliveries.filter(
    ({ id, approved, billable }) => !claimed.has(id) && approved !== false && billable !== false,
  );
};

/**
 * Whether records that count things prove lines of the invoice: then a line of several things that none of them proves
 * has its count on a paper that was not understood, or on none. A lone thing, like a way there, nobody writes down.
 */
export const hasCountedLines = (context: InvoiceContext): boolean =>
  context.batch.once("invoices-with-counted-lines", findCounted).has(context);

const findCounted = ({ invoices, deliveries }: BatchContext): ReadonlySet<InvoiceContext> =>
  new Set(
    invoices.filter(({ lines }) =>
      lines.some(({ match }) =>
        match.deliveries.some(({ deliveryId }) => {
          const delivery = deliveries.get(deliveryId);
          return delivery !== undefined && delivery.quantity !== null && countsThings.has(delivery.kind);
        }),
      ),
    ),
  );

const countsThings: ReadonlySet<Delivery["kind"]> = new Set(["goods", "usage", "work"]);

/**
 * Approved records of things that stand on papers which prove lines of an invoice, that are called what a price of its
 * agreement is called, and that no line of any invoice bills: a slip of 535 sheets and 70 coats is not billed by its
 * sheets alone.
 */
export const thingsBeside = (context: InvoiceContext): readonly Delivery[] =>
  unbilledBeside(context).flatMap(({ delivery, isPriced }) =>
    (delivery.kind === "goods" || delivery.kind === "work") && isPriced ? [delivery] : [],
  );

/**
 * Approved hours on such papers that none of its prices is called by, where time is priced and no fee covers it: those of
 * a role that was perhaps added in a mail.
 */
export function hoursBeside(context: InvoiceContext): readonly Delivery[] {
  const terms = context.governing.map(({ term }) => term);
  const isTimePriced = terms.some((term) => term.type === "rate" && isTimeUnit(term.value.unit));
  if (!isTimePriced || terms.some(({ type }) => coveringTime.has(type))) return [];
  return unbilledBeside(context).flatMap(({ delivery, isPriced }) =>
    delivery.kind === "time" && !isPriced ? [delivery] : [],
  );
}

/** Terms that pay for time without a line for it. */
const coveringTime: ReadonlySet<Term["type"]> = new Set(["included", "overage", "fixed-fee", "minimum"]);

interface Unbilled {
  readonly delivery: Delivery;
  /** Whether a price of the agreement is called as the record is. */
  readonly isPriced: boolean;
}

function unbilledBeside({ batch, invoice, governing, match, interval }: InvoiceContext): readonly Unbilled[] {
  const unclaimed = batch.once("unclaimed-records", findUnclaimed).get(invoice.id) ?? [];
  if (unclaimed.length === 0) return [];
  const items = governing.flatMap(({ term }) =>
    term.type === "rate" && term.absent !== true
      ? [{ unit: term.value.unit, words: wordingOf(term.value.item) }]
      : [],
  );
  // What the agreed clock puts into other days is of another invoice.
  const isOfOtherDays = (delivery: Delivery): boolean => {
    const day = dayInAgreedZone(delivery, match.agreementId, batch);
    return day !== null && interval !== null && (day < interval.start || day >= interval.end);
  };
  return unclaimed.flatMap((delivery) => {
    const { quantity, unit, item, approved, billable } = delivery;
    if (item === null || quantity === null || approved === false || billable === false) return [];
    if (isOfOtherDays(delivery)) return [];
    const words = wordingOf(item);
    const isPriced = items.some(
      (price) => relateUnits(unit ?? "each", price.unit) !== "different" && isCalled(words, price.words),
    );
    return [{ delivery, isPriced }];
  });
}

const isCalled = (record: Wording, price: Wording): boolean =>
  record.content.length > 0 &&
  price.content.length > 0 &&
  (record.content.every((word) => price.all.has(word)) ||
    price.content.every((word) => record.all.has(word)));

/** Hours, receipts and signatures count no pieces. */
const mayCount = ({ kind, quantity, unit }: Delivery, billed: Unit | null): boolean =>
  quantity !== null &&
  kind !== "time" &&
  kind !== "expense" &&
  kind !== "acceptance" &&
  (unit === null || ["same", "countable"].includes(relateUnits(unit, billed ?? "each")));

/** By invoice, what no line takes of the papers that prove its lines; once for a batch. */
function findUnclaimed(batch: BatchContext): ReadonlyMap<InvoiceId, readonly Delivery[]> {
  const byPaper = unclaimedByPaper(batch);
  return new Map(
    batch.invoices.map((context) => [
      context.invoice.id,
      [...papersBehind(context)].flatMap((paper) => byPaper.get(paper) ?? []),
    ]),
  );
}

function unclaimedByPaper(batch: BatchContext): ReadonlyMap<DocumentId, readonly Delivery[]> {
  const claimed = billedRecordsIn(batch);
  const papers = new Map<DocumentId, Delivery[]>();
  for (const delivery of batch.input.deliveries) {
    if (claimed.has(delivery.id)) continue;
    pushTo(papers, delivery.documentId, delivery);
  }
  return papers;
}
