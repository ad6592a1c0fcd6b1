import type { Field } from "../../../../src-shared/model/index.ts";
import { isPlainCurrencyCode, parseCurrency } from "../values/index.ts";
import type { CurrencyReading } from "../values/index.ts";
import { codeOfSymbol } from "./document-signs.ts";
import { decidedField, openField } from "./fields.ts";
import type { Token } from "./layout.ts";
import { weightOf } from "./printed-labels.ts";
import type { TotalsSolution } from "./solve-totals.ts";
import { findNumbers } from "./spans.ts";
import type { Survey } from "./survey.ts";
import type { TotalCandidate } from "./total-candidate.ts";

/** "Euro", "Rs.", "pesos": money by its name; a name that several countries share is left to their signs. */
function currencyWord(text: string): CurrencyReading | null {
  if (/^euros?$/i.test(text)) return parseCurrency("EUR");
  if (/^(?:Rs|INR|Rupees)$/.test(text)) return parseCurrency("INR");
  return null;
}

/** A sign of money in the name of a sum: "Total NZ$", "TOTAL R". */
const signBeside = /^(?:\p{Lu}{0,2}\$|[€£₹¥]|R|kr\.?|zł|Kč|S?Fr\.)$/u;

/** A sign of money in the name of a column: "Amount (NZ$)". */
const signOfColumn = /^(?:\p{Lu}{0,3}\$|[€£₹])$/u;

export function currencyOf(
  survey: Survey,
  totals: TotalsSolution,
  candidates: readonly TotalCandidate[],
): Field<string> | null {
  const { document, layout, signs, labels } = survey;
  const votes: {
    readonly reading: CurrencyReading;
    readonly tokens: readonly Token[];
    readonly weight: number;
  }[] = [];
  const chosen = [totals.payable, totals.gross, totals.net].flatMap((choice) =>
    choice === null ? [] : [choice.candidate],
  );
  const beside = (candidate: TotalCandidate): void => {
    const { currency } = candidate.number.reading;
    if (currency !== null) votes.push({ reading: currency, tokens: candidate.tokens, weight: 5 });
    for (const segment of candidate.row.segments) {
      for (const token of segment.tokens) {
        const text = token.text.replace(/[():,]/g, "");
        const reading =
          isPlainCurrencyCode(text) || signBeside.test(text) ? parseCurrency(text) : currencyWord(text);
        if (reading !== null) votes.push({ reading, tokens: [token], weight: 4 });
      }
    }
  };
  for (const candidate of chosen) beside(candidate);
  for (const candidate of candidates)
    if (!chosen.includes(candidate) && candidate.number.reading.currency !== null)
      votes.push({ reading: candidate.number.reading.currency, tokens: candidate.tokens, weight: 1 });
  for (const row of layout.rows) {
    for (const segment of row.segments) {
      const label = (labels.get(segment) ?? []).find((one) => weightOf(one, "currency") > 0);
      const isLabel = label !== undefined;
      // The currency of tax accounting (BT-6) is another one; the invoice's own has a label of its own.
      const strength = /steuer|\btax\b|\bvat\b|\btva\b|\bbtw\b|\biva\b/i.test(segment.text)
        ? 1
        : label?.isPlain === true
          ? 12
          : 5;
      // The capital of a company in a footer is money of no concern; a sign over a column is that of its amounts.
      const isItem = survey.itemRows.has(row.index);
      const isAlone = segment.tokens.length === 1;
      for (const token of segment.tokens) {
        const text = token.text.replace(/^[(:,.]+|[):,.]+$/g, "");
        const reading =
          isPlainCurrencyCode(text) || ((isItem || isAlone) && signOfColumn.test(text))
            ? parseCurrency(text)
            : currencyWord(text);
        if (reading !== null)
          votes.push({
            reading,
            tokens: [token],
            weight: isLabel ? strength : isAlone ? 1.5 : isItem ? 1 : 0.6,
          });
      }
      if (segment.tokens.length <= 6) {
        for (const number of findNumbers(segment.tokens, signs.conventions)) {
          if (number.reading.currency !== null)
            votes.push({ reading: number.reading.currency, tokens: number.tokens, weight: 0.5 });
        }
      }
      const next = layout.rows[segment.row]?.segments;
      if (isLabel && next !== undefined) {
        for (const other of next) {
          const reading = other === segment ? null : parseCurrency(other.text.replace(/^[:\s]+/, "").trim());
          if (reading !== null) votes.push({ reading, tokens: other.tokens, weight: strength });
        }
      }
    }
  }
  const sums = new Map<string, { weight: number; tokens: readonly Token[]; reading: CurrencyReading }>();
  for (const vote of votes) {
    const key =
      vote.reading.code ?? codeOfSymbol(vote.reading, signs.countries, signs.language) ?? vote.reading.symbol;
    const known = sums.get(key);
    if (known === undefined)
      sums.set(key, { weight: vote.weight, tokens: vote.tokens, reading: vote.reading });
    else known.weight += vote.weight;
  }
  // A code says which of the dollars a bare "$" means.
  for (const [key, one] of sums) {
    if (/^[A-Z]{3}$/.test(key)) continue;
    const named = one.reading.candidates.find((code) => sums.has(code));
    const target = named === undefined ? undefined : sums.get(named);
    if (target !== undefined) {
      target.weight += one.weight;
      sums.delete(key);
    }
  }
  const [best, second] = [...sums.entries()].sort(
    (first, other) => other[1].weight - first[1].weight || (first[0] < other[0] ? -1 : 1),
  );
  if (best === undefined) return null;
  const [code, { tokens, reading, weight }] = best;
  if (!/^[A-Z]{3}$/.test(code))
    return openField(document, reading.candidates.slice(0, 3), tokens, "ambiguous-currency");
  const isRivaled = second !== undefined && second[1].weight > 0.6 * weight;
  // A sign over one column, and none beside any sum, is little to go by.
  const confidence = isRivaled || weight < 1.5 ? 0.7 : reading.code === null ? 0.88 : 0.96;
  return decidedField(document, code, tokens, confidence);
}
