import { useState } from "react";
import type { BatchRow } from "../../../src-shared/api/contract.ts";
import type { ExportRecord } from "../../../src-shared/model/index.ts";
import { Button } from "../../components/button.tsx";
import { FileButton } from "../../components/file-button.tsx";
import { Badge } from "../../components/sign.tsx";
import type { Tone } from "../../components/sign.tsx";
import { formatMoment } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";
import { readBack, releaseMissing, useExports, voidExport } from "../../state/exports.ts";
import { useQueue } from "../../state/queue.ts";

const toneOfState: Readonly<Record<ExportRecord["state"], Tone>> = {
  prepared: "neutral",
  written: "accent",
  "handed-over": "clear",
  confirmed: "clear",
  rejected: "over",
  voided: "neutral",
};

/** What was handed over before; a file that has left cannot be called back, only declared void. */
export function ExportLedger({ batch }: { readonly batch: BatchRow }) {
  return (
    <section className="card">
      <h2>{say("exports.ledger")}</h2>
      {batch.exports.length === 0 ? <p className="soft">{say("exports.ledgerEmpty")}</p> : null}
      <ul className="stack">
        {batch.exports.map((record) => (
          <li key={record.exportId} className="stack">
            <LedgerRow record={record} />
            {record.readBack === null ? null : <ReadBack record={record} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function LedgerRow({ record }: { readonly record: ExportRecord }) {
  const targets = useExports((state) => state.targets);
  const [isVoiding, setVoiding] = useState(false);
  const [reason, setReason] = useState("");
  const isStanding = record.state !== "voided" && record.state !== "rejected";
  return (
    <div className="ledger-row">
      <Badge tone={toneOfState[record.state]}>{say(`exportState.${record.state}`)}</Badge>
      <span className="grow">
        {say("exports.record", {
          target: targets.find((target) => target.id === record.target)?.title ?? record.target,
          count: record.invoiceIds.length,
          at: formatMoment(record.at),
        })}
      </span>
      {!isStanding || isVoiding ? null : (
        <>
          <FileButton
            label={say("exports.readBack")}
            onFile={(file) => void readBack(record.exportId, file)}
          />
          <Button onClick={() => setVoiding(true)}>{say("exports.void")}</Button>
        </>
      )}
      {isVoiding ? (
        <form
          className="row"
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim() === "") return;
            void voidExport(record.exportId, reason.trim());
            setVoiding(false);
            setReason("");
          }}
        >
          <input
            className="input"
            aria-label={say("exports.voidReason")}
            placeholder={say("exports.voidReason")}
            value={reason}
            autoFocus
            onChange={(event) => setReason(event.target.value)}
          />
          <button type="submit" className="button">
            {say("exports.void")}
          </button>
        </form>
      ) : null}
    </div>
  );
}

/** What the target's own list says: arrived, missing, there twice, there with other amounts. */
function ReadBack({ record }: { readonly record: ExportRecord }) {
  const entries = useQueue((queue) => queue.entries);
  const result = record.readBack;
  if (result === null) return null;
  const numbersOf = (ids: readonly string[]): string =>
    ids.map((id) => entries.find((entry) => entry.row.invoiceId === id)?.row.number ?? id).join(", ");
  const stillMissing = result.missing.filter((id) => record.invoiceIds.includes(id));
  return (
    <div className="read-back" role="status">
      <p className="soft">
        {say("exports.readBackOf", { source: result.source, at: formatMoment(result.at) })}
      </p>
      <p>
        <Badge tone="clear">{say("exports.arrived", { count: result.confirmed.length })}</Badge>
      </p>
      {result.doubled.length === 0 ? null : (
        <p role="alert">
          <Badge tone="over">{say("exports.doubled", { count: result.doubled.length })}</Badge>{" "}
          {say("exports.doubledText", { numbers: numbersOf(result.doubled) })}
        </p>
      )}
      {result.differing.length === 0 ? null : (
        <p>
          <Badge tone="process">{say("exports.differing", { count: result.differing.length })}</Badge>{" "}
          {numbersOf(result.differing)}
        </p>
      )}
      {stillMissing.length === 0 ? null : (
        <p className="row">
          <Badge tone="under">{say("exports.missing", { count: stillMissing.length })}</Badge>
          <span className="grow">{numbersOf(stillMissing)}</span>
          <Button onClick={() => void releaseMissing(record.exportId, stillMissing)}>
            {say("exports.release")}
          </Button>
        </p>
      )}
    </div>
  );
}
