import { useId } from "react";
import { Button } from "../../components/button.tsx";
import { say } from "../../locale/say.ts";

interface LabeledTextProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly help?: string;
  /** Fixed where other places lead to this field. */
  readonly id?: string;
  /** What the workspace itself shows, to be taken over by one press. */
  readonly hint?: { readonly value: string; readonly text: string } | null;
  /** Said where the text cannot be taken as it is. */
  readonly fault?: string | null;
}

/** A line of text with its label, its help, and what the workspace offers for it. */
export function LabeledText({ label, value, onChange, help, id, hint, fault }: LabeledTextProps) {
  const own = useId();
  const fieldId = id ?? own;
  const isFaulty = fault !== undefined && fault !== null;
  return (
    <div className="field">
      <label htmlFor={fieldId}>{label}</label>
      <input
        id={fieldId}
        className="input"
        value={value}
        maxLength={400}
        aria-invalid={isFaulty}
        onChange={(event) => onChange(event.target.value)}
      />
      {isFaulty ? <span className="help tone-over">{fault}</span> : null}
      {help === undefined ? null : <span className="help">{help}</span>}
      {hint === undefined || hint === null || hint.value === value ? null : (
        <span className="help">
          {hint.text}{" "}
          <Button onClick={() => onChange(hint.value)}>{say("guide.use", { value: hint.value })}</Button>
        </span>
      )}
    </div>
  );
}
