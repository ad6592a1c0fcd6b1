import { useEffect } from "react";
import type { ReactNode } from "react";
import type { PilotState } from "../../../src-shared/api/contract.ts";
import { Button } from "../../components/button.tsx";
import { Tabs } from "../../components/tabs.tsx";
import { say } from "../../locale/say.ts";
import { loadPilot, saveReport, usePilot } from "../../state/pilot.ts";
import { openScreen, useWindowView } from "../../state/window-view.ts";
import { AssessPanel } from "./assess-panel.tsx";
import { BaselinePanel } from "./baseline-panel.tsx";
import { DrillPanel } from "./drill-panel.tsx";
import { Guide } from "./guide.tsx";
import { LedgerPanel } from "./ledger-panel.tsx";
import { PhasePanel } from "./phase-panel.tsx";
import { ReviewPanel } from "./review-panel.tsx";
import "./pilot.css";

const tabs = ["baseline", "assess", "ledger", "phase", "drill", "review"] as const;
type TabId = (typeof tabs)[number];

const panels: Readonly<Record<TabId, (state: PilotState) => ReactNode>> = {
  assess: (state) => <AssessPanel key={JSON.stringify(state.assessment)} state={state} />,
  baseline: (state) => <BaselinePanel state={state} />,
  ledger: (state) => <LedgerPanel state={state} />,
  phase: (state) => <PhasePanel state={state} />,
  drill: (state) => <DrillPanel state={state} />,
  review: (state) => <ReviewPanel key={state.week} state={state} />,
};

/** The pilot from assessment to autonomy, one step a tab. */
export function PilotScreen() {
  const state = usePilot((pilot) => pilot.state);
  const error = usePilot((pilot) => pilot.error);
  const subject = useWindowView((view) => view.subject);
  const tab = tabs.find((each) => each === subject) ?? "assess";
  useEffect(() => void loadPilot(), []);
  return (
    <section
      className="screen screen-paper"
      data-keys="pilot"
      data-pane="2"
      tabIndex={-1}
      aria-label={say("screen.pilot")}
    >
      <header className="screen-head">
        <h1 className="grow">{say("screen.pilot")}</h1>
        <Button onClick={() => void saveReport("assessment", "pdf")}>{say("pilot.reportPaper")}</Button>
        <Button look="main" onClick={() => void saveReport("assessment", "html")}>
          {say("pilot.report")}
        </Button>
      </header>
      <p className="soft pilot-lead">{say("pilot.lead")}</p>
      {state === null ? null : <Guide state={state} />}
      {error === null ? null : (
        <p className="sentence" role="alert">
          {error.message}
        </p>
      )}
      <Tabs
        label={say("screen.pilot")}
        items={tabs.map((id) => ({ id, title: say(`pilot.tab.${id}`) }))}
        activeId={tab}
        onChange={(id) => openScreen("pilot", id)}
      >
        <div className="pilot-body" tabIndex={0} role="region" aria-label={say(`pilot.tab.${tab}`)}>
          {state === null ? null : panels[tab](state)}
        </div>
      </Tabs>
    </section>
  );
}
