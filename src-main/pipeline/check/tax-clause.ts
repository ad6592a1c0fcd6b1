import { isDecimalText, isEqual } from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import { foldWording } from "../../../src-shared/wording/index.ts";
import type { Governing } from "./context.ts";
import { shortWords } from "./show.ts";
import type { BilledTax } from "./tax-groups.ts";

/**
 * The words of a tax clause that say more than its terms hold; `null` where they say no more.
 *
 * "13.5 % on food, 23 % on wine" with one rate read, or "on labor and material" with one of them: where the invoice
 * bills what the clause prints beside, the clause is the question and not the invoice.
 */
export function unreadPartOfTaxClause(
  billed: readonly BilledTax[],
  agreed: readonly Governing<"tax">[],
): string | null {
  // The rate beside the reverse charge is the customer's.
  if (agreed.every(({ term }) => term.value.category === "AE")) return null;
  const quotes = agreed.flatMap(({ term }) => term.evidence.map(({ quote }) => quote));
  const rates = agreed.flatMap(({ term }) => term.value.rate ?? []);
  const others = billed
    .flatMap(({ rate }) => rate ?? [])
    .filter((rate) => !rates.some((known) => isEqual(known, rate)));
  if (others.length > 0) {
    const isPrinted = (rate: DecimalText): boolean => quotes.some((quote) => printsRate(quote, rate));
    return others.every(isPrinted)
      ? shortWords(quotes.find((quote) => printsRate(quote, others[0])) ?? "")
      : null;
  }
  const cut = agreed.find(({ term }) =>
    term.evidence.some(({ quote }) => goesOn(quote, term.value.scope ?? "")),
  );
  return cut === undefined ? null : shortWords(cut.term.evidence[0]?.quote ?? "");
}

/** The rate in a sentence that has the customer account for the tax is the customer's: none of it is billed. */
export function withoutReverseCharged(terms: readonly Governing<"tax">[]): readonly Governing<"tax">[] {
  const quotes = terms
    .filter(({ term }) => term.value.category === "AE")
    .flatMap(({ term }) => term.evidence.map(({ quote }) => quote));
  return terms.filter(
    ({ term }) => term.value.category === "AE" || !term.evidence.some(({ quote }) => quotes.includes(quote)),
  );
}

function printsRate(quote: string, rate: DecimalText | undefined): boolean {
  if (rate === undefined) return false;
  return [...quote.matchAll(/(\d+(?:[.,]\d+)?) ?(?:%|percent|per cent|prozent|procent)/gi)].some(
    ([, figure = ""]) => {
      const text = figure.replace(",", ".");
      return isDecimalText(text) && isEqual(text, rate);
    },
  );
}

/** Behind the words of a scope stands more of it: "labor and material". */
function goesOn(quote: string, scope: string): boolean {
  const [folded, wanted] = [foldWording(quote), foldWording(scope).trim()];
  const at = wanted === "" ? -1 : folded.indexOf(wanted);
  return (
    at >= 0 && /^,? ?(?:and|or|und|oder|sowie|et|ou|y|o|e|en|of) [a-z]/.test(folded.slice(at + wanted.length))
  );
}
