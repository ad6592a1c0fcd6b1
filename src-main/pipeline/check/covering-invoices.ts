import { dayOfRecord } from "./record-day.ts";
import type { AgreementId, Delivery, DocumentId } from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { addMonths, startOfMonth } from "../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import { papersBehind } from "./billed-records.ts";
import type { BatchContext, InvoiceContext, LineContext } from "./context.ts";
import { pushTo, remembered } from "./keyed-values.ts";

/** Invoices that bill the day of a record, and what they bill together. */
interface Cover {
  readonly invoices: readonly InvoiceContext[];
  readonly termIds: ReadonlySet<string>;
  /** Those of lines without a count: of these nobody can tell which records they are for. */
  readonly uncountedIds: ReadonlySet<string>;
  /** A line of theirs is bound to nothing: it may be for the record. */
  readonly isOpen: boolean;
}

/** Invoices of one agreement, by the days and the papers that they bill; credit notes and pro formas are none of them. */
export interface FamilyInvoices {
  readonly last: InvoiceContext | undefined;
  /** Those for the day of a dated record; of invoices without days, those that bill others of its paper. */
  readonly covering: (record: Delivery) => readonly Cover[];
}

const none: FamilyInvoices = { last: undefined, covering: () => [] };

/** The invoices of an agreement; found once for a batch, so that many records cost no more than there are days. */
export const invoicesOfFamily = (familyId: AgreementId, batch: BatchContext): FamilyInvoices =>
  batch.once("invoices-by-family", indexFamilies).get(familyId) ?? none;

function indexFamilies(batch: BatchContext): ReadonlyMap<AgreementId, FamilyInvoices> {
  const byFamily = new Map<AgreementId, InvoiceContext[]>();
  for (const context of batch.invoices) {
    const { match, isCredit, invoice } = context;
    if (match.agreementId === null || isCredit || invoice.kind === "proforma") continue;
    pushTo(byFamily, match.agreementId, context);
  }
  return new Map([...byFamily].map(([id, invoices]) => [id, indexInvoices(invoices)]));
}

function indexInvoices(invoices: readonly InvoiceContext[]): FamilyInvoices {
  const byMonth = new Map<LocalDate, InvoiceContext[]>();
  const byPaper = new Map<DocumentId, InvoiceContext[]>();
  for (const context of invoices) {
    const { interval } = context;
    if (interval === null) for (const paper of papersBehind(context)) pushTo(byPaper, paper, context);
    else
      for (let month = startOfMonth(interval.start); month < interval.end; month = addMonths(month, 1))
        pushTo(byMonth, month, context);
  }
  const byDay = new Map<LocalDate, Cover>();
  const ofPaper = new Map<DocumentId, Cover>();
  const onDay = (date: LocalDate): Cover =>
    remembered(byDay, date, () =>
      toCover(
        (byMonth.get(startOfMonth(date)) ?? []).filter(
          ({ interval }) => interval !== null && interval.start <= date && date < interval.end,
        ),
      ),
    );
  return {
    last: invoices.at(-1),
    covering: (record) => {
      const [date, { documentId }] = [dayOfRecord(record), record];
      return [
        ...(date === null ? [] : [onDay(date)]),
        remembered(ofPaper, documentId, () => toCover(byPaper.get(documentId) ?? [])),
      ].filter(({ invoices: found }) => found.length > 0);
    },
  };
}

function toCover(invoices: readonly InvoiceContext[]): Cover {
  const lines = invoices.flatMap((invoice) => invoice.lines);
  const uncounted = lines.filter(({ line }) => valueOf(line.quantity) === null);
  return {
    invoices,
    termIds: termIdsOf(lines.filter((line) => !isOfNamedPapers(line))),
    uncountedIds: termIdsOf(uncounted),
    isOpen: lines.some(({ match }) => match.state === "unbound"),
  };
}

/** "WO 10442 Labor": a line that names its papers bills no others at its price. */
const isOfNamedPapers = ({ match: { deliveries } }: LineContext): boolean =>
  deliveries.length > 0 && deliveries.every(({ reasons }) => reasons.includes("source-id"));

const termIdsOf = (lines: readonly LineContext[]): ReadonlySet<string> =>
  new Set(lines.flatMap(({ terms }) => terms.map(({ term }) => term.id)));
