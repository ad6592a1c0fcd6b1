import { useId, useState } from "react";
import type { PilotState } from "../../../src-shared/api/contract.ts";
import { clearingConditions, pilotPhases } from "../../../src-shared/model/index.ts";
import type { PilotPhase } from "../../../src-shared/model/index.ts";
import { isDecimalText } from "../../../src-shared/money/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import { mayBeSigned, showsAdvice } from "../../../src-shared/pilot/index.ts";
import { AmountInput } from "../../components/amount-input.tsx";
import { Button } from "../../components/button.tsx";
import { Badge } from "../../components/sign.tsx";
import { formatMoment } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";
import { signPhase } from "../../state/pilot.ts";
import { CaseItem } from "./case-item.tsx";
import { Bound } from "./bound.tsx";

/** The phases, what each allows, what it needs, and who signed. */
export function PhasePanel({ state }: { readonly state: PilotState }) {
  const { standing } = state;
  const [chosen, setChosen] = useState<PilotPhase>(standing.phase === "off" ? "shadow" : standing.phase);
  const [signedBy, setSignedBy] = useState("");
  const [amount, setAmount] = useState<string>(standing.limits?.amount ?? "1000");
  const [currency, setCurrency] = useState(standing.limits?.currency ?? "USD");
  const [perDay, setPerDay] = useState(String(standing.limits?.invoicesPerDay ?? 20));
  const ids = { by: useId(), amount: useId(), currency: useId(), perDay: useId() };
  const areLimitsValid = isDecimalText(amount) && /^[A-Z]{3}$/.test(currency) && /^\d{1,6}$/.test(perDay);
  return (
    <>
      <Bound standing={standing} />
      <div className="pilot-phases" role="radiogroup" aria-label={say("pilot.tab.phase")}>
        {pilotPhases.map((phase) => (
          <label key={phase} className="pilot-phase" data-on={phase === chosen}>
            <input
              type="radio"
              name="pilot-phase"
              checked={phase === chosen}
              onChange={() => setChosen(phase)}
            />
            <strong>{say(`pilot.phase.${phase}`)}</strong>
            {phase === standing.phase ? <Badge tone="accent">{say("pilot.current")}</Badge> : null}
            <span className="soft">{say(`pilot.phaseText.${phase}`)}</span>
          </label>
        ))}
      </div>
      <div className="pilot-fields">
        <div className="field">
          <label htmlFor={ids.by}>{say("pilot.signedBy")}</label>
          <input
            id={ids.by}
            className="input"
            value={signedBy}
            onChange={(event) => setSignedBy(event.target.value)}
          />
        </div>
        {chosen === "automatic" ? (
          <>
            <div className="field">
              <label htmlFor={ids.amount}>{say("pilot.limitAmount")}</label>
              <AmountInput id={ids.amount} value={amount} onChange={setAmount} />
            </div>
            <div className="field">
              <label htmlFor={ids.currency}>{say("pilot.limitCurrency")}</label>
              <input
                id={ids.currency}
                className="input"
                value={currency}
                onChange={(event) => setCurrency(event.target.value.trim().toUpperCase())}
              />
            </div>
            <div className="field">
              <label htmlFor={ids.perDay}>{say("pilot.limitPerDay")}</label>
              <input
                id={ids.perDay}
                className="input"
                value={perDay}
                onChange={(event) => setPerDay(event.target.value.trim())}
              />
            </div>
          </>
        ) : null}
      </div>
      <div className="row">
        <Button
          look="main"
          disabled={
            signedBy.trim() === "" ||
            !mayBeSigned(chosen, standing) ||
            (chosen === "automatic" && !areLimitsValid)
          }
          onClick={() =>
            void signPhase({
              phase: chosen,
              signedBy: signedBy.trim(),
              limits:
                chosen === "automatic"
                  ? { amount: amount as DecimalText, currency, invoicesPerDay: Number(perDay) }
                  : null,
            })
          }
        >
          {say("pilot.sign", { phase: say(`pilot.phase.${chosen}`) })}
        </Button>
      </div>
      <section className="pilot-part">
        <h2>{say("pilot.conditions")}</h2>
        <ol className="pilot-conditions">
          {clearingConditions.map((condition) => (
            <li key={condition}>{say(`pilot.condition.${condition}`)}</li>
          ))}
        </ol>
      </section>
      <section className="pilot-part">
        <h2>{say("pilot.candidates")}</h2>
        {showsAdvice(standing.phase) ? null : (
          <p className="soft">{say("pilot.candidatesSilent", { count: state.candidates.length })}</p>
        )}
        {showsAdvice(standing.phase) && state.candidates.length === 0 ? (
          <p className="soft">{say("pilot.candidatesNone")}</p>
        ) : null}
        <ul className="pilot-list">
          {(showsAdvice(standing.phase) ? state.candidates.slice(0, 100) : []).map(
            ({ invoiceId, number, customer, unmet }) => (
              <CaseItem key={invoiceId} invoiceId={invoiceId} number={number} customer={customer}>
                <span className="soft">
                  {unmet.length === 0
                    ? say("pilot.ready")
                    : say("pilot.keptBy", {
                        conditions: unmet.map((each) => say(`pilot.condition.${each}`)).join("; "),
                      })}
                </span>
              </CaseItem>
            ),
          )}
        </ul>
      </section>
      <section className="pilot-part">
        <h2>{say("pilot.automatic")}</h2>
        {state.automatic.length === 0 ? <p className="soft">{say("pilot.automaticNone")}</p> : null}
        <ul className="pilot-list">
          {state.automatic.map(({ invoiceId, number, customer }) => (
            <CaseItem key={invoiceId} invoiceId={invoiceId} number={number} customer={customer} />
          ))}
        </ul>
      </section>
      {standing.signatures.length + standing.demotions.length + state.held.length === 0 ? null : (
        <section className="pilot-part">
          <h2>{say("pilot.history")}</h2>
          <ul>
            {standing.signatures.map(({ at, signedBy: by, phase }) => (
              <li key={at}>
                {say("pilot.signed", { at: formatMoment(at), by, phase: say(`pilot.phase.${phase}`) })}
              </li>
            ))}
            {state.held.map(({ customer, number, because }) => (
              <li key={`${because} ${customer}`}>{say(`pilot.held.${because}`, { customer, number })}</li>
            ))}
            {standing.demotions.map(({ at, because }) => (
              <li key={at}>{say(`pilot.demoted.${because}`, { at: formatMoment(at) })}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
