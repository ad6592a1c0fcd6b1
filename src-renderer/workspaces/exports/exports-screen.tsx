import { useState } from "react";
import type { BatchRow, WrittenExport } from "../../../src-shared/api/contract.ts";
import type { ExportRecord } from "../../../src-shared/model/index.ts";
import { Button } from "../../components/button.tsx";
import { Badge } from "../../components/sign.tsx";
import type { Tone } from "../../components/sign.tsx";
import { formatMoment } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";
import { selectBatch, useExports, voidExport } from "../../state/exports.ts";
import { openScreen } from "../../state/window-view.ts";
import { ExportPlanner } from "./export-planner.tsx";
import { saveToDownloads } from "./save-to-downloads.ts";
import { totalsOf } from "./totals.ts";
import "./exports.css";

/** Approved batches on their way to accounting: a plan first, then the files, then the ledger. */
export function ExportsScreen() {
  const batches = useExports((state) => state.batches);
  const batchId = useExports((state) => state.batchId);
  const error = useExports((state) => state.error);
  const written = useExports((state) => state.written);
  const batch = batches?.find((each) => each.batchId === batchId) ?? null;
  if (batches !== null && batches.length === 0) {
    return (
      <div className="empty" data-keys="exports" tabIndex={-1}>
        <h1>{say("exports.none.title")}</h1>
        <p>{say("exports.none.text")}</p>
        <Button look="main" onClick={() => openScreen("queue")}>
          {say("command.goQueue")}
        </Button>
      </div>
    );
  }
  return (
    <section className="exports-screen" data-keys="exports" tabIndex={-1} aria-label={say("screen.exports")}>
      <nav className="batch-list" aria-label={say("exports.batches")}>
        <ul>
          {batches?.map((each) => (
            <li key={each.batchId}>
              <button
                type="button"
                className="agreement-item"
                aria-current={each.batchId === batchId ? "true" : undefined}
                onClick={() => void selectBatch(each.batchId)}
              >
                <strong>{say("exports.batch", { count: each.invoiceIds.length })}</strong>
                <span className="soft">{totalsOf(each.totals)}</span>
                <span className="soft">{formatMoment(each.at)}</span>
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <div className="export-main" data-pane="2" tabIndex={-1}>
        {error === null ? null : (
          <p className="sentence" role="alert">
            {error.message}
          </p>
        )}
        {batch === null ? null : (
          <>
            <ExportPlanner batch={batch} />
            {written === null ? null : <Written written={written} />}
            <Ledger batch={batch} />
          </>
        )}
      </div>
    </section>
  );
}

function Written({ written }: { readonly written: WrittenExport }) {
  return (
    <section className="export-card" role="status">
      <h2>{say("exports.written", { count: written.record.files.length })}</h2>
      {written.directory === null ? null : (
        <p>{say("exports.directory", { directory: written.directory })}</p>
      )}
      <ul className="export-files">
        {written.record.files.map((file) => {
          const content = written.files.find((each) => each.name === file.name);
          return (
            <li key={file.name} className="row">
              <strong className="grow one-line">{file.name}</strong>
              <code className="one-line export-hash" title={file.sha256}>
                {file.sha256}
              </code>
              {content === undefined || written.directory !== null ? null : (
                <Button onClick={() => saveToDownloads(content)}>{say("exports.download")}</Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const toneOfState: Readonly<Record<ExportRecord["state"], Tone>> = {
  prepared: "neutral",
  written: "accent",
  "handed-over": "clear",
  confirmed: "clear",
  rejected: "over",
  voided: "neutral",
};

/** What was handed over before; a file that has left cannot be called back, only declared void. */
function Ledger({ batch }: { readonly batch: BatchRow }) {
  const targets = useExports((state) => state.targets);
  const [voiding, setVoiding] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  return (
    <section className="export-card">
      <h2>{say("exports.ledger")}</h2>
      {batch.exports.length === 0 ? <p className="soft">{say("exports.ledgerEmpty")}</p> : null}
      <ul className="stack">
        {batch.exports.map((record) => (
          <li key={record.exportId} className="ledger-row">
            <Badge tone={toneOfState[record.state]}>{say(`exportState.${record.state}`)}</Badge>
            <span className="grow">
              {say("exports.record", {
                target: targets.find((target) => target.id === record.target)?.title ?? record.target,
                count: record.invoiceIds.length,
                at: formatMoment(record.at),
              })}
            </span>
            {record.state === "voided" ? null : voiding === record.exportId ? (
              <form
                className="row"
                onSubmit={(event) => {
                  event.preventDefault();
                  if (reason.trim() === "") return;
                  void voidExport(record.exportId, reason.trim());
                  setVoiding(null);
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
            ) : (
              <Button onClick={() => setVoiding(record.exportId)}>{say("exports.void")}</Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
