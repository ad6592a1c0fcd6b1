import { useEffect } from "react";
import { say } from "../../locale/say.ts";
import { loadAssistant, useAssistant } from "../../state/assistant.ts";
import { AskPanel } from "./ask-panel.tsx";
import { AssistantSetup } from "./assistant-setup.tsx";
import { ExchangeList } from "./exchange-list.tsx";
import "./assistant.css";

/** The language model: off until it is set up here, asked here, and everything that it was asked. */
export function AssistantScreen() {
  const state = useAssistant((assistant) => assistant.state);
  const error = useAssistant((assistant) => assistant.error);
  useEffect(() => void loadAssistant(), []);
  return (
    <section
      className="screen screen-paper assistant-screen"
      data-keys="assistant"
      data-pane="2"
      tabIndex={-1}
      aria-label={say("screen.assistant")}
    >
      <header className="screen-head">
        <h1 className="grow">{say("screen.assistant")}</h1>
      </header>
      <div className="assistant-body" tabIndex={0} role="region" aria-label={say("assistant.content")}>
        <p className="soft">{say("assistant.lead")}</p>
        {error === null ? null : (
          <p className="sentence" role="alert">
            {error.message}
          </p>
        )}
        {state === null ? null : (
          <>
            <AskPanel />
            <AssistantSetup key={JSON.stringify(state.settings)} state={state} />
            <ExchangeList />
          </>
        )}
      </div>
    </section>
  );
}
