import { valueOf, type OpenItem, type Payment } from "../../../../src-shared/model/index.ts";
import { normalizeInvoiceNumber } from "../../../../src-shared/wording/index.ts";

/** Open items by the number that a payer would write. */
export type NumberIndex = ReadonlyMap<string, readonly OpenItem[]>;

export const indexNumbers = (items: readonly OpenItem[]): NumberIndex => {
  const index = new Map<string, OpenItem[]>();
  for (const item of items) {
    const key = normalizeInvoiceNumber(item.number);
    const known = index.get(key);
    if (known === undefined) index.set(key, [item]);
    else known.push(item);
  }
  return index;
};

/** Words of a text and of up to three words joined, so that "INV 2026 118" is found as one number. */
const candidatesIn = (text: string): ReadonlySet<string> =>
  // A stroke may be part of a number ("HP/26/118") or stand between two.
  text.includes("/") ? new Set([...wordsIn(text), ...wordsIn(text.replaceAll("/", " "))]) : wordsIn(text);

const wordsIn = (text: string): ReadonlySet<string> => {
  const words = text.split(/[^\p{L}\p{N}./_-]+/u).filter((word) => word !== "");
  const found = new Set<string>();
  for (let at = 0; at < words.length; at += 1)
    for (let length = 1; length <= 3 && at + length <= words.length; length += 1) {
      const joined = words.slice(at, at + length).join("");
      if (/\d/.test(joined)) found.add(normalizeInvoiceNumber(joined.replace(/^[./_-]+|[./_-]+$/g, "")));
    }
  return found;
};

/** A range such as "INV-118 - INV-120" or "INV-118/119": the last digits of the second number count on from the first. */
const shortenedNumbers = (text: string): readonly string[] =>
  [...text.matchAll(/(\p{L}*[\p{L}\p{N}-]*?\d{2,})(?:\s*[/+,&]\s*\d{1,4})+/gu)].flatMap(
    ([whole, first = ""]) =>
      whole
        .slice(first.length)
        .split(/[^\d]+/)
        .filter((piece) => piece !== "")
        .map((piece) =>
          normalizeInvoiceNumber(first.slice(0, Math.max(0, first.length - piece.length)) + piece),
        ),
  );

// A number of one to three digits is as likely an amount, a day or a street.
const isTelling = (key: string): boolean => key.length >= 4 || (/[A-Z]/.test(key) && key.length >= 3);

/** Items whose number a payment names, and whether it is said in a field of its own. */
export interface NamedItems {
  readonly items: readonly OpenItem[];
  readonly isInReference: boolean;
}

export const itemsNamedIn = (payment: Payment, index: NumberIndex): NamedItems => {
  const references = payment.references.map((field) => valueOf(field) ?? "");
  const text = valueOf(payment.remittance) ?? "";
  const inReference = references.flatMap((reference) => [...candidatesIn(reference)]);
  const inText = [...candidatesIn(text), ...shortenedNumbers(text)];
  const found = new Map<string, OpenItem>();
  const collect = (keys: readonly string[]): void => {
    for (const key of keys)
      if (isTelling(key)) for (const item of index.get(key) ?? []) found.set(item.invoiceId, item);
  };
  collect(inReference);
  const isInReference = found.size > 0;
  collect(inText);
  return { items: [...found.values()], isInReference };
};
