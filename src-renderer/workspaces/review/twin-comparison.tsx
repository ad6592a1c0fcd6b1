import { useEffect, useState } from "react";
import type { Invoice } from "../../../src-shared/model/index.ts";
import { callHost } from "../../host/door.ts";
import { say } from "../../locale/say.ts";
import { compareTwins } from "./compare-twins.ts";

/** The pair of a possible duplicate, with what differs marked by a word and a sign. */
export function TwinComparison({ own, otherId }: { readonly own: Invoice; readonly otherId: string }) {
  const [other, setOther] = useState<Invoice | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void callHost("review.case", { invoiceId: otherId, purpose: "ahead" }).then((result) => {
      if (isCurrent) setOther(result.ok ? result.value.invoice : null);
    });
    return () => {
      isCurrent = false;
    };
  }, [otherId]);
  if (other === null) return null;
  return (
    <table className="twin-table">
      <caption>{say("twin.title", { number: other.number?.value ?? say("invoice.unnumbered") })}</caption>
      <thead>
        <tr>
          <th scope="col">{say("twin.field")}</th>
          <th scope="col">{say("twin.other")}</th>
          <th scope="col">{say("twin.this")}</th>
        </tr>
      </thead>
      <tbody>
        {compareTwins(own, other).map((row, at) => (
          <tr key={at} data-same={row.isSame}>
            <th scope="row">
              <span aria-hidden="true">{row.isSame ? "=" : "≠"}</span> {row.label}
              <span className="hidden-text"> {say(row.isSame ? "twin.same" : "twin.differs")}</span>
            </th>
            <td>{row.other ?? "–"}</td>
            <td>{row.own ?? "–"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
