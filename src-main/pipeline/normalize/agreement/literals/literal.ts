import type { DecimalText } from "../../../../../src-shared/money/index.ts";
import type { Cadence, Unit } from "../../../../../src-shared/model/index.ts";
import type { LocalDate } from "../../../../../src-shared/time/index.ts";

/** A stretch of a unit's prepared text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How a number bounds what it speaks of. */
export type Bound = "<" | "<=" | ">" | ">=" | "~";

/** "per hour", "an hour", "hourly", "per 1,000 impressions". */
export interface PerUnit {
  readonly unit: Unit;
  /** Units that the price is for; "1" if unsaid. */
  readonly base: DecimalText;
  /** Set where the unit is a period of billing rather than work. */
  readonly cadence: Cadence | null;
  /** "an hour": means "per" only right behind a price. */
  readonly isArticle: boolean;
  readonly span: Span;
}

interface LiteralBase extends Span {
  /** Words and digits said the same thing, or disagreed. */
  readonly wording: "digits" | "words" | "agree" | "differ";
  /** Another value that the same print may mean. */
  readonly rivals: readonly DecimalText[];
  readonly bound: Bound | null;
  /** Whether it is the most that there may be, said firmly; unset for dates and factors. */
  readonly isMost?: boolean;
  /** The other end of a range, where it is the first or second of two. */
  readonly rangeWith: DecimalText | null;
}

export interface MoneyLiteral extends LiteralBase {
  readonly type: "money";
  readonly value: DecimalText;
  /** ISO code; `null` where only a shared symbol is printed. */
  readonly currency: string | null;
  /** "$" and the like where the symbol is shared. */
  readonly symbol: string | null;
  readonly per: readonly PerUnit[];
}
export interface PercentLiteral extends LiteralBase {
  readonly type: "percent";
  readonly value: DecimalText;
  readonly isPoints: boolean;
  readonly per: readonly PerUnit[];
}
/** A number with what it counts, time included: "20 support hours", "thirty (30) days", "500 GB". */
export interface QuantityLiteral extends LiteralBase {
  readonly type: "quantity";
  readonly value: DecimalText;
  readonly unit: Unit;
  /** Words between number and unit: "business", "support". */
  readonly modifier: string;
  readonly isTime: boolean;
  readonly isBusiness: boolean;
  readonly per: readonly PerUnit[];
}
/** A factor on a price: 1.5 for "time and a half". */
export interface MultiplierLiteral extends LiteralBase {
  readonly type: "multiplier";
  readonly value: DecimalText;
}
export interface NumberLiteral extends LiteralBase {
  readonly type: "number";
  readonly value: DecimalText;
  readonly per: readonly PerUnit[];
}
export interface DateLiteral extends LiteralBase {
  readonly type: "date";
  /** `null` where the print does not decide. */
  readonly date: LocalDate | null;
  /** Both orders of day and month. */
  readonly readings: readonly LocalDate[];
  /** True for "March 2026", read as its first day. */
  readonly isMonthOnly: boolean;
}

export type Literal =
  MoneyLiteral | PercentLiteral | QuantityLiteral | MultiplierLiteral | NumberLiteral | DateLiteral;
export type LiteralType = Literal["type"];

/** The end of a literal with the units behind it: "48.50 EUR per hour". */
export function afterUnits(literal: Literal): number {
  if (!("per" in literal)) return literal.end;
  let { end } = literal;
  for (const { span } of literal.per) if (span.start >= literal.end && span.end > end) end = span.end;
  return end;
}

/** Whether a literal counts something, with or without the word for what it counts. */
export const isCount = (literal: Literal): literal is QuantityLiteral | NumberLiteral =>
  literal.type === "quantity" || literal.type === "number";

export const isMoney = (literal: Literal): literal is MoneyLiteral => literal.type === "money";

/** Languages whose wordings are known. */
export type Language = "en" | "de" | "fr" | "es" | "it" | "pt" | "nl";

/** What the whole document says about how it writes numbers and dates. */
export interface NumberStyle {
  /** "." or "," where the document's unambiguous numbers agree. */
  readonly decimalMark: "." | "," | null;
  readonly dateOrder: "day-first" | "month-first" | null;
  readonly languages: readonly Language[];
  /** Code of the currency that all prices of the document are said to be in; bare figures of its lists are prices. */
  readonly listCurrency?: string | null;
  /** Code, or "$", of the one currency that the document marks sums with: for bare figures that end a row of leaders. */
  readonly rowCurrency?: string | null;
}
