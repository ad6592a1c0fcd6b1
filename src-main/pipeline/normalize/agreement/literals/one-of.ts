import type { Unit } from "../../../../../src-shared/model/index.ts";
import { decimalText } from "../../../../../src-shared/money/index.ts";
import { cadenceOfUnit } from "../lexicon/unit-words.ts";
import type { PerUnit, Span } from "./literal.ts";

/** "Per unit", for one of it; where no words of their own say so, the span is empty. A period of billing keeps its cadence. */
export const oneOf = (unit: Unit, { start, end }: Span = { start: 0, end: 0 }): PerUnit => ({
  unit,
  base: decimalText("1"),
  cadence: cadenceOfUnit[unit] ?? null,
  isArticle: false,
  span: { start, end },
});
