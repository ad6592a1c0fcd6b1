import {
  absolute,
  decimalToText,
  isNegative,
  isPositive,
  isZero,
  negate,
  subtract,
  sum,
  zero,
} from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import type {
  DocumentId,
  Draft,
  DraftAnswers,
  DraftGap,
  DraftId,
  DraftProof,
  Finding,
  Invoice,
  InvoiceId,
  InvoiceLine,
} from "../../../src-shared/model/index.ts";
import type { Precision } from "../../../src-shared/pricing/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import { isCurrencyCode } from "../../../src-shared/money/index.ts";
import { correctByFindings } from "./correct-by-findings.ts";
import { differenceOf, withTotals } from "./recompute-totals.ts";
import type { CorrectedInvoice } from "./correct-by-findings.ts";
import { note, openGap } from "./draft-room.ts";

/** An invoice, what the checks found on it, and whether it has left the house. */
export interface FindingsOrder {
  readonly invoice: Invoice;
  readonly agreementId: Draft["agreementId"];
  readonly findings: readonly Finding[];
  /** An invoice that went out is never changed: what was too much is credited, what was too little billed on top. */
  readonly hasGoneOut: boolean;
  readonly issueDate: LocalDate;
  readonly answers?: DraftAnswers;
  /** By draft: the answers that are for it alone. */
  readonly hash: (text: string) => string;
}

/** Drafts that put an invoice right: the corrected invoice, or a supplement and a credit note for its differences. */
export function draftFindings(order: FindingsOrder): readonly Draft[] {
  const { invoice } = order;
  const currency = invoice.currency?.value ?? null;
  const precision: Precision = { currency: currency !== null && isCurrencyCode(currency) ? currency : "EUR" };
  const corrected = correctByFindings(invoice, order.findings, precision);
  if (corrected.changes.length === 0 && corrected.gaps.length === 0) return [];
  if (!order.hasGoneOut) return [correctedDraft(order, corrected)];
  const drafts = (["supplement", "credit-note"] as const).flatMap((source) => {
    const draft = differenceDraft(source, order, corrected, precision);
    return draft === null ? [] : [draft];
  });
  if (drafts.length > 0 || corrected.gaps.length === 0) return drafts;
  return [correctedDraft(order, corrected)];
}

const idOf = (source: Draft["source"], { invoice, hash }: FindingsOrder): DraftId =>
  `drf-${hash(`${source}|${invoice.id}`).slice(0, 12)}` as DraftId;

function correctedDraft(order: FindingsOrder, { invoice, changes, gaps }: CorrectedInvoice): Draft {
  const id = idOf("correction", order);
  const proofs = changes.flatMap(({ lineId, formula, evidence }): readonly DraftProof[] =>
    lineId === null ? [] : [{ lineId, termIds: [], deliveryIds: [], formula, evidence }],
  );
  return {
    id,
    source: "correction",
    agreementId: order.agreementId,
    periodStart: invoice.periodStart?.value ?? null,
    periodEnd: invoice.periodEnd?.value ?? null,
    invoice: {
      ...invoice,
      id: `inv-${id.slice(4)}` as InvoiceId,
      documentId: `doc-${id.slice(4)}` as DocumentId,
      ...(order.answers?.number !== undefined && { number: said(order.answers.number) }),
    },
    proofs,
    gaps: [
      ...gaps,
      ...changes
        .filter(({ lineId }) => lineId === null)
        .map(({ check, formula, evidence }) => note("drafting/changed", { check, formula }, evidence)),
    ],
    relatedInvoiceIds: [order.invoice.id],
  };
}

const said = <T>(
  value: T,
): {
  readonly value: T;
  readonly evidence: readonly never[];
  readonly basis: "person";
  readonly confidence: 1;
} => ({
  value,
  evidence: [],
  basis: "person",
  confidence: 1,
});

