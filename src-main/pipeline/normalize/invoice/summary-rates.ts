import { closesRow, isTrivialRow, valuesOf } from "./arithmetic.ts";
import { multipliedLine } from "./loose-rows.ts";
import type { RawLine } from "./raw-line.ts";
import type { Survey } from "./survey.ts";
import type { NumberCell } from "./table-cells.ts";

/**
 * Hours and amounts of a time narrative whose rates stand elsewhere, one per person: "M. Dellinger  19.7  475.00
 * 9,357.50" under the entries. A rate is a line's where it makes its amount, and those of all lines of that person.
 */
export function withSummaryRates(lines: readonly RawLine[], survey: Survey): readonly RawLine[] {
  const open = lines.filter(
    ({ quantity, price, amount }) => quantity !== null && price === null && amount !== null,
  );
  if (open.length < 2) return lines;
  const own = new Set(lines.map(({ anchor }) => anchor.index));
  const rates = survey.layout.rows.flatMap((row) => {
    if (own.has(row.index)) return [];
    const found = multipliedLine(row, survey.signs.conventions);
    return found?.isTelling === true && found.line.price !== null ? [found.line.price] : [];
  });
  if (rates.length === 0) return lines;
  const priced = new Map(
    [...byPerson(open).values()].flatMap((group) => {
      const fitting = rates.filter((rate) => group.every((line) => makes(line, rate)));
      const [rate, ...others] = fitting;
      const isOpen = others.some(({ reading }) => reading.value !== rate?.reading.value);
      const isTold = rate !== undefined && group.some((line) => tells(line, rate));
      return isTold && !isOpen ? group.map((line) => [line, rate] as const) : [];
    }),
  );
  return lines.map((line) => {
    const rate = priced.get(line);
    return rate === undefined ? line : { ...line, price: rate, tokens: [...line.tokens, ...rate.tokens] };
  });
}

/** The lines of each person together; a line without one stands for itself. */
function byPerson(lines: readonly RawLine[]): ReadonlyMap<string | RawLine, readonly RawLine[]> {
  const groups = new Map<string | RawLine, RawLine[]>();
  for (const line of lines) {
    const key = line.person ?? line;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [line]);
    else group.push(line);
  }
  return groups;
}

const factorsOf = ({ quantity, amount }: RawLine, rate: NumberCell): Parameters<typeof closesRow>[0][] =>
  (quantity === null ? [] : valuesOf(quantity.reading)).flatMap((q) =>
    valuesOf(rate.reading).flatMap((price) =>
      (amount === null ? [] : valuesOf(amount.reading)).map((a) => ({ quantity: q, price, amount: a })),
    ),
  );

const makes = (line: RawLine, rate: NumberCell): boolean => factorsOf(line, rate).some(closesRow);

const tells = (line: RawLine, rate: NumberCell): boolean =>
  factorsOf(line, rate).some((factors) => closesRow(factors) && !isTrivialRow(factors));
