import { foldText } from "../values/index.ts";
import type { Segment } from "./layout.ts";
import type { Survey } from "./survey.ts";

/** What a bill calls itself, in seven languages, by the stems of the words. */
const titleWords =
  /invoice|\bbill\b|statement of account|application for payment|rechnung|faktura|facture|note d'honoraires|factura|fattura|parcella|fatura|factuur|declaratie/;

/** A sentence has at least so many words; labels and addresses have fewer. */
const leastWords = 5;

/**
 * What an invoice says in free text (BT-22): its title with all that stands beside it, "Facture F-26-3, situation n° 2",
 * and the sentences outside its items, "Earlier invoices: 14 and 17".
 */
export function printedNotes({ layout, itemRows }: Survey): readonly string[] {
  const notes = layout.rows
    .filter(({ index }) => !itemRows.has(index))
    .flatMap(({ segments }) => segments)
    .filter((segment) => isTitle(segment) || isSentence(segment))
    .map(({ text }) => text.trim());
  return [...new Set(notes)];
}

const isTitle = ({ text, tokens, page }: Segment): boolean =>
  page === 1 && tokens.length <= 12 && titleWords.test(foldText(text));

const isSentence = ({ tokens }: Segment): boolean =>
  tokens.filter(({ text }) => /^\p{P}?\p{L}[\p{L}'’-]+\p{P}?$/u.test(text)).length >= leastWords;
