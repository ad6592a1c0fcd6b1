import { fraction, subtractFractions, toFraction } from "../../../src-shared/money/index.ts";
import { isCurrencyCode } from "../../../src-shared/money/index.ts";
import type { Fraction } from "../../../src-shared/money/index.ts";
import type {
  Agreement,
  AgreementFamily,
  AgreementId,
  Delivery,
  DeliveryId,
  DraftAnswers,
  DraftGap,
  Evidence,
  Invoice,
  InvoiceMatch,
  Matching,
  Policy,
  TermOf,
  TermType,
} from "../../../src-shared/model/index.ts";
import type { Precision } from "../../../src-shared/pricing/index.ts";
import type { LocalDate, Period } from "../../../src-shared/time/index.ts";
import { createTermDirectory, holdsOn, selectGoverningTerms } from "../../../src-shared/wording/index.ts";
import type { GoverningTerm, TermDirectory } from "../../../src-shared/wording/index.ts";

/** Everything that drafts are computed from. Rejected terms never take part. */
export interface DraftInput {
  readonly agreements: readonly Agreement[];
  readonly deliveries: readonly Delivery[];
  readonly invoices: readonly Invoice[];
  readonly matching: Matching;
  readonly policy: Policy;
  readonly asOf: LocalDate;
  readonly hash: (text: string) => string;
}

/** A term of one type with the days on which it governs. */
export type Governing<T extends TermType> = Omit<GoverningTerm, "term"> & {
  readonly term: TermOf<T> & GoverningTerm["term"];
};

/** An invoice that was billed under the agreement before. */
export interface Billed {
  readonly invoice: Invoice;
  readonly match: InvoiceMatch;
}

/** One draft in the making: an agreement, the days to bill, and what is known about both. */
export interface DraftRoom {
  readonly input: DraftInput;
  readonly family: AgreementFamily;
  /** The root of the family. */
  readonly agreement: Agreement;
  /** Strongest first. */
  readonly members: readonly Agreement[];
  readonly governing: readonly GoverningTerm[];
  readonly period: Period;
  readonly issueDate: LocalDate;
  readonly answers: DraftAnswers;
  readonly currency: string | null;
  readonly precision: Precision;
  /** In the order of billing; credit notes among them. */
  readonly history: readonly Billed[];
  /** What of each record no line bills, in the record's unit; `null` where it has no quantity and is not billed. */
  readonly unbilled: ReadonlyMap<DeliveryId, Fraction | null>;
  readonly allTermsOf: <T extends TermType>(type: T) => readonly Governing<T>[];
  /** Those that hold on the first day of the period. */
  readonly termsOf: <T extends TermType>(type: T) => readonly Governing<T>[];
}

/** What of one record is billed, in the unit of its price. */
export interface BilledRecord {
  readonly record: Delivery;
  readonly day: LocalDate;
  readonly quantity: Fraction;
}

/** What one part of an agreement gives: lines, and what could not be computed. */
export interface DraftPart {
  readonly charges: readonly Charge[];
  readonly gaps: readonly DraftGap[];
}

export type ChargeKind = "fee" | "expense" | "true-up" | "deposit" | "deposit-applied" | "progress";

/** One line before it is put on an invoice. */
export interface Charge {
  readonly kind: ChargeKind;
  readonly description: string;
  readonly group: string | null;
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly unitPrice: string | null;
  readonly priceBase: string | null;
  /** Without tax; negative for a deduction. */
  readonly net: string;
  readonly person: string | null;
  readonly role: string | null;
  readonly serviceDate: LocalDate | null;
  /** Days of the line where they are not those of the invoice. */
  readonly period: Period | null;
  readonly sourceIds: readonly string[];
  readonly terms: readonly GoverningTerm[];
  readonly deliveries: readonly Delivery[];
  readonly formula: string;
}

/** A charge with what most of them have in common. */
export const charge = (
  said: Pick<Charge, "kind" | "description" | "net" | "terms" | "formula"> & Partial<Charge>,
): Charge => ({
  group: null,
  quantity: null,
  unit: null,
  unitPrice: null,
  priceBase: null,
  person: null,
  role: null,
  serviceDate: null,
  period: null,
  sourceIds: [],
  deliveries: [],
  ...said,
});

/** A gap that keeps the draft from going out. */
export const openGap = (
  code: string,
  facts: DraftGap["facts"],
  evidence: readonly Evidence[] = [],
): DraftGap => ({ code, facts, isOpen: true, evidence });

/** Something worth knowing that leaves nothing out. */
export const note = (
  code: string,
  facts: DraftGap["facts"],
  evidence: readonly Evidence[] = [],
): DraftGap => ({ code, facts, isOpen: false, evidence });

export const joinParts = (parts: readonly DraftPart[]): DraftPart => ({
  charges: parts.flatMap(({ charges }) => charges),
  gaps: parts.flatMap(({ gaps }) => gaps),
});

/** Indexes that every draft of one input shares. */
export interface DraftGround {
  readonly input: DraftInput;
  readonly directory: TermDirectory;
  readonly families: ReadonlyMap<AgreementId, AgreementFamily>;
  readonly historyByFamily: ReadonlyMap<AgreementId, readonly Billed[]>;
  readonly unbilled: ReadonlyMap<DeliveryId, Fraction | null>;
  /** Documents whose records say anything of approval: there, silence is no approval. */
  readonly withApprovals: ReadonlySet<string>;
}

