/** Figures of the generator, on integers of its own: it must not share a mistake with what it judges. */

/** "150.00" or "7.25" as hundredths. */
export const hundredths = (text: string): bigint => {
  const [whole = "0", part = ""] = text.split(".");
  return BigInt(whole) * 100n + BigInt(part.padEnd(2, "0").slice(0, 2));
};

export const shownHundredths = (value: bigint): string => {
  const sign = value < 0n ? "-" : "";
  const bare = value < 0n ? -value : value;
  return `${sign}${bare / 100n}.${String(bare % 100n).padStart(2, "0")}`;
};

/** Half up, away from zero. */
export const divideRounded = (numerator: bigint, denominator: bigint): bigint => {
  const bare = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * bare + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
};

/** Quantity × price in cents. */
export const product = (quantity: string, price: string): bigint =>
  divideRounded(hundredths(quantity) * hundredths(price), 100n);

/** A percentage with up to two places of cents. */
export const percentOf = (cents: bigint, percent: string): bigint =>
  divideRounded(cents * hundredths(percent), 10_000n);

const day = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
export const plusDays = (date: string, count: number): string =>
  new Date((day(date) + count) * 86_400_000).toISOString().slice(0, 10);
export const daysFrom = (start: string, end: string): number => day(end) - day(start);
/** First of the month `count` months after a first of a month. */
export const plusMonths = (date: string, count: number): string => {
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}${date.slice(7)}`;
};
