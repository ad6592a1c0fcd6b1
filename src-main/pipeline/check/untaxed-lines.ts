import { isEqual, subtract, sum } from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { taxOnNet } from "../../../src-shared/pricing/index.ts";
import { foldWording } from "../../../src-shared/wording/index.ts";
import type { Governing, InvoiceContext, LineContext } from "./context.ts";
import { netOfLine } from "./line-figures.ts";

/**
 * The line without which the agreed rate gives the billed tax, and which says that it bears none; `null` where there is
 * no such line. A charge for late payment is no supply and bears none anyway.
 */
export function untaxedLineOf(
  context: InvoiceContext,
  found: DecimalText,
  terms: readonly Governing<"tax">[],
): LineContext | "late-fee" | null {
  const net = valueOf(context.invoice.net);
  const rate = terms.length === 1 ? terms[0]?.term.value.rate : null;
  if (net === null || rate === null || rate === undefined) return null;
  const gap = context.lines.filter((line) => line.kind === "late-fee" || saysUntaxed(line.line.description));
  const nets = gap.flatMap((line) => netOfLine(line) ?? []);
  const [first] = gap;
  if (first === undefined || nets.length !== gap.length) return null;
  if (!isEqual(taxOnNet(subtract(net, sum(nets)), rate, context.precision).value, found)) return null;
  return gap.every(({ kind }) => kind === "late-fee") ? "late-fee" : first;
}

const saysUntaxed = (text: string): boolean =>
  /\b(no (vat|tax|gst)|(vat|tax|gst)[- ](exempt|free)|zero[- ]rated|not taxable|non[- ]taxable|outside the scope|steuerfrei|ohne (mwst|ust|umsatzsteuer|mehrwertsteuer)|sans tva|hors champ|exoner\w+|sin iva|exent[oa]|suplidos?|esente|senza iva|fuori campo|art\.? ?15|geen btw|zonder btw|sem iva|isent[oa])\b/.test(
    foldWording(text),
  );
