import type {
  Delivery,
  DeliveryId,
  DocumentKind,
  Invoice,
  Payment,
  PaymentKind,
  ReadDocument,
  Statement,
} from "../../../../src-shared/model/index.ts";
import { type DecimalText } from "../../../../src-shared/money/index.ts";
import type { NormalizeContext } from "../context.ts";
import { blankPayment, blankStatement } from "../statements/blank-payment.ts";
import { parseClock } from "../values/unit.ts";
import {
  createIifValues,
  iifRecords,
  iifTransactions,
  type IifRecord,
  type IifTransaction,
} from "./iif-records.ts";
import { iifInvoice, isInvoiceType } from "./iif-invoice.ts";

/** Types whose head is a movement of money on a bank or undeposited-funds account. */
const paymentTypes: Readonly<Record<string, PaymentKind>> = {
  PAYMENT: "payment",
  CHECK: "payment",
  BILLPMT: "payment",
  "BILL PMT": "payment",
  DEPOSIT: "payment",
  TRANSFER: "transfer",
  "CREDIT CARD": "payment",
  "CCARD REFUND": "refund",
  EFT: "payment",
  "GENERAL JOURNAL": "adjustment",
};
/** Lists of things that were not billed, paid or posted. */
const plannedTypes: ReadonlySet<string> = new Set(["ESTIMATES", "ESTIMATE", "PURCHORD", "SALES ORDER"]);

const durationOf = (text: string): DecimalText | null =>
  parseClock(text.trim()) ??
  (/^\d{1,6}(?:\.\d{1,4})?$/u.test(text.trim()) ? (text.trim() as DecimalText) : null);

/** What an IIF file holds: invoices and bills, payments, and time. Other lists (customers, items, accounts) hold no noun. */
export interface IifNouns {
  readonly kind: DocumentKind;
  readonly invoices: readonly Invoice[];
  readonly statements: readonly Statement[];
  readonly deliveries: readonly Delivery[];
}

/** Reads the transactions and time records of an IIF file. */
export const readIifNouns = (document: ReadDocument, context: NormalizeContext): IifNouns => {
  const records = iifRecords(document);
  const values = createIifValues(document, "invoice", context.asOf);
  const history = createIifValues(document, "history", context.asOf);
  const typeOf = ({ head }: IifTransaction): string =>
    values.text(head, "TRNSTYPE")?.value?.toUpperCase() ?? "";
  const transactions = iifTransactions(records);
  const invoices = transactions
    .filter((transaction) => isInvoiceType(typeOf(transaction)))
    .map((transaction, index) => iifInvoice(transaction, document.documentId, index, values, context))
    .filter((invoice) => invoice !== null);
  const payments = transactions
    .filter((transaction) => !isInvoiceType(typeOf(transaction)) && !plannedTypes.has(typeOf(transaction)))
    .map((transaction, position): Payment => {
      const { head } = transaction;
      const amount = history.amount(head, "AMOUNT");
      return {
        ...blankPayment(document.documentId, 0, position, context.hash),
        sourceId: history.text(head, "TRNSID")?.value ?? null,
        // Exports hold types that no list names: what they post is a movement of unknown nature.
        kind: paymentTypes[typeOf(transaction)] ?? "adjustment",
        bookingDate: history.date(head, "DATE"),
        amount,
        counterparty: history.text(head, "NAME"),
        remittance: history.text(head, "MEMO"),
        references: [history.text(head, "DOCNUM")].filter((field) => field !== null),
        evidence: history.prove(head),
      };
    });
  const deliveries = records
    .filter(({ keyword }) => keyword === "TIMEACT")
    .map((record, index) => timeOf(record, index, document, context));
  const statements: readonly Statement[] =
    payments.length === 0
      ? []
      : [{ ...blankStatement(document.documentId, 0, context.hash), kind: "payment-list", payments }];
  return { kind: kindOf(invoices, payments, deliveries), invoices, statements, deliveries };
};

const kindOf = (
  invoices: readonly Invoice[],
  payments: readonly Payment[],
  deliveries: readonly Delivery[],
): DocumentKind => {
  if (invoices.length > 0)
    return invoices.every(({ kind }) => kind === "credit-note") ? "credit-note" : "invoice";
  if (payments.length > 0) return payments.every(({ kind }) => kind === "payment") ? "payment" : "statement";
  return deliveries.length > 0 ? "timesheet" : "unknown";
};

const timeOf = (
  record: IifRecord,
  index: number,
  document: ReadDocument,
  context: NormalizeContext,
): Delivery => {
  const values = createIifValues(document, "delivery", context.asOf);
  const said = (column: string): string | null => values.text(record, column)?.value ?? null;
  const [customer = null, ...jobs] = said("JOB")?.split(":") ?? [];
  const status = said("BILLINGSTATUS");
  return {
    id: `dlv-${context.hash(`${document.documentId}|time|${index}`).slice(0, 12)}` as DeliveryId,
    documentId: document.documentId,
    kind: "time",
    sourceId: null,
    date: values.date(record, "DATE")?.value ?? null,
    instant: null,
    periodStart: null,
    periodEnd: null,
    person: said("EMP"),
    role: null,
    item: [said("ITEM"), said("NOTE")].filter((part) => part !== null).join(" – ") || null,
    customer,
    project: jobs.length === 0 ? said("PROJ") : jobs.join(":"),
    quantity: durationOf(said("DURATION") ?? ""),
    unit: "hour",
    amount: null,
    currency: null,
    billable: status === null ? null : status === "1",
    approved: null,
    approvedBy: null,
    reference: null,
    basis: "structured",
    confidence: 0.98,
    evidence: values.prove(record),
  };
};
