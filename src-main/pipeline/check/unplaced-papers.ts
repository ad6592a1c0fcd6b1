import type { DocumentId } from "../../../src-shared/model/index.ts";
import { foldWording, partyNameOf } from "../../../src-shared/wording/index.ts";
import type { BatchContext, InvoiceContext } from "./context.ts";

/** A paper among the files that was not understood, with its words for comparing. */
interface UnplacedPaper {
  readonly name: string;
  readonly words: string;
}

/**
 * The name of a paper that was not understood and may hold records of what an invoice bills; `null` where there is none.
 *
 * It names the customer or the agreement, in its text or its file name.
 */
export function unplacedPaperFor({ invoice, match, batch }: InvoiceContext): string | null {
  const papers = batch.once("unplaced-papers", findUnplacedPapers);
  if (papers.length === 0) return null;
  const names = [
    invoice.buyer === null ? null : partyNameOf(invoice.buyer.name).core,
    ...match.governedBy.map((id) => batch.agreements.get(id)?.number ?? null),
  ].flatMap((name) => (name === null || name.length < shortestName ? [] : [plainWords(name)]));
  return papers.find(({ words }) => names.some((name) => words.includes(` ${name} `)))?.name ?? null;
}

/** A shorter number or name stands in any paper. */
const shortestName = 4;

function findUnplacedPapers({ input }: BatchContext): readonly UnplacedPaper[] {
  const paths = new Map<DocumentId, string>(input.files.map(({ id, path }) => [id, path]));
  return input.documents.flatMap(({ documentId, unplacedText }) => {
    if (unplacedText === undefined || unplacedText === null) return [];
    const name = (paths.get(documentId) ?? "").split(/[\\/]/).at(-1) ?? "";
    return [{ name, words: ` ${plainWords(`${name} ${unplacedText}`)} ` }];
  });
}

const plainWords = (text: string): string =>
  foldWording(text)
    .replaceAll("&", " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
