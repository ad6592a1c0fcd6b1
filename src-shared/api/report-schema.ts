import { z } from "zod";
import { checkIds } from "../model/index.ts";
import { termValueSchemas } from "./term-value-schema.ts";

const decimal = z.string().regex(/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/);
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const timeStamp = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/);
const printed = z.string().min(1).nullable();
const share = z.number().min(0).max(1);
const idOf = (prefix: string) => z.string().regex(new RegExp(`^${prefix}-[0-9a-f]+$`));

const documentId = idOf("doc");
const agreementId = idOf("agr");
const termId = idOf("trm");
const invoiceId = idOf("inv");

const box = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const locator = z.union([
  z.strictObject({ page: z.int().min(1), box: box.optional(), boxes: z.array(box).optional() }),
  z.strictObject({ sheet: z.string(), cell: z.string() }),
  z.strictObject({ row: z.int().min(1), column: z.int().min(1) }),
  z.strictObject({ path: z.string() }),
  z.strictObject({ start: z.int().min(0), end: z.int().min(0) }),
]);
const evidence = z.strictObject({
  documentId,
  role: z.enum(["term", "invoice", "delivery", "history"]),
  quote: z.string(),
  at: locator,
});
const evidences = z.array(evidence);

const party = z.strictObject({ name: z.string().nullable(), taxId: z.string().nullable() }).nullable();

const documentKinds = [
  "agreement",
  "amendment",
  "estimate",
  "purchase-order",
  "work-order",
  "acceptance",
  "timesheet",
  "usage",
  "delivery",
  "expense",
  "invoice",
  "credit-note",
  "payment",
  "statement",
  "customer-list",
  "message",
  "unknown",
] as const;

