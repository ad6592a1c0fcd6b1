import { blankInvoice, blankLine } from "../../../../src-shared/model/index.ts";
import type {
  DocumentId,
  Field,
  Invoice,
  InvoiceId,
  InvoiceLine,
  Party,
} from "../../../../src-shared/model/index.ts";
import { negate, decimalToText, type DecimalText } from "../../../../src-shared/money/index.ts";
import type { NormalizeContext } from "../context.ts";
import type { IifRecord, IifTransaction, IifValues } from "./iif-records.ts";

/** What a transaction type is, and which sign its head amount has. Debits are positive. */
const invoiceTypes: Readonly<
  Record<
    string,
    { readonly kind: Invoice["kind"]; readonly side: "sale" | "purchase"; readonly head: 1 | -1 }
  >
> = {
  INVOICE: { kind: "invoice", side: "sale", head: 1 },
  "CASH SALE": { kind: "invoice", side: "sale", head: 1 },
  "CREDIT MEMO": { kind: "credit-note", side: "sale", head: -1 },
  "CASH REFUND": { kind: "credit-note", side: "sale", head: -1 },
  BILL: { kind: "invoice", side: "purchase", head: -1 },
  "BILL REFUND": { kind: "credit-note", side: "purchase", head: 1 },
};

export const isInvoiceType = (type: string): boolean => Object.hasOwn(invoiceTypes, type);

const turned = (field: Field<DecimalText> | null): Field<DecimalText> | null =>
  field === null || field.value === null ? field : { ...field, value: decimalToText(negate(field.value)) };

const withSign = (field: Field<DecimalText> | null, sign: 1 | -1): Field<DecimalText> | null =>
  sign === 1 ? field : turned(field);

const isTax = (split: IifRecord, { text }: IifValues): boolean =>
  text(split, "EXTRA")?.value?.toUpperCase() === "AUTOSTAX";

const partyOf = (name: Field<string> | null, address: readonly string[]): Party | null =>
  name?.value === null || name === null
    ? null
    : {
        name: name.value,
        taxId: null,
        registration: null,
        address,
        country: null,
        email: null,
        aliases: [],
        evidence: name.evidence,
        confidence: name.confidence,
      };

const lineOf = (split: IifRecord, index: number, sign: 1 | -1, values: IifValues): InvoiceLine => {
  const price = values.text(split, "PRICE")?.value ?? "";
  const memo = values.text(split, "MEMO")?.value ?? null;
  const item = values.text(split, "INVITEM")?.value ?? null;
  return {
    ...blankLine(String(index + 1)),
    description: memo ?? item ?? values.text(split, "ACCNT")?.value ?? "",
    itemCode: item,
    quantity: withSign(values.amount(split, "QNTY"), sign),
    // A percent is the price of a discount or markup line, not a price per unit.
    unitPrice: price.endsWith("%") ? null : values.amount(split, "PRICE"),
    net: withSign(values.amount(split, "AMOUNT"), sign),
    serviceDate: values.date(split, "SERVICEDATE"),
    evidence: values.prove(split),
  };
};

/**
 * An invoice, credit memo or bill out of its postings, with the signs of the document instead of the ledger's: splits
 * stand on the other side of the head, so that a sale's lines and quantities are negative in the file.
 */
export const iifInvoice = (
  transaction: IifTransaction,
  documentId: DocumentId,
  index: number,
  values: IifValues,
  context: NormalizeContext,
): Invoice | null => {
  const { head, splits } = transaction;
  const type = invoiceTypes[values.text(head, "TRNSTYPE")?.value?.toUpperCase() ?? ""];
  if (type === undefined) return null;
  const sign = type.head === 1 ? -1 : 1;
  const taxes = splits.filter((split) => isTax(split, values));
  const [tax] = taxes;
  const address = [1, 2, 3, 4, 5]
    .map((line) => values.text(head, `ADDR${line}`)?.value ?? null)
    .filter((line) => line !== null);
  const name = partyOf(values.text(head, "NAME"), address);
  const total = withSign(values.amount(head, "AMOUNT"), type.head);
  return {
    ...blankInvoice(`inv-${context.hash(`${documentId}|${index}`).slice(0, 12)}` as InvoiceId, documentId),
    kind: type.kind,
    number: values.text(head, "DOCNUM"),
    issueDate: values.date(head, "DATE"),
    dueDate: values.date(head, "DUEDATE"),
    currency: values.text(head, "CURRENCY"),
    seller: type.side === "purchase" ? name : null,
    buyer: type.side === "sale" ? name : null,
    orderReference: values.text(head, "PONUM"),
    paymentTerms: values.text(head, "TERMS"),
    lines: splits
      .filter((split) => !isTax(split, values))
      .map((split, position) => lineOf(split, position, sign, values)),
    taxes: taxes.map((split) => ({
      category: null,
      name: values.text(split, "INVITEM")?.value ?? null,
      rate: percentOf(split, values),
      base: null,
      amount: withSign(values.amount(split, "AMOUNT"), sign),
      exemptionReason: null,
    })),
    tax: tax !== undefined && taxes.length === 1 ? withSign(values.amount(tax, "AMOUNT"), sign) : null,
    gross: total,
    notes: [values.text(head, "INVMEMO")?.value ?? null].filter((note) => note !== null),
  };
};

const percentOf = (split: IifRecord, values: IifValues): Field<DecimalText> | null => {
  const price = split.cells.get("PRICE");
  const match = /^(\d{1,3}(?:\.\d{1,6})?)%$/u.exec(price?.text.trim() ?? "");
  if (price === undefined || match?.[1] === undefined) return null;
  const rate = values.text(split, "PRICE");
  return rate === null
    ? null
    : {
        value: match[1] as DecimalText,
        evidence: rate.evidence,
        basis: rate.basis,
        confidence: rate.confidence,
      };
};
