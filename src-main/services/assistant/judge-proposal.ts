import type { DecisionReceipt, InputOf } from "../../../src-shared/api/contract.ts";
import type { Citation, Proposal } from "../../../src-shared/assistant/index.ts";
import { evidenceFor } from "../../../src-shared/model/index.ts";
import type {
  AgreementId,
  DecisionAction,
  DocumentId,
  Evidence,
  InvoiceId,
  Problem,
  TermId,
} from "../../../src-shared/model/index.ts";
import { err, ok } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import { formatMessage } from "../../../src-shared/text/index.ts";
import { checkCorrection } from "../../pipeline/decide/index.ts";
import type { OpenWorkspace } from "../open-workspace.ts";
import { requireWorkspace } from "../program.ts";
import type { Program } from "../program.ts";
import { keepStep } from "../receipts.ts";
import type { KeptExchange } from "./ask-model.ts";
import { visibleText } from "./document-words.ts";

/**
 * A person takes a proposal over, or does not.
 *
 * Taking over makes an ordinary decision in that person's name, which can be undone like any other. Where the rules read
 * something else at the same place, their term is rejected in the same step.
 */
export async function judgeProposal(
  program: Program,
  { exchangeId, proposalId, verdict }: InputOf<"assistant.judge">,
): Promise<Result<DecisionReceipt, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  return workspace.inTurn(async () => {
    const found = await findProposal(workspace, exchangeId, proposalId);
    if (!found.ok) return found;
    const proposal = found.value;
    const { holding } = workspace.fold();
    const wasJudged = workspace
      .events()
      .some(
        ({ id, action }) =>
          action.type === "proposal-judged" && action.proposalId === proposalId && holding.has(id),
      );
    if (wasJudged) return err({ code: "model/already-judged" });
    const effect = verdict === "accepted" ? await takeOver(program, workspace, proposal) : ok([]);
    if (!effect.ok) return effect;
    const judged: DecisionAction = {
      type: "proposal-judged",
      exchangeId,
      proposalId,
      task: proposal.task,
      verdict,
    };
    return keepStep(
      program,
      workspace,
      {
        label: formatMessage(`step/proposal-${verdict}`, { task: proposal.task }),
        actions: [...effect.value, judged],
      },
      [proposalId],
      [],
      ["agreements", "queue", "history", "assistant"],
    );
  });
}

async function findProposal(
  workspace: OpenWorkspace,
  exchangeId: string,
  proposalId: string,
): Promise<Result<Proposal, Problem>> {
  const body = await workspace.vault.readExchange(exchangeId);
  if (!body.ok) return body;
  if (body.value === null) return err({ code: "model/unknown-exchange", facts: { id: exchangeId } });
  const { outcome } = JSON.parse(body.value) as KeptExchange;
  const proposal = outcome?.proposals.find(({ id }) => id === proposalId);
  return proposal === undefined ? err({ code: "model/unknown-proposal" }) : ok(proposal);
}

async function takeOver(
  program: Program,
  workspace: OpenWorkspace,
  { content, citations }: Proposal,
): Promise<Result<readonly DecisionAction[], Problem>> {
  switch (content.type) {
    case "term": {
      const agreement = workspace.review().nouns.agreements.find(({ id }) => id === content.agreementId);
      const [citation] = citations;
      if (agreement === undefined || citation === undefined)
        return err({ code: "model/unknown-subject", facts: { id: content.agreementId } });
      const evidence = await evidenceOf(workspace, citation);
      if (!evidence.ok) return evidence;
      const superseded = agreement.terms.filter(
        (term) =>
          content.beside !== null &&
          term.type === content.termType &&
          JSON.stringify(term.value) === content.beside,
      );
      return ok([
        ...superseded.map((term): DecisionAction => ({
          type: "term-rejected",
          termId: term.id,
          reason: null,
        })),
        {
          type: "term-added",
          agreementId: content.agreementId as AgreementId,
          termId: program.tools.ids.next("trm") as TermId,
          termType: content.termType,
          value: content.value,
          evidence: [evidence.value],
        },
      ]);
    }
    case "reading": {
      const invoice = workspace.review().invoicesById.get(content.invoiceId as InvoiceId);
      if (invoice === undefined)
        return err({ code: "model/unknown-subject", facts: { id: content.invoiceId } });
      // What agrees changes nothing; that a person has seen it is recorded all the same.
      if (content.agrees) return ok([]);
      const correction = { field: content.field, value: content.value };
      const checked = checkCorrection(invoice, correction);
      if (!checked.ok) return checked;
      return ok([{ type: "value-corrected", invoiceId: invoice.id, correction }]);
    }
    case "labels":
    case "text":
    case "steps":
      return ok([]);
  }
}

/** The proof of a citation with its place in the document, found anew in what the workspace holds now. */
async function evidenceOf(workspace: OpenWorkspace, citation: Citation): Promise<Result<Evidence, Problem>> {
  const documentId = citation.documentId as DocumentId;
  const document = await workspace.vault.readDocument(documentId);
  if (!document.ok) return document;
  if (document.value === null) return err({ code: "model/unknown-subject", facts: { id: documentId } });
  const words = visibleText(document.value);
  const { start, end, quote } = citation;
  if (words.text.slice(start, end) !== quote) return err({ code: "model/unknown-proposal" });
  return ok(evidenceFor(words, start, end, document.value, "term"));
}
