import { callHost } from "../host/door.ts";
import { saveFile } from "../host/save-file.ts";
import { say } from "../locale/say.ts";
import { announceReceipt, useDecisions } from "./decisions.ts";
import { showToast } from "./toasts.ts";

/** Sentences of a text that a customer would read as a promise and that no record of the case backs. */
export async function findPromises(text: string, invoiceId: string | null): Promise<readonly string[]> {
  const found = await callHost("drafts.review", { text, invoiceId });
  return found.ok ? [...new Set(found.value.map(({ sentence }) => sentence))] : [];
}

/** Asks by an encrypted file: saves it, and the case waits. The passphrase is told by another way. */
export async function sealQuestion(question: {
  readonly invoiceId: string;
  readonly to: string;
  readonly text: string;
  readonly until: string | null;
  readonly passphrase: string;
}): Promise<void> {
  useDecisions.setState({ busy: true, error: null });
  const result = await callHost("questions.seal", question);
  if (!result.ok) return useDecisions.setState({ busy: false, error: result.error });
  useDecisions.setState({ busy: false, composer: null });
  saveFile(result.value.name, "text/html", result.value.html);
  announceReceipt(result.value.receipt, say("question.saved", { name: result.value.name }));
}

/** Takes in the file that came back. */
export function chooseAnswerFile(): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = "application/json,.json";
  input.addEventListener("change", () => {
    void input.files?.[0]?.text().then(async (content) => {
      const result = await callHost("questions.answer", { content });
      if (result.ok) announceReceipt(result.value, say("question.answered"));
      else showToast({ tone: "failed", text: result.error.message, action: null });
    });
  });
  input.click();
}
