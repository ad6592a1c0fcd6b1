import { namesSum } from "../sheets/sum-words.ts";
import { isZero } from "../../../../src-shared/money/index.ts";
import { parseAmount, type NumberConvention } from "../values/number.ts";
import { parseUnit } from "../values/unit.ts";
import type { LabeledCount } from "./labeled-counts.ts";
import type { PrintedRow } from "./printed-rows.ts";
import { labelAt } from "./record-labels.ts";
import { saysUndone } from "./undone-words.ts";

/** A count with its unit at the head of what stands in a place of its own: "6 hrs", "7 m3 docket 118", "90 no." */
const count = /^(\d[\d.,]*[½¼¾]?)\s?(\p{L}[\p{L}²³\d]{0,9}\.?)(?=\s|$)/u;
const aside =
  /^(?:tomorrow|next|plan\w*|morgen|demain|domani|manana|amanha|weather|wetter|meteo|delays?|visitors?)(?![a-z])/iu;

/**
 * Things of a slip that stand in rows of their own beside its table, each with a count in the next place: "Readymix
 * 7 m3". No sums, no labels of the paper itself, nothing that was not done or is still to come.
 */
export function countedRows(rows: readonly PrintedRow[], numbers: NumberConvention): readonly LabeledCount[] {
  return rows.flatMap(({ segments, text, evidence }): readonly LabeledCount[] => {
    const [thing = "", second = ""] = segments.map((segment) => segment.text.trim());
    const [, digits = "", word = ""] = count.exec(second) ?? [];
    const isThing = /\p{L}{3}/u.test(thing) && !thing.includes(":") && labelAt(thing) === null;
    if (digits === "" || !isThing || namesSum(thing) || aside.test(thing) || saysUndone(text)) return [];
    const unit = parseUnit(word.replace(/\.$/, ""));
    const quantity = parseAmount(digits, numbers)?.value ?? null;
    return unit === null || quantity === null || isZero(quantity)
      ? []
      : [{ item: thing, quantity, unit, evidence: evidence === null ? [] : [evidence] }];
  });
}
