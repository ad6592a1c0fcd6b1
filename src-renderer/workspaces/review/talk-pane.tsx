import { useId, useState } from "react";
import type { FormEvent } from "react";
import type { DecisionEvent, ReviewCase } from "../../../src-shared/model/index.ts";
import { Badge } from "../../components/sign.tsx";
import { formatMoment } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";
import { commentCase } from "../../state/remedies.ts";
import { usePolicy } from "../../state/policy.ts";
import { saysOf } from "./words-of-event.ts";

/** What was said and done about this case, the newest first, with a line to say something. */
export function TalkPane({ review }: { readonly review: ReviewCase }) {
  const reversed = new Set<string>(review.reversed);
  const { approvals, approversNeeded } = review.decision;
  return (
    <div className="findings-scroller" tabIndex={0} role="region" aria-label={say("review.panel.talk")}>
      <CommentField key={review.invoice.id} invoiceId={review.invoice.id} />
      {approversNeeded === 2 ? (
        <p className="case-note">
          {say("talk.approvals", {
            count: approvals.length,
            names: approvals.map(({ by }) => by).join(", "),
          })}
        </p>
      ) : null}
      {review.history.length === 0 ? <p className="soft">{say("talk.none")}</p> : null}
      <ol className="talk-list">
        {review.history.toReversed().map((event) => (
          <li key={event.id} className="talk-entry" data-undone={reversed.has(event.id)}>
            <p className="soft">
              {say("talk.meta", { actor: event.actor, at: formatMoment(event.at) })}
              {reversed.has(event.id) ? (
                <>
                  {" "}
                  <Badge tone="neutral">{say("history.undone")}</Badge>
                </>
              ) : null}
            </p>
            <EventWords event={event} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function EventWords({ event }: { readonly event: DecisionEvent }) {
  const { headline, text } = saysOf(event);
  return (
    <>
      <p>
        <strong>{headline}</strong>
      </p>
      {text === null ? null : <p className="talk-text">{text}</p>}
    </>
  );
}

function CommentField({ invoiceId }: { readonly invoiceId: string }) {
  const [text, setText] = useState("");
  const roles = usePolicy((state) => state.policy?.roles ?? noRoles);
  const id = useId();
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === "") return;
    void commentCase(invoiceId, text.trim()).then((isKept) => {
      if (isKept) setText("");
    });
  };
  return (
    <form
      className="field talk-form"
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send(event);
      }}
    >
      <label htmlFor={id}>{say("talk.comment")}</label>
      <textarea
        id={id}
        className="input"
        rows={2}
        data-comment=""
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="row talk-roles">
        {roles.map((role) => (
          <button
            key={role}
            type="button"
            className="badge filter-chip"
            aria-label={say("talk.mention", { role })}
            onClick={() => setText(`${text}${text === "" || text.endsWith(" ") ? "" : " "}@${role} `)}
          >
            @{role}
          </button>
        ))}
        <span className="grow" />
        <button type="submit" className="button" disabled={text.trim() === ""}>
          {say("talk.send")}
        </button>
      </div>
    </form>
  );
}

const noRoles: readonly string[] = [];