export function createGround(input: DraftInput): DraftGround {
  const matches = new Map(input.matching.invoices.map((match) => [match.invoiceId, match]));
  const historyByFamily = new Map<AgreementId, Billed[]>();
  const unbilled = new Map<DeliveryId, Fraction | null>(
    input.deliveries.map(({ id, quantity, kind }) => [
      id,
      quantity === null ? (kind === "work" ? fraction(1) : null) : toFraction(quantity),
    ]),
  );
  const ordered = input.invoices.toSorted((first, second) =>
    (first.issueDate?.value ?? "9999") < (second.issueDate?.value ?? "9999") ? -1 : 1,
  );
  for (const invoice of ordered) {
    const match = matches.get(invoice.id);
    if (match === undefined || invoice.kind === "proforma") continue;
    if (match.agreementId !== null) {
      const list = historyByFamily.get(match.agreementId);
      if (list === undefined) historyByFamily.set(match.agreementId, [{ invoice, match }]);
      else list.push({ invoice, match });
    }
    for (const { deliveries } of match.lines)
      for (const share of deliveries) {
        const left = unbilled.get(share.deliveryId);
        if (left === undefined) continue;
        unbilled.set(
          share.deliveryId,
          left === null || share.quantity === null ? fraction(0) : subtractFractions(left, share.quantity),
        );
      }
  }
  return {
    input,
    directory: createTermDirectory(input.agreements, input.matching.termsInForce),
    families: new Map(input.matching.families.map((family) => [family.id, family])),
    historyByFamily,
    unbilled,
    withApprovals: new Set(
      input.deliveries.filter(({ approved }) => approved !== null).map(({ documentId }) => documentId),
    ),
  };
}

/** Where a currency is not known, two places: for comparing alone, never shown with a code. */
const standInCurrency = "EUR";

/** What one draft is made in; `null` for a family that is not there. */
export function enterRoom(
  ground: DraftGround,
  familyId: AgreementId,
  period: Period,
  issueDate: LocalDate,
  answers: DraftAnswers = {},
): DraftRoom | null {
  const family = ground.families.get(familyId);
  const agreement = ground.directory.agreements.get(familyId);
  if (family === undefined || agreement === undefined) return null;
  const members = family.memberIds.flatMap((id) => ground.directory.agreements.get(id) ?? []);
  const governing = selectGoverningTerms(family.memberIds, ground.directory).filter(
    ({ term }) => term.status !== "rejected",
  );
  const said = agreement.currency ?? members.find(({ currency }) => currency !== null)?.currency ?? null;
  const currency = said !== null && isCurrencyCode(said) ? said : null;
  const allTermsOf = <T extends TermType>(type: T): readonly Governing<T>[] =>
    governing.filter(({ term }) => term.type === type) as unknown as readonly Governing<T>[];
  return {
    input: ground.input,
    family,
    agreement,
    members,
    governing,
    period,
    issueDate,
    answers,
    currency,
    precision: precisionOf(currency, governing),
    history: ground.historyByFamily.get(familyId) ?? [],
    unbilled: ground.unbilled,
    allTermsOf,
    termsOf: (type) => {
      const all = allTermsOf(type);
      const held = all.filter((term) => holdsOn(term, period.start));
      // A term that begins within the period governs what is left of it.
      return held.length > 0 ? held : all.filter(({ from }) => from === null || from < period.end);
    },
  };
}

function precisionOf(currency: string | null, governing: readonly GoverningTerm[]): Precision {
  const code = currency ?? standInCurrency;
  const rounding = governing.find(
    ({ term }) => term.type === "rounding" && (term.questions ?? []).length === 0,
  )?.term;
  if (rounding?.type !== "rounding") return { currency: code };
  const { mode, places } = rounding.value;
  return { currency: code, rounding: mode, ...(places !== undefined && { places }) };
}

/** An agreement in a sentence: its number, else its title. */
export const nameOfAgreement = ({ number, title }: Agreement): string =>
  number ?? (title === null ? "the agreement" : `“${title}”`);

/** Why a term cannot be computed with, as the end of a message code; `null` when it can. */
export function whyUnusable({
  term,
  conflictsWith,
}: Pick<GoverningTerm, "term" | "conflictsWith">): "conflict" | "open-question" | null {
  if (conflictsWith.length > 0) return "conflict";
  return (term.questions ?? []).length > 0 ? "open-question" : null;
}

/** The gap that an unusable term leaves. */
export const unusableGap = (governing: GoverningTerm, item: string): DraftGap =>
  openGap(`drafting/term-${whyUnusable(governing) ?? "open-question"}`, { item }, governing.term.evidence);

/** Whether a clause says more than its term can hold. */
export const hasRemainder = ({ term }: Pick<GoverningTerm, "term">): boolean => (term.remainder ?? "") !== "";

export const remainderGap = (governing: GoverningTerm, item: string): DraftGap =>
  openGap(
    "drafting/clause-says-more",
    { item, words: governing.term.remainder ?? "" },
    governing.term.evidence,
  );
