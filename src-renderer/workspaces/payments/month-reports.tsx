import { reconciliationParts } from "../../../src-shared/model/index.ts";
import type { Reconciliation } from "../../../src-shared/model/index.ts";
import { Button } from "../../components/button.tsx";
import { Money } from "../../components/money.tsx";
import { Badge } from "../../components/sign.tsx";
import { say } from "../../locale/say.ts";
import { closeMonth, usePayments } from "../../state/payments.ts";

const isNil = (amount: string | null): boolean => amount !== null && /^-?0(\.0*)?$/.test(amount);

/** Each month of each account: balances, movements, and what became of them, to the cent. */
export function MonthReports() {
  const months = usePayments((state) => state.months);
  return (
    <div className="month-reports">
      {months.map((month) => (
        <Month key={`${month.account} ${month.currency} ${month.month}`} month={month} />
      ))}
    </div>
  );
}

function Month({ month }: { readonly month: Reconciliation }) {
  const canClose =
    !month.isClosed && month.unmatched.length === 0 && (month.gap === null || isNil(month.gap));
  return (
    <section className="card" aria-label={`${month.account} ${month.month}`}>
      <header className="row">
        <h2 className="grow">
          {month.month} · {month.account}
        </h2>
        {month.isClosed ? (
          <Badge tone="clear">{say("payments.closed")}</Badge>
        ) : (
          <Button disabled={!canClose} onClick={() => void closeMonth(month)}>
            {say("payments.close")}
          </Button>
        )}
      </header>
      <table className="table">
        <tbody>
          <Line title={say("payments.opening")} amount={month.opening} currency={month.currency} />
          {reconciliationParts.map((part) => (
            <Line
              key={part}
              title={say(`payments.part.${part}`)}
              amount={month.parts[part]}
              currency={month.currency}
            />
          ))}
          <Line title={say("payments.sum")} amount={month.movements} currency={month.currency} />
          <Line title={say("payments.closing")} amount={month.closing} currency={month.currency} />
        </tbody>
      </table>
      <p>
        {month.gap === null ? (
          <span className="soft">{say("payments.gapUnknown")}</span>
        ) : isNil(month.gap) ? (
          <Badge tone="clear">{say("payments.addsUp")}</Badge>
        ) : (
          <Badge tone="over">{say("payments.gap", { gap: month.gap })}</Badge>
        )}
      </p>
      {month.unmatched.length === 0 ? null : (
        <p>{say("payments.unmatchedCount", { count: month.unmatched.length })}</p>
      )}
    </section>
  );
}

function Line({
  title,
  amount,
  currency,
}: {
  readonly title: string;
  readonly amount: Reconciliation["opening"];
  readonly currency: string;
}) {
  return (
    <tr>
      <td>{title}</td>
      <td className="number">
        <Money amount={amount} currency={currency} />
      </td>
    </tr>
  );
}
