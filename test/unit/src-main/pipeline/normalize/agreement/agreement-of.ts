import { createHash } from "node:crypto";
import { readAgreements } from "../../../../../../src-main/pipeline/normalize/agreement/index.ts";
import type { NormalizeContext } from "../../../../../../src-main/pipeline/normalize/context.ts";
import type {
  Agreement,
  DocumentKind,
  Term,
  TermType,
  TermValueByType,
} from "../../../../../../src-shared/model/index.ts";
import { termValueSchemas } from "../../../../../../src-shared/api/term-value-schema.ts";
import { localDate } from "../../../../../../src-shared/time/index.ts";
import { documentFromText } from "./document-from-text.ts";

export const context: NormalizeContext = {
  asOf: localDate("2026-11-21"),
  ownCompany: { names: [], taxIds: [], bankAccounts: [] },
  hash: (text) => createHash("sha256").update(text).digest("hex"),
};

/** The one agreement of a text. */
export function agreementOf(text: string, kind: DocumentKind = "agreement"): Agreement {
  const { agreements } = readAgreements(documentFromText(text), kind, context);
  const [agreement] = agreements;
  if (agreement === undefined) throw new Error("No agreement was read");
  // Every value has the shape that the report publishes; an absent one is empty of meaning.
  for (const term of agreement.terms) if (term.absent !== true) termValueSchemas[term.type].parse(term.value);
  return agreement;
}

/** A clause inside a small contract under a heading. */
export const contractWith = (clause: string, heading = "4. Commercial terms"): string =>
  `# SERVICES AGREEMENT\n\nThis Agreement is made as of March 1, 2026 between Tolland Freight Brokers, Inc. ("Client") and Asterwood Services LLC ("Provider").\n\n## ${heading}\n\n${clause}\n`;

/** Terms that one clause gives. */
export const termsOf = (clause: string, heading?: string): readonly Term[] =>
  agreementOf(contractWith(clause, heading)).terms;

/** Values of one type that a clause gives. */
export function valuesOf<T extends TermType>(
  type: T,
  clause: string,
  heading?: string,
): readonly TermValueByType[T][] {
  return termsOf(clause, heading)
    .filter((term) => term.type === type && term.absent !== true)
    .map((term) => term.value as TermValueByType[T]);
}
