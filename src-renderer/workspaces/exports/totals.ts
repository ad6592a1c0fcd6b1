import type { DecimalText } from "../../../src-shared/money/index.ts";
import { formatAmount } from "../../locale/display.ts";
import { formatList } from "../../locale/term-words.ts";

/** Totals by currency as words: "€12,300.00 and $4,000.00". */
export function totalsOf(totals: Readonly<Record<string, string>>): string {
  return formatList(
    Object.entries(totals).map(([currency, amount]) => formatAmount(amount as DecimalText, currency)),
  );
}
