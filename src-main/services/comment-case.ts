import type { DecisionReceipt, InputOf } from "../../src-shared/api/contract.ts";
import type { InvoiceId, Problem } from "../../src-shared/model/index.ts";
import { err } from "../../src-shared/result/index.ts";
import type { Result } from "../../src-shared/result/index.ts";
import { formatMessage } from "../../src-shared/text/index.ts";
import { findMentions } from "../pipeline/decide/index.ts";
import { requireWorkspace } from "./program.ts";
import type { Program } from "./program.ts";
import { keepStep } from "./receipts.ts";
import { numberOf, unknownInvoice } from "./show-cases.ts";

/** Puts a remark into the history of a case. It decides nothing; roles that it names with `@` are kept with it. */
export async function commentCase(
  program: Program,
  { invoiceId, text }: InputOf<"review.comment">,
): Promise<Result<DecisionReceipt, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  return workspace.inTurn(async () => {
    const invoice = workspace.review().invoicesById.get(invoiceId as InvoiceId);
    if (invoice === undefined) return err(unknownInvoice(invoiceId));
    const mentions = findMentions(text, workspace.policy().roles);
    const step = {
      label: formatMessage("step/comment", { number: numberOf(invoice) }),
      actions: [{ type: "comment-added", invoiceId: invoice.id, text, mentions } as const],
    };
    return keepStep(program, workspace, step, [invoice.id], [], ["queue", "history"]);
  });
}
