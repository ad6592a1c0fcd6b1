import type { ExpectedBill } from "../../../src-shared/model/index.ts";
import { addDays } from "../../../src-shared/time/index.ts";
import { Button } from "../../components/button.tsx";
import { Money } from "../../components/money.tsx";
import { Badge } from "../../components/sign.tsx";
import type { Tone } from "../../components/sign.tsx";
import { formatDate } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";
import { askForDraft, saveCalendar, useDrafts } from "../../state/drafts.ts";

const toneOf: Readonly<Record<ExpectedBill["state"], Tone>> = {
  arrived: "clear",
  "partly-arrived": "process",
  late: "over",
  due: "accent",
  expected: "neutral",
  "before-records": "neutral",
};

/** What the agreements alone let expect, beside what has arrived. */
export function BillCalendar() {
  const calendar = useDrafts((state) => state.calendar);
  if (calendar === null) return <p className="document-note">{say("drafts.loading")}</p>;
  if (calendar.bills.length === 0) return <p className="document-note">{say("calendar.none")}</p>;
  return (
    <div className="draft-calendar" tabIndex={0} role="region" aria-label={say("drafts.tab.calendar")}>
      <p>
        <Button onClick={() => void saveCalendar()}>{say("calendar.save")}</Button>
      </p>
      <table className="table">
        <thead>
          <tr>
            <th>{say("calendar.dueOn")}</th>
            <th>{say("drafts.customer")}</th>
            <th>{say("calendar.agreement")}</th>
            <th>{say("drafts.days")}</th>
            <th className="number">{say("calendar.amount")}</th>
            <th>{say("calendar.state")}</th>
            <th>
              <span className="hidden-text">{say("calendar.draft")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {calendar.bills.map((bill) => (
            <Bill key={`${bill.agreementId} ${bill.periodStart}`} bill={bill} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const isOpen = ({ state }: ExpectedBill): boolean =>
  state === "late" || state === "due" || state === "partly-arrived";

function Bill({ bill }: { readonly bill: ExpectedBill }) {
  const { agreementId, periodStart, periodEnd, amount, currency, missing, isMetered } = bill;
  return (
    <tr>
      <td>{formatDate(bill.dueOn)}</td>
      <td>{bill.customer ?? say("drafts.unknown")}</td>
      <td>{bill.agreement}</td>
      <td>{`${formatDate(periodStart)} – ${formatDate(addDays(periodEnd, -1))}`}</td>
      <td className="number">
        {amount === null && isMetered ? (
          <span className="soft">{say("calendar.byUse")}</span>
        ) : (
          <Money amount={amount} currency={currency} />
        )}
      </td>
      <td>
        <Badge tone={toneOf[bill.state]}>{say(`calendar.is.${bill.state}`)}</Badge>
        {isOpen(bill) && missing.length > 0 ? (
          <span className="soft"> {say("calendar.missing", { items: missing.join(", ") })}</span>
        ) : null}
      </td>
      <td>
        {isOpen(bill) ? (
          <Button onClick={() => void askForDraft({ agreementId, from: periodStart, to: periodEnd })}>
            {say("calendar.draft")}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}
