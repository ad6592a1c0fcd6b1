import { isEqual, negate } from "../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../src-shared/money/index.ts";
import type { Evidence, Field } from "../../../../src-shared/model/index.ts";
import { isUndecided, valueOf } from "../../../../src-shared/model/index.ts";
import { cannotDetermine, notApplicable } from "../check.ts";
import type { InvoiceRule, Verdict } from "../check.ts";
import type { InvoiceContext } from "../context.ts";
import { evidenceOf } from "../evidence.ts";
import { judgeEquation, judgeSum, lineEvidence } from "../total-equation.ts";
import type { Equation } from "../total-equation.ts";
import { changesOf, keptBeforeTax, sumOfLines, taxOf } from "../total-figures.ts";
import { sentence } from "../../../../src-shared/text/index.ts";

/** Lines add up to the subtotal; subtotal, allowances, charges, tax and what is kept back lead to the amount due. */
export const arithmeticTotals: InvoiceRule = {
  ids: ["arithmetic.subtotal", "arithmetic.total"],
  family: 1,
  title: "Lines and totals add up",
  version: 2,
  scope: "invoice",
  needs: ["invoice"],
  dependsOn: [],
  restsOn: "no price",
  judge: (context) => [judgeSubtotal(context), judgeTotal(context)],
};

function judgeSubtotal(context: InvoiceContext): Verdict {
  const id = "arithmetic.subtotal";
  const { invoice } = context;
  if (isOneTotal(context)) return notApplicable(id, sentence("because/no-subtotal", {}));
  const printed = invoice.subtotal ?? (hasDocumentChanges(context) ? null : invoice.net);
  if (invoice.lines.length === 0)
    return printed === null
      ? notApplicable(id, sentence("because/no-lines-no-subtotal", {}))
      : cannotDetermine(id, sentence("because/no-line-read", {}));
  if (printed === null) return notApplicable(id, sentence("because/no-subtotal", {}));
  return judgeSum(id, "subtotal", printed, context);
}

/** Where one figure alone is printed below the lines, it is the total, and no sum before it. */
function isOneTotal(context: InvoiceContext): boolean {
  const { invoice } = context;
  const [net, whole] = [invoice.net, invoice.gross ?? invoice.payable];
  const place = (field: Field<DecimalText> | null): string | null =>
    field === null || field.evidence.length === 0 ? null : JSON.stringify(field.evidence.map(({ at }) => at));
  return (
    !hasDocumentChanges(context) &&
    invoice.subtotal === null &&
    invoice.tax === null &&
    invoice.taxes.length === 0 &&
    invoice.lines.length > 0 &&
    net !== null &&
    net.value !== null &&
    whole !== null &&
    place(net) !== null &&
    place(net) === place(whole) &&
    // Another figure that is to be paid has to follow from it.
    (invoice.payable === null || place(net) === place(invoice.payable))
  );
}

const hasDocumentChanges = ({ invoice }: InvoiceContext): boolean =>
  invoice.allowances !== null || invoice.charges !== null || invoice.allowanceCharges.length > 0;

const totals = ["net", "tax", "gross", "payable", "allowances", "charges", "prepaid", "retention"] as const;

function judgeTotal(context: InvoiceContext): Verdict {
  const id = "arithmetic.total";
  const { invoice } = context;
  for (const name of totals)
    if (isUndecided(invoice[name]))
      return cannotDetermine(
        id,
        sentence("because/figure-unread", { name: sentence(`words/total.${name}`, {}) }),
      );
  if (valueOf(invoice.payable) === null && valueOf(invoice.gross) === null && valueOf(invoice.net) === null)
    return cannotDetermine(id, sentence("because/no-total-read", {}));
  if (isOneTotal(context) && invoice.net !== null) return judgeSum(id, "total", invoice.net, context);
  const equations = equationsOf(context);
  if (equations.length === 0) return notApplicable(id, sentence("because/one-total-only", {}));
  const verdicts = equations.map((equation) => judgeEquation(id, equation, context));
  return verdicts.find(({ outcome }) => outcome === "fail") ?? (verdicts.at(-1) as Verdict);
}

function equationsOf(context: InvoiceContext): readonly Equation[] {
  const { invoice } = context;
  const equations: Equation[] = [];
  const base = invoice.subtotal ?? sumOfLines(context);
  const baseProof = (): { readonly evidence: readonly Evidence[] } =>
    invoice.subtotal ?? { evidence: lineEvidence(context) };
  const changes = [...changesOf(context, "allowance"), ...changesOf(context, "charge")];
  const net = invoice.net ?? null;
  const tax = taxOf(context);
  const keptFirst = keptBeforeTax(context);
  if (
    net !== null &&
    net.value !== null &&
    base !== null &&
    base.value !== null &&
    (invoice.subtotal !== null || changes.length > 0)
  ) {
    const terms = [
      base.value,
      ...changes.map(({ amount }) => amount),
      // A subtotal under what is kept back has lost it already.
      ...(keptFirst === null || isEqual(base.value, net.value) ? [] : [negate(keptFirst)]),
    ];
    const isGrossBase = invoice.pricesIncludeTax && tax !== null;
    if (!isGrossBase)
      equations.push({
        name: "net total",
        terms,
        found: net,
        evidence: () => evidenceOf(baseProof(), ...changes.map(({ field }) => field)),
      });
  }
  const start = net?.value ?? null;
  const startTerms =
    start !== null
      ? [start]
      : base === null || base.value === null
        ? null
        : [base.value, ...changes.map(({ amount }) => amount)];
  const isInclusive = start === null && invoice.pricesIncludeTax;
  const taxTerms = tax === null || isInclusive ? [] : [tax.value];
  const { gross, payable } = invoice;
  if (
    gross !== null &&
    gross.value !== null &&
    startTerms !== null &&
    (tax !== null || start === null || invoice.net !== null)
  )
    equations.push({
      name: "total",
      terms: [...startTerms, ...taxTerms],
      found: gross,
      evidence: () => evidenceOf(net ?? baseProof(), ...(tax?.fields ?? [])),
    });
  const kept = [invoice.prepaid, keptFirst === null ? invoice.retention : null, invoice.withholding];
  const keptTerms = kept.flatMap((field) =>
    field === null || field.value === null ? [] : [negate(field.value)],
  );
  const rounding =
    invoice.rounding === null || invoice.rounding.value === null ? [] : [invoice.rounding.value];
  const before =
    gross === null || gross.value === null
      ? startTerms === null
        ? null
        : [...startTerms, ...taxTerms]
      : [gross.value];
  if (
    payable !== null &&
    payable.value !== null &&
    before !== null &&
    (gross !== null || before.length + keptTerms.length + rounding.length > 1 || tax === null)
  )
    equations.push({
      name: "amount due",
      terms: [...before, ...keptTerms, ...rounding],
      found: payable,
      evidence: () => evidenceOf(gross ?? net ?? baseProof(), ...kept, invoice.rounding),
    });
  return equations;
}
