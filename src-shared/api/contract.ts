import { z } from "zod";
import { checkIds, queueGroupings } from "../model/index.ts";
import { assistantMethods } from "./assistant-contract.ts";
import type { DecisionReceipt } from "./decision-receipt.ts";
import type { ExportTargetRow } from "./export-rows.ts";
import { method } from "./method.ts";
import { intakeMethods } from "./intake-contract.ts";
import { pilotMethods } from "./pilot-contract.ts";
import { draftingMethods } from "./drafting-contract.ts";
import { moneyMethods } from "./money-contract.ts";

export type * from "./assistant-contract.ts";
export type * from "./drafting-contract.ts";
export type * from "./export-rows.ts";
export type * from "./intake-contract.ts";
export type * from "./money-contract.ts";
export type { DecisionReceipt } from "./decision-receipt.ts";
export type { Method } from "./method.ts";
export type {
  AssessmentHints,
  Clearable,
  HeldCustomer,
  DrillCase,
  PilotEntryInput,
  PilotState,
  Prerequisite,
  SampledClearance,
  WeeklyAgenda,
} from "./pilot-contract.ts";
import type {
  Agreement,
  AgreementReadiness,
  BlastRadius,
  CaseState,
  DecisionEvent,
  Delivery,
  DocumentKind,
  ExportPlan,
  ExportProfile,
  ExportRecord,
  ImportedFile,
  MissingCharge,
  Finding,
  FindingCause,
  Invoice,
  InvoiceId,
  Policy,
  Problem,
  QueueRow,
  ReadDocument,
  ReaderId,
  ReadStatus,
  ReplayedApproval,
  Report,
  RuleTrial,
  ReviewCase,
  SavedView,
  TermExample,
  TermHistory,
  TermId,
} from "../model/index.ts";

const nothing = z.strictObject({});
const id = z.string().min(1).max(200);
const ids = z.array(id).max(100_000);
const note = z.string().max(4_000);
const localDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const share = z.number().min(-1).max(2);
const box = z.tuple([share, share, share, share]);
const locator = z.union([
  z.strictObject({
    page: z.int().min(1).max(100_000),
    box: box.optional(),
    boxes: z.array(box).max(1_000).optional(),
  }),
  z.strictObject({ sheet: z.string().max(400), cell: z.string().max(20) }),
  z.strictObject({ row: z.int().min(1), column: z.int().min(1) }),
  z.strictObject({ path: z.string().max(4_000) }),
  z.strictObject({ start: z.int().min(0), end: z.int().min(0) }),
]);
/** What a person sets when they correct a term; the value is checked against its type. */
const termEdit = {
  termType: z.string().max(40),
  value: z.record(z.string(), z.unknown()),
  from: localDate.nullable(),
  to: localDate.nullable(),
};

/** A term with the cases that a person signs by confirming it. */
export interface TermExplanation {
  readonly termId: TermId;
  readonly examples: readonly TermExample[];
}

/** A document as the lists show it. */
export interface DocumentRow extends ImportedFile {
  readonly kind: DocumentKind;
  readonly kindConfidence: number;
  readonly reader: ReaderId | null;
  readonly status: ReadStatus;
  readonly problem: (Problem & { readonly message: string }) | null;
  readonly pages: number | null;
  readonly contains: readonly string[];
}

export interface WorkspaceStatus {
  readonly state: "none" | "locked" | "open";
  readonly name: string | null;
  readonly location: string | null;
  readonly isSample: boolean;
}

export interface AppStatus {
  readonly version: string;
  readonly shell: "electron" | "local-web" | "cli";
  readonly workspace: WorkspaceStatus;
  readonly recent: readonly { readonly name: string; readonly location: string }[];
  /** Whether the operating system offers a key store that can unlock the workspace. */
  readonly keyStore: boolean;
  readonly actor: string;
  /** Bytes that left the machine since the start: stays at zero. */
  readonly bytesSent: number;
  readonly asOf: string;
}

export interface ImportOutcome {
  readonly documents: readonly DocumentRow[];
  readonly unreadable: number;
  readonly alreadyKnown: number;
}

/** A step that can be undone or redone, newest first. */
export interface HistoryStep {
  readonly group: string;
  readonly label: string;
  readonly at: string;
  readonly actor: string;
  readonly state: "done" | "undone";
  readonly canUndo: boolean;
  readonly events: readonly DecisionEvent[];
}

