import { useId, useState } from "react";
import type { PilotState } from "../../../src-shared/api/contract.ts";
import type { Assessment, HandoffStep } from "../../../src-shared/model/index.ts";
import {
  decimal,
  decimalToText,
  fractionToDecimal,
  divideFractions,
  isDecimalText,
  multiply,
} from "../../../src-shared/money/index.ts";
import { Button } from "../../components/button.tsx";
import { Sign } from "../../components/sign.tsx";
import { formatQuantity } from "../../locale/display.ts";
import { hasMessage, say } from "../../locale/say.ts";
import type { MessageId } from "../../locale/say.ts";
import { recordEntry } from "../../state/pilot.ts";

const blank: Assessment = {
  handoff: "",
  repetitionsPerMonth: 0,
  dragDays: "",
  minutesEach: "",
  errorPercent: "",
  owner: "",
  steps: [],
  segment: "",
  notes: "",
};

const numbers = [
  ["minutesEach", "pilot.minutesEach"],
  ["dragDays", "pilot.dragDays"],
  ["errorPercent", "pilot.errorPercent"],
] as const satisfies readonly (readonly [keyof Assessment, MessageId])[];

const kinds = ["work", "decision", "approval"] as const;
const isNumber = (text: string): boolean => text === "" || isDecimalText(text);

/** Hours a month, if both sides are known. */
function hoursOf({ repetitionsPerMonth, minutesEach }: Assessment): string | null {
  if (repetitionsPerMonth === 0 || !isDecimalText(minutesEach)) return null;
  const minutes = multiply(decimal(minutesEach), decimal(String(repetitionsPerMonth)));
  return formatQuantity(decimalToText(fractionToDecimal(divideFractions(minutes, decimal("60")), 1)));
}

/** What the handoff costs today, who owns it, how it is done, and whether the workspace is ready. */
export function AssessPanel({ state }: { readonly state: PilotState }) {
  const [draft, setDraft] = useState<Assessment>(state.assessment ?? blank);
  const set = (change: Partial<Assessment>): void => setDraft({ ...draft, ...change });
  const setStep = (at: number, change: Partial<HandoffStep>): void =>
    set({ steps: draft.steps.map((step, index) => (index === at ? { ...step, ...change } : step)) });
  const hours = hoursOf(draft);
  const isValid =
    numbers.every(([name]) => isNumber(draft[name])) && draft.steps.every(({ minutes }) => isNumber(minutes));
  return (
    <>
      <Needs state={state} />
      <section className="pilot-part">
        <h2>{say("pilot.handoff")}</h2>
        <Text
          label={say("pilot.handoff")}
          help={say("pilot.handoffHelp")}
          value={draft.handoff}
          onChange={(handoff) => set({ handoff })}
        />
        <div className="pilot-fields">
          <Text
            label={say("pilot.repetitions")}
            value={draft.repetitionsPerMonth === 0 ? "" : String(draft.repetitionsPerMonth)}
            onChange={(text) =>
              set({ repetitionsPerMonth: Math.min(1_000_000, Number.parseInt(text, 10) || 0) })
            }
          />
          {numbers.map(([name, label]) => (
            <Text
              key={name}
              label={say(label)}
              value={draft[name]}
              onChange={(text) => set({ [name]: text.trim() })}
            />
          ))}
          <Text
            label={say("pilot.owner")}
            help={say("pilot.ownerHelp")}
            value={draft.owner}
            onChange={(owner) => set({ owner })}
          />
        </div>
        {hours === null ? null : <p>{say("pilot.hours", { hours })}</p>}
        <Text
          label={say("pilot.segment")}
          help={say("pilot.segmentHelp")}
          value={draft.segment}
          onChange={(segment) => set({ segment })}
        />
      </section>
      <section className="pilot-part">
        <h2>{say("pilot.steps")}</h2>
        {draft.steps.map((step, at) => (
          <fieldset key={at} className="pilot-step">
            <legend>{say("pilot.step", { number: at + 1 })}</legend>
            <Text
              label={say("pilot.stepTitle")}
              value={step.title}
              onChange={(title) => setStep(at, { title })}
            />
            <Text
              label={say("pilot.stepSystem")}
              value={step.system}
              onChange={(system) => setStep(at, { system })}
            />
            <label className="field">
              <span className="label">{say("pilot.stepKind")}</span>
              <select
                className="input"
                value={step.kind}
                onChange={(event) =>
                  setStep(at, { kind: kinds.find((kind) => kind === event.target.value) ?? "work" })
                }
              >
                {kinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {say(`pilot.kind.${kind}`)}
                  </option>
                ))}
              </select>
            </label>
            <Text
              label={say("pilot.stepOwner")}
              value={step.owner}
              onChange={(owner) => setStep(at, { owner })}
            />
            <Text
              label={say("pilot.stepMinutes")}
              value={step.minutes}
              onChange={(minutes) => setStep(at, { minutes: minutes.trim() })}
            />
            <Button
              look="plain"
              aria-label={say("pilot.removeStep", { number: at + 1 })}
              onClick={() => set({ steps: draft.steps.filter((_, index) => index !== at) })}
            >
              ✕
            </Button>
          </fieldset>
        ))}
        <div className="row">
          <Button
            onClick={() =>
              set({
                steps: [...draft.steps, { title: "", system: "", kind: "work", owner: "", minutes: "" }],
              })
            }
          >
            {say("pilot.addStep")}
          </Button>
        </div>
        <Text label={say("pilot.notes")} value={draft.notes} onChange={(notes) => set({ notes })} />
        <div className="row">
          <Button
            look="main"
            disabled={!isValid}
            onClick={() =>
              void recordEntry({
                type: "assessment",
                assessment: { ...draft, steps: draft.steps.map((step) => ({ ...step })) },
              })
            }
          >
            {say("pilot.store")}
          </Button>
        </div>
      </section>
    </>
  );
}

function Needs({ state }: { readonly state: PilotState }) {
  return (
    <section className="pilot-part">
      <h2>{say("pilot.needs")}</h2>
      <ul className="pilot-needs">
        {state.prerequisites.map(({ id, isMet, have, of }) => {
          const message = `pilot.need.${id}`;
          return (
            <li key={id}>
              <Sign tone={isMet ? "clear" : "open"} />
              <span className="grow">{hasMessage(message) ? say(message) : id}</span>
              <span className="soft">
                {have} / {of}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly help?: string;
}

function Text({ label, value, onChange, help }: TextProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        value={value}
        maxLength={400}
        onChange={(event) => onChange(event.target.value)}
      />
      {help === undefined ? null : <span className="help">{help}</span>}
    </div>
  );
}
