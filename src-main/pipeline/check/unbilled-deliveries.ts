import { add, decimalToText, multiply, zero } from "../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../src-shared/money/index.ts";
import type { AgreementId, Delivery, MissingCharge } from "../../../src-shared/model/index.ts";
import { decidedSides, valueOf } from "../../../src-shared/model/index.ts";
import { computeAmount } from "../../../src-shared/pricing/index.ts";
import { addDays, addMonths, startOfMonth } from "../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import {
  normalizeReference,
  partyNameOf,
  relateUnits,
  selectGoverningTerms,
  wordingOf,
} from "../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import { raisedPrice } from "./agreed-price.ts";
import type { BatchContext, InvoiceContext } from "./context.ts";
import { invoicesOfFamily } from "./covering-invoices.ts";
import { findDocumentsWithApprovals } from "./proven-quantity.ts";
import { whyUnusable } from "./firmness.ts";
import { quoteWords, missed } from "./show.ts";
import { sentence } from "../../../src-shared/text/index.ts";
import { agreementWords } from "./agreement-words.ts";

/**
 * Approved records that no line bills, by agreement and month.
 *
 * Only months that the last invoice of the batch could have billed, and only of agreements that price by quantity. In
 * the days of an invoice that is there, only what is priced by a term that none of its lines bills: of others, their
 * quantity is judged.
 */
export function findUnbilledDeliveries(batch: BatchContext): readonly MissingCharge[] {
  const last = batch.invoices.reduce<string>((latest, { invoice }) => {
    const issued = valueOf(invoice.issueDate);
    return issued !== null && issued > latest && issued <= batch.asOf ? issued : latest;
  }, "");
  if (last === "") return [];
  const groups = new Map<
    string,
    { readonly familyId: AgreementId; readonly month: string; readonly records: Delivery[] }
  >();
  for (const { delivery, familyId, date, isLeftOut } of batch.once("unclaimed-deliveries", findUnclaimed)) {
    const isOver = addMonths(startOfMonth(date), 1) <= last;
    if (!isOver && !isLeftOut) continue;
    const key = `${familyId}|${date.slice(0, 7)}`;
    const group = groups.get(key) ?? { familyId, month: date.slice(0, 7), records: [] };
    groups.set(key, group);
    group.records.push(delivery);
  }
  return [...groups.values()].flatMap(
    ({ familyId, month, records }) => toCharge(batch, familyId, month, records) ?? [],
  );
}

/** Whether an invoice leaves out something that was delivered in its own days and that a price is called by. */
export const leavesOut = (context: InvoiceContext): boolean =>
  context.batch.once("invoices-that-leave-out", findLeavingOut).has(context);

function findLeavingOut(batch: BatchContext): ReadonlySet<InvoiceContext> {
  const covers = new Set(
    batch
      .once("unclaimed-deliveries", findUnclaimed)
      .flatMap(({ delivery, familyId, isLeftOut }) =>
        isLeftOut ? invoicesOfFamily(familyId, batch).covering(delivery) : [],
      ),
  );
  return new Set([...covers].flatMap(({ invoices }) => invoices));
}

interface Unclaimed {
  readonly delivery: Delivery;
  readonly date: LocalDate;
  readonly familyId: AgreementId;
  readonly isLeftOut: boolean;
}

/** Dated records of agreements that no line takes; once for a batch. */
function findUnclaimed(batch: BatchContext): readonly Unclaimed[] {
  const shared = new Set(
    batch.invoices.flatMap(({ lines }) =>
      lines.flatMap(({ match }) => match.deliveries.map(({ deliveryId }) => deliveryId)),
    ),
  );
  const approvals = batch.once("documents-with-approvals", findDocumentsWithApprovals);
  const familyOf = createFamilyFinder(batch);
  return batch.input.deliveries.flatMap((delivery): readonly Unclaimed[] => {
    const { date } = delivery;
    if (shared.has(delivery.id) || !isBillable(delivery, approvals) || date === null) return [];
    const familyId = familyOf(delivery);
    return familyId === null
      ? []
      : [{ delivery, date, familyId, isLeftOut: isLeftOut(delivery, familyId, batch) }];
  });
}

const isBillable = (
  { kind, billable, approved, documentId }: Delivery,
  approvals: ReadonlySet<string>,
): boolean =>
  kind !== "acceptance" &&
  kind !== "expense" &&
  billable !== false &&
  approved !== false &&
  (approved === true || !approvals.has(documentId));

/** Whether the invoices for the day of a record bill nothing under the one price that the record names. */
function isLeftOut(record: Delivery, familyId: AgreementId, batch: BatchContext): boolean {
  const covers = invoicesOfFamily(familyId, batch).covering(record);
  if (covers.length === 0) return false;
  const rate = rateOf(record, usableRates(familyId, batch));
  return rate !== null && covers.every(({ termIds, isOpen }) => !isOpen && !termIds.has(rate.term.id));
}

