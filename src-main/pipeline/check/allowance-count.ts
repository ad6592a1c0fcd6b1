import type { Term, TermOf } from "../../../src-shared/model/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { decimalText, isEqual } from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import { allowanceCountIn, allowanceUnitOf } from "../../../src-shared/wording/index.ts";
import { expenseProofOf } from "./expense-proof.ts";
import type { LineContext } from "./context.ts";

/**
 * How often a limit per night, day or piece holds for what a line bills: by its own quantity, else by what its words or
 * the records behind it say ("Hotel, 3 nights"). `null` where one sum is billed and nobody says for how long.
 */
export function allowanceCount(context: LineContext, term: TermOf<"expenses"> & Term): DecimalText | null {
  const { line } = context;
  const quantity = valueOf(line.quantity);
  const unit = allowanceUnitOf((term.conditions ?? []).join(" "));
  if (unit === null) return quantity ?? decimalText("1");
  if (quantity !== null && (line.unit?.value === unit || !isEqual(quantity, decimalText("1"))))
    return quantity;
  const told = [
    line.description,
    ...(expenseProofOf(context)?.records ?? []).flatMap(({ item }) => item ?? []),
  ].flatMap((text) => allowanceCountIn(text, unit) ?? []);
  const [count] = told;
  return count === undefined || told.some((other) => other !== count) ? null : decimalText(String(count));
}
