import type { DecisionAction } from "../../src-shared/model/index.ts";
import type { LedgerEntry, NewReading, StoredDocument, StoredExchange } from "../ports/vault.ts";
import type { StagedDocument } from "./document-text.ts";

/** One step of a person: its events, and what is kept with them. */
export interface Step {
  readonly label: string;
  readonly actor: string;
  readonly actions: readonly DecisionAction[];
  /** Documents that were staged in the vault and are taken in with this step. */
  readonly staged?: readonly StagedDocument[];
  /** Words of documents that are there, read anew. */
  readonly readings?: readonly NewReading[];
  readonly normalized?: readonly StoredDocument[];
  readonly settings?: Readonly<Record<string, string>>;
  readonly exchanges?: readonly StoredExchange[];
  readonly ledger?: readonly LedgerEntry[];
  readonly voidedExports?: readonly string[];
  readonly releasedEntries?: readonly { readonly exportId: string; readonly invoiceId: string }[];
  /** Given where a step continues an earlier one. */
  readonly group?: string;
}
