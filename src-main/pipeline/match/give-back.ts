import {
  addFractions,
  divideFractions,
  fraction,
  minimumFraction,
  multiplyFractions,
  negateFraction,
  subtractFractions,
} from "../../../src-shared/money/index.ts";
import type { Delivery } from "../../../src-shared/model/index.ts";
import { normalizeInvoiceNumber, wordingOf, wordingSimilarity } from "../../../src-shared/wording/index.ts";
import { factorBetween, isOfOtherDay } from "./open-line.ts";
import type { OpenLine } from "./open-line.ts";
import type { RecordStock } from "./record-stock.ts";

/** Whether a line takes back what another billed: all lines of a credit note, and those below zero of an invoice. */
export const takesBack = ({ need, invoice }: OpenLine): boolean =>
  invoice.kind === "credit-note" ? need.numerator !== 0n : need.numerator < 0n;

/**
 * Gives the records of what a line takes back to those who bill it anew.
 *
 * The line that was billed keeps its records as its proof. A credit takes back first what no record proved, and nothing
 * twice.
 */
export function giveBack(
  line: OpenLine,
  billed: readonly OpenLine[],
  deliveries: ReadonlyMap<string, Delivery>,
  stock: RecordStock,
): void {
  const isCredit = line.invoice.kind === "credit-note";
  let open = line.need.numerator < 0n ? negateFraction(line.need) : line.need;
  for (const other of billedAs(line, billed)) {
    // On one invoice a minus lets its other lines take what it frees, whichever of them lacks proof.
    const unproven = minimumFraction(isCredit ? other.need : fraction(0), open);
    if (unproven.numerator > 0n) {
      other.need = subtractFractions(other.need, unproven);
      open = subtractFractions(open, unproven);
    }
    for (const [id, share] of [...other.shares].toReversed()) {
      const delivery = deliveries.get(id);
      // "Reversal, 6 October" takes back the work of that day.
      if (delivery !== undefined && isOfOtherDay(delivery, line)) continue;
      const factor = delivery === undefined ? undefined : factorBetween(delivery, other);
      if (open.numerator <= 0n) return;
      if (delivery === undefined || factor === undefined || share.quantity === null) continue;
      const kept = subtractFractions(share.quantity, other.returned.get(id) ?? fraction(0));
      const back = minimumFraction(kept, divideFractions(open, factor));
      other.returned.set(id, addFractions(other.returned.get(id) ?? fraction(0), back));
      stock.giveBack(delivery, back);
      open = subtractFractions(open, multiplyFractions(back, factor));
    }
  }
}

/** The lines that a line may take back, the likeliest first: of the invoice that it names or stands on, of one price. */
function billedAs(line: OpenLine, billed: readonly OpenLine[]): readonly OpenLine[] {
  const named = line.invoice.precedingInvoice?.value ?? null;
  const number = named === null ? null : normalizeInvoiceNumber(named);
  const words = wordingOf(line.line.description);
  return billed
    .filter(
      (other) =>
        other.familyId === line.familyId && other.unit === line.unit && isOfInvoice(other, line, number),
    )
    .map((other, position) => ({
      other,
      position,
      likeness: wordingSimilarity(words, wordingOf(other.line.description)),
    }))
    .filter(({ other, likeness }) => likeness >= 0.9 || isOfOnePrice(other, line))
    .toSorted((one, two) => two.likeness - one.likeness || two.position - one.position)
    .map(({ other }) => other);
}

function isOfInvoice({ invoice }: OpenLine, line: OpenLine, number: string | null): boolean {
  if (line.invoice.kind !== "credit-note") return invoice.id === line.invoice.id;
  const own = invoice.number?.value ?? null;
  return number === null || (own !== null && normalizeInvoiceNumber(own) === number);
}

const isOfOnePrice = ({ terms: [first] }: OpenLine, { terms: [second] }: OpenLine): boolean =>
  first !== undefined && first.governing.term.id === second?.governing.term.id;
