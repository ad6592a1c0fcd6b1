import type { Unit } from "../../../../../src-shared/model/index.ts";
import { decimalText } from "../../../../../src-shared/money/index.ts";
import type { PerUnit } from "./literal.ts";

/** What the short names of the prices of advertising are for, and of how many. */
const prices: Readonly<Record<string, readonly [unit: Unit, base: string]>> = {
  cpm: ["impression", "1000"],
  cpt: ["impression", "1000"],
  tkp: ["impression", "1000"],
  cpc: ["click", "1"],
  ppc: ["click", "1"],
  cpl: ["lead", "1"],
  cpv: ["view", "1"],
  cpa: ["acquisition", "1"],
};

/** Beside a sum: "$4.20 CPM", "a CPC of $0.85", "TKP von 18,00 EUR". */
const named = new RegExp(
  `(?<![\\p{L}\\d])(${Object.keys(prices).join("|")})(?![\\p{L}\\d])(?=(?: (?:price|rate|preis))?(?: (?:of|is|at|von|de|di|van)|:)? ?(?:[$€£]|eur|usd|gbp|chf|us\\$)? ?\\d)|(?<=[\\d$€£] ?(?:(?:eur|usd|gbp|chf|cad|aud|net) )?)(${Object.keys(prices).join("|")})(?![\\p{L}\\d])`,
  "gu",
);

/** "CPM", "TKP", "CPC": the price of a thousand impressions, of a click. */
export const mediaPricesOf = (folded: string): readonly PerUnit[] =>
  [...folded.matchAll(named)].flatMap((match): readonly PerUnit[] => {
    const price = prices[match[1] ?? match[2] ?? ""];
    return price === undefined
      ? []
      : [
          {
            unit: price[0],
            base: decimalText(price[1]),
            cadence: null,
            isArticle: false,
            span: { start: match.index, end: match.index + match[0].length },
          },
        ];
  });
