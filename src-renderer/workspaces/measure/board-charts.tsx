import { lengthOf, moneyByCheck } from "../../../src-shared/measure/index.ts";
import type { Bucket, MeasureBoard } from "../../../src-shared/measure/index.ts";
import { isZero } from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
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
  const money = moneyByCheck(board.causes);
  if (money === null) return null;
  const { currency } = money;
  const bars = money.bars.slice(0, barsShown);
  const shown = (amount: DecimalText): string => (isZero(amount) ? "–" : formatAmount(amount, currency));
  return (
    <BarChart
      title={say("measure.moneyIn", { currency })}
      parts={[say("measure.over"), say("measure.under")]}
      bars={bars.map(({ check, over, under }) => ({
        label: say(`check.${check}`),
        parts: [lengthOf(over), lengthOf(under)],
        text: `${shown(over)} / ${shown(under)}`,
      }))}
    >
      <BehindBars bars={bars.map(({ check, cases }) => ({ label: say(`check.${check}`), ids: cases }))} />
    </BarChart>
  );
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
