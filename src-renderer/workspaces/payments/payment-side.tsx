import { useState } from "react";
import type { PaymentRow, ShownProposal } from "../../../src-shared/api/contract.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import type { OpenItem, PayoutArrival } from "../../../src-shared/model/index.ts";
import { decimalToText, negate } from "../../../src-shared/money/index.ts";
import { Button } from "../../components/button.tsx";
import { Money } from "../../components/money.tsx";
import { Badge } from "../../components/sign.tsx";
import { formatAmount } from "../../locale/display.ts";
import { sayCode } from "../../locale/say-program.ts";
import { say } from "../../locale/say.ts";
import { releasePayment, setAside, settleBy } from "../../state/payments.ts";
import { HandAllocation } from "./hand-allocation.tsx";

/** One movement beside what it may pay, with the reasons for each reading. */
export function PaymentSide({
  row,
  items,
  payouts,
}: {
  readonly row: PaymentRow;
  readonly items: readonly OpenItem[];
  readonly payouts: readonly PayoutArrival[];
}) {
  const { payment, proposals, settled } = row;
  const payout = payouts.find(({ paymentId }) => paymentId === payment.id) ?? null;
  const carrier = payouts.find(({ reference }) => reference === payment.payoutReference) ?? null;
  return (
    <aside className="payment-side" aria-label={say("payments.side")}>
      <h2>{valueOf(payment.counterparty) ?? say("payments.nobody")}</h2>
      <p className="payment-amount">
        <Money amount={valueOf(payment.amount)} currency={valueOf(payment.currency)} />
      </p>
      <p>{valueOf(payment.remittance) ?? say("payments.noText")}</p>
      {settled === null ? null : (
        <p>
          <Badge tone="clear">{say("payments.is.settled")}</Badge> {numbersOf(settled.allocations, items)}
        </p>
      )}
      {row.setAside === null ? null : <p>{say("payments.because", { reason: row.setAside })}</p>}
      {settled === null && row.setAside === null ? null : (
        <Button onClick={() => void releasePayment(payment.id)}>{say("payments.release")}</Button>
      )}
      {payout === null ? null : <PayoutParts payout={payout} />}
      {carrier === null ? null : (
        <p className="soft">
          {say(carrier.paymentId === null ? "payments.carrierMissing" : "payments.carrierArrived", {
            reference: carrier.reference,
            amount: formatAmount(carrier.arrives, carrier.currency),
          })}
        </p>
      )}
      {row.state === "repeated" ? <p>{say("payments.repeatedText")}</p> : null}
      {proposals.map((proposal, at) => (
        <Proposal key={at} row={row} proposal={proposal} items={items} />
      ))}
      {row.state === "unmatched" ? <p className="soft">{say("payments.nothingFits")}</p> : null}
      {row.state === "unmatched" || row.state === "proposed" ? (
        <>
          <HandAllocation key={payment.id} row={row} items={items} />
          <SetAside row={row} />
        </>
      ) : null}
    </aside>
  );
}

/** What a credit of a payment service is made of; the lines add up to it. */
function PayoutParts({ payout }: { readonly payout: PayoutArrival }) {
  const { reference, currency, count, gross, refunds, fees, arrives } = payout;
  return (
    <section className="payment-proposal">
      <p>
        <Badge tone="clear">{say("payments.is.payout")}</Badge>{" "}
        {say("payments.payoutOf", { reference, count })}
      </p>
      <table className="table">
        <tbody>
          {(
            [
              ["payments.payoutGross", gross],
              ["payments.payoutRefunds", refunds],
              ["payments.payoutFees", decimalToText(negate(fees))],
              ["payments.payoutArrives", arrives],
            ] as const
          ).map(([title, amount]) => (
            <tr key={title}>
              <td>{say(title)}</td>
              <td className="number">
                <Money amount={amount} currency={currency} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const numbersOf = (
  allocations: readonly { readonly invoiceId: string }[],
  items: readonly OpenItem[],
): string =>
  allocations
    .map(({ invoiceId }) => items.find((item) => item.invoiceId === invoiceId)?.number ?? invoiceId)
    .join(", ");

function Proposal({
  row,
  proposal,
  items,
}: {
  readonly row: PaymentRow;
  readonly proposal: ShownProposal;
  readonly items: readonly OpenItem[];
}) {
  const [use, setUse] = useState(proposal.use);
  const hasDifference = !/^-?0(\.0*)?$/.test(proposal.difference);
  return (
    <section className="payment-proposal">
      <p>
        <Badge tone={proposal.isUnambiguous ? "clear" : "accent"}>
          {say(`payments.level.${proposal.level}`)}
        </Badge>
      </p>
      <table className="table">
        <tbody>
          {proposal.allocations.map(({ invoiceId, amount }) => {
            const item = items.find((each) => each.invoiceId === invoiceId);
            return (
              <tr key={invoiceId}>
                <td>{item?.number ?? invoiceId}</td>
                <td className="one-line">{item?.customer ?? ""}</td>
                <td className="number">
                  <Money amount={amount} currency={item?.currency ?? null} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <ul className="payment-reasons">
        {proposal.reasons.map((reason) => (
          <li key={reason.code}>{sayCode(reason)}</li>
        ))}
      </ul>
      {hasDifference ? (
        <label className="field">
          <span className="label">{say("payments.difference", { difference: proposal.difference })}</span>
          <select
            className="input"
            value={use}
            onChange={(event) => setUse(event.target.value as typeof use)}
          >
            {(["bank-charge", "early-discount", "customer-credit"] as const).map((each) => (
              <option key={each} value={each}>
                {say(`payments.use.${each}`)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <Button look="main" onClick={() => void settleBy(row, proposal, use)}>
        {say("payments.settle")}
      </Button>
    </section>
  );
}

function SetAside({ row }: { readonly row: PaymentRow }) {
  const [reason, setReason] = useState("");
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() === "") return;
        void setAside(row.payment.id, reason.trim());
        setReason("");
      }}
    >
      <input
        className="input grow"
        aria-label={say("payments.asideReason")}
        placeholder={say("payments.asideReason")}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <button type="submit" className="button">
        {say("payments.aside")}
      </button>
    </form>
  );
}
