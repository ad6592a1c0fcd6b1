import { add, compare, isEqual, isPositive, zero } from "../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../src-shared/money/index.ts";
import type { Agreement, AgreementId, Delivery, MissingCharge } from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { sentence } from "../../../src-shared/text/index.ts";
import {
  foldWording,
  namesChangeNumber,
  readsLikeExtraWork,
  wordingOf,
} from "../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import { agreementWords } from "./agreement-words.ts";
import type { BatchContext, InvoiceContext, LineContext } from "./context.ts";
import { mayBill } from "./days-billed.ts";
import { termsOfFamily } from "./family-terms.ts";
import { pushTo } from "./keyed-values.ts";
import { isCalledLast } from "./last-bill.ts";
import { netOfLine } from "./line-figures.ts";
import { namesChange, namesOtherChange } from "./named-changes.ts";
import { missed, show } from "./show.ts";
import { recordsOfAgreement } from "./stage-acceptance.ts";

/** A sum that a signed change adds to an agreement, and that no invoice bills although it is due. */
interface UnbilledChange {
  readonly familyId: AgreementId;
  readonly change: Agreement;
  readonly added: AddedSum;
  /** What says that the work is done; `null` where the agreement was billed to its end without the change. */
  readonly record: Delivery | null;
  /** The invoices that leave it out. */
  readonly invoices: readonly InvoiceContext[];
}

interface AddedSum {
  readonly governing: GoverningTerm;
  readonly item: string;
  readonly amount: DecimalText;
}

/** The change that an invoice leaves out. */
export const changeLeftOutBy = (context: InvoiceContext): UnbilledChange | null =>
  context.batch.once("changes-left-out", findLeftOut).get(context) ?? null;

const findLeftOut = (batch: BatchContext): ReadonlyMap<InvoiceContext, UnbilledChange> =>
  new Map(unbilledChanges(batch).flatMap((left) => left.invoices.map((context) => [context, left] as const)));

/** What changes add that is done on record and that nobody billed. */
export const chargesOfChanges = (batch: BatchContext): readonly MissingCharge[] =>
  unbilledChanges(batch).flatMap(({ familyId, change, added, record, invoices: [first] }) =>
    record === null || record.date === null || first === undefined
      ? []
      : [
          {
            agreementId: familyId,
            check: "completeness.unbilled",
            period: record.date.slice(0, 7),
            ...missed(
              sentence("finding/unbilled-change", {
                change: agreementWords(change),
                amount: show(added.amount, first),
                day: record.date,
              }),
            ),
            impact: added.amount,
            currency: first.currency,
            evidence: [...added.governing.term.evidence, ...record.evidence],
          },
        ],
  );

const unbilledChanges = (batch: BatchContext): readonly UnbilledChange[] =>
  batch.once("unbilled-changes", findUnbilledChanges);

/**
 * Sums of signed changes that are due and on no invoice: a record says that the work is done, or the last invoice or the
 * last of all stages is billed. Until then a change may wait for its own invoice.
 */
function findUnbilledChanges(batch: BatchContext): readonly UnbilledChange[] {
  const invoicesByFamily = new Map<AgreementId, InvoiceContext[]>();
  for (const context of batch.invoices)
    if (context.match.agreementId !== null) pushTo(invoicesByFamily, context.match.agreementId, context);
  return [...invoicesByFamily].flatMap(([familyId, invoices]) => {
    const changes = (batch.families.get(familyId)?.memberIds ?? [])
      .flatMap((id) => batch.agreements.get(id) ?? [])
      .filter(
        ({ id, rank, standing }) => id !== familyId && rank === "change-order" && standing === "in-force",
      );
    if (changes.length === 0) return [];
    const { all } = termsOfFamily(familyId, batch);
    // Progress against a schedule of values bills its changes within the schedule.
    if (all.some(({ term }) => term.type === "schedule-of-values")) return [];
    return changes.flatMap((change) => unbilledOf(change, { familyId, all, invoices }));
  });
}

interface Family {
  readonly familyId: AgreementId;
  readonly all: readonly GoverningTerm[];
  readonly invoices: readonly InvoiceContext[];
}

function unbilledOf(change: Agreement, { familyId, all, invoices }: Family): readonly UnbilledChange[] {
  const sums = sumsOf(change, all);
  if (sums.length === 0) return [];
  if (invoices.some(({ lines }) => lines.some((line) => mayBillChange(line, change, sums)))) return [];
  const agreed = change.signedOn ?? change.dated;
  const bills = invoices.filter(({ invoice, isCredit }) => {
    const issued = valueOf(invoice.issueDate);
    return (
      !isCredit && invoice.kind !== "proforma" && issued !== null && (agreed === null || agreed <= issued)
    );
  });
  return sums.flatMap((added): readonly UnbilledChange[] => {
    const found = bills.flatMap((context) => {
      const record = findDone(change, added, context);
      return record !== null || endsBilling(context, all, invoices) ? [{ context, record }] : [];
    });
    const record = found.find((one) => one.record !== null)?.record ?? null;
    return found.length === 0
      ? []
      : [{ familyId, change, added, record, invoices: found.map(({ context }) => context) }];
  });
}

