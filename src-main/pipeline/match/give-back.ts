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
  billed: BilledLines,
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

/** Lines that were billed, by the invoice that they stand on and by what a credit note may name them by. */
export interface BilledLines {
  readonly add: (lines: readonly OpenLine[]) => void;
  /** The lines of the invoice that a line stands on, or that its credit note names; of its whole family where it names none. */
  readonly beside: (line: OpenLine) => readonly OpenLine[];
}

export function createBilledLines(): BilledLines {
  const byKey = new Map<string, OpenLine[]>();
  const put = (key: string, line: OpenLine): void => {
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, [line]);
    else known.push(line);
  };
  const numbered = (familyId: OpenLine["familyId"], number: string): string =>
    `number|${familyId ?? ""}|${normalizeInvoiceNumber(number)}`;
  return {
    add: (lines) => {
      for (const line of lines) {
        const number = line.invoice.number?.value ?? null;
        put(`invoice|${line.invoice.id}`, line);
        put(`family|${line.familyId ?? ""}`, line);
        if (number !== null) put(numbered(line.familyId, number), line);
      }
    },
    beside: ({ invoice, familyId }) => {
      const named = invoice.precedingInvoice?.value ?? null;
      if (invoice.kind !== "credit-note") return byKey.get(`invoice|${invoice.id}`) ?? [];
      return byKey.get(named === null ? `family|${familyId ?? ""}` : numbered(familyId, named)) ?? [];
    },
  };
}

/** The lines that a line may take back, the likeliest first: of the invoice that it names or stands on, of one price. */
function billedAs(line: OpenLine, billed: BilledLines): readonly OpenLine[] {
  const words = wordingOf(line.line.description);
  return billed
    .beside(line)
    .filter((other) => other.familyId === line.familyId && other.unit === line.unit)
    .map((other, position) => ({
      other,
      position,
      likeness: wordingSimilarity(words, wordingOf(other.line.description)),
    }))
    .filter(({ other, likeness }) => likeness >= 0.9 || isOfOnePrice(other, line))
    .toSorted((one, two) => two.likeness - one.likeness || two.position - one.position)
    .map(({ other }) => other);
}

const isOfOnePrice = ({ terms: [first] }: OpenLine, { terms: [second] }: OpenLine): boolean =>
  first !== undefined && first.governing.term.id === second?.governing.term.id;
