import {
  absolute,
  add,
  isEqual,
  isZero,
  subtract,
  sum,
  toDecimal,
} from "../../../../src-shared/money/index.ts";
import type { Decimal } from "../../../../src-shared/money/index.ts";
import { valuesOf } from "./arithmetic.ts";
import type { Row, Segment, Token } from "./layout.ts";
import { leastOf } from "./layout.ts";
import { findNumbers } from "./spans.ts";
import type { Found } from "./spans.ts";
import type { NumberReading } from "../values/index.ts";
import { sumLines } from "./invoice-lines.ts";
import type { ResolvedLine } from "./invoice-lines.ts";
import type { LineSums } from "./solve-totals.ts";
import type { Survey } from "./survey.ts";
import { topChoices } from "./total-choices.ts";
import type { TotalCandidate, TotalField } from "./total-candidate.ts";
import { unlabeledTotal } from "./unlabeled-total.ts";

/** So low that a sum counts only where it closes to the cent. */
const score = 0.35;
/** Names that say plainly enough what an amount is. */
const named = 0.5;
/** How many rows under the items, or up from the last amount, may hold the sums. */
const mostSums = 400;

/**
 * Printed amounts under the items that are what the others make, under whatever name: net total and taxes together,
 * the sum of the lines, or what a deposit or a withholding leaves. Only amounts that no name explains count, and only
 * for fields whose names explain none.
 */
export function arithmeticSums(
  survey: Survey,
  known: readonly TotalCandidate[],
  lines: readonly ResolvedLine[],
): readonly TotalCandidate[] {
  const explained = new Set(known.filter((one) => one.score >= named).flatMap(({ tokens }) => tokens));
  const expected = expectations(known, sumLines(lines));
  if (expected.length === 0) return [];
  return freeAmounts(survey, explained, lines).flatMap(({ number, segment, row }) =>
    expected
      .filter(({ sum: made }) => valuesOf(number.reading).some((value) => isEqual(absolute(value), made)))
      .map(({ field }) => unlabeledTotal({ field, score, number, row, segment })),
  );
}

interface Expected {
  readonly field: TotalField;
  readonly sum: Decimal;
}

/** What the named sums and the lines let expect for each field that no name explains. */
function expectations(known: readonly TotalCandidate[], lines: LineSums): readonly Expected[] {
  const has = (field: TotalField): boolean => known.some((one) => one.field === field && one.score >= named);
  const sizes = (field: TotalField, count: number): readonly Decimal[] =>
    topChoices(known, field, count)
      .filter(({ candidate, value }) => candidate.score >= named && !isZero(value))
      .map(({ value }) => absolute(toDecimal(value)));
  const own = lines.net === null || isZero(lines.net) || lines.count === 0 ? [] : [absolute(lines.net)];
  const nets = [...sizes("net", 2), ...own];
  const taxes = taxSums(sizes("tax", 4));
  const reductions = [...sizes("prepaid", 3), ...sizes("withholding", 2), ...sizes("retention", 2)];
  const grosses = [
    ...sizes("gross", 2),
    ...nets.flatMap((net) => taxes.map((tax) => add(net, tax))),
    ...(taxes.length === 0 ? nets : []),
  ];
  return [
    ...(has("net") || has("subtotal") || lines.count < 2
      ? []
      : own.map((sum) => ({ field: "net" as const, sum }))),
    ...(has("gross") || taxes.length === 0
      ? []
      : nets.flatMap((net) => taxes.map((tax) => ({ field: "gross" as const, sum: add(net, tax) })))),
    ...(has("payable")
      ? []
      : grosses.flatMap((gross) =>
          reductions.map((less) => ({ field: "payable" as const, sum: subtract(gross, less) })),
        )),
  ];
}

/** Each tax alone, and all of them together. */
function taxSums(taxes: readonly Decimal[]): readonly Decimal[] {
  return taxes.length < 2 ? taxes : [...taxes, sum(taxes)];
}

interface FreeAmount {
  readonly number: Found<NumberReading>;
  readonly segment: Segment;
  readonly row: Row;
}

/** Amounts of money outside the items that no name explains. */
function freeAmounts(
  survey: Survey,
  explained: ReadonlySet<Token>,
  lines: readonly ResolvedLine[],
): readonly FreeAmount[] {
  const ofItems = new Set(lines.flatMap(({ raw }) => raw.tokens));
  const first = leastOf(survey.tables.map(({ firstRow }) => firstRow));
  const found = survey.layout.rows.flatMap((row) =>
    row.index < first || row.segments.some(({ tokens }) => tokens.some((token) => ofItems.has(token)))
      ? []
      : row.segments.flatMap((segment) =>
          findNumbers(segment.tokens, survey.signs.conventions)
            .filter(
              ({ reading, tokens }) =>
                !reading.isPercent && reading.decimals === 2 && !tokens.some((token) => explained.has(token)),
            )
            .map((number) => ({ number, segment, row })),
        ),
  );
  return found.slice(-mostSums);
}
