import { closesRow, isTrivialRow, valuesOf } from "./arithmetic.ts";
import { unitBeside } from "./header-units.ts";
import type { Row, Token } from "./layout.ts";
import { tokensOf } from "./printed-row.ts";
import { blankRawLine } from "./raw-line.ts";
import type { RawLine } from "./raw-line.ts";
import { findNumbers } from "./spans.ts";
import type { Survey } from "./survey.ts";
import type { NumberCell } from "./table-cells.ts";
import type { TotalCandidate } from "./total-candidate.ts";

/**
 * The one item of a letter that bills in a sentence: "35 hours at £46.00 an hour" over "£1,610".
 *
 * Its amount is the printed sum that the two figures make; where several pairs make one, none is taken.
 */
export function proseLine(survey: Survey, sums: readonly TotalCandidate[]): RawLine | null {
  const found = survey.layout.rows.flatMap((row) => {
    if (sums.some((sum) => sum.row === row)) return [];
    return pairsIn(row, survey, sums);
  });
  const pairs = new Map(
    found.map((one) => [`${one.quantity?.reading.value}×${one.price?.reading.value}`, one]),
  );
  const [only] = pairs.values();
  return pairs.size === 1 && only !== undefined ? only : null;
}

function pairsIn(row: Row, { layout, signs }: Survey, sums: readonly TotalCandidate[]): readonly RawLine[] {
  const next = layout.rows[row.index + 1];
  const isWrapped =
    next !== undefined && next.page === row.page && next.top - row.bottom < row.bottom - row.top;
  const own = tokensOf(row);
  const tokens = isWrapped ? [...own, ...tokensOf(next)] : own;
  const numbers = findNumbers(tokens, signs.conventions).filter(({ reading }) => !reading.isPercent);
  const lines: RawLine[] = [];
  for (const quantity of numbers) {
    for (const price of numbers) {
      const isApart = quantity !== price && quantity.reading.currency === null;
      const isMoney = price.reading.currency !== null || price.reading.decimals === 2;
      if (!isApart || !isMoney || quantity.start >= own.length) continue;
      const sum = sums.find(({ number }) => closes(quantity, price, number));
      if (sum !== undefined) lines.push(lineOf(row, tokens, quantity, price, sum.number));
    }
  }
  return lines;
}

function closes(quantity: NumberCell, price: NumberCell, amount: NumberCell): boolean {
  return valuesOf(quantity.reading).some((q) =>
    valuesOf(price.reading).some((p) =>
      valuesOf(amount.reading).some((a) => {
        const factors = { quantity: q, price: p, amount: a };
        return closesRow(factors) && !isTrivialRow(factors);
      }),
    ),
  );
}

function lineOf(
  row: Row,
  tokens: readonly Token[],
  quantity: NumberCell,
  price: NumberCell,
  amount: NumberCell,
): RawLine {
  return {
    ...blankRawLine(row, tokens),
    description: tokens,
    quantity,
    unit: unitBeside(row, quantity.tokens),
    price,
    amount,
  };
}
