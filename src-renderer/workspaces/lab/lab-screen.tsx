import { useState } from "react";
import { Tabs } from "../../components/tabs.tsx";
import { say } from "../../locale/say.ts";
import { useLab } from "../../state/lab.ts";
import { ReplayPanel } from "./replay-panel.tsx";
import { TrialPanel } from "./trial-panel.tsx";
import "./lab.css";

const tabs = ["try", "replay"] as const;
type TabId = (typeof tabs)[number];

/** Where a rule is tried on the past before it counts, and past approvals are computed again. */
export function LabScreen() {
  const problem = useLab((lab) => lab.problem);
  const [tab, setTab] = useState<TabId>("try");
  return (
    <section
      className="screen screen-paper"
      data-keys="lab"
      data-pane="2"
      tabIndex={-1}
      aria-label={say("screen.lab")}
    >
      <header className="screen-head">
        <h1 className="grow">{say("screen.lab")}</h1>
      </header>
      <p className="soft lab-lead">{say("lab.lead")}</p>
      {problem === null ? null : (
        <p className="sentence" role="alert">
          {problem}
        </p>
      )}
      <Tabs
        label={say("screen.lab")}
        items={tabs.map((id) => ({ id, title: say(`lab.tab.${id}`) }))}
        activeId={tab}
        onChange={(id) => setTab(tabs.find((each) => each === id) ?? "try")}
      >
        <div className="lab-body" tabIndex={0} role="region" aria-label={say(`lab.tab.${tab}`)}>
          {tab === "try" ? <TrialPanel /> : <ReplayPanel />}
        </div>
      </Tabs>
    </section>
  );
}
