import { longestLine } from "../../../src-shared/model/index.ts";
import { useState } from "react";
import type { AssessmentHints, PilotState } from "../../../src-shared/api/contract.ts";
import type { Assessment } from "../../../src-shared/model/index.ts";
import {
  decimal,
  decimalToText,
  fractionToDecimal,
  divideFractions,
  isDecimalText,
  multiply,
} from "../../../src-shared/money/index.ts";
import { Button } from "../../components/button.tsx";
import { formatQuantity } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";
import type { MessageId } from "../../locale/say.ts";
import { recordEntry } from "../../state/pilot.ts";
import { LabeledInput } from "../../components/labeled-input.tsx";
import { NeedsList } from "./needs-list.tsx";
import { StepList } from "./step-list.tsx";

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
  ["minutesEach", "pilot.minutesEach", "guide.hint.minutes"],
  ["dragDays", "pilot.dragDays", "guide.hint.drag"],
  ["errorPercent", "pilot.errorPercent", "guide.hint.errors"],
] as const satisfies readonly (readonly [keyof Assessment & keyof AssessmentHints, MessageId, MessageId])[];

const isNumber = (text: string): boolean => text === "" || isDecimalText(text);

/** Hours a month, if both sides are known. */
function hoursOf({ repetitionsPerMonth, minutesEach }: Assessment): string | null {
  if (repetitionsPerMonth === 0 || !isDecimalText(minutesEach)) return null;
  const minutes = multiply(decimal(minutesEach), decimal(String(repetitionsPerMonth)));
  return formatQuantity(decimalToText(fractionToDecimal(divideFractions(minutes, decimal("60")), 1)));
}

const hintOf = (value: string | number | null, text: MessageId) =>
  value === null ? null : { value: String(value), text: say(text) };

/** What the handoff costs today, who owns it, how it is done, and whether the workspace is ready. */
export function AssessPanel({ state }: { readonly state: PilotState }) {
  const { hints } = state;
  const [draft, setDraft] = useState<Assessment>(state.assessment ?? blank);
  const set = (change: Partial<Assessment>): void => setDraft({ ...draft, ...change });
  const hours = hoursOf(draft);
  const isValid =
    numbers.every(([name]) => isNumber(draft[name])) && draft.steps.every(({ minutes }) => isNumber(minutes));
  return (
    <>
      <NeedsList state={state} />
      <section className="pilot-part">
        <h2>{say("pilot.handoff")}</h2>
        <LabeledInput
          maxLength={longestLine}
          label={say("pilot.handoff")}
          help={say("pilot.handoffHelp")}
          value={draft.handoff}
          onChange={(handoff) => set({ handoff })}
        />
        <div className="pilot-fields">
          <LabeledInput
            maxLength={longestLine}
            label={say("pilot.repetitions")}
            value={draft.repetitionsPerMonth === 0 ? "" : String(draft.repetitionsPerMonth)}
            hint={hintOf(hints.repetitionsPerMonth, "guide.hint.repetitions")}
            onChange={(text) =>
              set({ repetitionsPerMonth: Math.min(1_000_000, Number.parseInt(text, 10) || 0) })
            }
          />
          {numbers.map(([name, label, hint]) => (
            <LabeledInput
              key={name}
              type="amount"
              label={say(label)}
              value={draft[name]}
              hint={hintOf(hints[name], hint)}
              onChange={(amount) => set({ [name]: amount })}
            />
          ))}
          <LabeledInput
            maxLength={longestLine}
            id="pilot-owner"
            label={say("pilot.owner")}
            help={say("pilot.ownerHelp")}
            value={draft.owner}
            onChange={(owner) => set({ owner })}
          />
        </div>
        {hours === null ? null : <p>{say("pilot.hours", { hours })}</p>}
        <LabeledInput
          maxLength={longestLine}
          id="pilot-segment"
          label={say("pilot.segment")}
          help={say("pilot.segmentHelp")}
          value={draft.segment}
          onChange={(segment) => set({ segment })}
        />
        <SegmentHints
          hints={hints}
          onUse={(customer) => set({ segment: say("guide.segment", { customer }) })}
        />
      </section>
      <section className="pilot-part">
        <h2>{say("pilot.steps")}</h2>
        <StepList steps={draft.steps} onChange={(steps) => set({ steps })} />
        <LabeledInput
          maxLength={longestLine}
          label={say("pilot.notes")}
          value={draft.notes}
          onChange={(notes) => set({ notes })}
        />
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

interface SegmentHintsProps {
  readonly hints: AssessmentHints;
  readonly onUse: (customer: string) => void;
}

/** The customers with the fewest findings: where a pilot begins most safely. */
function SegmentHints({ hints, onUse }: SegmentHintsProps) {
  if (hints.segments.length === 0) return null;
  return (
    <div className="row pilot-segments">
      <span className="help">{say("guide.hint.segments")}</span>
      {hints.segments.map(({ customer, invoices, clean }) => (
        <Button key={customer} onClick={() => onUse(customer)}>
          {say("guide.hint.segment", { customer, invoices, clean })}
        </Button>
      ))}
    </div>
  );
}
