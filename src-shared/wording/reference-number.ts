import { foldWording } from "./fold.ts";

/** A document number for comparing: no separators, no leading zeros, look-alikes O/0 and I/l/1 joined, upper case. */
export function normalizeReference(text: string): string {
  return foldWording(text)
    .replace(/[^a-z0-9]+/g, "")
    .replace(/(?<=\d)[o](?=\d|$)/g, "0")
    .replace(/(?<=\d)[il](?=\d|$)/g, "1")
    .replace(/(^|[a-z])0+(?=\d)/g, "$1")
    .toUpperCase();
}

const numberPrefix =
  /^(?:(?:INVOICE|INV|RECHNUNG|RE|RG|RNR|FACTURE|FACT|FAC|FA|FATTURA|FATT|FACTUUR|FACTURA|FATURA|BILL)(?:NUMBER|NUM|NO|NR|N)?|NUMBER|NR|NO|N)(?=\d)/;

/**
 * The number of an invoice for comparing: as `normalizeReference`, without a word like "INV" before the digits and without
 * leading zeros in each of its parts ("2026/0017"); an "O" that runs into digits is a zero ("AGO107" is "AG-0107").
 */
export function normalizeInvoiceNumber(text: string): string {
  const bare = text.replace(/^[^\p{L}\p{N}]*(?:no|nr|number)?[.:#\s]*/iu, "");
  const plain = bare
    .replace(/(?<![\p{L}\p{N}])0[0oO]*(?=\d)/gu, "")
    .replace(/(?<=\p{L})[oO][0oO]*(?=\d)/gu, "");
  return normalizeReference(plain)
    .replace(numberPrefix, "")
    .replace(/^0+(?=\d)/, "");
}

const placeholders = new Set([
  "tbc",
  "tba",
  "tbd",
  "tobeconfirmed",
  "tobeadvised",
  "na",
  "none",
  "nil",
  "null",
  "unknown",
  "pending",
  "tofollow",
  "follows",
  "xxx",
  "xxxx",
  "x",
  "notapplicable",
  "notavailable",
  "keine",
  "folgt",
  "entfallt",
  "sansobjet",
  "neant",
]);

/** That a number comes later, said in a few words without a figure: "to follow", "wird nachgereicht", "en attente". */
const comesLater =
  /\b(?:to follow|follows|pending|sent later|awaited|awaiting|to be (?:advised|confirmed|supplied|assigned)|nachgereicht|nachgetragen|folgt|nachtrag|ausstehend|angefordert|suivre|attente|venir|communiquer|preciser|pendiente|confirmar|indicar|comunicar|attesa|seguire|comunicare|definire|volgt|nagestuurd|opgevraagd|aguarda|aguardar|informar|seguir)\b/;
const fewWords = 4;

/** Whether what is printed for a number only says that it comes later. */
export const saysLater = (text: string): boolean => {
  const folded = foldWording(text).trim();
  return !/\d/.test(folded) && folded.split(/\s+/).length <= fewWords && comesLater.test(folded);
};

/** Whether a printed value says nothing: "TBC", "N/A", "0000", "-". */
export function isPlaceholder(text: string): boolean {
  const bare = foldWording(text).replace(/[^a-z0-9]+/g, "");
  return (
    bare === "" || /^0+$/.test(bare) || /^x+$/.test(bare) || /^9{4,}$/.test(bare) || placeholders.has(bare)
  );
}

/** Words of a text that could be document numbers: at least one digit and three characters, as normalized. */
export function referenceWords(text: string): readonly string[] {
  const words = text.split(/[\s,;:()[\]"']+/).filter((word) => /\d/.test(word) && word.length >= 3);
  return words.map(normalizeReference).filter((word) => word.length >= 3);
}

/** Similarity of two numbers, 0 to 1: 1 − edit distance ÷ length of the longer. */
export function numberSimilarity(first: string, second: string): number {
  const length = Math.max(first.length, second.length);
  return length === 0 ? 0 : 1 - editDistance(first, second) / length;
}

/** Levenshtein's distance; what both begin and end with alike costs nothing and is left out. */
function editDistance(first: string, second: string): number {
  let [start, firstEnd, secondEnd] = [0, first.length, second.length];
  while (start < firstEnd && start < secondEnd && first[start] === second[start]) start += 1;
  while (firstEnd > start && secondEnd > start && first[firstEnd - 1] === second[secondEnd - 1]) {
    firstEnd -= 1;
    secondEnd -= 1;
  }
  const [rows, columns] = [firstEnd - start, secondEnd - start];
  if (rows === 0 || columns === 0) return Math.max(rows, columns);
  let row = Array.from({ length: columns + 1 }, (_, index) => index);
  for (let i = 1; i <= rows; i += 1) {
    const next = [i];
    for (let j = 1; j <= columns; j += 1) {
      const substitution = (row[j - 1] ?? 0) + (first[start + i - 1] === second[start + j - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[columns] ?? 0;
}

/** Bank account for comparing: letters and digits in capitals. */
export function normalizeAccount(text: string): string {
  return text
    .toUpperCase()
    .replace(/^IBAN/i, "")
    .replace(/[^A-Z0-9*•]/g, "")
    .replace(/^IBAN/, "");
}

/** Tax id for comparing: letters and digits in capitals. */
export function normalizeTaxId(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, "");
}
