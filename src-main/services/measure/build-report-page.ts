import type { InputOf } from "../../../src-shared/api/contract.ts";
import { measureBoard, metrics, noFilter } from "../../../src-shared/measure/index.ts";
import type { BoardMetric, MeasureBoard } from "../../../src-shared/measure/index.ts";
import type { Problem } from "../../../src-shared/model/index.ts";
import { decisionsFor } from "../../../src-shared/pilot/index.ts";
import { ok } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import { formatMessage } from "../../../src-shared/text/index.ts";
import { addDays } from "../../../src-shared/time/index.ts";
import { engineVersion } from "../engine-version.ts";
import { requireWorkspace } from "../program.ts";
import type { Program } from "../program.ts";
import { readPilot } from "../pilot/show-pilot.ts";
import type { PilotState } from "../../../src-shared/api/contract.ts";
import { reportStyle } from "../report-style.ts";
import { collectMeasureLog } from "./collect-log.ts";
import { escape } from "./report-charts.ts";
import { beforeAfterTable, chartsOf } from "./report-parts.ts";
import { cell, showFigure, table } from "./report-table.ts";

const chartStyle = `figure{margin:1em 0;break-inside:avoid}figcaption{font-weight:600}svg{width:100%;max-width:640px;height:auto;font:12px sans-serif}svg rect{fill:#17569b}svg text{fill:currentColor}svg .soft{opacity:.75}svg polyline{fill:none;stroke:#17569b;stroke-width:2}svg circle{fill:#17569b}svg .before{stroke:currentColor;stroke-dasharray:5 4;opacity:.6}@media(prefers-color-scheme:dark){svg rect,svg circle{fill:#79b4f5}svg polyline{stroke:#79b4f5}}ol.steps li{margin:.2em 0}.formula{opacity:.75;font-size:.9em}`;