export interface BatchRow {
  readonly batchId: string;
  readonly at: string;
  readonly actor: string;
  readonly invoiceIds: readonly string[];
  readonly totals: Readonly<Record<string, string>>;
  readonly exports: readonly ExportRecord[];
}

export interface AuditVerdict {
  readonly state: "intact" | "changed" | "truncated";
  readonly entries: number;
  /** Hash of the last entry, hex. */
  readonly head: string | null;
  readonly firstBadSequence: number | null;
  readonly because: string | null;
}

export interface SealedQuestion {
  readonly name: string;
  readonly html: string;
  readonly questionId: string;
  readonly receipt: DecisionReceipt;
}

export interface EvidencePack {
  /** A file name that says what is in it. */
  readonly name: string;
  readonly html: string;
  /** SHA-256 of the record inside, hex. */
  readonly digest: string;
}

export interface WrittenExport {
  readonly record: ExportRecord;
  readonly directory: string | null;
  /** Base64, for shells that cannot write to a folder of the person's choice. */
  readonly files: readonly {
    readonly name: string;
    readonly mediaType: string;
    readonly base64: string;
    readonly sha256: string;
  }[];
}

const decision = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("approve"), reason: note.nullable() }),
  z.strictObject({ type: z.literal("correct"), findingIds: ids, note }),
  z.strictObject({
    type: z.literal("ask"),
    to: z.string().max(200),
    text: note,
    until: localDate.nullable(),
  }),
  z.strictObject({ type: z.literal("escalate"), role: z.string().min(1).max(200), note }),
  z.strictObject({ type: z.literal("postpone"), until: localDate, note: note.nullable() }),
  z.strictObject({ type: z.literal("dismiss-finding"), findingId: id, reason: z.string().min(1).max(4_000) }),
]);
export type DecisionInput = z.infer<typeof decision>;

export const savedViewsSchema = z
  .array(
    z.strictObject({
      id,
      name: z.string().min(1).max(120),
      filter: z.string().max(2_000),
      group: z.enum(queueGroupings),
    }),
  )
  .max(200);

