import {
  add,
  compare,
  compareFractions,
  decimalText,
  decimalToText,
  fraction,
  isEqual,
  multiplyFractions,
  sum,
  toFraction,
  zero,
} from "../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../src-shared/money/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { computeAmount, shareOf, shownAmount, shownNumber } from "../../../src-shared/pricing/index.ts";
import type { Computed } from "../../../src-shared/pricing/index.ts";
import { sentence } from "../../../src-shared/text/index.ts";
import { foldWording, printedDecimal, wordingOf } from "../../../src-shared/wording/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";
import { linesInScope } from "./billed-discount.ts";
import { compareAmounts } from "./compare-price.ts";
import type { PriceVerdict } from "./compare-price.ts";
import type { LineContext } from "./context.ts";
import { netOfLine } from "./line-figures.ts";

/** Compares a line under a surcharge: an amount each time, or a share of what it is taken from. */
export function compareSurcharge(
  context: LineContext,
  governing: GoverningTerm,
  net: DecimalText,
): PriceVerdict {
  const { term } = governing;
  if (term.type !== "surcharge") throw new Error("Not a surcharge");
  const { amount, percent } = term.value;
  const { precision } = context.owner;
  if (amount !== undefined) {
    const quantity = valueOf(context.line.quantity);
    const times = quantity === null ? null : multiplyFractions(quantity, amount);
    // Three express runs at 4.00 each are three times the surcharge; how many there were is another check.
    const isEach = times !== null && compareFractions(toFraction(quantity ?? amount), fraction(1)) > 0;
    const formula =
      isEach && quantity !== null
        ? `${shownNumber(quantity)} × ${shownAmount(amount, precision)}`
        : `the agreed surcharge is ${shownAmount(amount, precision)}`;
    const expected = isEach ? computeAmount(formula, times, precision).value : amount;
    return isEqual(expected, net)
      ? {
          is: "same",
          because: sentence("because/agreed-surcharge", { amount: shownAmount(amount, precision) }),
        }
      : compareAmounts(context, governing, expected, net, formula, null);
  }
  if (percent === undefined)
    return { is: "cannot-determine", because: sentence("because/surcharge-unsaid", {}) };
  const printed = printedShare(context, net);
  // Another percentage than the agreed one is wrong whatever it is taken from.
  if (printed !== null && !isEqual(printed.percent, percent)) {
    const { value, formula } = shareOf(printed.base, percent, precision);
    return compareAmounts(context, governing, value, net, formula, null);
  }
  const readings: readonly Computed[] = surchargeBases(context, governing).map((base) =>
    shareOf(base, percent, precision),
  );
  const same = readings.find(({ value }) => isEqual(value, net));
  if (same !== undefined)
    return { is: "same", because: sentence("because/formula", { formula: same.formula }) };
  const sorted = readings.toSorted((first, second) => compare(first.value, second.value));
  const [least, most] = [sorted[0], sorted.at(-1)];
  // Above or below what any base would give, it is wrong whatever it is taken from, by the distance to the nearest.
  const nearest =
    printed !== null
      ? null
      : least !== undefined && compare(net, least.value) < 0
        ? least
        : most !== undefined && compare(net, most.value) > 0
          ? most
          : null;
  if (nearest === null)
    return {
      is: "cannot-determine",
      because: sentence("because/surcharge-base-unclear", { percent }),
    };
  return compareAmounts(context, governing, nearest.value, net, nearest.formula, null);
}

/** What a surcharge may be taken from: the lines that its clause names, else all other fee lines or one of them. */
function surchargeBases(context: LineContext, { term }: GoverningTerm): readonly DecimalText[] {
  const others = context.owner.lines.filter(
    (line) =>
      line !== context &&
      line.kind === "fee" &&
      line.match.state !== "not-priced" &&
      line.terms[0]?.term.type !== "surcharge",
  );
  if (term.type !== "surcharge") return [];
  const { condition = "", on } = term.value;
  const namedBy = (scope: string): readonly LineContext[] =>
    scope === "" ? [] : linesInScope(context.owner, scope).filter((line) => others.includes(line));
  const isSome = (lines: readonly LineContext[]): boolean => lines.length > 0 && lines.length < others.length;
  // What it is taken from, else what it is for, where either names some of the lines.
  const [named] = [namedBy(on), namedBy(condition)].filter(isSome);
  if (named !== undefined) {
    const closest = closestTo(`${on} ${condition}`, named);
    return [closest, named].flatMap((lines) => sumOfLines(lines) ?? []);
  }
  const nets = others.flatMap((line) => netOfLine(line) ?? []);
  if (nets.length === 0 || nets.length !== others.length) return [];
  const more = [runningSum(context), printedBase(context, others)].flatMap((base) => base ?? []);
  return nets.length === 1 ? [...nets, ...more] : [decimalToText(sum(nets)), ...nets, ...more];
}

