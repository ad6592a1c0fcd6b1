import { useId } from "react";
import type { ReactNode } from "react";

interface LabeledInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: "text" | "password" | "number";
  readonly help?: ReactNode;
  readonly list?: readonly string[];
}

/** A field with its label above and its help below. */
export function LabeledInput({ label, value, onChange, type = "text", help, list }: LabeledInputProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        type={type}
        value={value}
        autoComplete="off"
        spellCheck={false}
        {...(list === undefined ? {} : { list: `${id}-list` })}
        onChange={(event) => onChange(event.target.value)}
      />
      {list === undefined ? null : (
        <datalist id={`${id}-list`}>
          {list.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
      {help === undefined ? null : <span className="help">{help}</span>}
    </div>
  );
}
