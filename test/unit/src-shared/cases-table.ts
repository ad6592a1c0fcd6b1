/**
 * The forty reference cases of calculation, by number: what each is about, in a few words.
 *
 * Case 23 (reading printed amounts) is tested where printed amounts are read.
 */
export const caseTitles = {
  1: "a product that ends in half a cent rounds away from zero",
  2: "a three-decimal tax rate on a half-cent tie",
  3: "a tax tie differs between half-up and half-even by one cent",
  4: "tax is rounded once a document, not once a line",
  5: "a credit note mirrors its invoice to the cent",
  6: "a tax-inclusive price is split so that both parts add up to it",
  7: "where no exact inclusive pair exists, both neighbors are rounding",
  8: "an absolute discount never passes through a rounded percent",
  9: "a full discount leaves nothing, not a negative cent",
  10: "tax of two lines is rounded once on their sum",
  11: "the rounding of ten lines allows five cents and not six",
  12: "tax that is a euro too high is wrong even where a standard lets it pass",
  13: "a line that is not price times quantity is wrong",
  14: "a price per thousand",
  15: "a unit price with five decimals is never rounded itself",
  16: "discounts in cascade multiply",
  17: "a split adds up to its total, and the remainder goes to the first of equals",
  18: "a currency without minor units",
  19: "a currency with three minor digits",
  20: "minor digits come from ISO 4217, not from the display tables",
  21: "cash rounding explains the difference between total and payment",
  22: "tax in a second currency converts the rounded tax",
  24: "monthly steps count from the anchor and clamp to the month",
  25: "yearly steps from a leap day come back to it",
  26: "days of February are over 28 or 29",
  27: "a quarter has the days it has, whether anchored or of the calendar",
  28: "both printed days of a span count",
  29: "half of a 30-day month is exactly half the price, before rounding",
  30: "a share is multiplied first and divided last",
  31: "an upgrade credits and charges, each rounded as printed",
  32: "interest of a month under three day counts",
  33: "a span over a leap year and the end of February under each day count",
  34: "a day of 23 hours is a day",
  35: "an event belongs to the month of its own zone",
  36: "the upper bound of a tier belongs to it",
  37: "started packages beyond a free quantity, and a prorated minimum",
  38: "an index moves a price exactly, up to its cap",
  39: "an early discount corrects the tax, and a due date has named readings",
  40: "a credit note restores a limit although its amount is positive",
} as const;

export type CaseNumber = keyof typeof caseTitles;
