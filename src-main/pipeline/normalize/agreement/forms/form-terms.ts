import type {
  AgreementId,
  AgreementRank,
  Evidence,
  ReadDocument,
  Term,
  TermId,
  TermType,
  TermValueByType,
} from "../../../../../src-shared/model/index.ts";
import { knownUnits } from "../../../../../src-shared/model/index.ts";
import type { Hash } from "../../context.ts";
import { unitOfWord } from "../lexicon/unit-words.ts";
import { termEvidence } from "./form-head.ts";
import { matchFormLabels } from "./form-labels.ts";
import type { FormReadings } from "./read-form.ts";

/** Types of terms that numbers in the rows of a table are easily taken for. */
const tableTypes: ReadonlySet<TermType> = new Set([
  "rate",
  "fixed-fee",
  "tiers",
  "included",
  "overage",
  "minimum",
  "cap",
  "discount",
  "expenses",
  "surcharge",
  "milestone",
  "deposit",
  "payment-terms",
  "late-fee",
  "service-credit",
  "schedule-of-values",
]);
const known: ReadonlySet<string> = new Set(knownUnits);
/** Rows of a table beyond which a loose reading of its sentences is worth nothing. */
const longTable = 12;

/** The terms of the sentences joined with those of the form's boxes and lines. */
export function joinFormTerms(
  prose: readonly Term[],
  form: FormReadings,
  id: AgreementId,
  number: string | null,
  rank: AgreementRank,
  document: ReadDocument,
  hash: Hash,
): readonly Term[] {
  const rowOf = rowFinder(form, document);
  const lineRows = new Set(form.lines.lines.map((line) => line.row));
  const tableRows = form.survey.tables.reduce((count, table) => count + table.lines.length, 0);
  const isRead = form.lines.lines.length > 0;
  const isLong = tableRows >= longTable || countMoneyRows(form) >= longTable;
  const isLoose = (term: Term): boolean => {
    const [first] = term.evidence;
    const row = first === undefined ? null : rowOf(first);
    if (row === null || !form.isTabular(row) || !tableTypes.has(term.type)) return false;
    if (isRead && lineRows.has(row)) return isOneOff(term);
    return isLong && !isRead;
  };
  const kept = prose.filter((term) => !isLoose(term) && !isTotalRow(term, form));
  const taken = new Set(kept.flatMap((term) => term.evidence.map(rowOf)));
  const seen = new Map<string, number>();
  const make = <T extends TermType>(
    type: T,
    value: TermValueByType[T],
    evidence: readonly Evidence[],
    confidence: number,
    conditions: readonly string[] = [],
  ): Term => {
    const identity = [id, type, "form", JSON.stringify(value)].join("|");
    const occurrence = seen.get(identity) ?? 0;
    seen.set(identity, occurrence + 1);
    return {
      id: `trm-${hash(`${identity}|${occurrence}`).slice(0, 12)}` as TermId,
      agreementId: id,
      type,
      value,
      status: "proposed",
      from: null,
      to: null,
      confidence,
      basis: "rule",
      evidence,
      ...(conditions.length > 0 && { conditions }),
      version: 1,
    } as Term;
  };
  const heads: Term[] = [];
  const { total, beforeTax, hasTax } = form.totals;
  const own = prose.find((term) => term.type === "purchase-order" && term.value.number === number);
  const isUnsaid = own === undefined || (own.type === "purchase-order" && own.value.amount === undefined);
  if (rank === "purchase-order" && number !== null && isUnsaid) {
    const amount = total === null ? {} : { amount: total.value };
    const sums = total === null ? [] : termEvidence(document, total.tokens);
    const proof = form.number?.evidence ?? own?.evidence ?? [];
    heads.push(make("purchase-order", { number, ...amount }, [...proof, ...sums], 0.85));
  }
  // What lines come to is no fee of its own; a total without readable lines is what the order is for.
  const sum = hasTax ? beforeTax : total;
  if (sum !== null && !form.lines.addsUp)
    heads.push(
      make(
        "fixed-fee",
        { item: sum.label, amount: sum.value, per: "once", timing: null },
        termEvidence(document, sum.tokens),
        0.8,
      ),
    );
  const period = form.period;
  if (period !== null && !kept.some((term) => term.type === "duration"))
    heads.push(make("duration", { from: period.value.start, to: period.value.end }, period.evidence, 0.85));
  if (form.paymentDays !== null && !kept.some((term) => term.type === "payment-terms"))
    heads.push(
      make(
        "payment-terms",
        { days: form.paymentDays.value, from: "invoice-date" },
        form.paymentDays.evidence,
        0.8,
      ),
    );
  const lines = form.lines.lines.flatMap((line): readonly Term[] => {
    if (taken.has(line.row)) return [];
    const evidence = termEvidence(document, line.tokens);
    const unit = line.unit ?? unitInRow(line.tokens) ?? "each";
    const [amount] = [line.amount ?? line.price];
    if (isLumpSum(line.tokens) && amount !== null)
      return [make("fixed-fee", { item: line.item, amount, per: "once", timing: null }, evidence, 0.8)];
    const count = line.quantity === null ? [] : [`quantity ${line.quantity} ${unit}`];
    if (line.price !== null && line.quantity !== null)
      return [make("rate", { item: line.item, unit, price: line.price }, evidence, 0.8, count)];
    return line.amount === null
      ? []
      : [
          make(
            "fixed-fee",
            { item: line.item, amount: line.amount, per: "once", timing: null },
            evidence,
            0.75,
            count,
          ),
        ];
  });
  const rest =
    isUnsaid && heads.some((term) => term.type === "purchase-order")
      ? kept.filter((term) => term !== own)
      : kept;
  return [...heads, ...rest, ...lines];
}

