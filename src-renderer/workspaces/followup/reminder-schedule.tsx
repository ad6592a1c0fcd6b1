import { useId, useState } from "react";
import type { FollowUp } from "../../../src-shared/api/contract.ts";
import type { ReminderPlan } from "../../../src-shared/model/index.ts";
import { Button } from "../../components/button.tsx";
import { say } from "../../locale/say.ts";
import { setReminderPlan } from "../../state/follow-up.ts";

const describe = ({ days, everyDays, escalateAtStep }: ReminderPlan): string =>
  say("followUp.schedule", { days: days.join(", "), every: everyDays, step: escalateAtStep });

/** When a customer is reminded: by the usual plan or by one of its own, which is set here. */
export function ReminderSchedule({
  customer,
  plans,
}: {
  readonly customer: string;
  readonly plans: FollowUp["plans"];
}) {
  const plan = plans.customers[customer] ?? plans.default;
  const [days, setDays] = useState(plan.days.join(", "));
  const [every, setEvery] = useState(String(plan.everyDays));
  const [step, setStep] = useState(String(plan.escalateAtStep));
  const note = useId();
  const given = planOf(days, every, step);
  return (
    <details>
      <summary>{describe(plan)}</summary>
      <form
        className="row reminder-actions reminder-schedule"
        onSubmit={(event) => {
          event.preventDefault();
          if (given !== null) void setReminderPlan(customer, given);
        }}
      >
        <label className="field">
          <span className="label">{say("followUp.scheduleDays")}</span>
          <input
            className="input"
            inputMode="numeric"
            value={days}
            aria-invalid={given === null}
            aria-describedby={note}
            onChange={(event) => setDays(event.target.value)}
          />
        </label>
        <CountField label={say("followUp.scheduleEvery")} value={every} onChange={setEvery} />
        <CountField label={say("followUp.scheduleCall")} value={step} onChange={setStep} />
        <button type="submit" className="button" disabled={given === null}>
          {say("followUp.scheduleKeep", { customer })}
        </button>
        <p id={note} className="soft" role="status">
          {given === null ? say("followUp.scheduleWrong") : ""}
        </p>
      </form>
    </details>
  );
}

function CountField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  return (
    <label className="field">
      <span className="label">{label}</span>
      <input
        className="input"
        inputMode="numeric"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

/** Customers with a plan of their own, also those of whom nothing is due. */
export function OwnSchedules({ plans }: { readonly plans: FollowUp["plans"] }) {
  const own = Object.entries(plans.customers);
  if (own.length === 0) return null;
  return (
    <section>
      <h2>{say("followUp.ownSchedules")}</h2>
      <ul className="stack">
        {own.map(([customer, plan]) => (
          <li key={customer} className="row">
            <span className="grow">
              {customer}: {describe(plan)}
            </span>
            <Button onClick={() => void setReminderPlan(customer, null)}>
              {say("followUp.scheduleDefault")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A plan as it was typed; `null` where a figure is missing, out of range, or a day comes before the one ahead of it. */
function planOf(days: string, every: string, step: string): ReminderPlan | null {
  const words = days.split(/[\s,;]+/).filter((word) => word !== "");
  const numbers = [...words, every.trim(), step.trim()].map((word) =>
    /^\d{1,3}$/.test(word) ? Number(word) : 0,
  );
  const list = numbers.slice(0, -2);
  const [everyDays = 0, escalateAtStep = 0] = numbers.slice(-2);
  const isRising = list.every((day, index) => day > (list[index - 1] ?? 0));
  const isInRange = list.length > 0 && list.length <= 20 && numbers.every((each) => each > 0 && each <= 365);
  return isRising && isInRange ? { days: list, everyDays, escalateAtStep } : null;
}
