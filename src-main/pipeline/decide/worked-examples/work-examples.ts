import { decimalText, multiply } from "../../../../src-shared/money/index.ts";
import {
  computeAmount,
  lineAmount,
  markedUp,
  minutesToBilledHours,
} from "../../../../src-shared/pricing/index.ts";
import { sentence } from "../../../../src-shared/text/index.ts";
import type { Sentence } from "../../../../src-shared/text/index.ts";
import { amountOf, computedExample, minorUnit, plus, rival, saidExample, trimmed } from "./example-case.ts";
import type { ExamplesOf } from "./example-case.ts";

const d = decimalText;

export const expensesExamples: ExamplesOf<"expenses"> = ({ value }, context) => {
  const cost = d("200.00");
  const smallest = minorUnit(context.precision);
  const when = (amount: ReturnType<typeof d>): Sentence =>
    sentence("example/expense", { amount: amountOf(amount, context) });
  const marked =
    value.markupPercent === undefined
      ? []
      : [computedExample(when(cost), markedUp(cost, value.markupPercent, context.precision), context)];
  const capped = [value.unitCap, value.totalCap].flatMap((cap) =>
    cap === undefined
      ? []
      : [
          saidExample(when(cap), sentence("example/allowed", {})),
          saidExample(
            when(plus(cap, smallest)),
            sentence("example/over", { amount: amountOf(smallest, context) }),
          ),
        ],
  );
  const above = value.receiptAbove;
  const receipts =
    above === undefined
      ? []
      : [
          saidExample(when(above), sentence("example/no-receipt", {}), [
            rival("from this amount on", sentence("example/receipt", {})),
          ]),
          saidExample(when(plus(above, smallest)), sentence("example/receipt", {})),
        ];
  return [...marked, ...capped, ...receipts];
};

/** 19 and 46 minutes lie between the steps of 6, 15 and 30; an hour at 150 shows a factor. */
export const timeRulesExamples: ExamplesOf<"time-rules"> = ({ value }, context) => {
  const rate = context.terms.find((term) => term.type === "rate" && term.value.unit === "hour");
  const price = rate?.type === "rate" ? rate.value.price : d("150.00");
  const steps =
    value.increment === undefined
      ? []
      : ["19", "46"].map((minutes) => {
          const hours = minutesToBilledHours(d(minutes), multiply(value.increment ?? d("1"), d("60")));
          const computed = computeAmount(`${minutes} min`, hours, { ...context.precision, places: 2 });
          return saidExample(
            sentence("example/minutes", { minutes }),
            sentence("example/hours", { hours: trimmed(computed.value) }),
          );
        });
  const factors = [value.overtimeMultiplier, value.afterHoursMultiplier, value.travelMultiplier].flatMap(
    (multiplier) =>
      multiplier === undefined
        ? []
        : [
            computedExample(
              sentence("example/hours-at", { price: amountOf(price, context) }),
              lineAmount({ quantity: d("1"), unitPrice: price, multiplier }, context.precision),
              context,
            ),
          ],
  );
  return [...steps, ...factors];
};
