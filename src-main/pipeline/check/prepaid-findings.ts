import { add, decimalToText, subtract, zero } from "../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../src-shared/money/index.ts";
import { sentence } from "../../../src-shared/text/index.ts";
import { agreementWords } from "./agreement-words.ts";
import type { FindingDraft } from "./check.ts";
import type { Governing, InvoiceContext } from "./context.ts";
import { confidenceOf, evidenceOf, inRole } from "./evidence.ts";
import { show } from "./show.ts";

/** What was paid ahead and what of it was used before an invoice. */
export interface Balance {
  /** Net of deposits billed; the gross beside it, since deductions after tax are gross. */
  readonly paid: Decimal;
  readonly paidGross: Decimal;
  readonly applied: Decimal;
  readonly isUncertain: boolean;
  readonly deposits: readonly InvoiceContext[];
  /** Net of everything billed before, deposits left out. */
  readonly billed: Decimal;
}

/** A deposit that was paid as agreed, without a bill of it. */
export const unbilled = (agreed: DecimalText): Balance => ({
  paid: add(agreed, zero),
  paidGross: zero,
  applied: zero,
  isUncertain: false,
  deposits: [],
  billed: zero,
});

/** Less is taken off than is due to be. */
export function tooLittle(
  context: InvoiceContext,
  governing: Governing<"deposit">,
  { deposits, paid, applied: used }: Balance,
  wanted: Decimal,
  applied: Decimal,
): FindingDraft {
  const difference = subtract(wanted, applied);
  return {
    direction: "over",
    message: sentence("finding/prepaid-little", {
      applied: show(applied, context),
      left: show(subtract(paid, used), context),
      agreement: agreementWords(governing.agreement),
    }),
    expected: show(wanted, context),
    found: show(applied, context),
    impact: decimalToText(difference),
    formula: `${show(wanted, context)} − ${show(applied, context)} = ${show(difference, context)}`,
    proposal: {
      action: "correct",
      text: sentence("ask/prepaid-little", { wanted: show(wanted, context) }),
    },
    confidence: confidenceOf(governing, context.invoice.prepaid),
    evidence: evidenceOf(
      governing,
      context.invoice.payable ?? context.invoice.gross ?? context.invoice,
      ...deposits.slice(-2).map(({ invoice }) => inRole("history", evidenceOf(invoice.net ?? invoice))),
    ),
    relatedInvoiceId: deposits.at(-1)?.invoice.id ?? null,
  };
}

/** More is taken off than was paid ahead. */
export function tooMuch(
  context: InvoiceContext,
  governing: Governing<"deposit">,
  { deposits }: Balance,
  left: Decimal,
  applied: Decimal,
): FindingDraft {
  const difference = subtract(applied, left);
  return {
    direction: "under",
    message: sentence("finding/prepaid-much", {
      applied: show(applied, context),
      left: show(left, context),
    }),
    expected: show(left, context),
    found: show(applied, context),
    impact: decimalToText(difference),
    formula: `${show(applied, context)} − ${show(left, context)} = ${show(difference, context)}`,
    proposal: {
      action: "correct",
      text: sentence("ask/prepaid-much", { left: show(left, context) }),
    },
    confidence: confidenceOf(governing, context.invoice.prepaid),
    evidence: evidenceOf(
      governing,
      context.invoice.prepaid ??
        context.lines.find(({ kind }) => kind === "deposit-applied")?.line ??
        context.invoice,
      ...deposits.slice(-2).map(({ invoice }) => inRole("history", evidenceOf(invoice.net ?? invoice))),
    ),
    relatedInvoiceId: deposits.at(-1)?.invoice.id ?? null,
  };
}
