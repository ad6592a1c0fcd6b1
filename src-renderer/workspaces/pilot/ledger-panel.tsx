import type { PilotState } from "../../../src-shared/api/contract.ts";
import type { CheckId, InvoiceKind } from "../../../src-shared/model/index.ts";
import type { AgreementShare } from "../../../src-shared/pilot/index.ts";
import { Button } from "../../components/button.tsx";
import { Badge } from "../../components/sign.tsx";
import { formatCount, formatMoment } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";
import { useQueue } from "../../state/queue.ts";
import { openScreen } from "../../state/window-view.ts";
import { Bound } from "./bound.tsx";

const tones = { agreed: "clear", overcautious: "under", wrong: "over" } as const;

/** What the program would have done, beside what was done. */
export function LedgerPanel({ state }: { readonly state: PilotState }) {
  const { standing } = state;
  const entries = useQueue((queue) => queue.entries);
  const numbers = new Map(entries.map(({ row }) => [row.invoiceId as string, row.number]));
  if (standing.rows.length === 0) return <p className="soft">{say("pilot.ledgerNone")}</p>;
  return (
    <>
      <Bound standing={standing} />
      <div className="pilot-shares">
        <Shares
          title={say("pilot.byKind")}
          shares={standing.byKind}
          nameOf={(kind) => say(`invoiceKind.${kind as InvoiceKind}`)}
        />
        <Shares title={say("pilot.byCustomer")} shares={standing.byCustomer} />
        <Shares
          title={say("pilot.byCheck")}
          shares={standing.byCheck}
          nameOf={(check) => say(`check.${check as CheckId}`)}
        />
      </div>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{say("pilot.column.number")}</th>
            <th scope="col">{say("pilot.column.customer")}</th>
            <th scope="col">{say("pilot.column.recommended")}</th>
            <th scope="col">{say("pilot.column.decided")}</th>
            <th scope="col" aria-label={say("pilot.column.agreed")} />
            <th scope="col" className="number">
              {say("pilot.column.time")}
            </th>
            <th scope="col">{say("assistant.when")}</th>
          </tr>
        </thead>
        <tbody>
          {standing.rows.toReversed().map((row) => (
            <tr key={row.invoiceId}>
              <td>
                <Button look="plain" onClick={() => openScreen("review", row.invoiceId)}>
                  {numbers.get(row.invoiceId) ?? row.invoiceId}
                </Button>
              </td>
              <td>{row.customer ?? "–"}</td>
              <td>{say(`pilot.verdict.${row.recommended}`)}</td>
              <td>{say(`pilot.decided.${row.decided}`)}</td>
              <td>
                <Badge tone={tones[row.agreement]}>{say(`pilot.agreement.${row.agreement}`)}</Badge>
              </td>
              <td className="number">
                {row.secondsOpen === null ? "–" : `${formatCount(row.secondsOpen)} s`}
              </td>
              <td>{formatMoment(row.at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

interface SharesProps {
  readonly title: string;
  readonly shares: readonly AgreementShare[];
  readonly nameOf?: (name: string) => string;
}

function Shares({ title, shares, nameOf = (name) => name }: SharesProps) {
  if (shares.length === 0) return null;
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{title}</th>
          {(["agreed", "overcautious", "wrong"] as const).map((name) => (
            <th key={name} scope="col" className="number">
              {say(`pilot.column.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shares.slice(0, 12).map(({ name, agreed, overcautious, wrong }) => (
          <tr key={name}>
            <td>{nameOf(name)}</td>
            <td className="number">{formatCount(agreed)}</td>
            <td className="number">{formatCount(overcautious)}</td>
            <td className="number">{formatCount(wrong)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
