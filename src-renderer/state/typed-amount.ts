import { parseDecimalText } from "../../src-shared/money/index.ts";
import type { DecimalText } from "../../src-shared/money/index.ts";

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
