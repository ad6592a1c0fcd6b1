import type { CheckedBatch, Invoice } from "../../../src-shared/model/index.ts";
import { checkInvoices } from "../../../src-main/pipeline/check/index.ts";
import { buildCase } from "../../builders/billing-case.ts";
import type { CaseSpec } from "../../builders/billing-case.ts";
import { percentOf, shownHundredths } from "./cents.ts";
import type { World, WorldInvoice, WorldLine } from "./world.ts";

export interface Totals {
  readonly lines: bigint;
  readonly net: bigint;
  readonly tax: bigint;
  readonly gross: bigint;
  readonly payable: bigint;
}

/** What the invoice prints below its lines, with what a seed has put off. */
export function totalsOf({ lines, discount, taxPercent, retention, prepaid, off }: WorldInvoice): Totals {
  const sum = lines.reduce((total, { net }) => total + net, 0n) + (off.subtotal ?? 0n);
  const net = sum - discount;
  const tax = (taxPercent === null ? 0n : percentOf(net, taxPercent)) + (off.tax ?? 0n);
  const gross = net + tax + (off.total ?? 0n);
  return { lines: sum, net, tax, gross, payable: gross - retention - prepaid };
}

/** The world as the nouns that reading would make of it without a mistake. */
export function toCase(world: World): CaseSpec {
  const roots = world.agreements.filter(({ rank }) => rank === "master-agreement");
  return {
    asOf: world.asOf,
    agreements: world.agreements.map(
      ({ number, title, rank, from, to, dated, buyer, timeZone, clauses, isSigned }) => ({
        number,
        title,
        rank,
        from,
        to,
        dated,
        signedOn: isSigned ? dated : null,
        standing: isSigned ? "in-force" : "unsigned",
        timeZone,
        seller: world.seller,
        buyer,
        references:
          rank === "master-agreement"
            ? []
            : [{ number: roots[0]?.number ?? null, relation: "amends" as const }],
        terms: clauses.map(({ term }) => term),
      }),
    ) as unknown as NonNullable<CaseSpec["agreements"]>,
    deliveries: world.records.map((record) => ({
      kind: record.kind,
      sourceId: record.id ?? null,
      date: record.date,
      instant: record.instant ?? null,
      person: record.person ?? null,
      role: record.role ?? null,
      item: record.item ?? null,
      quantity: record.quantity ?? null,
      unit: record.unit ?? null,
      amount: (record.amount ?? null) as never,
      approved: record.approved,
      approvedBy: record.by ?? null,
      customer: record.customer ?? world.buyer,
      documentId: `doc-${record.kind}` as never,
    })),
    invoices: world.invoices.map((invoice) => ({ ...toInvoice(invoice), seller: world.seller })),
  };
}

function toInvoice(invoice: WorldInvoice): NonNullable<CaseSpec["invoices"]>[number] {
  const totals = totalsOf(invoice);
  const money = (cents: bigint): string => shownHundredths(cents);
  const optional = (cents: bigint): string | null => (cents === 0n ? null : money(cents));
  return {
    number: invoice.number,
    kind: invoice.kind,
    issueDate: invoice.issueDate,
    dueDate: invoice.dueDate,
    periodStart: invoice.periodStart,
    periodEnd: invoice.periodEnd,
    currency: invoice.currency,
    buyer: invoice.buyer,
    bankAccount: invoice.bankAccount,
    orderReference: invoice.orderReference,
    agreementReference: invoice.agreementReference,
    precedingInvoice: invoice.precedingInvoice,
    notes: invoice.notes,
    lines: invoice.lines.map((line) => ({ ...toLine(line), taxRate: invoice.taxPercent })),
    allowanceCharges:
      invoice.discount === 0n
        ? []
        : [{ amount: money(invoice.discount), reason: "Discount", kind: "allowance" }],
    allowances: optional(invoice.discount),
    taxes:
      invoice.taxPercent === null
        ? []
        : [
            {
              rate: invoice.taxPercent,
              base: money(totals.net),
              amount: money(totals.tax),
              name: "Sales tax",
            },
          ],
    subtotal: money(totals.lines),
    net: money(totals.net),
    tax: invoice.taxPercent === null ? null : money(totals.tax),
    gross: money(totals.gross),
    payable: money(totals.payable),
    retention: optional(invoice.retention),
    prepaid: optional(invoice.prepaid),
  };
}

const toLine = ({ net, ...line }: WorldLine): Record<string, unknown> => ({
  ...line,
  net: shownHundredths(net),
});

/** Checks a world on its nouns. */
export function checkWorld(world: World): {
  readonly checked: CheckedBatch;
  readonly invoices: readonly Invoice[];
} {
  const { input } = buildCase(toCase(world));
  return { checked: checkInvoices(input), invoices: input.invoices };
}
