import { useEffect, useState } from "react";
import type { BoardMetric, MeasureBoard, Metric } from "../../../src-shared/measure/index.ts";
import { metrics } from "../../../src-shared/measure/index.ts";
import { Button } from "../../components/button.tsx";
import { formatAmount, formatCount, formatQuantity } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";
import { loadMeasures, saveLog, saveReport, usePilot } from "../../state/pilot.ts";
import { useQueue } from "../../state/queue.ts";
import { openScreen } from "../../state/window-view.ts";
import { BarChart, LineChart } from "./charts.tsx";
import { ReturnPanel } from "./return-panel.tsx";
import "./measure.css";

/** What it was worth: every measure against the baseline, the trend, causes, money and the return. */
export function MeasureScreen() {
  const board = usePilot((state) => state.board);
  const error = usePilot((state) => state.error);
  useEffect(() => void loadMeasures(), []);
  return (
    <section
      className="measure-screen"
      data-keys="measure"
      data-pane="2"
      tabIndex={-1}
      aria-label={say("screen.measure")}
    >
      <header className="screen-head">
        <h1 className="grow">{say("screen.measure")}</h1>
        <Button onClick={() => void saveLog()}>{say("measure.saveLog")}</Button>
        <Button onClick={() => void saveReport("weekly")}>{say("pilot.weekly")}</Button>
        <Button look="main" onClick={() => void saveReport("assessment")}>
          {say("pilot.report")}
        </Button>
      </header>
      <div className="measure-body" tabIndex={0} role="region" aria-label={say("measure.figures")}>
        {error === null ? null : (
          <p className="sentence" role="alert">
            {error.message}
          </p>
        )}
        {board === null ? null : <Board board={board} />}
      </div>
    </section>
  );
}

function Board({ board }: { readonly board: MeasureBoard }) {
  const workBefore = board.metrics.find(({ id }) => id === "completion")?.before ?? null;
  return (
    <>
      <Filters board={board} />
      {board.cases === 0 ? (
        <p className="soft">{say("measure.none")}</p>
      ) : (
        <p className="soft">{say("measure.lead", { cases: board.cases, baseline: board.baselineCases })}</p>
      )}
      <MetricTable board={board} />
      <div className="measure-charts">
        {board.trend.length === 0 ? (
          <p className="soft">{say("measure.trendNone")}</p>
        ) : (
          <>
            <LineChart
              title={say("measure.trend")}
              points={board.trend.map(({ week, minutesToDecide }) => ({
                label: week.slice(5),
                value: minutesToDecide === null ? null : Number(minutesToDecide),
              }))}
              before={workBefore === null ? null : Number(workBefore)}
            />
            <LineChart
              title={say("measure.decided")}
              points={board.trend.map(({ week, decided }) => ({ label: week.slice(5), value: decided }))}
              before={null}
            />
          </>
        )}
        <BarChart
          title={say("measure.causes")}
          parts={[say("measure.sentBack"), say("measure.approved"), say("measure.open")]}
          bars={board.causes.slice(0, 10).map((cause) => ({
            label: cause.check,
            parts: [cause.sentBack, cause.approved, cause.open],
            text: `${cause.sentBack} / ${cause.approved} / ${cause.open}`,
          }))}
        />
        <BarChart
          title={say("measure.timeToDecide")}
          parts={[say("measure.cases")]}
          bars={board.timeToDecide.map(({ label, count }) => ({
            label,
            parts: [count],
            text: formatCount(count),
          }))}
        />
        <BarChart
          title={say("measure.aging")}
          parts={[say("measure.cases")]}
          bars={board.aging.map(({ label, count }) => ({ label, parts: [count], text: formatCount(count) }))}
        />
      </div>
      <MoneyTable board={board} />
      <ReturnPanel key={JSON.stringify(board.value.inputs)} value={board.value} />
    </>
  );
}

