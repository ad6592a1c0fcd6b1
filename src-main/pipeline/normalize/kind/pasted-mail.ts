import type { ReadDocument } from "../../../../src-shared/model/index.ts";
import { foldText } from "../values/fold.ts";

const sender = /^\*?(?:from|von|de|da|van) ?:.*@/m;
const subject = /^\*?(?:subject|betreff|objet|asunto|oggetto|assunto|onderwerp) ?:/m;

/** Whether a plain text begins like a mail that somebody pasted or saved: who wrote it, with an address, and of what. */
export function isPastedMail(document: ReadDocument): boolean {
  if (document.reader !== "text" && document.reader !== "markdown") return false;
  const head = foldText((document.text ?? "").slice(0, 700).replaceAll("\n", "\u0001")).replaceAll(
    "\u0001",
    "\n",
  );
  const lines = head.trimStart().split("\n").slice(0, 8).join("\n");
  return sender.test(lines) && subject.test(lines);
}
