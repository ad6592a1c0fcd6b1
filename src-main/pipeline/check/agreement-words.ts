import type { Agreement } from "../../../src-shared/model/index.ts";
import { sentence } from "../../../src-shared/text/index.ts";
import type { SentenceFact } from "../../../src-shared/text/index.ts";
import { ownNameOf } from "./context.ts";
import type { InvoiceContext } from "./context.ts";

/** An agreement as words of a sentence: its number, else its title, else "the agreement". */
export const agreementWords = (agreement: Agreement | undefined): SentenceFact =>
  (agreement === undefined ? null : ownNameOf(agreement)) ?? sentence("words/the-agreement", {});

/** The same for the agreement that an invoice falls under. */
export const ownAgreementWords = ({ match, batch }: InvoiceContext): SentenceFact =>
  agreementWords(match.agreementId === null ? undefined : batch.agreements.get(match.agreementId));
