import { useEffect } from "react";
import { useKeyLabel } from "../../commands/use-key-label.ts";
import type { Proposal } from "../../../src-shared/assistant/index.ts";
import type { ReviewCase } from "../../../src-shared/model/index.ts";
import { isDecimalText } from "../../../src-shared/money/index.ts";
import { Button } from "../../components/button.tsx";
import { Badge } from "../../components/sign.tsx";
import { formatDate, formatPlainAmount } from "../../locale/display.ts";
import { hasMessage, say } from "../../locale/say.ts";
import { loadAssistant, useAssistant } from "../../state/assistant.ts";
import {
  askAboutCase,
  canBeTaken,
  caseTasks,
  judgeCaseProposal,
  useCaseProposals,
} from "../../state/case-proposals.ts";
import type { ProposalEntry } from "../../state/case-proposals.ts";

interface CaseProposalsProps {
  readonly review: ReviewCase;
  readonly nameOf: (documentId: string) => string;
}

/** What the assistant proposes about this case, each beside what the rules read, with its quote; nothing while it is off. */
export function CaseProposals({ review, nameOf }: CaseProposalsProps) {
  const keyOf = useKeyLabel();
  const settings = useAssistant((assistant) => assistant.state?.settings);
  const { invoiceId, entries, isBusy, because, error } = useCaseProposals();
  const isAbout = invoiceId === review.invoice.id;
  useEffect(() => {
    if (settings === undefined) void loadAssistant();
  }, [settings]);
  const isInUse = settings?.isOn === true && caseTasks.some((task) => settings.levels[task] !== "off");
  if (!isInUse && !(isAbout && because !== null)) return null;
  return (
    <section className="case-proposals" aria-label={say("caseAssistant.title")}>
      <div className="row">
        <h3 className="grow">{say("caseAssistant.title")}</h3>
        <Button
          look="plain"
          shortcut={keyOf("review.askAssistant")}
          disabled={isBusy}
          onClick={() => void askAboutCase()}
        >
          {say(isBusy ? "caseAssistant.asking" : "caseAssistant.ask")}
        </Button>
      </div>
      {isAbout ? (
        <>
          {error === null ? null : (
            <p className="sentence" role="alert">
              {error.message}
            </p>
          )}
          {because === null ? null : <p className="soft">{because}</p>}
          <ul className="stack" aria-live="polite">
            {entries.map((entry) => (
              <li key={entry.proposal.id}>
                <ProposalBeside
                  entry={entry}
                  currency={review.invoice.currency?.value ?? null}
                  nameOf={nameOf}
                />
              </li>
            ))}
          </ul>
          {isBusy || entries.length > 0 || error !== null || because !== null ? null : (
            <p className="soft">{say("assistant.nothing")}</p>
          )}
        </>
      ) : null}
    </section>
  );
}

interface ProposalBesideProps {
  readonly entry: ProposalEntry;
  readonly currency: string | null;
  readonly nameOf: (documentId: string) => string;
}

function ProposalBeside({ entry, currency, nameOf }: ProposalBesideProps) {
  const { proposal } = entry;
  const { content, citations, basis } = proposal;
  const isActive = useCaseProposals((state) => state.activeId === proposal.id);
  return (
    <article className="case-proposal" data-active={isActive}>
      <div className="row">
        <Badge tone={basis === "model" ? "process" : "neutral"}>{say(`assistant.source.${basis}`)}</Badge>
        <strong className="grow">{titleOf(proposal)}</strong>
        {content.type === "reading" && content.agrees ? (
          <Badge tone="clear">{say("assistant.agrees")}</Badge>
        ) : null}
      </div>
      {content.type === "reading" ? (
        <dl className="proposal-sides">
          <div>
            <dt>{say("caseAssistant.rules")}</dt>
            <dd>{shown(content.beside, currency)}</dd>
          </div>
          <div>
            <dt>{say("caseAssistant.model")}</dt>
            <dd>{shown(content.value, currency)}</dd>
          </div>
        </dl>
      ) : null}
      {content.type === "text" ? <p>{content.text}</p> : null}
      {content.type === "text" && content.unbacked !== undefined ? (
        <p role="alert">{say("assistant.unbacked", { sentence: content.unbacked.join(" ") })}</p>
      ) : null}
      {citations.map((citation) => (
        <blockquote key={`${citation.documentId} ${citation.start}`}>
          {citation.quote}
          <footer className="soft">{nameOf(citation.documentId)}</footer>
        </blockquote>
      ))}
      <Judging entry={entry} isActive={isActive} />
    </article>
  );
}

/** The two answers, each with its key while it is the proposal at hand, or what was answered. */
function Judging({ entry, isActive }: { readonly entry: ProposalEntry; readonly isActive: boolean }) {
  const { id } = entry.proposal;
  const verdict = useCaseProposals((state) => state.judged[id]);
  if (!canBeTaken(entry)) return null;
  if (verdict !== undefined) return <Badge tone="neutral">{say(`assistant.${verdict}`)}</Badge>;
  return (
    <div className="row">
      <Button {...(isActive ? { shortcut: "Y" } : {})} onClick={() => void judgeCaseProposal("accepted", id)}>
        {say("assistant.accept")}
      </Button>
      <Button
        look="plain"
        {...(isActive ? { shortcut: "T" } : {})}
        onClick={() => void judgeCaseProposal("rejected", id)}
      >
        {say("assistant.reject")}
      </Button>
    </div>
  );
}

function titleOf({ task, content }: Proposal): string {
  if (content.type !== "reading") return say(`task.${task}`);
  const field = `field.${content.field}`;
  return hasMessage(field) ? say(field) : content.field;
}

/** A value as the review writes it; what the rules could not read is said. */
function shown(value: string | null, currency: string | null): string {
  if (value === null) return say("value.notPrinted");
  if (value === "?") return say("caseAssistant.undecided");
  if (isDecimalText(value)) return formatPlainAmount(value, currency);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : value;
}
