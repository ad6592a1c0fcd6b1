import { parsePolicy } from "../../src-shared/api/index.ts";
import type { InputOf } from "../../src-shared/api/contract.ts";
import type { Policy, Problem } from "../../src-shared/model/index.ts";
import { ok } from "../../src-shared/result/index.ts";
import type { Result } from "../../src-shared/result/index.ts";
import { formatMessage } from "../../src-shared/text/index.ts";
import type { LocalDate } from "../../src-shared/time/index.ts";
import type { StoredDocument } from "../ports/vault.ts";
import { joinMembers } from "./join-members.ts";
import type { OpenWorkspace } from "./open-workspace.ts";
import { requireWorkspace } from "./program.ts";
import type { CallContext, Program } from "./program.ts";

export function readPolicy(program: Program): Result<Policy, Problem> {
  const open = requireWorkspace(program);
  return open.ok ? ok(open.value.policy()) : open;
}

/** Keeps a policy. Who "we" are changes how documents are understood: then their nouns are derived anew. */
export async function writePolicy(
  program: Program,
  { policy: value, reason }: InputOf<"policy.write">,
  call: CallContext,
): Promise<Result<Policy, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const parsed = parsePolicy(value);
  if (!parsed.ok) return parsed;
  const kept = await open.value.inTurn(() => keepPolicy(program, open.value, parsed.value, call, { reason }));
  if (kept.ok) program.emit({ type: "workspace-changed", topics: ["agreements", "queue", "history"] });
  return kept;
}

interface PolicyChange {
  /** The day that counts as today, where one is fixed with the policy. */
  readonly asOf?: LocalDate;
  /** Why, in the words of whoever changed it. */
  readonly reason?: string | undefined;
}

/** Keeps a policy as a step of the history, with its reason where one was given. */
export async function keepPolicy(
  program: Program,
  workspace: OpenWorkspace,
  policy: Policy,
  call: CallContext,
  { asOf, reason }: PolicyChange = {},
): Promise<Result<Policy, Problem>> {
  const known = workspace.policy();
  // Who "we" are and how tables are read change what documents mean.
  const isSameReading =
    JSON.stringify([policy.ownCompany, policy.tableMappings]) ===
    JSON.stringify([known.ownCompany, known.tableMappings]);
  const normalized = isSameReading ? [] : await deriveAnew(program, workspace, policy, call);
  const kept = await workspace.keep({
    label:
      reason === undefined
        ? formatMessage("step/policy", {})
        : formatMessage("step/policy-because", { reason }),
    actor: program.person,
    actions: [{ type: "policy-changed", policy, ...(reason === undefined ? {} : { reason }) }],
    settings: { policy: JSON.stringify(policy), ...(asOf === undefined ? {} : { "as-of": asOf }) },
    ...(normalized.length === 0 ? {} : { normalized }),
  });
  return kept.ok ? ok(policy) : kept;
}

async function deriveAnew(
  program: Program,
  workspace: OpenWorkspace,
  policy: Policy,
  call: CallContext,
): Promise<readonly StoredDocument[]> {
  const changed: StoredDocument[] = [];
  const { ownCompany, tableMappings } = policy;
  const context = { asOf: workspace.asOf(), ownCompany, tableMappings };
  for (const stored of workspace.documents()) {
    if (stored.normalized === null) continue;
    const reading = await workspace.vault.readDocument(stored.file.id);
    if (!reading.ok || reading.value === null) continue;
    const { normalized } = await program.tools.reader.normalize(
      reading.value,
      stored.file,
      context,
      call.signal,
    );
    if (normalized !== null) changed.push({ ...stored, normalized });
  }
  return joinMembers(changed);
}
