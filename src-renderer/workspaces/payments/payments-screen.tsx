import { useEffect } from "react";
import type { PaymentRow } from "../../../src-shared/api/contract.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import { commandsById } from "../../commands/command-table.ts";
import { Button } from "../../components/button.tsx";
import { Money } from "../../components/money.tsx";
import { ScreenFrame } from "../../components/screen-frame.tsx";
import { Badge } from "../../components/sign.tsx";
import type { Tone } from "../../components/sign.tsx";
import { Tabs } from "../../components/tabs.tsx";
import { formatDate } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";
import {
  filterPayments,
  loadPayments,
  rowsOf,
  selectPayment,
  settleSure,
  usePayments,
} from "../../state/payments.ts";
import type { PaymentFilter } from "../../state/payments.ts";
import { MonthReports } from "./month-reports.tsx";
import { PaymentSide } from "./payment-side.tsx";
import "./payments.css";

const filters = ["open", "settled", "set-aside", "all"] as const;

const toneOf: Readonly<Record<PaymentRow["state"], Tone>> = {
  settled: "clear",
  "set-aside": "neutral",
  proposed: "accent",
  unmatched: "process",
  repeated: "neutral",
  payout: "clear",
  pending: "neutral",
  failed: "under",
  reversed: "neutral",
};

/** Movements of money: what they pay, what waits for a person, and whether each month adds up. */
export function PaymentsScreen() {
  const list = usePayments((state) => state.list);
  const filter = usePayments((state) => state.filter);
  const activeId = usePayments((state) => state.activeId);
  const error = usePayments((state) => state.error);
  useEffect(() => void loadPayments(), []);
  if (list !== null && list.rows.length === 0) {
    return (
      <div className="empty" data-keys="payments" tabIndex={-1}>
        <h1>{say("payments.none.title")}</h1>
        <p>{say("payments.none.text")}</p>
        <Button look="main" onClick={() => commandsById.get("documents.import")?.run()}>
          {say("command.import")}
        </Button>
      </div>
    );
  }
  const rows = rowsOf(list?.rows ?? [], filter);
  const active = rows.find(({ payment }) => payment.id === activeId) ?? rows[0] ?? null;
  const sure = (list?.rows ?? []).filter(({ proposals }) => proposals[0]?.isUnambiguous === true).length;
  return (
    <ScreenFrame
      className="screen payments-screen"
      keys="payments"
      title={say("screen.payments")}
      help={say("payments.help")}
      action={
        <Button look="main" disabled={sure === 0} onClick={() => void settleSure()}>
          {say("payments.settleSure", { count: sure })}
        </Button>
      }
      error={error}
    >
      <Tabs
        label={say("payments.filter")}
        items={[
          ...filters.map((each) => ({
            id: each,
            title: say(`payments.filter.${each}`, { count: rowsOf(list?.rows ?? [], each).length }),
          })),
          { id: "months", title: say("payments.months") },
        ]}
        activeId={filter}
        onChange={(id) => filterPayments(id as PaymentFilter)}
      >
        {filter === "months" ? (
          <MonthReports />
        ) : (
          <div className="payment-columns">
            <PaymentTable rows={rows} activeId={active?.payment.id ?? null} />
            {active === null ? null : (
              <PaymentSide row={active} items={list?.items ?? []} payouts={list?.payouts ?? []} />
            )}
          </div>
        )}
      </Tabs>
    </ScreenFrame>
  );
}

function PaymentTable({
  rows,
  activeId,
}: {
  readonly rows: readonly PaymentRow[];
  readonly activeId: string | null;
}) {
  if (rows.length === 0) return <p className="document-note">{say("payments.noneHere")}</p>;
  return (
    <div className="payment-list" tabIndex={0} role="region" aria-label={say("payments.movements")}>
      <table className="table">
        <thead>
          <tr>
            <th>{say("payments.date")}</th>
            <th>{say("payments.payer")}</th>
            <th>{say("payments.text")}</th>
            <th className="number">{say("payments.amount")}</th>
            <th>{say("payments.state")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.payment.id} aria-selected={row.payment.id === activeId}>
              <td>{dateOf(row)}</td>
              <td>
                <button
                  type="button"
                  className="row-name one-line"
                  onClick={() => selectPayment(row.payment.id)}
                >
                  {valueOf(row.payment.counterparty) ?? say("payments.nobody")}
                </button>
              </td>
              <td className="one-line payment-text" title={valueOf(row.payment.remittance) ?? ""}>
                {valueOf(row.payment.remittance) ?? ""}
              </td>
              <td className="number">
                <Money amount={valueOf(row.payment.amount)} currency={valueOf(row.payment.currency)} />
              </td>
              <td>
                <Badge tone={toneOf[row.state]}>{stateOf(row)}</Badge>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const dateOf = ({ payment }: PaymentRow): string => {
  const day = valueOf(payment.bookingDate) ?? valueOf(payment.valueDate);
  return day === null ? "" : formatDate(day);
};

const stateOf = ({ state, proposals }: PaymentRow): string => {
  const [best] = proposals;
  return state === "proposed" && best !== undefined
    ? say(`payments.level.${best.level}`)
    : say(`payments.is.${state}`);
};
