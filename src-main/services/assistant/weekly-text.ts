import type { Proposal, TextFacts } from "../../../src-shared/assistant/index.ts";
import type { CaseState } from "../../../src-shared/model/index.ts";
import { formatMessage } from "../../../src-shared/text/index.ts";
import { addDays } from "../../../src-shared/time/index.ts";
import type { OpenWorkspace } from "../open-workspace.ts";

/** The status of the last seven days, by counting what was decided, and the facts that it rests on. */
export function weekByTemplate(workspace: OpenWorkspace): {
  readonly template: Proposal;
  readonly facts: TextFacts;
} {
  const to = workspace.today();
  const from = addDays(to, -6);
  const { holding } = workspace.fold();
  const counted = { approved: 0, sentBack: 0, asked: 0, exported: 0 };
  for (const { id, at, action } of workspace.events()) {
    const day = at.slice(0, 10);
    if (!holding.has(id) || day < from || day > addDays(to, 1)) continue;
    if (action.type === "invoice-approved") counted.approved += 1;
    if (action.type === "invoice-sent-back") counted.sentBack += 1;
    if (action.type === "question-asked") counted.asked += 1;
    if (action.type === "export-written") counted.exported += 1;
  }
  const states = new Map<CaseState, number>();
  for (const { state } of workspace.decisions().values()) states.set(state, (states.get(state) ?? 0) + 1);
  const facts: TextFacts = {
    from,
    to,
    approved: String(counted.approved),
    sentBack: String(counted.sentBack),
    asked: String(counted.asked),
    exports: String(counted.exported),
    toDecide: String(states.get("to-decide") ?? 0),
    blocked: String(states.get("blocked") ?? 0),
    waiting: String(states.get("waiting") ?? 0),
  };
  const text = formatMessage("draft/week", {
    from,
    to,
    approved: counted.approved,
    sentBack: counted.sentBack,
    asked: counted.asked,
    exports: counted.exported,
    toDecide: facts["toDecide"] ?? "0",
    blocked: facts["blocked"] ?? "0",
    waiting: facts["waiting"] ?? "0",
  });
  return {
    template: {
      id: "weekly-status-template",
      task: "weekly-status",
      basis: "template",
      content: { type: "text", text },
      citations: [],
    },
    facts,
  };
}
