import { z } from "zod";
import type {
  AgreementId,
  DocumentId,
  Draft,
  DraftSource,
  Evidence,
  ExpectedBill,
  InvoiceId,
} from "../model/index.ts";
import { outgoingLanguages } from "../model/index.ts";
import type { DecimalText } from "../money/index.ts";
import { isDecimalText } from "../money/index.ts";
import type { Sentence } from "../text/index.ts";
import { parseLocalDate } from "../time/index.ts";
import { method } from "./method.ts";

const nothing = z.strictObject({});
const id = z.string().min(1).max(200);
const day = z.string().refine((text) => parseLocalDate(text).ok, "not a date such as 2026-11-30");
const amount = z
  .string()
  .max(64)
  .refine((text) => isDecimalText(text) && !text.startsWith("-"), "not a decimal such as 12.50");
const words = z.string().trim().min(1).max(400);

/** What a person says about a draft where the files do not. */
const answers = z.strictObject({
  number: words.optional(),
  issueDate: day.optional(),
  orderReference: words.optional(),
  buyerReference: words.optional(),
  projectReference: words.optional(),
  taxRate: amount.optional(),
  progress: z.record(words, amount).optional(),
  completed: z.array(words).max(1_000).optional(),
  quantities: z.record(words, amount).optional(),
});

/** An agreement and the days to bill, or an invoice whose findings are put right. */
const order = z.union([
  z.strictObject({
    agreementId: id,
    from: day,
    /** Exclusive. */
    to: day,
    language: z.enum(outgoingLanguages).optional(),
    answers: answers.optional(),
  }),
  z.strictObject({
    invoiceId: id,
    /** All findings that are open, when absent. */
    findingIds: z.array(id).max(1_000).optional(),
    language: z.enum(outgoingLanguages).optional(),
    answers: answers.optional(),
  }),
]);

export type DraftRequest = z.infer<typeof order>;

/** A gap with its sentence. */
export interface ShownGap {
  readonly code: string;
  readonly message: string;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly isOpen: boolean;
  readonly evidence: readonly Evidence[];
}

/** A draft with what is missing from it, and what our own checks say of it. */
export interface ShownDraft extends Omit<Draft, "gaps"> {
  readonly gaps: readonly ShownGap[];
  readonly agreement: string | null;
  readonly customer: string | null;
  /** What changed during delivery, sentence by sentence. */
  readonly delivery: readonly Omit<ShownGap, "isOpen">[];
  /** The number that the series of the settings gives next. */
  readonly nextNumber: string | null;
  /** What the checks object to if it went out like this; empty when it is clear. */
  readonly objections: readonly { readonly message: string; readonly said: Sentence }[];
}

/** A draft that could be made, in one line. */
export interface DraftRow {
  readonly key: string;
  readonly request: DraftRequest;
  readonly source: DraftSource;
  readonly customer: string | null;
  readonly agreement: string | null;
  readonly agreementId: AgreementId | null;
  readonly invoiceId: InvoiceId | null;
  readonly periodStart: string | null;
  /** Exclusive. */
  readonly periodEnd: string | null;
  readonly net: DecimalText | null;
  readonly currency: string | null;
  readonly lines: number;
  readonly openGaps: number;
}

/** Calls about invoices that could go out. */
export const draftingMethods = {
  "drafts.list": method<{ readonly rows: readonly DraftRow[] }>()(nothing, "long"),
  "drafts.show": method<{ readonly drafts: readonly ShownDraft[] }>()(z.strictObject({ order }), "long"),
  "drafts.page": method<{ readonly name: string; readonly base64: string }>()(
    z.strictObject({ order, draftId: id.optional() }),
    "long",
  ),
  "drafts.keep": method<{
    readonly documentId: DocumentId;
    readonly invoiceId: InvoiceId | null;
    readonly number: string;
  }>()(z.strictObject({ order, draftId: id.optional(), despiteGaps: z.boolean().default(false) }), "long"),
  "drafts.calendar": method<{ readonly asOf: string; readonly bills: readonly ExpectedBill[] }>()(
    z.strictObject({ from: day.optional(), to: day.optional() }),
    "long",
  ),
  "drafts.calendar-file": method<{ readonly name: string; readonly text: string }>()(nothing, "long"),
} as const;
