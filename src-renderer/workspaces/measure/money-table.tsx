import type { MeasureBoard } from "../../../src-shared/measure/index.ts";
import { say } from "../../locale/say.ts";
import { CountedCases } from "./case-links.tsx";
import { showFigure } from "./show-figure.ts";

/** Money found in each direction, by check; each row opens its cases. */
export function MoneyTable({ board }: { readonly board: MeasureBoard }) {
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
          {rows.map(({ check, count, over, under, cases }) => (
            <tr key={check}>
              <th scope="row">{say(`check.${check}`)}</th>
              <td className="number">
                <CountedCases count={count} ids={cases} title={say(`check.${check}`)} />
              </td>
              <td className="number">{showFigure({ value: null, sums: over }, "")}</td>
              <td className="number">{showFigure({ value: null, sums: under }, "")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
