import { useKeyLabel } from "../../commands/use-key-label.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import type { ReviewCase } from "../../../src-shared/model/index.ts";
import { approveNow, compose } from "../../commands/decide-cases.ts";
import { CaseAdvice } from "./case-advice.tsx";
import { Button } from "../../components/button.tsx";
import { Money } from "../../components/money.tsx";
import { Badge } from "../../components/sign.tsx";
import type { Tone } from "../../components/sign.tsx";
import { formatDate } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";
import { wordsOfPeriod } from "../../locale/term-words.ts";
import { useQueue } from "../../state/queue.ts";
import { neighborCase, openCase } from "../../state/review.ts";
import { openScreen } from "../../state/window-view.ts";

const toneOfRoute: Readonly<Record<ReviewCase["route"], Tone>> = {
  blocked: "blocked",
  review: "open",
  clear: "clear",
};

/** What is being decided, where in the list it stands, and the decisions with their keys. */
export function CaseHead({ review }: { readonly review: ReviewCase }) {
  const keyOf = useKeyLabel();
  const { invoice, decision, route } = review;
  const visible = useQueue((queue) => queue.visible);
  const at = visible.findIndex((entry) => entry.row.invoiceId === invoice.id);
  const currency = invoice.currency?.value ?? null;
  const period = wordsOfPeriod(invoice.periodStart?.value ?? null, invoice.periodEnd?.value ?? null);
  const issued = valueOf(invoice.issueDate);
  const due = valueOf(invoice.dueDate);
  const next = neighborCase(1);
  const previous = neighborCase(-1);
  return (
    <header className="case-head">
      <Button look="plain" shortcut={keyOf("screen.leave")} onClick={() => openScreen("queue")}>
        {say("review.back")}
      </Button>
      <div className="case-title">
        <div className="row">
          <h1 className="one-line">
            {say(`invoiceKind.${invoice.kind}`)} {invoice.number?.value ?? say("invoice.unnumbered")}
          </h1>
          <Badge tone={toneOfRoute[route]}>{say(`route.${route}`)}</Badge>
          {decision.state === "to-decide" || decision.state === "blocked" ? null : (
            <Badge tone="accent">{say(`state.${decision.state}`)}</Badge>
          )}
        </div>
        <p className="case-facts one-line">
          <span>{invoice.buyer?.name ?? say("invoice.noCustomer")}</span>
          <strong>
            <Money amount={invoice.payable?.value ?? invoice.gross?.value ?? null} currency={currency} />
          </strong>
          {issued === null ? null : <span>{say("review.issued", { date: formatDate(issued) })}</span>}
          {due === null ? null : <span>{say("review.due", { date: formatDate(due) })}</span>}
          {period === null ? null : <span>{period}</span>}
        </p>
        <CaseAdvice advice={review.advice} />
      </div>
      <div className="case-moves row">
        <Button
          look="plain"
          aria-label={say("command.previousCase")}
          disabled={previous === null}
          onClick={() => void (previous === null ? null : openCase(previous))}
        >
          ‹
        </Button>
        <span className="soft">
          {at < 0 ? "" : say("review.position", { at: at + 1, total: visible.length })}
        </span>
        <Button
          look="plain"
          aria-label={say("command.nextCase")}
          disabled={next === null}
          onClick={() => void (next === null ? null : openCase(next))}
        >
          ›
        </Button>
      </div>
      <div className="row case-decisions" role="group" aria-label={say("group.decide")}>
        <Button look="main" shortcut={keyOf("decide.approve")} onClick={() => void approveNow()}>
          {say("decide.approve")}
        </Button>
        <Button shortcut={keyOf("decide.correct")} onClick={() => compose("correct")}>
          {say("decide.correct")}
        </Button>
        <Button shortcut={keyOf("decide.ask")} onClick={() => compose("ask")}>
          {say("decide.ask")}
        </Button>
        <Button shortcut={keyOf("decide.escalate")} onClick={() => compose("escalate")}>
          {say("decide.escalate")}
        </Button>
        <Button shortcut={keyOf("decide.postpone")} onClick={() => compose("postpone")}>
          {say("decide.postpone")}
        </Button>
      </div>
    </header>
  );
}
