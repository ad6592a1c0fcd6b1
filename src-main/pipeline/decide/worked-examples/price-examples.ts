import { decimalText } from "../../../../src-shared/money/index.ts";
import type { TermExample } from "../../../../src-shared/model/index.ts";
import {
  billableQuantity,
  discounted,
  escalatedPrice,
  escalationStepDate,
  lineAmount,
  prorate,
  prorationBases,
  shareOf,
  taxOnNet,
  splitInclusive,
} from "../../../../src-shared/pricing/index.ts";
import type { ProrationBasis } from "../../../../src-shared/pricing/index.ts";
import { addDays, addMonths, period as periodOf, startOfMonth } from "../../../../src-shared/time/index.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import type { Sentence } from "../../../../src-shared/text/index.ts";
import {
  amountOf,
  computedExample,
  figureOf,
  halfOf,
  minorUnit,
  plus,
  rival,
  saidExample,
} from "./example-case.ts";
import type { ExampleContext, ExamplesOf } from "./example-case.ts";

const d = decimalText;

/** A quarter more than seven, half of the minimum, and a price base that does not divide evenly. */
export const rateExamples: ExamplesOf<"rate"> = ({ value }, context) => {
  const at = (quantity: ReturnType<typeof d>): TermExample =>
    computedExample(
      sentence("example/quantity", { quantity, unit: value.unit }),
      lineAmount(
        {
          quantity: billableQuantity(quantity, {
            increment: value.increment ?? null,
            minimumQuantity: value.minimumQuantity ?? null,
          }),
          unitPrice: value.price,
          priceBase: value.priceBase ?? null,
        },
        context.precision,
      ),
      context,
    );
  const quantities = [
    ...(value.minimumQuantity === undefined ? [] : [halfOf(value.minimumQuantity), value.minimumQuantity]),
    ...(value.increment === undefined ? [] : [plus(d("1"), halfOf(value.increment))]),
    value.priceBase === undefined ? d("7.25") : d("12345"),
  ];
  return [...new Set(quantities)].map(at);
};

export const fixedFeeExamples: ExamplesOf<"fixed-fee"> = ({ value }, context) => {
  const per = value.per;
  if (per === "once") return [];
  const whole = saidExample(sentence("example/whole-period", { per: per }), figureOf(value.amount, context));
  return per === "month" ? [whole, ...partMonth(value.amount, context)] : [whole];
};

/** A month begun on its 11th day, by the agreement's basis or, where it has none, by every basis. */
function partMonth(price: ReturnType<typeof d>, context: ExampleContext): readonly TermExample[] {
  const agreed = context.terms.find(({ type, absent }) => type === "proration" && absent !== true);
  const basis = agreed?.type === "proration" ? agreed.value.basis : null;
  const month = startOfMonth(addMonths(context.start, 1));
  return prorationOf(basis, price, month, context);
}

function prorationOf(
  basis: ProrationBasis | null,
  price: ReturnType<typeof d>,
  month: ReturnType<typeof startOfMonth>,
  context: ExampleContext,
): readonly TermExample[] {
  const whole = periodOf(month, addMonths(month, 1));
  const from = addDays(month, 10);
  const billable = periodOf(from, addMonths(month, 1));
  const readings = prorationBases.flatMap((reading) => {
    const computed = prorate(reading, { price, period: whole, billable }, context.precision);
    return computed.ok ? [{ reading, computed: computed.value }] : [];
  });
  const own = basis === null ? undefined : readings.find(({ reading }) => reading === basis);
  const when = sentence("example/part-month", { from, price: amountOf(price, context) });
  if (own !== undefined) return [computedExample(when, own.computed, context, readings)];
  return [
    saidExample(
      when,
      null,
      readings.map(({ reading, computed }) => rival(reading, figureOf(computed.value, context))),
    ),
  ];
}

export const prorationExamples: ExamplesOf<"proration"> = ({ value }, context) => {
  const fee = context.terms.find((term) => term.type === "fixed-fee" && term.value.per === "month");
  const price = fee?.type === "fixed-fee" ? fee.value.amount : d("3100.00");
  // March has 31 days and February 28 or 29: that is where the bases part.
  const year = context.start.slice(0, 4);
  return ["02", "03"].flatMap((month) =>
    prorationOf(value.basis, price, startOfMonth(`${year}-${month}-01` as typeof context.start), context),
  );
};

