import type { Agreement } from "../../../src-shared/model/index.ts";
import { sentence } from "../../../src-shared/text/index.ts";
import type { SentenceFact } from "../../../src-shared/text/index.ts";
import { nameOf } from "./context.ts";

/** An agreement as words of a sentence: its number, else its title, else "the agreement". */
export const agreementWords = (agreement: Agreement): SentenceFact => namedAgreement(nameOf(agreement));

/** A name that `nameOf` or `agreementName` gave, as words of a sentence. */
export const namedAgreement = (name: string): SentenceFact =>
  name === "the agreement" ? sentence("words/the-agreement", {}) : name;
