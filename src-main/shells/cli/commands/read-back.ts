import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { readBack as readListBack } from "../../../services/money/read-back.ts";
import { exitStatus, UsageError } from "../exit-status.ts";
import type { ExitStatus } from "../exit-status.ts";
import { refuse, withWorkspace, workspaceOptions } from "../open-program.ts";
import type { Terminal } from "../terminal.ts";

const options = { ...workspaceOptions, export: { type: "string" }, list: { type: "string" } } as const;

/** `read-back`: compares an export with a list that the accounting system handed out. */
export async function readBack(
  words: readonly string[],
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitStatus> {
  const { values } = parseArgs({ args: [...words], options });
  const { export: exportId, list } = values;
  if (values.workspace === undefined || exportId === undefined || list === undefined)
    throw new UsageError("read-back needs --workspace DIR, --export ID and --list FILE.");
  const base64 = (await readFile(list)).toString("base64");
  return withWorkspace(values, "refuse", terminal, signal, async (program, _workspace, call) => {
    const record = await readListBack(program, { exportId, name: basename(list), base64 }, call);
    if (!record.ok) throw refuse(record.error);
    const result = record.value.readBack;
    await terminal.print(
      [
        `arrived   ${result?.confirmed.length ?? 0}`,
        `missing   ${(result?.missing ?? []).join(" ")}`,
        `doubled   ${(result?.doubled ?? []).join(" ")}`,
        `differing ${(result?.differing ?? []).join(" ")}`,
        "",
      ].join("\n"),
    );
    return record.value.state === "confirmed" ? exitStatus.allClear : exitStatus.needsReview;
  });
}
