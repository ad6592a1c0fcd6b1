import { useEffect, useRef } from "react";
import { useKeyLabel } from "../../commands/use-key-label.ts";
import type { Finding, ReviewCase } from "../../../src-shared/model/index.ts";
import { composeDismissal } from "../../commands/decide-cases.ts";
import { Button } from "../../components/button.tsx";
import { FindingCard } from "../../components/finding-card/finding-card.tsx";
import { formatDate } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";
import { sayFinding } from "../../locale/say-sentence.ts";
import { wordsOfTerm } from "../../locale/term-words.ts";
import { openFindings, selectFinding, sortedFindings, toggleCounted, useReview } from "../../state/review.ts";
import { CorrectedTotal } from "./corrected-total.tsx";
import { TwinComparison } from "./twin-comparison.tsx";
import { CaseProposals } from "./case-proposals.tsx";
import { CheckedList } from "./checked-list.tsx";
import { FindingRemedies } from "./finding-remedies.tsx";
import { Proof } from "./proof.tsx";

interface FindingsPaneProps {
  readonly review: ReviewCase;
  readonly nameOf: (documentId: string) => string;
}

/** What differs, the gravest first, in words and money; below it what was checked and what was not. */
export function FindingsPane({ review, nameOf }: FindingsPaneProps) {
  const findingId = useReview((state) => state.findingId);
  const findings = sortedFindings(review);
  const open = openFindings(review);
  const groups = [
    { title: "review.against", list: findings.filter(({ severity }) => severity !== "info") },
    { title: "review.information", list: findings.filter(({ severity }) => severity === "info") },
  ] as const;
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    list.current?.querySelector('[data-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [findingId]);

  return (
    <section className="findings-pane" aria-label={say("review.findings")}>
      <h2 className="side-title">{titleOf(review, open.length)}</h2>
      <CorrectedTotal review={review} />
      <div
        ref={list}
        className="findings-scroller"
        tabIndex={0}
        role="region"
        aria-label={say("review.findingList")}
      >
        <CaseNote review={review} />
        <CaseProposals review={review} nameOf={nameOf} />
        {groups.map(({ title, list: members }) =>
          members.length === 0 ? null : (
            <section key={title}>
              <h3 className="finding-group">{say(title)}</h3>
              <ul className="stack">
                {members.map((finding) => (
                  <li key={finding.id} data-selected={finding.id === findingId} className="finding-item">
                    <SelectableFinding
                      finding={finding}
                      review={review}
                      isSelected={finding.id === findingId}
                      nameOf={nameOf}
                    />
                  </li>
                ))}
              </ul>
            </section>
          ),
        )}
        <SelectedTerm review={review} />
        <CheckedList review={review} />
      </div>
    </section>
  );
}

function titleOf(review: ReviewCase, open: number): string {
  const unknown = review.outcomes.filter((outcome) => outcome.outcome === "cannot-determine").length;
  if (open > 0) return say("review.findingCount", { count: open });
  return unknown > 0 ? say("review.undetermined", { count: unknown }) : say("review.noFindings");
}

interface SelectableFindingProps extends FindingsPaneProps {
  readonly finding: Finding;
  readonly isSelected: boolean;
}

function SelectableFinding({ finding, review, isSelected, nameOf }: SelectableFindingProps) {
  const keyOf = useKeyLabel();
  const dismissal = review.decision.dismissed.find((each) => each.findingId === finding.id);
  return (
    <>
      <FindingCard
        finding={finding}
        currency={review.invoice.currency?.value ?? null}
        isDismissed={dismissal !== undefined}
        isOpen={isSelected}
        proof={
          <>
            {finding.check === "duplicate.invoice" && finding.relatedInvoiceId !== null ? (
              <TwinComparison own={review.invoice} otherId={finding.relatedInvoiceId} />
            ) : null}
            <Proof evidence={finding.evidence} nameOf={nameOf} />
          </>
        }
      />
      {dismissal === undefined && finding.impact !== null && finding.severity !== "info" ? (
        <CountedBox findingId={finding.id} />
      ) : null}
      {isSelected ? (
        <div className="row finding-actions">
          {dismissal === undefined ? (
            <>
              <Button shortcut={keyOf("decide.dismiss")} onClick={composeDismissal}>
                {say("decide.dismiss")}
              </Button>
              <FindingRemedies finding={finding} review={review} />
            </>
          ) : (
            <p className="soft">{say("finding.dismissedBecause", { reason: dismissal.reason })}</p>
          )}
        </div>
      ) : (
        <button
          type="button"
          className="finding-select"
          aria-label={say("finding.show", {
            title: say(`check.${finding.check}`),
            message: sayFinding(finding),
          })}
          onClick={() => selectFinding(finding.id)}
        />
      )}
    </>
  );
}

/** Whether a finding counts in the corrected total above; decides nothing. */
function CountedBox({ findingId }: { readonly findingId: string }) {
  const isCounted = useReview((state) => !state.uncounted.has(findingId));
  return (
    <label className="finding-counted">
      <input type="checkbox" checked={isCounted} onChange={() => toggleCounted(findingId)} />
      {say("finding.counts")}
    </label>
  );
}

/** The question that is open, until when it waits, and the note of the last decision. */
function CaseNote({ review }: { readonly review: ReviewCase }) {
  const { question, waitingUntil, note, owner } = review.decision;
  if (question === null && waitingUntil === null && note === null) return null;
  return (
    <div className="case-note">
      {question === null ? null : <p>{say("case.question", { to: question.to, text: question.text })}</p>}
      {waitingUntil === null ? null : <p>{say("state.waitingUntil", { until: formatDate(waitingUntil) })}</p>}
      {note === null ? null : <p>{say("case.note", { owner, note })}</p>}
    </div>
  );
}

/** The clause that was clicked, where no finding speaks of it. */
function SelectedTerm({ review }: { readonly review: ReviewCase }) {
  const termId = useReview((state) => state.termId);
  const agreement = review.agreements.find((each) => each.terms.some((term) => term.id === termId));
  const term = agreement?.terms.find((each) => each.id === termId);
  if (agreement === undefined || term === undefined) return null;
  const lines = review.match.lines.filter((line) =>
    line.bindings.some((binding) => binding.termId === termId),
  );
  return (
    <div className="case-note" role="status">
      <h3>{say(`term.type.${term.type}`)}</h3>
      <p>{wordsOfTerm(term, agreement.currency)}</p>
      <p className="soft">
        {lines.length === 0
          ? say("term.governsNothing")
          : say("term.governs", { count: lines.length, lines: lines.map((line) => line.lineId).join(", ") })}
      </p>
    </div>
  );
}
