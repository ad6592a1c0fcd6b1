import {
  absolute,
  add,
  decimalToText,
  isEqual,
  isZero,
  sum,
  toDecimal,
  zero,
} from "../../../../src-shared/money/index.ts";
import type { Decimal, DecimalText } from "../../../../src-shared/money/index.ts";
import { hundred, isShareOf, isWithin, valuesOf } from "./arithmetic.ts";
import { rateOfWhole, ratesOfRows } from "./implied-rates.ts";
import type { ResolvedLine } from "./invoice-lines.ts";
import type { LineTax } from "./line-tax.ts";
import type { Token } from "./layout.ts";
import { tokensOf } from "./printed-row.ts";
import type { RawLine } from "./raw-line.ts";
import type { TotalsSolution } from "./solve-totals.ts";
import type { Survey } from "./survey.ts";
import { taxLegend } from "./tax-legend.ts";
import type { TotalCandidate } from "./total-candidate.ts";
import { isUsualRate } from "./usual-rates.ts";

/** A tax among the sums: its rate, its amount, and what it is on where that is printed. */
interface TaxGroup {
  readonly rate: DecimalText;
  readonly amount: Decimal;
  readonly base: Decimal | null;
  readonly tokens: readonly Token[];
}

/** Ways to deal lines out to rates that are tried; more prove nothing. */
const mostWays = 20_000;

/**
 * The rates of lines that print none of their own: by the legend of their codes; where every tax is on the whole
 * total, the sum of the rates; by the taxes that the rows or the whole print without a rate; where several taxes share
 * the lines, the only way to deal them out that makes the printed bases. `null` for a line of which nothing says a rate.
 */
export function lineTaxes(
  survey: Survey,
  lines: readonly ResolvedLine[],
  totals: TotalsSolution,
  candidates: readonly TotalCandidate[],
  isGross: boolean,
): readonly (LineTax | null)[] {
  const codes = lines.map(({ raw }) => codeOf(raw));
  const legend = taxLegend(survey, new Set(codes.flatMap((code) => code ?? [])));
  if (codes.some((code) => code !== null && legend.has(code)))
    return codes.map((code) => {
      const entry = code === null ? undefined : legend.get(code);
      return entry === undefined ? null : { ...entry, confidence: 0.9 };
    });
  const told = ratesOfRows(lines, totals, isGross);
  if (told !== null) return told;
  const groups = taxGroups(totals, candidates);
  if (lines.some(({ raw }) => raw.taxRate !== null || raw.taxCode !== null) && !areOnlyCodes(lines, groups))
    return lines.map(() => null);
  const common = commonRate(groups, totals, isGross);
  if (common !== null) return lines.map(() => common);
  const whole = groups.length === 0 ? rateOfWhole(lines, totals, survey) : null;
  return whole === null ? dealtOut(lines, groups, isGross) : lines.map(() => whole);
}

/** Whether the figures in a column for taxes are no rates: none has a percent sign, and no tax anywhere has one of them. */
function areOnlyCodes(lines: readonly ResolvedLine[], groups: readonly TaxGroup[]): boolean {
  const figures = lines.flatMap(({ raw }) => raw.taxRate ?? []);
  return (
    groups.length > 0 &&
    lines.every(({ raw }) => raw.taxCode === null) &&
    figures.every(
      ({ reading, tokens }) =>
        !reading.isPercent &&
        tokens.every(({ text }) => /^\d{1,2}$/.test(text)) &&
        valuesOf(reading).every(
          (value) => !isUsualRate(value) && groups.every(({ rate }) => !isEqual(rate, value)),
        ),
    )
  );
}

/** The letter or figure that stands for a tax in a row: in a column for it, behind the amount, or glued to it. */
function codeOf({ taxCode, taxRate, amount, anchor }: RawLine): string | null {
  if (taxCode !== null) return taxCode.replace(/^[([*]+|[)\]*]+$/g, "");
  const [only, ...others] = taxRate?.tokens ?? [];
  if (only !== undefined) return others.length === 0 && /^\d$/.test(only.text) ? only.text : null;
  const last = amount?.tokens.at(-1);
  if (last === undefined) return null;
  const glued = /\d([A-Z])$/.exec(last.text)?.[1];
  if (glued !== undefined) return glued;
  const row = tokensOf(anchor);
  const behind = row.slice(row.indexOf(last) + 1);
  const [code, ...rest] = behind;
  return code !== undefined && rest.length === 0 && /^[([]?(?:[A-Z]{1,2}\d?|\*|\d)[)\]]?$/.test(code.text)
    ? code.text.replace(/^[([]|[)\]]$/g, "")
    : null;
}

