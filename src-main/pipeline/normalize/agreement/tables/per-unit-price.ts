import type { Tier } from "../../../../../src-shared/model/index.ts";
import { decimalText } from "../../../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import { exactPriceOfOne } from "../../../../../src-shared/pricing/index.ts";
import { findPerUnits } from "../literals/per-unit.ts";
import type { NumberStyle } from "../literals/literal.ts";

/**
 * Steps whose prices are for so many, with the prices of one: tiers have no base of their own.
 *
 * Where a price of one has no end ("10.00 per 12") all stay as printed, and the remainder keeps for how many they are.
 */
export function tiersOfOne(
  tiers: readonly Tier[],
  base: DecimalText,
): { readonly tiers: readonly Tier[]; readonly remainder?: string } {
  const ofOne = tiers.flatMap((tier): readonly Tier[] => {
    const price = exactPriceOfOne(tier.price, base);
    return price === null ? [] : [{ ...tier, price }];
  });
  return ofOne.length === tiers.length ? { tiers: ofOne } : { tiers, remainder: `per ${base}` };
}

/** How many units the words of a head or lead-in say that prices are for; "1" where they say none. */
export const baseIn = (folded: string, style: NumberStyle): DecimalText =>
  findPerUnits(folded, folded, style).find(({ base }) => base !== "1")?.base ?? decimalText("1");
