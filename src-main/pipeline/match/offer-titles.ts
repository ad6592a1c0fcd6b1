import type { Agreement } from "../../../src-shared/model/index.ts";
import { foldWording, normalizeReference } from "../../../src-shared/wording/index.ts";
import { partiesOf } from "./shared-parties.ts";

/** "Quotation Q-3341, lines for the depot": the title of a paper without a number of its own may hold it. */
export function isTitledBy(number: string | null, { number: own, title, rank }: Agreement): boolean {
  if (own !== null || title === null || number === null) return false;
  if (rank !== "acceptance-message" && rank !== "estimate") return false;
  const wanted = normalizeReference(number);
  if (wanted.length < leastTold || !/\d/.test(wanted)) return false;
  return title.split(/[\s,;:()]+/u).some((word) => normalizeReference(word) === wanted);
}

/** Below this length a number in a title may be anything. */
const leastTold = 4;

/** An answer under the very subject of the offer is one to it, whatever the subject says. */
export const isOneSubject = (answer: Agreement, offer: Agreement): boolean =>
  answer.title !== null && offer.title !== null && foldWording(answer.title) === foldWording(offer.title);

/** A short yes that names nobody, under the very subject of the offer. */
export const isUnderSubject = (answer: Agreement, offer: Agreement): boolean =>
  partiesOf(answer).length === 0 && offer.standing === "offer" && isOneSubject(answer, offer);
