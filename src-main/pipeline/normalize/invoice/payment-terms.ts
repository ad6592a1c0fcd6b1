import { findIbans } from "../values/index.ts";
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
