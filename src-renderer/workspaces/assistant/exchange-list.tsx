import { Button } from "../../components/button.tsx";
import { WindowDialog } from "../../components/window-dialog.tsx";
import { formatCount, formatMoment } from "../../locale/display.ts";
import { hasMessage, say } from "../../locale/say.ts";
import { hideExchange, showExchange, useAssistant } from "../../state/assistant.ts";

/** The name of a task; of one that this version does not know any more, its id. */
const nameOfTask = (task: string): string => {
  const message = `task.${task}`;
  return hasMessage(message) ? say(message) : task;
};

/** Everything that a model was asked, by hash and figures; its words on demand. */
export function ExchangeList() {
  const exchanges = useAssistant((assistant) => assistant.exchanges);
  const shown = useAssistant((assistant) => assistant.shown);
  return (
    <section className="assistant-part" aria-labelledby="assistant-exchanges">
      <h2 id="assistant-exchanges">{say("assistant.exchanges")}</h2>
      {exchanges === null || exchanges.length === 0 ? (
        <p className="soft">{say("assistant.noExchanges")}</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say("assistant.when")}</th>
              <th scope="col">{say("assistant.task")}</th>
              <th scope="col">{say("assistant.model")}</th>
              <th scope="col">{say("assistant.outcome")}</th>
              <th scope="col" className="number">
                {say("assistant.tokensPerDay")}
              </th>
              <th scope="col">{say("assistant.hash")}</th>
              <th scope="col" aria-label={say("assistant.words")} />
            </tr>
          </thead>
          <tbody>
            {exchanges.slice(0, 200).map((row) => (
              <tr key={row.id}>
                <td>{formatMoment(row.at)}</td>
                <td>{nameOfTask(row.task)}</td>
                <td>{row.model}</td>
                <td>{row.problem ?? say("assistant.outcomeOk", { count: row.proposals })}</td>
                <td className="number">
                  {formatCount((row.promptTokens ?? 0) + (row.completionTokens ?? 0))}
                </td>
                <td>
                  <code title={row.requestHash}>{row.requestHash.slice(0, 12)}</code>
                </td>
                <td>
                  <Button look="plain" onClick={() => void showExchange(row.id)}>
                    {say("assistant.words")}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <WindowDialog title={say("assistant.words")} isOpen={shown !== null} onClose={hideExchange}>
        <div className="dialog-body">
          <h3>{say("assistant.question")}</h3>
          <pre className="exchange-words">
            {shown === null ? "" : `${shown.words.instruction}\n\n${shown.words.content}`}
          </pre>
          <h3>{say("assistant.answer")}</h3>
          <pre className="exchange-words">{shown?.words.answer ?? say("assistant.noAnswer")}</pre>
        </div>
      </WindowDialog>
    </section>
  );
}
