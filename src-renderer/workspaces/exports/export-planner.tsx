import { useKeyLabel } from "../../commands/use-key-label.ts";
import { isMessageCode } from "../../../src-shared/text/index.ts";
import type { BatchRow } from "../../../src-shared/api/contract.ts";
import type { ExportPlan } from "../../../src-shared/model/index.ts";
import { Button } from "../../components/button.tsx";
import { WindowDialog } from "../../components/window-dialog.tsx";
import { nativePicker } from "../../host/door.ts";
import { formatMoment } from "../../locale/display.ts";
import { sayCode } from "../../locale/say-program.ts";
import { say } from "../../locale/say.ts";
import { wordsOfCode } from "../../locale/code-words.ts";
import {
  askToWrite,
  isProfileConfirmed,
  selectTarget,
  useExports,
  writeExport,
} from "../../state/exports.ts";
import { useQueue } from "../../state/queue.ts";
import { ExportSettings } from "./export-settings.tsx";
import { totalsOf } from "./totals.ts";

/** Choice of target and options, with the plan they lead to. Nothing is written before it was shown. */
export function ExportPlanner({ batch }: { readonly batch: BatchRow }) {
  const targets = useExports((state) => state.targets);
  const targetId = useExports((state) => state.targetId);
  const options = useExports((state) => (targetId === null ? undefined : state.options[targetId]));
  const plan = useExports((state) => state.plan);
  const planError = useExports((state) => state.planError);
  const keyOf = useKeyLabel();
  const confirming = useExports((state) => state.confirming);
  const busy = useExports((state) => state.busy);
  const target = targets.find((each) => each.id === targetId);
  const isConfirmed = target !== undefined && isProfileConfirmed(target, options ?? {});
  const canWrite = plan !== null && plan.files.length > 0 && isConfirmed && !busy;
  return (
    <>
      <header className="screen-head">
        <div className="grow">
          <h1>{say("exports.batch", { count: batch.invoiceIds.length })}</h1>
          <p className="soft">
            {say("exports.approvedBy", { actor: batch.actor, at: formatMoment(batch.at) })}
          </p>
        </div>
        <Button
          look="main"
          shortcut={keyOf("exports.write")}
          disabled={!canWrite}
          onClick={() => askToWrite(true)}
        >
          {say("command.writeExport")}
        </Button>
      </header>
      <div className="export-columns">
        <section className="card">
          <h2>{say("exports.target")}</h2>
          <div className="export-targets" role="radiogroup" aria-label={say("exports.target")}>
            {targets.map((each) => (
              <label key={each.id} className="export-target" data-on={each.id === targetId}>
                <input
                  type="radio"
                  name="export-target"
                  checked={each.id === targetId}
                  onChange={() => void selectTarget(each.id)}
                />
                {each.title}
              </label>
            ))}
          </div>
          {target === undefined || target.options.length === 0 ? null : (
            <ExportSettings target={target} values={options ?? {}} />
          )}
        </section>
        <section className="card" aria-live="polite">
          <h2>{say("exports.plan")}</h2>
          {planError === null ? null : (
            <p className="sentence" role="alert">
              {planError.message}
            </p>
          )}
          {plan === null ? null : <Plan plan={plan} />}
        </section>
      </div>
      <WindowDialog
        title={say("exports.confirm")}
        isOpen={confirming && plan !== null}
        onClose={() => askToWrite(false)}
      >
        <div className="dialog-body">
          <p>{say("exports.confirmText")}</p>
          {plan === null ? null : <Plan plan={plan} />}
          <div className="row">
            <span className="grow" />
            <Button onClick={() => askToWrite(false)}>{say("dialog.cancel")}</Button>
            <Button look="main" disabled={!canWrite} onClick={() => void chooseAndWrite()}>
              {say("exports.write")}
            </Button>
          </div>
        </div>
      </WindowDialog>
    </>
  );
}

/** In a shell with dialogs the folder is asked for; elsewhere the files come back to be downloaded. */
async function chooseAndWrite(): Promise<void> {
  const pick = nativePicker();
  if (pick === null) return writeExport(null);
  const [directory] = await pick("export-folder");
  if (directory !== undefined) await writeExport(directory);
}

/** Files, totals, notes, and what must not go out with the reason. */
function Plan({ plan }: { readonly plan: ExportPlan }) {
  const batch = useExports((state) => state.batches?.find((each) => each.batchId === plan.batchId));
  const isAllOut =
    plan.files.length === 0 && (batch?.exports.some((record) => record.state !== "voided") ?? false);
  return (
    <div className="stack">
      {isAllOut ? <p className="export-note">{say("exports.allOut")}</p> : null}
      {plan.files.length === 0 ? null : <PlannedFiles plan={plan} />}
      {plan.notes.map((note, at) => (
        <p key={at} className="export-note">
          {sentenceOf(note)}
        </p>
      ))}
      {plan.refusals.length === 0 ? null : (
        <details className="export-refusals" data-calm={isAllOut} open={!isAllOut}>
          <summary>{say("exports.refused", { count: plan.refusals.length })}</summary>
          <Refusals plan={plan} />
        </details>
      )}
    </div>
  );
}

function PlannedFiles({ plan }: { readonly plan: ExportPlan }) {
  return (
    <>
      <table className="table">
        <thead>
          <tr>
            <th>{say("exports.file")}</th>
            <th className="number">{say("exports.invoices")}</th>
            <th className="number">{say("exports.rows")}</th>
          </tr>
        </thead>
        <tbody>
          {plan.files.map((file) => (
            <tr key={file.name}>
              <td>{file.name}</td>
              <td className="number">{file.invoiceIds.length}</td>
              <td className="number">{file.rows}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <strong>{say("exports.totals", { totals: totalsOf(plan.totals) })}</strong>
      </p>
    </>
  );
}

function Refusals({ plan }: { readonly plan: ExportPlan }) {
  const entries = useQueue((queue) => queue.entries);
  return (
    <ul>
      {plan.refusals.map((refusal, at) => {
        const because = sentenceOf(refusal);
        const number = entries.find((entry) => entry.row.invoiceId === refusal.invoiceId)?.row.number ?? null;
        // Most sentences name their invoice themselves.
        const isNamed = number === null || because.includes(number);
        return <li key={at}>{isNamed ? because : say("exports.refusal", { number, because })}</li>;
      })}
    </ul>
  );
}

function sentenceOf({
  code,
  facts,
}: {
  readonly code: string;
  readonly facts?: Readonly<Record<string, string | number>>;
}): string {
  for (const id of [code, `export/${code}`]) {
    if (isMessageCode(id)) return sayCode({ code: id, message: "", facts });
  }
  return [wordsOfCode(code), ...Object.values(facts ?? {})].join(": ");
}
