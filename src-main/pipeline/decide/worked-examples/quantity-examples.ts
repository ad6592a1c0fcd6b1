import { decimalText, isZero, multiply } from "../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../src-shared/money/index.ts";
import type { TermExample, Tier } from "../../../../src-shared/model/index.ts";
import {
  capBalance,
  computeAmount,
  roundAmount,
  minimumTrueUp,
  overageAmount,
  retentionReadings,
  tieredAmount,
  tierReadings,
} from "../../../../src-shared/pricing/index.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import type { Sentence } from "../../../../src-shared/text/index.ts";
import {
  amountOf,
  computedExample,
  figureOf,
  minorUnit,
  minus,
  plus,
  rival,
  saidExample,
} from "./example-case.ts";
import type { ExampleContext, ExamplesOf } from "./example-case.ts";

const d = decimalText;

/** Exactly each bound and one unit above it: where "graduated" and "volume" part, and where an upper tier might own the bound. */
export const tiersExamples: ExamplesOf<"tiers"> = ({ value }, context) => {
  const table = { tiers: value.tiers, packageSize: value.packageSize ?? null };
  const bounds = value.tiers.flatMap(({ upTo }: Tier) => (upTo === null ? [] : [upTo]));
  const quantities =
    value.method === "package" && value.packageSize !== undefined
      ? packageCases(bounds, value.packageSize)
      : bounds.flatMap((bound) => [bound, plus(bound, d("1"))]);
  return [...new Set(quantities)].slice(0, 8).flatMap((quantity) => {
    const readings = tierReadings(table, quantity, context.precision);
    const when =
      value.per === null
        ? sentence("example/quantity", { quantity, unit: value.unit })
        : sentence("example/quantity-in-period", {
            quantity,
            unit: value.unit,
            per: value.per,
          });
    if (value.method === null) {
      const rivals = readings.map(({ reading, computed }) =>
        rival(reading, figureOf(computed.value, context)),
      );
      return [saidExample(when, null, rivals)];
    }
    const own = tieredAmount(value.method, table, quantity, context.precision);
    return own.ok ? [computedExample(when, own.value, context, readings)] : [];
  });
};

const packageCases = (bounds: readonly DecimalText[], size: DecimalText): readonly DecimalText[] => {
  const [free = d("0")] = bounds;
  return [free, plus(free, d("1")), plus(free, size), plus(plus(free, size), d("1"))].filter(
    (each) => !isZero(each),
  );
};

/** What is included, a quarter more, and what a quarter less leaves. */
export const includedExamples: ExamplesOf<"included"> = ({ value }, context) => {
  const overage = context.terms.find((term) => term.type === "overage" && term.value.unit === value.unit);
  const price = overage?.type === "overage" ? overage.value.price : null;
  const when = (quantity: DecimalText): Sentence =>
    sentence("example/quantity", { quantity, unit: value.unit });
  const used = [minus(value.quantity, d("0.5")), value.quantity, plus(value.quantity, d("0.25"))];
  if (price === null)
    return used.slice(1, 2).map((quantity) => saidExample(when(quantity), figureOf(d("0"), context)));
  return used.map((quantity) =>
    computedExample(
      when(quantity),
      overageAmount({ used: quantity, included: value.quantity, price }, context.precision),
      context,
    ),
  );
};

export const overageExamples: ExamplesOf<"overage"> = ({ value }, context) => {
  const included = context.terms.find((term) => term.type === "included" && term.value.unit === value.unit);
  const quantity = included?.type === "included" ? included.value.quantity : null;
  if (quantity === null) return [];
  const when = (used: DecimalText): Sentence =>
    sentence("example/quantity", { quantity: used, unit: value.unit });
  return [quantity, plus(quantity, d("1"))].map((used) =>
    computedExample(
      when(used),
      overageAmount({ used, included: quantity, price: value.price }, context.precision),
      context,
    ),
  );
};

/** A minor unit below the minimum, the minimum, and half a period. */
export const minimumExamples: ExamplesOf<"minimum"> = ({ value }, context) => {
  const { amount, per } = value;
  if (amount === undefined) return [];
  const words = per ?? "period";
  const below = minus(amount, minorUnit(context.precision));
  return [
    ...[below, amount].map((charges) =>
      computedExample(
        sentence("example/charges", { amount: amountOf(charges, context), per: words }),
        minimumTrueUp({ minimum: amount, charges }, context.precision),
        context,
      ),
    ),
    computedExample(
      sentence("example/half-period", { per: words }),
      minimumTrueUp({ minimum: amount, charges: d("0"), share: { part: 1, whole: 2 } }, context.precision),
      context,
      [
        {
          reading: "not reduced in a part period",
          computed: minimumTrueUp({ minimum: amount, charges: d("0") }, context.precision),
        },
      ],
    ),
  ];
};

