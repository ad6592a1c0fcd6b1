import { useId, useState } from "react";
import type { ValueReturn } from "../../../src-shared/measure/index.ts";
import { isDecimalText } from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import { AmountInput } from "../../components/amount-input.tsx";
import { Button } from "../../components/button.tsx";
import { formatAmount, formatQuantity } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";
import type { MessageId } from "../../locale/say.ts";
import { recordEntry } from "../../state/pilot.ts";

const fields = [
  ["currency", "measure.currency"],
  ["loadedCostPerHour", "measure.loadedCost"],
  ["costPerMonth", "measure.costPerMonth"],
  ["low", "measure.recoveredLow"],
  ["high", "measure.recoveredHigh"],
  ["writeOffsBefore", "measure.writeOffsBefore"],
  ["writeOffsNow", "measure.writeOffsNow"],
] as const satisfies readonly (readonly [string, MessageId])[];
type Field = (typeof fields)[number][0];

const optional = new Set<Field>(["writeOffsBefore", "writeOffsNow"]);

/** The return, with its inputs open to be changed and its spread said. */
export function ReturnPanel({ value }: { readonly value: ValueReturn }) {
  const { inputs } = value;
  const [draft, setDraft] = useState<Readonly<Record<Field, string>>>({
    currency: inputs.currency,
    loadedCostPerHour: inputs.loadedCostPerHour,
    costPerMonth: inputs.costPerMonth,
    low: inputs.recoveredPercent.low,
    high: inputs.recoveredPercent.high,
    writeOffsBefore: inputs.writeOffsBefore ?? "",
    writeOffsNow: inputs.writeOffsNow ?? "",
  });
  const base = useId();
  const isValid = fields.every(([name]) =>
    name === "currency"
      ? /^[A-Z]{3}$/.test(draft.currency)
      : isDecimalText(draft[name]) || (optional.has(name) && draft[name] === ""),
  );
  const show = (amount: DecimalText | null): string =>
    amount === null ? "–" : formatAmount(amount, inputs.currency);
  const range = (low: DecimalText, high: DecimalText): string =>
    low === high ? show(low) : say("measure.range", { low: show(low), high: show(high) });
  const rows = [
    [say("measure.hoursSaved"), value.hoursSaved === null ? "–" : formatQuantity(value.hoursSaved)],
    [say("measure.savedCost"), show(value.savedCost)],
    [say("measure.recovered"), range(value.recovered.low, value.recovered.high)],
    [say("measure.fewerWriteOffs"), show(value.fewerWriteOffs)],
    [say("measure.cost"), show(value.cost)],
    [say("measure.total"), range(value.total.low, value.total.high)],
  ] as const;
  return (
    <section className="measure-part" aria-labelledby="measure-return">
      <h2 id="measure-return">{say("measure.return")}</h2>
      <p className="soft">{say("measure.returnLead")}</p>
      <div className="measure-inputs">
        {fields.map(([name, label]) => (
          <div key={name} className="field">
            <label htmlFor={`${base}-${name}`}>{say(label)}</label>
            {name === "currency" ? (
              <input
                id={`${base}-${name}`}
                className="input"
                value={draft[name]}
                onChange={(event) => setDraft({ ...draft, [name]: event.target.value.trim() })}
              />
            ) : (
              <AmountInput
                id={`${base}-${name}`}
                value={draft[name]}
                onChange={(amount) => setDraft({ ...draft, [name]: amount })}
              />
            )}
          </div>
        ))}
      </div>
      <div className="row">
        <Button
          disabled={!isValid}
          onClick={() =>
            void recordEntry({
              type: "return-inputs",
              inputs: {
                currency: draft.currency,
                loadedCostPerHour: draft.loadedCostPerHour as DecimalText,
                costPerMonth: draft.costPerMonth as DecimalText,
                recoveredPercent: { low: draft.low as DecimalText, high: draft.high as DecimalText },
                writeOffsBefore: draft.writeOffsBefore === "" ? null : (draft.writeOffsBefore as DecimalText),
                writeOffsNow: draft.writeOffsNow === "" ? null : (draft.writeOffsNow as DecimalText),
              },
            })
          }
        >
          {say("measure.storeInputs")}
        </Button>
      </div>
      <table className="table measure-return">
        <tbody>
          {rows.map(([name, figure]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="number">{figure}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {value.gaps.map((gap) => (
        <p key={gap} className="soft">
          {say(`measure.gap.${gap}`)}
        </p>
      ))}
    </section>
  );
}
