import type { MeasureBoard, MetricFigure } from "../../../src-shared/measure/index.ts";
import { formatDate } from "../../locale/display.ts";
import { namedMetrics } from "../../locale/measure-words.ts";
import { say } from "../../locale/say.ts";
import { CountedCases } from "./case-links.tsx";
import { nameOfUnit, showFigure } from "./show-figure.ts";

/** Thirty days before and after the day on which the program was first allowed to do more than watch. */
export function BeforeAfterTable({ board }: { readonly board: MeasureBoard }) {
  const { from, basis, casesBefore, casesAfter, rows } = board.beforeAfter;
  const byId = new Map(rows.map((row) => [row.id, row]));
  const baselines = new Map(board.metrics.map(({ id, before }) => [id, before]));
  return (
    <section className="measure-part" aria-labelledby="measure-thirty">
      <h2 id="measure-thirty">{say("measure.thirty")}</h2>
      <p className="soft">
        {say(basis === "phase-signed" ? "measure.thirtySigned" : "measure.thirtyLast", {
          day: formatDate(from),
          before: casesBefore,
          after: casesAfter,
        })}
      </p>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say("measure.measure")}</th>
            <th scope="col" className="number">
              {say("measure.baseline")}
            </th>
            <th scope="col" className="number">
              {say("measure.thirtyBefore")}
            </th>
            <th scope="col" className="number">
              {say("measure.cases")}
            </th>
            <th scope="col" className="number">
              {say("measure.thirtyAfter")}
            </th>
            <th scope="col" className="number">
              {say("measure.cases")}
            </th>
          </tr>
        </thead>
        <tbody>
          {namedMetrics().map(({ id, title, unit }) => {
            const row = byId.get(id);
            if (row === undefined) return null;
            return (
              <tr key={id}>
                <th scope="row">{title}</th>
                <td className="number">
                  {showFigure({ value: baselines.get(id) ?? null, sums: null }, nameOfUnit(unit))}
                </td>
                <Half figure={row.before} unit={nameOfUnit(unit)} title={title} />
                <Half figure={row.after} unit={nameOfUnit(unit)} title={title} />
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Half({
  figure,
  unit,
  title,
}: {
  readonly figure: MetricFigure;
  readonly unit: string;
  readonly title: string;
}) {
  return (
    <>
      <td className="number">{showFigure(figure, unit)}</td>
      <td className="number">
        <CountedCases count={figure.count} ids={figure.cases} title={title} />
      </td>
    </>
  );
}
