import type {
  DecisionEvent,
  DocumentId,
  ImportedFile,
  NormalizedDocument,
  Problem,
  ReadDocument,
  ReaderId,
  ReadStatus,
} from "../../src-shared/model/index.ts";
import type { Result } from "../../src-shared/result/index.ts";

/** A document with what was read from it, as the workspace keeps it. */
export interface StoredDocument {
  readonly file: ImportedFile;
  readonly reader: ReaderId | null;
  readonly status: ReadStatus;
  readonly problem: Problem | null;
  readonly pages: number | null;
  /** Members and attachments that came in as documents of their own. */
  readonly contains: readonly DocumentId[];
  readonly normalized: NormalizedDocument | null;
}

/** One link of the audit chain, as text: the canonical JSON body and its hash in hex. */
export interface AuditRow {
  /** From 1, without gaps. */
  readonly sequence: number;
  readonly body: string;
  readonly hash: string;
}

/** A head that was written down outside the database at an earlier time. */
export interface AuditAnchor {
  readonly sequence: number;
  readonly hash: string;
}

/** That an invoice left the workspace. An active key is there at most once. */
export interface LedgerEntry {
  readonly exportId: string;
  readonly invoiceId: string;
  /** Seller, number, date and kind of the invoice: the same paper under another id is still the same. */
  readonly key: string;
}

/** A stored document as JSON: what it is, and apart from that the nouns; the digests of the audit trail are of this. */
export interface DocumentText {
  readonly record: string;
  readonly nouns: string | null;
}

/** A document on its way in. */
export interface NewDocument {
  readonly stored: StoredDocument;
  readonly text: DocumentText;
  /** JSON of the `ReadDocument`, compressed by Zstandard; nobody has opened it since its process packed it. */
  readonly reading: Uint8Array | null;
  readonly original: Uint8Array | null;
}

/** One exchange with a model, whole, as text. */
export interface StoredExchange {
  readonly id: string;
  readonly body: string;
}

/** Words and their places as JSON, compressed by Zstandard, of a document that is there. */
export interface NewReading {
  readonly id: DocumentId;
  readonly packed: Uint8Array;
}

/** Everything of one step; kept wholly or not at all. */
export interface VaultChange {
  /** Takes in everything that was staged. */
  readonly staged?: "taken-in";
  /** Words read anew for documents that are there. */
  readonly readings?: readonly NewReading[];
  /** Nouns derived anew for documents that are there. */
  readonly normalized?: readonly StoredDocument[];
  readonly events?: readonly DecisionEvent[];
  readonly settings?: Readonly<Record<string, string>>;
  /** Words that went to a model and came back; kept apart from the decisions, which know their hashes. */
  readonly exchanges?: readonly StoredExchange[];
  readonly ledger?: readonly LedgerEntry[];
  /** Exports whose invoices may go out again. */
  readonly voidedExports?: readonly string[];
  /** Invoices of an export that may go out again, while the rest of it stands. */
  readonly releasedEntries?: readonly { readonly exportId: string; readonly invoiceId: string }[];
  readonly audit: readonly AuditRow[];
}

export interface VaultContents {
  readonly documents: readonly StoredDocument[];
  readonly events: readonly DecisionEvent[];
  readonly settings: Readonly<Record<string, string>>;
  /** Active entries only. */
  readonly ledger: readonly LedgerEntry[];
  readonly auditHead: AuditRow | null;
}

/** The encrypted record of one workspace, open. All failures are codes of `vault/…`. */
export interface Vault {
  readonly location: string;
  readonly load: () => Promise<Result<VaultContents, Problem>>;
  /**
   * Keeps documents on the disk that nobody sees until a change takes them in; a program that is killed before that
   * leaves none of them. Answers them with nouns that are unpacked when they are looked at.
   */
  readonly stage: (documents: readonly NewDocument[]) => Promise<Result<readonly StoredDocument[], Problem>>;
  /** Forgets everything that is staged. */
  readonly dropStaged: () => Promise<Result<undefined, Problem>>;
  readonly commit: (change: VaultChange) => Promise<Result<undefined, Problem>>;
  readonly readDocument: (id: DocumentId) => Promise<Result<ReadDocument | null, Problem>>;
  /** The bytes as they came in, by their hash. */
  readonly readOriginal: (sha256: string) => Promise<Result<Uint8Array | null, Problem>>;
  readonly readExchange: (id: string) => Promise<Result<string | null, Problem>>;
  /** Rows in order from `after`, at most `limit`. */
  readonly readAudit: (after: number, limit: number) => Promise<Result<readonly AuditRow[], Problem>>;
  /** Writes the head of the chain outside the database. */
  readonly anchor: (anchor: AuditAnchor) => Promise<Result<undefined, Problem>>;
  readonly readAnchors: () => Promise<Result<readonly AuditAnchor[], Problem>>;
  readonly close: () => Promise<void>;
}

export type UnlockSecret =
  | { readonly type: "passphrase"; readonly passphrase: string }
  | { readonly type: "recovery-key"; readonly recoveryKey: string }
  | { readonly type: "key-store" };

export interface WorkspacePlace {
  readonly name: string;
  readonly location: string;
}

/** The workspaces of this machine. */
export interface VaultStore {
  /** `location: null` puts it into the folder of this user's workspaces. */
  readonly create: (
    name: string,
    location: string | null,
    passphrase: string,
  ) => Promise<Result<{ readonly vault: Vault; readonly recoveryKey: string }, Problem>>;
  readonly open: (location: string, secret: UnlockSecret) => Promise<Result<Vault, Problem>>;
  /** The sample of this user: made when it is not there, empty then. */
  readonly openSample: () => Promise<Result<Vault, Problem>>;
  /** A workspace in a passing folder with a secret that nobody keeps; it is gone when it is closed. */
  readonly createPassing: () => Promise<Result<Vault, Problem>>;
  readonly recent: () => Promise<readonly WorkspacePlace[]>;
  readonly describe: (
    location: string,
  ) => Promise<{ readonly name: string; readonly isSample: boolean } | null>;
}
