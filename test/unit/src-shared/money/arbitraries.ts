import * as fc from "fast-check";
import { decimalToText, roundings } from "../../../../src-shared/money/index.ts";
import type { Decimal, DecimalText, Fraction } from "../../../../src-shared/money/index.ts";

const units = fc.oneof(
  fc.bigInt({ min: -1000n, max: 1000n }),
  fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }),
);

export const anyDecimal: fc.Arbitrary<Decimal> = fc.record({ units, scale: fc.nat({ max: 9 }) });
export const anyDecimalText: fc.Arbitrary<DecimalText> = anyDecimal.map(decimalToText);
export const anyCents: fc.Arbitrary<Decimal> = fc
  .bigInt({ min: -(10n ** 9n), max: 10n ** 9n })
  .map((value) => ({ units: value, scale: 2 }));
export const anyRounding = fc.constantFrom(...roundings);
export const anyFraction: fc.Arbitrary<Fraction> = fc.record({
  numerator: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
  denominator: fc.bigInt({ min: 1n, max: 10n ** 9n }),
});
