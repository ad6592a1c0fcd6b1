import {
  absolute,
  add,
  compare,
  isZero,
  multiply,
  negate,
  subtract,
  toDecimal,
  zero,
} from "../../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../../src-shared/money/index.ts";
import { hundred, isSameSize, isShareOf, isWithin, valuesOf } from "./arithmetic.ts";
import { payableOf } from "./solve-payable.ts";
import {
  absoluteSum,
  closing,
  labelScore,
  loneTotal,
  plain,
  sameValue,
  sumOf,
  taxSetsOf,
  topChoices,
  uniqueChoices,
  weaken,
} from "./total-choices.ts";
import type { Choice, TaxSet, Weighted } from "./total-choices.ts";
import { fitLines, keptBeforeTax } from "./fit-lines.ts";
import type { TotalCandidate, TotalField } from "./total-candidate.ts";

/** The choice of printed sums that labels and arithmetic support best. */
export interface TotalsSolution {
  readonly subtotal: Choice | null;
  readonly net: Choice | null;
  readonly gross: Choice | null;
  readonly payable: Choice | null;
  readonly taxes: readonly Choice[];
  readonly taxTotal: Choice | null;
  readonly allowances: readonly Choice[];
  readonly charges: readonly Choice[];
  readonly prepaid: Choice | null;
  readonly retention: Choice | null;
  readonly withholding: Choice | null;
  readonly rounding: Choice | null;
  /** Lines add up to the gross total and not to the net one. */
  readonly linesIncludeTax: boolean;
  readonly score: number;
  /** Score less the best solution with another amount in that place. */
  readonly margins: { readonly net: number; readonly gross: number };
  /** Names of constraints that close, and that are violated. */
  readonly closed: readonly string[];
  readonly violated: readonly string[];
}

export interface LineSums {
  /** Sum of the printed line amounts; `null` where none or not all are read. */
  readonly net: Decimal | null;
  readonly count: number;
}

const violation = -3.5;

/**
 * Chooses among printed amounts only. Closing sums support a choice, violated ones weaken it; nothing is computed.
 *
 * `taxIsSilent` says that the document has no tax label at all: net and gross may then be one amount.
 */
export function solveTotals(
  candidates: readonly TotalCandidate[],
  lines: LineSums,
  taxIsSilent: boolean,
): TotalsSolution {
  const top = (field: TotalField, count: number): readonly Choice[] => topChoices(candidates, field, count);
  const nets = [
    ...top("net", 6),
    ...weaken(top("subtotal", 4), 0.8),
    ...weaken(top("gross", 3), 0.25),
    ...(taxIsSilent ? weaken(top("payable", 2), 0.25) : []),
  ];
  const grosses = [...top("gross", 8), ...weaken(top("payable", 5), 0.7), ...weaken(top("net", 2), 0.1)];
  const taxSets = taxSetsOf(candidates);
  const solutions: TotalsSolution[] = [];
  for (const net of [null, ...uniqueChoices(nets)]) {
    for (const gross of [null, ...uniqueChoices(grosses)]) {
      for (const taxes of taxSets) {
        solutions.push(judge({ net, gross, taxes }, candidates, lines, taxIsSilent));
      }
    }
  }
  const ordered = solutions.sort(
    (first, second) => second.score - first.score || first.taxes.length - second.taxes.length,
  );
  const [first] = ordered;
  const lone = first?.net === null && first.gross === null ? loneTotal(candidates) : null;
  const best =
    ordered.find(({ net, gross }) => lone !== null && net === null && gross?.candidate === lone) ?? first;
  if (best === undefined) throw new Error("A solution without any amount always exists");
  // A rival reads another amount there; a solution that leaves the field open is none.
  const marginOf = (pick: (solution: TotalsSolution) => Choice | null): number => {
    const own = pick(best);
    const rival = ordered.find((other) => pick(other) !== null && !sameValue(pick(other), own));
    return rival === undefined ? 9 : best.score - rival.score;
  };
  return { ...best, margins: { net: marginOf(({ net }) => net), gross: marginOf(({ gross }) => gross) } };
}

