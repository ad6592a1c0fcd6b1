import { isCurrencyCode } from "../../../../src-shared/money/index.ts";

/** A printed currency: its ISO code where the print alone says it, else the shared symbol. */
export interface CurrencyReading {
  /** ISO 4217; `null` for a symbol that several countries share ("$", "kr"). */
  readonly code: string | null;
  /** As printed. */
  readonly symbol: string;
  /** Codes that a shared symbol may stand for, most common first. */
  readonly candidates: readonly string[];
}

/** The dollar sign with letters that say whose it is. */
export const dollarMarks: Readonly<Record<string, string>> = {
  US$: "USD",
  "U.S.$": "USD",
  U$S: "USD",
  A$: "AUD",
  AU$: "AUD",
  C$: "CAD",
  CA$: "CAD",
  CAD$: "CAD",
  CDN$: "CAD",
  NZ$: "NZD",
  HK$: "HKD",
  S$: "SGD",
  R$: "BRL",
  MX$: "MXN",
};

/** Symbols and words that name one currency. */
const uniqueSymbols: Readonly<Record<string, string>> = {
  ...dollarMarks,
  "€": "EUR",
  euro: "EUR",
  euros: "EUR",
  "₹": "INR",
  zł: "PLN",
  Kč: "CZK",
  Ft: "HUF",
  "₺": "TRY",
  "₩": "KRW",
  "₪": "ILS",
  "₫": "VND",
  "₱": "PHP",
  "₦": "NGN",
  "₴": "UAH",
  "฿": "THB",
  "SFr.": "CHF",
  SFr: "CHF",
  "sFr.": "CHF",
  DKr: "DKK",
  SKr: "SEK",
  NKr: "NOK",
  RM: "MYR",
  lei: "RON",
};

/** Symbols that only the place decides. */
const sharedSymbols: Readonly<Record<string, readonly string[]>> = {
  $: ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"],
  "£": ["GBP", "EGP"],
  "¥": ["JPY", "CNY"],
  kr: ["SEK", "NOK", "DKK", "ISK"],
  "kr.": ["DKK", "SEK", "NOK"],
  R: ["ZAR"],
  Rs: ["INR", "PKR", "LKR"],
  "Rs.": ["INR", "PKR", "LKR"],
  Fr: ["CHF"],
  "Fr.": ["CHF"],
};

const codeShape = /^[A-Z]{3}$/;

/** Codes that are words or abbreviations on many papers; they count only beside an amount. */
const ordinaryWords = new Set([
  "ALL",
  "TOP",
  "TRY",
  "MAD",
  "CUP",
  "PEN",
  "LAK",
  "GEL",
  "SOS",
  "BAM",
  "ANG",
  "MOP",
  "RON",
  "BOB",
  "DOP",
  "MRO",
  "TOP",
  "VES",
  "WST",
  "XOF",
  "STD",
  "STN",
  "COP",
  "CAD",
  "NAD",
  "COU",
  "CHE",
  "UYI",
  "CLF",
  "SLE",
  "VED",
  "LEI",
  "SRD",
]);

/** Reads a currency code, symbol or word that stands alone. `null` when it is none. */
export function parseCurrency(text: string): CurrencyReading | null {
  const symbol = text.trim();
  if (codeShape.test(symbol)) {
    return isCurrencyCode(symbol) ? { code: symbol, symbol, candidates: [symbol] } : null;
  }
  const unique = uniqueSymbols[symbol] ?? uniqueSymbols[symbol.toLowerCase()];
  if (unique !== undefined) return { code: unique, symbol, candidates: [unique] };
  const shared = sharedSymbols[symbol];
  return shared === undefined ? null : { code: null, symbol, candidates: shared };
}

/** A code in capitals that hardly is anything else than a currency, wherever it stands. */
export function isPlainCurrencyCode(text: string): boolean {
  return codeShape.test(text) && isCurrencyCode(text) && (!ordinaryWords.has(text) || text === "CAD");
}

const symbolsLongestFirst = [...Object.keys(uniqueSymbols), ...Object.keys(sharedSymbols)].sort(
  (first, second) => second.length - first.length || (first < second ? -1 : 1),
);

/** Parts a number from a currency printed before or behind it: "EUR1.234", "$ 12", "12,00 €". */
export function splitCurrency(text: string): {
  readonly rest: string;
  readonly currency: CurrencyReading | null;
} {
  if (/^[-+(]?[\d.,' ]*\d[)-]?$/.test(text)) return { rest: text, currency: null };
  const code =
    /^([A-Z]{3})\s?(?=[-(]?[\d.,])/.exec(text)?.[1] ?? /\d[\s.,-]*?\)?\s?([A-Z]{3})$/.exec(text)?.[1];
  // "CHE-116.281.710" is a Swiss tax id, not an amount in WIR.
  if (code !== undefined && isCurrencyCode(code) && !/^CHE-?\d/.test(text)) {
    const rest = text.startsWith(code) ? text.slice(3) : text.slice(0, -3);
    // "CHF 120.-" and "USD $12": another symbol may follow.
    const inner = splitCurrency(rest.trim());
    return { rest: inner.rest, currency: { code, symbol: code, candidates: [code] } };
  }
  for (const symbol of symbolsLongestFirst) {
    const isLetters = /[a-z]$/i.test(symbol);
    // "R-7719" is the number of a paper, not rands below zero.
    if (isLetters && /^-\d+$/.test(text.slice(symbol.length)) && text.startsWith(symbol)) continue;
    if (text.startsWith(symbol) && /^\s?[-(]?[\d.,*]/.test(text.slice(symbol.length))) {
      return { rest: text.slice(symbol.length).trim(), currency: parseCurrency(symbol) };
    }
    if (
      text.endsWith(symbol) &&
      (isLetters ? /[\d-]\)?\s$/ : /[\d-]\)?\s?$/).test(text.slice(0, -symbol.length))
    ) {
      return { rest: text.slice(0, -symbol.length).trim(), currency: parseCurrency(symbol) };
    }
  }
  return { rest: text, currency: null };
}
