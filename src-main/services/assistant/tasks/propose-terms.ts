import { parseTermValue } from "../../../../src-shared/api/index.ts";
import { findQuote } from "../../../../src-shared/assistant/index.ts";
import type { Citation } from "../../../../src-shared/assistant/index.ts";
import type { Agreement, Term, TermType, TermValueByType } from "../../../../src-shared/model/index.ts";
import type { NumberConvention } from "../../../pipeline/normalize/index.ts";
import { clausesOf } from "../document-words.ts";
import type { Passage } from "../document-words.ts";
import { createSieve } from "../task-outcome.ts";
import type { Outcome, Source } from "../task-outcome.ts";
import {
  amountFrom,
  cadenceFrom,
  conventionOf,
  daysFrom,
  percentFrom,
  standsIn,
  unitFrom,
} from "./printed-parts.ts";

/** One term as a model names it: every part is text that has to stand in the quote. */
interface NamedTerm {
  readonly type: string;
  readonly item: string;
  readonly amount: string;
  readonly percent: string;
  readonly days: string;
  readonly unit: string;
  readonly period: string;
  readonly quote: string;
}

const longestPassage = 2_400;
/** What a price, a share or a number of days looks like; a clause number or a date alone does not. */
const figure =
  /[€$£¥]|(?<![A-Z])[A-Z]{3}\s?\d|\d\s?[A-Z]{3}(?![A-Za-z])|\d[.,]\d{2}(?!\d)|%|percent|prozent|pour cent|per cento|por ciento|por cento|procent|\d\)?\s+(?:\p{L}+ )?(?:days?|tagen?|jours?|días?|dias?|giorni|dagen|hours?|stunden?)/iu;

/**
 * The passages that are worth asking about: those with a figure that no rule took, or with a term that is in question.
 *
 * Where the rules read a passage wholly and without doubt, no model is asked.
 */
export function openPassages(agreement: Agreement, text: string): readonly Passage[] {
  const sure = agreement.terms
    .filter(
      (term) =>
        term.status === "confirmed" || ((term.questions ?? []).length === 0 && term.confidence >= 0.8),
    )
    .flatMap(({ evidence }) => evidence.map(({ quote }) => quote));
  const doubtful = agreement.terms
    .filter(
      (term) => (term.questions ?? []).length > 0 || term.remainder !== undefined || term.confidence < 0.8,
    )
    .flatMap(({ evidence }) => evidence.map(({ quote }) => quote));
  const left = agreement.residue.map(({ evidence }) => evidence.quote);
  return clausesOf(text, longestPassage).filter((passage) => {
    const holds = (quote: string): boolean => findQuote(passage.text, quote, 1) !== null;
    if (!figure.test(passage.text)) return false;
    return left.some(holds) || doubtful.some(holds) || !sure.some(holds);
  });
}

/** Terms of an answer whose quote stands in the document and whose value parses from the quote. */
export function judgeTerms(
  answer: unknown,
  agreement: Agreement,
  source: Source,
  nextId: () => string,
): Outcome {
  const sieve = createSieve(source, nextId);
  const convention = conventionOf(source.words.text);
  for (const named of (answer as { readonly terms: readonly NamedTerm[] }).terms) {
    const citation = sieve.cite(named.quote);
    if (citation === null) continue;
    const parts = [named.item, named.amount, named.percent, named.days, named.unit, named.period];
    if (parts.some((part) => part.trim() !== "" && !standsIn(citation.quote, part))) {
      sieve.drop("value-not-in-quote");
      continue;
    }
    const built = buildValue(named, convention);
    const parsed = built === null ? null : parseTermValue(named.type, built);
    if (parsed?.ok !== true) {
      sieve.drop(built === null ? "value-not-in-quote" : "unknown-type");
      continue;
    }
    const { type, value } = parsed.value;
    const beside = findBeside(agreement, type, citation, source);
    if (beside !== null && saysTheSame(beside, value)) continue;
    sieve.keep({
      task: "propose-terms",
      content: {
        type: "term",
        agreementId: agreement.id,
        termType: type,
        value,
        beside: beside === null ? null : JSON.stringify(beside.value),
      },
      citations: [citation],
    });
  }
  return sieve.finish();
}

/** The value of a term from its printed parts, by the rules' own parsers; `null` when a part is missing or ambiguous. */
function buildValue(named: NamedTerm, convention: NumberConvention): object | null {
  const item = named.item.trim();
  const amount = named.amount.trim() === "" ? null : amountFrom(named.amount, convention);
  const percent = named.percent.trim() === "" ? null : percentFrom(named.percent, convention);
  const days = daysFrom(named.days);
  const unit = unitFrom(named.unit);
  const per = cadenceFrom(named.period);
  const isBroken =
    (named.amount.trim() !== "" && amount === null) || (named.percent.trim() !== "" && percent === null);
  if (isBroken) return null;
  const either = percent !== null ? { percent } : amount !== null ? { amount } : null;
  switch (named.type as TermType) {
    case "rate":
      return amount === null || unit === null || item === "" ? null : { item, unit, price: amount };
    case "fixed-fee":
      return amount === null || item === "" ? null : { item, amount, per: per ?? "once", timing: null };
    case "discount":
      return either === null ? null : { ...either, scope: item === "" ? "agreement" : item };
    case "cap":
      return amount === null
        ? null
        : { amount, scope: per === "month" || per === "year" ? per : "agreement" };
    case "minimum":
      return amount === null ? null : { amount, per, scope: item === "" ? "agreement" : item };
    case "deposit":
      return either;
    case "retention":
      return percent === null ? null : { percent };
    case "payment-terms":
      return days === null ? null : { days, from: "invoice-date" };
    case "late-fee": {
      if (either === null) return null;
      return {
        ...either,
        per: per === "month" || per === "year" || per === "once" ? per : null,
        after: days,
      };
    }
    case "expenses":
      return percent === null ? null : { markupPercent: percent };
    case "tax":
      return percent === null ? null : { category: null, rate: percent };
    case "charge-age":
      return days === null ? null : { days };
    default:
      return null;
  }
}

/** What the rules read as a term of the same type in the same words. */
function findBeside(agreement: Agreement, type: TermType, citation: Citation, source: Source): Term | null {
  return (
    agreement.terms.find(
      (term) =>
        term.type === type &&
        term.status !== "rejected" &&
        term.evidence.some(({ quote }) => {
          const place = findQuote(source.words.text, quote, 1);
          return place !== null && place.start < citation.end && citation.start < place.end;
        }),
    ) ?? null
  );
}

/** Whether two values agree in every figure; the words of an item may differ. */
function saysTheSame(term: Term, value: TermValueByType[TermType]): boolean {
  const figures = (of: object): string =>
    JSON.stringify(
      Object.entries(of)
        .filter(([name, part]) => name !== "item" && name !== "scope" && /\d/.test(String(part)))
        .toSorted(([left], [right]) => (left < right ? -1 : 1)),
    );
  return figures(term.value) === figures(value);
}
