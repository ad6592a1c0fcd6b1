import { add, compare, decimalToText, isZero } from "../../../src-shared/money/index.ts";
import type { Decimal } from "../../../src-shared/money/index.ts";
import {
  discountAmount,
  highestSteps,
  reachesThreshold,
  reductionOf,
} from "../../../src-shared/pricing/index.ts";
import type { Computed } from "../../../src-shared/pricing/index.ts";
import { sumBeforeDiscount } from "./billed-discount.ts";
import type { Governing, InvoiceContext, LineContext } from "./context.ts";
import { conditionState } from "./discount-condition.ts";
import { linesOfDiscount } from "./discount-lines.ts";
import { countIn, quantityRangeOf } from "./quantity-range.ts";
import { sentence } from "../../../src-shared/text/index.ts";
import type { Sentence } from "../../../src-shared/text/index.ts";

/** What the discounts of an agreement come to on an invoice. */
export interface Due {
  readonly terms: readonly Governing<"discount">[];
  readonly computed: Computed;
  readonly base: Decimal;
}

/** A condition in words that no figure of the invoice answers. */
export const isConditional = (governing: Governing<"discount">, context: InvoiceContext): boolean =>
  quantityRangeOf(governing) === null &&
  isWordedCondition(governing) &&
  conditionState(governing, context) === "unknown";

const isWordedCondition = ({ term }: Governing<"discount">): boolean =>
  (term.value.condition !== undefined && term.value.condition !== "" && term.value.threshold === undefined) ||
  (term.conditions ?? []).length > 0;

/** That it is not known whether these conditions are met. */
export const conditionOf = (terms: readonly Governing<"discount">[]): Sentence =>
  sentence("because/condition-unknown", {
    conditions: terms.map(({ term }) =>
      sentence("words/quoted", { words: term.value.condition ?? (term.conditions ?? [""])[0] ?? "" }),
    ),
  });

/** What the unconditional discounts come to, in their order; `null` when none is due. */
export function computeDue(
  context: InvoiceContext,
  terms: readonly Governing<"discount">[],
): Due | null | "unreadable" {
  const groups = new Map<string, Governing<"discount">[]>();
  for (const term of terms.filter((other) => !isConditional(other, context))) {
    const key = linesOfDiscount(context, term)
      .map(({ subject }) => subject)
      .join(" ");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [term]);
    else group.push(term);
  }
  let due: Due | null = null;
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const base = sumBeforeDiscount(discountedLines(context, first));
    if (base === null) return "unreadable";
    const applied = group
      .filter((discountTerm) => isReached(discountTerm, base, context))
      .toSorted((first, second) => (first.term.value.order ?? 99) - (second.term.value.order ?? 99));
    const steps = highestSteps(applied);
    if (steps.length === 0 || isZero(base)) continue;
    const computed = discountAmount(
      base,
      steps.map(({ term }) => reductionOf(term.value)),
      context.precision,
    );
    due =
      due === null
        ? { terms: steps, computed, base }
        : {
            terms: [...due.terms, ...steps],
            computed: addComputed(due.computed, computed),
            base: add(due.base, base),
          };
  }
  return due;
}

/**
 * Lines that a discount is taken from: of those in its scope all but shares that are charged after it.
 *
 * "3 % for incidentals" below the discount is reckoned on what is left, and is no part of what was reduced.
 */
function discountedLines(context: InvoiceContext, discount: Governing<"discount">): readonly LineContext[] {
  const { lines } = context;
  const row = lines.findLastIndex(({ kind }) => kind === "discount");
  return linesOfDiscount(context, discount).filter((line) => {
    const [governing] = line.terms;
    const isShare = governing?.term.type === "surcharge" && governing.term.value.percent !== undefined;
    const isCut = line.match.state === "not-priced";
    return !isCut && !(isShare && row !== -1 && lines.indexOf(line) > row);
  });
}

const addComputed = (first: Computed, second: Computed): Computed => ({
  ...first,
  value: decimalToText(add(first.value, second.value)),
  formula: `${first.formula}; ${second.formula}`,
});

function isReached(governing: Governing<"discount">, base: Decimal, context: InvoiceContext): boolean {
  const range = quantityRangeOf(governing);
  if (range !== null) {
    const quantity = countIn(linesOfDiscount(context, governing), range);
    return (
      quantity !== null &&
      compare(quantity, range.least) >= 0 &&
      (range.most === null || compare(quantity, range.most) <= 0)
    );
  }
  if (isWordedCondition(governing) && conditionState(governing, context) === "unmet") return false;
  return reachesThreshold(governing.term.value, base);
}
