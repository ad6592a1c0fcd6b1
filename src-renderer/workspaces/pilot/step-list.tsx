import { longestLine } from "../../../src-shared/model/index.ts";
import type { HandoffStep } from "../../../src-shared/model/index.ts";
import { Button } from "../../components/button.tsx";
import { say } from "../../locale/say.ts";
import { LabeledInput } from "../../components/labeled-input.tsx";

const kinds = ["work", "decision", "approval"] as const;

/** Steps as most firms have them between delivered work and the invoice in accounting: to be changed, not to be kept. */
const usualSteps = [
  ["guide.step.collect", "work"],
  ["guide.step.type", "work"],
  ["guide.step.compare", "decision"],
  ["guide.step.approve", "approval"],
  ["guide.step.enter", "work"],
] as const;

interface StepListProps {
  readonly steps: readonly HandoffStep[];
  readonly onChange: (steps: readonly HandoffStep[]) => void;
}

/** How the handoff is done today, step by step: what, in which system, by whom, and where something is decided. */
export function StepList({ steps, onChange }: StepListProps) {
  const setStep = (at: number, change: Partial<HandoffStep>): void =>
    onChange(steps.map((step, index) => (index === at ? { ...step, ...change } : step)));
  return (
    <>
      {steps.map((step, at) => (
        <fieldset key={at} className="pilot-step">
          <legend>{say("pilot.step", { number: at + 1 })}</legend>
          <LabeledInput
            maxLength={longestLine}
            label={say("pilot.stepTitle")}
            value={step.title}
            onChange={(title) => setStep(at, { title })}
          />
          <LabeledInput
            maxLength={longestLine}
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
          <LabeledInput
            maxLength={longestLine}
            label={say("pilot.stepOwner")}
            value={step.owner}
            onChange={(owner) => setStep(at, { owner })}
          />
          <LabeledInput
            type="amount"
            label={say("pilot.stepMinutes")}
            value={step.minutes}
            onChange={(minutes) => setStep(at, { minutes })}
          />
          <Button
            look="plain"
            aria-label={say("pilot.removeStep", { number: at + 1 })}
            onClick={() => onChange(steps.filter((_, index) => index !== at))}
          >
            ✕
          </Button>
        </fieldset>
      ))}
      <div className="row">
        <Button
          onClick={() =>
            onChange([...steps, { title: "", system: "", kind: "work", owner: "", minutes: "" }])
          }
        >
          {say("pilot.addStep")}
        </Button>
        {steps.length > 0 ? null : (
          <Button
            onClick={() =>
              onChange(
                usualSteps.map(([title, kind]) => ({
                  title: say(title),
                  system: "",
                  kind,
                  owner: "",
                  minutes: "",
                })),
              )
            }
          >
            {say("guide.usualSteps")}
          </Button>
        )}
      </div>
    </>
  );
}
