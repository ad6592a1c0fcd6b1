import {
  absolute,
  decimalToText,
  documentSlack,
  fixedTolerance,
  isEqual,
  negate,
  subtract,
  sum,
} from "../../../src-shared/money/index.ts";
import type { DecimalText, Numeric } from "../../../src-shared/money/index.ts";
import type { CheckId, Evidence, Field } from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { total } from "../../../src-shared/pricing/index.ts";
import { cannotDetermine, fail, notApplicable, pass } from "./check.ts";
import type { Verdict } from "./check.ts";
import type { InvoiceContext } from "./context.ts";
import { confidenceOf, evidenceOf } from "./evidence.ts";
import { printedAmountOf } from "./line-figures.ts";
import { show } from "./show.ts";
import { measure, toleranceFor } from "./tolerance.ts";
import { sentence } from "../../../src-shared/text/index.ts";
import type { Sentence } from "../../../src-shared/text/index.ts";

/** Figures that lead to a printed one. */
export interface Equation {
  readonly name: keyof typeof figures;
  readonly terms: readonly Numeric[];
  readonly found: Field<DecimalText>;
  readonly evidence: () => readonly Evidence[];
}

const figures = {
  subtotal: "words/figure.subtotal",
  "net total": "words/figure.net",
  total: "words/figure.total",
  "amount due": "words/figure.due",
} as const;

/** Whether figures lead to the printed one, within what rounding may move. */
export function judgeEquation(
  id: CheckId,
  { name, terms, found, evidence }: Equation,
  context: InvoiceContext,
): Verdict {
  const { precision, currency, invoice } = context;
  if (terms.length > 4 && isEqual(sum(terms), found.value as DecimalText))
    return pass(
      id,
      sentence("because/figures-add-up", {
        count: terms.length,
        total: show(found.value as DecimalText, context),
      }),
    );
  const computed = total(terms, precision);
  const value = found.value as DecimalText;
  if (isEqual(computed.value, value))
    return pass(id, sentence("because/formula", { formula: computed.formula }));
  const slack = decimalToText(documentSlack(invoice.lines.length, precision.currency));
  const measured = measure(
    toleranceFor(id, context, null, fixedTolerance(slack)),
    computed.value,
    value,
    currency,
  );
  if (measured.isWithin)
    return pass(
      id,
      sentence("because/within-tolerance", { formula: computed.formula, found: show(value, context) }),
    );
  return fail(id, {
    // Of a credit, more is too little billed.
    direction: (measured.is === "under") === context.isCredit ? "over" : "under",
    message: sentence("finding/total", {
      name: sentence(figures[name], {}),
      found: show(value, context),
      expected: show(computed.value, context),
    }),
    expected: show(computed.value, context),
    found: show(value, context),
    impact: decimalToText(measured.difference),
    formula: `${computed.formula}; ${show(value, context)} − ${show(computed.value, context)} = ${show(subtract(value, computed.value), context).replace("-", "−")}`,
    alternative: findAlternative(value, context, name),
    tolerance: measured.applied,
    proposal: {
      action: "correct",
      text: sentence("ask/total", {
        name: sentence(figures[name], {}),
        found: show(value, context),
        expected: show(computed.value, context),
      }),
    },
    confidence: confidenceOf(found),
    evidence: evidenceOf({ evidence: evidence() }, found),
  });
}

/** The printed figure is another total of the same invoice. */
function findAlternative(value: DecimalText, { invoice }: InvoiceContext, name: string): Sentence | null {
  const others: readonly (readonly [Sentence, Field<DecimalText> | null])[] = [
    [sentence("reading/subtotal", {}), name === "subtotal" ? null : invoice.subtotal],
    [sentence("reading/total-without-tax", {}), name === "net total" ? null : invoice.net],
    [sentence("reading/total-with-tax", {}), name === "total" ? null : invoice.gross],
  ];
  const same = others.find(
    ([, field]) => field !== null && field.value !== null && isEqual(field.value, value),
  );
  return same?.[0] ?? null;
}

/** Whether the lines come to a printed sum. */
export function judgeSum(
  id: CheckId,
  name: Equation["name"],
  printed: Field<DecimalText>,
  context: InvoiceContext,
): Verdict {
  if (printed.value === null) return cannotDetermine(id, sentence("because/subtotal-unread", {}));
  const amounts: DecimalText[] = [];
  const nets: DecimalText[] = [];
  const { pricesIncludeTax } = context.invoice;
  for (const { line, kind } of context.lines) {
    const field = printedAmountOf(line, context);
    if (field === null && kind === "text") continue;
    const amount = valueOf(field);
    if (amount === null)
      return cannotDetermine(id, sentence("because/amount-of-line-unread", { line: line.id }));
    amounts.push(amount);
    if (pricesIncludeTax) nets.push(valueOf(line.net) ?? amount);
  }
  const readings = pricesIncludeTax ? [amounts, nets] : [amounts];
  const verdicts = readings.map((terms) =>
    judgeEquation(id, { name, terms, found: printed, evidence: () => lineEvidence(context) }, context),
  );
  return (
    verdicts.find(({ outcome }) => outcome === "pass") ??
    withoutTaxRows(id, printed, context) ??
    withDeduction(id, printed, context, amounts) ??
    verdicts[0] ??
    notApplicable(id, sentence("because/nothing-to-add", {}))
  );
}

/** A tax or rounding row among the lines is part of the total, not of the subtotal. */
function withoutTaxRows(id: CheckId, found: Field<DecimalText>, context: InvoiceContext): Verdict | null {
  const kept = context.lines.filter(
    ({ kind }) => kind !== "tax" && kind !== "rounding" && kind !== "deposit-applied" && kind !== "retention",
  );
  if (kept.length === context.lines.length || kept.length === 0) return null;
  const terms = kept.flatMap(({ line }) => valueOf(printedAmountOf(line, context)) ?? []);
  const verdict = judgeEquation(
    id,
    { name: "subtotal", terms, found, evidence: () => lineEvidence(context) },
    context,
  );
  return verdict.outcome === "pass" ? verdict : null;
}

/** A deposit or retention that is printed above the subtotal has been taken off in it. */
function withDeduction(
  id: CheckId,
  found: Field<DecimalText>,
  context: InvoiceContext,
  amounts: readonly DecimalText[],
): Verdict | null {
  for (const deducted of [context.invoice.prepaid, context.invoice.retention]) {
    if (deducted === null || deducted.value === null) continue;
    const terms = [...amounts, negate(absolute(deducted.value))];
    const verdict = judgeEquation(
      id,
      { name: "subtotal", terms, found, evidence: () => lineEvidence(context) },
      context,
    );
    if (verdict.outcome === "pass") return verdict;
  }
  return null;
}

/** The amounts of the first lines, which stand for all. */
export const lineEvidence = ({ invoice }: InvoiceContext): readonly Evidence[] =>
  evidenceOf(...invoice.lines.slice(0, 6).map((line) => line.net ?? line.printedAmount ?? line));