export const discountExamples: ExamplesOf<"discount"> = ({ value }, context) => {
  const reduction =
    value.percent !== undefined
      ? { percent: value.percent }
      : value.amount !== undefined
        ? { amount: value.amount }
        : null;
  if (reduction === null) return [];
  const base = d("1000.00");
  const reduced = discounted(base, [reduction], context.precision);
  const when = sentence("example/base", { amount: amountOf(base, context) });
  if (value.threshold === undefined) return [computedExample(when, reduced, context)];
  const smallest = minorUnit(context.precision);
  const beyond = plus(value.threshold, smallest);
  const full = saidExample(
    sentence("example/base-before", {
      amount: amountOf(base, context),
      spend: amountOf(value.threshold, context),
    }),
    figureOf(value.thresholdInclusive === true ? reduced.value : base, context),
    [
      value.thresholdInclusive === true
        ? rival("only above the threshold", figureOf(base, context))
        : rival("from the threshold on", figureOf(reduced.value, context)),
    ],
  );
  return [
    full,
    computedExample(
      sentence("example/base-before", {
        amount: amountOf(base, context),
        spend: amountOf(beyond, context),
      }),
      reduced,
      context,
    ),
  ];
};

export const surchargeExamples: ExamplesOf<"surcharge"> = ({ value }, context) => {
  const base = d("1000.00");
  if (value.percent !== undefined)
    return [
      computedExample(
        sentence("example/base", { amount: amountOf(base, context) }),
        shareOf(base, value.percent, context.precision),
        context,
      ),
    ];
  return value.amount === undefined
    ? []
    : [saidExample(sentence("words/whole", { words: value.on }), figureOf(value.amount, context))];
};

/** The day before the step, the step, and the step after it, where compound and simple part. */
export const escalatorExamples: ExamplesOf<"escalator"> = ({ value }, context) => {
  const first = value.first ?? addMonths(context.start, 12);
  const price = d("187.50");
  const second = escalationStepDate(first, 2);
  const when = (date: string): Sentence =>
    sentence("example/price-on", { price: amountOf(price, context), date });
  const percent = value.percent;
  if (percent === undefined)
    return [
      saidExample(when(addDays(first, -1)), figureOf(price, context)),
      saidExample(when(first), sentence("example/index-unknown", {})),
    ];
  const step = (count: number, method: "compound" | "simple") =>
    escalatedPrice(
      price,
      Array.from({ length: count }, () => percent),
      method,
      context.precision,
    );
  const rivals = (count: number) => [
    { reading: "compound" as const, computed: step(count, "compound") },
    { reading: "simple" as const, computed: step(count, "simple") },
  ];
  const method = value.compound === false ? "simple" : "compound";
  return [
    saidExample(when(addDays(first, -1)), figureOf(price, context)),
    computedExample(when(first), step(1, method), context),
    computedExample(when(second), step(2, method), context, rivals(2)),
  ];
};

export const taxExamples: ExamplesOf<"tax"> = ({ value }, context) => {
  if (value.rate === null) return [];
  const base = d("1000.00");
  const gross = splitInclusive(base, value.rate, context.precision);
  return [
    computedExample(
      sentence("example/net-line", { amount: amountOf(base, context) }),
      taxOnNet(base, value.rate, context.precision),
      context,
    ),
    computedExample(sentence("example/gross-line", { amount: amountOf(base, context) }), gross.tax, context),
  ];
};

/** Shares of the one sum that the agreement names as its price. */
export const milestoneExamples: ExamplesOf<"milestone"> = ({ value }, context) => {
  const sums = context.terms.flatMap((term) =>
    term.type === "fixed-fee" && term.value.per === "once" ? [term.value.amount] : [],
  );
  const [total] = sums;
  const due =
    value.amount !== undefined
      ? figureOf(value.amount, context)
      : value.percent !== undefined && total !== undefined && sums.length === 1
        ? figureOf(shareOf(total, value.percent, context.precision).value, context)
        : value.percent !== undefined
          ? sentence("words/percent", { percent: value.percent })
          : null;
  if (due === null) return [];
  const accepted = saidExample(
    sentence("example/accepted", {}),
    due,
    [],
    value.percent !== undefined && total !== undefined && sums.length === 1
      ? shareOf(total, value.percent, context.precision).formula
      : null,
  );
  if (!value.acceptance) return [accepted];
  return [saidExample(sentence("example/not-accepted", {}), sentence("example/not-billable", {})), accepted];
};

export const depositExamples: ExamplesOf<"deposit"> = ({ value }, context) => {
  const base = d("12000.00");
  if (value.percent === undefined) return [];
  return [
    computedExample(
      sentence("example/base", { amount: amountOf(base, context) }),
      shareOf(base, value.percent, context.precision),
      context,
    ),
  ];
};
