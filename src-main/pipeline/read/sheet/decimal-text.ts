/** Digits that a workbook keeps; more are an artifact of its binary numbers. Source: the limits of the format. */
const significantDigits = 15;

/** A number of digits with the power of ten of its last one: sign, digits without leading zeros, exponent. */
export interface ExactNumber {
  readonly isNegative: boolean;
  readonly digits: string;
  readonly exponent: number;
}

/** A number as a workbook stores it ("1234.5", "0.30000000000000004", "1.2E-3"), cut to 15 digits; `null` for none. */
export function parseStoredNumber(text: string): ExactNumber | null {
  const match = /^\s*([-+]?)(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d{1,4}))?\s*$/u.exec(text);
  if (match === null) return null;
  const [, sign = "", whole = "", part = "", power = "0"] = match;
  if (whole + part === "") return null;
  const digits = (whole + part).replace(/^0+/u, "");
  return roundDigits(
    { isNegative: sign === "-", digits, exponent: Number(power) - part.length },
    Math.max(0, digits.length - significantDigits),
  );
}

/** Drops digits at the end, half away from zero, and then trailing zeros behind the point. */
function roundDigits(number: ExactNumber, drop: number): ExactNumber {
  let { digits, exponent } = number;
  if (drop > 0) {
    const isUp = (digits[digits.length - drop] ?? "0") >= "5";
    digits = digits.slice(0, digits.length - drop);
    exponent += drop;
    if (isUp) digits = (BigInt(digits === "" ? "0" : digits) + 1n).toString();
  }
  while (exponent < 0 && digits.endsWith("0")) {
    digits = digits.slice(0, -1);
    exponent += 1;
  }
  digits = digits.replace(/^0+/u, "");
  if (digits === "") return { isNegative: false, digits: "0", exponent: 0 };
  return { isNegative: number.isNegative, digits, exponent };
}

/** Plain decimal text without exponent. */
export function exactToText(number: ExactNumber): string {
  const { digits, exponent } = number;
  const sign = number.isNegative ? "-" : "";
  if (exponent >= 0) return sign + (digits === "0" ? "0" : digits + "0".repeat(exponent));
  const padded = digits.padStart(1 - exponent, "0");
  return `${sign}${padded.slice(0, exponent)}.${padded.slice(exponent)}`;
}

/** Digits before and behind the point at a number of places, rounded half away from zero. Unsigned. */
export function exactToPlaces(number: ExactNumber, places: number): { whole: string; part: string } {
  const shift = places + number.exponent;
  let scaled: bigint;
  if (shift >= 0) scaled = BigInt(number.digits) * 10n ** BigInt(shift);
  else {
    const unit = 10n ** BigInt(-shift);
    scaled = (BigInt(number.digits) * 2n + unit) / (2n * unit);
  }
  const text = scaled.toString().padStart(places + 1, "0");
  return { whole: text.slice(0, text.length - places), part: text.slice(text.length - places) };
}

/** The number times a power of ten. */
export const shiftExact = (number: ExactNumber, powers: number): ExactNumber => ({
  ...number,
  exponent: number.exponent + powers,
});
