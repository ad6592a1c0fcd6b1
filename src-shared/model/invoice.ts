import type { DecimalText } from "../money/index.ts";
import type { LocalDate } from "../time/index.ts";
import type { Evidence } from "./evidence.ts";
import type { Field } from "./field.ts";
import type { DocumentId, InvoiceId } from "./ids.ts";
import type { Party } from "./party.ts";
import type { Unit } from "./unit.ts";

/** BT-3 in words. Amounts of a credit note are positive; the kind gives the sign. */
export type InvoiceKind = "invoice" | "credit-note" | "debit-note" | "proforma" | "self-billed";

/** BG-20/21 and BG-27/28. The amount is never negative; `kind` gives the sign. */
export interface AllowanceCharge {
  readonly kind: "allowance" | "charge";
  readonly reason: string | null;
  readonly percent: DecimalText | null;
  /** BT-93, BT-100. */
  readonly baseAmount: DecimalText | null;
  readonly amount: Field<DecimalText>;
  readonly taxRate: DecimalText | null;
}

/** BG-23: tax of one category and rate. */
export interface TaxBreakdown {
  /** UNCL 5305, where printed or structured. */
  readonly category: string | null;
  /** "VAT", "GST", "Sales tax" … as printed. */
  readonly name: string | null;
  readonly rate: Field<DecimalText> | null;
  readonly base: Field<DecimalText> | null;
  readonly amount: Field<DecimalText> | null;
  readonly exemptionReason: string | null;
}

/** BG-25: one billed line. Fields that are not printed are `null`, never zero. */
export interface InvoiceLine {
  /** Position as printed where unique, else the running number from 1. */
  readonly id: string;
  readonly description: string;
  readonly itemCode: string | null;
  /** Heading that the line stands under, if the table is grouped. */
  readonly group: string | null;
  readonly person: string | null;
  readonly role: string | null;
  readonly quantity: Field<DecimalText> | null;
  readonly unit: Field<Unit> | null;
  readonly unitPrice: Field<DecimalText> | null;
  /** BT-149: units that the price is for; `null` means 1. */
  readonly priceBase: Field<DecimalText> | null;
  readonly discountPercent: Field<DecimalText> | null;
  readonly discountAmount: Field<DecimalText> | null;
  /** BT-131, without tax. `null` where only a gross amount is printed. */
  readonly net: Field<DecimalText> | null;
  /** The printed amount where prices include tax. */
  readonly printedAmount: Field<DecimalText> | null;
  readonly taxRate: Field<DecimalText> | null;
  readonly taxCategory: string | null;
  readonly taxAmount: Field<DecimalText> | null;
  readonly serviceDate: Field<LocalDate> | null;
  readonly periodStart: Field<LocalDate> | null;
  /** Exclusive. */
  readonly periodEnd: Field<LocalDate> | null;
  /** Ids of delivery records that the line names. */
  readonly sourceIds: readonly string[];
  readonly orderReference: string | null;
  /** The whole row, for marking on the page. */
  readonly evidence: readonly Evidence[];
}

/** An invoice, credit note or the like as its document prints it. */
export interface Invoice {
  readonly id: InvoiceId;
  readonly documentId: DocumentId;
  readonly kind: InvoiceKind;
  readonly number: Field<string> | null;
  readonly issueDate: Field<LocalDate> | null;
  /** Printed only; never computed. */
  readonly dueDate: Field<LocalDate> | null;
  readonly taxPointDate: Field<LocalDate> | null;
  readonly periodStart: Field<LocalDate> | null;
  /** Exclusive. */
  readonly periodEnd: Field<LocalDate> | null;
  /** ISO 4217. */
  readonly currency: Field<string> | null;
  readonly seller: Party | null;
  readonly buyer: Party | null;
  /** Pieces of its first page, where a party was not surely found: a name of its agreement may stand in them. */
  readonly partyLines?: readonly Evidence[];
  /** BT-13, BT-12, BT-11, BT-10, BT-25. */
  readonly orderReference: Field<string> | null;
  readonly agreementReference: Field<string> | null;
  readonly projectReference: Field<string> | null;
  readonly buyerReference: Field<string> | null;
  readonly precedingInvoice: Field<string> | null;
  /** BT-20 as printed ("Net 30"). */
  readonly paymentTerms: Field<string> | null;
  readonly bankAccount: Field<string> | null;
  readonly lines: readonly InvoiceLine[];
  readonly allowanceCharges: readonly AllowanceCharge[];
  readonly taxes: readonly TaxBreakdown[];
  readonly pricesIncludeTax: boolean;
  /** BT-106: sum of lines as printed. */
  readonly subtotal: Field<DecimalText> | null;
  /** BT-107, BT-108. */
  readonly allowances: Field<DecimalText> | null;
  readonly charges: Field<DecimalText> | null;
  /** BT-109, BT-110, BT-112. */
  readonly net: Field<DecimalText> | null;
  readonly tax: Field<DecimalText> | null;
  readonly gross: Field<DecimalText> | null;
  /** BT-113. */
  readonly prepaid: Field<DecimalText> | null;
  readonly retention: Field<DecimalText> | null;
  readonly withholding: Field<DecimalText> | null;
  /** BT-114. */
  readonly rounding: Field<DecimalText> | null;
  /** BT-115. */
  readonly payable: Field<DecimalText> | null;
  /** Exemption or reverse-charge wording as printed. */
  readonly taxNote: Field<string> | null;
  readonly notes: readonly string[];
}
