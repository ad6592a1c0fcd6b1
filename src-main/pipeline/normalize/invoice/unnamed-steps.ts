import type { Layout } from "./layout.ts";
import type { PrintedLabel } from "./printed-labels.ts";
import { findNumbers } from "./spans.ts";
import type { Conventions } from "./spans.ts";
import type { TotalCandidate } from "./total-candidate.ts";

/**
 * Amounts in the two rows right below a gross total whose names are not known: perhaps what was paid and what is left.
 *
 * Their score is so low that only a difference that closes to the cent makes them count.
 */
export function unnamedSteps(
  found: readonly TotalCandidate[],
  layout: Layout,
  conventions: Conventions,
  itemRows: ReadonlySet<number>,
): readonly TotalCandidate[] {
  const named = new Set(found.filter(({ score }) => score >= 0.4).map(({ row }) => row.index));
  const grosses = found.filter(({ field, score }) => field === "gross" && score >= 0.4);
  return grosses.flatMap(({ row, label }) =>
    (
      [
        [1, "prepaid"],
        [2, "payable"],
      ] as const
    ).flatMap(([step, field]): readonly TotalCandidate[] => {
      const below = layout.rows[row.index + step];
      if (below === undefined || below.page !== row.page || itemRows.has(below.index)) return [];
      const known = found.find((one) => one.row === below && one.field === field && one.score >= 0.4);
      if (known !== undefined || (named.has(below.index) && step === 2)) return [];
      const [segment] = below.segments;
      const number = findNumbers(below.segments.at(-1)?.tokens ?? [], conventions)
        .filter(({ reading }) => !reading.isPercent)
        .at(-1);
      if (segment === undefined || number === undefined || number.reading.decimals !== 2) return [];
      if (!/\p{L}{2}/u.test(segment.text) || segment.tokens.length > 7) return [];
      const own: PrintedLabel = {
        ...label,
        segment,
        start: 0,
        end: 1,
        meanings: [{ field, weight: 0.2, languages: [] }],
        phrase: "",
      };
      return [
        {
          field,
          score: 0.2,
          number,
          tokens: number.tokens,
          label: own,
          row: below,
          percent: null,
          base: null,
        },
      ];
    }),
  );
}
