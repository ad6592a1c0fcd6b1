import { useEffect, useState } from "react";
import type { MeasureBoard } from "../../../src-shared/measure/index.ts";
import { Button } from "../../components/button.tsx";
import { formatCount } from "../../locale/display.ts";
import { namedMetrics } from "../../locale/measure-words.ts";
import { say } from "../../locale/say.ts";
import { loadMeasures, saveLog, saveReport, usePilot } from "../../state/pilot.ts";
import { useWindowView } from "../../state/window-view.ts";
import { BeforeAfterTable } from "./before-after-table.tsx";
import { BucketChart, CauseChart, MoneyChart } from "./board-charts.tsx";
import { CaseLinks } from "./case-links.tsx";
import { MoneyTable } from "./money-table.tsx";
import { ReturnPanel } from "./return-panel.tsx";
import { nameOfUnit, showFigure } from "./show-figure.ts";
import { TrendPart } from "./trend-part.tsx";
import "./measure.css";

/** What it was worth: every measure against the baseline, the trend, causes, money and the return. */
export function MeasureScreen() {
  const board = usePilot((state) => state.board);
  const error = usePilot((state) => state.error);
  const subject = useWindowView((view) => view.subject);
  useEffect(() => void loadMeasures(), []);
  const isLoaded = board !== null;
  useEffect(() => {
    if (isLoaded && subject === "return") document.getElementById("measure-return")?.scrollIntoView();
  }, [isLoaded, subject]);
  return (
    <section
      className="screen screen-paper"
      data-keys="measure"
      data-pane="2"
      tabIndex={-1}
      aria-label={say("screen.measure")}
    >
      <header className="screen-head">
        <h1 className="grow">{say("screen.measure")}</h1>
        <Button onClick={() => void saveLog()}>{say("measure.saveLog")}</Button>
        <Button onClick={() => void saveReport("weekly", "html")}>{say("pilot.weekly")}</Button>
        <Button onClick={() => void saveReport("weekly", "pdf")}>{say("pilot.weeklyPaper")}</Button>
        <Button onClick={() => void saveReport("assessment", "pdf")}>{say("pilot.reportPaper")}</Button>
        <Button look="main" onClick={() => void saveReport("assessment", "html")}>
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
        <TrendPart board={board} />
        <CauseChart board={board} />
        <MoneyChart board={board} />
        <BucketChart title={say("measure.timeToDecide")} buckets={board.timeToDecide} />
        <BucketChart title={say("measure.aging")} buckets={board.aging} />
      </div>
      <BeforeAfterTable board={board} />
      <MoneyTable board={board} />
      <ReturnPanel key={JSON.stringify(board.value.inputs)} value={board.value} />
    </>
  );
}

const kinds = ["invoice", "credit-note", "debit-note", "proforma", "self-billed"] as const;

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
      <label className="row">
        {say("measure.kind")}
        <select
          className="input"
          value={filter.kind ?? ""}
          onChange={(event) =>
            void loadMeasures({
              ...filter,
              kind: kinds.find((kind) => kind === event.target.value) ?? null,
            })
          }
        >
          <option value="">{say("measure.allKinds")}</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {say(`invoiceKind.${kind}`)}
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
        {namedMetrics().map(({ id, title, unit, formula }) => {
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
