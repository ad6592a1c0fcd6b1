import { useId, useState } from "react";
import { formatQuantity } from "../locale/display.ts";
import { parseTypedAmount, readingsOf, typedAmount } from "../locale/typed-amount.ts";
import { say } from "../locale/say.ts";
import { Button } from "./button.tsx";

/** What a field of an amount gives while nobody can tell which amount is meant; no decimal text. */
export const unclearAmount = "unclear";

interface AmountInputProps {
  readonly id?: string;
  /** Where no label of its own names it. */
  readonly name?: string;
  /** A decimal text, `unclearAmount`, or nothing. */
  readonly value: string;
  readonly onChange: (amount: string) => void;
  readonly className?: string;
  readonly placeholder?: string;
}

/**
 * A field for an amount, typed as any language writes it: "1.234,56", "1,234.56".
 *
 * What can be read in two ways is asked, never guessed: "1.234" waits for one of its readings.
 */
export function AmountInput({ id, name, value, onChange, className, placeholder }: AmountInputProps) {
  const help = useId();
  const [typed, setTyped] = useState<Typed | null>(null);
  // A value that came from elsewhere stands in the field as it is.
  const text =
    typed !== null && typed.value === value ? typed.text : value === unclearAmount ? "" : typedAmount(value);
  const readings = readingsOf(text);
  const isUnread = value === unclearAmount && readings === null;
  const follow = (next: string): void => {
    const amount = valueOfTyped(next);
    setTyped({ text: next, value: amount });
    onChange(amount);
  };
  const isFaulty = value === unclearAmount;
  return (
    <>
      <input
        id={id}
        className={className === undefined ? "input" : `input ${className}`}
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        aria-label={name}
        aria-invalid={isFaulty}
        aria-describedby={isFaulty ? help : undefined}
        value={text}
        onChange={(event) => follow(event.target.value)}
      />
      {readings === null ? null : (
        <span id={help} className="help amount-question">
          {say("amount.which", { text })}{" "}
          {readings.map((amount) => (
            <Button
              key={amount}
              onClick={() => {
                setTyped(null);
                onChange(amount);
              }}
            >
              {formatQuantity(amount)}
            </Button>
          ))}
        </span>
      )}
      {isUnread ? (
        <span id={help} className="help tone-over">
          {say("amount.unread")}
        </span>
      ) : null}
    </>
  );
}

interface Typed {
  readonly text: string;
  readonly value: string;
}

function valueOfTyped(text: string): string {
  if (text.trim() === "") return "";
  const amount = parseTypedAmount(text);
  return amount === null || amount === "ambiguous" ? unclearAmount : amount;
}
