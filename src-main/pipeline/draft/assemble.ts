import { decimalToText, isZero, sum as sumOf } from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import type {
  AllowanceCharge,
  DocumentId,
  DraftProof,
  Evidence,
  Field,
  Invoice,
  InvoiceId,
  InvoiceKind,
  InvoiceLine,
  Party,
  TaxBreakdown,
} from "../../../src-shared/model/index.ts";
import { documentTotals } from "../../../src-shared/pricing/index.ts";
import type { Computed } from "../../../src-shared/pricing/index.ts";
import type { LocalDate, Period } from "../../../src-shared/time/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import type { Allowance } from "./deductions.ts";
import type { Charge, DraftRoom } from "./draft-room.ts";
import type { DraftHead } from "./head.ts";
import type { DraftTax } from "./taxes.ts";

export interface Parts {
  readonly id: string;
  readonly kind: InvoiceKind;
  readonly charges: readonly Charge[];
  readonly allowances: readonly Allowance[];
  readonly tax: DraftTax;
  readonly retention: { readonly computed: Computed; readonly term: GoverningTerm } | null;
  readonly head: DraftHead;
  readonly notes: readonly string[];
  readonly precedingInvoice: string | null;
  /** Days of the whole invoice; `null` where only its lines have days. */
  readonly period: Period | null;
}

/** A value that the program computed or took from a clause. */
const computed = <T>(value: T, evidence: readonly Evidence[]): Field<T> => ({
  value,
  evidence,
  basis: "rule",
  confidence: 1,
});
const said = <T>(value: T): Field<T> => ({ value, evidence: [], basis: "person", confidence: 1 });
const evidenceOf = (terms: readonly GoverningTerm[]): readonly Evidence[] =>
  terms.flatMap(({ term }) => term.evidence);

/** Puts the parts of a draft together as an invoice; sums that rest on an unknown tax stay `null`. */
export function assemble(
  parts: Parts,
  room: DraftRoom,
): { readonly invoice: Invoice; readonly proofs: readonly DraftProof[] } {
  const { charges, allowances, tax, retention, head } = parts;
  const { answers } = room;
  const lines = charges.map((each, index) => toLine(each, index, parts, room));
  const totals = documentTotals(
    {
      lines: charges.map(({ net }) => net as DecimalText),
      allowances: allowances.map(({ amount }) => amount),
      taxes: (tax.rows ?? []).map(({ amount }) => amount),
      retention: retention?.computed.value ?? null,
    },
    room.precision,
  );
  const isTaxKnown = tax.rows !== null;
  const hasTax =
    isTaxKnown &&
    (tax.rows.some(({ rate }) => !isZero(rate)) || tax.rows.some(({ category }) => category !== null));
  const all = charges.flatMap(({ terms }) => evidenceOf(terms));
  const sum = ({ value }: Computed): Field<DecimalText> => computed(value, all.slice(0, 6));
  const reduced = allowances.length > 0;
  const invoice: Invoice = {
    id: `inv-${parts.id}` as InvoiceId,
    documentId: `doc-${parts.id}` as DocumentId,
    kind: parts.kind,
    number: answers.number === undefined ? null : said(answers.number),
    issueDate: said(room.issueDate),
    dueDate:
      head.dueDate === null || parts.kind === "credit-note"
        ? null
        : computed(head.dueDate, head.paymentClause?.term.evidence ?? []),
    taxPointDate: null,
    periodStart: parts.period === null ? null : computed<LocalDate>(parts.period.start, []),
    periodEnd: parts.period === null ? null : computed<LocalDate>(parts.period.end, []),
    currency: room.currency === null ? null : computed(room.currency, room.agreement.evidence.slice(0, 1)),
    seller: asPrinted(head.seller),
    buyer: asPrinted(head.buyer),
    orderReference:
      head.orderReference === null
        ? null
        : head.orderReference.by === "person"
          ? said(head.orderReference.value)
          : computed(
              head.orderReference.value,
              head.orderReference.by === "order" ? [] : head.orderReference.by.term.evidence,
            ),
    agreementReference:
      head.agreementReference === null
        ? null
        : computed(head.agreementReference, room.agreement.evidence.slice(0, 1)),
    projectReference: answers.projectReference === undefined ? null : said(answers.projectReference),
    buyerReference: answers.buyerReference === undefined ? null : said(answers.buyerReference),
    precedingInvoice: parts.precedingInvoice === null ? null : computed(parts.precedingInvoice, []),
    paymentTerms:
      head.paymentTerms === null || parts.kind === "credit-note"
        ? null
        : computed(head.paymentTerms, head.paymentClause?.term.evidence ?? []),
    bankAccount:
      head.bankAccount === null || parts.kind === "credit-note"
        ? null
        : computed(head.bankAccount.value, head.bankAccount.by?.term.evidence ?? []),
    lines,
    allowanceCharges: allowances.map((each): AllowanceCharge => ({
      kind: "allowance",
      reason: each.reason,
      percent: each.percent,
      baseAmount: each.base,
      amount: computed(each.amount, evidenceOf(each.terms)),
      taxRate: tax.rates.get(each) ?? null,
    })),
    taxes: hasTax
      ? (tax.rows ?? []).map((row): TaxBreakdown => ({
          category: row.category,
          name: row.name,
          rate: computed(row.rate, evidenceOf(row.terms)),
          base: computed(row.base, []),
          amount: computed(row.amount, evidenceOf(row.terms)),
          exemptionReason: isZero(row.rate) ? tax.note : null,
        }))
      : [],
    pricesIncludeTax: false,
    subtotal: sum(totals.subtotal),
    allowances: reduced
      ? computed(
          decimalToText(sumOf(allowances.map(({ amount }) => amount))),
          allowances.flatMap(({ terms }) => evidenceOf(terms)),
        )
      : null,
    charges: null,
    net: sum(totals.net),
    tax: hasTax ? sum(totals.tax) : null,
    gross: isTaxKnown ? sum(totals.gross) : null,
    prepaid: null,
    retention: retention === null ? null : computed(retention.computed.value, retention.term.term.evidence),
    withholding: null,
    rounding: null,
    payable: isTaxKnown ? sum(totals.payable) : null,
    taxNote:
      tax.note === null
        ? null
        : computed(
            tax.note,
            (tax.rows ?? []).flatMap(({ terms }) => evidenceOf(terms)),
          ),
    notes: parts.notes,
  };
  return {
    invoice,
    proofs: charges.map((each, index) => toProof(each, lines[index]?.id ?? String(index + 1))),
  };
}

