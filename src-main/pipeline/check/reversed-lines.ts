import { reversalsAmong } from "../../../src-shared/wording/index.ts";
import type { BatchContext, LineContext } from "./context.ts";

/** Lines that another line of the same invoice takes back whole, and those that take them back. */
export function findReversedLines({ invoices }: BatchContext): ReadonlySet<LineContext> {
  const reversed = new Set<LineContext>();
  for (const { invoice, lines, isCredit } of invoices) {
    if (isCredit) continue;
    for (const place of reversalsAmong(invoice.lines).keys()) {
      const line = lines[place];
      if (line !== undefined) reversed.add(line);
    }
  }
  return reversed;
}
