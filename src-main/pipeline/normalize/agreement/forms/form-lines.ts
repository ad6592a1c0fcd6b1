import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import { isZero, sum, withoutTrailingZeros, decimalToText } from "../../../../../src-shared/money/index.ts";
import { isOptional, resolveLine } from "../../invoice/invoice-lines.ts";
import type { ResolvedLine } from "../../invoice/invoice-lines.ts";
import { textOf } from "../../invoice/layout.ts";
import type { Token } from "../../invoice/layout.ts";
import type { Survey } from "../../invoice/index.ts";

/** A priced line of an order's table. */
export interface FormLine {
  readonly item: string;
  readonly quantity: DecimalText | null;
  readonly unit: string | null;
  readonly price: DecimalText | null;
  readonly amount: DecimalText | null;
  readonly row: number;
  readonly tokens: readonly Token[];
}

export interface FormLines {
  /** Lines that multiply out, or whose amounts add up to a printed total; empty where any line does not. */
  readonly lines: readonly FormLine[];
  /** Whether the lines together are the given total. */
  readonly addsUp: boolean;
}

/** The line table of a form, as far as its arithmetic proves that it is read right. */
export function readLines(survey: Survey, totals: readonly DecimalText[]): FormLines {
  const resolved = survey.tables
    .flatMap((table) => table.lines)
    .filter((line) => !isOptional(line))
    .map(resolveLine);
  const lines = resolved.map(lineOf);
  const amounts = lines.flatMap((line) => (line.amount === null ? [] : [line.amount]));
  const plain = (value: DecimalText): string => decimalToText(withoutTrailingZeros(value));
  const whole =
    amounts.length === lines.length && lines.length > 0 ? plain(decimalToText(sum(amounts))) : null;
  const addsUp = whole !== null && totals.some((total) => plain(total) === whole);
  const isProven = resolved.every(
    (line, index) =>
      (line.closes === true || (line.closes === null && addsUp)) &&
      /\p{L}{2}/u.test(lines[index]?.item ?? ""),
  );
  // A row whose one amount equals the total is the total once more.
  const isEcho = lines.some(
    (line) =>
      line.price === null &&
      line.amount !== null &&
      totals.some((total) => plain(total) === plain(line.amount ?? total)),
  );
  if (isEcho) return { lines: [], addsUp: false };
  return isProven ? { lines: lines.filter((line) => hasPrice(line)), addsUp } : { lines: [], addsUp: false };
}

const hasPrice = (line: FormLine): boolean =>
  (line.price !== null && !isZero(line.price)) || (line.amount !== null && !isZero(line.amount));

function lineOf(line: ResolvedLine): FormLine {
  const { raw } = line;
  return {
    item: textOf(raw.description).trim(),
    quantity: line.quantity,
    unit: raw.unit?.unit ?? null,
    price: line.base === null ? line.price : null,
    amount: line.amount,
    row: raw.anchor.index,
    tokens: raw.tokens,
  };
}
