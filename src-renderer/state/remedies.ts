import type { CallResult, DecisionReceipt } from "../../src-shared/api/contract.ts";
import { callHost } from "../host/door.ts";
import { say } from "../locale/say.ts";
import type { MessageId } from "../locale/say.ts";
import { announceReceipt } from "./decisions.ts";
import { showToast } from "./toasts.ts";

/** Says which agreement governs an invoice; its checks run again. */
export async function assignAgreement(invoiceId: string, agreementId: string): Promise<void> {
  announce(await callHost("review.assign-agreement", { invoiceId, agreementId }), "remedy.assigned");
}

/** Says which term governs a line; its checks run again. */
export async function bindLine(invoiceId: string, line: string, termId: string): Promise<void> {
  announce(await callHost("review.bind-line", { invoiceId, line, termId }), "remedy.bound");
}

/** Says whether two invoices are the same; the verdict is remembered for the pair. */
export async function judgeDuplicate(
  invoiceId: string,
  otherId: string,
  verdict: "duplicate" | "distinct",
): Promise<void> {
  const result = await callHost("review.judge-duplicate", { invoiceId, otherId, verdict });
  announce(result, verdict === "distinct" ? "remedy.distinct" : "remedy.duplicate");
}

/** Puts a remark into the history of a case; answers whether it was kept. */
export async function commentCase(invoiceId: string, text: string): Promise<boolean> {
  const result = await callHost("review.comment", { invoiceId, text });
  announce(result, "talk.kept");
  return result.ok;
}

function announce(result: CallResult<DecisionReceipt>, done: MessageId): void {
  if (result.ok) announceReceipt(result.value, say(done));
  else showToast({ tone: "failed", text: result.error.message, action: null });
}
