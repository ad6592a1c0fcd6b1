import { z } from "zod";
import type { Delivery } from "../../../src-shared/model/index.ts";
import { basis, maybeDay, maybeDecimal, maybeText, proof, share, text, type ShapeOf } from "./values.ts";

export const delivery = z.object({
  id: text,
  documentId: text,
  kind: z.enum(["time", "goods", "usage", "work", "acceptance", "expense"]),
  sourceId: maybeText,
  date: maybeDay,
  instant: maybeText,
  periodStart: maybeDay,
  periodEnd: maybeDay,
  person: maybeText,
  role: maybeText,
  item: maybeText,
  customer: maybeText,
  project: maybeText,
  quantity: maybeDecimal,
  unit: maybeText,
  amount: maybeDecimal,
  currency: maybeText,
  billable: z.boolean().nullable(),
  approved: z.boolean().nullable(),
  approvedBy: maybeText,
  lacksReceipt: z.literal(true).optional(),
  reference: maybeText,
  basis,
  confidence: share,
  evidence: proof,
} satisfies ShapeOf<Delivery>);
