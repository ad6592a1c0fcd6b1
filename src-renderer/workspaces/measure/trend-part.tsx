import { useId, useState } from "react";
import type { MeasureBoard } from "../../../src-shared/measure/index.ts";
import { decimalToText, integer } from "../../../src-shared/money/index.ts";
import { namedMetrics } from "../../locale/measure-words.ts";
import { say } from "../../locale/say.ts";
import { LineChart } from "./charts.tsx";
import { nameOfUnit } from "./show-figure.ts";

/** One measure over the weeks against the figure before the pilot, and how many cases were decided. */
export function TrendPart({ board }: { readonly board: MeasureBoard }) {
  const [chosen, setChosen] = useState("work-minutes");
  const id = useId();
  if (board.trend.length === 0) return <p className="soft">{say("measure.trendNone")}</p>;
  const drawn = namedMetrics().filter(({ unit }) => unit !== "money");
  const metric = drawn.find((each) => each.id === chosen) ?? drawn[0];
  if (metric === undefined) return null;
  const before = board.metrics.find((each) => each.id === metric.id)?.before ?? null;
  const unit = nameOfUnit(metric.unit);
  return (
    <>
      <div>
        <label className="row measure-choice" htmlFor={id}>
          {say("measure.trendOf")}
          <select
            id={id}
            className="input"
            value={metric.id}
            onChange={(event) => setChosen(event.target.value)}
          >
            {drawn.map((each) => (
              <option key={each.id} value={each.id}>
                {each.title}
              </option>
            ))}
          </select>
        </label>
        <LineChart
          title={`${metric.title}${unit === "" ? "" : `, ${unit}`}`}
          points={board.trend.map(({ week, figures }) => ({
            label: week.slice(5),
            figure: figures[metric.id] ?? null,
          }))}
          before={before}
        />
        {before === null ? (
          <p className="soft">
            {metric.before === null ? say("measure.noBaselineFor") : say("measure.noBaselineYet")}
          </p>
        ) : null}
      </div>
      <LineChart
        title={say("measure.decided")}
        points={board.trend.map(({ week, decided }) => ({
          label: week.slice(5),
          figure: decimalToText(integer(decided)),
        }))}
        before={null}
      />
    </>
  );
}
