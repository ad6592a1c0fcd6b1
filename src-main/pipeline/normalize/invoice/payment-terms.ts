import { findIbans, findMendedIbans } from "../values/index.ts";
import type { Layout, Token } from "./layout.ts";
import { findInText } from "./spans.ts";

/** An IBAN of a document with its words. */
export interface PrintedAccount {
  readonly iban: string;
  readonly isValid: boolean;
  /** Letters and figures that look alike were exchanged until the check digits held. */
  readonly isMended: boolean;
  readonly tokens: readonly Token[];
}

/** All IBANs that the document prints; of recognized ones, those first whose check digits hold. */
export function findAccounts(layout: Layout): readonly PrintedAccount[] {
  const found = layout.rows.flatMap((row): readonly PrintedAccount[] => {
    const tokens = row.segments.flatMap((segment) => segment.tokens);
    const printed = findInText(tokens, findIbans).map(({ reading, tokens: own }) => ({
      iban: reading.iban,
      isValid: reading.isValid,
      isMended: false,
      tokens: own,
    }));
    if (printed.some(({ isValid }) => isValid) || !tokens.some(({ word }) => word.source === "ocr"))
      return printed;
    const mended = findInText(tokens, findMendedIbans).map(({ reading, tokens: own }) => ({
      iban: reading.iban,
      isValid: true,
      isMended: true,
      tokens: own,
    }));
    return mended.length > 0 ? mended : printed;
  });
  return found.toSorted((one, other) => Number(other.isValid) - Number(one.isValid));
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
