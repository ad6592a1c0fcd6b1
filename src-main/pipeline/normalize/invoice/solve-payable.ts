import { absolute, add, compare, isZero, subtract, toDecimal } from "../../../../src-shared/money/index.ts";
import type { Decimal } from "../../../../src-shared/money/index.ts";
import { isSameSize, isWithin, valuesOf } from "./arithmetic.ts";
import { closing, topChoices } from "./total-choices.ts";
import type { Choice } from "./total-choices.ts";
import type { TotalCandidate } from "./total-candidate.ts";

/** What is to be paid, with the printed steps that lead from the gross total to it. */
export function payableOf(
  candidates: readonly TotalCandidate[],
  gross: Choice | null,
  net: Choice | null,
): {
  readonly payable: Choice | null;
  readonly prepaid: Choice | null;
  readonly retention: Choice | null;
  readonly withholding: Choice | null;
  readonly rounding: Choice | null;
  readonly closed: boolean;
  readonly score: number;
} {
  const prepaids = [null, ...topChoices(candidates, "prepaid", 4)];
  const retention = topChoices(candidates, "retention", 1)[0] ?? null;
  const withholding = topChoices(candidates, "withholding", 1)[0] ?? null;
  const rounding = topChoices(candidates, "rounding", 1)[0] ?? null;
  // What is chosen as the net total is not what is to be paid, unless nothing lies between the two.
  const isNet = (choice: Choice): boolean =>
    net !== null &&
    gross !== null &&
    choice.candidate.tokens === net.candidate.tokens &&
    choice.candidate.tokens !== gross.candidate.tokens;
  const payables = topChoices(candidates, "payable", 6).filter((choice) => !isNet(choice));
  const first = payables.find(({ candidate }) => candidate.score > 0.2) ?? null;
  // Above the gross total stands what was taken off before it, not what is taken off it.
  const sure =
    prepaids.find(
      (choice) =>
        choice !== null &&
        choice.candidate.score >= 0.7 &&
        (gross === null || payables.length > 0 || choice.candidate.row.index > gross.candidate.row.index),
    ) ?? null;
  const fallback = {
    payable: first,
    prepaid: sure,
    retention,
    withholding,
    rounding,
    closed: false,
  };
  if (gross === null) return { ...fallback, score: 0 };
  const below = (choice: Choice, above: Choice): boolean =>
    choice.candidate.row.index > above.candidate.row.index;
  // "Gross total, agency commission, net total": the payer keeps back what is taken off under the gross total.
  const taken = topChoices(candidates, "discount", 4).filter(
    (choice) => choice.candidate.score >= 0.4 && !isZero(choice.value) && below(choice, gross),
  );
  // A payment that stands between the two was to come off: that what is due leaves it out is for a check to say.
  const isBetween = (choice: Choice, above: Choice, due: Choice): boolean =>
    below(choice, above) &&
    below(due, choice) &&
    // "Previous balance 500, payment 500": it was for what was open before.
    !candidates.some(
      ({ row, number, tokens }) =>
        row.index > above.candidate.row.index &&
        row.index < due.candidate.row.index &&
        tokens !== choice.candidate.tokens &&
        row !== choice.candidate.row &&
        valuesOf(number.reading).some((value) => isWithin(absolute(value), absolute(choice.value), 0)),
    );
  for (const discount of taken) {
    const due = subtract(absolute(gross.value), absolute(discount.value));
    const payable = [...payables, ...topChoices(candidates, "net", 4)].find(
      (choice) => below(choice, discount) && isWithin(due, absolute(choice.value), 0),
    );
    if (payable !== undefined)
      return { ...fallback, payable, prepaid: null, withholding: discount, closed: true, score: closing };
  }
  if (payables.length === 0) return { ...fallback, score: 0 };
  for (const payable of payables) {
    for (const prepaid of prepaids) {
      for (const [less, more] of [
        [retention, rounding],
        [retention, null],
        [null, rounding],
        [null, null],
      ] as const) {
        for (const held of [withholding, null]) {
          const steps = [prepaid, less, held].reduce<Decimal>(
            (sum, choice) => (choice === null ? sum : subtract(sum, absolute(choice.value))),
            absolute(gross.value),
          );
          const due = more === null ? steps : add(steps, more.value);
          if (
            !isWithin(due, toDecimal(payable.value), 0) &&
            !isWithin(absolute(due), absolute(payable.value), 0)
          )
            continue;
          const isTrivial = prepaid === null && less === null && held === null && more === null;
          if (isTrivial && payable.candidate.score <= 0.2) continue;
          return {
            payable,
            prepaid:
              prepaid ??
              (sure !== null && (isZero(sure.value) || isBetween(sure, gross, payable)) ? sure : null),
            retention,
            withholding,
            rounding,
            closed: true,
            score: isTrivial ? 0.8 : closing,
          };
        }
      }
    }
  }
  // A balance over the items that is less than their gross total and of which a payment is printed, where nothing else is
  // taken off, is an earlier one. Without that payment it may be the part that is due now.
  const isPaid = (choice: Choice | null): boolean =>
    choice !== null && first !== null && isSameSize(choice.value, first.value);
  const isTakenOff =
    prepaids.some((choice) => choice !== null && choice.candidate.score >= 0.4 && !isPaid(choice)) ||
    retention !== null ||
    withholding !== null ||
    taken.length > 0;
  const isEarlier =
    first !== null &&
    prepaids.some(isPaid) &&
    !isTakenOff &&
    below(gross, first) &&
    compare(absolute(first.value), absolute(gross.value)) < 0;
  if (isEarlier) return { ...fallback, payable: null, prepaid: isPaid(sure) ? null : sure, score: 0 };
  return { ...fallback, score: prepaids.length > 1 ? -0.5 : -1 };
}
