import type { BoardMetric, Metric } from "../../../src-shared/measure/index.ts";
import { formatAmount, formatQuantity } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";

/** Counts and money need no unit behind them. */
export const nameOfUnit = (unit: Metric["unit"]): string =>
  unit === "count" || unit === "money" ? "" : say(`unit.${unit}`);

/** A figure for people; a dash where there is nothing to compute it from. */
export const showFigure = ({ value, sums }: Pick<BoardMetric, "value" | "sums">, unit: string): string => {
  if (sums !== null)
    return (
      Object.entries(sums)
        .map(([currency, sum]) => formatAmount(sum, currency))
        .join(", ") || "–"
    );
  return value === null ? "–" : `${formatQuantity(value)} ${unit}`.trim();
};
