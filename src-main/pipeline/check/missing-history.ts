import { valueOf } from "../../../src-shared/model/index.ts";
import { foldWording, normalizeReference } from "../../../src-shared/wording/index.ts";
import type { BatchContext, InvoiceContext } from "./context.ts";

/** Words by which a bill speaks of those before it, in seven languages. */
const earlierWords =
  /\b(?:invoices?|bills?|earlier|previous\w*|prior|billed|applications?|claims?|(?:\w*rechnung(?:en)?)|bisher\w*|fruher\w*|factures?|precedent\w*|anterieur\w*|situations?|facturas?|anterior\w*|certificaci\w+|fattur[ae]|factu(?:ur|ren)|eerdere?|vorige|faturas?)\b/;

/** What numbers of invoices are made of: letters, digits and the marks that part them. */
const numberLike = /(?<![\p{L}\d])[\p{L}\d][\p{L}\d/._-]*[\p{L}\d](?![\p{L}\d])/gu;

/**
 * The number of another invoice that this one names in its text and that is not among the files; `null` where none is.
 *
 * It is told by its form: letters, digits and marks stand as in the invoice's own number. What was billed before is then
 * not known, whatever else is among the files. Found once for an invoice: all lines of a schedule ask.
 */
export function missingEarlierInvoice(context: InvoiceContext): string | null {
  const found = context.batch.once(
    "missing-earlier-invoices",
    () => new Map<InvoiceContext, string | null>(),
  );
  const before = found.get(context);
  if (before !== undefined) return before;
  const missing = findMissing(context);
  found.set(context, missing);
  return missing;
}

function findMissing({ invoice, batch }: InvoiceContext): string | null {
  const own = valueOf(invoice.number);
  if (own === null || !/\d{2}/.test(own)) return null;
  const shape = shapeOf(own);
  const known = batch.once("numbers-of-papers", findNumbersOfPapers);
  const others = new Set(
    [invoice.orderReference, invoice.agreementReference, invoice.projectReference, invoice.buyerReference]
      .flatMap((reference) => valueOf(reference) ?? [])
      .map(normalizeReference),
  );
  const texts = [
    ...invoice.notes,
    ...invoice.lines.flatMap(({ description, group }) => [description, group]),
  ];
  for (const text of texts) {
    if (text === null || !earlierWords.test(foldWording(text))) continue;
    for (const [word] of text.matchAll(numberLike)) {
      if (shapeOf(word) !== shape || isDay(word)) continue;
      const number = normalizeReference(word);
      if (!known.has(number) && !others.has(number)) return word;
    }
  }
  return null;
}

/** Letters as they are, digits as "9": numbers that one book gave have the same. */
const shapeOf = (number: string): string => number.toUpperCase().replaceAll(/\d/g, "9");

const isDay = (word: string): boolean => /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|(?:19|20)\d\d)$/.test(word);

function findNumbersOfPapers({ invoices, agreements }: BatchContext): ReadonlySet<string> {
  const numbers = [
    ...invoices.map(({ invoice }) => valueOf(invoice.number)),
    ...[...agreements.values()].map(({ number }) => number),
  ];
  return new Set(numbers.flatMap((number) => (number === null ? [] : [normalizeReference(number)])));
}
