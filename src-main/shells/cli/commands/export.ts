import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { sentenceFor } from "../../../../src-shared/text/index.ts";
import { planExport, writeExport } from "../../../services/export-batch.ts";
import { confirmProfile } from "../../../services/money/export-profiles.ts";
import { exitStatus, UsageError } from "../exit-status.ts";
import type { ExitStatus } from "../exit-status.ts";
import { refuse, withWorkspace, workspaceOptions } from "../open-program.ts";
import type { Terminal } from "../terminal.ts";

const options = {
  ...workspaceOptions,
  batch: { type: "string" },
  to: { type: "string" },
  out: { type: "string" },
  set: { type: "string", multiple: true },
  "confirm-settings": { type: "boolean" },
} as const;

/** `export`: shows the plan, then writes an approved batch for an accounting system. */
export async function exportBatch(
  words: readonly string[],
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitStatus> {
  const { values } = parseArgs({ args: [...words], options });
  const { batch, to, out } = values;
  if (batch === undefined || to === undefined || out === undefined)
    throw new UsageError("export needs --workspace DIR, --batch ID, --to TARGET and --out DIR.");
  const order = { batchId: batch, target: to, options: parseSettings(values.set ?? []) };
  return withWorkspace(values, "refuse", terminal, signal, async (program, _workspace, call) => {
    if (values["confirm-settings"] === true) {
      const confirmed = await confirmProfile(program, { target: to, options: order.options });
      if (!confirmed.ok) throw refuse(confirmed.error);
    }
    const plan = await planExport(program, order);
    if (!plan.ok) throw refuse(plan.error);
    for (const { name, rows } of plan.value.files) terminal.note(`${name}: ${rows} rows`);
    for (const refusal of plan.value.refusals) terminal.note(`Left out: ${sentenceFor(refusal)}`);
    for (const note of plan.value.notes) terminal.note(sentenceFor(note));
    const written = await writeExport(program, { ...order, directory: resolve(out) }, call);
    if (!written.ok) {
      terminal.note(sentenceFor(written.error));
      return exitStatus.needsReview;
    }
    const { record, directory, files } = written.value;
    await terminal.print(`${record.exportId} in ${directory ?? ""}\n`);
    for (const { name, sha256 } of files) await terminal.print(`${sha256}  ${name}\n`);
    return plan.value.refusals.length > 0 ? exitStatus.needsReview : exitStatus.allClear;
  });
}

function parseSettings(settings: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    settings.map((setting) => {
      const position = setting.indexOf("=");
      if (position < 1) throw new UsageError(`--set takes NAME=VALUE; “${setting}” is none.`);
      return [setting.slice(0, position), setting.slice(position + 1)];
    }),
  );
}
