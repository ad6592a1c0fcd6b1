import type { Outcome, OutcomeKind, ReviewCase } from "../../../src-shared/model/index.ts";
import { Sign } from "../../components/sign.tsx";
import type { Tone } from "../../components/sign.tsx";
import { sayReason } from "../../locale/say-sentence.ts";
import { say } from "../../locale/say.ts";

const order: readonly OutcomeKind[] = ["cannot-determine", "not-run", "fail", "pass", "not-applicable"];
const toneOf: Readonly<Record<OutcomeKind, Tone>> = {
  "cannot-determine": "process",
  "not-run": "under",
  fail: "over",
  pass: "clear",
  "not-applicable": "neutral",
};

/** What was checked and what was not, and why: "cannot determine" is as visible as a failure. */
export function CheckedList({ review }: { readonly review: ReviewCase }) {
  return (
    <section className="checked" aria-label={say("checked.title")}>
      <h3>{say("checked.title")}</h3>
      {order.map((kind) => {
        const outcomes = review.outcomes.filter((outcome) => outcome.outcome === kind);
        if (outcomes.length === 0) return null;
        return (
          <details key={kind} className="checked-group" open={kind === "cannot-determine"}>
            <summary>
              <Sign tone={toneOf[kind]} />
              <span className="grow">{say(`outcome.${kind}`)}</span>
              <span className="soft">{outcomes.length}</span>
            </summary>
            <ul>
              {outcomes.map((outcome) => (
                <li key={`${outcome.check} ${outcome.subject}`}>
                  <strong>{say(`check.${outcome.check}`)}</strong>
                  <SubjectOf outcome={outcome} />
                  {outcome.blockedBy === undefined ? (
                    <p className="soft">{sayReason(outcome.because)}</p>
                  ) : (
                    <p className="soft">
                      {say("checked.blockedBy", { check: say(`check.${outcome.blockedBy}`) })}
                    </p>
                  )}
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </section>
  );
}

function SubjectOf({ outcome }: { readonly outcome: Outcome }) {
  const line = /#(.+)$/.exec(outcome.subject)?.[1];
  return line === undefined ? null : <span className="soft"> {say("finding.line", { line })}</span>;
}
