import { useEffect, useRef } from "react";
import type { BlastRadius as Radius, DirectedMoney } from "../../../src-shared/model/index.ts";
import { Badge } from "../../components/sign.tsx";
import { formatAmount } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";

const mostShown = 12;

/** What a change of a term does to past and present invoices, before it is made. */
export function BlastRadius({ radius }: { readonly radius: Radius }) {
  const { compared, invoices } = radius;
  const rest = invoices.length - mostShown;
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    section.current?.scrollIntoView({ block: "nearest" });
  }, [radius]);
  return (
    <section ref={section} className="blast-radius" aria-label={say("radius.title")} role="status">
      <p>
        <strong>{say("radius.sum", { changed: invoices.length, compared })}</strong>
      </p>
      {invoices.length === 0 ? null : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say("column.number")}</th>
              <th scope="col">{say("radius.before")}</th>
              <th scope="col">{say("radius.after")}</th>
            </tr>
          </thead>
          <tbody>
            {invoices.slice(0, mostShown).map((invoice) => (
              <tr key={invoice.invoiceId}>
                <th scope="row">
                  {invoice.number ?? say("invoice.unnumbered")}{" "}
                  {invoice.isDecided ? <Badge tone="accent">{say("radius.decided")}</Badge> : null}
                </th>
                <td>{wordsOf(invoice.before, invoice.currency)}</td>
                <td>{wordsOf(invoice.after, invoice.currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rest > 0 ? <p className="soft">{say("proof.more", { count: rest })}</p> : null}
    </section>
  );
}

const wordsOf = ({ over, under }: DirectedMoney, currency: string | null): string =>
  say("radius.money", { over: formatAmount(over, currency), under: formatAmount(under, currency) });
