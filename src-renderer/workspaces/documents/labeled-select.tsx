interface LabeledSelectProps<Id extends string> {
  readonly label: string;
  readonly value: Id;
  readonly options: readonly { readonly id: Id; readonly text: string }[];
  readonly onChoose: (id: Id) => void;
}

/** One of several, under its label. */
export function LabeledSelect<Id extends string>({
  label,
  value,
  options,
  onChoose,
}: LabeledSelectProps<Id>) {
  return (
    <label className="mapping-choice">
      <span>{label}</span>
      <select
        className="input"
        value={value}
        onChange={(event) => {
          const chosen = options.find(({ id }) => id === event.target.value);
          if (chosen !== undefined) onChoose(chosen.id);
        }}
      >
        {options.map(({ id, text }) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
