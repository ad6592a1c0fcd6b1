import { plusDays, plusMonths, product } from "../cents.ts";
import { between, buyers, longDate, lastDay, pick, sellers } from "../words.ts";
import type { Random } from "../words.ts";
import type { World, WorldAgreement, WorldClause, WorldInvoice, WorldLine } from "../world.ts";

export interface Frame {
  readonly seller: string;
  readonly buyer: string;
  readonly number: string;
  readonly taxPercent: string;
  readonly netDays: number;
  /** First day of the month that the last invoice bills. */
  readonly month: string;
  readonly account: string;
}

export function frameOf(random: Random): Frame {
  return {
    seller: pick(random, sellers),
    buyer: pick(random, buyers),
    number: `${pick(random, ["MSA", "AGR", "SA"])}-2026-${between(random, 100, 899)}`,
    taxPercent: pick(random, ["8.25", "20", "19", "7.5"]),
    netDays: pick(random, [14, 30, 45]),
    month: plusMonths("2026-05-01", between(random, 0, 3)),
    account: pick(random, ["DE89370400440532013000", "GB33BUKB20201555555555", "NL91ABNA0417164300"]),
  };
}

/** Clauses that every agreement has: how long, when to pay, tax on top. */
export function commonClauses(random: Random, { netDays, taxPercent }: Frame): WorldClause[] {
  return [
    {
      term: { type: "payment-terms", value: { days: netDays, from: "invoice-date" } },
      text: pick(random, [
        `Invoices are due ${netDays} days from the invoice date.`,
        `Client shall pay each invoice within ${netDays} days of its date.`,
        `Payment terms are net ${netDays} days from the date of invoice.`,
      ]),
    },
    {
      term: { type: "tax", value: { category: null, rate: taxPercent, name: "sales tax" } },
      text: pick(random, [
        `All prices exclude sales tax, which is added at ${taxPercent} %.`,
        `Sales tax of ${taxPercent} % is added to all amounts.`,
      ]),
    },
  ];
}

export function agreementOf(
  frame: Frame,
  title: string,
  clauses: WorldClause[],
  more: Partial<WorldAgreement> = {},
): WorldAgreement {
  return {
    number: frame.number,
    title,
    rank: "master-agreement",
    from: "2026-01-01",
    to: "2027-01-01",
    dated: "2025-12-15",
    buyer: frame.buyer,
    timeZone: null,
    clauses,
    isSigned: true,
    ...more,
  };
}

export const durationClause = (from: string, to: string): WorldClause => ({
  term: { type: "duration", value: { from, to } },
  text: `This Agreement runs from ${longDate(from)} through ${lastDay(to)}.`,
});

/** An invoice over a month, issued on the first of the next one. */
export function monthlyInvoice(
  frame: Frame,
  month: string,
  position: number,
  lines: WorldLine[],
): WorldInvoice {
  const end = plusMonths(month, 1);
  return invoiceOf(frame, end, position, lines, { periodStart: month, periodEnd: end });
}

export function invoiceOf(
  frame: Frame,
  issueDate: string,
  position: number,
  lines: WorldLine[],
  more: Partial<WorldInvoice> = {},
): WorldInvoice {
  return {
    number: `${frame.number.slice(-3)}-${1000 + position * 7}`,
    kind: "invoice",
    issueDate,
    dueDate: plusDays(issueDate, frame.netDays),
    periodStart: null,
    periodEnd: null,
    lines,
    taxPercent: frame.taxPercent,
    discount: 0n,
    retention: 0n,
    prepaid: 0n,
    bankAccount: frame.account,
    orderReference: null,
    agreementReference: frame.number,
    precedingInvoice: null,
    buyer: frame.buyer,
    currency: "USD",
    notes: [],
    off: {},
    ...more,
  };
}

export const timedLine = (description: string, quantity: string, unitPrice: string): WorldLine => ({
  description,
  quantity,
  unit: "hour",
  unitPrice,
  net: product(quantity, unitPrice),
});

export const worldOf = (
  name: string,
  frame: Frame,
  parts: Pick<World, "agreements" | "records" | "invoices">,
): World => ({
  name,
  seller: frame.seller,
  buyer: frame.buyer,
  asOf: plusDays(plusMonths(frame.month, 1), 20),
  ...parts,
});
