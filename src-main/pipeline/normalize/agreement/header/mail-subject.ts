import type { Line } from "../structure/outline.ts";

const labels = /^(?:subject|betreff|objet|asunto|oggetto|assunto|onderwerp) ?: ?/i;
const marks = /^(?:(?:re|aw|fwd?|wg|tr|rv|r|antw|sv|enc|rif|res) ?: ?)+/i;
const headOfMail = 14;

/** Whether a line of a mail prints its subject. */
export const isSubjectLine = (line: string): boolean => labels.test(line);

/** What a mail is about, without the marks of an answer: the name of a paper that has no title of its own. */
export function mailSubjectOf(lines: readonly Line[]): string | null {
  const head = lines.slice(0, headOfMail).map(({ prepared }) => prepared.text.trim());
  const line = head.find(isSubjectLine);
  const subject = line?.replace(labels, "").replace(marks, "").trim() ?? "";
  return subject === "" || subject.length > 120 ? null : subject;
}