/** A party of the agreement stands on the invoice as its clause words it. */
const asPrinted = (party: Party | null): Party | null =>
  party === null ? null : { ...party, confidence: 1 };

function toLine(each: Charge, index: number, { tax, period }: Parts, room: DraftRoom): InvoiceLine {
  const evidence = [
    ...evidenceOf(each.terms),
    ...each.deliveries.slice(0, 12).flatMap((record) => record.evidence),
  ];
  const field = <T>(value: T | null): Field<T> | null => (value === null ? null : computed(value, evidence));
  const hasOwnDays =
    each.period !== null &&
    (period === null || each.period.start !== period.start || each.period.end !== period.end);
  const rate = tax.rates.get(each) ?? null;
  return {
    id: String(index + 1),
    description: each.description,
    itemCode: null,
    group: each.group,
    person: each.person,
    role: each.role,
    quantity: field(each.quantity as DecimalText | null),
    unit: field(each.unit),
    unitPrice: field(each.unitPrice as DecimalText | null),
    priceBase: field(each.priceBase as DecimalText | null),
    discountPercent: null,
    discountAmount: null,
    net: field(each.net as DecimalText),
    printedAmount: null,
    taxRate: rate === null || room.currency === null ? null : computed(rate, []),
    taxCategory: tax.categories.get(each) ?? null,
    taxAmount: null,
    serviceDate: hasOwnDays || each.serviceDate === null ? null : field(each.serviceDate),
    periodStart: hasOwnDays ? field(each.period?.start ?? null) : null,
    periodEnd: hasOwnDays ? field(each.period?.end ?? null) : null,
    sourceIds: each.sourceIds,
    orderReference: null,
    evidence,
  };
}

const toProof = (each: Charge, lineId: string): DraftProof => ({
  lineId,
  termIds: [...new Set(each.terms.map(({ term }) => term.id))],
  deliveryIds: each.deliveries.map(({ id }) => id),
  formula: each.formula,
  evidence: [...evidenceOf(each.terms), ...each.deliveries.slice(0, 50).flatMap(({ evidence }) => evidence)],
});
