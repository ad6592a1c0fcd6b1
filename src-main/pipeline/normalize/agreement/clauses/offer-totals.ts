import type { FixedFeeValue, SourcedText } from "../../../../../src-shared/model/index.ts";
import {
  add,
  decimalText,
  decimalToText,
  isEqual,
  subtract,
  withoutTrailingZeros,
  zero,
} from "../../../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../../../src-shared/money/index.ts";
import { foldText } from "../../values/fold.ts";
import type { Candidate } from "../engine/frame.ts";
import type { NumberStyle } from "../literals/literal.ts";
import { readDigits } from "../literals/number-atoms.ts";
import type { Line } from "../structure/outline.ts";
import { accountOfContract } from "../tables/row-kind.ts";

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

/** Sums under each other, added up. */
interface Run {
  readonly total: Decimal;
  readonly last: DecimalText | null;
  /** What had been added up before each line but the last: where a sum of two or more lines may begin. */
  readonly starts: Set<string>;
}

const startRun = (): Run => ({ total: zero, last: null, starts: new Set() });

/** Equal amounts have one key, however many zeros end them. */
const keyOf = (amount: Decimal): string => decimalToText(withoutTrailingZeros(amount));

/**
 * Printed lines whose sum is that of two or more right above, each with that sum: totals, whatever they are called.
 *
 * A line without a sum may stand between; two may not.
 */
function derivedLines(lines: readonly Line[], style: NumberStyle): ReadonlyMap<SourcedText, DecimalText> {
  const found = new Map<SourcedText, DecimalText>();
  let run = startRun();
  let blank = 0;
  for (const line of lines) {
    const sum = lastSum(line, style);
    if (sum === null) {
      blank += 1;
      if (blank > 1) run = startRun();
      continue;
    }
    blank = 0;
    if (run.starts.has(keyOf(subtract(run.total, sum)))) {
      for (const { source } of line.cells ?? [line.prepared]) if (!found.has(source)) found.set(source, sum);
      run = startRun();
    }
    if (run.last !== null) run.starts.add(keyOf(subtract(run.total, run.last)));
    run = { total: add(run.total, sum), last: sum, starts: run.starts };
  }
  return found;
}

/** Whether a price is printed on a line that adds up those above. */
function isDerived(candidate: Candidate, derived: ReadonlyMap<SourcedText, DecimalText>): boolean {
  const { amount, price } = candidate.value as {
    readonly amount?: DecimalText;
    readonly price?: DecimalText;
  };
  const value = amount ?? price;
  return (
    value !== undefined &&
    candidate.parts.some(({ prepared }) => {
      const sum = derived.get(prepared.source);
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
    const named = foldText(item);
    return (
      per === "once" &&
      (totalLabel.test(named) || accountOfContract.test(named) || (line.length < 90 && totalLabel.test(line)))
    );
  };
  const hasOthers = candidates.some(
    (candidate) =>
      ["fixed-fee", "rate", "tiers", "milestone", "schedule-of-values"].includes(candidate.type) &&
      !isTotal(candidate),
  );
  return hasOthers ? candidates.filter((candidate) => !isTotal(candidate)) : candidates;
}
