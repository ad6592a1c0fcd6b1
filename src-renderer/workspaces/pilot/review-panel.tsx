import { useId, useState } from "react";
import type { PilotState } from "../../../src-shared/api/contract.ts";
import { Button } from "../../components/button.tsx";
import { Badge } from "../../components/sign.tsx";
import { formatMoment } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";
import { recordEntry, saveReport } from "../../state/pilot.ts";
import { CaseItem } from "./case-item.tsx";
import { AgendaLooks, AgendaRules } from "./agenda.tsx";
import { openScreen } from "../../state/window-view.ts";

/** The weekly meeting: the sample to look at, and the decisions that come of it. */
export function ReviewPanel({ state }: { readonly state: PilotState }) {
  const { week, agenda, sample, reviews } = state;
  const held = reviews.findLast((review) => review.week === week);
  const [text, setText] = useState(held?.decisions.join("\n") ?? "");
  const id = useId();
  const decisions = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return (
    <>
      <p className="soft">{say("pilot.reviewLead", { week })}</p>
      <AgendaLooks agenda={agenda} />
      <section className="pilot-part">
        <h2>{say("pilot.sample")}</h2>
        {sample.length === 0 ? <p className="soft">{say("pilot.sampleNone")}</p> : null}
        <ul className="pilot-list">
          {sample.map(({ invoiceId, number, customer, verdict }) => (
            <CaseItem key={invoiceId} invoiceId={invoiceId} number={number} customer={customer}>
              {verdict === null ? (
                <span className="row">
                  {(["right", "wrong"] as const).map((answer) => (
                    <Button
                      key={answer}
                      onClick={() =>
                        void recordEntry({
                          type: "sample-judged",
                          week,
                          invoiceId,
                          verdict: answer,
                          note: "",
                        })
                      }
                    >
                      {say(`pilot.judge.${answer}`)}
                    </Button>
                  ))}
                </span>
              ) : (
                <Badge tone={verdict === "right" ? "clear" : "over"}>{say(`pilot.judge.${verdict}`)}</Badge>
              )}
            </CaseItem>
          ))}
        </ul>
      </section>
      <AgendaRules
        agenda={agenda}
        onNote={(line) => setText((before) => (before.trim() === "" ? line : `${before.trimEnd()}\n${line}`))}
      />
      <section className="pilot-part">
        <div className="field">
          <label htmlFor={id}>{say("pilot.decisions")}</label>
          <textarea
            id={id}
            className="input"
            rows={4}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <span className="help">{say("pilot.decisionsHelp")}</span>
        </div>
        <div className="row">
          <Button
            look="main"
            disabled={decisions.length === 0}
            onClick={() =>
              void recordEntry({
                type: "weekly-review",
                week,
                decisions: decisions.slice(0, 60).map((line) => line.slice(0, 400)),
              })
            }
          >
            {say("pilot.holdReview")}
          </Button>
          <Button onClick={() => openScreen("measure")}>{say("screen.measure")}</Button>
          <Button onClick={() => void saveReport("weekly", "html")}>{say("pilot.weekly")}</Button>
          <Button onClick={() => void saveReport("weekly", "pdf")}>{say("pilot.weeklyPaper")}</Button>
        </div>
      </section>
      {reviews.length === 0 ? null : (
        <section className="pilot-part">
          <h2>{say("pilot.heldReviews")}</h2>
          {reviews.toReversed().map((review) => (
            <div key={review.at}>
              <h3>
                {review.week}, {formatMoment(review.at)}
              </h3>
              <ul>
                {review.decisions.map((decision) => (
                  <li key={decision}>– {decision}</li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      )}
    </>
  );
}