/** What the rows above come to, with what they take off: a share that stands below a discount is of the rest. */
function runningSum({ owner, line }: LineContext): DecimalText | null {
  const at = owner.lines.findIndex((other) => other.line === line);
  const above = owner.lines.slice(0, at);
  return above.some(({ kind }) => kind === "discount") ? sumOfLines(above) : null;
}

/**
 * The sum that the row itself prints as what it is taken from ("30 % on 545.00"), where lines that belong together come
 * to it: those that have a number in common with it ("episode 4"), or a run of lines above it.
 */
function printedBase(context: LineContext, others: readonly LineContext[]): DecimalText | null {
  const printed = moneyIn(context.line.description);
  if (printed.length === 0) return null;
  const numbers = numbersIn(context.line.description);
  const alike = others.filter(({ line }) => numbersIn(line.description).some((one) => numbers.includes(one)));
  const isPrinted = (one: Decimal | DecimalText | null): boolean =>
    one !== null && printed.some((figure) => isEqual(figure, one));
  const alikeSum = alike.length === 0 ? null : sumOfLines(alike);
  if (isPrinted(alikeSum)) return alikeSum;
  // Runs that end right above the row, the shortest first: each adds one line to the one before.
  const before = new Set(context.owner.lines.slice(0, context.owner.lines.indexOf(context)));
  let run: Decimal = zero;
  for (const line of others.filter((other) => before.has(other)).toReversed()) {
    const net = netOfLine(line);
    if (net === null) return null;
    run = add(run, net);
    if (isPrinted(run)) return decimalToText(run);
  }
  return null;
}

/** The one percentage and the sum it is taken from, where the row prints both and they make what it bills. */
function printedShare(
  { line: { description }, owner: { precision } }: LineContext,
  net: DecimalText,
): { readonly percent: DecimalText; readonly base: DecimalText } | null {
  const [share, ...others] = [...description.matchAll(/(?<![\d.,])(\d{1,2}(?:[.,]\d{1,3})?) ?%/g)];
  if (share === undefined || others.length > 0) return null;
  const percent = decimalText((share[1] ?? "0").replace(",", "."));
  const base = moneyIn(description).find((figure) => isEqual(shareOf(figure, percent, precision).value, net));
  return base === undefined ? null : { percent, base };
}

/** Figures with cents, under either convention of their marks. */
const moneyIn = (text: string): readonly DecimalText[] =>
  [...text.matchAll(/\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})*[.,]\d{2}(?!\d)|\d+[.,]\d{2}(?!\d)/g)].flatMap(
    ([figure]) => printedDecimal(figure) ?? [],
  );

/** "cap. 4", "week 41": a word and the short number behind it. */
const numbersIn = (text: string): readonly string[] =>
  [...foldWording(text).matchAll(/([a-z]{3,})\.? (?:no\.? |nr\.? )?(\d{1,4})(?![\d.,%])/g)].map(
    ([, word = "", number = ""]) => `${word} ${number}`,
  );

/** Those of the lines that have most of the words: a line that only shares "accounting" is not "accounting and tax fees". */
function closestTo(scope: string, lines: readonly LineContext[]): readonly LineContext[] {
  const wanted = wordingOf(scope).content;
  const countOf = ({ line }: LineContext): number => {
    const { all } = wordingOf(`${line.description} ${line.group ?? ""}`);
    return wanted.filter((word) => all.has(word)).length;
  };
  const most = Math.max(...lines.map(countOf));
  return lines.filter((line) => countOf(line) === most);
}

function sumOfLines(lines: readonly LineContext[]): DecimalText | null {
  const nets = lines.map((line) => netOfLine(line));
  return nets.includes(null) ? null : decimalToText(sum(nets.flatMap((net) => net ?? [])));
}
