import { valueOf } from "../../../src-shared/model/index.ts";
import { foldWording, normalizeReference } from "../../../src-shared/wording/index.ts";
import type { BatchContext, InvoiceContext } from "./context.ts";
import { remembered } from "./keyed-values.ts";

/** What a bill calls itself and those before it, in seven languages. */
const billNouns =
  "invoices?|bills?|applications?|claims?|\\w*rechnung(?:en)?|factures?|situations?|facturas?|certificaci\\w+|fattur[ae]|factu(?:ur|ren)|faturas?";

/** Words by which a bill speaks of those before it. */
const earlierWords = new RegExp(
  `\\b(?:${billNouns}|earlier|previous\\w*|prior|billed|bisher\\w*|fruher\\w*|precedent\\w*|anterieur\\w*|anterior\\w*|eerdere?|vorige)\\b`,
);

/** The end of a text that calls what follows a bill, or the next of several: "invoice no.", "invoices 1041 and" */
const callsBill = new RegExp(
  `\\b(?:${billNouns})[^\\p{L}\\d]*(?:\\b(?:n|nos?|nr|num|numeros?|nummer|numbers?)\\b[^\\p{L}\\d]*)?(?:\\d+ ?(?:[,;/&+-]|(?:and|und|et|y|e|en)\\b) ?)*$`,
  "u",
);

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
  return remembered(found, context, () => findMissing(context));
}

function findMissing({ invoice, batch }: InvoiceContext): string | null {
  const own = valueOf(invoice.number);
  if (own === null || !/\d{2}/.test(own)) return null;
  const shape = shapeOf(own);
  // "1500" has the form of 1042 and may be kilograms: a bare figure is a number only behind the word for a bill.
  const isBare = /^\d+$/.test(own);
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
    for (const { 0: word, index } of text.matchAll(numberLike)) {
      if (shapeOf(word) !== shape || isDay(word)) continue;
      if (isBare && !callsBill.test(foldWording(text.slice(0, index)).slice(-longestCall))) continue;
      const number = normalizeReference(word);
      if (!known.has(number) && !others.has(number)) return word;
    }
  }
  return null;
}

/** The word behind which numbers stand is no further away. */
const longestCall = 80;

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
