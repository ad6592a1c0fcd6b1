import type { NumberReading } from "../values/index.ts";
import type { Row, Segment } from "./layout.ts";
import type { Found } from "./spans.ts";
import type { TotalCandidate, TotalField } from "./total-candidate.ts";

/** An amount that something else than a printed label says to be a total. */
interface UnlabeledTotal {
  readonly field: TotalField;
  readonly score: number;
  readonly number: Found<NumberReading>;
  readonly row: Row;
  readonly segment: Segment;
  readonly percent?: Found<NumberReading> | null;
  /** Words of a label that would say the same; "" where none would. */
  readonly phrase?: string;
  /** Whether what says it says it plainly. */
  readonly isPlain?: boolean;
}

/** The candidate of a total whose whole segment stands in for its label. */
export const unlabeledTotal = ({
  field,
  score,
  number,
  row,
  segment,
  percent = null,
  phrase = "",
  isPlain = false,
}: UnlabeledTotal): TotalCandidate => ({
  field,
  score,
  number,
  tokens: number.tokens,
  label: {
    segment,
    start: 0,
    end: segment.tokens.length,
    meanings: [{ field, weight: score, languages: [] }],
    phrase,
    isPlain,
    place: 1,
  },
  row,
  percent,
  base: null,
});
