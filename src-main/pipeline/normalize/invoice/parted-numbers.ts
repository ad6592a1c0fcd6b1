import { findNumbers } from "./spans.ts";
import type { Conventions } from "./spans.ts";
import type { NumberCell } from "./table-cells.ts";

/**
 * The same numbers with one of them parted at a space that may group its digits or part two columns: "4 118.00".
 *
 * Of a row "4 118.00 472.00" only the product says whether it is one number or two.
 */
export function partedNumbers(
  numbers: readonly NumberCell[],
  conventions: Conventions,
): readonly (readonly NumberCell[])[] {
  return numbers.flatMap((number, at) => {
    const digits = number.tokens.flatMap((token, index) => (/\d/.test(token.text) ? [index] : []));
    return digits.slice(1).flatMap((cut): readonly (readonly NumberCell[])[] => {
      const [head] = findNumbers(number.tokens.slice(0, cut), conventions);
      const [tail] = findNumbers(number.tokens.slice(cut), conventions);
      if (head === undefined || tail === undefined) return [];
      const parted = [
        { ...head, start: number.start + head.start, end: number.start + head.end },
        { ...tail, start: number.start + cut + tail.start, end: number.start + cut + tail.end },
      ];
      return [[...numbers.slice(0, at), ...parted, ...numbers.slice(at + 1)]];
    });
  });
}
