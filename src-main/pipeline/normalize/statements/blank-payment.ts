import type {
  DocumentId,
  Payment,
  PaymentId,
  Statement,
  StatementId,
} from "../../../../src-shared/model/index.ts";
import type { Hash } from "../context.ts";

/** A payment of which nothing is known yet. `position` counts within its statement, and both make its id. */
export const blankPayment = (
  documentId: DocumentId,
  statement: number,
  position: number,
  hash: Hash,
): Payment => ({
  id: `pay-${hash(`${documentId}|${statement}|${position}`).slice(0, 12)}` as PaymentId,
  documentId,
  sourceId: null,
  kind: "payment",
  status: "booked",
  bookingDate: null,
  valueDate: null,
  amount: null,
  fee: null,
  net: null,
  currency: null,
  counterparty: null,
  counterpartyAccount: null,
  remittance: null,
  references: [],
  batchReference: null,
  payoutReference: null,
  evidence: [],
});

/** A statement of which nothing is known yet. */
export const blankStatement = (documentId: DocumentId, statement: number, hash: Hash): Statement => ({
  id: `stm-${hash(`${documentId}|${statement}`).slice(0, 12)}` as StatementId,
  documentId,
  kind: "bank-account",
  number: null,
  account: null,
  accountHolder: null,
  institution: null,
  currency: null,
  from: null,
  to: null,
  openingBalance: null,
  closingBalance: null,
  balanceCheck: { is: "cannot-determine" },
  payments: [],
});
