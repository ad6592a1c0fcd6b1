import type { LocalDate } from "../../../src-shared/time/index.ts";

/**
 * The next number of a series such as "INV-{year}-{0000}": one more than the highest that there is, from 1.
 *
 * The zeros say how many digits are written at least; `{year}` is the year of issue, and counting begins anew with it.
 */
export function nextNumber(series: string, known: readonly string[], issued: LocalDate): string {
  const form = series.replaceAll("{year}", issued.slice(0, 4));
  const [, before = "", zeros = "0", after = ""] = /^(.*?)\{(0+)\}(.*)$/.exec(form) ?? [];
  let highest = 0n;
  for (const number of known) {
    if (!number.startsWith(before) || !number.endsWith(after)) continue;
    const digits = number.slice(before.length, number.length - after.length);
    if (!/^\d{1,18}$/.test(digits)) continue;
    const value = BigInt(digits);
    if (value > highest) highest = value;
  }
  return `${before}${String(highest + 1n).padStart(zeros.length, "0")}${after}`;
}
