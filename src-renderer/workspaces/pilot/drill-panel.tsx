import type { DrillCase, PilotState } from "../../../src-shared/api/contract.ts";
import type { DrillDefect } from "../../../src-shared/model/index.ts";
import { Button } from "../../components/button.tsx";
import { formatMoment } from "../../locale/display.ts";
import { hasMessage, say } from "../../locale/say.ts";
import { answerDrill, dealDrill, runDrill, usePilot } from "../../state/pilot.ts";

const nameOf = (kind: string): string => {
  const message = `defect.${kind}`;
  return hasMessage(message) ? say(message) : kind;
};

/** Seeded defects: do the checks see them, and does the reviewer? */
export function DrillPanel({ state }: { readonly state: PilotState }) {
  const dealt = usePilot((pilot) => pilot.dealt);
  const lastAnswer = usePilot((pilot) => pilot.lastAnswer);
  const { reviewerDrill } = state;
  const last = state.drills.at(-1);
  const current = dealt?.cases[0];
  return (
    <>
      <p className="soft">{say("pilot.drillLead")}</p>
      <div className="row">
        <Button look="main" onClick={() => void runDrill()}>
          {say("pilot.runDrill")}
        </Button>
        <Button onClick={() => void dealDrill()}>{say("pilot.dealDrill")}</Button>
      </div>
      {lastAnswer === null ? null : (
        <p role="status">
          {say(lastAnswer.wasRight ? "pilot.answerRight" : "pilot.answerWrong", {
            what: lastAnswer.isFaulty
              ? say("pilot.what.faulty", { kind: nameOf(lastAnswer.kind) })
              : say("pilot.what.clean"),
          })}
        </p>
      )}
      {current === undefined ? null : <Question shown={current} />}
      {reviewerDrill.right + reviewerDrill.missed + reviewerDrill.falseAlarms === 0 ? null : (
        <p>
          {say("pilot.reviewer", {
            right: reviewerDrill.right,
            missed: reviewerDrill.missed,
            alarms: reviewerDrill.falseAlarms,
            seconds: reviewerDrill.seconds,
          })}
        </p>
      )}
      {last === undefined ? (
        <p className="soft">{say("pilot.drillNone")}</p>
      ) : (
        <section className="pilot-part">
          <h2>{formatMoment(last.at)}</h2>
          <p>
            {say("pilot.caught", {
              caught: last.defects.filter(({ caught }) => caught).length,
              count: last.defects.length,
            })}
          </p>
          <DefectTable defects={last.defects} />
        </section>
      )}
    </>
  );
}

function DefectTable({ defects }: { readonly defects: readonly DrillDefect[] }) {
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{say("pilot.column.defect")}</th>
          <th scope="col">{say("pilot.column.by")}</th>
        </tr>
      </thead>
      <tbody>
        {defects.map(({ kind, caught, by }) => (
          <tr key={kind}>
            <td>{nameOf(kind)}</td>
            <td>{caught ? by.join(", ") : <strong className="tone-over">{say("pilot.missed")}</strong>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One invoice of a drill: its figures and what was agreed, without any finding. */
function Question({ shown }: { readonly shown: DrillCase }) {
  return (
    <article className="pilot-question">
      <h2>{say("pilot.isItRight")}</h2>
      <p className="soft">
        {[shown.customer, ...Object.entries(shown.head).map(([name, value]) => `${name} ${value}`)]
          .filter((part) => part !== null)
          .join(" · ")}
      </p>
      <table className="table">
        <tbody>
          {shown.lines.map((line, at) => (
            <tr key={`${line.description}-${at}`}>
              <td>{line.description}</td>
              <td className="number">{line.quantity ?? "–"}</td>
              <td className="number">{line.price ?? "–"}</td>
              <td className="number">{line.net ?? "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{say("pilot.clauses")}</h3>
      <ul>
        {shown.clauses.map((clause) => (
          <li key={clause} className="soft">
            {clause}
          </li>
        ))}
      </ul>
      <div className="row">
        <Button onClick={() => void answerDrill("faulty")}>{say("pilot.faulty")}</Button>
        <Button onClick={() => void answerDrill("clean")}>{say("pilot.clean")}</Button>
      </div>
    </article>
  );
}