function Filters({ board }: { readonly board: MeasureBoard }) {
  const { filter } = board;
  return (
    <div className="row measure-filters">
      <label className="row">
        {say("measure.customer")}
        <select
          className="input"
          value={filter.customer ?? ""}
          onChange={(event) =>
            void loadMeasures({ ...filter, customer: event.target.value === "" ? null : event.target.value })
          }
        >
          <option value="">{say("measure.allCustomers")}</option>
          {board.customers.map((customer) => (
            <option key={customer} value={customer}>
              {customer}
            </option>
          ))}
        </select>
      </label>
      {(["from", "to"] as const).map((side) => (
        <label key={side} className="row">
          {say(`measure.${side}`)}
          <input
            className="input"
            type="date"
            value={filter[side] ?? ""}
            onChange={(event) =>
              void loadMeasures({ ...filter, [side]: event.target.value === "" ? null : event.target.value })
            }
          />
        </label>
      ))}
    </div>
  );
}

/** Counts and money need no unit behind them. */
const nameOfUnit = (unit: Metric["unit"]): string =>
  unit === "count" || unit === "money" ? "" : say(`unit.${unit}`);

const showFigure = ({ value, sums }: Pick<BoardMetric, "value" | "sums">, unit: string): string => {
  if (sums !== null)
    return (
      Object.entries(sums)
        .map(([currency, sum]) => formatAmount(sum, currency))
        .join(", ") || "–"
    );
  return value === null ? "–" : `${formatQuantity(value)} ${unit}`.trim();
};

function MetricTable({ board }: { readonly board: MeasureBoard }) {
  const [openId, setOpenId] = useState<string | null>(null);
  const byId = new Map(board.metrics.map((metric) => [metric.id, metric]));
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{say("measure.measure")}</th>
          <th scope="col" className="number">
            {say("measure.before")}
          </th>
          <th scope="col" className="number">
            {say("measure.now")}
          </th>
          <th scope="col" className="number">
            {say("measure.cases")}
          </th>
          <th scope="col">{say("measure.formula")}</th>
        </tr>
      </thead>
      <tbody>
        {metrics.map(({ id, title, unit, formula }) => {
          const figure = byId.get(id);
          if (figure === undefined) return null;
          const isOpen = openId === id;
          return [
            <tr key={id}>
              <th scope="row">{title}</th>
              <td className="number">{showFigure({ value: figure.before, sums: null }, nameOfUnit(unit))}</td>
              <td className="number">
                <strong>{showFigure(figure, nameOfUnit(unit))}</strong>
              </td>
              <td className="number">
                <Button
                  look="plain"
                  aria-expanded={isOpen}
                  aria-label={say("measure.showCases", { count: figure.count, title })}
                  disabled={figure.cases.length === 0}
                  onClick={() => setOpenId(isOpen ? null : id)}
                >
                  {formatCount(figure.count)}
                </Button>
              </td>
              <td className="soft">{formula}</td>
            </tr>,
            isOpen ? (
              <tr key={`${id}-cases`}>
                <td colSpan={5}>
                  <CaseLinks ids={figure.cases} label={say("measure.casesOf", { title })} />
                </td>
              </tr>
            ) : null,
          ];
        })}
      </tbody>
    </table>
  );
}

/** The cases behind a figure; each opens its review. */
function CaseLinks({ ids, label }: { readonly ids: readonly string[]; readonly label: string }) {
  const entries = useQueue((queue) => queue.entries);
  const numbers = new Map(entries.map(({ row }) => [row.invoiceId as string, row.number]));
  return (
    <ul className="measure-links" aria-label={label}>
      {ids.slice(0, 200).map((id) => (
        <li key={id}>
          <Button look="plain" onClick={() => openScreen("review", id)}>
            {numbers.get(id) ?? id}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function MoneyTable({ board }: { readonly board: MeasureBoard }) {
  const rows = board.causes.filter(({ over, under }) => Object.keys({ ...over, ...under }).length > 0);
  if (rows.length === 0) return null;
  return (
    <section className="measure-part" aria-labelledby="measure-money">
      <h2 id="measure-money">{say("measure.money")}</h2>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say("measure.check")}</th>
            <th scope="col" className="number">
              {say("measure.count")}
            </th>
            <th scope="col" className="number">
              {say("measure.over")}
            </th>
            <th scope="col" className="number">
              {say("measure.under")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ check, count, over, under }) => (
            <tr key={check}>
              <th scope="row">
                <code>{check}</code>
              </th>
              <td className="number">{formatCount(count)}</td>
              <td className="number">{showFigure({ value: null, sums: over }, "")}</td>
              <td className="number">{showFigure({ value: null, sums: under }, "")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