function taxGroups(totals: TotalsSolution, candidates: readonly TotalCandidate[]): readonly TaxGroup[] {
  const chosen = totals.taxes.map(({ candidate }) => candidate);
  const zeros = candidates.filter(
    ({ field, number, percent, base }) =>
      field === "tax" && percent !== null && base !== null && valuesOf(number.reading).every(isZero),
  );
  return [...new Set([...chosen, ...zeros])].flatMap((candidate): readonly TaxGroup[] => {
    const rate = candidate.percent?.reading.value ?? null;
    const amount =
      totals.taxes.find((one) => one.candidate === candidate)?.value ?? candidate.number.reading.value;
    if (rate === null || amount === null || candidate.percent === null) return [];
    const base = candidate.base?.reading.value ?? null;
    return [
      {
        rate: decimalToText(absolute(rate)),
        amount: absolute(amount),
        base: base === null ? null : absolute(base),
        tokens: candidate.percent.tokens,
      },
    ];
  });
}

/** Whether a tax is on a sum: its share of it, to the cent. */
function isOn(whole: Decimal, { rate, amount, base }: TaxGroup, isGross: boolean, slack: number): boolean {
  if (isGross) {
    if (base !== null && !isWithin(whole, add(base, amount), slack)) return false;
    return isShareOf(amount, whole, rate, slack, add(hundred, rate));
  }
  return base === null ? isShareOf(amount, whole, rate, slack) : isWithin(whole, base, slack);
}

/** Where each tax is on the whole of the paper, every line bears all of them: "CGST 9 %, SGST 9 %". */
function commonRate(
  groups: readonly TaxGroup[],
  { net, gross }: TotalsSolution,
  isGross: boolean,
): LineTax | null {
  const whole = net === null ? (gross === null ? null : gross.value) : net.value;
  if (whole === null || groups.length === 0) return null;
  const isWholeGross = net === null;
  if (isWholeGross && !isGross && groups.length > 1) return null;
  if (!groups.every((group) => isOn(absolute(whole), group, isWholeGross, 1))) return null;
  const [first] = groups;
  // One tax of nothing says nothing of what it is on, unless it stands alone.
  if (groups.length > 1 && groups.some(({ amount }) => isZero(amount))) return null;
  return {
    rate:
      groups.length === 1 && first !== undefined
        ? first.rate
        : decimalToText(sum(groups.map(({ rate }) => rate))),
    tokens: groups.flatMap(({ tokens }) => tokens),
    confidence: 0.92,
  };
}

/** The only way to deal the lines out to several rates that makes what each tax is on. */
function dealtOut(
  lines: readonly ResolvedLine[],
  groups: readonly TaxGroup[],
  isGross: boolean,
): readonly (LineTax | null)[] {
  const none = lines.map(() => null);
  const amounts = lines.map(({ amount }) => amount);
  if (groups.length < 2 || groups.length ** lines.length > mostWays) return none;
  if (amounts.some((amount) => amount === null)) return none;
  if (groups.some(({ amount, base }) => isZero(amount) && base === null)) return none;
  const found: number[][] = [];
  const deal = (dealt: readonly number[], sums: readonly Decimal[]): void => {
    if (found.length > 1) return;
    const next = amounts[dealt.length];
    if (next === undefined || next === null) {
      if (sums.every((made, at) => isGroupOn(made, groups[at], isGross))) found.push([...dealt]);
      return;
    }
    for (const at of groups.keys())
      deal(
        [...dealt, at],
        sums.map((made, index) => (index === at ? add(made, toDecimal(next)) : made)),
      );
  };
  deal(
    [],
    groups.map(() => zero),
  );
  const [only, ...others] = found;
  if (only === undefined || others.length > 0) return none;
  return only.map((at) => {
    const group = groups[at];
    return group === undefined ? null : { rate: group.rate, tokens: group.tokens, confidence: 0.88 };
  });
}

const isGroupOn = (made: Decimal, group: TaxGroup | undefined, isGross: boolean): boolean =>
  group !== undefined && isOn(absolute(made), group, isGross, 2);
