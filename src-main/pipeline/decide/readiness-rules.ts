import type {
  Agreement,
  CheckId,
  Evidence,
  Term,
  TermId,
  TermType,
} from "../../../src-shared/model/index.ts";
import { isTermOf } from "../../../src-shared/model/index.ts";
import type { Facts } from "../../../src-shared/text/index.ts";

/** An agreement family as the rules look at it. */
export interface ReadinessSubject {
  readonly root: Agreement;
  readonly members: readonly Agreement[];
  readonly terms: readonly Term[];
  readonly of: (type: TermType) => readonly Term[];
  /** Whether the papers say anything of this type, be it that there is none. */
  readonly says: (type: TermType) => boolean;
}

/** What a rule found open, with the terms and words that it is about. */
export interface FoundNeed {
  readonly termIds?: readonly TermId[];
  readonly facts?: Facts;
  readonly evidence?: readonly Evidence[];
}

export interface ReadinessRule {
  readonly code: string;
  /** Checks that cannot determine, or that assume, while this is open. */
  readonly checks: readonly CheckId[];
  readonly find: (subject: ReadinessSubject) => readonly FoundNeed[];
}

const open: readonly FoundNeed[] = [{}];
const closed: readonly FoundNeed[] = [];
const when = (isOpen: boolean): readonly FoundNeed[] => (isOpen ? open : closed);
/** One need for all the terms that leave the same thing open; none without such terms. */
const about = (terms: readonly Term[], facts: Facts = {}): readonly FoundNeed[] =>
  terms.length === 0
    ? closed
    : [
        {
          termIds: terms.map(({ id }) => id),
          facts,
          evidence: terms.flatMap(({ evidence }) => evidence.slice(0, 1)),
        },
      ];
const asks = (question: string) => (term: Term) => term.questions?.includes(question) === true;
const isHourly = (term: Term): boolean => term.type === "rate" && term.value.unit === "hour";
const isRecurring = (term: Term): boolean => term.type === "fixed-fee" && term.value.per !== "once";
const isPriced = ({ says }: ReadinessSubject): boolean => says("rate") || says("fixed-fee") || says("tiers");

