import type { DecimalText } from "../money/index.ts";
import type { LocalDate } from "../time/index.ts";
import type { AgreementId, DeliveryId, InvoiceId, TermId } from "./ids.ts";

/** Why an invoice is thought to fall under an agreement, or a line under a term. */
export type MatchReason =
  | "agreement-reference"
  | "order-reference"
  | "estimate-reference"
  | "tax-id"
  | "party-name"
  | "party-alias"
  | "party-skeleton"
  | "period"
  | "content"
  | "item"
  | "item-code"
  | "role"
  | "person"
  | "unit"
  | "price"
  | "only-term"
  | "confirmed-alias"
  | "source-id"
  | "date-and-quantity";

/** An agreement with the documents that amend or fill it, in order of precedence (strongest first). */
export interface AgreementFamily {
  /** The root: the document that the others amend or stand under. */
  readonly id: AgreementId;
  readonly memberIds: readonly AgreementId[];
  /** Documents that could not be placed with certainty, with the reason. */
  readonly questions: readonly { readonly agreementId: AgreementId; readonly code: string }[];
}

/**
 * A term as it holds: for these days, after precedence, amendments and replaced schedules.
 *
 * The same term can hold in several pieces; `supersededBy` names the term that ends a piece.
 */
export interface TermInForce {
  readonly termId: TermId;
  readonly familyId: AgreementId;
  /** `null` when open. */
  readonly from: LocalDate | null;
  /** Exclusive; `null` when open. */
  readonly to: LocalDate | null;
  readonly supersededBy: TermId | null;
  /** Another term of the same key and rank that says otherwise: nobody can tell which holds. */
  readonly conflictsWith: readonly TermId[];
}

/** A term that governs a line, or the part of the line between two days. */
export interface LineBinding {
  readonly termId: TermId;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly reasons: readonly MatchReason[];
  readonly confidence: number;
}

/** Part of a delivery record that a line bills, in the record's unit. */
export interface DeliveryShare {
  readonly deliveryId: DeliveryId;
  readonly quantity: DecimalText | null;
  readonly reasons: readonly MatchReason[];
}

export type BindingState = "bound" | "split" | "unbound" | "ambiguous" | "not-priced";

/** What governs and proves one line. `not-priced` is a line that needs no price term (a tax or rounding row). */
export interface LineMatch {
  readonly lineId: string;
  readonly state: BindingState;
  readonly bindings: readonly LineBinding[];
  /** Near misses, best first, for a person to choose from. */
  readonly candidates: readonly LineBinding[];
  readonly deliveries: readonly DeliveryShare[];
}

/** Where an invoice belongs. `agreementId` is the family's root; `null` is a finding, never a guess. */
export interface InvoiceMatch {
  readonly invoiceId: InvoiceId;
  readonly agreementId: AgreementId | null;
  readonly state: "matched" | "missing" | "ambiguous";
  readonly reasons: readonly MatchReason[];
  readonly confidence: number;
  readonly candidates: readonly {
    readonly agreementId: AgreementId;
    readonly confidence: number;
    readonly reasons: readonly MatchReason[];
  }[];
  /** The family's documents that govern this invoice, strongest first: without the orders of other work. */
  readonly governedBy: readonly AgreementId[];
  readonly lines: readonly LineMatch[];
}

/** What persons have decided about belonging; it goes before every reading. */
export interface Assignments {
  /** Family or member of it; `null` says that no agreement governs the invoice. */
  readonly agreements: ReadonlyMap<InvoiceId, AgreementId | null>;
  /** By subject (`inv-…#2`); `null` says that no term governs the line. */
  readonly lines: ReadonlyMap<string, TermId | null>;
}

/** The result of the match room. */
export interface Matching {
  readonly families: readonly AgreementFamily[];
  readonly termsInForce: readonly TermInForce[];
  readonly invoices: readonly InvoiceMatch[];
}