function judge(
  {
    net,
    gross,
    taxes,
  }: { readonly net: Weighted | null; readonly gross: Weighted | null; readonly taxes: TaxSet },
  candidates: readonly TotalCandidate[],
  lines: LineSums,
  taxIsSilent: boolean,
): TotalsSolution {
  let score = labelScore(net) + labelScore(gross);
  const closed: string[] = [];
  const violated: string[] = [];
  const close = (name: string, isClosed: boolean, weight: number): void => {
    score += isClosed ? weight : violation;
    (isClosed ? closed : violated).push(name);
  };
  // Leaving a well labeled amount unused costs its label.
  const best = (field: TotalField): Choice | null => topChoices(candidates, field, 1)[0] ?? null;
  if (net === null) score -= 0.7 * Math.max(0, labelScore(best("net")));
  if (gross === null)
    score -= 0.7 * Math.max(0, labelScore(best("gross")), 0.9 * labelScore(best("payable")));
  const taxSum = taxes.total?.value ?? sumOf(taxes.taxes);
  const zeros = taxes.taxes.filter((tax) => isZero(tax.value)).length;
  for (const tax of taxes.taxes) score += (0.4 * labelScore(tax)) / taxes.taxes.length;
  score -= zeros > 1 ? 0.5 : 0;
  if (taxes.taxes.length === 0 && best("tax") !== null) score -= 0.8 * Math.max(0, labelScore(best("tax")));
  const payable = payableOf(candidates, gross, net);
  const allowances = adjustments(candidates, "discount", net, gross).filter(
    ({ candidate }) => candidate.tokens !== payable.withholding?.candidate.tokens,
  );
  const charges = adjustments(candidates, "charge", net, gross);
  if (net !== null && gross !== null) {
    const isOne = net.candidate.tokens === gross.candidate.tokens;
    const difference = subtract(absolute(gross.value), absolute(net.value));
    const [rounding, held] = [best("rounding"), best("withholding")];
    if (taxes.taxes.length > 0) {
      const isClosed =
        (rounding !== null && isRounded(taxSum, difference, rounding)) ||
        isWithin(absolute(taxSum), absolute(difference), 0) ||
        isWithin(negate(absolute(taxSum)), difference, 0) ||
        // "Base 950, IVA 199.50, IRPF −142.50, total 1007": what is left to pay stands for the gross total.
        (held !== null &&
          !isZero(held.value) &&
          isWithin(subtract(absolute(taxSum), absolute(held.value)), difference, 0));
      const closes = isClosed && !(isOne && !isZero(taxSum));
      // "Subtotal 100, shipping 5, tax 9, total 114": a net total of 105 is not printed, and what is printed closes.
      const between = subtract(add(absolute(taxSum), sumOf(charges)), absoluteSum(allowances));
      const isAdjusted = net.candidate.field === "subtotal" && allowances.length + charges.length > 0;
      if (!closes && isAdjusted && !isOne && isWithin(between, difference, 0))
        close("C3-gross", true, closing);
      else close("C6", closes, isZero(taxSum) ? 0.5 : closing);
    } else if (isOne) {
      score += taxIsSilent ? 1.9 : -2;
    } else if (!isZero(difference)) {
      score -= 2.5;
    }
    if (compare(absolute(net.value), absolute(gross.value)) > 0 && !isOne) score -= 2;
  }
  for (const tax of taxes.taxes) {
    const rate = tax.candidate.percent === null ? null : (valuesOf(tax.candidate.percent.reading)[0] ?? null);
    const base =
      tax.candidate.base === null
        ? taxes.taxes.length === 1
          ? (net?.value ?? null)
          : null
        : (valuesOf(tax.candidate.base.reading)[0] ?? null);
    if (rate === null || isZero(rate)) continue;
    if (net === null && gross !== null) {
      // Tax that a gross total includes is its share of it: 21/121, to the cent.
      // Less may be tax on some of the lines; more than its share a total cannot include.
      const withRate = add(rate, hundred);
      if (isShareOf(absolute(tax.value), absolute(gross.value), rate, 1, withRate))
        close("C4", true, closing);
      else if (compare(multiply(absolute(tax.value), withRate), multiply(absolute(gross.value), rate)) > 0)
        close("C4", false, closing);
      continue;
    }
    if (base === null) continue;
    const isClosed = isShareOf(absolute(tax.value), absolute(base), rate, 1);
    // Without a printed base the tax may rest on some lines only: closing speaks for it, and nothing against it.
    if (isClosed || tax.candidate.base !== null) close("C4", isClosed, 2);
  }
  const adjusted =
    net === null ? null : subtract(add(absolute(net.value), absoluteSum(allowances)), sumOf(charges));
  const subtotal = subtotalOf(candidates, net, lines, adjusted);
  const keptBack = keptBeforeTax(candidates, net);
  let linesIncludeTax = false;
  if (lines.net !== null && lines.count > 0) {
    const fit =
      (keptBack.length === 0
        ? null
        : fitLines(lines.net, lines.count, net, gross, [...allowances, ...keptBack], charges)) ??
      fitLines(lines.net, lines.count, net, gross, allowances, charges) ??
      // Without a printed net total the lines and the taxes together make the gross one.
      (net === null &&
      gross !== null &&
      taxes.taxes.length > 0 &&
      isWithin(add(absolute(lines.net), absolute(taxSum)), absolute(gross.value), 1)
        ? "net"
        : null);
    linesIncludeTax = fit === "gross" && !taxIsSilent;
    if (net !== null || gross !== null)
      close(fit === "gross" ? "C2-gross" : "C2", fit !== null, lines.count > 1 ? closing : 2);
  }
  if (subtotal !== null && net !== null && subtotal.candidate.tokens !== net.candidate.tokens) {
    const expected = subtract(add(absolute(subtotal.value), sumOf(charges)), absoluteSum(allowances));
    if (isWithin(expected, absolute(net.value), 0))
      close("C3", true, isZero(absoluteSum(allowances)) && isZero(sumOf(charges)) ? 0.3 : 2);
  }
  if (payable.closed) closed.push("C7");
  score += payable.score;
  return {
    subtotal,
    net: plain(net),
    gross: plain(gross),
    payable: payable.payable,
    taxes: taxes.taxes,
    taxTotal: taxes.total,
    allowances,
    charges,
    prepaid: payable.prepaid,
    retention: payable.retention,
    withholding: payable.withholding,
    rounding: payable.rounding,
    linesIncludeTax,
    score,
    margins: { net: 0, gross: 0 },
    closed,
    violated,
  };
}