/** Every call between a window or script and the program, for all shells. */
export const contract = {
  "app.status": method<AppStatus>()(nothing),
  "app.set-actor": method<AppStatus>()(z.strictObject({ actor: z.string().min(1).max(200) })),

  "workspace.create": method<{ status: AppStatus; recoveryKey: string }>()(
    z.strictObject({
      name: z.string().min(1).max(120),
      location: z.string().max(4_096).nullable(),
      passphrase: z.string().min(8).max(1_024),
    }),
  ),
  "workspace.open": method<AppStatus>()(
    z.strictObject({
      location: z.string().min(1).max(4_096),
      secret: z.discriminatedUnion("type", [
        z.strictObject({ type: z.literal("passphrase"), passphrase: z.string().max(1_024) }),
        z.strictObject({ type: z.literal("recovery-key"), recoveryKey: z.string().max(200) }),
        z.strictObject({ type: z.literal("key-store") }),
      ]),
    }),
  ),
  "workspace.open-sample": method<AppStatus>()(nothing, "long"),
  "workspace.lock": method<AppStatus>()(nothing),

  /** Paths on this machine; only shells that can show a file dialog pass them. */
  "documents.import-paths": method<ImportOutcome>()(
    z.strictObject({ paths: z.array(z.string().max(4_096)).min(1).max(10_000) }),
    "long",
  ),
  "documents.import-files": method<ImportOutcome>()(
    z.strictObject({
      files: z
        .array(z.strictObject({ path: z.string().min(1).max(4_096), base64: z.string() }))
        .min(1)
        .max(1_000),
    }),
    "long",
  ),
  "documents.list": method<readonly DocumentRow[]>()(nothing),
  "documents.read": method<ReadDocument>()(z.strictObject({ documentId: id })),
  /** The invoices of a document as they were read, before anybody corrected them. */
  "documents.invoices": method<readonly Invoice[]>()(z.strictObject({ documentId: id })),
  "documents.original": method<{ mediaType: string; base64: string }>()(z.strictObject({ documentId: id })),
  "documents.remove": method<DecisionReceipt>()(z.strictObject({ documentId: id })),

  "agreements.list": method<readonly Agreement[]>()(nothing),
  "deliveries.list": method<readonly Delivery[]>()(nothing),
  /** Cases at the boundaries of terms, as the checks would compute them. */
  "terms.examples": method<readonly TermExplanation[]>()(z.strictObject({ termIds: ids })),
  /** What a term said as it was read, after each correction, and what other documents put in its place. */
  "terms.versions": method<TermHistory>()(z.strictObject({ termId: id })),
  /** What a decision on a term would change on past and present invoices; nothing is kept. */
  "terms.blast-radius": method<BlastRadius>()(
    z.strictObject({
      termId: id,
      change: z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("confirm") }),
        z.strictObject({ kind: z.literal("reject") }),
        z.strictObject({ kind: z.literal("edit"), ...termEdit }),
      ]),
    }),
  ),
  "agreements.readiness": method<readonly AgreementReadiness[]>()(nothing),
  "terms.confirm": method<DecisionReceipt>()(z.strictObject({ termIds: ids })),
  "terms.reject": method<DecisionReceipt>()(z.strictObject({ termIds: ids, reason: note.nullable() })),
  "terms.edit": method<DecisionReceipt>()(
    z.strictObject({ termId: id, ...termEdit, reason: note.nullable() }),
  ),

  "review.queue": method<{
    rows: readonly QueueRow[];
    missing: readonly MissingCharge[];
    findings: readonly Finding[];
    /** What open findings have in common, the most frequent first. */
    causes: readonly FindingCause[];
    counts: Readonly<Record<CaseState, number>>;
    /** Open cases that one key approves together; none before the owner has signed that phase. */
    offered: readonly InvoiceId[];
  }>()(nothing, "long"),
  /** `ahead` fetches a case before anybody looks at it: the time of its decision does not begin then. */
  "review.case": method<ReviewCase>()(
    z.strictObject({ invoiceId: id, purpose: z.enum(["look", "ahead"]).optional() }),
  ),
  "review.decide": method<DecisionReceipt>()(z.strictObject({ invoiceIds: ids.min(1), decision })),
  "review.correct-value": method<DecisionReceipt>()(
    z.strictObject({
      invoiceId: id,
      field: z.string().max(200),
      /** As typed or printed; read without guessing. */
      value: z.string().max(1_000).nullable(),
      /** The words of the invoice that the person pointed at. */
      pointedAt: z
        .strictObject({ quote: z.string().min(1).max(1_000), at: locator })
        .nullable()
        .optional(),
    }),
  ),
  "review.assign-agreement": method<DecisionReceipt>()(
    z.strictObject({ invoiceId: id, agreementId: id.nullable() }),
  ),
  "review.bind-line": method<DecisionReceipt>()(
    z.strictObject({ invoiceId: id, line: id, termId: id.nullable() }),
  ),
  "review.judge-duplicate": method<DecisionReceipt>()(
    z.strictObject({ invoiceId: id, otherId: id, verdict: z.enum(["duplicate", "distinct"]) }),
  ),

  /** Dismisses all open findings of one cause with one reason. */
  "review.clear-cause": method<DecisionReceipt>()(
    z.strictObject({ causeId: id, reason: z.string().min(1).max(4_000) }),
  ),
  "review.comment": method<DecisionReceipt>()(
    z.strictObject({ invoiceId: id, text: z.string().min(1).max(4_000) }),
  ),
  /** A question as an encrypted page for somebody without Countersign; the case waits. */
  "questions.seal": method<SealedQuestion>()(
    z.strictObject({
      invoiceId: id,
      to: z.string().min(1).max(200),
      text: z.string().min(1).max(4_000),
      until: localDate.nullable(),
      passphrase: z.string().min(8).max(1_024),
    }),
  ),
  /** The content of an answer file. */
  "questions.answer": method<DecisionReceipt>()(z.strictObject({ content: z.string().max(100_000) })),
  /** One HTML file with crops, formulas, decisions, originals and a verifier. */
  "evidence.pack": method<EvidencePack>()(z.strictObject({ invoiceIds: ids.min(1) }), "long"),
  "views.list": method<readonly SavedView[]>()(nothing),
  "views.write": method<readonly SavedView[]>()(z.strictObject({ views: savedViewsSchema })),

  "history.list": method<readonly HistoryStep[]>()(nothing),
  "history.undo": method<DecisionReceipt & { label: string | null }>()(
    z.strictObject({ group: id.nullable() }),
  ),
  "history.redo": method<DecisionReceipt & { label: string | null }>()(nothing),

  "batches.list": method<readonly BatchRow[]>()(nothing),
  "batches.approve": method<DecisionReceipt & { batchId: string | null }>()(
    z.strictObject({ invoiceIds: ids.min(1) }),
  ),
  "exports.targets": method<readonly ExportTargetRow[]>()(nothing),
  "exports.plan": method<ExportPlan>()(
    z.strictObject({ batchId: id, target: id, options: z.record(z.string(), z.string().max(20_000)) }),
  ),
  /** Writes the files; into `directory` where the shell can, else hands them back. Refuses an invoice that was handed over before. */
  "exports.write": method<WrittenExport>()(
    z.strictObject({
      batchId: id,
      target: id,
      options: z.record(z.string(), z.string().max(20_000)),
      directory: z.string().max(4_096).nullable(),
    }),
    "long",
  ),
  "exports.void": method<DecisionReceipt>()(
    z.strictObject({ exportId: id, reason: z.string().min(1).max(4_000) }),
  ),
  "exports.profiles": method<readonly ExportProfile[]>()(nothing),

  "audit.verify": method<AuditVerdict>()(nothing, "long"),
  "report.build": method<Report>()(nothing, "long"),
  /** What other tolerances, or a check less, would have said about the history; nothing is kept. */
  "rules.try": method<RuleTrial>()(
    z.strictObject({
      tolerances: z.array(z.unknown()).max(10_000),
      without: z.array(z.enum(checkIds)).max(checkIds.length),
    }),
  ),
  /** Every approval, computed again from what was stored before it. */
  "decisions.replay": method<readonly ReplayedApproval[]>()(nothing),
  "policy.read": method<Policy>()(nothing),
  "policy.write": method<Policy>()(
    z.strictObject({ policy: z.record(z.string(), z.unknown()), reason: note.min(1).optional() }),
  ),

  ...assistantMethods,
  ...pilotMethods,
  ...moneyMethods,
  ...draftingMethods,
  ...intakeMethods,
} as const;

