import type { FixedFeeValue } from "../../../../../src-shared/model/index.ts";
import { add, decimalText, decimalToText, isEqual, subtract } from "../../../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../../../src-shared/money/index.ts";
import type { Candidate } from "../engine/frame.ts";
import type { NumberStyle } from "../literals/literal.ts";
import { readDigits } from "../literals/number-atoms.ts";
import type { Line } from "../structure/outline.ts";
import type { PreparedText } from "../text/prepared-text.ts";

/** A label that adds up what stands above, or is a tax on it: whole, or at the beginning of its line. */
const totalLabel =
  /^(?:[^\p{L}]*)(?:(?:neue?r?|new|revised|nouveau|nuevo|nuovo|novo|nieuwe?) )?(?:(?:grand |sub-?|net |order |contract |quote )?totals?\b|gesamt\p{L}*|(?:netto|brutto|zwischen|end|auftrags|angebots|rechnungs|vertrags)(?:summe|betrag|preis)|summe|montant (?:total|ht|ttc|net)|total(?:e)? (?:general|ht|h\.t\.|ttc|hors|neto|netto|euro|eur)|sous-total|net a payer|importe (?:total|neto)|base imponible|imponibile|totale|totaal\p{L}*|subtotaal|valor total|total geral|ht$|ttc$|(?:zzgl\.? |plus |\+ ?)?(?:vat|gst|mwst|ust|umsatzsteuer|tva|iva|btw)\b)/u;

/** The sum that ends a printed line, negative behind a minus or in brackets; `null` without one. */
function lastSum({ prepared }: Line, style: NumberStyle): DecimalText | null {
  const match =
    /(?:^|[\s|(])([-–(]?) ?(?:\p{Sc} ?|[A-Z]{3} )?(\d[\d.,' ]*[.,]\d{2})(?: ?(?:\p{Sc}|[A-Z]{3}|[-)]))*$/u.exec(
      prepared.text.trimEnd(),
    );
  const digits = match?.[2];
  if (match === null || digits === undefined) return null;
  const value = readDigits(digits, style)[0] ?? null;
  return value === null || match[1] === "" ? value : decimalToText(subtract(decimalText("0"), value));
}

/**
 * Printed lines whose sum is that of two or more right above, each with that sum: totals, whatever they are called.
 *
 * A line without a sum may stand between; two may not.
 */
function derivedLines(lines: readonly Line[], style: NumberStyle): ReadonlyMap<PreparedText, DecimalText> {
  const found = new Map<PreparedText, DecimalText>();
  let run: DecimalText[] = [];
  let blank = 0;
  for (const line of lines) {
    const sum = lastSum(line, style);
    if (sum === null) {
      blank += 1;
      if (blank > 1) run = [];
      continue;
    }
    blank = 0;
    let total: Decimal | DecimalText = decimalText("0");
    const isSum = run.toReversed().some((part, index) => {
      total = add(total, part);
      return index > 0 && isEqual(total, sum);
    });
    if (isSum) {
      for (const part of line.cells ?? [line.prepared]) found.set(part, sum);
      run = [sum];
    } else run.push(sum);
  }
  return found;
}

/** Whether a price is printed on a line that adds up those above. */
function isDerived(candidate: Candidate, derived: ReadonlyMap<PreparedText, DecimalText>): boolean {
  const { amount, price } = candidate.value as {
    readonly amount?: DecimalText;
    readonly price?: DecimalText;
  };
  const value = amount ?? price;
  return (
    value !== undefined &&
    candidate.parts.some(({ prepared }) => {
      const sum = [...derived].find(([line]) => line === prepared || line.source === prepared.source)?.[1];
      return sum !== undefined && isEqual(sum, value);
    })
  );
}

/**
 * The sum of an offer is no price beside the prices that it adds up.
 *
 * Where the sum is all that is agreed it stays: then it is the price.
 */
export function withoutTotals(
  candidates: readonly Candidate[],
  lines: readonly Line[],
  style: NumberStyle,
): readonly Candidate[] {
  const derived = derivedLines(lines, style);
  const isTotal = (candidate: Candidate): boolean => {
    if (candidate.absent === true || (candidate.type !== "fixed-fee" && candidate.type !== "rate"))
      return false;
    if (isDerived(candidate, derived)) return true;
    if (candidate.type !== "fixed-fee") return false;
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
