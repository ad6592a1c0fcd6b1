import { useId } from "react";

interface ChoiceProps<Id extends string> {
  readonly label: string;
  readonly value: Id;
  readonly options: readonly { readonly id: Id; readonly text: string }[];
  readonly onChoose: (id: Id) => void;
}

/** One of few. */
export function Choice<Id extends string>({ label, value, options, onChoose }: ChoiceProps<Id>) {
  const id = useId();
  return (
    <div className="settings-row">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input settings-short"
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.id === event.target.value);
          if (chosen !== undefined) onChoose(chosen.id);
        }}
      >
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}

interface LinesProps {
  readonly label: string;
  readonly help: string;
  readonly lines: readonly string[];
  readonly onLines: (lines: readonly string[]) => void;
}

/** Several texts, one on a line. */
export function Lines({ label, help, lines, onLines }: LinesProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="input settings-lines"
        rows={Math.max(2, Math.min(8, lines.length + 1))}
        value={lines.join("\n")}
        onChange={(event) => onLines(event.target.value.split("\n"))}
      />
      <span className="help">{help}</span>
    </div>
  );
}