const document = z.strictObject({
  id: documentId,
  path: z.string(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  bytes: z.int().min(0).nullable(),
  mediaType: printed,
  kind: z.enum(documentKinds),
  kindConfidence: share,
  reader: z.string().nullable(),
  status: z.enum(["read", "partly-read", "unreadable", "skipped"]),
  problem: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
  pages: z.int().min(0).nullable(),
  contains: z.array(documentId),
});

const termSchemas = Object.entries(termValueSchemas).map(([type, value]) =>
  z.strictObject({
    id: termId,
    type: z.literal(type),
    status: z.enum(["proposed", "confirmed", "rejected"]),
    from: date.nullable(),
    to: date.nullable(),
    value: z.union([value, z.strictObject({})]),
    confidence: share,
    basis: z.enum(["structured", "rule", "two-readings", "model", "person"]),
    evidence: evidences,
    absent: z.boolean().optional(),
    conditions: z.array(z.string()).optional(),
    remainder: z.string().optional(),
    currency: z.string().optional(),
    questions: z.array(z.string()).optional(),
  }),
);

const agreement = z.strictObject({
  id: agreementId,
  number: printed,
  title: printed,
  seller: party,
  buyer: party,
  areSidesGuessed: z.boolean(),
  from: date.nullable(),
  to: date.nullable(),
  currency: printed,
  timeZone: printed,
  governingLaw: printed,
  documents: z.array(documentId),
  amends: agreementId.nullable(),
  terms: z.array(z.union(termSchemas as unknown as readonly [z.ZodType, z.ZodType])),
});

const delivery = z.strictObject({
  id: idOf("dlv"),
  documentId,
  kind: z.enum(["time", "goods", "usage", "work", "acceptance", "expense"]),
  date: date.nullable(),
  person: printed,
  role: printed,
  item: printed,
  quantity: decimal.nullable(),
  unit: printed,
  approved: z.boolean().nullable(),
  evidence: evidences,
});

const line = z.strictObject({
  id: z.string(),
  description: z.string(),
  quantity: decimal.nullable(),
  unit: printed,
  unitPrice: decimal.nullable(),
  net: decimal.nullable(),
  printedAmount: decimal.nullable(),
  taxRate: decimal.nullable(),
  serviceDate: date.nullable(),
  termId: termId.nullable(),
  evidence: evidences,
});

const findingFields = {
  id: idOf("fnd"),
  check: z.enum(checkIds),
  severity: z.enum(["info", "warn", "block"]),
  direction: z.enum(["over", "under", "process"]),
  line: z.string().nullable(),
  message: z.string().min(1),
  expected: z.string().nullable(),
  found: z.string().nullable(),
  impact: decimal.nullable(),
  formula: z.string().nullable(),
  alternative: z.string().nullable(),
  tolerance: z.strictObject({ over: decimal, under: decimal }).nullable(),
  proposal: z.strictObject({ action: z.enum(["correct", "ask", "escalate", "approve"]), text: z.string() }),
  confidence: share,
  evidence: evidences,
  blockedChecks: z.array(z.enum(checkIds)),
};

const invoice = z.strictObject({
  id: invoiceId,
  documentId,
  kind: z.enum(["invoice", "credit-note", "debit-note", "proforma", "self-billed"]),
  number: printed,
  issueDate: date.nullable(),
  dueDate: date.nullable(),
  periodStart: date.nullable(),
  periodEnd: date.nullable(),
  currency: printed,
  seller: party,
  buyer: party,
  orderReference: printed,
  agreementReference: printed,
  pricesIncludeTax: z.boolean(),
  subtotal: decimal.nullable(),
  allowances: decimal.nullable(),
  charges: decimal.nullable(),
  net: decimal.nullable(),
  tax: decimal.nullable(),
  gross: decimal.nullable(),
  prepaid: decimal.nullable(),
  retention: decimal.nullable(),
  rounding: decimal.nullable(),
  payable: decimal.nullable(),
  bankAccount: printed,
  taxNote: printed,
  lines: z.array(line),
  agreementId: agreementId.nullable(),
  route: z.enum(["clear", "review", "blocked"]),
  findings: z.array(z.strictObject(findingFields)),
  outcomes: z.array(
    z.strictObject({
      check: z.enum(checkIds),
      subject: z.string(),
      outcome: z.enum(["pass", "fail", "not-applicable", "not-run", "cannot-determine"]),
      because: z.string(),
    }),
  ),
});

/** The published shape of a report; `docs/report.schema.json` is made from it. */
export const reportSchema = z.strictObject({
  schema: z.literal("countersign.report/1"),
  createdAt: timeStamp,
  asOf: date,
  engine: z.strictObject({
    version: z.string(),
    checks: z.record(z.string(), z.int().min(1)),
  }),
  acceptedTerms: z.boolean(),
  documents: z.array(document),
  agreements: z.array(agreement),
  deliveries: z.array(delivery),
  invoices: z.array(invoice),
  missing: z.array(
    z.strictObject({
      agreementId,
      check: z.enum(["completeness.missing-charge", "completeness.unbilled"]),
      period: z.string(),
      message: z.string(),
      impact: decimal.nullable(),
      evidence: evidences,
    }),
  ),
  findings: z.array(
    z.strictObject({
      ...findingFields,
      documentId: documentId.nullable(),
      agreementId: agreementId.nullable(),
    }),
  ),
  summary: z.strictObject({
    invoices: z.int().min(0),
    clear: z.int().min(0),
    review: z.int().min(0),
    blocked: z.int().min(0),
    impact: z.record(z.string(), z.strictObject({ over: decimal, under: decimal })),
  }),
  elapsedMs: z.int().min(0),
});

/** The schema as JSON Schema (draft 2020-12), for readers of reports in any language. */
export const reportJsonSchema = (): unknown => ({
  title: "countersign.report/1",
  description: "The report of the Countersign command line. Unknown is null, never an empty text or zero.",
  ...z.toJSONSchema(reportSchema, { target: "draft-2020-12", reused: "ref" }),
});
