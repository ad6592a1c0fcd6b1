/** The parts of a printed address that e-invoices hold apart. */
export interface PostalAddress {
  readonly street: readonly string[];
  readonly city: string | null;
  readonly postCode: string | null;
  readonly subdivision: string | null;
}

// "Springfield, IL 62701", "Toronto ON M5V 2T6", "Sydney NSW 2000"
const regional =
  /^(?<city>[\p{L}.'\- ]+?),?\s+(?<region>[A-Z]{2,3})\s+(?<code>\d{5}(?:-\d{4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{4})$/u;
// "10115 Berlin", "A-1010 Wien", "75 001 Paris", "1012 AB Amsterdam"
const codeFirst =
  /^(?:[A-Z]{1,3}-)?(?<code>\d{4} ?[A-Z]{2}(?= )|\d{3} \d{2}|\d{2}-\d{3}|\d{4,6})\s+(?<city>\p{L}.*)$/u;
// "London SW1A 1AA", or the code alone
const british = /^(?:(?<city>.*?),?\s+)?(?<code>[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})$/iu;

/**
 * Splits printed address lines where their form is certain; otherwise all lines stay street lines.
 *
 * The last line that has the form of a place counts; lines after it (a country's name) stay as they are.
 */
export const splitAddress = (lines: readonly string[]): PostalAddress => {
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const line = (lines[index] ?? "").trim();
    const groups = (regional.exec(line) ?? codeFirst.exec(line) ?? british.exec(line))?.groups;
    if (groups === undefined) continue;
    const own = groups["city"];
    // A British post code often stands alone, under its town.
    const hasTownAbove = own === undefined && index > 0;
    return {
      street: lines.filter((_, at) => at !== index && !(hasTownAbove && at === index - 1)),
      city: own ?? (hasTownAbove ? (lines[index - 1] ?? null) : null),
      postCode: groups["code"] ?? null,
      subdivision: groups["region"] ?? null,
    };
  }
  return { street: lines, city: null, postCode: null, subdivision: null };
};
