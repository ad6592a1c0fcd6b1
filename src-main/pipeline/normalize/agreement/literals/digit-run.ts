/** Digits in their groups; glued to letters they are part of a name, but for a currency: "EUR500", "R18 000". */
export const digitRun =
  /(?:(?<![\p{L}\d])|(?<=(?<![\p{L}\d])(?:EUR|USD|GBP|CHF|CAD|AUD|NZD|SGD|HKD|ZAR|INR|BRL|MXN|Rs|Fr|Euro))|(?<=(?<![\p{L}\d])R)(?=\d{1,3} \d{3}(?!\d)|\d{1,3}(?:,\d{3})+(?!\d)|\d+[.,]\d{2}(?!\d)|\d+ ?(?:per |an? |each\b|\/ ?[a-z])))\.?\d(?:[\d.,'’]{0,28}\d)?(?: \d{3}(?!\d)(?:[.,]\d{1,2}(?!\d))?){0,4}/gu;
