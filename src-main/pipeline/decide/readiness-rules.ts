import { isTermOf } from "../../../src-shared/model/index.ts";
import { rulesOfConditions } from "./readiness-conditions.ts";
import { about, asks, closed, isHourly, isPriced, isRecurring, when } from "./readiness-rule.ts";
import type { ReadinessRule } from "./readiness-rule.ts";

/** What the papers must say before a price can be judged at all, and how prices move. */
const rulesOfPapers: readonly ReadinessRule[] = [
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
    find: ({ root }) => when(root.seller === null || root.buyer === null || root.areSidesGuessed === true),
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
];

/** In the order of the families of checks that need the answer. */
export const readinessRules: readonly ReadinessRule[] = [...rulesOfPapers, ...rulesOfConditions];