/** The sums that a change adds; none where one of them is no less than all that was agreed before: it is a new total. */
function sumsOf(change: Agreement, all: readonly GoverningTerm[]): readonly AddedSum[] {
  const sums = all.flatMap((governing): readonly AddedSum[] => {
    const sum = governing.agreement.id === change.id ? onceOf(governing) : null;
    return sum !== null && isPositive(sum.amount) ? [{ governing, ...sum }] : [];
  });
  const before = all
    .filter(({ agreement }) => agreement.rank !== "change-order")
    .reduce<Decimal>((total, governing) => add(total, onceOf(governing)?.amount ?? zero), zero);
  const isTotal = isPositive(before) && sums.some(({ amount }) => compare(amount, before) >= 0);
  return isTotal ? [] : sums;
}

/** What is due once by a term: a sum or a stage. */
function onceOf({ term }: GoverningTerm): { readonly item: string; readonly amount: DecimalText } | null {
  if (term.absent === true) return null;
  if (term.type === "milestone")
    return term.value.amount === undefined ? null : { item: term.value.name, amount: term.value.amount };
  if (term.type !== "fixed-fee" || term.value.per !== "once") return null;
  return { item: term.value.item, amount: term.value.amount };
}

/** Whether a line bills a change, or may do so: by its price, its number, its sum, or as some extra or other. */
function mayBillChange(line: LineContext, change: Agreement, sums: readonly AddedSum[]): boolean {
  const net = netOfLine(line);
  return (
    line.terms.some(({ agreement }) => agreement.id === change.id) ||
    (change.number !== null && namesChange(line, change.number)) ||
    (net !== null && sums.some(({ amount }) => isEqual(amount, net))) ||
    (readsLikeExtraWork(`${line.line.description} ${line.line.group ?? ""}`) &&
      !namesOtherChange(line, [change]))
  );
}

/** What says that the work of a change is done, of the days that an invoice bills. */
function findDone(change: Agreement, { item: wanted }: AddedSum, context: InvoiceContext): Delivery | null {
  const done = context.batch.once("done-on-record", findDoneOnRecord);
  const { content } = wordingOf(wanted);
  const { number } = change;
  const found = recordsOfAgreement(context, done).find(({ item, reference, evidence, date }) => {
    if (date === null || !mayBill(date, context.interval, context)) return false;
    const { all } = wordingOf(item ?? "");
    if (content.length > 1 && content.every((word) => all.has(word))) return true;
    return [item, reference, ...evidence.map(({ quote }) => quote)].some(
      (text) =>
        text !== null &&
        number !== null &&
        namesChangeNumber(text, number) &&
        !leavesOpen.test(foldWording(text)),
    );
  });
  return found ?? null;
}

const findDoneOnRecord = ({ input }: BatchContext): readonly Delivery[] =>
  input.deliveries.filter(
    ({ kind, approved }) =>
      (kind === "acceptance" && approved === true) || (kind === "work" && approved !== false),
  );

/** Words by which a yes leaves something out: "all but change order 1", "change order 1 is still outstanding". */
const leavesOpen =
  /\b(?:not|but|except|without|excluding|apart|other than|still|outstanding|open|pending|remains?|later|nicht|noch|ohne|ausser|ausgenommen|offen|spater|sauf|hors|sans|pas|reste|encore|excepto|salvo|sin|pendiente|aun|tranne|senza|non|ancora|behalve|zonder|niet|nog|exceto|sem|nao|ainda)\b/;

/** Whether an invoice is called the last, or bills the last of all stages of its agreement. */
function endsBilling(
  context: InvoiceContext,
  all: readonly GoverningTerm[],
  invoices: readonly InvoiceContext[],
): boolean {
  if (isCalledLast(context)) return true;
  const stages = all.filter(
    ({ term, agreement }) => term.type === "milestone" && agreement.rank !== "change-order",
  );
  const until = invoices.filter(({ position }) => position <= context.position);
  const isBilledBy = (bills: readonly InvoiceContext[], { term: stage }: GoverningTerm): boolean =>
    bills.some(({ lines }) => lines.some(({ terms }) => terms.some(({ term }) => term.id === stage.id)));
  return (
    stages.length > 1 &&
    stages.some((stage) => isBilledBy([context], stage)) &&
    stages.every((stage) => isBilledBy(until, stage))
  );
}
