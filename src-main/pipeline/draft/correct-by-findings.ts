import {
  add,
  decimalToText,
  divideFractions,
  fractionToExactDecimal,
  isDecimalText,
  isZero,
  negate,
  zero,
} from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import type {
  CheckId,
  DraftGap,
  Evidence,
  Field,
  Finding,
  Invoice,
  InvoiceLine,
} from "../../../src-shared/model/index.ts";
import { blankLine, valueOf } from "../../../src-shared/model/index.ts";
import { lineAmount } from "../../../src-shared/pricing/index.ts";
import type { Precision } from "../../../src-shared/pricing/index.ts";
import { isLocalDate } from "../../../src-shared/time/index.ts";
import { openGap } from "./draft-room.ts";
import { withTotals } from "./recompute-totals.ts";

/** What one finding changes on an invoice. */
export interface InvoiceChange {
  readonly findingId: Finding["id"];
  readonly check: CheckId;
  /** `null` for something at the foot or head of the invoice. */
  readonly lineId: string | null;
  readonly formula: string;
  readonly evidence: readonly Evidence[];
}

export interface CorrectedInvoice {
  readonly invoice: Invoice;
  readonly changes: readonly InvoiceChange[];
  /** Findings that no computation can put right. */
  readonly gaps: readonly DraftGap[];
}

const set = <T>(value: T, evidence: readonly Evidence[]): Field<T> => ({
  value,
  evidence,
  basis: "rule",
  confidence: 1,
});

/** Checks whose `expected` is the price of a unit. */
const priceChecks: ReadonlySet<CheckId> = new Set(["rate.over", "rate.under", "rate.escalator"]);
const quantityChecks: ReadonlySet<CheckId> = new Set(["quantity.over", "quantity.under", "time.hours"]);
/** Lines that must not be billed at all, or not again. */
const dropChecks: ReadonlySet<CheckId> = new Set([
  "duplicate.line",
  "milestone.rebilled",
  "milestone.not-accepted",
  "charge.too-old",
]);
const discountChecks: ReadonlySet<CheckId> = new Set(["discount.missing", "discount.wrong"]);
/** Sums that are computed again in any case. */
const sumChecks: ReadonlySet<CheckId> = new Set([
  "arithmetic.subtotal",
  "arithmetic.total",
  "tax.over",
  "tax.under",
]);

interface Working {
  invoice: Invoice;
  readonly changes: InvoiceChange[];
  readonly gaps: DraftGap[];
  taxRate: DecimalText | null;
}

/**
 * The invoice as it should have been, by what the checks expected.
 *
 * Prices and quantities are set before whole amounts, so that a line with both wrong is computed once from both; every
 * sum follows from the lines. What a finding asks of a person (a bank account, a party, a duplicate) stays a gap.
 */
export function correctByFindings(
  invoice: Invoice,
  findings: readonly Finding[],
  precision: Precision,
): CorrectedInvoice {
  const work: Working = { invoice, changes: [], gaps: [], taxRate: null };
  const order = (finding: Finding): number =>
    priceChecks.has(finding.check) || quantityChecks.has(finding.check) ? 0 : 1;
  for (const finding of findings.toSorted((first, second) => order(first) - order(second)))
    applyFinding(work, finding, precision);
  return {
    invoice: work.changes.length === 0 ? invoice : withTotals(work.invoice, work.taxRate, precision),
    changes: work.changes,
    gaps: work.gaps,
  };
}

