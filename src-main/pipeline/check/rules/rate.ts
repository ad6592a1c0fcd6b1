import { isUndecided } from "../../../../src-shared/model/index.ts";
import { cannotDetermine, notApplicable, pass } from "../check.ts";
import type { LineRule, Verdict } from "../check.ts";
import type { LineContext } from "../context.ts";
import { compareFixedAmount } from "../compare-amount.ts";
import { compareUnitPrice } from "../compare-price.ts";
import { partOfRate } from "../part-of-rate.ts";
import { compareSplitPrice } from "../compare-split.ts";
import { givesBack } from "../line-figures.ts";
import type { PriceVerdict } from "../compare-price.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import type { Sentence } from "../../../../src-shared/text/index.ts";

const ids = ["rate.over", "rate.under"] as const;

/** The billed price is the agreed one of the day of service, in the agreement's unit and currency. */
export const rate: LineRule = {
  ids,
  family: 5,
  title: "Prices are the agreed ones",
  version: 4,
  scope: "line",
  needs: ["invoice", "agreement"],
  dependsOn: ["agreement.missing", "term.unbound", "term.ambiguous", "currency.mismatch", "rate.escalator"],
  restsOn: "the price of its line",
  skip: ({ match }) => (match.state === "matched" ? null : sentence("because/agreement-open", {})),
  judge: (context) => toVerdicts(judge(context)),
};

function judge(context: LineContext): PriceVerdict {
  const { match, terms, line } = context;
  if (match.state === "not-priced")
    return { is: "not-applicable", because: sentence("because/needs-no-price", {}) };
  const [first] = terms;
  if (first === undefined && context.owner.isCredit)
    return { is: "not-applicable", because: sentence("because/credit-no-price", {}) };
  if (first === undefined) return { is: "cannot-determine", because: sentence("because/no-term", {}) };
  if (isUndecided(line.unitPrice))
    return { is: "cannot-determine", because: sentence("because/unit-price-unread", {}) };
  if (givesBack(context)) return { is: "not-applicable", because: sentence("because/credit-gives-part", {}) };
  if (match.state === "split") return compareSplitPrice(context);
  switch (first.term.type) {
    case "rate":
      if (partOfRate(context, first) !== null)
        return { is: "not-applicable", because: sentence("because/part-of-period", {}) };
      return compareUnitPrice(context, first);
    case "overage":
      return compareUnitPrice(context, first);
    case "fixed-fee":
    case "milestone":
    case "deposit":
    case "surcharge":
      return compareFixedAmount(context, first);
    case "tiers":
      return { is: "not-applicable", because: sentence("because/price-by-quantity", {}) };
    default:
      return {
        is: "not-applicable",
        because: sentence("because/no-unit-price-clause", { type: first.term.type.replaceAll("-", " ") }),
      };
  }
}

const passed = new WeakMap<PriceVerdict, readonly Verdict[]>();

/** Lines at one price share its verdict, and what it is for both checks. */
function passedFor(verdict: PriceVerdict, because: Sentence): readonly Verdict[] {
  const known = passed.get(verdict);
  if (known !== undefined) return known;
  const verdicts = ids.map((check) => pass(check, because));
  passed.set(verdict, verdicts);
  return verdicts;
}

function toVerdicts(verdict: PriceVerdict): readonly Verdict[] {
  switch (verdict.is) {
    case "not-applicable":
      return ids.map((id) => notApplicable(id, verdict.because));
    case "cannot-determine":
      return ids.map((id) => cannotDetermine(id, verdict.because));
    case "same":
      return passedFor(verdict, verdict.because);
    case "over":
    case "under":
      return ids.map((check): Verdict =>
        check === `rate.${verdict.is}`
          ? { check, outcome: "fail", findings: [verdict.finding] }
          : {
              check,
              outcome: "pass",
              because: sentence(verdict.is === "over" ? "because/price-above" : "because/price-below", {}),
            },
      );
    case "below-ceiling":
      return [
        { check: "rate.over", outcome: "pass", because: verdict.because },
        notApplicable("rate.under", sentence("because/only-a-ceiling", {})),
      ];
  }
}