/** "CGST 13,838.40, SGST 13,838.40, round off 0.20": what makes the total whole lies between it and the taxes. */
function isRounded(tax: Decimal | DecimalText, difference: Decimal, rounding: Choice): boolean {
  const rest = subtract(difference, absolute(tax));
  return !isZero(rounding.value) && isSameSize(rest, rounding.value) && isWithin(rest, zero, 100);
}

/** Discounts and charges that stand among the sums; the ones with a strong label only. */
function adjustments(
  candidates: readonly TotalCandidate[],
  field: "discount" | "charge",
  net: Choice | null,
  gross: Choice | null,
): readonly Choice[] {
  const all = topChoices(candidates, field, 6).filter(
    ({ candidate, value }) =>
      candidate.score >= 0.4 &&
      !isZero(value) &&
      candidate.tokens !== net?.candidate.tokens &&
      candidate.tokens !== gross?.candidate.tokens,
  );
  // A printed total of several, or the same amount named again, stands for its parts.
  const isTotal = (choice: Choice): boolean =>
    /\b(?:total|gesamt\w*|summe|totale|totaal|sum)\b/.test(choice.candidate.label.phrase);
  const total = all.find((choice) => isTotal(choice));
  if (total !== undefined) {
    const parts = all.filter((choice) => choice !== total && !isTotal(choice));
    if (parts.length > 0 && isWithin(absoluteSum(parts), absolute(total.value), 0)) return parts;
    return [total];
  }
  return all.filter(
    (choice, index) => all.findIndex((other) => isSameSize(other.value, choice.value)) === index,
  );
}

/** The printed sum of the lines. Several subtotals of parts are none, unless one is what the lines or the net say. */
function subtotalOf(
  candidates: readonly TotalCandidate[],
  net: Choice | null,
  lines: LineSums,
  adjusted: Decimal | null,
): Choice | null {
  const choices = topChoices(candidates, "subtotal", 8);
  const equal = (sum: Decimal | null): Choice | undefined =>
    sum === null ? undefined : choices.find((choice) => isSameSize(choice.value, sum));
  const proven = equal(lines.net) ?? equal(adjusted) ?? equal(net === null ? null : toDecimal(net.value));
  if (proven !== undefined) return proven;
  const [first] = choices;
  return first !== undefined && choices.every((choice) => isSameSize(choice.value, first.value))
    ? first
    : null;
}
