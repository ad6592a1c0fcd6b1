import type { ExportTargetRow, InputOf, OutputOf } from "../../../src-shared/api/contract.ts";
import type { ExportProfile, ExportRefusal, Problem } from "../../../src-shared/model/index.ts";
import { err, ok } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import { formatMessage } from "../../../src-shared/text/index.ts";
import {
  findOutsideLists,
  findTarget,
  readTemplate,
  targets,
  templateFields,
} from "../../pipeline/export/index.ts";
import type { ExportTarget, OwnListKind } from "../../pipeline/export/index.ts";
import type { OpenWorkspace } from "../open-workspace.ts";
import { requireWorkspace } from "../program.ts";
import type { Program } from "../program.ts";

const profileSetting = (target: string): string => `export-profile/${target}`;
const listSetting = (target: string, list: string): string => `export-list/${target}/${list}`;
const listKinds: readonly OwnListKind[] = ["accounts", "items", "taxes", "partners"];

/** What the settings of a target are as they were confirmed; `null` before that. */
export function confirmedOptions(
  workspace: OpenWorkspace,
  target: string,
): Readonly<Record<string, string>> | null {
  const text = workspace.setting(profileSetting(target));
  // The setting was checked before it was kept.
  return text === undefined ? null : (JSON.parse(text) as Record<string, string>);
}

/** Whether a target may write with these settings: they are as they were confirmed, or there is nothing to set. */
export const isConfirmed = (
  workspace: OpenWorkspace,
  target: ExportTarget,
  options: Readonly<Record<string, string>>,
): boolean => {
  if (target.options.length === 0) return true;
  const confirmed = confirmedOptions(workspace, target.id);
  return (
    confirmed !== null &&
    target.options.every(({ name, preset }) => (options[name] ?? preset) === (confirmed[name] ?? preset))
  );
};

/** Names of the owner's own books, by list; empty where none were imported. */
export const ownLists = (
  workspace: OpenWorkspace,
  target: string,
): Readonly<Partial<Record<OwnListKind, readonly string[]>>> =>
  Object.fromEntries(
    listKinds.flatMap((list) => {
      const text = workspace.setting(listSetting(target, list));
      return text === undefined ? [] : [[list, JSON.parse(text) as string[]]];
    }),
  );

/** Settings that name something that the owner's own lists do not hold. */
export function refuseOutsideLists(
  workspace: OpenWorkspace,
  target: ExportTarget,
  options: Readonly<Record<string, string>>,
): readonly ExportRefusal[] {
  return findOutsideLists(target, options, ownLists(workspace, target.id)).map(({ option, value }) => ({
    invoiceId: null,
    code: "export/not-in-list",
    facts: { option, value },
  }));
}

/** All targets; with a workspace open, each with its confirmed settings. */
export function listTargets(program: Program): Result<readonly ExportTargetRow[], Problem> {
  const { workspace } = program;
  return ok(
    targets.map((target) => {
      const confirmed = workspace === null ? null : confirmedOptions(workspace, target.id);
      const lists = workspace === null ? {} : ownLists(workspace, target.id);
      return {
        id: target.id,
        title: target.title,
        isConfirmed: target.options.length === 0 || confirmed !== null,
        lists: listKinds
          .filter((list) => target.options.some((option) => option.list === list))
          .map((list) => ({ list, count: lists[list]?.length ?? null })),
        options: target.options.map(({ name, title, help, kind, choices, preset }) => ({
          name,
          title,
          help,
          kind,
          // A template has no choices of its own: what its columns may take.
          choices: kind === "template" ? [...templateFields] : choices,
          value: confirmed?.[name] ?? preset,
        })),
      };
    }),
  );
}

/** The settings of each target as they were confirmed; presets before that. */
export function listProfiles(program: Program): Result<readonly ExportProfile[], Problem> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  return ok(
    targets.map((target) => ({
      target: target.id,
      options: {
        ...Object.fromEntries(target.options.map(({ name, preset }) => [name, preset])),
        ...confirmedOptions(open.value, target.id),
      },
    })),
  );
}

