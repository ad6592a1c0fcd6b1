import type { PageLine } from "./page-line.ts";

/** Whether a line prints a sum of money; a day like 04.05.26 is none. */
export const hasAmount = ({ text }: PageLine): boolean =>
  /\d[.,]\d{2}(?!\d)/.test(text.replace(/\d{1,2}\.\d{1,2}\.\d{2,4}/g, ""));

/**
 * Tells whether an amount alone stands in a cell beside a line that has none itself.
 *
 * The heights of the amounts are sorted once: a sheet has as many lines as cells, and each asks.
 */
export const amountsBeside = (lines: readonly PageLine[]): ((line: PageLine) => boolean) => {
  const tops = lines
    .filter((line) => hasAmount(line) && !/\p{L}{3}/u.test(line.text))
    .map(({ top }) => top)
    .sort((a, b) => a - b);
  return ({ top, size }) => {
    let [from, to] = [0, tops.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((tops[middle] ?? 0) < top) from = middle + 1;
      else to = middle;
    }
    return [tops[from - 1], tops[from]].some(
      (other) => other !== undefined && Math.abs(other - top) < 0.5 * size,
    );
  };
};
