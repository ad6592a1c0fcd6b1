import { reversalsAmong } from "../../../src-shared/wording/index.ts";
import type { InvoiceContext, LineContext } from "./context.ts";

const knownOf = new WeakMap<InvoiceContext, ReadonlySet<LineContext>>();
const none: ReadonlySet<LineContext> = new Set();

/** Whether another line of the same invoice takes a line back whole, or this one does so to another. */
export const isReversed = (context: LineContext): boolean => reversedLinesOf(context.owner).has(context);

/** Found once for an invoice, and for those alone whose lines are judged. */
function reversedLinesOf(invoice: InvoiceContext): ReadonlySet<LineContext> {
  const known = knownOf.get(invoice);
  if (known !== undefined) return known;
  const found = invoice.isCredit ? none : reversedAmong(invoice);
  knownOf.set(invoice, found);
  return found;
}

function reversedAmong({ invoice, lines }: InvoiceContext): ReadonlySet<LineContext> {
  const places = reversalsAmong(invoice.lines);
  return places.size === 0 ? none : new Set(lines.filter((_, place) => places.has(place)));
}
