import type { Decimal, Rounding } from "../../../src-shared/money/index.ts";
import { isCurrencyCode } from "../../../src-shared/money/index.ts";
import type {
  Agreement,
  Invoice,
  InvoiceId,
  InvoiceMatch,
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
  selectGoverningTerms,
  serviceIntervalOf,
  wholeServiceInterval,
} from "../../../src-shared/wording/index.ts";
import type { GoverningTerm, ServiceInterval } from "../../../src-shared/wording/index.ts";
import { compareBilling } from "./billing-order.ts";
import { matchOfInvoice, matchOfLine } from "./match-lookup.ts";
import { indexTerms, termPieces, termsByType } from "./term-lookup.ts";
import type { TermIndex } from "./term-lookup.ts";
import type { BatchContext, CheckBatchInput, Governing, InvoiceContext, LineContext } from "./context.ts";

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
    const context = new GovernedInvoice(batch, invoice, match, governing, invoices.length);
    invoices.push(context);
    invoicesById.set(invoice.id, context);
  }
  return batch;
}

/** Places of a currency that could not be read: only for comparing, never shown with a code. */
const standInCurrency = "EUR";

/**
 * Its getters stand in a class on purpose: an object literal with a getter is a hash table to V8, and checks read from
 * these objects more often than from anything else.
 */
class GovernedInvoice implements InvoiceContext {
  readonly batch: BatchContext;
  readonly invoice: Invoice;
  readonly match: InvoiceMatch;
  readonly position: number;
  readonly currency: string | null;
  readonly precision: Precision;
  readonly isCredit: boolean;
  readonly interval: ServiceInterval | null;
  readonly governing: readonly GoverningTerm[];
  readonly used = new Map<string, GoverningTerm | Governing<TermType>>();
  readonly deviations: Decimal[] = [];
  readonly #index: TermIndex;
  readonly #day: LocalDate | null;
  #lines: readonly LineContext[] | null = null;

  constructor(
    batch: BatchContext,
    invoice: Invoice,
    match: InvoiceMatch,
    index: TermIndex,
    position: number,
  ) {
    const printed = valueOf(invoice.currency);
    this.batch = batch;
    this.invoice = invoice;
    this.match = match;
    this.position = position;
    this.currency = printed !== null && isCurrencyCode(printed) ? printed : null;
    this.precision = precisionOf(this.currency, match, batch, index.all);
    this.isCredit = invoice.kind === "credit-note";
    this.interval = wholeServiceInterval(invoice);
    this.governing = index.all;
    this.#index = index;
    this.#day = this.interval?.start ?? valueOf(invoice.issueDate);
  }

  /** Of the history of what is judged, often nobody asks for the lines. */
  get lines(): readonly LineContext[] {
    this.#lines ??= linesOf(this, this.#index);
    return this.#lines;
  }

  get agreements(): readonly Agreement[] {
    return this.onceForDocuments("agreements", findAgreements);
  }

  readonly allTermsOf = <T extends TermType>(type: T): readonly Governing<T>[] =>
    termsByType(this.#index, type) as unknown as readonly Governing<T>[];

  readonly termsOf = <T extends TermType>(type: T): readonly Governing<T>[] => {
    const [all, day] = [this.allTermsOf(type), this.#day];
    if (all.length === 0 || day === null || all.every((term) => holdsOn(term, day))) return all;
    return all.filter((term) => holdsOn(term, day));
  };

  readonly onceForDocuments = <T>(name: string, compute: (whole: InvoiceContext) => T): T => {
    const { found } = this.#index;
    const known = found.get(name);
    if (known !== undefined || found.has(name)) return known as T;
    const computed = compute(this);
    found.set(name, computed);
    return computed;
  };

  readonly use = (term: GoverningTerm | Governing<TermType>): void => void this.used.set(term.term.id, term);
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
