import { headText } from "./price-columns.ts";
import type { Column } from "./table-view.ts";

/** Heads over what was charged until now, folded, in seven languages. */
const former =
  /(?<!\p{L})(?:old|previous|former|present|existing|current|until now|bisher\p{L}*|alte?[rsn]?|vorher\p{L}*|ancien(?:ne)?s?|actuel(?:le)?s?|anterior(?:es)?|actual(?:es)?|vigente|vecchi[oae]|attual[ei]|precedente|oude?|huidige?|vorige?|antig[oa]s?|atua(?:l|is))(?!\p{L})/u;
const next =
  /(?<!\p{L})(?:new|revised|amended|neue?[rsn]?|nouve(?:au|aux|l|lles?)|revise\p{L}*|nuev[oa]s?|nuov[oaie]|nieuwe?|nov[oa]s?)(?!\p{L})/u;

/** Columns of prices without those that a column of new ones leaves behind: "Old charge | New charge". */
export function withoutFormer<T extends Column>(columns: readonly T[]): readonly T[] {
  if (!columns.some((column) => next.test(headText(column)))) return columns;
  return columns.filter((column) => !former.test(headText(column)) || next.test(headText(column)));
}
