import type { BoardMetric, Metric } from "../../../src-shared/measure/index.ts";
import { currenciesByCode, decimal, decimalToText } from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import type { ReportLanguage } from "./report-words.ts";
import type { ReportWords } from "./report-vocabulary.ts";

/** How a report writes figures: as its language does, and never rounded. */
export interface FigureWriter {
  readonly number: (text: DecimalText) => string;
  /** A probability in percent, to the next tenth above: a bound is never told smaller than it is. */
  readonly share: (probability: number) => string;
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
    share: (probability) => number(decimalToText({ units: BigInt(Math.ceil(probability * 1000)), scale: 1 })),
    money,
    sums,
    metric: ({ value, sums: own }, unit) => {
      if (own !== null) return sums(own);
      return value === null ? null : `${number(value)} ${words.units[unit]}`.trim();
    },
  };
}
