import type { InputOf, OutputOf, PilotState } from "../../../src-shared/api/contract.ts";
import { measureBoard, metricsIn, noFilter } from "../../../src-shared/measure/index.ts";
import type { MeasureBoard } from "../../../src-shared/measure/index.ts";
import { checkNames } from "../../../src-shared/model/index.ts";
import type { PrintedPart, PrintedReport, PrintedSection, Problem } from "../../../src-shared/model/index.ts";
import { err, ok } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import { addDays } from "../../../src-shared/time/index.ts";
import { writeReportPaper } from "../../pipeline/export/index.ts";
import { engineVersion } from "../engine-version.ts";
import { readPilot } from "../pilot/show-pilot.ts";
import { requireWorkspace } from "../program.ts";
import { encodeBase64 } from "../show-documents.ts";
import type { Program } from "../program.ts";
import { collectMeasureLog } from "./collect-log.ts";
import { boardParts, trendParts } from "./report-charts.ts";
import {
  drillParts,
  handoffParts,
  ledgerParts,
  metricParts,
  moneyParts,
  needParts,
  returnParts,
  stepParts,
  textColumn,
  thirtyParts,
} from "./report-parts.ts";
import type { ReportPen } from "./report-parts.ts";
import { fill, reportWords } from "./report-words.ts";
import { renderMeasureReport } from "./render-measure-report.ts";
import { createFigureWriter } from "./show-report-figures.ts";

const weeksOfTrend = 12;

/** The assessment or the week as a page or as paper: self-contained, with its charts, the same content in both. */
export async function buildMeasureReport(
  program: Program,
  { kind, form, language }: InputOf<"measure.report">,
): Promise<Result<OutputOf<"measure.report">, Problem>> {
  const composed = composeReport(program, kind, language);
  if (!composed.ok) return composed;
  const { report, day } = composed.value;
  const name = `${kind}-${day}.${form}`;
  if (form === "html")
    return ok({
      name,
      mediaType: "text/html",
      base64: encodeBase64(encoder.encode(renderMeasureReport(report))),
    });
  const fonts = await program.fonts.load();
  if (!fonts.ok) return err(fonts.error);
  const bytes = writeReportPaper(report, fonts.value, program.tools.digest.ofText);
  return ok({ name, mediaType: "application/pdf", base64: encodeBase64(bytes) });
}

const encoder = new TextEncoder();

function composeReport(
  program: Program,
  kind: InputOf<"measure.report">["kind"],
  language: InputOf<"measure.report">["language"],
): Result<{ readonly report: PrintedReport; readonly day: string }, Problem> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const state = readPilot(program);
  if (!state.ok) return state;
  const log = collectMeasureLog(open.value);
  const week = { ...noFilter, from: addDays(log.asOf, -6), to: addDays(log.asOf, 1) };
  const whole = measureBoard(log, noFilter);
  const board = kind === "weekly" ? measureBoard(log, week) : whole;
  const words = reportWords[language];
  const pen: ReportPen = { language, words, write: createFigureWriter(language, words) };
  const title = kind === "assessment" ? words.assessmentTitle : words.weeklyTitle;
  const sections =
    kind === "assessment"
      ? assessmentSections(state.value, board, pen)
      : weeklySections(state.value, board, whole.trend.slice(-weeksOfTrend), pen);
  return ok({
    day: log.asOf,
    report: {
      language,
      title: fill(title, { name: open.value.name, week: state.value.week }),
      lead: fill(words.basis, { cases: board.cases, baseline: board.baselineCases, day: log.asOf }),
      sections: sections.filter(({ parts }) => parts.length > 0),
      footer: fill(words.footer, { version: engineVersion, events: log.events.length }),
    },
  });
}

const section = (title: string, ...parts: readonly (readonly PrintedPart[])[]): PrintedSection => ({
  title,
  parts: parts.flat(),
});

function assessmentSections(
  state: PilotState,
  board: MeasureBoard,
  pen: ReportPen,
): readonly PrintedSection[] {
  const { language, words, write } = pen;
  return [
    section(words.handoff, handoffParts(state, pen)),
    section(words.steps, stepParts(state, pen)),
    section(words.needs, needParts(state, pen)),
    section(words.measures, metricParts(board, pen)),
    section(
      words.trend,
      trendParts(board, board.trend, language, words, write),
      boardParts(board, language, words, write),
    ),
    section(words.thirty, thirtyParts(board, pen)),
    section(words.money, moneyParts(board, pen)),
    section(words.return, returnParts(board, pen)),
    section(words.ledger, ledgerParts(state, pen)),
    section(words.drills, drillParts(state, pen)),
  ];
}

function weeklySections(
  state: PilotState,
  board: MeasureBoard,
  trend: MeasureBoard["trend"],
  pen: ReportPen,
): readonly PrintedSection[] {
  const { language, words, write } = pen;
  return [
    section(words.look, lookParts(state, pen)),
    section(words.measures, metricParts(board, pen)),
    section(
      words.trend,
      trendParts(board, trend, language, words, write),
      boardParts(board, language, words, write),
    ),
    section(words.money, moneyParts(board, pen)),
    section(words.sample, sampleParts(state, pen)),
    section(words.rules, ruleParts(state, pen)),
    section(words.decisions, decisionParts(state, pen)),
    section(words.return, returnParts(board, pen)),
  ];
}

const listOf = (items: readonly string[], isOrdered = false): readonly PrintedPart[] =>
  items.length === 0 ? [] : [{ type: "list", isOrdered, items }];

function lookParts({ agenda }: PilotState, { language, words, write }: ReportPen): readonly PrintedPart[] {
  const titles = new Map(metricsIn(language).map(({ id, title }) => [id, title]));
  return listOf([
    ...agenda.worse.map(({ id, before, now }) =>
      fill(words.worse, {
        measure: titles.get(id) ?? id,
        before: write.number(before),
        now: write.number(now),
      }),
    ),
    ...agenda.causes.map(({ check, count, open }) =>
      fill(words.cause, { check: checkNames[language][check], count, open }),
    ),
    ...(agenda.old.length === 0 ? [] : [fill(words.old, { count: agenda.old.length })]),
  ]);
}

const sampleParts = ({ sample }: PilotState, { words }: ReportPen): readonly PrintedPart[] =>
  sample.length === 0
    ? []
    : [
        {
          type: "table",
          columns: [textColumn(words.invoice), textColumn(words.customer), textColumn(words.verdict)],
          rows: sample.map(({ number, customer, verdict }) => [
            number,
            customer,
            verdict === null ? null : words.verdicts[verdict],
          ]),
        },
      ];

const ruleParts = ({ agenda }: PilotState, { language, words }: ReportPen): readonly PrintedPart[] =>
  listOf(
    agenda.rules.map(({ check, cases }) =>
      fill(words.rule, { check: checkNames[language][check], count: cases.length }),
    ),
  );

function decisionParts({ reviews, week }: PilotState, { words }: ReportPen): readonly PrintedPart[] {
  const held = reviews.filter((review) => review.week === week).flatMap(({ decisions }) => decisions);
  return held.length === 0 ? [{ type: "text", text: words.noDecisions }] : listOf(held, true);
}
