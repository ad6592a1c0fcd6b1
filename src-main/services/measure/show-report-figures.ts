import type { BoardMetric, CauseRow, MeasureBoard, Metric } from "../../../src-shared/measure/index.ts";
import { currenciesByCode, decimal } from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import type { ReportLanguage } from "./report-words.ts";
import type { ReportWords } from "./report-vocabulary.ts";

/** How a report writes figures: as its language does, and never rounded. */
export interface FigureWriter {
  readonly number: (text: DecimalText) => string;
  readonly money: (amount: DecimalText, currency: string) => string;
  readonly sums: (sums: Readonly<Record<string, DecimalText>>) => string | null;
  readonly metric: (figure: Pick<BoardMetric, "value" | "sums">, unit: Metric["unit"]) => string | null;
}

export function createFigureWriter(language: ReportLanguage, words: ReportWords): FigureWriter {
  const written = (text: DecimalText, digits: number): string =>
    new Intl.NumberFormat(language, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(text as Intl.StringNumericLiteral);
  const number = (text: DecimalText): string => written(text, decimal(text).scale);
  const money = (amount: DecimalText, currency: string): string =>
    `${currency} ${written(amount, Math.max(decimal(amount).scale, currenciesByCode.get(currency)?.minorDigits ?? 0))}`;
  const sums = (of: Readonly<Record<string, DecimalText>>): string | null => {
    const parts = Object.entries(of).map(([currency, amount]) => money(amount, currency));
    return parts.length === 0 ? null : parts.join(", ");
  };
  return {
    number,
    money,
    sums,
    metric: ({ value, sums: own }, unit) => {
      if (own !== null) return sums(own);
      return value === null ? null : `${number(value)} ${words.units[unit]}`.trim();
    },
  };
}

/** The currency that most checks found money in; sums of different currencies are never compared. */
export function mainCurrencyOf(causes: MeasureBoard["causes"]): string | null {
  const counts = new Map<string, number>();
  for (const { over, under } of causes)
    for (const code of new Set([...Object.keys(over), ...Object.keys(under)]))
      counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].toSorted(([, left], [, right]) => right - left)[0]?.[0] ?? null;
}

/** An amount as a length on a chart; its words stand beside it exactly. */
export const lengthOf = (sums: CauseRow["over"], currency: string): number => Number(sums[currency] ?? "0");
