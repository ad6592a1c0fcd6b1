import type { Invoice, NormalizedDocument } from "../../../../src-shared/model/index.ts";
import { normalizeReference } from "../../../../src-shared/wording/index.ts";
import { besidePage } from "./compare-page.ts";

/** A page and the e-invoice inside its file, after they became one. */
export interface JoinedPair {
  readonly page: NormalizedDocument;
  readonly embedded: NormalizedDocument;
}

/** The invoice of the page that the embedded one repeats: the same number, else the first. */
const counterpart = (page: NormalizedDocument, embedded: Invoice): Invoice | null => {
  const number = embedded.number?.value ?? null;
  const named = page.invoices.find((invoice) => {
    const printed = invoice.number?.value ?? null;
    return number !== null && printed !== null && normalizeReference(printed) === normalizeReference(number);
  });
  return named ?? page.invoices[0] ?? null;
};

/**
 * Makes one invoice of a page and the e-invoice that is embedded in its file; `null` when that holds no invoice.
 *
 * The page's document owns it, since that is what people look at and what may hold text that instructs; the embedded
 * document keeps its kind and gives its invoice away.
 */
export const joinEmbedded = (page: NormalizedDocument, embedded: NormalizedDocument): JoinedPair | null => {
  const [structured] = embedded.invoices;
  if (structured === undefined || embedded.invoices.length > 1) return null;
  const printed = counterpart(page, structured);
  const invoice =
    printed === null ? { ...structured, documentId: page.documentId } : besidePage(structured, printed);
  return {
    page: {
      ...page,
      kind: embedded.kind,
      kindConfidence: embedded.kindConfidence,
      agreements: [],
      deliveries: [],
      invoices: [invoice],
      instructions: [...page.instructions, ...embedded.instructions],
      problems: page.problems.filter(({ code }) => code !== "normalize/no-records"),
    },
    embedded: { ...embedded, invoices: [], instructions: [] },
  };
};
