import { valueOf } from "../../../src-shared/model/index.ts";
import type {
  Invoice,
  InvoiceId,
  OpenItem,
  Payment,
  PaymentId,
  PayoutArrival,
  Policy,
  SettlementRecord,
  Statement,
} from "../../../src-shared/model/index.ts";
import {
  add,
  decimalText,
  decimalToText,
  isZero,
  negate,
  subtract,
  zero,
} from "../../../src-shared/money/index.ts";
import type { Decimal } from "../../../src-shared/money/index.ts";
import { addDays, daysBetween, localDate } from "../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import { compareNames } from "../../../src-shared/wording/index.ts";
import { foldMoney } from "../../pipeline/decide/index.ts";
import type { MoneyFold, PaidCase } from "../../pipeline/decide/index.ts";
import { dayOf, matchPayouts } from "../../pipeline/match/index.ts";
import type { OpenWorkspace } from "../open-workspace.ts";

/** The books of what is owed to us, computed from invoices, statements and decisions. */
export interface Receivables {
  readonly money: MoneyFold;
  readonly statements: readonly Statement[];
  readonly paymentsById: ReadonlyMap<PaymentId, Payment>;
  /** The same movement in a second file; it counts once. */
  readonly repeated: ReadonlySet<PaymentId>;
  /** Payouts of payment services, and where they arrived. */
  readonly payouts: readonly PayoutArrival[];
  readonly payoutPayments: ReadonlySet<PaymentId>;
  /** Every sale, paid or not. */
  readonly items: readonly OpenItem[];
  readonly itemsById: ReadonlyMap<string, OpenItem>;
  /** The last payment of each item that has any; the item may still be open in part. */
  readonly lastPayments: ReadonlyMap<InvoiceId, LastPayment>;
  readonly history: readonly PaidCase[];
  readonly customerByAccount: ReadonlyMap<string, string>;
}

/** When the bank booked the money, and when it was matched here. */
export interface LastPayment {
  readonly paidOn: LocalDate;
  readonly matchedOn: LocalDate;
}

export function computeReceivables(workspace: OpenWorkspace): Receivables {
  const { documents, invoicesById } = workspace.review();
  const money = foldMoney(workspace.events(), workspace.fold());
  const statements = documents.flatMap(({ normalized }) => normalized?.statements ?? []);
  const payments = statements.flatMap((statement) => statement.payments);
  const paymentsById = new Map(payments.map((payment) => [payment.id, payment]));
  const settled = settledAmounts(money.settled);
  const items = [...invoicesById.values()].flatMap((invoice) => itemOf(invoice, workspace.policy(), settled));
  const itemsById = new Map(items.map((item) => [item.invoiceId as string, item]));
  const lastPayments = lastPaymentsOf(money, paymentsById);
  const repeated = findRepeated(statements);
  const payouts = matchPayouts(statements, repeated, (id) => money.settled.has(id) || money.setAside.has(id));
  return {
    money,
    statements,
    paymentsById,
    repeated,
    payouts,
    payoutPayments: new Set(payouts.flatMap(({ paymentId }) => paymentId ?? [])),
    items,
    itemsById,
    lastPayments,
    history: historyOf(items, lastPayments, workspace.asOf()),
    customerByAccount: accountsOf(money, paymentsById, itemsById),
  };
}

const settledAmounts = (
  records: ReadonlyMap<PaymentId, SettlementRecord>,
): ReadonlyMap<InvoiceId, Decimal> => {
  const amounts = new Map<InvoiceId, Decimal>();
  for (const { allocations } of records.values())
    for (const { invoiceId, amount } of allocations)
      amounts.set(invoiceId, add(amounts.get(invoiceId) ?? zero, amount));
  return amounts;
};

const isOwn = (name: string | undefined, policy: Policy): boolean =>
  name !== undefined && policy.ownCompany.names.some((own) => compareNames(own, name) === "same");

/** A sale of ours as an item; a bill to us, a pro-forma or an invoice without number, total or customer is none. */
function itemOf(
  invoice: Invoice,
  policy: Policy,
  settled: ReadonlyMap<InvoiceId, Decimal>,
): readonly OpenItem[] {
  const number = valueOf(invoice.number);
  const currency = valueOf(invoice.currency);
  const issueDate = valueOf(invoice.issueDate);
  const printed = valueOf(invoice.payable) ?? valueOf(invoice.gross);
  if (
    number === null ||
    currency === null ||
    issueDate === null ||
    printed === null ||
    invoice.buyer === null
  )
    return [];
  if (invoice.kind === "proforma" || isOwn(invoice.buyer.name, policy)) return [];
  const isCredit = invoice.kind === "credit-note";
  const amount = isCredit ? decimalToText(negate(printed)) : printed;
  return [
    {
      invoiceId: invoice.id,
      number,
      kind: isCredit ? "credit-note" : "invoice",
      customer: invoice.buyer.name,
      currency,
      issueDate,
      dueDate: valueOf(invoice.dueDate) ?? dueByTerms(valueOf(invoice.paymentTerms), issueDate),
      amount,
      open: decimalToText(subtract(amount, settled.get(invoice.id) ?? zero)),
      earlyDiscount: earlyDiscountOf(valueOf(invoice.paymentTerms), issueDate),
    },
  ];
}

