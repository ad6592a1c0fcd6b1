import { foldText } from "../values/index.ts";
import type { Row } from "./layout.ts";
import { textOf } from "./layout.ts";
import { sentenceBefore, sumsIn } from "./sentence-sums.ts";
import type { Survey } from "./survey.ts";
import type { TotalCandidate } from "./total-candidate.ts";

/**
 * Sums that sentences tell where none of the names of totals stands: "Bitte zahlen Sie 12.849,62 EUR binnen 30 Tagen",
 * "Samen € 499,11, daarover 21% btw € 104,81, dus te betalen € 603,92".
 *
 * What a sentence says is weak by itself; the arithmetic of all sums decides.
 */
export function toldSums(survey: Survey, known: readonly TotalCandidate[]): readonly TotalCandidate[] {
  if (known.some((candidate) => namesWhole(candidate, known))) return [];
  const taken = new Set(known.filter(({ score }) => score >= 0.5).flatMap(({ tokens }) => tokens));
  return survey.layout.rows.flatMap((row) =>
    survey.itemRows.has(row.index)
      ? []
      : row.segments.flatMap((segment) =>
          sumsIn(segment, row, survey.signs.conventions, (at) => endOfRowBefore(at, survey)).filter(
            ({ tokens }) => tokens.every((token) => !taken.has(token)),
          ),
        ),
  );
}

/** A name alone says what the whole comes to, and not just as well what it is without tax. */
const namesWhole = ({ field, score, tokens }: TotalCandidate, all: readonly TotalCandidate[]): boolean =>
  score >= 0.5 &&
  (field === "payable" ||
    (field === "gross" &&
      !all.some(
        (other) =>
          other.tokens === tokens &&
          (other.field === "net" || other.field === "subtotal") &&
          other.score >= score,
      )));

/** A sentence goes on from the row above where that ends within it. */
function endOfRowBefore(row: Row, { layout, itemRows }: Survey): string {
  const above = layout.rows[row.index - 1];
  const [only, ...others] = above?.segments ?? [];
  if (above === undefined || only === undefined || others.length > 0) return "";
  if (above.page !== row.page || itemRows.has(above.index) || /[.!?:]\s*$/.test(only.text)) return "";
  return only.tokens.length < 4 ? "" : foldText(textOf(sentenceBefore(only.tokens).slice(-6)));
}