/** In the order of the families of checks that need the answer. */
export const readinessRules: readonly ReadinessRule[] = [
  {
    code: "standing",
    checks: ["agreement.missing", "term.unbound"],
    find: ({ root }) => when(["offer", "unsigned", "draft"].includes(root.standing)),
  },
  {
    code: "currency",
    checks: ["currency.mismatch"],
    find: (subject) => when(subject.root.currency === null && isPriced(subject)),
  },
  {
    code: "parties",
    checks: ["party.mismatch"],
    find: ({ root }) => when(root.seller === null || root.buyer === null),
  },
  {
    code: "start",
    checks: ["period.outside-agreement", "term.unbound"],
    find: ({ root, of }) =>
      when(
        root.from === null &&
          root.dated === null &&
          !of("duration").some((term) => term.type === "duration" && term.value.from !== null),
      ),
  },
  {
    code: "precedence",
    checks: ["term.ambiguous"],
    find: ({ members }) =>
      members.length < 2
        ? closed
        : members
            .flatMap(({ precedence }) => (precedence === null ? [] : [{ evidence: [precedence] }]))
            .slice(0, 1),
  },
  {
    code: "missing-document",
    checks: ["rate.over", "rate.under", "term.unbound"],
    find: ({ members }) =>
      members.flatMap(({ gaps }) =>
        gaps
          .filter(({ code }) => code === "missing-document")
          .map(({ facts, evidence }) => ({ facts: { name: facts?.["name"] ?? "" }, evidence })),
      ),
  },
  {
    code: "estimate-firmness",
    checks: ["rate.over", "cap.exceeded"],
    find: ({ members }) =>
      when(members.some(({ gaps }) => gaps.some(({ code }) => code === "estimate-firmness"))),
  },
  {
    code: "required-fields",
    checks: ["fields.required"],
    find: ({ says }) => when(!says("required")),
  },
  {
    code: "rounding",
    checks: ["arithmetic.line", "tax.over", "tax.under"],
    find: (subject) => when(isPriced(subject) && !subject.says("rounding")),
  },
  {
    code: "unit",
    checks: ["rate.over", "rate.under"],
    find: ({ terms }) =>
      terms
        .filter(isTermOf("rate"))
        .filter(asks("unit-unsaid"))
        .flatMap((term) => about([term], { item: term.value.item })),
  },
  {
    code: "hours-per-day",
    checks: ["rate.over", "time.hours"],
    find: ({ terms }) => {
      const daily = terms.filter((term) => term.type === "rate" && term.value.unit === "day");
      const isSaid = terms.some(
        ({ conditions }) =>
          conditions?.some((text) => /\bhours?\b|\bStunden\b|\bheures\b/u.test(text)) === true,
      );
      return isSaid || !terms.some(isHourly) ? closed : about(daily);
    },
  },
  {
    code: "escalator-date",
    checks: ["rate.escalator"],
    find: ({ terms }) =>
      about(
        terms.filter(
          (term) => term.type === "escalator" && term.absent !== true && term.value.first === null,
        ),
      ),
  },
  {
    code: "index-table",
    checks: ["rate.escalator"],
    find: ({ terms }) =>
      terms
        .filter(isTermOf("escalator"))
        .flatMap((term) =>
          term.value.index === undefined ? [] : about([term], { index: term.value.index }),
        ),
  },
  {
    code: "time-approval",
    checks: ["quantity.over", "time.person"],
    find: ({ terms, says }) => when(terms.some(isHourly) && !says("acceptance")),
  },
  {
    code: "fee-periods",
    checks: ["completeness.missing-charge", "period.gap"],
    find: ({ terms, says }) => (says("duration") ? closed : about(terms.filter(isRecurring))),
  },
  {
    code: "fee-timing",
    checks: ["date.invalid", "completeness.missing-charge"],
    find: ({ terms, of }) => {
      const isSaid = of("billing").some((term) => term.type === "billing" && term.value.timing !== null);
      return isSaid
        ? closed
        : about(
            terms.filter(
              (term) => isRecurring(term) && term.type === "fixed-fee" && term.value.timing === null,
            ),
          );
    },
  },
  {
    code: "cap-contents",
    checks: ["cap.exceeded", "cap.near"],
    find: ({ terms }) =>
      about(
        terms.filter(
          (term) =>
            term.type === "cap" &&
            term.absent !== true &&
            term.value.amount !== undefined &&
            (term.value.includesTax === undefined || term.value.includesExpenses === undefined),
        ),
      ),
  },
  {
    code: "tier-method",
    checks: ["tier.wrong"],
    find: ({ terms }) => about(terms.filter((term) => term.type === "tiers" && term.value.method === null)),
  },
  {
    code: "tier-period",
    checks: ["tier.wrong"],
    find: ({ terms }) => about(terms.filter((term) => term.type === "tiers" && term.value.per === null)),
  },
  {
    code: "minimum-period",
    checks: ["minimum.missing"],
    find: ({ terms }) =>
      about(
        terms.filter(
          (term) =>
            term.type === "minimum" &&
            term.absent !== true &&
            term.value.per === null &&
            term.value.scope === "agreement",
        ),
      ),
  },
  {
    code: "included-period",
    checks: ["overage.wrong"],
    find: ({ terms }) => about(terms.filter((term) => term.type === "included" && term.value.per === null)),
  },
  {
    code: "proration-basis",
    checks: ["proration.wrong"],
    find: ({ terms, of, says }) => {
      const unclear = of("proration").filter(asks("proration-basis"));
      return unclear.length > 0
        ? about(unclear)
        : says("proration")
          ? closed
          : about(terms.filter(isRecurring));
    },
  },
  {
    code: "discount-base",
    checks: ["discount.missing", "discount.wrong"],
    find: ({ terms, says }) =>
      says("expenses")
        ? about(
            terms.filter(
              (term) => term.type === "discount" && term.absent !== true && term.value.scope === "agreement",
            ),
          )
        : closed,
  },
  {
    code: "tax-basis",
    checks: ["tax.over", "tax.under"],
    find: (subject) => when(isPriced(subject) && !subject.says("price-basis") && !subject.says("tax")),
  },
  {
    code: "tax-rate",
    checks: ["tax.over", "tax.under", "tax.missing"],
    find: ({ of, says }) => (says("tax") ? closed : about(of("price-basis"))),
  },
  {
    code: "payment-terms",
    checks: ["terms.due-date"],
    find: (subject) => when(isPriced(subject) && !subject.says("payment-terms")),
  },
  {
    code: "end-of-month",
    checks: ["terms.due-date"],
    find: ({ terms }) => about(terms.filter(asks("end-of-month-reading"))),
  },
  {
    code: "late-fee",
    checks: ["late-fee.wrong"],
    find: ({ terms }) =>
      about(
        terms.filter(
          (term) =>
            term.type === "late-fee" &&
            term.absent !== true &&
            (term.value.after === null || term.value.per === null),
        ),
      ),
  },
  {
    code: "time-zone",
    checks: ["cutoff.timezone"],
    find: ({ root, members, terms }) =>
      root.timeZone !== null || members.some(({ timeZone }) => timeZone !== null)
        ? closed
        : about(
            terms
              .filter((term) => term.type === "tiers" || term.type === "overage" || term.type === "included")
              .slice(0, 3),
          ),
  },
  {
    code: "acceptance",
    checks: ["milestone.not-accepted"],
    find: ({ terms, says }) =>
      says("acceptance")
        ? closed
        : about(terms.filter((term) => term.type === "milestone" && term.value.acceptance)),
  },
  {
    code: "milestone-sum",
    checks: ["milestone.not-accepted", "milestone.rebilled"],
    find: ({ terms }) => {
      const shares = terms.filter((term) => term.type === "milestone" && term.value.amount === undefined);
      const sums = terms.filter(
        (term) => (term.type === "fixed-fee" && term.value.per === "once") || term.type === "cap",
      );
      return sums.length === 1 ? closed : about(shares);
    },
  },
  {
    code: "extras",
    checks: ["scope.unapproved"],
    find: (subject) => when(isPriced(subject) && !subject.says("scope")),
  },
  {
    code: "retention-steps",
    checks: ["retention.wrong"],
    find: ({ terms }) =>
      about(terms.filter((term) => term.type === "retention" && (term.value.steps ?? []).length > 0)),
  },
  {
    code: "schedule-of-values",
    checks: ["progress.over"],
    find: ({ terms, says }) =>
      says("schedule-of-values")
        ? closed
        : about(terms.filter((term) => term.type === "retention" && term.absent !== true)),
  },
  {
    code: "expenses",
    checks: ["expense.over-cap", "expense.markup", "expense.receipt"],
    find: (subject) => when(isPriced(subject) && !subject.says("expenses")),
  },
  {
    code: "multipliers",
    checks: ["rate.over", "rate.under"],
    find: ({ terms }) => {
      const factors = terms.filter(
        (term) =>
          term.type === "time-rules" &&
          (term.value.overtimeMultiplier !== undefined || term.value.afterHoursMultiplier !== undefined),
      );
      return factors.length < 2 ? closed : about(factors);
    },
  },
];