export type Contract = typeof contract;
export type MethodName = keyof Contract;
export type InputOf<M extends MethodName> = z.input<Contract[M]["input"]>;
export type OutputOf<M extends MethodName> = NonNullable<Contract[M]["output"]>;

/** A foreseen failure as it crosses to a window: code, facts and the sentence from the message catalogue. */
export interface CallError {
  readonly code: string;
  readonly message: string;
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** What every call answers. */
export type CallResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: CallError };

/** How far a long call is. `total` is `null` while unknown. */
export interface Progress {
  readonly callId: string;
  readonly stage: "import" | "read" | "match" | "check" | "export" | "verify" | "sample" | "assist";
  readonly label: string;
  readonly done: number;
  readonly total: number | null;
}

/** Events that main pushes to a window. */
export type AppEvent =
  | ({ readonly type: "progress" } & Progress)
  /** Something in the workspace changed; lists should be loaded again. */
  | {
      readonly type: "workspace-changed";
      readonly topics: readonly (
        | "documents"
        | "intake"
        | "agreements"
        | "queue"
        | "history"
        | "batches"
        | "views"
        | "assistant"
        | "pilot"
      )[];
    }
  | { readonly type: "locked" };

/**
 * The one door between a window and main, implemented by the Electron preload and by the web client.
 *
 * `cancel` stops a long call; its result is then `{ ok: false, error: { code: "cancelled" } }`.
 */
export interface Transport {
  readonly call: <M extends MethodName>(
    name: M,
    input: InputOf<M>,
    callId?: string,
  ) => Promise<CallResult<OutputOf<M>>>;
  readonly cancel: (callId: string) => void;
  readonly subscribe: (listener: (event: AppEvent) => void) => () => void;
  /** Native dialogs, where the shell has them. */
  readonly pick:
    ((what: "files" | "folder" | "export-folder" | "workspace") => Promise<readonly string[]>) | null;
  /** Path of a dropped file, where the shell can know it. */
  readonly pathOf: ((file: unknown) => string | null) | null;
}
