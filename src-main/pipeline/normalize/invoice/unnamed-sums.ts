import type { ResolvedLine } from "./invoice-lines.ts";
import { findNumbers } from "./spans.ts";
import type { Survey } from "./survey.ts";
import type { TotalCandidate } from "./total-candidate.ts";
import { unlabeledTotal } from "./unlabeled-total.ts";

/** As much as a name of middling weight. */
const score = 0.6;
/** Less, for the amount of an item is its own first. */
const ofSoleItem = 0.45;

/** The last running sum of a table under a name that no dictionary knows: "Labor and materials  699.50". */
export function unnamedSums(survey: Survey, known: readonly TotalCandidate[]): readonly TotalCandidate[] {
  // What a reckoning proves is told by its own sums.
  const sum = survey.reckoning === null ? survey.tables.at(-1)?.sums.at(-1) : undefined;
  const [first] = sum?.tokens ?? [];
  if (sum === undefined || first === undefined) return [];
  if (known.some(({ tokens, score }) => score >= 0.5 && tokens.includes(first))) return [];
  const row = survey.layout.rows.find((one) => one.segments.some(({ tokens }) => tokens.includes(first)));
  const segment = row?.segments[0];
  if (row === undefined || segment === undefined) return [];
  return [unlabeledTotal({ field: "subtotal", score, number: sum, row, segment, isPlain: true })];
}

/** The amount of the only item is the net total as well, where a tax is named and no net total: a deposit, a flat fee. */
export function soleItemSum(
  lines: readonly ResolvedLine[],
  known: readonly TotalCandidate[],
): readonly TotalCandidate[] {
  const [line, ...others] = lines;
  const isNamed = known.some(({ field, score }) => (field === "net" || field === "subtotal") && score >= 0.4);
  const isTaxed = known.some(({ field, score }) => field === "tax" && score >= 0.4);
  const segment = line?.raw.anchor.segments[0];
  if (line === undefined || segment === undefined || others.length > 0 || isNamed || !isTaxed) return [];
  const { amount: number, anchor: row } = line.raw;
  return number === null
    ? []
    : [unlabeledTotal({ field: "net", score: ofSoleItem, number, row, segment, isPlain: true })];
}

/** Where no sum has a name: the one amount that stands alone in its line, in larger or bolder letters than the rest. */
export function loneAmount(survey: Survey, known: readonly TotalCandidate[]): readonly TotalCandidate[] {
  if (
    known.some(({ field, score }) => ["net", "gross", "payable", "subtotal"].includes(field) && score >= 0.4)
  )
    return [];
  const found = survey.layout.pages.flatMap((page) =>
    page.rows.flatMap((row): readonly TotalCandidate[] => {
      const [segment, ...others] = row.segments;
      if (segment === undefined || others.length > 0 || survey.itemRows.has(row.index)) return [];
      const [number] = findNumbers(segment.tokens, survey.signs.conventions);
      if (number === undefined || number.reading.currency === null) return [];
      const isWhole = number.start === 0 && number.end === segment.tokens.length;
      const standsOut = segment.bold || segment.size >= 1.25 * page.height;
      return isWhole && standsOut
        ? [unlabeledTotal({ field: "gross", score, number, row, segment, isPlain: true })]
        : [];
    }),
  );
  return new Set(found.map(({ number }) => number.reading.value)).size === 1 ? found.slice(0, 1) : [];
}
