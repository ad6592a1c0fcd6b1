import type { DecimalText } from "../money/index.ts";
import type { LocalDate } from "../time/index.ts";
import type { Evidence } from "./evidence.ts";
import type { Field } from "./field.ts";
import type { DocumentId, PaymentId, StatementId } from "./ids.ts";

/** Where the movements come from: an account at a bank, a card, a payment service, or a plain list of payments. */
export type StatementKind = "bank-account" | "card" | "payout" | "payment-list";

/** What a movement is. `payment` is the usual case; the others are said by the source, never guessed from the sign. */
export type PaymentKind = "payment" | "refund" | "fee" | "payout" | "transfer" | "adjustment";

/**
 * `pending` is announced and not yet booked; `failed` was asked for and did not come; `reversed` was taken back,
 * by its own source or by who paid it.
 */
export type PaymentStatus = "booked" | "pending" | "failed" | "reversed";

/** One movement of money as a bank or a payment service states it. What is not stated is `null`. */
export interface Payment {
  readonly id: PaymentId;
  readonly documentId: DocumentId;
  /** Id of the movement in its own system: FITID, account servicer reference, transaction id. */
  readonly sourceId: string | null;
  readonly kind: PaymentKind;
  readonly status: PaymentStatus;
  readonly bookingDate: Field<LocalDate> | null;
  readonly valueDate: Field<LocalDate> | null;
  /** From the view of the account's owner: positive is money in. What the payer paid, before fees. */
  readonly amount: Field<DecimalText> | null;
  /** Kept back by a payment service: positive lessens what arrives. */
  readonly fee: Field<DecimalText> | null;
  /** What arrives after fees, signed like `amount`; `null` where there is no fee to speak of. */
  readonly net: Field<DecimalText> | null;
  /** ISO 4217. */
  readonly currency: Field<string> | null;
  /** Who paid or was paid, as printed. */
  readonly counterparty: Field<string> | null;
  readonly counterpartyAccount: Field<string> | null;
  /** Free text that came with the money, its pieces joined by single spaces. */
  readonly remittance: Field<string> | null;
  /** References that stand apart from the free text: end-to-end id, creditor reference, check or invoice number. */
  readonly references: readonly Field<string>[];
  /** The booking that this is a part of, where a bank books many payments as one sum. */
  readonly batchReference: string | null;
  /** The payout that carried it to the bank, by its id at the payment service. */
  readonly payoutReference: string | null;
  /** The whole row or entry, for marking in the original. */
  readonly evidence: readonly Evidence[];
}

/** What an account held at a moment, signed: positive is in favor of its owner. */
export interface StatementBalance {
  readonly amount: Field<DecimalText>;
  readonly date: LocalDate | null;
}

/** Whether opening balance and movements make the closing balance. */
export type BalanceCheck =
  | { readonly is: "adds-up" }
  /** `difference` is the stated closing balance less the computed one. */
  | { readonly is: "differs"; readonly difference: DecimalText }
  /** A balance or an amount is not stated or not readable. */
  | { readonly is: "cannot-determine" };

/** Movements on one account over a time, as one statement, payout file or list states them. */
export interface Statement {
  readonly id: StatementId;
  readonly documentId: DocumentId;
  readonly kind: StatementKind;
  /** Statement or sequence number, or the id of the payout. */
  readonly number: Field<string> | null;
  /** IBAN or account number as stated, an IBAN without spaces. */
  readonly account: Field<string> | null;
  readonly accountHolder: Field<string> | null;
  /** BIC, bank code or name of the bank or payment service. */
  readonly institution: Field<string> | null;
  readonly currency: Field<string> | null;
  readonly from: LocalDate | null;
  /** Exclusive. */
  readonly to: LocalDate | null;
  readonly openingBalance: StatementBalance | null;
  readonly closingBalance: StatementBalance | null;
  readonly balanceCheck: BalanceCheck;
  /** In the order of the source. */
  readonly payments: readonly Payment[];
}
