import type { MissingCharge, Report, ReportInvoice } from "../../src-shared/model/index.ts";
import {
  add,
  decimalToText,
  formatAmount,
  isCurrencyCode,
  withScaleOfAtLeast,
  zero,
} from "../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../src-shared/money/index.ts";

/** ISO 4217's code for "no currency": impacts of invoices that print none are kept apart, not dropped. */
const noCurrency = "XXX";

/** Money of all findings by currency and direction; over and under are never netted. */
export function sumImpacts(
  invoices: readonly ReportInvoice[],
  missing: readonly MissingCharge[],
): Report["summary"]["impact"] {
  const sums = new Map<string, { over: Decimal; under: Decimal }>();
  const count = (currency: string | null, direction: string, impact: DecimalText | null): void => {
    if (impact === null || direction === "process") return;
    const name = currency ?? noCurrency;
    const before = sums.get(name) ?? { over: zero, under: zero };
    sums.set(
      name,
      direction === "over"
        ? { ...before, over: add(before.over, impact) }
        : { ...before, under: add(before.under, impact) },
    );
  };
  for (const { currency, findings } of invoices)
    for (const { direction, impact } of findings) count(currency, direction, impact);
  for (const { currency, impact } of missing) count(currency, "under", impact);
  return Object.fromEntries(
    [...sums.keys()].toSorted().map((name) => {
      const { over, under } = sums.get(name) ?? { over: zero, under: zero };
      return [name, { over: inCurrency(over, name), under: inCurrency(under, name) }];
    }),
  );
}

const inCurrency = (amount: Decimal, currency: string): DecimalText =>
  isCurrencyCode(currency) && currency !== noCurrency
    ? formatAmount(amount, currency)
    : decimalToText(withScaleOfAtLeast(amount, 2));
