import type { DecimalText } from "../../src-shared/money/index.ts";
import { say } from "../locale/say.ts";
import { formatAmount, formatPlainAmount } from "../locale/display.ts";

interface MoneyProps {
  readonly amount: DecimalText | null;
  readonly currency: string | null;
  /** `plain` leaves the currency to the head of the column. */
  readonly form?: "full" | "plain";
}

/** An amount as a ledger writes it; unknown is a dash that says so, never a zero. */
export function Money({ amount, currency, form = "full" }: MoneyProps) {
  if (amount === null) return <Unknown />;
  return (
    <span className="number">
      {form === "full" ? formatAmount(amount, currency) : formatPlainAmount(amount, currency)}
    </span>
  );
}

export function Unknown() {
  return (
    <span className="soft">
      <span aria-hidden="true">–</span>
      <span className="hidden-text">{say("value.unknown")}</span>
    </span>
  );
}
