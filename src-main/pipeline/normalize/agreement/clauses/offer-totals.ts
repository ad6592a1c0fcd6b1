import type { FixedFeeValue } from "../../../../../src-shared/model/index.ts";
import type { Candidate } from "../engine/frame.ts";

/** A label that adds up what stands above, or is a tax on it: whole, or at the beginning of its line. */
const totalLabel =
  /^(?:[^\p{L}]*)(?:(?:neue?r?|new|revised|nouveau|nuevo|nuovo|novo|nieuwe?) )?(?:(?:grand |sub-?|net |order |contract |quote )?totals?\b|gesamt\p{L}*|(?:netto|brutto|zwischen|end|auftrags|angebots|rechnungs|vertrags)(?:summe|betrag|preis)|summe|montant (?:total|ht|ttc|net)|total(?:e)? (?:general|ht|h\.t\.|ttc|hors|neto|netto|euro|eur)|sous-total|net a payer|importe (?:total|neto)|base imponible|imponibile|totale|totaal\p{L}*|subtotaal|valor total|total geral|ht$|ttc$|(?:zzgl\.? |plus |\+ ?)?(?:vat|gst|mwst|ust|umsatzsteuer|tva|iva|btw)\b)/u;

/**
 * The sum of an offer is no price beside the prices that it adds up.
 *
 * Where the sum is all that is agreed it stays: then it is the price.
 */
export function withoutTotals(candidates: readonly Candidate[]): readonly Candidate[] {
  const isTotal = (candidate: Candidate): boolean => {
    if (candidate.type !== "fixed-fee" || candidate.absent === true) return false;
    const { item, per } = candidate.value as FixedFeeValue;
    const [part] = candidate.parts;
    const line = part === undefined ? "" : part.prepared.folded.slice(part.start, part.end);
    return (
      per === "once" && (totalLabel.test(item.toLowerCase()) || (line.length < 90 && totalLabel.test(line)))
    );
  };
  const hasOthers = candidates.some(
    (candidate) =>
      ["fixed-fee", "rate", "tiers", "milestone", "schedule-of-values"].includes(candidate.type) &&
      !isTotal(candidate),
  );
  return hasOthers ? candidates.filter((candidate) => !isTotal(candidate)) : candidates;
}
