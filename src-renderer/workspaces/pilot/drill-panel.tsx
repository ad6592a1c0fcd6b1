import type { DrillCase, PilotState } from "../../../src-shared/api/contract.ts";
import type { DrillDefect } from "../../../src-shared/model/index.ts";
import { Button } from "../../components/button.tsx";
import { isDecimalText } from "../../../src-shared/money/index.ts";
import { formatDate, formatMoment, formatQuantity } from "../../locale/display.ts";
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
            <td>
              {caught ? (
                by.map((check) => say(`check.${check}`)).join(", ")
              ) : (
                <strong className="tone-over">{say("pilot.missed")}</strong>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const wordsOfFigure = (text: string | null): string =>
  text !== null && isDecimalText(text) ? formatQuantity(text) : (text ?? "–");

/** A part of the head as a person reads it: "Due date 12 Oct 2026". */
function wordsOfHead([name, value]: readonly [string, string]): string {
  const message = `field.${name}`;
  const title = hasMessage(message) ? say(message) : name;
  return `${title} ${/^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : wordsOfFigure(value)}`;
}

/** One invoice of a drill: its figures and what was agreed, without any finding. */
function Question({ shown }: { readonly shown: DrillCase }) {
  return (
    <article className="pilot-question">
      <h2>{say("pilot.isItRight")}</h2>
      <p className="soft">
        {[shown.customer, ...Object.entries(shown.head).map(wordsOfHead)]
          .filter((part) => part !== null)
          .join(" · ")}
      </p>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say("drill.description")}</th>
            {(["drill.quantity", "drill.price", "drill.net"] as const).map((id) => (
              <th key={id} scope="col" className="number">
                {say(id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.lines.map((line, at) => (
            <tr key={`${line.description}-${at}`}>
              <td>{line.description}</td>
              <td className="number">{wordsOfFigure(line.quantity)}</td>
              <td className="number">{wordsOfFigure(line.price)}</td>
              <td className="number">{wordsOfFigure(line.net)}</td>
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
