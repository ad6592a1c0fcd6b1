import {
  isAustralianNumber,
  isGstin,
  isSpanishTaxId,
  judgeTaxId,
} from "../../../../src-shared/wording/index.ts";
import { plainText } from "./fold.ts";

/** A tax id as printed, with its country where the shape says it. */
export interface TaxIdReading {
  /** Without blanks, points and dashes; letters in capitals. */
  readonly id: string;
  /** ISO 3166-1 alpha-2 ("GR" for EL); `null` where the bare number has none. */
  readonly country: string | null;
  /** Whether check digits hold; `null` where the country has none or its rule is unknown here. */
  readonly isValid: boolean | null;
}

/**
 * Reads a tax id that stands alone. Blanks, points, dashes and slashes in it are dropped.
 *
 * Bare numbers (a German Steuernummer, a US EIN, a bare ABN) have a country only where the shape is unmistakable.
 */
export function parseTaxId(text: string): TaxIdReading | null {
  const plain = plainText(text).trim().toUpperCase();
  const id = plain.replace(/[\s./-]/g, "");
  if (!/^[A-Z0-9]{6,18}$/.test(id) || !/\d{5}/.test(id.replace(/[A-Z]/g, ""))) return null;
  const known = judgeTaxId(id);
  if (known !== null) return { id, ...known };
  if (/^\d{2}[A-Z]{5}\d{4}[A-Z][A-Z0-9]Z[A-Z0-9]$/.test(id))
    return { id, country: "IN", isValid: isGstin(id) };
  if (/^\d{2} \d{3} \d{3} \d{3}$/.test(plain)) return { id, country: "AU", isValid: isAustralianNumber(id) };
  if (/^\d{2}-\d{7}$/.test(plain)) return { id, country: "US", isValid: null };
  if (/^(?:[A-Z]\d{7}[A-Z0-9]|\d{8}[A-Z]|[XYZ]\d{7}[A-Z])$/.test(id)) {
    return isSpanishTaxId(id) === true
      ? { id, country: "ES", isValid: true }
      : { id, country: null, isValid: null };
  }
  if (/^[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]$/.test(id)) return { id, country: "IT", isValid: null };
  if (/^[A-Z&Ñ]{3,4}\d{6}[A-Z0-9]{3}$/.test(id)) return { id, country: "MX", isValid: null };
  if (/^\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2}$/.test(plain)) return { id, country: "BR", isValid: null };
  return /^\d{7,15}$/.test(id) || /^\d+[A-Z]{1,3}\d*$/.test(id) ? { id, country: null, isValid: null } : null;
}

/** What a Swiss company number goes on with where it is one of the tax. */
const swissTax = /^ ?(?:MWST|TVA|IVA)\b/;

/** A tax id with its country's letters inside a longer text ("USt-IdNr.: DE 136 695 976"), in order. */
export function findTaxIds(
  text: string,
): readonly (TaxIdReading & { readonly start: number; readonly end: number })[] {
  const plain = plainText(text);
  const found: (TaxIdReading & { start: number; end: number })[] = [];
  const pattern =
    /(?<![A-Z0-9])(?:CHE[- ]?\d{3}[. ]?\d{3}[. ]?\d{3}(?: ?(?:MWST|TVA|IVA))?|[A-Z]{2} ?[A-Z0-9]{0,2}(?:[ .-]?[A-Z0-9]){7,12})(?![A-Z0-9])/g;
  for (const match of plain.matchAll(pattern)) {
    // The run may swallow the word before it and the next number of the line: shorten it word by word.
    const words = match[0].split(" ");
    const own = words.flatMap((_, from) =>
      words
        .slice(from)
        .map((_each, left) => ({ from, text: words.slice(from, words.length - left).join(" ") })),
    );
    for (const { from, text: run } of own) {
      const at = match.index + words.slice(0, from).reduce((sum, word) => sum + word.length + 1, 0);
      const suffix = run.startsWith("CHE") ? (swissTax.exec(plain.slice(at + run.length))?.[0] ?? "") : "";
      const candidate = `${run}${suffix}`;
      const reading = parseTaxId(candidate);
      if (
        reading !== null &&
        reading.country !== null &&
        /^[A-Z]{2}/.test(reading.id) &&
        reading.country !== "MX"
      ) {
        found.push({ ...reading, start: at, end: at + candidate.length });
        break;
      }
    }
  }
  return found;
}
