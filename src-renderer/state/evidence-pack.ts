import { saveFile } from "../host/save-file.ts";
import { say } from "../locale/say.ts";
import { runJob } from "./jobs.ts";
import { showToast } from "./toasts.ts";

/** Builds the evidence for invoices as one file and saves it. */
export async function saveEvidencePack(invoiceIds: readonly string[]): Promise<void> {
  if (invoiceIds.length === 0) return;
  const retry = (): void => void saveEvidencePack(invoiceIds);
  const result = await runJob(say("pack.job"), "evidence.pack", { invoiceIds: [...invoiceIds] }, retry);
  if (!result.ok) return;
  saveFile(result.value.name, "text/html", result.value.html);
  showToast({ tone: "done", text: say("pack.saved", { name: result.value.name }), action: null });
}
