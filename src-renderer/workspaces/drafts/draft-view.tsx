import type { ShownDraft } from "../../../src-shared/api/contract.ts";
import { valueOf } from "../../../src-shared/model/index.ts";
import type { DecimalText } from "../../../src-shared/money/index.ts";
import { Button } from "../../components/button.tsx";
import { Money } from "../../components/money.tsx";
import { Badge } from "../../components/sign.tsx";
import { formatDate } from "../../locale/display.ts";
import { sayReason } from "../../locale/say-sentence.ts";
import { sayGap } from "../../locale/say-gap.ts";
import { say } from "../../locale/say.ts";
import { sayFormula } from "../../locale/say-formula.ts";
import { keepShownDraft, saveDraftPage, useDrafts } from "../../state/drafts.ts";
import { DraftAnswersForm } from "./draft-answers.tsx";

/** One draft: its lines with their proofs, its sums, what is open, and what the checks would say. */
export function DraftView({ draft }: { readonly draft: ShownDraft }) {
  const busy = useDrafts((state) => state.busy);
  const { invoice, gaps, objections, source } = draft;
  const open = gaps.filter(({ isOpen }) => isOpen).length;
  const preceding = valueOf(invoice.precedingInvoice);
  const isEmpty = invoice.lines.length === 0;
  return (
    <article className="draft" aria-label={draft.id}>
      <header>
        <h2>{draft.customer ?? say("drafts.unknown")}</h2>
        <p className="soft">
          {[say(`drafts.source.${source}`), draft.agreement, say("drafts.provisional", { id: draft.id })]
            .filter((part) => part !== null)
            .join(" · ")}
        </p>
        {preceding === null ? null : <p>{say("drafts.preceding", { number: preceding })}</p>}
        <dl className="draft-facts">
          <Fact
            label={say("drafts.number")}
            value={
              valueOf(invoice.number) ??
              (draft.nextNumber === null
                ? say("drafts.numberNone")
                : say("drafts.numberNext", { number: draft.nextNumber }))
            }
          />
          <Fact label={say("drafts.issued")} value={dayOf(valueOf(invoice.issueDate))} />
          <Fact label={say("drafts.due")} value={dayOf(valueOf(invoice.dueDate))} />
        </dl>
      </header>
      {isEmpty ? <p>{say("drafts.nothing")}</p> : <Lines draft={draft} />}
      {isEmpty ? null : <Sums draft={draft} />}
      {draft.delivery.length === 0 ? null : (
        <>
          <h3>{say("drafts.delivery")}</h3>
          <p>{draft.delivery.map(sayGap).join(" ")}</p>
        </>
      )}
      <h3>{say("drafts.gaps")}</h3>
      {gaps.length === 0 ? <p className="soft">{say("drafts.noGaps")}</p> : null}
      <ul className="draft-gaps">
        {gaps.map((gap) => (
          <li key={`${gap.code} ${gap.message}`}>
            <Badge tone={gap.isOpen ? "process" : "neutral"}>
              {say(gap.isOpen ? "drafts.gap.open" : "drafts.gap.note")}
            </Badge>{" "}
            {sayGap(gap)}
          </li>
        ))}
      </ul>
      {isEmpty ? null : (
        <>
          <h3>{say("drafts.objections")}</h3>
          {objections.length === 0 ? (
            <p>
              <Badge tone="clear">{say("drafts.noObjections")}</Badge>
            </p>
          ) : (
            <ul>
              {objections.map(({ message, said }) => (
                <li key={message}>{sayReason(said)}</li>
              ))}
            </ul>
          )}
        </>
      )}
      <DraftAnswersForm draft={draft} />
      <p className="row">
        <Button disabled={busy || isEmpty} onClick={() => void saveDraftPage(draft)}>
          {say("drafts.page")}
        </Button>
        <Button look="main" disabled={busy || isEmpty} onClick={() => void keepShownDraft(draft, open > 0)}>
          {say(open > 0 ? "drafts.keepAnyway" : "drafts.keep")}
        </Button>
      </p>
    </article>
  );
}

const dayOf = (day: string | null): string => (day === null ? say("drafts.unknown") : formatDate(day));

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Lines({ draft: { invoice, proofs } }: { readonly draft: ShownDraft }) {
  const currency = valueOf(invoice.currency);
  return (
    <table className="table">
      <thead>
        <tr>
          <th>{say("drafts.description")}</th>
          <th className="number">{say("drafts.quantity")}</th>
          <th className="number">{say("drafts.price")}</th>
          <th className="number">{say("drafts.amount")}</th>
        </tr>
      </thead>
      <tbody>
        {invoice.lines.map((line) => {
          const proof = proofs.find(({ lineId }) => lineId === line.id);
          return (
            <tr key={line.id}>
              <td>
                {line.description}
                {proof === undefined ? null : (
                  <details className="draft-proof">
                    <summary>{say("drafts.how")}</summary>
                    <p>{sayFormula(proof.formula)}</p>
                    <p className="soft">{say("drafts.evidence")}</p>
                    <ul>
                      {[...new Set(proof.evidence.map(({ quote }) => quote))].slice(0, 12).map((quote) => (
                        <li key={quote}>
                          <q>{quote}</q>
                        </li>
                      ))}
                    </ul>
                  </details>
                )}
              </td>
              <td className="number">
                {[valueOf(line.quantity), valueOf(line.unit)].filter((part) => part !== null).join(" ")}
              </td>
              <td className="number">
                {valueOf(line.unitPrice) === null ? null : (
                  <Money amount={valueOf(line.unitPrice)} currency={currency} form="plain" />
                )}
              </td>
              <td className="number">
                <Money amount={valueOf(line.net)} currency={currency} form="plain" />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Sums({ draft: { invoice } }: { readonly draft: ShownDraft }) {
  const currency = valueOf(invoice.currency);
  const rows: readonly (readonly [string, DecimalText | null])[] = [
    ...invoice.allowanceCharges.map(({ reason, kind, amount }) => [reason ?? kind, amount.value] as const),
    [say("drafts.net"), valueOf(invoice.net)],
    ...(invoice.tax === null ? [] : [[say("drafts.tax"), valueOf(invoice.tax)] as const]),
    [say("drafts.gross"), valueOf(invoice.gross)],
    ...(invoice.retention === null ? [] : [[say("drafts.kept"), valueOf(invoice.retention)] as const]),
    [say("drafts.payable"), valueOf(invoice.payable)],
  ];
  return (
    <dl className="draft-sums">
      {rows.map(([label, amount]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <Money amount={amount} currency={currency} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
