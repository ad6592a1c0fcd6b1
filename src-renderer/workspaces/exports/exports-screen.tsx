import type { WrittenExport } from "../../../src-shared/api/contract.ts";
import { Button } from "../../components/button.tsx";
import { formatMoment } from "../../locale/display.ts";
import { say } from "../../locale/say.ts";
import { selectBatch, useExports } from "../../state/exports.ts";
import { saveEvidencePack } from "../../state/evidence-pack.ts";
import { printReviews } from "../../state/print.ts";
import { openScreen } from "../../state/window-view.ts";
import { ExportLedger } from "./export-ledger.tsx";
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
            <div className="row export-papers">
              <Button onClick={() => void printReviews(batch.invoiceIds)}>{say("exports.print")}</Button>
              <Button onClick={() => void saveEvidencePack(batch.invoiceIds)}>{say("command.pack")}</Button>
            </div>
            <ExportPlanner batch={batch} />
            {written === null ? null : <Written written={written} />}
            <ExportLedger batch={batch} />
          </>
        )}
      </div>
    </section>
  );
}

function Written({ written }: { readonly written: WrittenExport }) {
  return (
    <section className="card" role="status">
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
