import { decimalText, isEqual } from "../../../src-shared/money/index.ts";
import type { InvoiceLine, MatchReason } from "../../../src-shared/model/index.ts";

/** What of a line decides how it stands to a price: its words, its unit and its figures, but not when, and not for whom. */
export type ComparedLine = Pick<
  InvoiceLine,
  "description" | "itemCode" | "unit" | "unitPrice" | "priceBase" | "quantity" | "net" | "printedAmount"
>;

/** What else is known of the wording of a line. */
export interface LineWords {
  readonly text: string;
  /** Role by column or roster. */
  readonly role: string | null;
  /** Whether a person confirmed this wording before. */
  readonly isAlias: boolean;
}

/** The wording of a line as it is printed. */
export const printedWordsOf = ({
  description,
  role,
}: Pick<InvoiceLine, "description" | "role">): LineWords => ({ text: description, role, isAlias: false });

/** How a line stands to a term. Words alone never make it eligible against a contradicting attribute. */
export interface Comparison {
  /** For order: the weight of the words in common, then exact attributes. */
  readonly rank: number;
  readonly isEligible: boolean;
  /** Nothing speaks for it but that there is no other: it holds if that is so. */
  readonly isOnlyTermPossible: boolean;
  /** The line names a role that is not the one of the term. */
  readonly isOtherRole: boolean;
  readonly reasons: readonly MatchReason[];
  readonly confidence: number;
}

/**
 * The same for lines that stand alike to every price, whatever they count: batches bill the same work again and again.
 *
 * How many are billed only matters where it is one, and the amount of a line only where no price stands beside it;
 * else its sign alone does, since what is given back is no surcharge.
 */
export function comparisonKey(line: ComparedLine, { text, role, isAlias }: LineWords): string {
  const { quantity, unitPrice } = line;
  const amount = line.net?.value ?? line.printedAmount?.value ?? "";
  return [
    text,
    line.description,
    role ?? "",
    isAlias ? "alias" : "",
    line.itemCode ?? "",
    line.unit?.value ?? "",
    unitPrice === null ? "none" : (unitPrice.value ?? "unread"),
    line.priceBase?.value ?? "",
    quantity === null
      ? "none"
      : quantity.value === null
        ? "unread"
        : isEqual(quantity.value, one)
          ? "one"
          : "",
    unitPrice === null ? amount : amount.startsWith("-") ? "back" : "",
    unitPrice === null ? (line.net?.value ?? "") : "",
  ].join("\u0001");
}

const one = decimalText("1");
