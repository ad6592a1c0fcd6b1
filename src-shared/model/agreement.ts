import type { LocalDate } from "../time/index.ts";
import type { Evidence } from "./evidence.ts";
import type { AgreementId, DocumentId } from "./ids.ts";
import type { Party } from "./party.ts";
import type { Term } from "./term.ts";

/** What kind of paper governs; the order of precedence runs from last to first. */
export type AgreementRank =
  | "master-agreement"
  | "statement-of-work"
  | "order-form"
  | "estimate"
  | "purchase-order"
  | "amendment"
  | "change-order"
  | "acceptance-message";

/** Whether it binds. Only `in-force` terms can make an invoice clear. */
export type AgreementStanding = "in-force" | "offer" | "unsigned" | "draft" | "superseded" | "expired";

/** A thing that the text leaves open and a check will need. */
export interface ReadinessGap {
  /** `tier-method`, `proration-basis`, `time-zone`, `rounding`, `tax`, `missing-document` … */
  readonly code: string;
  readonly facts?: Readonly<Record<string, string>>;
  readonly evidence: readonly Evidence[];
}

/** A number in a pricing zone that no term took: shown, never dropped. */
export interface Residue {
  readonly evidence: Evidence;
}

/** How a document changes another one. */
export interface AmendmentOperation {
  readonly operation:
    "replace" | "insert" | "delete" | "set" | "increase-by" | "extend" | "restate" | "suspend" | "waive";
  /** Clause reference or key of the term as worded ("Section 4.2", "Exhibit B"); `null` for the whole document. */
  readonly target: string | null;
  readonly effective: LocalDate | null;
  readonly evidence: readonly Evidence[];
}

/**
 * One agreement document as read: a contract, an amendment, an accepted estimate, a purchase order.
 *
 * An amendment keeps its own terms; which term holds on which day is decided when documents are matched.
 */
export interface Agreement {
  readonly id: AgreementId;
  readonly documentId: DocumentId;
  readonly rank: AgreementRank;
  readonly standing: AgreementStanding;
  readonly number: string | null;
  readonly title: string | null;
  /** Numbers and titles of other agreements that it names ("Master Services Agreement MSA-014 dated 1 March 2026"). */
  readonly references: readonly AgreementReference[];
  readonly seller: Party | null;
  readonly buyer: Party | null;
  /** Parties whose role the text does not give. */
  readonly parties: readonly Party[];
  /** Set where seller and buyer are parties, as far as found, but which of them bills is a guess to be confirmed. */
  readonly areSidesGuessed?: true;
  /** Rows of its opening and its signatures: a name on another paper may stand in them. */
  readonly partyLines?: readonly Evidence[];
  /** The last day on which an offer can be accepted, where it says one. */
  readonly openUntil?: LocalDate | null;
  readonly dated: LocalDate | null;
  readonly signedOn: LocalDate | null;
  readonly from: LocalDate | null;
  /** Exclusive. */
  readonly to: LocalDate | null;
  readonly currency: string | null;
  /** IANA name where the text states one; the words themselves where it says that a clock counts and not which. */
  readonly timeZone: string | null;
  readonly governingLaw: string | null;
  readonly terms: readonly Term[];
  readonly operations: readonly AmendmentOperation[];
  readonly gaps: readonly ReadinessGap[];
  readonly residue: readonly Residue[];
  /** An own clause about which document prevails, as worded. */
  readonly precedence: Evidence | null;
  readonly evidence: readonly Evidence[];
}

export interface AgreementReference {
  readonly number: string | null;
  readonly title: string | null;
  readonly dated: LocalDate | null;
  readonly relation: "amends" | "under" | "accepts" | "mentions";
}
