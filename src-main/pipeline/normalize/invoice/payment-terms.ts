import { findIbans, findMendedIbans, findNationalAccounts } from "../values/index.ts";
import type { Layout, Token } from "./layout.ts";
import { tokensOf } from "./printed-row.ts";
import { findInText } from "./spans.ts";

/** An IBAN of a document with its words. */
export interface PrintedAccount {
  readonly iban: string;
  readonly isValid: boolean;
  /** Letters and figures that look alike were exchanged until the check digits held. */
  readonly isMended: boolean;
  readonly tokens: readonly Token[];
}

/** All IBANs that the document prints; of recognized ones, those first whose check digits hold. */
export function findAccounts(layout: Layout): readonly PrintedAccount[] {
  const found = layout.rows.flatMap((row): PrintedAccount[] => {
    const tokens = tokensOf(row);
    const printed = accountsIn(tokens, findIbans);
    if (printed.some(({ isValid }) => isValid) || !tokens.some(({ word }) => word.source === "ocr"))
      return [...printed];
    const mended = [tokens, ...otherWordings(tokens)].flatMap((wording) => [
      ...accountsIn(wording, findIbans).filter(({ isValid }) => isValid),
      ...accountsIn(wording, (text) => findMendedIbans(text).map((one) => ({ ...one, isValid: true }))),
    ]);
    const [first] = mended;
    // Two ways to mend an account prove neither.
    const isOne = first !== undefined && mended.every(({ iban }) => iban === first.iban);
    return isOne ? [{ ...first, isMended: true }] : [...printed];
  });
  if (!found.some(({ isValid }) => isValid)) found.push(...wrappedAccounts(layout));
  return found.toSorted((one, other) => Number(other.isValid) - Number(one.isValid));
}

/** Accounts that a line's end cuts in two, "… IBAN DE69" above "1001 1001 2620 9876 54": check digits join them. */
const wrappedAccounts = ({ rows }: Layout): readonly PrintedAccount[] =>
  rows.flatMap((row, index) => {
    const next = rows[index + 1];
    if (next === undefined || next.page !== row.page) return [];
    const [above, below] = [tokensOf(row), tokensOf(next)];
    return accountsIn([...above, ...below], findIbans).filter(
      ({ isValid, tokens }) =>
        isValid &&
        tokens.some((token) => above.includes(token)) &&
        tokens.some((token) => below.includes(token)),
    );
  });

/** Account numbers without check digits that rows print beside words of a bank, or cut off from them at the line's end. */
export const findPlainAccounts = ({
  rows,
}: Layout): readonly { readonly account: string; readonly tokens: readonly Token[] }[] =>
  rows.flatMap((row, index) => {
    const own = tokensOf(row);
    const next = rows[index + 1];
    const isCut =
      next?.page === row.page &&
      ((opensWithAccount.test(next.text) && endsBeforeAccount.test(row.text)) ||
        (/^\d/.test(next.text) && endsBeforeBank.test(row.text)));
    const tokens = isCut ? [...own, ...tokensOf(next)] : own;
    return findInText(tokens, findNationalAccounts).map((found) => ({
      account: found.reading.account,
      tokens: found.tokens,
    }));
  });

const opensWithAccount = /^\d(?:[ -]?\d){5,17}(?!\d)/;
const endsBeforeAccount =
  /(?<!\p{L})(?:account|acct?|konto|kto|compte|cuenta|conta|conto|rekening)[- ]?(?:n[or]|number|nummer|numero|número)?[.:]*$/iu;

const endsBeforeBank =
  /(?<!\p{L})(?:routing|aba|bsb|blz|sort ?code|bankleitzahl)[- ]?(?:n[or]|number|nummer)?[.:]*$/iu;

const accountsIn = (
  tokens: readonly Token[],
  find: (
    text: string,
  ) => readonly (Pick<PrintedAccount, "iban" | "isValid"> & { start: number; end: number })[],
): readonly PrintedAccount[] =>
  findInText(tokens, find).map(({ reading: { iban, isValid }, tokens: own }) => ({
    iban,
    isValid,
    isMended: false,
    tokens: own,
  }));

/** The same words with one of them as its second reading says. */
const otherWordings = (tokens: readonly Token[]): readonly (readonly Token[])[] =>
  tokens.flatMap((token, at) =>
    token.word.otherReading === undefined
      ? []
      : [tokens.with(at, { ...token, text: token.word.otherReading })],
  );

/** Numbers of days that terms write in letters, in small ones. */
const daysInWords: Readonly<Record<string, number>> = {
  seven: 7,
  ten: 10,
  fourteen: 14,
  fifteen: 15,
  thirty: 30,
  sixty: 60,
  sieben: 7,
  zehn: 10,
  vierzehn: 14,
  dreissig: 30,
  dreißig: 30,
  sechzig: 60,
  sept: 7,
  huit: 8,
  dix: 10,
  quinze: 15,
  trente: 30,
  soixante: 60,
  zeven: 7,
  acht: 8,
  tien: 10,
  veertien: 14,
  dertig: 30,
  zestig: 60,
  siete: 7,
  diez: 10,
  quince: 15,
  treinta: 30,
  sesenta: 60,
  sette: 7,
  dieci: 10,
  quindici: 15,
  trenta: 30,
  sessanta: 60,
  sete: 7,
  dez: 10,
  trinta: 30,
  sessenta: 60,
};
const termDays = new RegExp(
  `(?:net(?:to)?|within|innerhalb(?: von)?|binnen|à|a|in|over)?\\s*(\\d{1,3}|\\b(?:${Object.keys(daysInWords).join("|")}))\\s*(?:days?|tagen?|jours?|dagen|d[ií]as|giorni|gg|dias|j\\b|t\\b)|\\bnet\\s*(\\d{1,3})\\b`,
  "gi",
);

/** Days until payment that the terms name ("Net 30", "14 Tage netto", "binnen veertien dagen"); `null` when they name none or several. */
export function termDaysOf(text: string): number | null {
  const days = [...text.matchAll(termDays)].map((match) => {
    const number = (match[1] ?? match[2] ?? "").toLowerCase();
    return daysInWords[number] ?? Number(number);
  });
  const unique = [...new Set(days)];
  return unique.length === 1 ? (unique[0] ?? null) : null;
}
