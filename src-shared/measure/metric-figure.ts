import type { InvoiceId } from "../model/index.ts";
import { decimalText } from "../money/index.ts";
import type { DecimalText } from "../money/index.ts";
import type { CaseHistory } from "./case-history.ts";
import { medianOf, percentOf, present, sumsByCurrency } from "./figures.ts";

/** A figure with the cases that it rests on. `value` is `null` where there is nothing to compute it from. */
export interface MetricFigure {
  readonly value: DecimalText | null;
  /** For money, apart by currency. */
  readonly sums: Readonly<Record<string, DecimalText>> | null;
  /** How many cases it rests on. */
  readonly count: number;
  readonly cases: readonly InvoiceId[];
}

export const ids = (cases: readonly CaseHistory[]): readonly InvoiceId[] =>
  cases.map(({ invoiceId }) => invoiceId);

/** The middle of a number that some cases have. */
export const middle =
  (read: (each: CaseHistory) => number | null) =>
  (cases: readonly CaseHistory[]): MetricFigure => {
    const having = cases.filter((each) => read(each) !== null);
    return {
      value: medianOf(present(having.map(read))),
      sums: null,
      count: having.length,
      cases: ids(having),
    };
  };

/** The share of those that are meant for which something is true. */
export const share =
  (isMeant: (each: CaseHistory) => boolean, isTrue: (each: CaseHistory) => boolean) =>
  (cases: readonly CaseHistory[]): MetricFigure => {
    const meant = cases.filter(isMeant);
    const found = meant.filter(isTrue);
    return {
      value: percentOf(found.length, meant.length),
      sums: null,
      count: meant.length,
      cases: ids(found),
    };
  };

export const number =
  (isMeant: (each: CaseHistory) => boolean) =>
  (cases: readonly CaseHistory[]): MetricFigure => {
    const found = cases.filter(isMeant);
    return {
      value: decimalText(String(found.length)),
      sums: null,
      count: found.length,
      cases: ids(found),
    };
  };

export const money =
  (direction: "over" | "under") =>
  (cases: readonly CaseHistory[]): MetricFigure => {
    const found = cases.filter(({ findings }) =>
      findings.some((each) => each.direction === direction && each.impact !== null),
    );
    const sums = sumsByCurrency(
      found.flatMap(({ currency, findings }) =>
        findings
          .filter((each) => each.direction === direction)
          .map(({ impact }) => ({ currency, amount: impact })),
      ),
    );
    return { value: null, sums, count: found.length, cases: ids(found) };
  };

/** What came in for the cases, by currency. */
export const collected = (cases: readonly CaseHistory[]): MetricFigure => {
  const found = cases.filter((each) => each.collected !== null);
  return {
    value: null,
    sums: sumsByCurrency(found.map((each) => ({ currency: each.currency, amount: each.collected }))),
    count: found.length,
    cases: ids(found),
  };
};
