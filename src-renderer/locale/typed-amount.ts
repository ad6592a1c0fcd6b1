import { isDecimalText, parseDecimalText } from "../../src-shared/money/index.ts";
import type { DecimalText } from "../../src-shared/money/index.ts";
import { displayLanguage } from "./language.ts";

const blanks = /[\s\u{a0}\u{202f}'’]/gu;
const grouped = /^(-?)(?!0)(\d{1,3})((?:([.,])\d{3})(?:\4\d{3})*)(?:([.,])(\d+))?$/;
const plain = /^-?\d+(?:[.,]\d+)?$/;

/**
 * An amount as a person types it, in the way of any language: "1234.50", "1.234,50", "1 234,5".
 *
 * One mark with three digits behind it can be of thousands or of decimals: "1.234" is `ambiguous`, never guessed.
 */
export function parseTypedAmount(typed: string): DecimalText | "ambiguous" | null {
  const text = typed.replaceAll(blanks, "");
  const [, sign = "", first = "", groups = "", mark, decimalMark, decimals] = grouped.exec(text) ?? [];
  if (mark !== undefined) {
    if (decimalMark === mark) return null;
    const isOneGroup = groups.length === 4;
    if (decimalMark === undefined && isOneGroup) return "ambiguous";
    const whole = `${sign}${first}${groups.replaceAll(mark, "")}`;
    return canonical(decimals === undefined ? whole : `${whole}.${decimals}`);
  }
  return plain.test(text) ? canonical(text.replace(",", ".")) : null;
}

function canonical(text: string): DecimalText | null {
  const parsed = parseDecimalText(text);
  return parsed.ok ? parsed.value : null;
}

/** Both readings of an ambiguous amount: its mark as one of thousands, and as one of decimals. */
export function readingsOf(typed: string): readonly [thousands: DecimalText, decimals: DecimalText] | null {
  if (parseTypedAmount(typed) !== "ambiguous") return null;
  const text = typed.replaceAll(blanks, "");
  const thousands = canonical(text.replace(/[.,]/, ""));
  const decimals = canonical(text.replace(",", "."));
  return thousands === null || decimals === null ? null : [thousands, decimals];
}

/** An amount as a field shows it to be changed: with the decimal mark of the language, not grouped. */
export function typedAmount(amount: string): string {
  return isDecimalText(amount) ? amount.replace(".", decimalMark()) : amount;
}

const decimalMark = (): string =>
  new Intl.NumberFormat(displayLanguage()).formatToParts(1.5).find(({ type }) => type === "decimal")?.value ??
  ".";
