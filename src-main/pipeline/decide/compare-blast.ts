import { valueOf } from "../../../src-shared/model/index.ts";
import type {
  AffectedInvoice,
  BlastRadius,
  CaseState,
  CheckedInvoice,
  CheckId,
  DirectedMoney,
  Invoice,
  TermId,
} from "../../../src-shared/model/index.ts";
import { add, decimalToText, formatAmount, isCurrencyCode, zero } from "../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../src-shared/money/index.ts";

/** An invoice as it is judged now and as it would be. */
export interface BlastSide {
  readonly invoice: Invoice;
  readonly before: CheckedInvoice;
  readonly after: CheckedInvoice;
  readonly state: CaseState;
}

/** What a change of a term does: the invoices whose findings or route differ, and the money by direction. */
export function compareBlast(termId: TermId, compared: number, sides: readonly BlastSide[]): BlastRadius {
  const invoices = sides.flatMap((side) => affectedBy(side) ?? []);
  return { termId, compared, invoices, totals: totalsOf(invoices) };
}

function affectedBy({ invoice, before, after, state }: BlastSide): AffectedInvoice | null {
  const [own, would] = [byTerms(before), byTerms(after)];
  const [known, fresh] = [new Set(own.map(fingerprint)), new Set(would.map(fingerprint))];
  const resolved = own.filter((finding) => !fresh.has(fingerprint(finding)));
  const raised = would.filter((finding) => !known.has(fingerprint(finding)));
  if (resolved.length === 0 && raised.length === 0 && before.route === after.route) return null;
  const currency = valueOf(invoice.currency);
  return {
    invoiceId: invoice.id,
    number: valueOf(invoice.number),
    issueDate: valueOf(invoice.issueDate),
    currency,
    before: { ...moneyOf(before, currency), route: before.route },
    after: { ...moneyOf(after, currency), route: after.route },
    resolved: [...new Set(resolved.map(({ check }) => check))].toSorted(),
    raised: [...new Set(raised.map(({ check }) => check))].toSorted(),
    isDecided: state === "approved" || state === "exported",
  };
}

type Found = CheckedInvoice["findings"][number];

/** What a finding says, without its identity: the same complaint at the same place for the same money. */
const fingerprint = ({ check, line, direction, expected, found, impact, message }: Found): string =>
  [check, line, direction, expected, found, impact, message].join("|");

const beyondTerms = /^(?:duplicate\.|anomaly\.|bank\.|evidence\.drift|evidence\.instruction)/u;

/** Whether a check compares with other customers' invoices or with approvals: no term of this one decides it. */
export const isBeyondTerms = (check: CheckId): boolean => beyondTerms.test(check);

const byTerms = ({ findings }: CheckedInvoice): readonly Found[] =>
  findings.filter(({ check }) => !isBeyondTerms(check));

function moneyOf(checked: CheckedInvoice, currency: string | null): DirectedMoney {
  let [over, under]: [Decimal, Decimal] = [zero, zero];
  for (const { direction, impact } of byTerms(checked)) {
    if (impact === null) continue;
    if (direction === "over") over = add(over, impact);
    if (direction === "under") under = add(under, impact);
  }
  return { over: printed(over, currency), under: printed(under, currency) };
}

const printed = (amount: Decimal, currency: string | null): DecimalText =>
  currency !== null && isCurrencyCode(currency) ? formatAmount(amount, currency) : decimalToText(amount);

/** ISO 4217's code for "no currency": what prints none is kept apart, not dropped. */
const noCurrency = "XXX";

function totalsOf(invoices: readonly AffectedInvoice[]): BlastRadius["totals"] {
  const sums = new Map<string, { before: DirectedMoney; after: DirectedMoney }>();
  for (const { currency, before, after } of invoices) {
    const name = currency ?? noCurrency;
    const known = sums.get(name);
    sums.set(name, {
      before: plus(known?.before, before, currency),
      after: plus(known?.after, after, currency),
    });
  }
  return Object.fromEntries([...sums].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

const plus = (
  one: DirectedMoney | undefined,
  other: DirectedMoney,
  currency: string | null,
): DirectedMoney => ({
  over: printed(add(one?.over ?? zero, other.over), currency),
  under: printed(add(one?.under ?? zero, other.under), currency),
});
