import type { Decimal, DecimalText } from "../../../src-shared/money/index.ts";
import type {
  Agreement,
  AgreementFamily,
  AgreementId,
  ApprovalRecord,
  Delivery,
  DeliveryId,
  ImportedFile,
  Invoice,
  InvoiceId,
  InvoiceLine,
  InvoiceMatch,
  LineMatch,
  Matching,
  NormalizedDocument,
  Policy,
  Term,
  TermOf,
  TermType,
} from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import type { Precision } from "../../../src-shared/pricing/index.ts";
import type { LocalDate } from "../../../src-shared/time/index.ts";
import { partyNameOf } from "../../../src-shared/wording/index.ts";
import type {
  GoverningTerm,
  LineKind,
  ServiceInterval,
  TermDirectory,
} from "../../../src-shared/wording/index.ts";
import type { BeforeChange } from "./before-change.ts";

/** A verdict that a person gave on a pair of invoices. */
export interface DuplicateVerdict {
  readonly invoiceId: InvoiceId;
  readonly otherId: InvoiceId;
  readonly verdict: "duplicate" | "distinct";
}

/** Everything that the checks look at. */
export interface CheckBatchInput {
  readonly invoices: readonly Invoice[];
  readonly agreements: readonly Agreement[];
  readonly deliveries: readonly Delivery[];
  readonly matching: Matching;
  /** For instructions in their text; invoices and terms are taken from above. */
  readonly documents: readonly Pick<
    NormalizedDocument,
    "documentId" | "kind" | "instructions" | "unplacedText"
  >[];
  readonly files: readonly ImportedFile[];
  readonly policy: Policy;
  readonly asOf: LocalDate;
  readonly verdicts: readonly DuplicateVerdict[];
  /** Approvals that hold, by invoice, the latest last. */
  readonly approvals: ReadonlyMap<InvoiceId, readonly ApprovalRecord[]>;
  readonly hash: (text: string) => string;
  /** Invoices to judge where not all are wanted; the others are their history. */
  readonly subjects?: ReadonlySet<InvoiceId>;
  /** What was found before one price of the agreements changed; answers that it cannot reach are taken from there. */
  readonly beforeChange?: BeforeChange;
}

/** A batch with the indexes that checks share. */
export interface BatchContext {
  readonly input: CheckBatchInput;
  readonly policy: Policy;
  readonly asOf: LocalDate;
  /** In the order of billing: those before are the history of those after. */
  readonly invoices: readonly InvoiceContext[];
  readonly invoicesById: ReadonlyMap<InvoiceId, InvoiceContext>;
  readonly deliveries: ReadonlyMap<DeliveryId, Delivery>;
  readonly agreements: ReadonlyMap<AgreementId, Agreement>;
  readonly families: ReadonlyMap<AgreementId, AgreementFamily>;
  readonly terms: TermDirectory;
  /** Computes something about the whole batch once. */
  readonly once: <T>(name: string, compute: (batch: BatchContext) => T) => T;
}

/** A term of one type with the days on which it governs. */
export type Governing<T extends TermType> = Omit<GoverningTerm, "term"> & { readonly term: TermOf<T> & Term };

/** An invoice with what governs it. */
export interface InvoiceContext {
  readonly batch: BatchContext;
  readonly invoice: Invoice;
  readonly match: InvoiceMatch;
  /** Place in the order of billing, from 0. */
  readonly position: number;
  readonly lines: readonly LineContext[];
  /** As printed, where it is a currency that there is. */
  readonly currency: string | null;
  /** How its amounts round. Where no currency is readable, two places, for comparing alone. */
  readonly precision: Precision;
  readonly isCredit: boolean;
  readonly interval: ServiceInterval | null;
  readonly governing: readonly GoverningTerm[];
  /** Terms of a type that hold on the day of its service, else of issue; rejected ones never. */
  readonly termsOf: <T extends TermType>(type: T) => readonly Governing<T>[];
  /** The same on any day. */
  readonly allTermsOf: <T extends TermType>(type: T) => readonly Governing<T>[];
  /**
   * Computes something once for all invoices under the same documents; nothing else of the invoice may go into it but
   * what its name says.
   *
   * Each name belongs to one computation.
   */
  readonly onceForDocuments: <T>(name: string, compute: (invoice: InvoiceContext) => T) => T;
  /** The documents that govern it, as they are known. */
  readonly agreements: readonly Agreement[];
  /** Marks a term as one that the result rests on. */
  readonly use: (term: GoverningTerm | Governing<TermType>) => void;
  readonly used: ReadonlyMap<string, GoverningTerm | Governing<TermType>>;
  /** Money by which the invoice differs from what is expected, where a tolerance let it pass. */
  readonly deviations: Decimal[];
}

/** A line with what governs it. */
export interface LineContext {
  readonly owner: InvoiceContext;
  readonly line: InvoiceLine;
  readonly match: LineMatch;
  /** `inv-…#2`. */
  readonly subject: string;
  readonly kind: LineKind;
  readonly interval: ServiceInterval | null;
  /** In the order of their days. */
  readonly terms: readonly GoverningTerm[];
}

/** The net amount of an invoice as it counts: credit notes below zero; `null` where it cannot be read. */
export function netOf({ invoice }: InvoiceContext): DecimalText | null {
  return valueOf(invoice.net) ?? valueOf(invoice.subtotal) ?? netFromGross(invoice);
}

function netFromGross(invoice: Invoice): DecimalText | null {
  const isTaxed = invoice.tax !== null || invoice.taxes.length > 0;
  return isTaxed ? null : (valueOf(invoice.gross) ?? valueOf(invoice.payable));
}

/** Core of a party's name and its tax id, as one key for comparing; `null` when it is not known. */
export function partyKey(party: Invoice["buyer"]): string | null {
  return party === null ? null : partyNameOf(party.name).core;
}