/** The assessment or the week as one page with its charts: no script, nothing loaded from elsewhere, made to print. */
export function buildMeasureReport(
  program: Program,
  { kind }: InputOf<"measure.report">,
): Result<{ readonly name: string; readonly html: string }, Problem> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const state = readPilot(program);
  if (!state.ok) return state;
  const log = collectMeasureLog(open.value);
  const week = { ...noFilter, from: addDays(log.asOf, -6), to: addDays(log.asOf, 1) };
  const board = measureBoard(log, kind === "weekly" ? week : noFilter);
  const title =
    kind === "assessment"
      ? formatMessage("measure/assessment-title", { name: open.value.name })
      : formatMessage("measure/weekly-title", { name: open.value.name, week: state.value.week });
  const body =
    kind === "assessment"
      ? assessmentBody(state.value, board)
      : weeklyBody(state.value, board, measureBoard(log, noFilter).trend.slice(-12));
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>${escape(title)}</title>
<style>${reportStyle}${chartStyle}</style>
</head>
<body>
<header><h1>${escape(title)}</h1><p>${escape(formatMessage("measure/basis", { cases: board.cases, baseline: board.baselineCases, day: log.asOf }))}</p></header>
<main>
${body}
</main>
<footer><p>Countersign ${escape(engineVersion)}. Computed on this machine from ${log.events.length} events; nothing was sent anywhere.</p></footer>
</body>
</html>
`;
  return ok({ name: `${kind}-${log.asOf}.html`, html });
}

const section = (title: string, content: string): string =>
  content === "" ? "" : `<section><h2>${escape(title)}</h2>\n${content}\n</section>`;
function assessmentBody(state: PilotState, board: MeasureBoard): string {
  const { assessment, standing } = state;
  const facts =
    assessment === null
      ? `<p>${escape(formatMessage("measure/no-assessment", {}))}</p>`
      : table(
          ["", ""],
          (
            [
              ["Handoff", assessment.handoff],
              ["Owner", assessment.owner],
              ["Repetitions a month", String(assessment.repetitionsPerMonth)],
              ["Minutes for each", assessment.minutesEach],
              ["Days from trigger to invoice", assessment.dragDays],
              ["Share with errors, percent", assessment.errorPercent],
              ["Segment of the pilot", assessment.segment],
              ["Notes", assessment.notes],
            ] as const
          ).map(([name, value]) => `<tr><th>${name}</th>${cell(value)}</tr>`),
        );
  const steps = table(
    ["Step", "System", "Kind", "Owner", "Minutes"],
    (assessment?.steps ?? []).map(
      ({ title, system, kind, owner, minutes }) =>
        `<tr>${cell(title)}${cell(system)}${cell(kind)}${cell(owner)}${cell(minutes, "money")}</tr>`,
    ),
  );
  const checklist = `<ul>${state.prerequisites.map(({ id, isMet, have, of }) => `<li>${isMet ? "✓" : "☐"} ${escape(formatMessage(`pilot/need-${id}` as "pilot/need-owner", {}))} (${have}/${of})</li>`).join("")}</ul>`;
  const { count, wrong, bound } = standing.clearances;
  const ledger = `<p>${escape(
    bound === null
      ? formatMessage("measure/no-bound", {})
      : formatMessage("measure/bound", { count, wrong, percent: (bound * 100).toFixed(1) }),
  )} ${escape(formatMessage("measure/bound-steps", { five: decisionsFor(0.05), one: decisionsFor(0.01), half: decisionsFor(0.005) }))}</p>${table(
    ["Check, customer, kind", "Agreed", "Overcautious", "Wrong"],
    [...standing.byKind, ...standing.byCustomer, ...standing.byCheck].map(
      ({ name, agreed, overcautious, wrong: bad }) =>
        `<tr>${cell(name)}${cell(String(agreed), "money")}${cell(String(overcautious), "money")}${cell(String(bad), "money")}</tr>`,
    ),
  )}`;
  return [
    section("The handoff", facts),
    section("Steps, systems, decisions and approvals", steps),
    section("What a pilot needs", checklist),
    section("Before and after", metricTable(board.metrics)),
    section("Trend", chartsOf(board, board.trend)),
    section("Thirty days before and after", beforeAfterTable(board)),
    section("Money found", causeTable(board)),
    section("Return", returnTable(board)),
    section("Recommendation beside decision", ledger),
  ].join("\n");
}

function weeklyBody(state: PilotState, board: MeasureBoard, trend: MeasureBoard["trend"]): string {
  const sampled = table(
    ["Sampled clearance", "Customer", "Verdict"],
    state.sample.map(
      ({ number, customer, verdict }) => `<tr>${cell(number)}${cell(customer)}${cell(verdict)}</tr>`,
    ),
  );
  const held = state.reviews.filter(({ week }) => week === state.week).flatMap(({ decisions }) => decisions);
  const old = board.aging
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => `<li>${escape(label)}: ${count}</li>`);
  const look = [
    ...board.causes
      .slice(0, 5)
      .map(
        ({ check, count, open }) =>
          `<li><code>${escape(check)}</code>: ${count} findings, ${open} cases still open</li>`,
      ),
    ...old,
  ];
  return [
    section("What to look at", look.length === 0 ? "" : `<ul>${look.join("")}</ul>`),
    section("Figures of the week", metricTable(board.metrics)),
    section("Trend", chartsOf(board, trend)),
    section("Money found", causeTable(board)),
    section("Sample of what was cleared automatically", sampled),
    section(
      "Decisions taken",
      held.length === 0
        ? ""
        : `<ol class="steps">${held.map((decision) => `<li>${escape(decision)}</li>`).join("")}</ol>`,
    ),
    section("Return", returnTable(board)),
  ].join("\n");
}

function metricTable(figures: readonly BoardMetric[]): string {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  return table(
    ["Measure", "Before", "Now", "Cases", "How it is computed"],
    metrics.flatMap(({ id, title, unit, formula }) => {
      const figure = byId.get(id);
      if (figure === undefined) return [];
      return [
        `<tr>${cell(`${title} (${unit})`)}${cell(figure.before, "money")}${cell(showFigure(figure), "money")}${cell(String(figure.count), "money")}<td class="formula">${escape(formula)}</td></tr>`,
      ];
    }),
  );
}

const causeTable = ({ causes }: MeasureBoard): string =>
  table(
    ["Check", "Findings", "Billed too much", "Billed too little", "Sent back", "Approved", "Open"],
    causes.map(
      ({ check, count, over, under, sentBack, approved, open }) =>
        `<tr><td><code>${escape(check)}</code></td>${cell(String(count), "money")}${cell(showFigure({ value: null, sums: over }), "money")}${cell(showFigure({ value: null, sums: under }), "money")}${cell(String(sentBack), "money")}${cell(String(approved), "money")}${cell(String(open), "money")}</tr>`,
    ),
  );

function returnTable({ value }: MeasureBoard): string {
  const { inputs, currency } = { inputs: value.inputs, currency: value.inputs.currency };
  const rows = (
    [
      ["Hours saved", value.hoursSaved],
      [`Saved work at ${currency} ${inputs.loadedCostPerHour} an hour`, value.savedCost],
      [
        `Recovered revenue, ${inputs.recoveredPercent.low} to ${inputs.recoveredPercent.high} % of what was billed too little`,
        `${value.recovered.low} to ${value.recovered.high}`,
      ],
      ["Fewer write-offs", value.fewerWriteOffs],
      [`Cost over ${value.months} months`, value.cost],
      ["Return", `${value.total.low} to ${value.total.high}`],
    ] as const
  ).map(([name, figure]) => `<tr>${cell(name)}${cell(figure, "money")}</tr>`);
  const gaps = value.gaps
    .map((gap) => `<li>${escape(formatMessage(`measure/gap-${gap}`, {}))}</li>`)
    .join("");
  return `${table(["", currency], rows)}${gaps === "" ? "" : `<p>${escape(formatMessage("measure/gaps", {}))}</p><ul>${gaps}</ul>`}`;
}
