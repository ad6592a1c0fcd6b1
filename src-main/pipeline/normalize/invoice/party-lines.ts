import type { Invoice } from "../../../../src-shared/model/index.ts";
import { tokensToEvidence } from "./evidence.ts";
import type { Survey } from "./survey.ts";

/** From here on a party was read so surely that nothing else may name it. */
const sure = 0.95;
/** How many pieces of rows of the first page are kept at most, and how long a piece with a name is. */
const most = { pieces: 36, length: 120 } as const;
/** A word with a capital, and no mailbox, web address or sum of money: what may be a name or the half of one. */
const mayName = /^(?!.*(?:@|www\.|https?:|[$€£]))(?=.*\p{Lu}\p{L}).*\p{L}{3}/su;

/** Pieces of the first page, its items left out, where a party was not found or not surely; nothing else. */
export function partyLinesOf(survey: Survey): Pick<Invoice, "partyLines"> {
  const { seller, buyer } = survey.parties;
  if ([seller, buyer].every((party) => party !== null && party.confidence >= sure)) return {};
  const [page] = survey.layout.pages;
  const partyLines = (page?.rows ?? [])
    .filter(({ index }) => !survey.itemRows.has(index))
    .flatMap(({ segments }) => segments)
    .filter(({ text }) => mayName.test(text) && text.length <= most.length)
    .slice(0, most.pieces)
    .flatMap(({ tokens }) => tokensToEvidence(survey.document, tokens));
  return partyLines.length === 0 ? {} : { partyLines };
}
