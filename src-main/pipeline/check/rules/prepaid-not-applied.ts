import {
  absolute,
  add,
  compare,
  decimalToText,
  divideFractions,
  minimum,
  multiplyFractions,
  subtract,
  sum,
  zero,
} from "../../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../../src-shared/money/index.ts";
import { isUndecided, valueOf } from "../../../../src-shared/model/index.ts";
import { roundAmount, shareOf } from "../../../../src-shared/pricing/index.ts";
import { isDrawnAtOnce } from "../../../../src-shared/wording/index.ts";
import { cannotDetermine, fail, notApplicable, pass } from "../check.ts";
import type { InvoiceRule, Verdict } from "../check.ts";
import { contractSumOf } from "../compare-amount.ts";
import { netOf } from "../context.ts";
import type { BatchContext, Governing, InvoiceContext, LineContext } from "../context.ts";
import { isDueOn, isForLater, isOneOfSeveral, shareDueOn } from "../deposit-due.ts";
import { findDepositReceipt } from "../deposit-receipts.ts";
import { tooLittle, tooMuch, unbilled } from "../prepaid-findings.ts";
import type { Balance } from "../prepaid-findings.ts";
import { evidenceOf, inRole } from "../evidence.ts";
import { whyUnusable } from "../firmness.ts";
import { saysRest } from "../last-bill.ts";
import { netOfLine } from "../line-figures.ts";
import { countsInSeries } from "../series.ts";
import { show } from "../show.ts";
import { measure, oneMinorUnit, toleranceFor } from "../tolerance.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import { ownAgreementWords } from "../agreement-words.ts";

const id = "prepaid.not-applied";

/** What the customer paid ahead comes off the bills, all of it in the end and no more. */
export const prepaidNotApplied: InvoiceRule = {
  ids: [id],
  family: 13,
  title: "What was prepaid is taken off",
  version: 2,
  scope: "invoice",
  needs: ["invoice", "agreement"],
  dependsOn: ["agreement.missing", "duplicate.invoice"],
  judge: (context) => [judge(context)],
};

function judge(context: InvoiceContext): Verdict {
  const { match, invoice } = context;
  if (match.state === "ambiguous") return cannotDetermine(id, sentence("because/agreement-open", {}));
  const [governing] = context.allTermsOf("deposit").filter(({ term }) => term.absent !== true);
  if (governing === undefined)
    return notApplicable(id, sentence("because/no-deposit", { agreement: ownAgreementWords(context) }));
  if (context.isCredit) return notApplicable(id, sentence("because/credit-gives-back", {}));
  if (context.lines.some(isDeposit)) return notApplicable(id, sentence("because/bills-deposit", {}));
  const blocked = whyUnusable(governing);
  if (blocked !== null) return cannotDetermine(id, sentence("because/clause-unusable", { why: blocked }));
  if (isUndecided(invoice.prepaid)) return cannotDetermine(id, sentence("because/deduction-unread", {}));
  const before = context.batch.once("deposits", sumDeposits).get(context);
  const due = dueOf(context);
  if (before === undefined || before.isUncertain || due === null)
    return cannotDetermine(id, sentence("because/deposit-or-total-unread", {}));
  context.use(governing);
  const applied = appliedOn(context);
  const isFinal = isFinalBill(context, before, due);
  if (before.deposits.length === 0) return judgeWithoutDeposit(context, governing, applied, isFinal);
  const left = subtract(before.paid, before.applied);
  const leftGross = subtract(before.paidGross, before.applied);
  const measured = (expected: Decimal): ReturnType<typeof measure> =>
    measure(toleranceFor(id, context, null, oneMinorUnit(context)), expected, applied, context.currency);
  if (compare(applied, left) > 0 && compare(applied, leftGross) > 0 && !measured(leftGross).isWithin)
    return fail(id, tooMuch(context, governing, before, left, applied));
  const isAllDue = isFinal || isDrawnAtOnce(governing.term);
  const share = shareDueOn(context, governing, due);
  const wanted = minimum(left, isAllDue || share === null ? due : share);
  if (!isAllDue && share === null)
    return pass(id, sentence("because/deposit-left", { left: show(left, context) }));
  const isApplied = measured(wanted).isWithin || compare(applied, wanted) >= 0;
  if (isApplied)
    return pass(
      id,
      sentence("because/deposit-taken", { applied: show(applied, context), left: show(left, context) }),
    );
  return fail(id, tooLittle(context, governing, before, wanted, applied));
}

/** Whether a line bills the deposit, by the term that governs it. */
const isDeposit = ({ terms, kind }: LineContext): boolean =>
  kind !== "deposit-applied" && terms[0]?.term.type === "deposit";

/** What the invoice takes off: rows of its own, else the prepaid sum below the total. */
function appliedOn({ lines, invoice }: InvoiceContext): Decimal {
  const rows = lines
    .filter(({ kind }) => kind === "deposit-applied")
    .flatMap((line) => netOfLine(line) ?? []);
  if (rows.length > 0) return absolute(sum(rows));
  const prepaid = valueOf(invoice.prepaid);
  return prepaid === null ? zero : absolute(prepaid);
}

/** What is due without the deduction of the deposit. */
function dueOf(context: InvoiceContext): Decimal | null {
  const net = netOf(context);
  if (net === null) return null;
  const rows = context.lines
    .filter(({ kind }) => kind === "deposit-applied")
    .flatMap((line) => netOfLine(line) ?? []);
  return subtract(net, rows.length === 0 ? zero : sum(rows));
}

