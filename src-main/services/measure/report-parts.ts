import type { PilotState } from "../../../src-shared/api/contract.ts";
import { metricsIn } from "../../../src-shared/measure/index.ts";
import type { MeasureBoard } from "../../../src-shared/measure/index.ts";
import { checkNames, checkIds } from "../../../src-shared/model/index.ts";
import type { PrintedColumn, PrintedPart } from "../../../src-shared/model/index.ts";
import {
  decimal,
  decimalToText,
  divideFractions,
  fractionToDecimal,
  isDecimalText,
  multiply,
} from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import { decisionsFor } from "../../../src-shared/pilot/index.ts";
import { paperWords } from "../../pipeline/export/index.ts";
import { fill } from "./report-words.ts";
import type { ReportLanguage } from "./report-words.ts";
import type { ReportWords } from "./report-vocabulary.ts";
import type { FigureWriter } from "./show-report-figures.ts";

/** What the parts of a report are written with. */
export interface ReportPen {
  readonly language: ReportLanguage;
  readonly words: ReportWords;
  readonly write: FigureWriter;
}

export const textColumn = (title: string): PrintedColumn => ({ title, kind: "text" });
export const numberColumn = (title: string): PrintedColumn => ({ title, kind: "number" });

/** The assessment as it was recorded, with the hours that follow from it. */
export function handoffParts(state: PilotState, { words, write }: ReportPen): readonly PrintedPart[] {
  const { assessment } = state;
  if (assessment === null) return [{ type: "text", text: words.noAssessment }];
  const figure = (text: string): string | null => (isDecimalText(text) ? write.number(text) : text || null);
  const rows: readonly (readonly [string, string | null])[] = [
    [words.handoff, assessment.handoff || null],
    [words.owner, assessment.owner || null],
    [words.repetitions, assessment.repetitionsPerMonth === 0 ? null : String(assessment.repetitionsPerMonth)],
    [words.minutesEach, figure(assessment.minutesEach)],
    [words.hours, hoursOf(assessment.minutesEach, assessment.repetitionsPerMonth, write)],
    [words.dragDays, figure(assessment.dragDays)],
    [words.errorPercent, figure(assessment.errorPercent)],
    [words.segment, assessment.segment || null],
    [words.notes, assessment.notes || null],
  ];
  return [{ type: "table", columns: [textColumn(""), textColumn("")], rows }];
}

function hoursOf(minutesEach: string, repetitions: number, write: FigureWriter): string | null {
  if (!isDecimalText(minutesEach) || repetitions === 0) return null;
  const minutes = multiply(decimal(minutesEach), decimal(String(repetitions)));
  return write.number(decimalToText(fractionToDecimal(divideFractions(minutes, decimal("60")), 1)));
}

export function stepParts({ assessment }: PilotState, { words }: ReportPen): readonly PrintedPart[] {
  const steps = assessment?.steps ?? [];
  if (steps.length === 0) return [];
  return [
    {
      type: "table",
      columns: [
        textColumn(words.step),
        textColumn(words.system),
        textColumn(words.kind),
        textColumn(words.who),
        numberColumn(words.minutes),
      ],
      rows: steps.map(({ title, system, kind, owner, minutes }) => [
        title,
        system || null,
        words.kinds[kind],
        owner || null,
        minutes || null,
      ]),
    },
  ];
}

export const needParts = ({ prerequisites }: PilotState, { words }: ReportPen): readonly PrintedPart[] => [
  {
    type: "table",
    columns: [textColumn(words.needed), textColumn(words.state), numberColumn(words.counted)],
    rows: prerequisites.map(({ id, isMet, have, of }) => [
      words.need[id] ?? id,
      isMet ? words.met : words.lacking,
      `${have} / ${of}`,
    ]),
  },
];

/** Every measure now beside the baseline, with its formula. */
export function metricParts(
  board: MeasureBoard,
  { language, words, write }: ReportPen,
): readonly PrintedPart[] {
  const byId = new Map(board.metrics.map((figure) => [figure.id, figure]));
  return [
    {
      type: "table",
      columns: [
        textColumn(words.measure),
        numberColumn(words.before),
        numberColumn(words.now),
        numberColumn(words.cases),
        textColumn(words.formula),
      ],
      rows: metricsIn(language).flatMap(({ id, title, unit, formula }) => {
        const figure = byId.get(id);
        if (figure === undefined) return [];
        const before = write.metric({ value: figure.before, sums: null }, unit);
        return [[title, before, write.metric(figure, unit), String(figure.count), formula]];
      }),
    },
  ];
}