function createFamilyFinder(batch: BatchContext): (delivery: Delivery) => AgreementId | null {
  const byPaper = familiesByPaper(batch);
  const byNumber = new Map<string, Set<AgreementId>>();
  const byName = new Map<string, Set<AgreementId>>();
  const put = (map: Map<string, Set<AgreementId>>, key: string, id: AgreementId): void => {
    const set = map.get(key);
    if (set === undefined) map.set(key, new Set([id]));
    else set.add(id);
  };
  for (const { id, memberIds } of batch.families.values()) {
    for (const memberId of memberIds) {
      const agreement = batch.agreements.get(memberId);
      if (agreement === undefined) continue;
      if (agreement.number !== null) put(byNumber, normalizeReference(agreement.number), id);
      const { buyer, parties } = decidedSides(agreement);
      for (const party of [buyer, ...parties])
        if (party !== null) put(byName, partyNameOf(party.name).core, id);
    }
  }
  const only = (set: ReadonlySet<AgreementId> | undefined): AgreementId | null =>
    set?.size === 1 ? ([...set][0] ?? null) : null;
  return ({ reference, project, customer, documentId }) =>
    only(reference === null ? undefined : byNumber.get(normalizeReference(reference))) ??
    only(project === null ? undefined : byNumber.get(normalizeReference(project))) ??
    only(customer === null ? undefined : byName.get(partyNameOf(customer).core)) ??
    only(byPaper.get(documentId));
}

/** Agreements whose invoices bill other records of the same paper. */
function familiesByPaper(batch: BatchContext): ReadonlyMap<string, ReadonlySet<AgreementId>> {
  const families = new Map<string, Set<AgreementId>>();
  for (const { lines, match } of batch.invoices) {
    if (match.agreementId === null) continue;
    for (const { deliveryId } of lines.flatMap((line) => line.match.deliveries)) {
      const paper = batch.deliveries.get(deliveryId)?.documentId;
      if (paper === undefined) continue;
      const known = families.get(paper);
      if (known === undefined) families.set(paper, new Set([match.agreementId]));
      else known.add(match.agreementId);
    }
  }
  return families;
}

function toCharge(
  batch: BatchContext,
  familyId: AgreementId,
  month: string,
  records: readonly Delivery[],
): MissingCharge | null {
  const agreement = batch.agreements.get(familyId);
  const family = batch.families.get(familyId);
  if (agreement === undefined || family === undefined) return null;
  const rates = usableRates(familyId, batch);
  const priced = records.filter((record) => rates.some((rate) => fits(rate, record)));
  const [first] = priced;
  if (first === undefined) return null;
  const owner = invoicesOfFamily(familyId, batch).last;
  let quantity: Decimal = zero;
  let impact: Decimal | null = zero;
  for (const record of priced) {
    if (record.quantity === null) impact = null;
    else quantity = add(quantity, record.quantity);
    const price = priceOf(record, rates, owner);
    impact =
      impact === null || price === null || record.quantity === null
        ? null
        : add(impact, multiply(record.quantity, price));
  }
  const currency = agreement.currency;
  const unit = first.unit ?? (first.kind === "time" ? "hour" : "unit");
  const who = [...new Set(priced.flatMap(({ person, item }) => person ?? item ?? []))];
  return {
    agreementId: familyId,
    check: "completeness.unbilled",
    period: month,
    ...missed(
      sentence("finding/unbilled", {
        quantity: decimalToText(quantity),
        unit,
        month,
        agreement: agreementWords(agreement),
        who: who.length === 1 ? sentence("words/note", { note: quoteWords(who[0] ?? "") }) : "",
      }),
    ),
    impact: impact === null || currency === null ? null : computeAmount("", impact, { currency }).value,
    currency,
    evidence: priced.slice(0, 12).flatMap(({ evidence }) => evidence),
  };
}

/** The prices of an agreement that may be reckoned with; selected once for each. */
const usableRates = (familyId: AgreementId, batch: BatchContext): readonly GoverningTerm[] => {
  const known = batch.once("usable-rates", () => new Map<AgreementId, readonly GoverningTerm[]>());
  const before = known.get(familyId);
  if (before !== undefined) return before;
  const rates = selectGoverningTerms(batch.families.get(familyId)?.memberIds ?? [], batch.terms).filter(
    (governing) =>
      (governing.term.type === "rate" ||
        governing.term.type === "tiers" ||
        governing.term.type === "overage") &&
      whyUnusable(governing) === null,
  );
  known.set(familyId, rates);
  return rates;
};

const fits = ({ term }: GoverningTerm, { unit, kind }: Delivery): boolean => {
  const agreed =
    term.type === "rate" || term.type === "tiers" || term.type === "overage" ? term.value.unit : null;
  const relation = relateUnits(unit ?? (kind === "time" ? "hour" : null), agreed);
  return relation === "same" || relation === "countable";
};

/** The one rate that a record's role or item names, or the only one there is for what it counts. */
function rateOf(record: Delivery, rates: readonly GoverningTerm[]): GoverningTerm | null {
  const fitting = rates.filter((rate) => fits(rate, record) && rate.term.type === "rate");
  const words = wordingOf(`${record.role ?? ""} ${record.item ?? ""}`);
  const named = fitting.filter(({ term }) => {
    if (term.type !== "rate") return false;
    const item = wordingOf(`${term.value.role ?? ""} ${term.value.item}`);
    return item.content.length > 0 && item.content.every((word) => words.all.has(word));
  });
  const [only] = named.length === 1 ? named : fitting.length === 1 ? fitting : [];
  return only ?? null;
}

/** Its price on the day of the record, with the increases until then. */
function priceOf(
  record: Delivery,
  rates: readonly GoverningTerm[],
  owner: InvoiceContext | undefined,
): DecimalText | null {
  const only = rateOf(record, rates);
  if (only?.term.type !== "rate" || only.term.value.priceBase !== undefined) return null;
  const { price } = only.term.value;
  const { date } = record;
  if (owner === undefined || date === null) return price;
  const interval = { start: date, end: addDays(date, 1), source: "line" as const };
  const raised = raisedPrice(price, only, { owner, interval });
  return raised.ok ? raised.price : null;
}
