import { parseArgs } from "node:util";
import { formatMessage, sentenceFor } from "../../../../src-shared/text/index.ts";
import type { AuditAnchor } from "../../../ports/vault.ts";
import { verifyAudit } from "../../../services/verify-audit.ts";
import { exitStatus, UsageError } from "../exit-status.ts";
import type { ExitStatus } from "../exit-status.ts";
import { withWorkspace, workspaceOptions } from "../open-program.ts";
import type { Terminal } from "../terminal.ts";

const options = {
  ...workspaceOptions,
  anchor: { type: "string", multiple: true },
  json: { type: "boolean" },
} as const;

/** `audit --workspace DIR`: verifies the trail from the first entry to the last and prints its head. */
export async function audit(
  words: readonly string[],
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitStatus> {
  const { values } = parseArgs({ args: [...words], options });
  const anchors = (values.anchor ?? []).map(parseAnchor);
  return withWorkspace(values, "refuse", terminal, signal, async (program, workspace, call) => {
    const verified = await verifyAudit(workspace, anchors, program.tools, call);
    if (!verified.ok) {
      terminal.note(sentenceFor(verified.error));
      return exitStatus.unreadableInput;
    }
    const { state, entries, head, firstBadSequence, because } = verified.value;
    if (values.json === true) await terminal.print(`${JSON.stringify(verified.value, null, 2)}\n`);
    else {
      const sentence =
        state === "intact"
          ? formatMessage("audit/intact", { count: entries })
          : state === "changed"
            ? formatMessage("audit/changed", { sequence: firstBadSequence ?? 0, because: because ?? "" })
            : formatMessage("audit/truncated", { because: because ?? "" });
      await terminal.print(`${sentence}\n${head === null ? "" : `Head: ${entries}:${head}\n`}`);
    }
    return state === "intact" ? exitStatus.allClear : exitStatus.needsReview;
  });
}

function parseAnchor(text: string): AuditAnchor {
  const parts = /^(\d+):([0-9a-f]{64})$/i.exec(text);
  if (parts === null)
    throw new UsageError(`--anchor takes SEQUENCE:HASH as audit prints it; “${text}” is none.`);
  return { sequence: Number(parts[1]), hash: (parts[2] ?? "").toLowerCase() };
}
