import { toDecimal } from "../../../../src-shared/money/index.ts";
import { valuesOf } from "./arithmetic.ts";
import { isOptional, resolveLine, sumLines } from "./invoice-lines.ts";
import type { ResolvedLine } from "./invoice-lines.ts";
import { leastOf } from "./layout.ts";
import { findTrailingLines, linesBefore } from "./loose-lines.ts";
import { withoutOverviews } from "./overview-tables.ts";
import { withCountedBase } from "./counted-bases.ts";
import { withProvenBases } from "./proven-bases.ts";
import { withColumnFactors } from "./column-factors.ts";
import { withGroupDates } from "./group-dates.ts";
import { withLeadingDays } from "./leading-days.ts";
import { withLeadingNumbers } from "./leading-numbers.ts";
import { proseLine } from "./prose-line.ts";
import type { RawLine } from "./raw-line.ts";
import { withoutSumAmongLines } from "./sum-among-lines.ts";
import { withSummaryRates } from "./summary-rates.ts";
import type { Survey } from "./survey.ts";
import { withToldFactors } from "./told-factors.ts";
import type { TotalCandidate } from "./total-candidate.ts";
import { withoutFactorsOfWhole } from "./whole-factors.ts";

/** The rows of the tables, and rows behind them that fill their sum up to a printed total. */
export function billedLines(survey: Survey, candidates: readonly TotalCandidate[]): readonly ResolvedLine[] {
  const totals = candidates
    .filter(({ field, score }) => score >= 0.5 && ["subtotal", "net", "gross", "payable"].includes(field))
    .flatMap(({ number, row }) =>
      valuesOf(number.reading).map((value) => ({ value: toDecimal(value), row: row.index })),
    );
  const tables = withoutOverviews(
    survey.tables,
    totals.map(({ value }) => value),
  );
  const resolve = (own: readonly RawLine[]): readonly ResolvedLine[] =>
    withProvenBases(own.map((line) => withCountedBase(withToldFactors(line, survey.signs.conventions)))).map(
      resolveLine,
    );
  const dated = withGroupDates(
    tables.flatMap((table) => withColumnFactors(table, survey.signs.conventions)),
    survey.layout,
    survey.signs.conventions,
  );
  const lines = withoutSumAmongLines(
    resolve(
      withSummaryRates(
        withLeadingDays(withLeadingNumbers(dated), survey.signs.conventions).filter(
          (line) => !isOptional(line),
        ),
        survey,
      ),
    ),
    totals.map(({ value }) => value),
  );
  const last = tables.at(-1);
  if (last === undefined) {
    const sums = candidates.filter(
      ({ field, score }) => score >= 0.5 && ["subtotal", "net", "gross", "payable"].includes(field),
    );
    const above = linesAboveSentences(survey, sums);
    if (above.length > 0) return resolve(above);
    const told = proseLine(survey, sums);
    return told === null ? [] : [resolveLine(told)];
  }
  // What a reckoning proves is whole.
  if (survey.reckoning !== null && lines.length >= survey.reckoning.items.length)
    return withoutFactorsOfWhole(lines);
  const { net, count } = sumLines(lines);
  if (net === null || count === 0) return lines;
  // The table alone makes a printed sum and nothing larger is printed: it is whole.
  const more = findTrailingLines(survey.layout, survey.labels, survey.signs.conventions, last, net, totals);
  const labeled = new Set(candidates.filter(({ score }) => score >= 0.5).map(({ row }) => row.index));
  const own = withLeadingDays(
    more.filter((line) => !labeled.has(line.anchor.index)),
    survey.signs.conventions,
  );
  return [...lines, ...own.map(resolveLine)];
}

/** Lines of words and amounts over a sentence that tells their sum: "Hébergement août : 28,00 €", "Soit 523,00 € hors taxes". */
function linesAboveSentences(survey: Survey, sums: readonly TotalCandidate[]): readonly RawLine[] {
  const end = leastOf(sums.map(({ row }) => row.index));
  const values = sums.flatMap(({ number }) => valuesOf(number.reading).map(toDecimal));
  if (!Number.isFinite(end) || values.length === 0) return [];
  return linesBefore(end, survey.layout, survey.labels, survey.signs.conventions, values)?.lines ?? [];
}