function applyFinding(work: Working, finding: Finding, precision: Precision): void {
  const { check, expected, evidence, line: lineId } = finding;
  const change = (): void =>
    void work.changes.push({
      findingId: finding.id,
      check,
      lineId,
      formula: finding.formula ?? finding.message,
      evidence,
    });
  const stuck = (): void =>
    void work.gaps.push(
      openGap("drafting/finding-for-a-person", { check, message: finding.message }, evidence),
    );
  // Where the checks would ask, a computation would decide in a person's place.
  if (finding.proposal.action !== "correct") return stuck();
  const line = lineId === null ? undefined : work.invoice.lines.find(({ id }) => id === lineId);
  const replace = (next: InvoiceLine): void => {
    work.invoice = {
      ...work.invoice,
      lines: work.invoice.lines.map((each) => (each.id === lineId ? next : each)),
    };
    change();
  };
  const amount = expected !== null && isDecimalText(expected) ? expected : null;
  if (line !== undefined && priceChecks.has(check) && amount !== null && valueOf(line.quantity) !== null)
    return replace(priced({ ...line, unitPrice: set(amount, evidence) }, evidence, precision));
  if (line !== undefined && quantityChecks.has(check) && amount !== null && valueOf(line.unitPrice) !== null)
    return replace(priced({ ...line, quantity: set(amount, evidence) }, evidence, precision));
  if (line !== undefined && dropChecks.has(check)) {
    work.invoice = { ...work.invoice, lines: work.invoice.lines.filter(({ id }) => id !== lineId) };
    return change();
  }
  if (discountChecks.has(check) && amount !== null) return setDiscount(work, amount, evidence, change);
  if (check === "retention.wrong" && amount !== null) {
    work.invoice = { ...work.invoice, retention: isZero(amount) ? null : set(amount, evidence) };
    return change();
  }
  if (check === "terms.due-date" && expected !== null && isLocalDate(expected)) {
    work.invoice = { ...work.invoice, dueDate: set(expected, evidence) };
    return change();
  }
  if (check === "minimum.missing" && finding.impact !== null) {
    addLine(work, "Minimum charge shortfall", finding.impact, evidence);
    return change();
  }
  if (sumChecks.has(check)) return change();
  if (line !== undefined && check === "arithmetic.line") return replace(priced(line, evidence, precision));
  const billed = valueOf(line?.net);
  if (line !== undefined && finding.impact !== null && billed !== null) {
    const sign = finding.direction === "over" ? negate(finding.impact) : add(finding.impact, zero);
    const net = decimalToText(add(billed, sign));
    return replace({ ...line, net: set(net, evidence), ...quantityFor(line, net, check, evidence) });
  }
  stuck();
}

/**
 * Quantity and price beside a new amount. Use beyond what is included is counted anew at its price; elsewhere a
 * printed price that no longer gives the amount would be wrong beside it and is left out.
 */
function quantityFor(
  line: InvoiceLine,
  net: DecimalText,
  check: CheckId,
  evidence: readonly Evidence[],
): Pick<InvoiceLine, "quantity" | "unitPrice"> {
  const price = line.unitPrice?.value ?? null;
  if (price === null) return { quantity: line.quantity, unitPrice: null };
  const count =
    check !== "overage.wrong" || isZero(price)
      ? undefined
      : fractionToExactDecimal(divideFractions(net, price));
  return count === undefined
    ? { quantity: null, unitPrice: null }
    : { quantity: set(decimalToText(count), evidence), unitPrice: line.unitPrice };
}

function priced(line: InvoiceLine, evidence: readonly Evidence[], precision: Precision): InvoiceLine {
  const [quantity, unitPrice] = [valueOf(line.quantity), valueOf(line.unitPrice)];
  if (quantity === null || unitPrice === null) return line;
  const percent = line.discountPercent?.value ?? null;
  const discount = line.discountAmount?.value ?? null;
  const reductions = discount !== null ? [{ amount: discount }] : percent !== null ? [{ percent }] : [];
  const amount = lineAmount(
    { quantity, unitPrice, priceBase: line.priceBase?.value ?? null, reductions },
    precision,
  );
  return { ...line, net: set(amount.value, evidence), printedAmount: null };
}

function setDiscount(
  work: Working,
  amount: DecimalText,
  evidence: readonly Evidence[],
  change: () => void,
): void {
  const others = work.invoice.allowanceCharges.filter(({ kind }) => kind === "charge");
  const [rate] = work.invoice.taxes;
  const reason = work.invoice.allowanceCharges.find(({ kind }) => kind === "allowance")?.reason ?? "Discount";
  work.invoice = {
    ...work.invoice,
    allowanceCharges: isZero(amount)
      ? others
      : [
          ...others,
          {
            kind: "allowance",
            reason,
            percent: null,
            baseAmount: null,
            amount: set(amount, evidence),
            taxRate: work.invoice.taxes.length === 1 ? (rate?.rate?.value ?? null) : null,
          },
        ],
  };
  change();
}

function addLine(work: Working, description: string, net: DecimalText, evidence: readonly Evidence[]): void {
  const [first] = work.invoice.lines;
  if (first === undefined) return;
  const id = String(work.invoice.lines.length + 1);
  work.invoice = {
    ...work.invoice,
    lines: [
      ...work.invoice.lines,
      {
        ...blankLine(id),
        description,
        net: set(net, evidence),
        // Taxed as the lines it stands beside.
        taxRate: first.taxRate,
        taxCategory: first.taxCategory,
        orderReference: first.orderReference,
        evidence,
      },
    ],
  };
}
