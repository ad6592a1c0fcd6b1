import type { Bucket, CauseRow, MeasureBoard } from "../../../src-shared/measure/index.ts";
import { formatAmount, formatCount } from "../../locale/display.ts";
import { sayBucket } from "../../locale/measure-words.ts";
import { say } from "../../locale/say.ts";
import { BehindBars } from "./case-links.tsx";
import { BarChart } from "./charts.tsx";

const barsShown = 10;

/** Findings of each check by how their cases ended. */
export function CauseChart({ board }: { readonly board: MeasureBoard }) {
  const causes = board.causes.slice(0, barsShown);
  return (
    <BarChart
      title={say("measure.causes")}
      parts={[say("measure.sentBack"), say("measure.approved"), say("measure.open")]}
      bars={causes.map((cause) => ({
        label: say(`check.${cause.check}`),
        parts: [cause.sentBack, cause.approved, cause.open],
        text: `${cause.sentBack} / ${cause.approved} / ${cause.open}`,
      }))}
    >
      <BehindBars bars={causes.map(({ check, cases }) => ({ label: say(`check.${check}`), ids: cases }))} />
    </BarChart>
  );
}

/** Money found in each direction, by check, in the currency that most of it is in. Directions are never netted. */
export function MoneyChart({ board }: { readonly board: MeasureBoard }) {
  const currency = mainCurrency(board.causes);
  if (currency === null) return null;
  const amountOf = (sums: CauseRow["over"]): number => Number(sums[currency] ?? "0");
  const causes = board.causes
    .filter(({ over, under }) => amountOf(over) + amountOf(under) > 0)
    .toSorted(
      (left, right) =>
        amountOf(right.over) + amountOf(right.under) - amountOf(left.over) - amountOf(left.under),
    )
    .slice(0, barsShown);
  const show = (sums: CauseRow["over"]): string => formatAmount(sums[currency] ?? ("0" as never), currency);
  return (
    <BarChart
      title={say("measure.moneyIn", { currency })}
      parts={[say("measure.over"), say("measure.under")]}
      bars={causes.map(({ check, over, under }) => ({
        label: say(`check.${check}`),
        parts: [amountOf(over), amountOf(under)],
        text: [amountOf(over) > 0 ? show(over) : "–", amountOf(under) > 0 ? show(under) : "–"].join(" / "),
      }))}
    >
      <BehindBars bars={causes.map(({ check, cases }) => ({ label: say(`check.${check}`), ids: cases }))} />
    </BarChart>
  );
}

/** The currency that most checks found money in; sums of different currencies cannot be compared. */
function mainCurrency(causes: readonly CauseRow[]): string | null {
  const counts = new Map<string, number>();
  for (const { over, under } of causes)
    for (const code of new Set([...Object.keys(over), ...Object.keys(under)]))
      counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].toSorted(([, left], [, right]) => right - left)[0]?.[0] ?? null;
}

interface BucketChartProps {
  readonly title: string;
  readonly buckets: readonly Bucket[];
}

/** Cases by how long something takes. */
export function BucketChart({ title, buckets }: BucketChartProps) {
  return (
    <BarChart
      title={title}
      parts={[say("measure.cases")]}
      bars={buckets.map(({ label, count }) => ({
        label: sayBucket(label),
        parts: [count],
        text: formatCount(count),
      }))}
    >
      <BehindBars bars={buckets.map(({ label, cases }) => ({ label: sayBucket(label), ids: cases }))} />
    </BarChart>
  );
}
