import { metrics } from "../../../src-shared/measure/index.ts";
import type { MeasureBoard } from "../../../src-shared/measure/index.ts";
import { formatMessage } from "../../../src-shared/text/index.ts";
import { barChart, escape, lineChart } from "./report-charts.ts";
import { cell, showFigure, table } from "./report-table.ts";

/** Every figure over the weeks that a baseline knows, against it; then what was decided, by cause, time and age. */
export function chartsOf(board: MeasureBoard, trend: MeasureBoard["trend"]): string {
  const drawn = metrics.flatMap(({ id, title, unit, before }) => {
    const baseline = board.metrics.find((each) => each.id === id)?.before ?? null;
    if (id !== "completion" && (before === null || baseline === null)) return [];
    const points = trend.map(({ week, figures }) => {
      const value = figures[id] ?? null;
      return { label: week, value: value === null ? null : Number(value) };
    });
    return [lineChart(`${title} by week, ${unit}`, points, baseline === null ? null : Number(baseline))];
  });
  return [
    ...drawn,
    lineChart(
      "Cases decided by week",
      trend.map(({ week, decided }) => ({ label: week, value: decided })),
      null,
    ),
    barChart(
      "Exceptions by cause",
      board.causes.slice(0, 12).map(({ check, count }) => ({ label: check, count })),
    ),
    barChart("Time to decide", board.timeToDecide),
    barChart("Age of open cases", board.aging),
  ].join("\n");
}

/** Every measure over thirty days before and after the first phase beyond shadow, beside the baseline. */
export function beforeAfterTable(board: MeasureBoard): string {
  const { from, basis, casesBefore, casesAfter, rows } = board.beforeAfter;
  const baselines = new Map(board.metrics.map(({ id, before }) => [id, before]));
  const lead = formatMessage(basis === "phase-signed" ? "measure/thirty-signed" : "measure/thirty-last", {
    day: from,
    before: casesBefore,
    after: casesAfter,
  });
  return `<p>${escape(lead)}</p>${table(
    ["Measure", "Baseline", "30 days before", "Cases", "30 days after", "Cases"],
    metrics.flatMap(({ id, title, unit }) => {
      const row = rows.find((each) => each.id === id);
      if (row === undefined || (row.before.count === 0 && row.after.count === 0)) return [];
      return [
        `<tr>${cell(`${title} (${unit})`)}${cell(baselines.get(id) ?? null, "money")}${cell(showFigure(row.before), "money")}${cell(String(row.before.count), "money")}${cell(showFigure(row.after), "money")}${cell(String(row.after.count), "money")}</tr>`,
      ];
    }),
  )}`;
}
