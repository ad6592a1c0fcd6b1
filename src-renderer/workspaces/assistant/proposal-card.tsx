import type { Proposal } from "../../../src-shared/assistant/index.ts";
import { Button } from "../../components/button.tsx";
import { Badge } from "../../components/sign.tsx";
import { say } from "../../locale/say.ts";
import { judgeProposal, useAssistant } from "../../state/assistant.ts";

interface ProposalCardProps {
  readonly exchangeId: string | null;
  readonly proposal: Proposal;
}

/** One proposal with its source and its quotes, as plain text. Only what changes something can be taken over. */
export function ProposalCard({ exchangeId, proposal }: ProposalCardProps) {
  const verdict = useAssistant((assistant) => assistant.judged[proposal.id]);
  const { content, citations, basis } = proposal;
  const canTakeOver = exchangeId !== null && (content.type === "term" || content.type === "reading");
  const words = wordsOf(content);
  return (
    <article className="proposal">
      <div className="row">
        <Badge tone={basis === "model" ? "process" : "neutral"}>{say(`assistant.source.${basis}`)}</Badge>
        <strong className="grow">{titleOf(proposal)}</strong>
        {verdict === undefined ? null : <Badge tone="neutral">{say(`assistant.${verdict}`)}</Badge>}
        {canTakeOver && verdict === undefined ? (
          <>
            <Button onClick={() => void judgeProposal(exchangeId, proposal.id, "accepted")}>
              {say("assistant.accept")}
            </Button>
            <Button look="plain" onClick={() => void judgeProposal(exchangeId, proposal.id, "rejected")}>
              {say("assistant.reject")}
            </Button>
          </>
        ) : null}
        {words === null ? null : (
          <Button look="plain" onClick={() => void navigator.clipboard.writeText(words)}>
            {say("assistant.copy")}
          </Button>
        )}
      </div>
      {words === null ? null : <p className="proposal-words">{words}</p>}
      {content.type === "text" && content.unbacked !== undefined ? (
        <p role="alert">{say("assistant.unbacked", { sentence: content.unbacked.join(" ") })}</p>
      ) : null}
      {"beside" in content && content.beside !== null ? (
        <p className="soft">{say("assistant.beside", { value: content.beside })}</p>
      ) : null}
      {citations.map((citation) => (
        <blockquote key={`${citation.documentId}-${citation.start}`}>{citation.quote}</blockquote>
      ))}
    </article>
  );
}

function titleOf({ task, content }: Proposal): string {
  switch (content.type) {
    case "term":
      return `${content.termType} ${Object.values(content.value)
        .filter((part) => typeof part === "string" || typeof part === "number")
        .join(" ")}`;
    case "reading":
      return `${content.field}: ${content.value}${content.agrees ? ` (${say("assistant.agrees")})` : ""}`;
    case "labels":
      return [content.kind, content.urgency, content.risk, content.owner]
        .filter((part) => part !== "")
        .join(" · ");
    case "text":
    case "steps":
      return say(`task.${task}`);
  }
}

/** What can be copied from a proposal; `null` where it is a value. */
function wordsOf(content: Proposal["content"]): string | null {
  if (content.type === "text") return content.text;
  if (content.type !== "steps") return null;
  const steps = content.steps.map((step, at) => `${at + 1}. ${step}`);
  const missing = content.missing.map((question) => `– ${question}`);
  return [...steps, ...(missing.length === 0 ? [] : ["", `${say("assistant.missing")}:`, ...missing])].join(
    "\n",
  );
}
