import type { Decimal, DecimalText, Rounding } from "../../../src-shared/money/index.ts";
import { isCurrencyCode } from "../../../src-shared/money/index.ts";
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
import {
  createTermDirectory,
  holdsOn,
  lineIntervalOf,
  lineKindOf,
  partyNameOf,
  selectGoverningTerms,
  serviceIntervalOf,
  wholeServiceInterval,
} from "../../../src-shared/wording/index.ts";
import type {
  GoverningTerm,
  LineKind,
  ServiceInterval,
  TermDirectory,
} from "../../../src-shared/wording/index.ts";
import type { BeforeChange } from "./before-change.ts";
import { compareBilling } from "./billing-order.ts";
import { matchOfInvoice, matchOfLine } from "./match-lookup.ts";
import { indexTerms, termPieces, termsByType } from "./term-lookup.ts";
import type { TermIndex } from "./term-lookup.ts";

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
   * Computes something once for all invoices under the same documents; nothing else of the invoice may go into it.
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

/** Prepares a batch: one context for each invoice, in the order of billing. */
export function createBatchContext(input: CheckBatchInput): BatchContext {
  const kept = new Map<string, unknown>();
  const terms = createTermDirectory(input.agreements, input.matching.termsInForce);
  const matches = new Map(input.matching.invoices.map((match) => [match.invoiceId, match] as const));
  const invoices: InvoiceContext[] = [];
  const invoicesById = new Map<InvoiceId, InvoiceContext>();
  const batch: BatchContext = {
    input,
    policy: input.policy,
    asOf: input.asOf,
    invoices,
    invoicesById,
    deliveries: new Map(input.deliveries.map((delivery) => [delivery.id, delivery] as const)),
    agreements: terms.agreements,
    families: new Map(input.matching.families.map((family) => [family.id, family] as const)),
    terms,
    once: <T>(name: string, compute: (whole: BatchContext) => T): T => {
      if (!kept.has(name)) kept.set(name, compute(batch));
      return kept.get(name) as T;
    },
  };
  const governed = new Map<string, TermIndex>();
  const paths = new Map(input.files.map(({ id, path }) => [id, path] as const));
  for (const invoice of input.invoices.toSorted((first, second) => compareBilling(first, second, paths))) {
    const match = matchOfInvoice(invoice, matches);
    const key = `${match.agreementId ?? ""}|${match.governedBy.join(" ")}`;
    let governing = governed.get(key);
    if (governing === undefined) {
      governing = indexTerms(selectGoverningTerms(match.governedBy, terms));
      governed.set(key, governing);
    }
    const context = createInvoiceContext(batch, invoice, match, governing, invoices.length);
    invoices.push(context);
    invoicesById.set(invoice.id, context);
  }
  return batch;
}

/** Places of a currency that could not be read: only for comparing, never shown with a code. */
const standInCurrency = "EUR";

function createInvoiceContext(
  batch: BatchContext,
  invoice: Invoice,
  match: InvoiceMatch,
  index: TermIndex,
  position: number,
): InvoiceContext {
  const printed = valueOf(invoice.currency);
  const currency = printed !== null && isCurrencyCode(printed) ? printed : null;
  const interval = wholeServiceInterval(invoice);
  const day = interval?.start ?? valueOf(invoice.issueDate);
  const used = new Map<string, GoverningTerm | Governing<TermType>>();
  let lines: readonly LineContext[] | null = null;
  const allTermsOf = <T extends TermType>(type: T): readonly Governing<T>[] =>
    termsByType(index, type) as unknown as readonly Governing<T>[];
  const context: InvoiceContext = {
    batch,
    invoice,
    match,
    position,
    get lines() {
      // Of the history of what is judged, often nobody asks for the lines.
      lines ??= linesOf(context, index);
      return lines;
    },
    currency,
    precision: precisionOf(currency, match, batch, index.all),
    isCredit: invoice.kind === "credit-note",
    interval,
    governing: index.all,
    termsOf: (type) => {
      const all = allTermsOf(type);
      if (all.length === 0 || day === null || all.every((term) => holdsOn(term, day))) return all;
      return all.filter((term) => holdsOn(term, day));
    },
    allTermsOf,
    onceForDocuments: <T>(name: string, compute: (whole: InvoiceContext) => T): T => {
      const { found } = index;
      const known = found.get(name);
      if (known !== undefined || found.has(name)) return known as T;
      const computed = compute(context);
      found.set(name, computed);
      return computed;
    },
    get agreements() {
      return context.onceForDocuments("agreements", findAgreements);
    },
    use: (term) => used.set(term.term.id, term),
    used,
    deviations: [],
  };
  return context;
}

const findAgreements = ({ match, batch }: InvoiceContext): readonly Agreement[] =>
  match.governedBy.flatMap((agreementId) => batch.agreements.get(agreementId) ?? []);

function linesOf(owner: InvoiceContext, index: TermIndex): readonly LineContext[] {
  const { invoice, batch } = owner;
  const ofInvoice = serviceIntervalOf(invoice, null);
  return invoice.lines.map((line, at) => {
    const match = matchOfLine(line, at, owner.match);
    return {
      owner,
      line,
      match,
      subject: `${invoice.id}#${line.id}`,
      kind: lineKindOf(line),
      interval: lineIntervalOf(line) ?? ofInvoice,
      terms: termPieces(line, match.bindings, index, batch.terms),
    };
  });
}

function precisionOf(
  currency: string | null,
  match: InvoiceMatch,
  batch: BatchContext,
  governing: readonly GoverningTerm[],
): Precision {
  const agreed =
    match.agreementId === null ? null : (batch.agreements.get(match.agreementId)?.currency ?? null);
  const code = currency ?? (agreed !== null && isCurrencyCode(agreed) ? agreed : standInCurrency);
  const rounding = governing.find(
    ({ term }) => term.type === "rounding" && (term.questions ?? []).length === 0,
  )?.term;
  if (rounding?.type !== "rounding") return { currency: code };
  const mode: Rounding = rounding.value.mode;
  return rounding.value.places === undefined
    ? { currency: code, rounding: mode }
    : { currency: code, rounding: mode, places: rounding.value.places };
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
