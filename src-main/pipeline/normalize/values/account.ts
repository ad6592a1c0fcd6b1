import { isMod97, remainderOf } from "../../../../src-shared/wording/index.ts";
import { plainText } from "./fold.ts";

/** Lengths of IBANs by country. Source: SWIFT IBAN registry, release 99. */
export const ibanLengths: Readonly<Record<string, number>> = {
  AD: 24,
  AE: 23,
  AL: 28,
  AT: 20,
  AZ: 28,
  BA: 20,
  BE: 16,
  BG: 22,
  BH: 22,
  BR: 29,
  BY: 28,
  CH: 21,
  CR: 22,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  DO: 28,
  EE: 20,
  EG: 29,
  ES: 24,
  FI: 18,
  FO: 18,
  FR: 27,
  GB: 22,
  GE: 22,
  GI: 23,
  GL: 18,
  GR: 27,
  GT: 28,
  HR: 21,
  HU: 28,
  IE: 22,
  IL: 23,
  IQ: 23,
  IS: 26,
  IT: 27,
  JO: 30,
  KW: 30,
  KZ: 20,
  LB: 28,
  LC: 32,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  LY: 25,
  MC: 27,
  MD: 24,
  ME: 22,
  MK: 19,
  MR: 27,
  MT: 31,
  MU: 30,
  NL: 18,
  NO: 15,
  PK: 24,
  PL: 28,
  PS: 29,
  PT: 25,
  QA: 29,
  RO: 24,
  RS: 22,
  SA: 24,
  SC: 31,
  SD: 18,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  ST: 25,
  SV: 28,
  TL: 23,
  TN: 24,
  TR: 26,
  UA: 29,
  VA: 22,
  VG: 24,
  XK: 20,
};

/** An IBAN inside a text, without its blanks. `isValid` says whether its check digits and length hold. */
export interface IbanMatch {
  readonly iban: string;
  readonly isValid: boolean;
  readonly start: number;
  readonly end: number;
}

/** Whether length and check digits hold; blanks are ignored. */
export function isIban(text: string): boolean {
  const iban = plainText(text).replaceAll(" ", "").toUpperCase();
  return ibanLengths[iban.slice(0, 2)] === iban.length && isMod97(iban);
}

/**
 * All IBANs of a text, in order. A run of the right shape whose check digits fail is found too, and marked.
 *
 * The length of the country decides where it ends, so that a BIC behind it is not swallowed.
 */
export function findIbans(text: string): readonly IbanMatch[] {
  const plain = plainText(text);
  if (plain.length !== text.length) return findIbans(plain);
  const found: IbanMatch[] = [];
  for (const match of plain.matchAll(/(?<![A-Z0-9])([A-Z]{2})\s?\d{2}(?=[ A-Z0-9]{11,})/g)) {
    const length = ibanLengths[match[1] ?? ""];
    if (length === undefined || found.some((other) => match.index < other.end)) continue;
    let end = match.index;
    let iban = "";
    while (iban.length < length && end < plain.length && /[ A-Z0-9]/.test(plain.charAt(end))) {
      if (plain.charAt(end) !== " ") iban += plain.charAt(end);
      end += 1;
    }
    const isWhole = iban.length === length && !/[A-Z0-9]/.test(plain.charAt(end));
    if (iban.length === length && (isWhole || isMod97(iban))) {
      found.push({ iban, isValid: isMod97(iban), start: match.index, end });
    }
  }
  return found;
}

const bankWords =
  /(?<!\p{L})(?:banks?|banking|bacs|sort ?code|bsb|eft|ach|routing|aba|swift|bic|wire|bank ?transfers?|blz|bankverbindung|sparkasse|\p{L}*bank|banque|virement|banco|transferencia|banca|bonifico|reg\.? ?nr|bankkonto|bankgiro|plusgiro)(?!\p{L})/iu;
const nationalAccount =
  /(?<!\p{L})(?:account|acct|acc|a\/c|konto|kto|compte|cuenta|conta|conto|rekening)\.?(?:[ -]?(?:no|nr|number|nummer|n[°º]|numero|número))?\.? ?[:#]? ?(\d(?:[ -]?\d){5,17})(?!\d)/giu;

/** Words before an account that is the customer's with the seller: one to be quoted with a payment. */
const customersAccount =
  /(?<!\p{L})(?:your|customer|client|member|quot(?:e|ing)|referenc(?:e|ing)|mention(?:ing)?|ihre?|kunden\p{L}*|votre|klant\p{L}*|uw)[:,]?(?: \p{L}+){0,2} ?$/iu;

/** "Barclays 20-13-34 / 70418852": eight digits behind a British sort code, with no more than a word for them between. */
const behindSortCode =
  /(?<![\d-])\d{2}-\d{2}-\d{2}(?![\d-])[ ,;:/|·-]{1,3}(?:(?:acc(?:oun)?t?|a\/c|no|number)[.: ]{1,2}){0,2}(\d{8})(?!\d)/giu;

/** A sort code that could be the day of a year as well: "04-06-26". */
const dayOfYear = /^(?:0[1-9]|[12]\d|3[01])-(?:0[1-9]|1[0-2])-/;

/**
 * Account numbers that no check digits prove, without blanks and hyphens: behind a word for an account, in a text that
 * speaks of a bank, or behind a British sort code. A customer's account with the seller is none.
 */
export function findNationalAccounts(
  text: string,
): readonly { readonly account: string; readonly start: number; readonly end: number }[] {
  const found = bankWords.test(text)
    ? [...text.matchAll(nationalAccount)].filter(({ index }) => !customersAccount.test(text.slice(0, index)))
    : [];
  const sorted = [...text.matchAll(behindSortCode)].filter(
    ({ 0: code }) => bankWords.test(text) || !dayOfYear.test(code),
  );
  return [...found, ...sorted].map((match) => {
    const digits = match[1] ?? "";
    const end = match.index + match[0].length;
    return { account: digits.replace(/[ -]/g, ""), start: end - digits.length, end };
  });
}

/** An ISO 11649 creditor reference ("RF18 5390 0754 7034"). */
export function isCreditorReference(text: string): boolean {
  const reference = plainText(text).replaceAll(" ", "").toUpperCase();
  return /^RF\d{2}[A-Z0-9]{1,21}$/.test(reference) && isMod97(reference);
}

/** A Belgian structured communication ("+++090/9337/55493+++"). */
export function isBelgianCommunication(text: string): boolean {
  const digits = text.replace(/[^\d]/g, "");
  return (
    /^[+*]{3}\d{3}\/\d{4}\/\d{5}[+*]{3}$/.test(text.trim()) &&
    (remainderOf(digits.slice(0, 10), 97) || 97) === Number(digits.slice(10))
  );
}

/** A BIC of eight or eleven characters. */
export function isBic(text: string): boolean {
  return /^[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(text);
}
