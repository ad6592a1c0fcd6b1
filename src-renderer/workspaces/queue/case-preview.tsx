import type { ReviewCase } from "../../../src-shared/model/index.ts";
import { Button } from "../../components/button.tsx";
import { FindingCard } from "../../components/finding-card/finding-card.tsx";
import { Money, Unknown } from "../../components/money.tsx";
import { PaneEdge } from "../../components/pane-edge.tsx";
import { Badge } from "../../components/sign.tsx";
import { formatDate } from "../../locale/display.ts";
import { sayReason } from "../../locale/say-sentence.ts";
import { say } from "../../locale/say.ts";
import { usePreparedCases } from "../../state/prepared-cases.ts";
import { caseOfQueue } from "../../state/queue-places.ts";
import { useQueue } from "../../state/queue.ts";
import { openCase, sortedFindings } from "../../state/review.ts";
import { resizePane, togglePreview, useWindowView } from "../../state/window-view.ts";
import { toneOfRoute } from "./queue-columns.tsx";

/** CSS pixels, where the person chose nothing else. */
export const previewWidth = 304;

/** What the active row is about, without opening it. */
export function CasePreview() {
  const activeId = useQueue((queue) => queue.activeId);
  const entry = useQueue(caseOfQueue);
  const review = usePreparedCases((state) => (activeId === null ? null : state.byId.get(activeId))) ?? null;

  const edge = <PreviewEdge />;
  if (entry === undefined) {
    return (
      <aside className="case-preview" aria-label={say("preview.label")}>
        {edge}
      </aside>
    );
  }
  const { row } = entry;
  return (
    <aside className="case-preview" aria-label={say("preview.label")} data-keys="preview">
      {edge}
      <div className="preview-head">
        <div className="row">
          <h2 className="grow one-line">{row.number ?? say("invoice.unnumbered")}</h2>
          <Badge tone={toneOfRoute[row.route]}>{say(`route.${row.route}`)}</Badge>
          <Button look="plain" aria-label={say("preview.close")} onClick={togglePreview}>
            ✕
          </Button>
        </div>
        <p className="one-line">{row.customer ?? say("invoice.noCustomer")}</p>
        <dl className="facts">
          <div>
            <dt>{say("column.payable")}</dt>
            <dd>
              <Money amount={row.payable} currency={row.currency} />
            </dd>
          </div>
          <div>
            <dt>{say("column.sendBy")}</dt>
            <dd>{row.sendBy === null ? <Unknown /> : formatDate(row.sendBy)}</dd>
          </div>
          <div>
            <dt>{say("column.urgency")}</dt>
            <dd>{say(`urgency.${row.urgency}`)}</dd>
          </div>
          <div>
            <dt>{say("column.risk")}</dt>
            <dd>{say(`level.${row.risk}`)}</dd>
          </div>
          <div>
            <dt>{say("column.value")}</dt>
            <dd>{row.customerValue === null ? <Unknown /> : say(`level.${row.customerValue}`)}</dd>
          </div>
          <div>
            <dt>{say("column.owner")}</dt>
            <dd className="one-line">{row.owner}</dd>
          </div>
          <div>
            <dt>{say("column.due")}</dt>
            <dd>{row.dueDate === null ? <Unknown /> : formatDate(row.dueDate)}</dd>
          </div>
          <div>
            <dt>{say("column.agreement")}</dt>
            <dd className="one-line">{row.agreement ?? say("invoice.noAgreement")}</dd>
          </div>
          <div>
            <dt>{say("column.state")}</dt>
            <dd>
              {row.waitingUntil === null
                ? say(`state.${row.state}`)
                : say("state.waitingUntil", { until: formatDate(row.waitingUntil) })}
            </dd>
          </div>
        </dl>
        <button
          type="button"
          className="button"
          data-look="main"
          data-pane="3"
          onClick={() => void openCase(row.invoiceId)}
        >
          {say("command.openCase")}
        </button>
      </div>
      <div className="preview-body">{review === null ? null : <PreviewFindings review={review} />}</div>
    </aside>
  );
}

function PreviewEdge() {
  const size = useWindowView((view) => view.sizes.preview ?? previewWidth);
  return (
    <PaneEdge
      label={say("pane.preview")}
      side="left"
      unit="px"
      size={size}
      least={240}
      most={640}
      onSize={(wanted) => resizePane("preview", wanted)}
    />
  );
}

/** Nothing was found: either all is well, or something could not be determined, and then it says what. */
function Unfound({ review }: { readonly review: ReviewCase }) {
  const unknown = review.outcomes.filter((outcome) => outcome.outcome === "cannot-determine");
  const passed = review.outcomes.filter((outcome) => outcome.outcome === "pass").length;
  if (unknown.length === 0) return <p className="preview-note">{say("preview.clear", { count: passed })}</p>;
  return (
    <div className="preview-note">
      <h3>{say("queue.undetermined", { count: unknown.length })}</h3>
      <ul className="stack">
        {unknown.map((outcome) => (
          <li key={`${outcome.check} ${outcome.subject}`}>
            <strong>{say(`check.${outcome.check}`)}</strong>
            <p>{sayReason(outcome.because)}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

function PreviewFindings({ review }: { readonly review: ReviewCase }) {
  const findings = sortedFindings(review);
  if (findings.length === 0) {
    return <Unfound review={review} />;
  }
  return (
    <ul className="stack">
      {findings.map((finding) => (
        <li key={finding.id}>
          <FindingCard
            finding={finding}
            currency={review.invoice.currency?.value ?? null}
            isDismissed={review.decision.dismissed.some((each) => each.findingId === finding.id)}
            isOpen={false}
          />
        </li>
      ))}
    </ul>
  );
}