function sumDeposits(batch: BatchContext): ReadonlyMap<InvoiceContext, Balance> {
  const running = new Map<string, Balance>();
  const before = new Map<InvoiceContext, Balance>();
  for (const context of batch.invoices) {
    const { agreementId } = context.match;
    if (agreementId === null || context.allTermsOf("deposit").length === 0) continue;
    const known = running.get(agreementId) ?? {
      paid: zero,
      paidGross: zero,
      applied: zero,
      isUncertain: false,
      deposits: [],
      billed: zero,
    };
    before.set(context, known);
    if (!countsInSeries(context)) continue;
    const deposits = context.lines.filter(isDeposit);
    const nets = deposits.map(netOfLine);
    const due = dueOf(context);
    const net = sum(nets.flatMap((amount) => amount ?? []));
    const gross = valueOf(context.invoice.gross);
    running.set(agreementId, {
      paid: add(known.paid, net),
      paidGross: add(
        known.paidGross,
        deposits.length === context.lines.length && gross !== null ? gross : net,
      ),
      applied: add(known.applied, appliedOn(context)),
      isUncertain: known.isUncertain || nets.includes(null) || due === null,
      deposits: deposits.length > 0 ? [...known.deposits, context] : known.deposits,
      billed: add(known.billed, due === null ? zero : subtract(due, net)),
    });
  }
  return before;
}

/** The last bill: it says so, or the sum of the contract is reached. */
function isFinalBill(context: InvoiceContext, { billed }: Balance, due: Decimal): boolean {
  if (saysRest(context)) return true;
  const whole = contractSumOf({ owner: context } as LineContext) ?? sumOfMilestones(context);
  return whole !== null && compare(add(billed, due), whole) >= 0;
}

/** What all milestones come to, where each has its amount; an agreement that also prices time has no such end. */
function sumOfMilestones(context: InvoiceContext): Decimal | null {
  const milestones = context.allTermsOf("milestone");
  const amounts = milestones.flatMap(({ term }) => term.value.amount ?? []);
  const isOpenEnded = (["rate", "tiers", "fixed-fee"] as const).some(
    (type) => context.allTermsOf(type).length > 0,
  );
  return milestones.length === 0 || isOpenEnded || amounts.length < milestones.length ? null : sum(amounts);
}

function agreedDeposit(context: InvoiceContext, { term }: Governing<"deposit">): DecimalText | null {
  if (term.value.amount !== undefined) return term.value.amount;
  const whole = contractSumOf({ owner: context } as LineContext);
  return term.value.percent === undefined || whole === null
    ? null
    : shareOf(whole, term.value.percent, context.precision).value;
}

/** No bill of the deposit is there: what is taken off can only be held against the agreed sum. */
function judgeWithoutDeposit(
  context: InvoiceContext,
  governing: Governing<"deposit">,
  applied: Decimal,
  isFinal: boolean,
): Verdict {
  const agreed = agreedDeposit(context, governing);
  const due = dueOf(context);
  const share = shareDueOn(context, governing, due);
  const isBelow = (wanted: Decimal): boolean =>
    compare(applied, wanted) < 0 &&
    !measure(toleranceFor(id, context, null, oneMinorUnit(context)), wanted, applied, context.currency)
      .isWithin;
  if (share !== null && isBelow(share))
    return fail(id, tooLittle(context, governing, unbilled(agreed ?? decimalToText(share)), share, applied));
  if (compare(applied, zero) === 0) {
    const receipt = agreed === null ? [] : findDepositReceipt(context, agreed);
    if (agreed !== null && due !== null && receipt.length > 0 && (isFinal || !isOneOfSeveral(context)))
      return fail(id, {
        ...tooLittle(context, governing, unbilled(agreed), minimum(agreed, due), applied),
        evidence: evidenceOf(
          governing,
          inRole("history", receipt),
          context.invoice.payable ?? context.invoice.gross ?? context.invoice,
        ),
      });
    if (agreed !== null && due !== null && isDueOn(context, governing))
      return fail(id, tooLittle(context, governing, unbilled(agreed), minimum(agreed, due), applied));
    return isFinal ||
      isDrawnAtOnce(governing.term) ||
      !isForLater(context, governing) ||
      !isOneOfSeveral(context)
      ? cannotDetermine(id, sentence("because/deposit-payment-unknown", {}))
      : pass(id, sentence("because/deposit-not-billed", {}));
  }
  if (agreed === null) return cannotDetermine(id, sentence("because/paid-ahead-unknown", {}));
  if (compare(applied, agreed) <= 0)
    return pass(
      id,
      sentence("because/of-the-agreed", { applied: show(applied, context), agreed: show(agreed, context) }),
    );
  const withTax = agreedWithTax(context, agreed);
  const tolerance = toleranceFor(id, context, null, oneMinorUnit(context));
  if (withTax !== null && measure(tolerance, withTax, applied, context.currency).isWithin)
    return pass(
      id,
      sentence("because/of-the-agreed", { applied: show(applied, context), agreed: show(withTax, context) }),
    );
  if (valueOf(context.invoice.gross) !== null && context.invoice.tax !== null)
    return cannotDetermine(id, sentence("because/deduction-tax-unknown", {}));
  return fail(id, tooMuch(context, governing, unbilled(agreed), add(agreed, zero), applied));
}

/** The agreed deposit at the tax of this invoice: what is taken off below its total holds tax, as the total does. */
function agreedWithTax(context: InvoiceContext, agreed: DecimalText): DecimalText | null {
  const [gross, net] = [valueOf(context.invoice.gross), netOf(context)];
  const isBelowTotal = context.lines.every(({ kind }) => kind !== "deposit-applied");
  if (!isBelowTotal || gross === null || net === null || compare(net, zero) <= 0) return null;
  return roundAmount(multiplyFractions(agreed, divideFractions(gross, net)), context.precision);
}
