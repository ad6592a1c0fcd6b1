/**
 * Arithmetic of its own for differential tests: ratios of whole numbers from text to the very end, one rounding.
 *
 * It shares nothing with the product: no decimals with a scale, no tables, no formulas as text.
 */
export type Ratio = readonly [numerator: bigint, denominator: bigint];

export function ratio(text: string): Ratio {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) throw new Error(`Not a number: ${text}`);
  const [, sign = "", whole = "0", part = ""] = match;
  const value = BigInt(whole + part);
  return [sign === "-" ? -value : value, 10n ** BigInt(part.length)];
}

export const plus = ([a, b]: Ratio, [c, d]: Ratio): Ratio => [a * d + c * b, b * d];
export const minus = (one: Ratio, [c, d]: Ratio): Ratio => plus(one, [-c, d]);
export const times = ([a, b]: Ratio, [c, d]: Ratio): Ratio => [a * c, b * d];
export function over([a, b]: Ratio, [c, d]: Ratio): Ratio {
  if (c === 0n) throw new Error("Divided by nothing");
  return c < 0n ? [a * -d, b * -c] : [a * d, b * c];
}
export const isLess = ([a, b]: Ratio, [c, d]: Ratio): boolean => a * d < c * b;
export const least = (one: Ratio, other: Ratio): Ratio => (isLess(one, other) ? one : other);
export const greatest = (one: Ratio, other: Ratio): Ratio => (isLess(one, other) ? other : one);
export const nothing: Ratio = [0n, 1n];
export const percent = (text: string): Ratio => over(ratio(text), [100n, 1n]);

/** To so many places, half away from zero, as text with all of them. */
export function rounded([numerator, denominator]: Ratio, places: number): string {
  const isBelow = numerator < 0n;
  const bare = isBelow ? -numerator : numerator;
  const scaled = bare * 10n ** BigInt(places);
  let units = scaled / denominator;
  if ((scaled % denominator) * 2n >= denominator) units += 1n;
  const digits = units.toString().padStart(places + 1, "0");
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return isBelow && units > 0n ? `-${text}` : text;
}

/** Up to the next whole number. */
export function ceiling([numerator, denominator]: Ratio): bigint {
  const cut = numerator / denominator;
  return numerator > 0n && numerator % denominator !== 0n ? cut + 1n : cut;
}
