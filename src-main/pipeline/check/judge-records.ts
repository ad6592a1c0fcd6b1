import { addFractions, minimumFraction, toFraction } from "../../../src-shared/money/index.ts";
import type { DecimalText, Fraction } from "../../../src-shared/money/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { sentence } from "../../../src-shared/text/index.ts";
import { isBeyondIncluded } from "../../../src-shared/wording/index.ts";
import { beyondFreeStart } from "./beyond-free-start.ts";
import { roomUnderCaps } from "./cap-room.ts";
import { cannotDetermine, pass } from "./check.ts";
import type { Verdict } from "./check.ts";
import type { LineContext } from "./context.ts";
import { beyondIncludedTime, type TimeBeyond } from "./included-time.ts";
import { isMore, proveQuantity, showQuantity } from "./proven-quantity.ts";
import type { ProvenQuantity } from "./proven-quantity.ts";
import { both, neitherKnown, nothingProven, verdictsFor } from "./quantity-verdicts.ts";
import { whyNoRecords } from "./record-use.ts";
import { countedBeside } from "./counted-beside.ts";

/** Whether a line and its price are for what lies beyond something that is included. */
const billsExcess = ({ line, terms }: LineContext): boolean =>
  terms[0]?.term.type === "rate" &&
  isBeyondIncluded(terms[0].term.value.item) &&
  isBeyondIncluded(line.description);

/** What the records behind a line say of its quantity: no more than they prove, and no less. */
export function judgeRecords(context: LineContext, printed: DecimalText): readonly Verdict[] {
  if (context.match.deliveries.length === 0) {
    const why = whyNoRecords(context);
    if (why !== null) return neitherKnown(why);
  }
  const billed = toFraction(printed);
  const proven = proveQuantity(context);
  if (proven.hasUnreadable)
    return both((id) => cannotDetermine(id, sentence("because/record-quantity-unread", {})));
  const beyond = beyondFreeStart(context, proven);
  if (beyond !== null && !isMore(billed, proven.most)) return judgeBeyond(context, billed, beyond, proven);
  if (isMore(billed, proven.most)) {
    const withUnknown = addFractions(proven.most, proven.unknown);
    if (proven.unknown.numerator > 0n && !isMore(billed, withUnknown))
      return both((id) =>
        cannotDetermine(id, sentence("because/approval-unsaid", { quantity: showQuantity(proven.unknown) })),
      );
    return verdictsFor(context, "over", billed, proven.most, proven);
  }
  const past = beyondIncludedTime(context);
  if (past === "unclear") return both((id) => cannotDetermine(id, sentence("because/included-depends", {})));
  if (past !== null) return judgePast(context, billed, past, proven);
  if (isMore(proven.counted, billed)) {
    // What lies beyond an included quantity is less than what was used; how much is included, no term says.
    if (billsExcess(context))
      return both((id) => cannotDetermine(id, sentence("because/included-unclear", {})));
    const room = roomUnderCaps(context);
    const most = room === null ? proven.counted : addFractions(billed, room);
    if (room !== null && !isMore(most, billed))
      return both((id) => pass(id, sentence("because/limit-reached", {})));
    return verdictsFor(context, "under", billed, minimumFraction(most, proven.counted), proven);
  }
  return bothProven(context, billed, proven);
}

/**
 * What the records of other lines count for a line without its own; `null` where they count nothing for it, or more than
 * it bills, which may be more than it was for.
 */
export function judgeBeside(context: LineContext, printed: DecimalText): readonly Verdict[] | null {
  const beside = countedBeside(context);
  if (beside === null) return null;
  const billed = toFraction(printed);
  if (isMore(beside.counted, billed)) return null;
  return isMore(billed, beside.counted)
    ? verdictsFor(context, "over", billed, beside.counted, { ...nothingProven, ...beside })
    : bothProven(context, billed, beside);
}

/** What lies beyond the time that costs nothing is billed; whether a record counts all of the time, it may leave open. */
function judgeBeyond(
  context: LineContext,
  billed: Fraction,
  beyond: Pick<ProvenQuantity, "counted" | "most">,
  proven: ProvenQuantity,
): readonly Verdict[] {
  if (isMore(beyond.counted, billed)) return verdictsFor(context, "under", billed, beyond.counted, proven);
  if (isMore(billed, beyond.most))
    return both((id) => cannotDetermine(id, sentence("because/free-time-unclear", {})));
  return bothProven(context, billed, { ...proven, counted: beyond.counted });
}

/** What lies beyond the time that a fee of the month includes is billed, no more of it and no less. */
function judgePast(
  context: LineContext,
  billed: Fraction,
  { quantity, isShared }: TimeBeyond,
  proven: ProvenQuantity,
): readonly Verdict[] {
  const [isOver, isUnder] = [isMore(billed, quantity), isMore(quantity, billed)];
  if ((isOver || isUnder) && isShared)
    return both((id) => cannotDetermine(id, sentence("because/included-unclear", {})));
  if (isOver) return verdictsFor(context, "over", billed, quantity, proven);
  if (isUnder) return verdictsFor(context, "under", billed, quantity, proven);
  return bothProven(context, billed, { ...proven, counted: quantity });
}

const bothProven = (
  { line }: LineContext,
  billed: Fraction,
  { counted, records }: Pick<ProvenQuantity, "counted" | "records">,
): readonly Verdict[] =>
  both((id) =>
    pass(
      id,
      sentence("because/proven", {
        billed: showQuantity(billed),
        proven: showQuantity(counted),
        count: records.length,
        in: line.unit === null ? "" : sentence("words/in-units", { unit: valueOf(line.unit) ?? "" }),
      }),
    ),
  );
