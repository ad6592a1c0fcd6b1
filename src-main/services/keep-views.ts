import type { InputOf } from "../../src-shared/api/contract.ts";
import { savedViewsSchema } from "../../src-shared/api/contract.ts";
import type { Problem, SavedView } from "../../src-shared/model/index.ts";
import { ok } from "../../src-shared/result/index.ts";
import type { Result } from "../../src-shared/result/index.ts";
import { formatMessage } from "../../src-shared/text/index.ts";
import { requireWorkspace } from "./program.ts";
import type { Program } from "./program.ts";

const settingName = "views";

/** The lists that people have kept. Filters name customers, so they are kept where the customers are. */
export function listViews(program: Program): Result<readonly SavedView[], Problem> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const text = open.value.setting(settingName);
  return ok(text === undefined ? [] : savedViewsSchema.parse(JSON.parse(text)));
}

/** Keeps the lists in the order given. */
export async function writeViews(
  program: Program,
  { views }: InputOf<"views.write">,
): Promise<Result<readonly SavedView[], Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  const kept = await workspace.inTurn(() =>
    workspace.keep({
      label: formatMessage("step/views", {}),
      actor: program.person,
      actions: [],
      settings: { [settingName]: JSON.stringify(views) },
    }),
  );
  if (!kept.ok) return kept;
  program.emit({ type: "workspace-changed", topics: ["views"] });
  return ok(views);
}
