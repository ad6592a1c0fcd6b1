import { lengthOf, metricsIn, moneyByCheck, wordsOfBucket } from "../../../src-shared/measure/index.ts";
import type { Bucket, MeasureBoard } from "../../../src-shared/measure/index.ts";
import { checkNames } from "../../../src-shared/model/index.ts";
import type { PrintedPart } from "../../../src-shared/model/index.ts";
import { isZero } from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import type { ReportLanguage } from "./report-words.ts";
import type { ReportWords } from "./report-vocabulary.ts";
import { fill } from "./report-words.ts";
import type { FigureWriter } from "./show-report-figures.ts";

const barsShown = 12;

/** Every figure over the weeks that a baseline knows, against it, and how many cases were decided. */
export function trendParts(
  board: MeasureBoard,
  trend: MeasureBoard["trend"],
  language: ReportLanguage,
  words: ReportWords,
  write: FigureWriter,
): readonly PrintedPart[] {
  const drawn = metricsIn(language).flatMap(({ id, title, unit, before }): readonly PrintedPart[] => {
    const baseline = board.metrics.find((each) => each.id === id)?.before ?? null;
    if (id !== "completion" && (before === null || baseline === null)) return [];
    const points = trend.map(({ week, figures }) => {
      const value = figures[id] ?? null;
      return value === null
        ? { label: week.slice(5), value: null, text: "" }
        : { label: week.slice(5), value: lengthOf(value), text: write.number(value) };
    });
    if (points.every(({ value }) => value === null)) return [];
    return [
      {
        type: "line",
        title: fill(words.byWeek, { measure: title, unit: words.units[unit] }),
        points,
        before:
          baseline === null
            ? null
            : { value: lengthOf(baseline), text: fill(words.beforeAt, { value: write.number(baseline) }) },
      },
    ];
  });
  const decided: PrintedPart = {
    type: "line",
    title: words.decidedByWeek,
    points: trend.map(({ week, decided: count }) => ({
      label: week.slice(5),
      value: count,
      text: String(count),
    })),
    before: null,
  };
  return trend.length === 0 ? [] : [...drawn, decided];
}

/** Exceptions by cause and outcome, money by check, time to decide and age: the charts of the board. */
export function boardParts(
  board: MeasureBoard,
  language: ReportLanguage,
  words: ReportWords,
  write: FigureWriter,
): readonly PrintedPart[] {
  const causes: PrintedPart = {
    type: "bars",
    title: words.causes,
    parts: [words.sentBack, words.approved, words.open],
    bars: board.causes.slice(0, barsShown).map(({ check, sentBack, approved, open }) => ({
      label: checkNames[language][check],
      values: [sentBack, approved, open],
      text: `${sentBack} / ${approved} / ${open}`,
    })),
  };
  const bucketPart = (title: string, buckets: readonly Bucket[]): PrintedPart => ({
    type: "bars",
    title,
    parts: [words.cases],
    bars: buckets.map(({ label, count }) => ({
      label: wordsOfBucket(label, language),
      values: [count],
      text: String(count),
    })),
  });
  return [
    ...(board.causes.length === 0 ? [] : [causes]),
    ...moneyPart(board, language, words, write),
    bucketPart(words.timeToDecide, board.timeToDecide),
    bucketPart(words.aging, board.aging),
  ];
}

function moneyPart(
  board: MeasureBoard,
  language: ReportLanguage,
  words: ReportWords,
  write: FigureWriter,
): readonly PrintedPart[] {
  const money = moneyByCheck(board.causes);
  if (money === null) return [];
  const { currency } = money;
  const shown = (amount: DecimalText): string => (isZero(amount) ? "–" : write.number(amount));
  const bars = money.bars.slice(0, barsShown).map(({ check, over, under }) => ({
    label: checkNames[language][check],
    values: [lengthOf(over), lengthOf(under)],
    text: `${shown(over)} / ${shown(under)}`,
  }));
  return [{ type: "bars", title: fill(words.moneyIn, { currency }), parts: [words.over, words.under], bars }];
}
