import type { DecimalText } from "../money/index.ts";
import { foldWording } from "./fold.ts";
import { printedDecimal } from "./printed-decimal.ts";

/** What a line says that a thing cost, and the percentage that it adds. */
export interface StatedCost {
  readonly cost: DecimalText;
  readonly percent: DecimalText;
}

/** "250,00 € + 12 %", "250.00 plus 12%": a sum with its cents, and a percentage on top of it. */
const costPlus =
  /(?<![\d.,])(\d{1,3}(?:[.,' ]?\d{3})*[.,]\d{2})(?![\d.,]) ?(?:€|\$|£|[a-z]{3}|francs?|fr\.?)? ?(?:\+|plus|zzgl\.?|zuzuglich|mas|piu|mais|vermeerderd met|majore de|aumentad[oa] (?:de|del|en)) ?(\d{1,3}(?:[.,]\d{1,2})?) ?%/g;

/** The cost and the markup that the words of a line state; `null` where they state none or several. */
export function statedCostOf(text: string): StatedCost | null {
  const [first, ...others] = [...foldWording(text).matchAll(costPlus)];
  const [, sum, percent] = first ?? [];
  const [cost, share] = [printedDecimal(sum ?? ""), printedDecimal(percent ?? "")];
  return cost === null || share === null || others.length > 0 ? null : { cost, percent: share };
}
