import {
  add,
  compareFractions,
  divideFractions,
  fraction,
  isZero,
  multiplyFractions,
  negate,
  sum,
  toFraction,
} from "../../../src-shared/money/index.ts";
import type { Fraction } from "../../../src-shared/money/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { unitFactor } from "../../../src-shared/wording/index.ts";
import { addedByChanges, bucketOf, computeCapDraws, countsAgainst } from "./cap-usage.ts";
import type { CapDraw } from "./cap-usage.ts";
import type { LineContext } from "./context.ts";
import { whyUnusable } from "./firmness.ts";

/**
 * How much more of a line its limits would have let be billed, in the line's unit; `null` where no limit says.
 *
 * What was delivered beyond a limit is at the seller's own cost: it is no leak that it was not billed.
 */
export function roomUnderCaps(context: LineContext): Fraction | null {
  const draws = context.owner.batch.once("cap-draws", computeCapDraws).get(context.owner) ?? [];
  let least: Fraction | null = null;
  for (const draw of draws) {
    if (draw.isUncertain || whyUnusable(draw.cap) !== null || !countsAgainst(context, draw.cap)) continue;
    // A limit that is reached in one month or job leaves the others theirs.
    if (draw.bucket !== bucketOf(context, draw.cap)) continue;
    const room = roomOf(draw, context);
    if (room === null) continue;
    if (least === null || compareFractions(room, least) < 0) least = room;
  }
  return least;
}

function roomOf({ cap, before, current, changes }: CapDraw, { line }: LineContext): Fraction | null {
  const { quantity, amount, unit } = cap.term.value;
  const limit = quantity ?? amount;
  if (limit === undefined || limit === null) return null;
  const rest = toFraction(sum([limit, ...addedByChanges(changes), negate(add(before, current))]));
  if (rest.numerator <= 0n) return fraction(0);
  if (quantity !== undefined) {
    const ours = valueOf(line.unit);
    if (unit === undefined || ours === null) return rest;
    const factor = unitFactor(unit, ours);
    return factor === undefined ? null : multiplyFractions(rest, factor);
  }
  const price = valueOf(line.unitPrice);
  if (price === null || isZero(price)) return null;
  return divideFractions(rest, divideFractions(price, valueOf(line.priceBase) ?? fraction(1)));
}
