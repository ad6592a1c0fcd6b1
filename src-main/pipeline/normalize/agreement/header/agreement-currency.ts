import type { ReadinessGap } from "../../../../../src-shared/model/index.ts";
import { isCurrencyCode } from "../../../../../src-shared/money/index.ts";
import type { Candidate } from "../engine/frame.ts";
import type { Line } from "../structure/outline.ts";
import { currencyByMark, currencyOfSeat, dollarPlaces } from "./currency-places.ts";
import type { Parties } from "./parties.ts";

const statement =
  /\b(?:in|all amounts|currency|prices|amounts|denominated|payable|wahrung|devise|monnaie)\b[^.;]{0,40}?\b(us dollars|u\.s\. dollars|united states dollars|canadian dollars|australian dollars|new zealand dollars|singapore dollars|hong kong dollars|(?:south african )?rand|indian rupees|pounds sterling|euros?|swiss francs|schweizer franken|usd|eur|gbp|cad|aud|chf|nzd|sgd|hkd|zar|sek|nok|dkk|jpy|inr)\b/;
const named: Readonly<Record<string, string>> = {
  "us dollars": "USD",
  "u.s. dollars": "USD",
  "united states dollars": "USD",
  "canadian dollars": "CAD",
  "australian dollars": "AUD",
  "new zealand dollars": "NZD",
  "singapore dollars": "SGD",
  "hong kong dollars": "HKD",
  "south african rand": "ZAR",
  rand: "ZAR",
  "indian rupees": "INR",
  "pounds sterling": "GBP",
  euro: "EUR",
  euros: "EUR",
  "swiss francs": "CHF",
  "schweizer franken": "CHF",
};

const printedCode =
  /(?<![a-z])(?:usd|eur|gbp|chf|cad|aud|nzd|sgd|hkd|inr|zar|mxn|brl|sek|nok|dkk|pln)(?![a-z])/g;

/** Currencies that are written with "$", alone or behind a letter. */
const codesOfDollarSign: ReadonlySet<string> = new Set([
  "USD",
  "CAD",
  "AUD",
  "NZD",
  "SGD",
  "HKD",
  "MXN",
  "BRL",
]);

/** Sums without any mark are in the currency of the place that the tax number names; the assumption stays visible. */
function bySeat(text: string): { readonly code: string | null; readonly gaps: readonly ReadinessGap[] } {
  const code = currencyOfSeat(text);
  return code === null
    ? { code: null, gaps: [] }
    : { code, gaps: [{ code: "currency", facts: { symbol: "", candidate: code }, evidence: [] }] };
}

/** Currency of the agreement's amounts: a code, then a statement, then "$" with evidence of the place; else a gap. */
export function readCurrency(
  lines: readonly Line[],
  candidates: readonly Candidate[],
  parties: Parties,
): { readonly code: string | null; readonly gaps: readonly ReadinessGap[] } {
  const counts = new Map<string, number>();
  for (const candidate of candidates)
    if (candidate.currency !== null && candidate.currency !== undefined)
      counts.set(candidate.currency, (counts.get(candidate.currency) ?? 0) + 1);
  const [most] = [...counts].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
  if (most !== undefined) return { code: most[0], gaps: [] };
  let text = "";
  for (const { prepared } of lines) {
    const said = statement.exec(prepared.folded)?.[1];
    if (said !== undefined) {
      const code = named[said] ?? said.toUpperCase();
      if (isCurrencyCode(code)) return { code, gaps: [] };
    }
    if (text.length < 60_000) text += ` ${prepared.folded}`;
  }
  // One code alone stands in the paper: in a column's title, in brackets, behind a sum. Beside sums in dollars or pesos
  // another currency's code is a letter of something else.
  const isDollar = /\$ ?\d/.test(text);
  const codes = new Set(
    [...text.matchAll(printedCode)]
      .map(([code]) => code.toUpperCase())
      .filter((code) => !isDollar || codesOfDollarSign.has(code)),
  );
  const [code] = codes;
  if (codes.size === 1 && code !== undefined && isCurrencyCode(code)) return { code, gaps: [] };
  const own = currencyByMark(text);
  if (own !== null) return { code: own, gaps: [] };
  if (!/\$|\bdollars?\b|\bpesos?\b/.test(text)) return bySeat(text);
  const found = dollarPlaces(text);
  // "Inc." and the like are written in Canada and Australia too: two countries' evidence makes it a question, and
  // where only the place speaks for another dollar than the US one, the assumption stays visible.
  if (found.length === 1 && found[0] !== undefined)
    return {
      code: found[0],
      gaps:
        found[0] === "USD"
          ? []
          : [{ code: "currency", facts: { symbol: "$", candidate: found[0] }, evidence: [] }],
    };
  const country = parties.seller?.country ?? parties.buyer?.country ?? null;
  if (found.length === 0 && country === "US")
    return {
      code: "USD",
      gaps: [{ code: "currency", facts: { symbol: "$", candidate: "USD" }, evidence: [] }],
    };
  // Nothing says whose dollars they are: a question, with the one that most papers mean as its candidate.
  return {
    code: null,
    gaps: [{ code: "currency", facts: { symbol: "$", candidate: found[0] ?? "USD" }, evidence: [] }],
  };
}
