import { useId } from "react";
import type { ReactNode } from "react";
import { say } from "../locale/say.ts";
import { AmountInput } from "./amount-input.tsx";
import { Button } from "./button.tsx";

interface LabeledInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** An amount is given as a decimal text, or as unclear, however it is typed. */
  readonly type?: "text" | "password" | "number" | "amount";
  readonly help?: ReactNode;
  /** Values to choose from, or to type another one beside. */
  readonly list?: readonly string[];
  /** Fixed where other places lead to this field. */
  readonly id?: string;
  /** What the workspace itself shows, to be taken over by one press. */
  readonly hint?: { readonly value: string; readonly text: string } | null;
  readonly maxLength?: number;
  /** Said where the value cannot be taken as it is. */
  readonly fault?: string | null;
}

/** A field with its label above, its help below, and what the workspace offers for it. */
export function LabeledInput(props: LabeledInputProps) {
  const { label, value, onChange, type = "text", help, list, hint = null, fault = null, maxLength } = props;
  const own = useId();
  const id = props.id ?? own;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {type === "amount" ? (
        <AmountInput id={id} value={value} onChange={onChange} />
      ) : (
        <input
          id={id}
          className="input"
          type={type}
          value={value}
          maxLength={maxLength}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={fault !== null}
          {...(list === undefined ? {} : { list: `${id}-list` })}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {list === undefined ? null : (
        <datalist id={`${id}-list`}>
          {list.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
      {fault === null ? null : <span className="help tone-over">{fault}</span>}
      {help === undefined ? null : <span className="help">{help}</span>}
      {hint === null || hint.value === value ? null : (
        <span className="help">
          {hint.text}{" "}
          <Button onClick={() => onChange(hint.value)}>{say("guide.use", { value: hint.value })}</Button>
        </span>
      )}
    </div>
  );
}
