import type { DecimalText } from "../../../../src-shared/money/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";

/** BG-4 and BG-7 with their addresses (BG-5, BG-8). What is not known is `null`; the rules say what must not be. */
export interface EParty {
  readonly name: string | null;
  readonly vatId: string | null;
  /** BT-32; the buyer has none. */
  readonly taxRegistration: string | null;
  /** BT-30, BT-47. */
  readonly legalId: string | null;
  /** BT-34, BT-49, with its scheme. */
  readonly endpoint: { readonly scheme: string | null; readonly id: string } | null;
  readonly street: readonly string[];
  readonly city: string | null;
  readonly postCode: string | null;
  readonly subdivision: string | null;
  readonly country: string | null;
  readonly contact: {
    readonly name: string | null;
    readonly phone: string | null;
    readonly email: string | null;
  } | null;
}

/** UNCL 5305. */
export const vatCategories = ["S", "Z", "E", "AE", "K", "G", "O", "L", "M", "B"] as const;
export type VatCategory = (typeof vatCategories)[number];

/** BG-20, BG-21, BG-27 and BG-28; the amount is never negative, the kind gives its sign. */
export interface EAllowance {
  readonly kind: "allowance" | "charge";
  readonly amount: DecimalText | null;
  readonly baseAmount: DecimalText | null;
  readonly percent: DecimalText | null;
  readonly reason: string | null;
  readonly reasonCode: string | null;
  /** Of a document's allowance only. */
  readonly category: string | null;
  readonly rate: DecimalText | null;
}

/** Both days are the printed ones: the end is included. */
export interface EPeriod {
  readonly start: LocalDate | null;
  readonly end: LocalDate | null;
}

/** BG-25. */
export interface ELine {
  readonly id: string | null;
  readonly note: string | null;
  readonly quantity: DecimalText | null;
  /** UN/ECE recommendation 20. */
  readonly unitCode: string | null;
  readonly netAmount: DecimalText | null;
  readonly orderLine: string | null;
  readonly period: EPeriod | null;
  readonly allowances: readonly EAllowance[];
  readonly netPrice: DecimalText | null;
  readonly grossPrice: DecimalText | null;
  readonly priceBase: DecimalText | null;
  readonly name: string | null;
  readonly sellerItemId: string | null;
  readonly category: string | null;
  readonly rate: DecimalText | null;
}

/** BG-23. */
export interface EVatBreakdown {
  readonly taxable: DecimalText | null;
  readonly tax: DecimalText | null;
  readonly category: string | null;
  readonly rate: DecimalText | null;
  readonly reason: string | null;
  readonly reasonCode: string | null;
}

/** An invoice in the terms of EN 16931, as far as this program writes them. */
export interface EInvoice {
  /** BT-24 and BT-23. */
  readonly specification: string | null;
  readonly process: string | null;
  readonly number: string | null;
  readonly issueDate: LocalDate | null;
  readonly typeCode: string | null;
  readonly currency: string | null;
  readonly dueDate: LocalDate | null;
  readonly notes: readonly string[];
  readonly buyerReference: string | null;
  readonly projectReference: string | null;
  readonly contractReference: string | null;
  readonly orderReference: string | null;
  readonly precedingInvoices: readonly (string | null)[];
  readonly period: EPeriod | null;
  readonly seller: EParty;
  readonly buyer: EParty;
  /** BT-72 and BT-80. */
  readonly delivery: { readonly date: LocalDate | null; readonly country: string | null } | null;
  /** BG-16: code, remittance text, account. */
  readonly payment: {
    readonly code: string | null;
    readonly remittance: string | null;
    readonly account: string | null;
  } | null;
  readonly paymentTerms: string | null;
  readonly allowances: readonly EAllowance[];
  readonly lines: readonly ELine[];
  readonly breakdowns: readonly EVatBreakdown[];
  readonly sumOfLines: DecimalText | null;
  readonly allowanceTotal: DecimalText | null;
  readonly chargeTotal: DecimalText | null;
  readonly withoutVat: DecimalText | null;
  readonly vat: DecimalText | null;
  readonly withVat: DecimalText | null;
  readonly prepaid: DecimalText | null;
  readonly rounding: DecimalText | null;
  readonly due: DecimalText | null;
}
