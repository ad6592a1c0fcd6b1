import { addDays, daysBetween } from "../../../../src-shared/time/index.ts";
import type { LocalDate } from "../../../../src-shared/time/index.ts";
import { findIbans } from "../values/index.ts";
import type { DateReading } from "../values/index.ts";
import type { Layout, Token } from "./layout.ts";
import { findInText } from "./spans.ts";

/** All IBANs that the document prints, with their words. */
export function findAccounts(
  layout: Layout,
): readonly { readonly iban: string; readonly isValid: boolean; readonly tokens: readonly Token[] }[] {
  return layout.rows.flatMap((row) => {
    const tokens = row.segments.flatMap((segment) => segment.tokens);
    return findInText(tokens, findIbans).map(({ reading, tokens: own }) => ({
      iban: reading.iban,
      isValid: reading.isValid,
      tokens: own,
    }));
  });
}

/** Days until payment that the terms name ("Net 30", "14 Tage netto"); `null` when they name none or several. */
export function termDaysOf(text: string): number | null {
  const days = [
    ...text.matchAll(
      /(?:net(?:to)?|within|innerhalb(?: von)?|binnen|à|a|in|over)?\s*(\d{1,3})\s*(?:days?|tagen?|jours?|dagen|d[ií]as|giorni|gg|dias|j\b|t\b)|\bnet\s*(\d{1,3})\b/gi,
    ),
  ].map((match) => Number(match[1] ?? match[2]));
  const unique = [...new Set(days)];
  return unique.length === 1 ? (unique[0] ?? null) : null;
}

/** Which order of day and month makes the terms come true, or keeps the due date behind the issue date. */
export function orderByTerms(
  issue: DateReading | null,
  due: DateReading | null,
  days: number | null,
): "day-first" | "month-first" | null {
  if (issue === null || due === null) return null;
  const under = (reading: DateReading, index: number): LocalDate | undefined =>
    reading.doubt === "ambiguous-date-order" ? reading.readings[index] : reading.readings[0];
  const fits = [0, 1].map((index) => {
    const [from, to] = [under(issue, index), under(due, index)];
    if (from === undefined || to === undefined) return null;
    return {
      exact: days !== null && addDays(from, days) === to,
      ordered: from <= to && daysBetween(from, to) <= 200,
    };
  });
  const [dayFirst, monthFirst] = fits;
  if (dayFirst === undefined || dayFirst === null || monthFirst === undefined || monthFirst === null)
    return null;
  if (dayFirst.exact !== monthFirst.exact) return dayFirst.exact ? "day-first" : "month-first";
  if (dayFirst.ordered !== monthFirst.ordered) return dayFirst.ordered ? "day-first" : "month-first";
  return null;
}
