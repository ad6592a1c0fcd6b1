import { compare, isDecimalText } from "../../../src-shared/money/index.ts";
import type { Decimal } from "../../../src-shared/money/index.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { addMonths } from "../../../src-shared/time/index.ts";
import { foldWording, openingMonths } from "../../../src-shared/wording/index.ts";
import { sumBeforeDiscount } from "./billed-discount.ts";
import type { Governing, InvoiceContext } from "./context.ts";
import { linesOfDiscount } from "./discount-lines.ts";

/** How a condition in words stands: met, not met, or unknown where no figure of the papers answers it. */
export type ConditionState = "met" | "unmet" | "unknown";

/** Whether the condition of a discount holds, by the days of the agreement or by what the invoice comes to. */
export function conditionState(governing: Governing<"discount">, context: InvoiceContext): ConditionState {
  const texts = [governing.term.value.condition ?? "", ...(governing.term.conditions ?? [])].filter(
    (text) => text !== "",
  );
  const states = texts.map((text) => stateOf(foldWording(text), governing, context));
  if (states.includes("unmet")) return "unmet";
  return states.length > 0 && states.every((state) => state === "met") ? "met" : "unknown";
}

function stateOf(text: string, governing: Governing<"discount">, context: InvoiceContext): ConditionState {
  return byMonths(text, governing, context) ?? byAmount(text, governing, context) ?? "unknown";
}

/** "First six months": counted from the beginning of the agreement. */
function byMonths(
  text: string,
  { agreement }: Governing<"discount">,
  { interval, invoice }: InvoiceContext,
): ConditionState | null {
  const opening = openingMonths(text);
  const day = interval?.start ?? valueOf(invoice.issueDate);
  if (opening === null || agreement.from === null || day === null) return null;
  return day < addMonths(agreement.from, opening.months) ? "met" : "unmet";
}

const above =
  /(?:\b(?:over|above|exceeds?|exceeding|pass(?:es)?|more than|uber|mehr als|ubersteig(?:t|en)|superieure?s? a|plus de|depass(?:e|ent)|superiore?s? a|mas de|supera[n]?|oltre|superior[ei] a|supera|boven|meer dan|acima de|mais de)|>)\s*(?:[a-z]{3}|[$€£])?\s*(\d[\d .,'’]*\d|\d)/;

/** "Work of the month over 1,500": what the lines in scope come to. At the very figure nobody can tell. */
function byAmount(
  text: string,
  { term }: Governing<"discount">,
  context: InvoiceContext,
): ConditionState | null {
  const figure = above.exec(text)?.[1];
  if (figure === undefined || /\b(pieces?|units?|hours?|stuck|stunden|unites?|heures|heads?)\b/.test(text))
    return null;
  const bare = figure
    .replace(/[ '’]/g, "")
    .replace(/[.,](?=\d{3}(?:\D|$))/g, "")
    .replace(",", ".");
  // Steps of one discount, or words that name no line, are for a person.
  const steps = context
    .termsOf("discount")
    .filter((other) => above.test(foldWording(other.term.value.condition ?? "")));
  const lines = linesOfDiscount(context, { term });
  if (steps.length > 1 || lines.length === 0) return null;
  const sum: Decimal | null = sumBeforeDiscount(lines);
  if (!isDecimalText(bare) || sum === null) return null;
  const order = compare(sum, bare);
  return order === 0 ? null : order > 0 ? "met" : "unmet";
}
