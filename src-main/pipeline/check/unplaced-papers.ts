import type { DocumentId, Unit } from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { foldWording, isTimeUnit, partyNameOf, wordingOf } from "../../../src-shared/wording/index.ts";
import type { BatchContext, InvoiceContext, LineContext } from "./context.ts";
import { remembered } from "./keyed-values.ts";

/** A paper among the files that was not understood, with its words for comparing. */
interface UnplacedPaper {
  readonly name: string;
  readonly words: string;
  readonly mediaType: string;
  /** Whether it is a list of records by its words, though no record of it could be read. */
  readonly isRecord: boolean;
}

/**
 * The name of a paper that was not understood and may hold records of what an invoice bills; `null` where there is none.
 *
 * It names the customer or the agreement, in its text or its file name. A list of records may call the customer by the
 * beginning of the name alone, and where all invoices are for one customer it is of that one.
 */
export function unplacedPaperFor(context: InvoiceContext): string | null {
  const { batch } = context;
  const papers = batch.once("unplaced-papers", findUnplacedPapers);
  if (papers.length === 0) return null;
  // All lines of an invoice ask for the same.
  const known = batch.once("unplaced-paper-by-invoice", () => new Map<InvoiceContext, string | null>());
  return remembered(known, context, () => findNaming(papers, context));
}

/** The name of a paper that was not understood and speaks of something, whomever it names; `null` where there is none. */
export function unplacedPaperAbout({ batch }: InvoiceContext, words: RegExp): string | null {
  const papers = batch.once("unplaced-papers", findUnplacedPapers);
  if (papers.length === 0) return null;
  // Every invoice asks for the same words.
  const known = batch.once("unplaced-paper-by-words", () => new Map<RegExp, string | null>());
  return remembered(known, words, () => papers.find((paper) => words.test(paper.words))?.name ?? null);
}

/**
 * The name of a table that was not understood and speaks of what a line counts: it may be the count of it. A list of
 * users need not name whose they are.
 */
export function unplacedCountOf({ owner: { batch }, terms }: LineContext, unit: Unit | null): string | null {
  const tables = batch.once("unplaced-tables", findUnplacedTables);
  if (tables.length === 0) return null;
  const agreed = terms[0]?.term.type === "rate" ? terms[0].term.value.unit : unit;
  if (agreed === null || agreed === "each" || agreed === "piece" || isTimeUnit(agreed)) return null;
  const [called] = wordingOf(agreed).content;
  if (called === undefined) return null;
  return tables.find(({ words }) => words.has(called))?.name ?? null;
}

/** The words of each table that was not understood, once: a table is long, and many lines ask. */
const findUnplacedTables = (
  batch: BatchContext,
): readonly { readonly name: string; readonly words: ReadonlySet<string> }[] =>
  batch
    .once("unplaced-papers", findUnplacedPapers)
    .filter(({ mediaType }) => tableTypes.test(mediaType))
    .map(({ name, words }) => ({ name, words: wordingOf(words).all }));

/** The name of the first paper that names the customer or the agreement of an invoice. */
function findNaming(
  papers: readonly UnplacedPaper[],
  { invoice, match, batch }: InvoiceContext,
): string | null {
  const names = [
    invoice.buyer === null ? null : partyNameOf(invoice.buyer.name).core,
    ...match.governedBy.map((id) => batch.agreements.get(id)?.number ?? null),
  ].flatMap((name) => (name === null || name.length < shortestName ? [] : [plainWords(name)]));
  const isNamed = ({ words }: UnplacedPaper, wanted: readonly string[]): boolean =>
    wanted.some((name) => words.includes(` ${name} `));
  const beginnings = names
    .map((name) => name.split(" ").slice(0, 2).join(" "))
    .filter((name) => name.includes(" "));
  const isOnlyCustomer = batch.once("only-customer", ({ invoices }) => {
    const buyers = new Set(invoices.map((other) => partyNameOf(other.invoice.buyer?.name ?? "").core));
    return buyers.size === 1;
  });
  return (
    papers.find(
      (paper) => isNamed(paper, names) || (paper.isRecord && (isOnlyCustomer || isNamed(paper, beginnings))),
    )?.name ?? null
  );
}

/**
 * The name of a paper that may be the agreement of an invoice although nobody could read it as one: it names the
 * customer or the number that the invoice quotes, or it could not be opened at all.
 */
export function unreadAgreementFor(context: InvoiceContext): string | null {
  const { invoice, batch } = context;
  const papers = batch.once("unplaced-papers", findUnplacedPapers);
  const numbers = [invoice.agreementReference, invoice.orderReference].flatMap((reference) => {
    const number = valueOf(reference);
    return number === null || number.length < shortestName ? [] : [plainWords(number)];
  });
  const named = papers.find(({ words }) => numbers.some((number) => words.includes(` ${number} `)));
  return named?.name ?? unplacedPaperFor(context) ?? batch.once("unread-files", findUnreadFiles)[0] ?? null;
}

/** Names of files of which nothing could be read: no copies, no archives, and no pictures that decorate a mail. */
function findUnreadFiles({ input }: BatchContext): readonly string[] {
  const read = new Set<DocumentId>(input.documents.map(({ documentId }) => documentId));
  return input.files
    .filter(
      ({ id, path, copyOf, mediaType }) =>
        copyOf === null &&
        !read.has(id) &&
        (paperTypes.test(mediaType) || (mediaType.startsWith("image/") && !path.includes("!"))),
    )
    .map(({ name }) => name)
    .toSorted();
}

const paperTypes = /pdf|word|opendocument\.text|rtf|ole-storage|presentation|rfc822|ms-outlook|^text\//;

const tableTypes = /csv|tab-separated|excel|spreadsheet|json/;

/** A shorter number or name stands in any paper. */
const shortestName = 4;

function findUnplacedPapers({ input }: BatchContext): readonly UnplacedPaper[] {
  const paths = new Map<DocumentId, string>(input.files.map(({ id, path }) => [id, path]));
  const types = new Map<DocumentId, string>(input.files.map(({ id, mediaType }) => [id, mediaType]));
  return input.documents.flatMap(({ documentId, kind, unplacedText }) => {
    if (unplacedText === undefined || unplacedText === null) return [];
    const name = (paths.get(documentId) ?? "").split(/[\\/]/).at(-1) ?? "";
    const mediaType = types.get(documentId) ?? "";
    return [
      {
        name,
        words: ` ${plainWords(`${name} ${unplacedText}`)} `,
        mediaType,
        isRecord: recordKinds.has(kind),
      },
    ];
  });
}

const recordKinds: ReadonlySet<string> = new Set([
  "timesheet",
  "work-order",
  "usage",
  "delivery",
  "acceptance",
  "expense",
]);

const plainWords = (text: string): string =>
  foldWording(text)
    .replaceAll("&", " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
