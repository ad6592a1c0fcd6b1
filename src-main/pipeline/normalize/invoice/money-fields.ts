import type {
  AllowanceCharge,
  Contradiction,
  Field,
  TaxBreakdown,
} from "../../../../src-shared/model/index.ts";
import { absolute, decimalToText, isZero, sum } from "../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../src-shared/money/index.ts";
import { tokensToEvidence } from "./evidence.ts";
import { decidedField, openCode, openField } from "./fields.ts";
import { textOf } from "./layout.ts";
import { weightOf } from "./printed-labels.ts";
import { taxWordingOf } from "./tax-wording.ts";
import type { Choice } from "./total-choices.ts";
import type { TotalsSolution } from "./solve-totals.ts";
import type { Survey } from "./survey.ts";
import type { TotalCandidate } from "./total-candidate.ts";

export function onlyOne<T>(choices: readonly Choice[], make: (choice: Choice) => T): T | null {
  const [only] = choices;
  return choices.length === 1 && only !== undefined ? make(only) : null;
}

export function moneyField(
  survey: Survey,
  choice: Choice | null,
  totals: TotalsSolution,
  constraints: readonly string[],
  isCredit: boolean,
): Field<DecimalText> | null {
  if (choice === null) return null;
  const { candidate } = choice;
  const value = isCredit ? decimalToText(absolute(choice.value)) : choice.value;
  const closes = constraints.some((name) => totals.closed.includes(name));
  const breaks = constraints.filter((name) => totals.violated.includes(name));
  const isOpen = candidate.number.reading.value === null;
  if (isOpen && !closes)
    return openField(
      survey.document,
      candidate.number.reading.readings,
      candidate.tokens,
      openCode(candidate.number.reading),
    );
  let confidence = 0.6 + 0.28 * Math.min(1, candidate.score);
  if (closes) confidence = Math.max(confidence, 0.9) + 0.05;
  const { margins } = totals;
  const margin =
    choice === totals.net
      ? margins.net
      : choice === totals.gross
        ? margins.gross
        : Math.min(margins.net, margins.gross);
  if (margin < 0.7) confidence -= 0.15;
  const contradictions: readonly Contradiction[] = breaks.map(() => ({
    code: "sum-differs",
    evidence: tokensToEvidence(survey.document, candidate.tokens),
  }));
  if (breaks.length > 0) confidence -= closes ? 0.05 : 0.15;
  const proof = closes && breaks.length === 0 ? "arithmetic" : null;
  return decidedField(
    survey.document,
    value,
    candidate.tokens,
    confidence,
    contradictions.slice(0, 1),
    [],
    proof,
  );
}

export function positiveField(survey: Survey, choice: Choice): Field<DecimalText> {
  return decidedField(
    survey.document,
    decimalToText(absolute(choice.value)),
    choice.candidate.tokens,
    0.6 + 0.3 * Math.min(1, choice.candidate.score),
  );
}

export function taxOf(survey: Survey, totals: TotalsSolution, isCredit: boolean): Field<DecimalText> | null {
  if (totals.taxTotal !== null)
    return moneyField(survey, totals.taxTotal, totals, ["C6", "C4", "C3-gross"], isCredit);
  if (totals.taxes.length < 2 || !["C6", "C3-gross"].some((name) => totals.closed.includes(name)))
    return null;
  // The printed rates together are what lies between the printed net and gross: each word of it stands on the page.
  const tax = sum(totals.taxes.map(({ value }) => value));
  const tokens = totals.taxes.flatMap((choice) => choice.candidate.tokens);
  return decidedField(survey.document, decimalToText(isCredit ? absolute(tax) : tax), tokens, 0.92);
}

export function taxBreakdown(
  survey: Survey,
  totals: TotalsSolution,
  candidates: readonly TotalCandidate[],
  isCredit: boolean,
): readonly TaxBreakdown[] {
  const rated = candidates.filter((candidate) => candidate.field === "tax" && candidate.percent !== null);
  const used = totals.taxes.length > 0 ? totals.taxes.map((choice) => choice.candidate) : rated;
  return used.map((candidate) => {
    const { document } = survey;
    const choice = totals.taxes.find((one) => one.candidate === candidate);
    const amount = choice?.value ?? candidate.number.reading.value;
    const sign = (value: DecimalText): DecimalText => (isCredit ? decimalToText(absolute(value)) : value);
    const rate = candidate.percent?.reading.value ?? null;
    return {
      category: null,
      name: textOf(candidate.label.segment.tokens.slice(candidate.label.start, candidate.label.end)).replace(
        /[:：]$/,
        "",
      ),
      rate:
        candidate.percent === null || rate === null
          ? null
          : decidedField(document, rate, candidate.percent.tokens, 0.93),
      base:
        candidate.base === null || candidate.base.reading.value === null
          ? null
          : decidedField(document, sign(candidate.base.reading.value), candidate.base.tokens, 0.9),
      amount:
        amount === null
          ? openField(
              document,
              candidate.number.reading.readings,
              candidate.tokens,
              openCode(candidate.number.reading),
            )
          : decidedField(document, sign(amount), candidate.tokens, 0.9),
      exemptionReason: null,
    };
  });
}

export function adjustmentsOf(survey: Survey, totals: TotalsSolution): readonly AllowanceCharge[] {
  const make =
    (kind: "allowance" | "charge") =>
    (choice: Choice): AllowanceCharge => ({
      kind,
      reason: textOf(
        choice.candidate.label.segment.tokens.slice(choice.candidate.label.start, choice.candidate.label.end),
      ).replace(/[:：]$/, ""),
      percent: choice.candidate.percent?.reading.value ?? null,
      baseAmount: choice.candidate.base?.reading.value ?? null,
      amount: positiveField(survey, choice),
      taxRate: null,
    });
  return [...totals.allowances.map(make("allowance")), ...totals.charges.map(make("charge"))];
}

/** No tax is named with an amount or a rate above zero: what is billed is one sum. */
export function isTaxSilent(survey: Survey, candidates: readonly TotalCandidate[]): boolean {
  const named = candidates.some(
    (candidate) => candidate.field === "tax" && !candidate.number.reading.readings.every(isZero),
  );
  if (named) return false;
  // Reverse charge and exemptions: what is called the total with tax holds none.
  const isExempt = [...survey.labels.values()].some((labels) =>
    labels.some(
      (label) => (label.start === 0 || label.segment.tokens.length <= 4) && weightOf(label, "exemption") >= 1,
    ),
  );
  if (isExempt) return true;
  return !survey.layout.rows.some(
    (row) =>
      !survey.itemRows.has(row.index) &&
      row.segments.some((segment) => segment.tokens.length <= 8 && taxWordingOf(segment.text) === "with-tax"),
  );
}