/** Every measure over thirty days before and after the first phase beyond shadow, beside the baseline. */
export function thirtyParts(
  board: MeasureBoard,
  { language, words, write }: ReportPen,
): readonly PrintedPart[] {
  const { from, basis, casesBefore, casesAfter, rows } = board.beforeAfter;
  const baselines = new Map(board.metrics.map(({ id, before }) => [id, before]));
  const lead = fill(basis === "phase-signed" ? words.thirtySigned : words.thirtyLast, {
    day: from,
    before: casesBefore,
    after: casesAfter,
  });
  return [
    { type: "text", text: lead },
    {
      type: "table",
      columns: [
        textColumn(words.measure),
        numberColumn(words.baseline),
        numberColumn(words.thirtyBefore),
        numberColumn(words.cases),
        numberColumn(words.thirtyAfter),
        numberColumn(words.cases),
      ],
      rows: metricsIn(language).flatMap(({ id, title, unit }) => {
        const row = rows.find((each) => each.id === id);
        if (row === undefined || (row.before.count === 0 && row.after.count === 0)) return [];
        return [
          [
            title,
            write.metric({ value: baselines.get(id) ?? null, sums: null }, unit),
            write.metric(row.before, unit),
            String(row.before.count),
            write.metric(row.after, unit),
            String(row.after.count),
          ],
        ];
      }),
    },
  ];
}

export const moneyParts = (
  { causes }: MeasureBoard,
  { language, words, write }: ReportPen,
): readonly PrintedPart[] =>
  causes.length === 0
    ? []
    : [
        {
          type: "table",
          columns: [
            textColumn(words.check),
            ...[words.findings, words.over, words.under, words.sentBack, words.approved, words.open].map(
              numberColumn,
            ),
          ],
          rows: causes.map(({ check, count, over, under, sentBack, approved, open }) => [
            checkNames[language][check],
            String(count),
            write.sums(over),
            write.sums(under),
            String(sentBack),
            String(approved),
            String(open),
          ]),
        },
      ];

/** The return with its inputs, its spread, and what it lacks. */
export function returnParts({ value }: MeasureBoard, { words, write }: ReportPen): readonly PrintedPart[] {
  const { inputs } = value;
  const { currency } = inputs;
  const money = (amount: DecimalText | null): string | null =>
    amount === null ? null : write.money(amount, currency);
  const range = ({ low, high }: { readonly low: DecimalText; readonly high: DecimalText }): string =>
    low === high
      ? write.money(low, currency)
      : fill(words.range, { low: write.money(low, currency), high: write.money(high, currency) });
  const rows: readonly (readonly [string, string | null])[] = [
    [words.hoursSaved, value.hoursSaved === null ? null : write.number(value.hoursSaved)],
    [
      fill(words.savedCost, { amount: write.money(inputs.loadedCostPerHour, currency) }),
      money(value.savedCost),
    ],
    [
      fill(words.recovered, { low: inputs.recoveredPercent.low, high: inputs.recoveredPercent.high }),
      range(value.recovered),
    ],
    [words.fewerWriteOffs, money(value.fewerWriteOffs)],
    [fill(words.cost, { months: value.months }), money(value.cost)],
    [words.return, range(value.total)],
  ];
  const gaps: readonly PrintedPart[] =
    value.gaps.length === 0
      ? []
      : [
          { type: "text", text: words.gaps },
          { type: "list", isOrdered: false, items: value.gaps.map((gap) => words.gap[gap]) },
        ];
  return [
    { type: "text", text: words.returnLead },
    { type: "table", columns: [textColumn(""), numberColumn(currency)], rows },
    ...gaps,
  ];
}

/** What was recommended beside what was decided, with the bound. */
export function ledgerParts(
  { standing }: PilotState,
  { language, words, write }: ReportPen,
): readonly PrintedPart[] {
  const { count, wrong, bound } = standing.clearances;
  const sentence =
    bound === null ? words.noBound : fill(words.bound, { count, wrong, percent: write.share(bound) });
  const steps = fill(words.boundSteps, {
    five: decisionsFor(0.05),
    one: decisionsFor(0.01),
    half: decisionsFor(0.005),
  });
  const nameOf = (name: string): string => {
    const check = checkIds.find((id) => id === name);
    if (check !== undefined) return checkNames[language][check];
    const titles: Readonly<Record<string, string>> = paperWords[language].titles;
    return titles[name] ?? name;
  };
  const rows = [...standing.byKind, ...standing.byCustomer, ...standing.byCheck].map(
    ({ name, agreed, overcautious, wrong: bad }) => [
      nameOf(name),
      String(agreed),
      String(overcautious),
      String(bad),
    ],
  );
  const table: readonly PrintedPart[] =
    rows.length === 0
      ? []
      : [
          {
            type: "table",
            columns: [
              textColumn(words.class),
              numberColumn(words.agreed),
              numberColumn(words.overcautious),
              numberColumn(words.wrong),
            ],
            rows,
          },
        ];
  return [{ type: "text", text: `${sentence} ${steps}` }, ...table];
}

/** What the last drill and all answers of reviewers said; nothing where none was held. */
export function drillParts(
  { drills, reviewerDrill }: PilotState,
  { words }: ReportPen,
): readonly PrintedPart[] {
  const last = drills.at(-1);
  const caught = last?.defects.filter((defect) => defect.caught).length ?? 0;
  const { right, missed, falseAlarms } = reviewerDrill;
  return [
    ...(last === undefined
      ? []
      : [
          {
            type: "text",
            text: fill(words.drillsLead, {
              count: last.defects.length,
              caught,
              missed: last.defects.length - caught,
            }),
          } as const,
        ]),
    ...(right + missed + falseAlarms === 0
      ? []
      : [{ type: "text", text: fill(words.reviewer, { right, missed, alarms: falseAlarms }) } as const]),
  ];
}
