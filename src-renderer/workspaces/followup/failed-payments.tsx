import type { FollowUp } from "../../../src-shared/api/contract.ts";
import type { FailedPayment } from "../../../src-shared/model/index.ts";
import { Button } from "../../components/button.tsx";
import { Money } from "../../components/money.tsx";
import { formatDate } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";
import { copyRetries } from "../../state/follow-up.ts";

/** Payments that were asked for and did not come, and the days on which the gateway should try again. */
export function FailedPayments({ list }: { readonly list: FollowUp }) {
  const { failedPayments, retrySchedule } = list;
  if (failedPayments.length === 0) return <p className="document-note">{say("followUp.noFailed")}</p>;
  return (
    <>
      <div className="row">
        <p className="soft grow">{say("followUp.failedHelp")}</p>
        {retrySchedule === null ? null : (
          <Button onClick={() => void copyRetries(retrySchedule)}>{say("followUp.copySchedule")}</Button>
        )}
      </div>
      <table className="table">
        <thead>
          <tr>
            <th>{say("followUp.customer")}</th>
            <th className="number">{say("followUp.openAmount")}</th>
            <th>{say("followUp.failedOn")}</th>
            <th className="number">{say("followUp.failures")}</th>
            <th>{say("followUp.tryAgain")}</th>
          </tr>
        </thead>
        <tbody>
          {failedPayments.map(({ payment, failures, firstFailedOn, steps }) => (
            <tr key={payment.id}>
              <td>{nameOf(payment)}</td>
              <td className="number">
                <Money amount={payment.amount?.value ?? null} currency={payment.currency?.value ?? null} />
              </td>
              <td>{formatDate(firstFailedOn)}</td>
              <td className="number">{failures}</td>
              <td>
                {steps.length === 0
                  ? say("followUp.noTriesLeft")
                  : steps.map(({ on }) => formatDate(on)).join(" · ")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const nameOf = ({ counterparty, references, remittance, sourceId }: FailedPayment["payment"]): string =>
  counterparty?.value ?? references[0]?.value ?? remittance?.value ?? sourceId ?? "";