/** The lines of an invoice that went out whose corrected amount is higher, or lower, as an invoice of their own. */
function differenceDraft(
  source: "supplement" | "credit-note",
  order: FindingsOrder,
  corrected: CorrectedInvoice,
  precision: Precision,
): Draft | null {
  const { invoice: before, answers = {} } = order;
  const after = corrected.invoice;
  const wants = source === "supplement" ? isPositive : isNegative;
  const lines: InvoiceLine[] = [];
  const proofs: DraftProof[] = [];
  const evidenceOf = (lineId: string | null): DraftProof["evidence"] =>
    corrected.changes.filter((change) => change.lineId === lineId).flatMap(({ evidence }) => evidence);
  const formulaOf = (lineId: string | null): string =>
    corrected.changes
      .filter((change) => change.lineId === lineId)
      .map(({ formula }) => formula)
      .join("; ");
  const put = (line: InvoiceLine, net: DecimalText, lineId: string | null, origin: string): void => {
    const id = String(lines.length + 1);
    lines.push({
      ...line,
      id,
      description: origin,
      quantity: null,
      unitPrice: null,
      priceBase: null,
      discountPercent: null,
      discountAmount: null,
      printedAmount: null,
      taxAmount: null,
      net: {
        value: decimalToText(absolute(net)),
        evidence: evidenceOf(lineId),
        basis: "rule",
        confidence: 1,
      },
    });
    proofs.push({
      lineId: id,
      termIds: [],
      deliveryIds: [],
      formula: formulaOf(lineId),
      evidence: evidenceOf(lineId),
    });
  };
  const number = before.number?.value ?? "";
  const ids = new Set([...before.lines, ...after.lines].map(({ id }) => id));
  for (const id of ids) {
    const [old, next] = [
      before.lines.find((line) => line.id === id),
      after.lines.find((line) => line.id === id),
    ];
    const difference = differenceOf(next, old);
    const line = next ?? old;
    if (line !== undefined && wants(difference)) put(line, difference, id, describe(line, old, next));
  }
  const allowance = (invoice: Invoice): ReturnType<typeof sum> =>
    sum(
      invoice.allowanceCharges.flatMap(({ kind, amount }) =>
        amount.value === null ? [] : [kind === "allowance" ? negate(amount.value) : amount.value],
      ),
    );
  const reduction = decimalToText(subtract(allowance(after), allowance(before)));
  const [first] = before.lines;
  if (first !== undefined && wants(reduction))
    put(
      {
        ...first,
        itemCode: null,
        group: null,
        person: null,
        role: null,
        unit: null,
        serviceDate: null,
        sourceIds: [],
      },
      reduction,
      null,
      `Discount, ${number}`,
    );
  const gaps: DraftGap[] = [...corrected.gaps];
  if (lines.length === 0) {
    // A tax that is wrong on right lines is put right by a whole new invoice only.
    const isTaxOnly =
      isZero(subtract(after.net?.value ?? zero, before.net?.value ?? zero)) &&
      !isZero(subtract(after.gross?.value ?? zero, before.gross?.value ?? zero));
    if (!isTaxOnly || source === "supplement") return null;
    gaps.push(openGap("drafting/only-tax-differs", { number }, evidenceOf(null)));
    return { ...correctedDraft(order, corrected), gaps };
  }
  if (number === "")
    gaps.push(
      openGap(
        "drafting/preceding-unnumbered",
        {},
        before.lines.flatMap(({ evidence }) => evidence).slice(0, 1),
      ),
    );
  const id = idOf(source, order);
  const kept: Invoice = {
    ...before,
    id: `inv-${id.slice(4)}` as InvoiceId,
    documentId: `doc-${id.slice(4)}` as DocumentId,
    kind: source === "credit-note" ? "credit-note" : "invoice",
    number: answers.number === undefined ? null : said(answers.number),
    issueDate: said(order.issueDate),
    dueDate: null,
    paymentTerms: source === "credit-note" ? null : before.paymentTerms,
    bankAccount: source === "credit-note" ? null : before.bankAccount,
    precedingInvoice:
      number === ""
        ? null
        : { value: number, evidence: before.number?.evidence ?? [], basis: "rule", confidence: 1 },
    lines,
    allowanceCharges: [],
    prepaid: null,
    retention: null,
    withholding: null,
    rounding: null,
    notes: [],
  };
  return {
    id,
    source,
    agreementId: order.agreementId,
    periodStart: before.periodStart?.value ?? null,
    periodEnd: before.periodEnd?.value ?? null,
    invoice: withTotals(kept, null, precision),
    proofs,
    gaps: answers.number === undefined ? [...gaps, note("drafting/number-needed", {})] : gaps,
    relatedInvoiceIds: [before.id],
  };
}

/** "Engineer: 40 hour at 150.00 instead of 165.00". */
function describe(line: InvoiceLine, old: InvoiceLine | undefined, next: InvoiceLine | undefined): string {
  const price = (one: InvoiceLine | undefined): string => one?.unitPrice?.value ?? "";
  const count = (one: InvoiceLine | undefined): string => one?.quantity?.value ?? "";
  if (next === undefined) return line.description;
  if (price(old) !== price(next) && price(old) !== "" && price(next) !== "")
    return `${line.description}: ${price(next)} ← ${price(old)}`;
  if (count(old) !== count(next) && count(old) !== "" && count(next) !== "")
    return `${line.description}: ${count(next)} ← ${count(old)}`;
  return line.description;
}
