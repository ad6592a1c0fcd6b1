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
import { pushTo } from "./keyed-values.ts";
import { countIn, quantityRangeOf } from "./quantity-range.ts";
import type { QuantityRange } from "./quantity-range.ts";
import { foldWording } from "../../../src-shared/wording/index.ts";
import { sentence } from "../../../src-shared/text/index.ts";
import type { Sentence } from "../../../src-shared/text/index.ts";

/** What the discounts of an agreement come to on an invoice. */
export interface Due {
  readonly terms: readonly Governing<"discount">[];
  readonly computed: Computed;
  readonly base: Decimal;
}

/** A condition in words that no figure of the invoice answers. */
export const isConditional = (governing: Governing<"discount">, context: InvoiceContext): boolean => {
  const range = quantityRangeOf(governing);
  if (range !== null)
    return (
      governing.term.value.thresholdOf !== undefined &&
      (isOverSeveralInvoices(governing) || countOf(context, governing, range) === null)
    );
  return isWordedCondition(governing) && conditionState(governing, context) === "unknown";
};

/** "In a year", "per quarter": what one invoice bills does not tell whether such a count was reached. */
const isOverSeveralInvoices = ({ term }: Governing<"discount">): boolean =>
  /\b(?:years?|annum|annual\w*|quarter\w*|jahr\w*|quartal\w*|ans?|annees?|annuel\w*|trimestr\w*|anos?|anual\w*|ann[oi]|jaar|kwartaal)\b/.test(
    foldWording([term.value.condition ?? "", ...(term.conditions ?? [])].join(" ")),
  );

/** How many of the counted things an invoice bills; `null` where no line tells that it is what is counted. */
function countOf(
  context: InvoiceContext,
  governing: Governing<"discount">,
  range: QuantityRange,
): Decimal | null {
  const lines = linesOfDiscount(context, governing);
  const counted = countIn(lines, range);
  // Lines that only together are many may be one order or several: nothing says which.
  const isOfOne = (): boolean => lines.some((line) => isInRange(countIn([line], range), range));
  if (isOfEachOrder(governing) && isInRange(counted, range) && !isOfOne()) return null;
  if (counted === null || !isZero(counted) || governing.term.value.thresholdOf === undefined) return counted;
  // Of a single thing that is billed, the count is of it, whatever it is called.
  const [only, ...others] = lines.filter(({ kind }) => kind === "fee");
  return only !== undefined && others.length === 0 ? countIn([only], { ...range, of: "" }) : null;
}

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
    pushTo(groups, key, term);
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
    const computed = withinCap(
      discountAmount(
        base,
        steps.map(({ term }) => reductionOf(term.value)),
        context.precision,
      ),
      steps,
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
  const reduced = linesOfDiscount(context, discount).filter((line) => {
    const [governing] = line.terms;
    const isShare = governing?.term.type === "surcharge" && governing.term.value.percent !== undefined;
    const isCut = line.match.state === "not-priced";
    return !isCut && !(isShare && row !== -1 && lines.indexOf(line) > row);
  });
  const range = isOfEachOrder(discount) ? quantityRangeOf(discount) : null;
  const large = range === null ? [] : reduced.filter((line) => isInRange(countIn([line], range), range));
  return large.length > 0 ? large : reduced;
}

/** "Orders of more than 10,000 words": each order by itself, so that a small one beside a large one is not reduced. */
const isOfEachOrder = ({ term: { value, conditions = [] } }: Governing<"discount">): boolean =>
  eachOrder.test(foldWording([value.condition ?? "", ...conditions].join(" ")));
const eachOrder =
  /\b(?:orders?|jobs?|assignments?|projects?|auftrage?|bestellung(?:en)?|commandes?|pedidos?|ordin[ei]|opdracht(?:en)?|bestelling(?:en)?|encomendas?) (?:of|over|above|exceeding|from|with|von|uber|ab|mit|de|superieure?s? a|di|van|boven|vanaf|acima de) /;

const isInRange = (quantity: Decimal | null, range: QuantityRange): boolean =>
  quantity !== null &&
  compare(quantity, range.least) >= (range.isAbove === true ? 1 : 0) &&
  (range.most === null || compare(quantity, range.most) <= 0);

/** A discount that an agreement ends at a sum comes to no more than that. */
function withinCap(computed: Computed, steps: readonly Governing<"discount">[]): Computed {
  const cap = steps.length === 1 ? steps[0]?.term.value.cap : undefined;
  if (cap === undefined || compare(computed.value, cap) <= 0) return computed;
  const limit = decimalToText(cap);
  return { ...computed, value: limit, formula: `min(${computed.formula}, ${limit}) = ${limit}` };
}

const addComputed = (first: Computed, second: Computed): Computed => ({
  ...first,
  value: decimalToText(add(first.value, second.value)),
  formula: `${first.formula}; ${second.formula}`,
});

function isReached(governing: Governing<"discount">, base: Decimal, context: InvoiceContext): boolean {
  const range = quantityRangeOf(governing);
  if (range !== null) {
    return isInRange(countOf(context, governing, range), range);
  }
  if (isWordedCondition(governing) && conditionState(governing, context) === "unmet") return false;
  return reachesThreshold(governing.term.value, base);
}
