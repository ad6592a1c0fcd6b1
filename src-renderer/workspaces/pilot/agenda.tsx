import type { WeeklyAgenda } from "../../../src-shared/api/contract.ts";
import { Button } from "../../components/button.tsx";
import { formatDate, formatQuantity } from "../../locale/display.ts";
import { namedMetrics } from "../../locale/measure-words.ts";
import { say } from "../../locale/say.ts";
import { openTrial } from "../../state/lab.ts";
import { useQueue } from "../../state/queue.ts";
import { openScreen } from "../../state/window-view.ts";

/** What the meeting looks at: causes of the week, cases that lie, measures that are worse than before. */
export function AgendaLooks({ agenda }: { readonly agenda: WeeklyAgenda }) {
  const { causes, old, worse, from, to } = agenda;
  const titles = new Map(namedMetrics().map(({ id, title }) => [id, title]));
  const isEmpty = causes.length + old.length + worse.length === 0;
  return (
    <section className="pilot-part">
      <h2>{say("weekly.look")}</h2>
      <p className="soft">{say("weekly.span", { from: formatDate(from), to: formatDate(to) })}</p>
      {isEmpty ? <p className="soft">{say("weekly.nothing")}</p> : null}
      <ul className="pilot-agenda">
        {worse.map(({ id, before, now }) => (
          <li key={id}>
            {say("weekly.worse", {
              measure: titles.get(id) ?? id,
              before: formatQuantity(before),
              now: formatQuantity(now),
            })}
            <Button look="plain" onClick={() => openScreen("measure")}>
              {say("screen.measure")}
            </Button>
          </li>
        ))}
        {causes.map(({ check, count, open, cases }) => (
          <li key={check}>
            {say("weekly.cause", { check: say(`check.${check}`), count, open })}
            <Numbers ids={cases} />
          </li>
        ))}
        {old.length === 0 ? null : (
          <li>
            {say("weekly.old", { count: old.length })}
            <Numbers ids={old} />
          </li>
        )}
      </ul>
    </section>
  );
}

interface AgendaRulesProps {
  readonly agenda: WeeklyAgenda;
  /** Puts a line under the decisions of the week. */
  readonly onNote: (line: string) => void;
}

/** Checks that persons overruled: each can be tried on the past in the rule lab before anybody changes it. */
export function AgendaRules({ agenda, onNote }: AgendaRulesProps) {
  return (
    <section className="pilot-part">
      <h2>{say("weekly.rules")}</h2>
      <p className="soft">{say("weekly.rulesLead")}</p>
      {agenda.rules.length === 0 ? <p className="soft">{say("weekly.rulesNone")}</p> : null}
      <ul className="pilot-agenda">
        {agenda.rules.map(({ check, cases, hasMoney }) => {
          const name = say(`check.${check}`);
          return (
            <li key={check}>
              {say("weekly.rule", { check: name, count: cases.length })}
              <Numbers ids={cases} />
              <Button
                aria-label={say("weekly.tryOf", { check: name })}
                onClick={() => {
                  openTrial(check, hasMoney ? "tolerance" : "left-out");
                  openScreen("lab");
                }}
              >
                {say("weekly.try")}
              </Button>
              <Button
                look="plain"
                aria-label={say("weekly.noteOf", { check: name })}
                onClick={() => onNote(say("weekly.noteLine", { check: name, count: cases.length }))}
              >
                {say("weekly.note")}
              </Button>
            </li>
          );
        })}
      </ul>
      <div className="row">
        <Button onClick={() => openScreen("lab")}>{say("weekly.openLab")}</Button>
      </div>
    </section>
  );
}

const numbersShown = 8;

/** The cases behind a line, by their numbers; each opens its review. */
function Numbers({ ids }: { readonly ids: readonly string[] }) {
  const entries = useQueue((queue) => queue.entries);
  const numbers = new Map(entries.map(({ row }) => [row.invoiceId as string, row.number]));
  return (
    <span className="pilot-numbers">
      {ids.slice(0, numbersShown).map((id) => (
        <Button key={id} look="plain" onClick={() => openScreen("review", id)}>
          {numbers.get(id) ?? id}
        </Button>
      ))}
      {ids.length > numbersShown ? (
        <span className="soft">{say("weekly.more", { count: ids.length - numbersShown })}</span>
      ) : null}
    </span>
  );
}