/** The unit that a row prints as a word of its own: "60 Std.", "25 Stk.". */
const unitInRow = (tokens: readonly { readonly word: { readonly text: string } }[]): string | null => {
  for (const [index, { word }] of tokens.entries()) {
    const next = tokens[index + 1]?.word.text;
    if (/^\d+(?:[.,]\d+)?$/.test(word.text) && next !== undefined && /^\p{L}{1,8}\.?$/u.test(next)) {
      const unit = unitOfWord(next.toLowerCase().replace(/\.$/u, ""));
      if (unit !== null) return unit;
    }
  }
  return null;
};

const isLumpSum = (tokens: readonly { readonly word: { readonly text: string } }[]): boolean =>
  tokens.some(({ word }) => /^(?:pauschal|psch\.?|ls|lump|forfait|a\.?c\.?|pa\.?)$/iu.test(word.text));

/** A price of one line without a cadence or a unit that sentences alone could give. */
const isOneOff = (term: Term): boolean =>
  (term.type === "fixed-fee" && term.value.per === "once") ||
  (term.type === "rate" && (term.value.unit === "each" || !known.has(term.value.unit)));

/** A total that the sentences took for the fee of an item. */
function isTotalRow(term: Term, form: FormReadings): boolean {
  if (term.type !== "fixed-fee" && term.type !== "rate") return false;
  const { total, beforeTax, isOpen } = form.totals;
  if (total === null && beforeTax === null && !isOpen) return false;
  const words = term.value.item.split(" ");
  const [label] = matchFormLabels(words);
  const field = label?.meanings[0]?.field;
  return label?.start === 0 && label.end === words.length && field !== undefined && /total/.test(field);
}

function countMoneyRows(form: FormReadings): number {
  return form.survey.layout.rows.filter(
    (row) => form.isTabular(row.index) && /(?:[$€£]\s?\d|\d[.,]\d{2}(?!\d))/.test(row.text),
  ).length;
}

/** Which row of the layout a quote stands in. */
function rowFinder(form: FormReadings, document: ReadDocument): (evidence: Evidence) => number | null {
  const { rows } = form.survey.layout;
  const byOffset = rows.flatMap((row) =>
    row.segments.flatMap((segment) =>
      segment.tokens.flatMap(({ word }) =>
        "start" in word.at ? [{ start: word.at.start, row: row.index }] : [],
      ),
    ),
  );
  return (evidence) => {
    const { at } = evidence;
    if ("page" in at) {
      const box = at.box ?? at.boxes?.[0];
      if (box === undefined) return null;
      const middle = box[1] + box[3] / 2;
      return (
        rows.find((row) => row.page === at.page && row.top <= middle && row.bottom >= middle)?.index ?? null
      );
    }
    if (!("start" in at) || document.text === null) return null;
    return byOffset.find(({ start }) => start >= at.start && start < at.end)?.row ?? null;
  };
}
