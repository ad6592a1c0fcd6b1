import { isCurrencyCode } from "../../../../../src-shared/money/index.ts";
import { dollarMarks } from "../../values/currency.ts";
import type { Span } from "./literal.ts";

export interface CurrencyMark extends Span {
  /** ISO 4217; `null` for a symbol that several countries share. */
  readonly code: string | null;
  readonly symbol: string | null;
  readonly isCents: boolean;
}

const symbols: Readonly<Record<string, string | null>> = {
  ...dollarMarks,
  "S/": "PEN",
  "€": "EUR",
  "£": "GBP",
  "₹": "INR",
  zł: "PLN",
  Kč: "CZK",
  "SFr.": "CHF",
  "Fr.": "CHF",
  $: null,
  "¥": null,
  kr: null,
  "Rs.": "INR",
  Rs: "INR",
  "₩": "KRW",
  "₪": "ILS",
  "₺": "TRY",
};

/** "US $ 12": letters that name nothing else may stand apart from their sign; "Lot C $ 12" is no Canadian sum. */
const mayPart: ReadonlySet<string> = new Set(["US$", "U.S.$", "CDN$", "MX$"]);
const dollars = Object.keys(dollarMarks)
  .map((mark) => mark.replace(/\./g, "\\.").replace("$", mayPart.has(mark) ? " ?\\$" : "\\$"))
  .join("|");

const symbolBefore = new RegExp(
  `(?:^|[^\\p{L}\\d])(${dollars}|S/|SFr\\.|Fr\\.|Rs\\.?|€|£|₹|¥|₩|₪|₺|\\$) ?$`,
  "u",
);
const codeBefore = /(?:^|[^\p{L}\d])([A-Z]{3}|Euro|EURO|euros?) ?(?:\$|€|£)? ?$/u;

/** A currency directly before a number. */
export function currencyBefore(text: string, start: number): CurrencyMark | null {
  const head = text.slice(Math.max(0, start - 12), start);
  const code = codeBefore.exec(head);
  const named = code?.[1];
  if (named !== undefined && (isCurrencyCode(named) || /^euro/i.test(named))) {
    return {
      code: /^euro/i.test(named) ? "EUR" : named,
      symbol: null,
      isCents: false,
      start: start - (head.length - head.lastIndexOf(named)),
      end: start,
    };
  }
  // "R 480.00" and "S/ 4 800" are rand and soles; "R 3", "R-0588" and "S/2" are a revision, a number and a port.
  const isSum =
    /^\d{1,3}(?:[ ,]\d{3})+(?!\d)|^\d+[.,]\d{2}(?!\d|\.\d)|^\d+ ?(?:per |an? |each\b|\/ ?[a-z])/.test(
      text.slice(start, start + 14),
    );
  const rand = isSum && /(?:^|[^\p{L}\d])R ?$/u.test(head);
  if (rand)
    return {
      code: "ZAR",
      symbol: null,
      isCents: false,
      start: start - (head.length - head.lastIndexOf("R")),
      end: start,
    };
  const symbol = symbolBefore.exec(head)?.[1];
  if (symbol === undefined || (symbol === "S/" && !isSum)) return null;
  const known = symbols[symbol.replace(/ /g, "")] ?? null;
  return {
    code: known,
    symbol: known === null ? symbol : null,
    isCents: false,
    start: start - (head.length - head.lastIndexOf(symbol)),
    end: start,
  };
}

const after: readonly (readonly [RegExp, string | null, string | null, boolean])[] = [
  [/^ ?(?:€(?!\d)|euros?\b|eur\b)/, "EUR", null, false],
  [/^ ?(?:us dollars|u\.s\. dollars|usd\b|us\$|united states dollars)/, "USD", null, false],
  // "CAD" only in capitals, below: "1,80 cad." is Italian for one of the thing.
  [/^ ?canadian dollars/, "CAD", null, false],
  [/^ ?(?:australian dollars|aud\b)/, "AUD", null, false],
  [/^ ?(?:pounds sterling|pounds(?! of| per| net| gross)\b|gbp\b|£(?! ?\d))/, "GBP", null, false],
  [/^ ?(?:swiss francs|schweizer franken|franken|chf\b|sfr\.?)/, "CHF", null, false],
  [/^ ?dollars?\b/, null, "$", false],
  [/^ ?\$(?! ?\d)/, null, "$", false],
  [/^ ?(?:cents?\b|¢|ct\b)(?! of)/, null, "$", true],
  [/^ ?(?:centimes?|centimos?|centesim[io]|centavos?)\b/, null, null, true],
  [/^ ?(?:rappen\b|rp\.)/, "CHF", null, true],
  [/^ ?(?:rupees|inr\b)/, "INR", null, false],
  [/^ ?rands?\b/, "ZAR", null, false],
  [/^ ?reais\b/, "BRL", null, false],
  [/^ ?pence\b/, "GBP", null, true],
  // "16p per kilogram", "21.84 p/kWh": a lone p is pence only in front of a unit.
  [
    /^ ?p(?= (?:per|an?) [a-z]{2}| each\b| ?\/ ?(?:kwh|unit|copy|page|mile|min|minute|sms|label|item|click|litre|km|word|call)\b)/,
    "GBP",
    null,
    true,
  ],
];

/** "62,-", "62.--", "2,400/-": a whole sum. */
export const wholeMark = /^(?:[,.]-{1,2}|\/-)(?= |$|[^\d])/;

/** A currency directly after a number, and "cents". */
export function currencyAfter(text: string, folded: string, end: number): CurrencyMark | null {
  // "62,- Euro": the dash says that there are no cents.
  const dash = wholeMark.exec(folded.slice(end, end + 4))?.[0].length ?? 0;
  const rest = folded.slice(end + dash, end + dash + 26);
  for (const [pattern, code, symbol, isCents] of after) {
    const match = pattern.exec(rest);
    if (match !== null) {
      const isEuroCent = isCents && code === null && /\beur|€/.test(folded);
      return {
        code: isEuroCent ? "EUR" : code,
        symbol: isEuroCent ? null : symbol,
        isCents,
        start: end,
        end: end + dash + match[0].length,
      };
    }
  }
  // "Mileage is 55p.": behind a word of price a lone p is pence; elsewhere it is a time of day.
  if (
    /^p(?=[.,;)]|$| (?:plus|and|\+) )/.test(rest) &&
    /\b(?:is|costs?|charged|adds?|rate of) \d{1,2}(?:\.\d+)?$/.test(folded.slice(0, end))
  )
    return { code: "GBP", symbol: null, isCents: true, start: end, end: end + 1 };
  const named = /^(?:[,.]-{1,2}|\/-)? ?([A-Z]{3})(?![\p{L}\d])/u.exec(text.slice(end, end + 9));
  const code = named?.[1];
  if (named === null || code === undefined || !isCurrencyCode(code)) return null;
  return { code, symbol: null, isCents: false, start: end, end: end + named[0].length };
}