/** Keeps the settings of a target after a person looked at them; what the owner's lists do not hold is refused. */
export async function confirmProfile(
  program: Program,
  { target: id, options }: InputOf<"exports.confirm-profile">,
): Promise<Result<readonly ExportTargetRow[], Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  const target = findTarget(id);
  if (target === undefined) return unknownTarget(id);
  const [outside] = refuseOutsideLists(workspace, target, options);
  if (outside !== undefined)
    return err({ code: outside.code, ...(outside.facts && { facts: outside.facts }) });
  const known = Object.fromEntries(target.options.map(({ name, preset }) => [name, options[name] ?? preset]));
  return keepSetting(program, workspace, id, { [profileSetting(id)]: JSON.stringify(known) });
}

async function keepSetting(
  program: Program,
  workspace: OpenWorkspace,
  target: string,
  settings: Readonly<Record<string, string>>,
): Promise<Result<readonly ExportTargetRow[], Problem>> {
  const title = findTarget(target)?.title ?? target;
  const kept = await workspace.inTurn(() =>
    workspace.keep({
      label: formatMessage("step/profile", { target: title }),
      actor: program.person,
      actions: [],
      settings,
    }),
  );
  return kept.ok ? listTargets(program) : kept;
}

const unknownTarget = (id: string): Result<never, Problem> =>
  err({
    code: "export/unknown-target",
    facts: { id, targets: targets.map((target) => target.id).join(", ") },
  });

/** Names from a list of the owner's books: the column that says most of them, or the first. */
export async function importOwnList(
  program: Program,
  { target: id, list, text }: InputOf<"exports.import-list">,
): Promise<Result<readonly ExportTargetRow[], Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  if (findTarget(id) === undefined) return unknownTarget(id);
  const names = readNames(text);
  if (names.length === 0) return err({ code: "export/empty-list" });
  return keepSetting(program, open.value, id, { [listSetting(id, list)]: JSON.stringify(names) });
}

const nameColumn =
  /^\*?(account )?(code|name|number|full name|display name|tax (rate|code|type|name)|item|product|customer|vendor|contact)/i;

/** Every cell of the telling columns of a delimited text; of IIF, the names of its list records. */
const readNames = (text: string): readonly string[] => {
  const lines = text
    .replace(/^\ufeff/, "")
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== "");
  const separator = [",", ";", "\t"].reduce((best, each) =>
    (lines[0]?.split(each).length ?? 0) > (lines[0]?.split(best).length ?? 0) ? each : best,
  );
  const rows = lines.map((line) => splitCells(line, separator));
  const titles = rows[0] ?? [];
  const telling = titles.flatMap((title, index) =>
    nameColumn.test(title.replace(/^!\w+\s*/, "")) ? [index] : [],
  );
  const columns = telling.length > 0 ? telling : [0];
  const body = telling.length > 0 ? rows.slice(1) : rows;
  const names = body.flatMap((row) => columns.flatMap((column) => row[column] ?? []));
  return [...new Set(names.map((name) => name.trim()).filter((name) => name !== ""))];
};

const splitCells = (line: string, separator: string): readonly string[] =>
  (
    line.match(
      new RegExp(
        `("([^"]|"")*"|[^${separator === "\t" ? "\\t" : separator}]*)(${separator === "\t" ? "\\t" : separator}|$)`,
        "g",
      ),
    ) ?? []
  )
    .map((cell) => (cell.endsWith(separator) ? cell.slice(0, -1) : cell))
    .map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell));

/** The columns of a template that was loaded, with what each most likely takes. */
export function readExportTemplate(
  _program: Program,
  { text }: InputOf<"exports.read-template">,
): Result<OutputOf<"exports.read-template">, Problem> {
  const template = readTemplate(text);
  return template === null ? err({ code: "export/empty-template" }) : ok(template);
}
