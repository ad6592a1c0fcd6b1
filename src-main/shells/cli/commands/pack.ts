import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { valueOf } from "../../../../src-shared/model/index.ts";
import { buildEvidencePack } from "../../../services/build-evidence-pack.ts";
import { exitStatus, UsageError } from "../exit-status.ts";
import type { ExitStatus } from "../exit-status.ts";
import { refuse, withWorkspace, workspaceOptions } from "../open-program.ts";
import type { Terminal } from "../terminal.ts";

const options = {
  ...workspaceOptions,
  invoice: { type: "string", multiple: true },
  batch: { type: "string" },
  out: { type: "string" },
} as const;

/** `pack`: writes the evidence for invoices, by number or of a batch, as one file that verifies itself. */
export async function pack(
  words: readonly string[],
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitStatus> {
  const { values } = parseArgs({ args: [...words], options });
  const { invoice: numbers = [], batch, out } = values;
  if (numbers.length === 0 && batch === undefined)
    throw new UsageError("pack needs --workspace DIR and --invoice NUMBER or --batch ID.");
  return withWorkspace(values, "refuse", terminal, signal, async (program, workspace, call) => {
    const { invoices } = workspace.review().nouns;
    const missing = numbers.find((number) => !invoices.some((each) => valueOf(each.number) === number));
    if (missing !== undefined) throw refuse({ code: "decide/unknown-invoice", facts: { id: missing } });
    const inBatch = workspace.fold().batches.find(({ batchId }) => batchId === (batch as typeof batchId));
    if (batch !== undefined && inBatch === undefined)
      throw refuse({ code: "export/unknown-batch", facts: { id: batch } });
    const invoiceIds = [
      ...invoices.filter((each) => numbers.includes(valueOf(each.number) ?? "")).map(({ id }) => id),
      ...(inBatch?.invoiceIds ?? []),
    ];
    const packed = await buildEvidencePack(program, { invoiceIds }, call);
    if (!packed.ok) throw refuse(packed.error);
    const path = resolve(out ?? packed.value.name);
    await writeFile(path, packed.value.html, { flag: "wx" });
    await terminal.print(`${packed.value.digest}  ${path}\n`);
    return exitStatus.allClear;
  });
}
