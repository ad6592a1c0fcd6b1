import type { FollowUp } from "../../../src-shared/api/contract.ts";
import { Money } from "../../components/money.tsx";
import { say } from "../../locale/say.ts";

/** Whom to call first: what would not come by itself, and what that rests on. */
export function CallList({ list }: { readonly list: FollowUp }) {
  if (list.calls.length === 0) return <p className="document-note">{say("followUp.noCalls")}</p>;
  return (
    <>
      <p className="soft">
        {say("followUp.prior", { percent: list.prior.percent, cases: list.prior.cases })}
      </p>
      <table className="table">
        <thead>
          <tr>
            <th>{say("followUp.customer")}</th>
            <th className="number">{say("followUp.oldest")}</th>
            <th className="number">{say("followUp.openAmount")}</th>
            <th className="number">{say("followUp.atStake")}</th>
            <th>{say("followUp.restsOn")}</th>
          </tr>
        </thead>
        <tbody>
          {list.calls.map((row) => {
            const [first] = row.likelihoods;
            return (
              <tr key={`${row.customer} ${row.currency}`}>
                <td>{row.customer}</td>
                <td className="number">{say("followUp.days", { count: row.oldestDaysLate })}</td>
                <td className="number">
                  <Money amount={row.open} currency={row.currency} />
                </td>
                <td className="number">
                  <Money amount={row.atStake} currency={row.currency} />
                </td>
                <td>
                  {first === undefined
                    ? ""
                    : say("followUp.likelihood", {
                        percent: first.percent,
                        paid: first.ownPaid,
                        cases: first.ownCases,
                      })}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {list.calibration === null ? (
        <p className="soft">{say("followUp.calibrationNeeds", { count: list.calibrationNeeds })}</p>
      ) : (
        <Calibration bins={list.calibration} />
      )}
    </>
  );
}

function Calibration({ bins }: { readonly bins: NonNullable<FollowUp["calibration"]> }) {
  return (
    <figure className="calibration">
      <figcaption>{say("followUp.calibration")}</figcaption>
      <svg viewBox="0 0 100 100" role="img" aria-label={say("followUp.calibration")}>
        <path className="calibration-line" d="M0 100 100 0" />
        {bins.map((bin) => (
          <circle
            key={bin.fromPercent}
            cx={bin.foreseenPercent}
            cy={100 - bin.realPercent}
            r={Math.min(6, 2 + bin.cases / 20)}
          >
            <title>
              {say("followUp.bin", {
                foreseen: bin.foreseenPercent,
                real: bin.realPercent,
                cases: bin.cases,
              })}
            </title>
          </circle>
        ))}
      </svg>
    </figure>
  );
}
