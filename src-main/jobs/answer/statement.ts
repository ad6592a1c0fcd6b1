import { z } from "zod";
import type { Payment, Statement, StatementBalance } from "../../../src-shared/model/index.ts";
import {
  amountField,
  dayField,
  decimal,
  maybeDay,
  maybeText,
  proof,
  text,
  textField,
  type ShapeOf,
} from "./values.ts";

const payment = z.object({
  id: text,
  documentId: text,
  sourceId: maybeText,
  kind: z.enum(["payment", "refund", "fee", "payout", "transfer", "adjustment"]),
  status: z.enum(["booked", "pending", "failed", "reversed"]),
  bookingDate: dayField,
  valueDate: dayField,
  amount: amountField,
  fee: amountField,
  net: amountField,
  currency: textField,
  counterparty: textField,
  counterpartyAccount: textField,
  remittance: textField,
  references: z.array(textField),
  batchReference: maybeText,
  payoutReference: maybeText,
  evidence: proof,
} satisfies ShapeOf<Payment>);

const balance = z
  .object({ amount: amountField, date: maybeDay } satisfies ShapeOf<StatementBalance>)
  .nullable();

export const statement = z.object({
  id: text,
  documentId: text,
  kind: z.enum(["bank-account", "card", "payout", "payment-list"]),
  number: textField,
  account: textField,
  accountHolder: textField,
  institution: textField,
  currency: textField,
  from: maybeDay,
  to: maybeDay,
  openingBalance: balance,
  closingBalance: balance,
  balanceCheck: z.union([
    z.object({ is: z.enum(["adds-up", "cannot-determine"]) }),
    z.object({ is: z.literal("differs"), difference: decimal }),
  ]),
  payments: z.array(payment),
} satisfies ShapeOf<Statement>);
