import type { Field } from "../../../../src-shared/model/index.ts";
import type { DecimalText } from "../../../../src-shared/money/index.ts";
import { openField } from "./fields.ts";
import type { Token } from "./layout.ts";
import { weightOf } from "./printed-labels.ts";
import type { Survey } from "./survey.ts";
import type { TotalField } from "./total-candidate.ts";

/** A plain name of a sum: a word that may mean several sums owns no broken print. */
const plainName = 0.8;

/** Signs that stand where a figure could not be printed: a column too narrow, a letter without a glyph. */
const broken =
  /#{3,}|\?{3,}|[\uFFFD\u25A0\u25A1\u25AF]{2,}|\d[.,]?[#?\uFFFD\u25A0\u25A1]+(?=[\d.,]|$)|[#?\uFFFD\u25A0\u25A1]+[.,]?\d/u;
const readable = /\d[.,]\d{2}(?!\d)/;

const isBroken = ({ text }: Token): boolean => broken.test(text) && !/^#\d+$/.test(text);

/**
 * The sum of that name where its amount is printed and cannot be read ("Total #######", "VAT 1?2.88"): an open value,
 * so that no other sum is taken for it. `null` where there is none.
 */
export function illegibleSum(survey: Survey, field: TotalField): Field<DecimalText> | null {
  for (const row of survey.layout.rows) {
    if (survey.itemRows.has(row.index)) continue;
    for (const [index, segment] of row.segments.entries()) {
      const label = (survey.labels.get(segment) ?? []).find((one) => weightOf(one, field) >= plainName);
      if (label === undefined) continue;
      const behind = [
        ...segment.tokens.slice(label.end),
        ...row.segments.slice(index + 1).flatMap(({ tokens }) => tokens),
      ];
      const tokens = behind.filter(isBroken);
      if (tokens.length === 0 || behind.some((token) => !isBroken(token) && readable.test(token.text)))
        continue;
      return openField(survey.document, [], tokens, "illegible");
    }
  }
  return null;
}
