import type { ModelTask, Proposal, ProposalContent } from "../../../src-shared/assistant/index.ts";
import type { Finding, Invoice } from "../../../src-shared/model/index.ts";
import { formatMessage } from "../../../src-shared/text/index.ts";
import { numberOf } from "../show-cases.ts";
import type { OpenWorkspace } from "../open-workspace.ts";
import { factsOfCase, openFindingsOf } from "./case-facts.ts";
import { readWorkOrder } from "./work-order-rules.ts";

const proposal = (task: ModelTask, content: ProposalContent): Proposal => ({
  id: `${task}-template`,
  task,
  basis: "template",
  content,
  citations: [],
});
const textOf = (task: ModelTask, text: string): Proposal => proposal(task, { type: "text", text });
const points = (findings: readonly Finding[], say: (finding: Finding) => string): string =>
  findings.map((finding) => `– ${say(finding)}`).join("\n");

/** The draft of a case by templates and findings alone; `null` where a template has nothing to say. */
export function draftByTemplate(
  workspace: OpenWorkspace,
  task: ModelTask,
  invoice: Invoice,
): Proposal | null {
  const facts = factsOfCase(workspace, invoice);
  const { number = numberOf(invoice), customer = "", amount = "", issueDate, dueDate } = facts;
  const findings = openFindingsOf(workspace, invoice.id);
  const agreement = facts["agreement"] ?? formatMessage("draft/no-agreement", {});
  switch (task) {
    case "draft-question": {
      if (findings.length === 0)
        return textOf(task, formatMessage("draft/question-nothing", { number, customer }));
      const list = points(findings, (finding) =>
        finding.proposal.action === "ask" ? finding.proposal.text : finding.message,
      );
      return textOf(task, formatMessage("draft/question", { number, customer, points: list }));
    }
    case "draft-reply": {
      if (findings.length === 0)
        return textOf(task, formatMessage("draft/reply-nothing", { number, agreement }));
      const list = points(findings, ({ message }) => message);
      return textOf(task, formatMessage("draft/reply", { number, agreement, points: list }));
    }
    case "draft-reminder":
      return textOf(
        task,
        issueDate === undefined || dueDate === undefined
          ? formatMessage("draft/reminder-undated", { number, amount })
          : formatMessage("draft/reminder", { number, amount, issueDate, dueDate }),
      );
    case "summarize-delivery": {
      const deviating = findings.filter(({ check }) =>
        /^(?:quantity|scope|completeness|milestone|time|expense)\./.test(check),
      );
      return proposal(task, {
        type: "steps",
        steps:
          deviating.length === 0
            ? [formatMessage("draft/delivery-nothing", {})]
            : deviating.map(({ message }) => message),
        missing: [],
      });
    }
    default:
      return null;
  }
}

/** A finding in one sentence more than its message. */
export function explainByTemplate(finding: Finding): Proposal {
  const { message, expected, found } = finding;
  return textOf(
    "explain-finding",
    expected === null || found === null
      ? formatMessage("draft/explain-plain", { message })
      : formatMessage("draft/explain", { message, expected, found }),
  );
}

/** Kind, urgency, risk and owner as the rules label the case. */
export function labelByRules(labels: {
  readonly kind: string;
  readonly urgency: string;
  readonly risk: string;
  readonly owner: string;
}): Proposal {
  return proposal("classify-case", { type: "labels", ...labels });
}

export function orderByRules(note: string): Proposal {
  return proposal("order-of-work", { type: "steps", ...readWorkOrder(note) });
}

/** What was changed on the invoices of a batch, and why, from the decisions. */
export function noteHandoff(
  workspace: OpenWorkspace,
  invoiceIds: readonly string[],
  totals: Readonly<Record<string, string>>,
): Proposal {
  const ids = new Set(invoiceIds);
  const { holding } = workspace.fold();
  const lines = workspace.events().flatMap(({ id, actor, action }) => {
    if (!holding.has(id) || !("invoiceId" in action) || !ids.has(action.invoiceId)) return [];
    const invoice = workspace.review().invoicesById.get(action.invoiceId);
    const number = invoice === undefined ? action.invoiceId : numberOf(invoice);
    if (action.type === "value-corrected") {
      const { field, value } = action.correction;
      return [formatMessage("draft/handoff-corrected", { number, field, value: value ?? "–", actor })];
    }
    return action.type === "finding-dismissed"
      ? [formatMessage("draft/handoff-dismissed", { number, actor, reason: action.reason })]
      : [];
  });
  const list =
    lines.length === 0
      ? formatMessage("draft/handoff-unchanged", {})
      : lines.map((line) => `– ${line}`).join("\n");
  return textOf(
    "draft-handoff-note",
    formatMessage("draft/handoff", {
      count: ids.size,
      totals: Object.entries(totals)
        .map(([currency, amount]) => `${currency} ${amount}`)
        .join(", "),
      points: list,
    }),
  );
}
