import type { Agreement } from "../../../src-shared/model/index.ts";
import { sentence } from "../../../src-shared/text/index.ts";
import type { Sentence, SentenceFact } from "../../../src-shared/text/index.ts";
import { ownNameOf } from "./agreement-name.ts";
import type { InvoiceContext } from "./context.ts";

/** An agreement as words of a sentence: its number, else its title, else "the agreement". */
export const agreementWords = (agreement: Agreement | undefined): SentenceFact =>
  (agreement === undefined ? null : ownNameOf(agreement)) ?? sentence("words/the-agreement", {});

/** The same for the agreement that an invoice falls under. */
export const ownAgreementWords = (context: InvoiceContext): SentenceFact =>
  context.onceForDocuments("agreement-words", ({ match, batch }) =>
    agreementWords(match.agreementId === null ? undefined : batch.agreements.get(match.agreementId)),
  );

/** A sentence that names the agreement of an invoice and nothing else; one object for all invoices under it. */
export const saidOfAgreement = (context: InvoiceContext, code: OfAgreement): Sentence =>
  context.onceForDocuments(code, (invoice) => sentence(code, { agreement: ownAgreementWords(invoice) }));

/** Sentences that hold no other fact. */
type OfAgreement =
  | "because/no-agreed-currency"
  | "because/no-agreed-days"
  | "because/no-discount-agreed"
  | "because/no-hours-limit"
  | "because/no-increase"
  | "because/no-recurring-fee"
  | "because/same-parties";
