import { useEffect } from "react";
import type { FollowUp } from "../../../src-shared/api/contract.ts";
import { agingBands, disputeOutcomes } from "../../../src-shared/model/index.ts";
import type { DisputeOutcome } from "../../../src-shared/model/index.ts";
import { Money } from "../../components/money.tsx";
import { ScreenFrame } from "../../components/screen-frame.tsx";
import { Badge } from "../../components/sign.tsx";
import { Tabs } from "../../components/tabs.tsx";
import { formatDate } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";
import { closeDispute, loadFollowUp, showFollowUpTab, useFollowUp } from "../../state/follow-up.ts";
import { CallList } from "./call-list.tsx";
import { FailedPayments } from "./failed-payments.tsx";
import { Reminders } from "./reminders.tsx";
import "./followup.css";

/** What is late: reminders to look at, whom to call, how old it is, and what is disputed. */
export function FollowUpScreen() {
  const list = useFollowUp((state) => state.list);
  const tab = useFollowUp((state) => state.tab);
  const error = useFollowUp((state) => state.error);
  useEffect(() => void loadFollowUp(), []);
  return (
    <ScreenFrame
      className="screen"
      keys="followup"
      title={say("screen.followup")}
      help={say("followUp.help")}
      error={error}
    >
      <Tabs
        label={say("screen.followup")}
        items={[
          { id: "reminders", title: say("followUp.tab.reminders", { count: list?.reminders.length ?? 0 }) },
          { id: "calls", title: say("followUp.tab.calls", { count: list?.calls.length ?? 0 }) },
          {
            id: "failed",
            title: say("followUp.tab.failed", { count: list?.failedPayments.length ?? 0 }),
          },
          { id: "aging", title: say("followUp.tab.aging") },
          { id: "disputes", title: say("followUp.tab.disputes", { count: list?.disputes.length ?? 0 }) },
        ]}
        activeId={tab}
        onChange={showFollowUpTab}
      >
        <div className="followup-body" tabIndex={0} role="region" aria-label={say("followUp.content")}>
          {list === null ? null : tab === "calls" ? (
            <CallList list={list} />
          ) : tab === "failed" ? (
            <FailedPayments list={list} />
          ) : tab === "aging" ? (
            <Aging list={list} />
          ) : tab === "disputes" ? (
            <Disputes list={list} />
          ) : (
            <Reminders list={list} />
          )}
        </div>
      </Tabs>
    </ScreenFrame>
  );
}

function Aging({ list }: { readonly list: FollowUp }) {
  if (list.aging.length === 0) return <p className="document-note">{say("followUp.nothingOpen")}</p>;
  return (
    <table className="table">
      <thead>
        <tr>
          <th>{say("followUp.customer")}</th>
          {agingBands.map((band) => (
            <th key={band} className="number">
              {say(`followUp.band.${band}`)}
            </th>
          ))}
          <th className="number">{say("followUp.total")}</th>
        </tr>
      </thead>
      <tbody>
        {list.aging.map((row) => (
          <tr key={`${row.customer} ${row.currency}`}>
            <td>{row.customer}</td>
            {agingBands.map((band) => (
              <td key={band} className="number">
                <Money amount={row.byBand[band]} currency={row.currency} form="plain" />
              </td>
            ))}
            <td className="number">
              <Money amount={row.total} currency={row.currency} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Disputes({ list }: { readonly list: FollowUp }) {
  if (list.disputes.length === 0) return <p className="document-note">{say("followUp.noDisputes")}</p>;
  return (
    <>
      <h2>{say("followUp.patterns")}</h2>
      <ul className="stack">
        {list.patterns.map((pattern) => (
          <li key={pattern.reason}>
            <strong>{say(`followUp.reason.${pattern.reason}`)}</strong>:{" "}
            {say("followUp.patternCount", { count: pattern.count, customers: pattern.customers.join(", ") })}
            {pattern.checks.length === 0
              ? null
              : ` ${say("followUp.patternChecks", { checks: pattern.checks.join(", ") })}`}
          </li>
        ))}
      </ul>
      <h2>{say("followUp.log")}</h2>
      <table className="table">
        <tbody>
          {list.disputes.map((dispute, at) => (
            <tr key={`${dispute.invoiceId} ${at}`}>
              <td>{dispute.number}</td>
              <td>{dispute.customer}</td>
              <td>{say(`followUp.reason.${dispute.reason}`)}</td>
              <td>{formatDate(dispute.openedOn)}</td>
              <td>
                {dispute.outcome === null ? (
                  <select
                    className="input"
                    aria-label={say("followUp.closeDispute", { number: dispute.number })}
                    value=""
                    onChange={(event) =>
                      void closeDispute(dispute.invoiceId, event.target.value as DisputeOutcome)
                    }
                  >
                    <option value="">{say("followUp.open")}</option>
                    {disputeOutcomes.map((outcome) => (
                      <option key={outcome} value={outcome}>
                        {say(`followUp.outcome.${outcome}`)}
                      </option>
                    ))}
                  </select>
                ) : (
                  <Badge tone="clear">{say(`followUp.outcome.${dispute.outcome}`)}</Badge>
                )}
              </td>
              <td className="number">
                {dispute.days === null ? "" : say("followUp.days", { count: dispute.days })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
