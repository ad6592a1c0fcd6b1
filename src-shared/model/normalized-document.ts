import type { Agreement } from "./agreement.ts";
import type { Delivery } from "./delivery.ts";
import type { DocumentKind, Problem } from "./document.ts";
import type { Evidence } from "./evidence.ts";
import type { DocumentId } from "./ids.ts";
import type { Invoice } from "./invoice.ts";
import type { Statement } from "./statement.ts";

/** What a document means: its kind and the business nouns that it holds. */
export interface NormalizedDocument {
  readonly documentId: DocumentId;
  readonly kind: DocumentKind;
  readonly kindConfidence: number;
  readonly kindEvidence: readonly Evidence[];
  readonly agreements: readonly Agreement[];
  readonly deliveries: readonly Delivery[];
  readonly invoices: readonly Invoice[];
  readonly statements: readonly Statement[];
  /** Text that tries to instruct the reader: reported, never obeyed. */
  readonly instructions: readonly Evidence[];
  /**
   * Opening words of a paper that was not understood: of no known kind, or of records without a record in it. Whom it
   * names is all that is known of it. `null`, or absent in readings of earlier builds, for every other paper.
   */
  readonly unplacedText?: string | null;
  /** What was seen but could not be read, by name of the field or row. */
  readonly problems: readonly Problem[];
}
