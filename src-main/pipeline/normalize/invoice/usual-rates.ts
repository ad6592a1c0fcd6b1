import { absolute, decimalText, isEqual, isZero } from "../../../../src-shared/money/index.ts";
import type { DecimalText, Numeric } from "../../../../src-shared/money/index.ts";

/**
 * Rates at which value added or goods and services taxes are charged somewhere; no sales taxes of American places.
 *
 * Source: VAT rates of the European Union and the United Kingdom, Swiss, Norwegian, Indian, Australian, New Zealand,
 * South African, Singaporean and Canadian rates of 2026.
 */
export const usualRates: readonly DecimalText[] = [
  "2.6",
  "3.8",
  "4",
  "5",
  "5.5",
  "6",
  "7",
  "8",
  "8.1",
  "9",
  "10",
  "12",
  "13",
  "13.5",
  "14",
  "15",
  "17",
  "18",
  "19",
  "20",
  "21",
  "22",
  "23",
  "24",
  "25",
  "25.5",
  "27",
].map(decimalText);

/** The highest rate of one country: what comes to it in all bears it in every part. Countries of one highest rate only. */
const highestRates: ReadonlyMap<string, string> = new Map([
  ["AT", "20"],
  ["AU", "10"],
  ["BE", "21"],
  ["CH", "8.1"],
  ["DE", "19"],
  ["DK", "25"],
  ["ES", "21"],
  ["FR", "20"],
  ["GB", "20"],
  ["IE", "23"],
  ["IT", "22"],
  ["LU", "17"],
  ["NL", "21"],
  ["NO", "25"],
  ["NZ", "15"],
  ["PL", "23"],
  ["PT", "23"],
  ["SE", "25"],
  ["SG", "9"],
  ["ZA", "15"],
]);

/** Whether a figure may be the rate of a tax: nothing, or a rate that is charged somewhere. */
export const isUsualRate = (figure: Numeric): boolean =>
  isZero(figure) || usualRates.some((rate) => isEqual(rate, absolute(figure)));

/** Whether a rate is the highest of the only country that a paper names. */
export function isHighestRate(rate: Numeric, countries: readonly string[]): boolean {
  const [only, ...others] = countries;
  const highest = only === undefined || others.length > 0 ? undefined : highestRates.get(only);
  return highest !== undefined && isEqual(rate, decimalText(highest));
}
