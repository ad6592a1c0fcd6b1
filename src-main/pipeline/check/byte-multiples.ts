import { fraction } from "../../../src-shared/money/index.ts";
import type { Fraction } from "../../../src-shared/money/index.ts";
import type { Unit } from "../../../src-shared/model/index.ts";

/** Powers of a thousand: UN/ECE recommendation 20 counts in tens (E34, E35). */
const powers: Readonly<Record<Unit, number>> = { megabyte: 0, gigabyte: 1, terabyte: 2 };

/**
 * How many of one measure of data another holds, in tens; `undefined` for other units.
 *
 * Some sellers count 1,024 where the standard has 1,000: `binary` is that reading.
 */
export function byteFactor(
  from: Unit,
  to: Unit,
): { readonly decimal: Fraction; readonly binary: Fraction } | undefined {
  const [one, other] = [powers[from], powers[to]];
  if (one === undefined || other === undefined || one === other) return undefined;
  const of = (base: number): Fraction =>
    one > other ? fraction(base ** (one - other)) : fraction(1, base ** (other - one));
  return { decimal: of(1000), binary: of(1024) };
}
