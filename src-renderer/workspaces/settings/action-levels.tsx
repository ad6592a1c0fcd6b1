import { useEffect } from "react";
import { modelTasks } from "../../../src-shared/assistant/index.ts";
import { pilotPhases } from "../../../src-shared/model/index.ts";
import { boundNeeded } from "../../../src-shared/pilot/index.ts";
import { Button } from "../../components/button.tsx";
import { Badge } from "../../components/sign.tsx";
import { formatConfidence } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";
import { loadAssistant, useAssistant } from "../../state/assistant.ts";
import { loadPilot, usePilot } from "../../state/pilot.ts";
import { openScreen } from "../../state/window-view.ts";

/** How far each action may go by itself, now and at most, and under which conditions; changed where each belongs. */
export function ActionLevels() {
  const phase = usePilot((pilot) => pilot.state?.standing.phase ?? "off");
  const settings = useAssistant((assistant) => assistant.state?.settings);
  useEffect(() => {
    void loadPilot();
    void loadAssistant();
  }, []);
  return (
    <section className="settings-part" aria-labelledby="settings-levels">
      <h2 id="settings-levels">{say("levels.title")}</h2>
      <p className="soft">{say("levels.help")}</p>
      <table className="table levels-table">
        <thead>
          <tr>
            <th scope="col">{say("levels.action")}</th>
            <th scope="col">{say("levels.now")}</th>
            <th scope="col">{say("levels.most")}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{say("levels.clearing")}</th>
            <td>
              <Badge tone={phase === "off" ? "neutral" : "accent"}>{say(`pilot.phase.${phase}`)}</Badge>
            </td>
            <td>{say("pilot.phase.automatic")}</td>
          </tr>
          {modelTasks.map((task) => {
            const level = settings?.isOn === true ? settings.levels[task] : "off";
            return (
              <tr key={task}>
                <th scope="row">{say(`task.${task}`)}</th>
                <td>
                  <Badge tone={level === "off" ? "neutral" : "accent"}>{say(`level.${level}`)}</Badge>
                </td>
                <td>{say(takenByKey.has(task) ? "levels.oneKey" : "levels.advise")}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <h3>{say("levels.conditions")}</h3>
      <dl className="levels-conditions">
        {pilotPhases.map((each) => (
          <div key={each}>
            <dt>{say(`pilot.phase.${each}`)}</dt>
            <dd>
              {say(`pilot.phaseText.${each}`)} {neededFor(boundNeeded[each])}
            </dd>
          </div>
        ))}
      </dl>
      <p className="soft">{say("levels.model")}</p>
      <div className="row">
        <Button onClick={() => openScreen("pilot")}>{say("command.goPilot")}</Button>
        <Button onClick={() => openScreen("assistant")}>{say("command.goAssistant")}</Button>
      </div>
    </section>
  );
}

/** What a person can take over by one key; the rest is words to read. */
const takenByKey: ReadonlySet<string> = new Set(["propose-terms", "second-reading"]);

const neededFor = (bound: number | null): string =>
  bound === null ? "" : say("levels.bound", { bound: formatConfidence(bound) });
