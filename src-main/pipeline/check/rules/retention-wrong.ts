import {
  absolute,
  compare,
  decimalToText,
  isZero,
  subtract,
  sum,
  zero,
} from "../../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../../src-shared/money/index.ts";
import { isUndecided, valueOf } from "../../../../src-shared/model/index.ts";
import { shareOf } from "../../../../src-shared/pricing/index.ts";
import { cannotDetermine, fail, notApplicable, pass } from "../check.ts";
import type { InvoiceRule, Verdict } from "../check.ts";
import type { InvoiceContext } from "../context.ts";
import { confidenceOf, evidenceOf } from "../evidence.ts";
import { hasRemainder, whyUnusable } from "../firmness.ts";
import { netOfLine } from "../line-figures.ts";
import { show } from "../show.ts";
import { keptBeforeTax, sumOfLines } from "../total-figures.ts";
import { measure, oneMinorUnit, toleranceFor } from "../tolerance.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import {
  foldWording,
  isStageWord,
  namesRetention,
  readsLikeExtraWork,
} from "../../../../src-shared/wording/index.ts";
import { agreementWords, ownAgreementWords } from "../agreement-words.ts";

const id = "retention.wrong";

/** What is kept back until acceptance is the agreed share of the work billed. */
export const retentionWrong: InvoiceRule = {
  ids: [id],
  family: 21,
  title: "Retention is the agreed share",
  version: 4,
  scope: "invoice",
  needs: ["invoice", "agreement"],
  dependsOn: ["agreement.missing", "arithmetic.subtotal"],
  judge: (context) => [judge(context)],
};

function judge(context: InvoiceContext): Verdict {
  const { invoice } = context;
  if (context.match.state === "ambiguous") return cannotDetermine(id, sentence("because/agreement-open", {}));
  if (isUndecided(invoice.retention)) return cannotDetermine(id, sentence("because/retention-unread", {}));
  const [governing] = context.termsOf("retention");
  if (governing === undefined)
    return notApplicable(id, sentence("because/no-retention", { agreement: ownAgreementWords(context) }));
  if (context.isCredit) return notApplicable(id, sentence("because/credit-gives-back", {}));
  context.use(governing);
  const blocked = whyUnusable(governing);
  if (blocked !== null) return cannotDetermine(id, sentence("because/clause-unusable", { why: blocked }));
  if (hasRemainder(governing) || governing.term.value.steps !== undefined)
    return cannotDetermine(id, sentence("because/share-by-progress", {}));
  const rows = context.lines
    .filter(({ kind }) => kind === "retention")
    .flatMap((line) => netOfLine(line) ?? []);
  const found = valueOf(invoice.retention) ?? rows[0] ?? keptAsAllowance(context);
  const kept = found === null ? zero : absolute(found);
  const base =
    keptBeforeTax(context) === null
      ? (valueOf(invoice.subtotal) ?? valueOf(invoice.net) ?? lonelyBase(context))
      : valueOf(sumOfLines(context));
  if (base === null) return cannotDetermine(id, sentence("because/share-base-unread", {}));
  const percent = governing.term.absent === true ? decimalToText(zero) : governing.term.value.percent;
  const gross = valueOf(invoice.gross);
  const expected = shareOf(base, percent, context.precision);
  const onGross = gross === null ? null : shareOf(gross, percent, context.precision);
  if (onGross !== null && compare(onGross.value, kept) === 0)
    return pass(id, sentence("because/formula", { formula: onGross.formula }));
  const onStages = governing.term.evidence.some(({ quote }) => speaksOfStages(quote))
    ? shareOf(sumOfStages(context), percent, context.precision)
    : null;
  if (onStages !== null && !isZero(kept) && compare(onStages.value, kept) === 0)
    return pass(id, sentence("because/formula", { formula: onStages.formula }));
  const measured = measure(
    toleranceFor(id, context, null, oneMinorUnit(context)),
    expected.value,
    kept,
    context.currency,
  );
  if (measured.isWithin)
    return pass(
      id,
      isZero(expected.value)
        ? sentence("because/nothing-kept", {})
        : sentence("because/formula", { formula: expected.formula }),
    );
  const difference = subtract(expected.value, kept);
  return fail(id, {
    // Too little kept back asks the customer for too much now.
    direction: compare(difference, zero) > 0 ? "over" : "under",
    message: sentence("finding/retention", {
      kept: show(kept, context),
      agreement: agreementWords(governing.agreement),
      percent,
      expected: show(expected.value, context),
    }),
    expected: show(expected.value, context),
    found: show(kept, context),
    impact: decimalToText(difference),
    formula: `${expected.formula}; ${show(expected.value, context)} − ${show(kept, context)} = ${show(difference, context).replace("-", "−")}`,
    tolerance: measured.applied,
    proposal: {
      action: "correct",
      text: sentence("ask/retention", { expected: show(expected.value, context), kept: show(kept, context) }),
    },
    confidence: confidenceOf(invoice.retention, governing),
    evidence: evidenceOf(governing, invoice.retention, invoice.subtotal ?? invoice.net),
  });
}

/** A clause that keeps a share of stages keeps none of the extras that are billed beside them. */
const speaksOfStages = (clause: string): boolean =>
  foldWording(clause)
    .split(/[^\p{L}]+/u)
    .some((word) => word !== sectionOfText && isStageWord(word.replace(/s$/, "")));

/** "Abschnitt" is a stage and, in most clauses, a section of the agreement. */
const sectionOfText = "abschnitt";

const sumOfStages = ({ lines }: InvoiceContext): DecimalText =>
  decimalToText(
    sum(
      lines.flatMap((line) => {
        const isExtra =
          readsLikeExtraWork(line.line.description) ||
          line.terms.some(({ agreement }) => agreement.rank === "change-order");
        return line.kind === "retention" || isExtra ? [] : (netOfLine(line) ?? []);
      }),
    ),
  );

/** What the lines make, where the paper prints nothing between them and what is left to pay. */
const lonelyBase = (context: InvoiceContext): DecimalText | null =>
  context.invoice.gross === null ? valueOf(sumOfLines(context)) : null;

/** What the invoice keeps back as an allowance on all of it, as e-invoices do, that have no field of their own for it. */
function keptAsAllowance({ invoice }: InvoiceContext): Decimal | null {
  const amounts = invoice.allowanceCharges.flatMap(({ kind, reason, amount }) =>
    kind === "allowance" && namesRetention(reason ?? "") ? (valueOf(amount) ?? []) : [],
  );
  return amounts.length === 0 ? null : sum(amounts.map((amount) => absolute(amount)));
}
