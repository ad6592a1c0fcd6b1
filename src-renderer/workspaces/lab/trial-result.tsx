import { useId, useState } from "react";
import type { RuleTally, RuleTrial, TrialDifference } from "../../../src-shared/model/index.ts";
import { Money } from "../../components/money.tsx";
import { Badge } from "../../components/sign.tsx";
import { formatAmount, formatCount } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";
import { sayFinding } from "../../locale/say-sentence.ts";
import { switchOn, useLab } from "../../state/lab.ts";
import { openCase } from "../../state/review.ts";

interface TrialResultProps {
  readonly trial: RuleTrial;
  /** True where a check was left out: that can be tried and not switched on. */
  readonly isOnlyTried: boolean;
}

const counts = ["caught", "falseAlarms", "unjudged", "clear"] as const;
const mostShown = 200;

/** Catches, false alarms and money beside each other, every finding that differs, and the way to make it count. */
export function TrialResult({ trial, isOnlyTried }: TrialResultProps) {
  const { now, tried, differences } = trial;
  const lost = differences.filter(({ change, verdict }) => change === "vanishes" && verdict === "caught");
  return (
    <section className="lab-part" aria-label={say("lab.result")} role="status">
      <h2>{say("lab.result")}</h2>
      <table className="table lab-tally">
        <thead>
          <tr>
            <th scope="col">{say("lab.measure", { count: trial.invoices })}</th>
            <th scope="col" className="number">
              {say("lab.now")}
            </th>
            <th scope="col" className="number">
              {say("lab.tried")}
            </th>
          </tr>
        </thead>
        <tbody>
          {counts.map((name) => (
            <tr key={name} data-changed={now[name] !== tried[name]}>
              <th scope="row">{say(`lab.${name}`)}</th>
              <td className="number">{formatCount(now[name])}</td>
              <td className="number">{formatCount(tried[name])}</td>
            </tr>
          ))}
          <tr data-changed={moneyOf(now) !== moneyOf(tried)}>
            <th scope="row">{say("lab.money")}</th>
            <td className="number">{moneyOf(now)}</td>
            <td className="number">{moneyOf(tried)}</td>
          </tr>
        </tbody>
      </table>
      {lost.length === 0 ? null : (
        <p className="sentence">{say("lab.losesCatches", { count: lost.length })}</p>
      )}
      {differences.length === 0 ? <p>{say("lab.same")}</p> : <DifferenceTable differences={differences} />}
      <SwitchOn trial={trial} isOnlyTried={isOnlyTried} />
    </section>
  );
}

const moneyOf = ({ money }: RuleTally): string =>
  Object.entries(money)
    .map(([currency, amount]) => formatAmount(amount, currency))
    .join(" · ") || say("lab.noMoney");

function DifferenceTable({ differences }: { readonly differences: readonly TrialDifference[] }) {
  const rest = differences.length - mostShown;
  return (
    <>
      <h3>{say("lab.differences", { count: differences.length })}</h3>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say("lab.change")}</th>
            <th scope="col">{say("lab.verdict")}</th>
            <th scope="col">{say("column.number")}</th>
            <th scope="col">{say("column.finding")}</th>
            <th scope="col" className="number">
              {say("lab.impact")}
            </th>
          </tr>
        </thead>
        <tbody>
          {differences.slice(0, mostShown).map((each) => (
            <tr key={`${each.change} ${each.findingId}`}>
              <td>
                <Badge tone={each.change === "appears" ? "open" : "neutral"}>
                  {say(`lab.${each.change}`)}
                </Badge>
              </td>
              <td>{say(`lab.verdict.${each.verdict}`)}</td>
              <td>
                <button type="button" className="link" onClick={() => void openCase(each.invoiceId)}>
                  {each.number ?? say("invoice.unnumbered")}
                </button>
              </td>
              <td>
                <strong>{say(`check.${each.check}`)}</strong>
                <p className="soft">{sayFinding(each)}</p>
              </td>
              <td className="number">
                {each.impact === null ? null : <Money amount={each.impact} currency={each.currency} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 ? <p className="soft">{say("proof.more", { count: rest })}</p> : null}
    </>
  );
}

function SwitchOn({ trial, isOnlyTried }: TrialResultProps) {
  const busy = useLab((lab) => lab.busy);
  const { caught, falseAlarms } = trial.tried;
  const [reason, setReason] = useState(() => say("lab.defaultReason", { caught, falseAlarms }));
  const [isMissing, setMissing] = useState(false);
  const id = useId();
  if (isOnlyTried) return <p className="soft">{say("lab.onlyTried")}</p>;
  return (
    <form
      className="field"
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(reason.trim() === "");
        if (reason.trim() !== "") void switchOn(reason.trim());
      }}
    >
      <label htmlFor={id}>{say("lab.reason")}</label>
      <div className="row">
        <input
          id={id}
          className="input grow"
          value={reason}
          maxLength={2_000}
          aria-invalid={isMissing}
          onChange={(event) => setReason(event.target.value)}
        />
        <button type="submit" className="button" data-look="main" disabled={busy}>
          {say("lab.switchOn")}
        </button>
      </div>
      <span className="help" role={isMissing ? "alert" : undefined}>
        {say(isMissing ? "lab.needsReason" : "lab.reasonHelp")}
      </span>
    </form>
  );
}