/** "2/10 net 30", "2 % Skonto innerhalb 10 Tagen", "3% discount if paid within 14 days". */
const discountTerms =
  /(\d+(?:[.,]\d+)?)\s*(?:%[^.;\d]{0,40}?(?:within|innerhalb|binnen|sous|in|bis)\D{0,12}|\/\s*)(\d{1,3})\b/iu;

export function earlyDiscountOf(terms: string | null, issued: LocalDate): OpenItem["earlyDiscount"] {
  const [, percent, days] = discountTerms.exec(terms ?? "") ?? [];
  return percent === undefined || days === undefined
    ? null
    : { percent: decimalText(percent.replace(",", ".")), until: addDays(issued, Number(days)) };
}

/** "Net 30", "30 days", "zahlbar innerhalb von 14 Tagen"; month-end terms have two readings and give none. */
function dueByTerms(terms: string | null, issued: LocalDate): LocalDate | null {
  const text = terms ?? "";
  if (/end of|eom|monatsende|fin de mois|fine mese|einde maand/i.test(text)) return null;
  if (/(?:up)?on receipt|sofort|a reception/i.test(text)) return issued;
  const match =
    /\bnet\s*(\d{1,3})\b|(?<![\d./,])(\d{1,3})\s*(?:days|tage|jours|dagen|giorni|d[ií]as|dias)/iu.exec(
      text.replace(discountTerms, ""),
    );
  const days = match?.[1] ?? match?.[2];
  return days === undefined ? null : addDays(issued, Number(days));
}

/** Movements that stand in more than one file: the same id of the same account, or the same day, amount and words. */
function findRepeated(statements: readonly Statement[]): ReadonlySet<PaymentId> {
  const owners = new Map<string, Statement>();
  const repeated = new Set<PaymentId>();
  for (const statement of statements) {
    const account = valueOf(statement.account) ?? valueOf(statement.institution) ?? "";
    const counted = new Map<string, number>();
    for (const payment of statement.payments) {
      const words = [
        account,
        dayOf(payment) ?? "",
        valueOf(payment.amount) ?? "",
        valueOf(payment.currency) ?? valueOf(statement.currency) ?? "",
        valueOf(payment.counterparty) ?? "",
        valueOf(payment.remittance) ?? "",
      ].join("|");
      // The same words twice in one statement are two movements.
      const times = (counted.get(words) ?? 0) + 1;
      counted.set(words, times);
      const keys = [
        `${words}#${times}`,
        ...(payment.sourceId === null ? [] : [`${account}|id|${payment.sourceId}`]),
      ];
      if (keys.some((key) => (owners.get(key) ?? statement) !== statement)) repeated.add(payment.id);
      else for (const key of keys) owners.set(key, statement);
    }
  }
  return repeated;
}

function lastPaymentsOf(
  money: MoneyFold,
  paymentsById: ReadonlyMap<PaymentId, Payment>,
): ReadonlyMap<InvoiceId, LastPayment> {
  const last = new Map<InvoiceId, LastPayment>();
  for (const { paymentId, allocations, at } of money.settled.values()) {
    const payment = paymentsById.get(paymentId);
    const paidOn =
      payment === undefined ? null : (valueOf(payment.bookingDate) ?? valueOf(payment.valueDate));
    if (paidOn === null) continue;
    const matchedOn = localDate(at.slice(0, 10));
    for (const { invoiceId } of allocations) {
      const before = last.get(invoiceId);
      if (before === undefined || before.paidOn < paidOn) last.set(invoiceId, { paidOn, matchedOn });
    }
  }
  return last;
}

/** When each item was paid in full, or how late it is. */
function historyOf(
  items: readonly OpenItem[],
  lastPayments: ReadonlyMap<InvoiceId, LastPayment>,
  asOf: LocalDate,
): readonly PaidCase[] {
  return items.flatMap((item): readonly PaidCase[] => {
    if (item.dueDate === null || item.kind === "credit-note") return [];
    const paid = isZero(item.open) ? lastPayments.get(item.invoiceId)?.paidOn : undefined;
    const end = paid ?? asOf;
    const late = daysBetween(item.dueDate, end);
    if (paid === undefined && late <= 0) return [];
    return [
      {
        invoiceId: item.invoiceId,
        customer: item.customer,
        daysLate: late,
        isPaid: paid !== undefined,
        on: end,
      },
    ];
  });
}

/** Customers by the accounts that settled payments came from; an account of two customers says nothing. */
function accountsOf(
  money: MoneyFold,
  paymentsById: ReadonlyMap<PaymentId, Payment>,
  itemsById: ReadonlyMap<string, OpenItem>,
): ReadonlyMap<string, string> {
  const owners = new Map<string, Set<string>>();
  for (const { paymentId, allocations } of money.settled.values()) {
    const account = valueOf(paymentsById.get(paymentId)?.counterpartyAccount ?? null);
    if (account === null) continue;
    const customers = owners.get(account) ?? new Set();
    for (const { invoiceId } of allocations) {
      const customer = itemsById.get(invoiceId)?.customer;
      if (customer !== undefined) customers.add(customer);
    }
    owners.set(account, customers);
  }
  return new Map(
    [...owners].flatMap(([account, customers]) => {
      const [only] = customers;
      return customers.size === 1 && only !== undefined ? [[account, only] as const] : [];
    }),
  );
}
