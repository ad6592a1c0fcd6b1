import type { PilotState } from "../../../src-shared/api/contract.ts";
import { Button } from "../../components/button.tsx";
import { Sign } from "../../components/sign.tsx";
import { say } from "../../locale/say.ts";
import type { MessageId } from "../../locale/say.ts";
import { saveReport } from "../../state/pilot.ts";
import { openScreen } from "../../state/window-view.ts";

interface GuideStep {
  readonly title: MessageId;
  readonly isDone: boolean;
  /** How far it is, where that can be counted. */
  readonly count: readonly [have: number, of: number] | null;
  readonly go: () => void;
}

/** Decisions after which the ledger and the measures have something to say. */
const fewestDecisions = 5;

function stepsOf(state: PilotState): readonly GuideStep[] {
  const { assessment, standing, drills, prerequisites } = state;
  const need = (id: string) => prerequisites.find((each) => each.id === id);
  const baseline = need("baseline");
  return [
    {
      title: "guide.baseline",
      isDone: baseline?.isMet === true,
      count: [Math.min(baseline?.have ?? 0, baseline?.of ?? 0), baseline?.of ?? 0],
      go: () => openScreen("pilot", "baseline"),
    },
    {
      title: "guide.handoff",
      isDone: (assessment?.owner ?? "").trim() !== "" && (assessment?.handoff ?? "").trim() !== "",
      count: null,
      go: () => openScreen("pilot", "assess"),
    },
    {
      title: "guide.decide",
      isDone: standing.rows.length >= fewestDecisions,
      count: [Math.min(standing.rows.length, fewestDecisions), fewestDecisions],
      go: () => openScreen("queue"),
    },
    {
      title: "guide.drill",
      isDone: drills.length > 0,
      count: null,
      go: () => openScreen("pilot", "drill"),
    },
    {
      title: "guide.return",
      isDone: need("return-inputs")?.isMet === true,
      count: null,
      go: () => openScreen("measure", "return"),
    },
    { title: "guide.report", isDone: false, count: null, go: () => void saveReport("assessment", "pdf") },
  ];
}

/** The way from nothing to a printed assessment: what is done, what comes next, and where it is done. */
export function Guide({ state }: { readonly state: PilotState }) {
  const steps = stepsOf(state);
  const next = steps.findIndex(({ isDone }) => !isDone);
  return (
    <nav className="pilot-guide" aria-label={say("guide.label")}>
      <p className="soft">{say("guide.lead")}</p>
      <ol>
        {steps.map(({ title, isDone, count, go }, at) => (
          <li key={title}>
            <Button
              look={at === next ? "main" : "standard"}
              aria-current={at === next ? "step" : undefined}
              onClick={go}
            >
              {isDone ? <Sign tone="clear" /> : `${at + 1}.`} {say(title)}
              {count === null || isDone ? null : ` (${say("guide.count", { have: count[0], of: count[1] })})`}
              {isDone ? <span className="hidden-text">{say("guide.done")}</span> : null}
            </Button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