/** A hundred short of the limit: exactly up to it, and a minor unit over. */
export const capExamples: ExamplesOf<"cap"> = ({ value }, context) => {
  const limit = value.amount;
  if (limit === undefined) return [];
  const room = d("100.00");
  const billed = minus(limit, room);
  return [room, plus(room, minorUnit(context.precision))].map((current): TermExample => {
    const { excess } = capBalance({ limit, billed: [billed], current }, context.precision);
    const when = sentence("example/cap-reached", {
      billed: amountOf(billed, context),
      current: amountOf(current, context),
    });
    return isZero(excess.value)
      ? saidExample(when, sentence("example/allowed", {}), [], excess.formula)
      : saidExample(
          when,
          sentence("example/over", { amount: amountOf(excess.value, context) }),
          [],
          excess.formula,
        );
  });
};

/** Half the work and a little more: where a step takes all or only the rest. */
export const retentionExamples: ExamplesOf<"retention"> = ({ value }, context) => {
  const total = d("100000.00");
  const terms = { percent: value.percent, steps: value.steps ?? [], contractSum: total };
  return (value.steps === undefined ? ["50000.00"] : ["50000.00", "60000.00"]).flatMap((done) => {
    const readings = retentionReadings({ completed: d(done) }, terms, context.precision);
    const [first] = readings;
    if (first === undefined) return [];
    return [
      computedExample(
        sentence("example/work-done", {
          amount: amountOf(d(done), context),
          total: amountOf(total, context),
        }),
        first.computed,
        context,
        readings,
      ),
    ];
  });
};

export const serviceCreditExamples: ExamplesOf<"service-credit"> = ({ value }, context) => {
  const fee = context.terms.find((term) => term.type === "fixed-fee" && term.value.per === "month");
  const base = fee?.type === "fixed-fee" ? fee.value.amount : d("1000.00");
  const credit =
    value.percent === undefined
      ? value.amount === undefined
        ? null
        : figureOf(value.amount, context)
      : figureOf(computeShare(base, value.percent, context), context);
  if (credit === null) return [];
  const missed = minus(value.threshold, d("0.01"));
  return [
    saidExample(
      sentence("example/measure", { measure: value.measure, value: value.threshold }),
      sentence("example/no-credit", {}),
    ),
    saidExample(sentence("example/measure", { measure: value.measure, value: missed }), credit),
  ];
};

const computeShare = (base: DecimalText, percent: DecimalText, { precision }: ExampleContext): DecimalText =>
  roundAmount(multiply(base, multiply(percent, d("0.01"))), precision);

export const orderExamples: ExamplesOf<"purchase-order"> = ({ value }, context) => {
  const limit = value.amount;
  if (limit === undefined) return [];
  const smallest = minorUnit(context.precision);
  return [
    saidExample(
      sentence("example/order-used", { amount: amountOf(limit, context) }),
      sentence("example/allowed", {}),
    ),
    saidExample(
      sentence("example/order-used", { amount: amountOf(plus(limit, smallest), context) }),
      sentence("example/over", { amount: amountOf(smallest, context) }),
    ),
  ];
};

export const requiredExamples: ExamplesOf<"required"> = ({ value }, context) => {
  const above = value.above;
  if (above === undefined) return [];
  const [needed, free] = [sentence("example/required", {}), sentence("example/not-required", {})];
  const base = (amount: DecimalText): Sentence =>
    sentence("example/base", { amount: amountOf(amount, context) });
  return [
    saidExample(base(above), free, [rival("from this amount on", needed)]),
    saidExample(base(plus(above, minorUnit(context.precision))), needed),
  ];
};

/** Half a minor unit, where the ways of rounding part. */
export const roundingExamples: ExamplesOf<"rounding"> = ({ value }, context) =>
  ["10.005", "10.015"].map((amount) => {
    const at = (mode: typeof value.mode) =>
      computeAmount(amount, d(amount), {
        ...context.precision,
        rounding: mode,
        ...(value.places !== undefined && { places: value.places }),
      });
    return computedExample(sentence("example/exact-half", { amount }), at(value.mode), context, [
      { reading: "half up", computed: at("half-up") },
      { reading: "half even", computed: at("half-even") },
    ]);
  });
