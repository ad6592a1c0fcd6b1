import type { LocalDate } from "../../../src-shared/time/index.ts";
import type { GoverningTerm } from "../../../src-shared/wording/index.ts";

/** The days of an interval on which a term holds; `null` when there are none. */
export function clip(
  term: GoverningTerm,
  interval: { readonly start: LocalDate; readonly end: LocalDate } | null,
): { readonly from: LocalDate | null; readonly to: LocalDate | null } | null {
  if (interval === null) return { from: null, to: null };
  const { start, end } = interval;
  if ((term.to !== null && term.to <= start) || (term.from !== null && term.from >= end)) return null;
  const from = term.from !== null && term.from > start ? term.from : start;
  const to = term.to !== null && term.to < end ? term.to : end;
  return { from, to };
}
