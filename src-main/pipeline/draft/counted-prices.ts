import type { DecimalText } from "../../../src-shared/money/index.ts";
import type { DraftGap } from "../../../src-shared/model/index.ts";
import { lineAmount } from "../../../src-shared/pricing/index.ts";
import { formatPeriod } from "../../../src-shared/time/index.ts";
import { isTimeUnit, relateUnits } from "../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import { charge, openGap, unusableGap, whyUnusable } from "./draft-room.ts";
import type { Charge, DraftPart, DraftRoom } from "./draft-room.ts";
import { isOnePeriod } from "./metered-use.ts";
import { raisedPrice } from "./raised-price.ts";
import { itemKey } from "./recurring-fees.ts";
import { unitOfRecord } from "./record-price.ts";
import { isWithin } from "./records.ts";

/**
 * Prices that are due for each of something in each period ("per user per month").
 *
 * How many there are, a record or a person says; without either it is a gap, since a bill of an earlier month proves
 * nothing about this one.
 */
export function draftCountedPrices(room: DraftRoom): DraftPart {
  const charges: Charge[] = [];
  const gaps: DraftGap[] = [];
  for (const rate of room.termsOf("rate")) {
    const { item, unit, price, per, priceBase } = rate.term.value;
    // An estimate counts what it prices, and its count is no part of the price.
    const isOnce = (per === undefined || per === "once") && room.agreement.rank === "estimate";
    if (((per === undefined || per === "once") && !isOnce) || rate.term.absent === true || isTimeUnit(unit))
      continue;
    const isRecorded = room.input.deliveries.some((record) => {
      const relation = relateUnits(unitOfRecord(record), unit);
      return (relation === "same" || relation === "countable") && isWithin(record, room.period, room);
    });
    if (isRecorded || isBilledFor(rate.term.id, isOnce, room)) continue;
    const governing = rate as GoverningTerm;
    if (whyUnusable(governing) !== null) {
      gaps.push(unusableGap(governing, item));
      continue;
    }
    const said = Object.entries(room.answers.quantities ?? {}).find(
      ([name]) => itemKey(name) === itemKey(item),
    )?.[1];
    const raised = raisedPrice(price, governing, room.period.start, room);
    if (said === undefined || !raised.ok || (!isOnce && !isOnePeriod(per ?? null, room))) {
      gaps.push(
        openGap(
          said === undefined
            ? isOnce
              ? "drafting/quantity-unsaid"
              : "drafting/quantity-unproven"
            : raised.ok
              ? "drafting/period-of-term-differs"
              : raised.code,
          { item, unit, per: per ?? "", period: formatPeriod(room.period) },
          rate.term.evidence,
        ),
      );
      continue;
    }
    const amount = lineAmount(
      { quantity: said, unitPrice: raised.price, priceBase: (priceBase ?? null) as DecimalText | null },
      room.precision,
    );
    charges.push(
      charge({
        kind: "fee",
        description: item,
        quantity: said,
        unit,
        unitPrice: raised.price,
        priceBase: priceBase ?? null,
        net: amount.value,
        terms: [governing, ...raised.with],
        formula: amount.formula,
      }),
    );
  }
  return { charges, gaps };
}

const isBilledFor = (termId: string, isOnce: boolean, room: DraftRoom): boolean =>
  room.history.some(
    ({ invoice, match }) =>
      invoice.kind !== "credit-note" &&
      (isOnce || invoice.periodStart?.value === room.period.start) &&
      match.lines.some(({ bindings }) => bindings.some((binding) => binding.termId === termId)),
  );
