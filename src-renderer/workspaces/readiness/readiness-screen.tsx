import { useEffect, useMemo, useState } from "react";
import type { AgreementReadiness, ReadinessNeed } from "../../../src-shared/model/index.ts";
import { callHost } from "../../host/door.ts";
import { formatCount } from "../../locale/display.ts";
import { Button } from "../../components/button.tsx";
import { Sign } from "../../components/sign.tsx";
import { sayCode } from "../../locale/say-program.ts";
import { say } from "../../locale/say.ts";
import { formatList } from "../../locale/term-words.ts";
import { useAgreements } from "../../state/agreements.ts";
import { useDocuments } from "../../state/documents.ts";
import { usePolicy } from "../../state/policy.ts";
import { useQueue } from "../../state/queue.ts";
import { computeReadiness } from "../../state/readiness.ts";
import type { ReadinessItem } from "../../state/readiness.ts";
import { openScreen } from "../../state/window-view.ts";
import "./readiness.css";

/** What is missing before the checks can be trusted, each with the way to where it is put right. */
export function ReadinessScreen() {
  const documents = useDocuments((state) => state.rows);
  const agreements = useAgreements((state) => state.list);
  const entries = useQueue((queue) => queue.entries);
  const policy = usePolicy((state) => state.policy);
  const readiness = useMemo(
    () =>
      computeReadiness(
        documents ?? [],
        agreements ?? [],
        entries.map(({ row }) => row),
        policy,
      ),
    [documents, agreements, entries, policy],
  );
  return (
    <section
      className="screen screen-paper"
      data-keys="readiness"
      data-pane="2"
      tabIndex={-1}
      aria-label={say("screen.readiness")}
    >
      <header className="screen-head">
        <h1 className="grow">{say("screen.readiness")}</h1>
      </header>
      <div className="readiness-body" tabIndex={0} role="region" aria-label={say("readiness.list")}>
        <p className="readiness-sum">
          {say("readiness.sum", { determined: readiness.determined, invoices: readiness.invoices })}
        </p>
        <p className="soft">{say("readiness.text")}</p>
        <ul className="readiness-list">
          {readiness.items.map((item) => (
            <li key={item.id} className="readiness-item" data-ready={item.isReady}>
              <Sign tone={item.isReady ? "clear" : "open"} />
              <div className="grow">
                <h2>{say(`readiness.${item.id}.title`)}</h2>
                <p>{sentenceOf(item)}</p>
                {item.missing.length === 0 ? null : (
                  <p className="soft">{say("readiness.missing", { names: formatList(item.missing) })}</p>
                )}
              </div>
              {item.isReady ? null : (
                <Button onClick={() => openScreen(item.screen)}>
                  {say("readiness.go", { screen: say(`screen.${item.screen}`) })}
                </Button>
              )}
            </li>
          ))}
        </ul>
        <Needs />
      </div>
    </section>
  );
}

/** What each agreement leaves open and a check will need, with a sentence that could close it. */
function Needs() {
  const list = useAgreements((state) => state.list);
  const [open, setOpen] = useState<readonly AgreementReadiness[]>([]);
  useEffect(() => {
    let isCurrent = true;
    void callHost("agreements.readiness", {}).then((result) => {
      if (isCurrent) setOpen(result.ok ? result.value.filter(({ needs }) => needs.length > 0) : []);
    });
    return () => {
      isCurrent = false;
    };
    // Confirmed and edited terms close needs.
  }, [list]);
  if (open.length === 0) return null;
  return (
    <section className="readiness-needs">
      <h2>{say("readiness.needs")}</h2>
      {open.map(({ agreementId, number, title, needs }) => (
        <details key={agreementId} className="readiness-agreement">
          <summary>
            <span className="grow">{number ?? title ?? say("agreement.unnamed")}</span>
            <span className="soft">{formatCount(needs.length)}</span>
          </summary>
          <ul>
            {needs.map((need, at) => (
              <li key={at}>
                <p>{sayNeed(need, "question")}</p>
                {need.wording === null ? null : (
                  <p className="soft">{say("readiness.wording", { wording: sayNeed(need, "wording") })}</p>
                )}
                {need.assumption === null ? null : (
                  <p className="soft">
                    {say("readiness.assumption", { assumption: sayNeed(need, "assumption") })}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

const sayNeed = (need: ReadinessNeed, part: "question" | "wording" | "assumption"): string =>
  sayCode({ code: `readiness/${need.code}/${part}`, message: need[part] ?? "", facts: need.facts });

function sentenceOf({ id, isReady, ready, total }: ReadinessItem): string {
  if (isReady) return say(`readiness.${id}.ready`);
  return say(`readiness.${id}.open`, { ready, total, open: total - ready });
}
