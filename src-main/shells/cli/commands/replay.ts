import { parseArgs } from "node:util";
import type { ReplayedApproval } from "../../../../src-shared/model/index.ts";
import { formatMessage } from "../../../../src-shared/text/index.ts";
import { replayApprovals } from "../../../services/replay-approvals.ts";
import { exitStatus } from "../exit-status.ts";
import type { ExitStatus } from "../exit-status.ts";
import { refuse, withWorkspace, workspaceOptions } from "../open-program.ts";
import type { Terminal } from "../terminal.ts";

const options = { ...workspaceOptions, json: { type: "boolean" } } as const;

/** `replay --workspace DIR`: computes every approval again from what was there when it was given; 0 when all are the same. */
export async function replay(
  words: readonly string[],
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitStatus> {
  const { values } = parseArgs({ args: [...words], options });
  return withWorkspace(values, "refuse", terminal, signal, async (program) => {
    const replayed = replayApprovals(program);
    if (!replayed.ok) throw refuse(replayed.error);
    await terminal.print(
      values.json === true ? `${JSON.stringify(replayed.value, null, 2)}\n` : describeReplay(replayed.value),
    );
    return replayed.value.every(({ is }) => is === "same") ? exitStatus.allClear : exitStatus.needsReview;
  });
}

/** What came out otherwise, one line each, and the count of all. */
export function describeReplay(replayed: readonly ReplayedApproval[]): string {
  const others = replayed.filter(({ is }) => is !== "same");
  const lines = others.map(({ is, number, by, at, changed }) =>
    formatMessage(is === "gone" ? "replay/gone" : "replay/differs", {
      number: number ?? "?",
      by,
      day: at.slice(0, 10),
      parts: changed.map((part) => formatMessage(`replay/${part}`, {})).join(", "),
    }),
  );
  const sum =
    replayed.length === 0
      ? formatMessage("replay/none", {})
      : formatMessage("replay/sum", { same: replayed.length - others.length, count: replayed.length });
  return `${[...lines, sum].join("\n")}\n`;
}
