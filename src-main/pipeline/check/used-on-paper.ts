import { compareFractions, toFraction } from "../../../src-shared/money/index.ts";
import type { Fraction } from "../../../src-shared/money/index.ts";
import type { Delivery, Unit } from "../../../src-shared/model/index.ts";
import { itemHead, wordingOf } from "../../../src-shared/wording/index.ts";
import type { BatchContext, LineContext } from "./context.ts";
import { pushTo } from "./keyed-values.ts";
import { monthOnPaper, recordedQuantity } from "./recorded-quantity.ts";

/**
 * All use of a thing in the months and papers of the records behind a line, where the line took a part of one of them: a
 * line of what lies beyond an inclusion needs no more than that, and what was used is more.
 *
 * `null` where the records behind the line are its own whole ones; "unclear" where a record of the thing cannot be counted,
 * or is said to cost nothing: whether a fee included that one, or nothing counts it, the paper leaves open.
 */
export function usedOnPaper(
  { owner, match }: LineContext,
  thing: string,
  unit: Unit,
): Fraction | "unclear" | null {
  const taken = match.deliveries.flatMap(({ deliveryId, quantity }) => {
    const delivery = owner.batch.deliveries.get(deliveryId);
    return delivery === undefined ? [] : [{ delivery, quantity }];
  });
  const isPart = taken.some(
    ({ delivery, quantity }) =>
      quantity !== null &&
      delivery.quantity !== null &&
      compareFractions(quantity, toFraction(delivery.quantity)) < 0,
  );
  if (!isPart) return null;
  const papers = new Set(taken.map(({ delivery }) => monthOnPaper(delivery)));
  const words = wordingOf(thing).all;
  const onPapers = owner.batch.once("records-by-month-on-paper", groupByMonthOnPaper);
  const ofThing = [...papers]
    .flatMap((paper) => onPapers.get(paper) ?? [])
    .filter((delivery) => delivery.approved !== false && isOfThing(delivery, words));
  if (ofThing.some(({ billable }) => billable === false)) return "unclear";
  return recordedQuantity(ofThing, unit) ?? "unclear";
}

/** Once for a batch: a search for each line would cost the product of lines and records. */
function groupByMonthOnPaper({ input }: BatchContext): ReadonlyMap<string, readonly Delivery[]> {
  const groups = new Map<string, Delivery[]>();
  for (const delivery of input.deliveries) pushTo(groups, monthOnPaper(delivery), delivery);
  return groups;
}

/** "Help desk – VPN": what stands before a dash, or all there is, names the thing. */
function isOfThing({ item, role }: Delivery, words: ReadonlySet<string>): boolean {
  return [itemHead(item), wordingOf(item ?? ""), wordingOf(role ?? "")].some(
    (wording) =>
      wording !== null && wording.content.length > 0 && wording.content.every((word) => words.has(word)),
  );
}
