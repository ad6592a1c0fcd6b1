import { about, asks, closed, isPriced, isRecurring, when } from "./readiness-rule.ts";
import type { ReadinessRule } from "./readiness-rule.ts";

/** What conditions and limits leave open. */
export const rulesOfConditions: readonly ReadinessRule[] = [
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
