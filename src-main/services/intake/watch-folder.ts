import type { InputOf, WatchedFolder } from "../../../src-shared/api/contract.ts";
import type { Problem } from "../../../src-shared/model/index.ts";
import { ok } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import { formatMessage, sentenceFor } from "../../../src-shared/text/index.ts";
import type { FoundFile } from "../../ports/file-store.ts";
import { keepIncoming } from "../import-documents.ts";
import type { OpenWorkspace } from "../open-workspace.ts";
import { requireWorkspace } from "../program.ts";
import type { CallContext, Program } from "../program.ts";

const settingName = "watched-folder";
const lookEveryMs = 4_000;
/** Looks at which a file must have had one size; an empty one is given longer, as copying begins with it. */
const looksUntilComplete = 2;
const looksUntilEmpty = 6;
const mostOffered = 1_000;
/** Names that browsers, mail and copy programs give to what they have not finished. */
const unfinished = /\.(?:part|partial|crdownload|download|tmp|filepart|!ut)$|^~/i;

interface Setting {
  readonly path: string;
  readonly mode: WatchedFolder["mode"];
}

interface Seen {
  readonly sizeBytes: number;
  readonly looks: number;
  readonly state: "arriving" | "offered" | "here";
}

interface Watch {
  readonly setting: Setting;
  readonly seen: Map<string, Seen>;
  offered: readonly FoundFile[];
  arriving: number;
  problem: Problem | null;
  isLooking: boolean;
}

const watches = new WeakMap<OpenWorkspace, Watch>();
const timed = new WeakSet<OpenWorkspace>();

/** Looks at the folder that the workspace watches, if any, every few seconds until the workspace is closed. */
export function startWatching(program: Program): void {
  const { workspace } = program;
  if (workspace === null || program.shell === "cli") return;
  if (readSetting(workspace) === null || timed.has(workspace)) return;
  timed.add(workspace);
  const timer = setInterval(() => {
    if (program.workspace !== workspace || readSetting(workspace) === null) {
      timed.delete(workspace);
      return clearInterval(timer);
    }
    void lookAtFolder(program, workspace);
  }, lookEveryMs);
  // Nobody waits for it: a program that has nothing else to do ends.
  if (typeof timer === "object") timer.unref();
}

function readSetting(workspace: OpenWorkspace): Setting | null {
  const text = workspace.setting(settingName);
  return text === undefined || text === "" ? null : (JSON.parse(text) as Setting);
}

function watchOf(workspace: OpenWorkspace): Watch | null {
  const setting = readSetting(workspace);
  if (setting === null) return null;
  const known = watches.get(workspace);
  if (known?.setting.path === setting.path && known.setting.mode === setting.mode) return known;
  const fresh: Watch = {
    setting,
    seen: new Map(),
    offered: [],
    arriving: 0,
    problem: null,
    isLooking: false,
  };
  watches.set(workspace, fresh);
  return fresh;
}

/** One look: what is new and complete is offered, or imported where that is wanted. */
export async function lookAtFolder(program: Program, workspace: OpenWorkspace): Promise<void> {
  const watch = watchOf(workspace);
  if (watch === null || watch.isLooking) return;
  watch.isLooking = true;
  try {
    const before = JSON.stringify(describe(watch));
    const found = await program.tools.files.find([watch.setting.path], new AbortController().signal);
    const missing = found.find(
      ({ path, problem }) => problem !== null && path === nameOf(watch.setting.path),
    );
    watch.problem = missing?.problem ?? null;
    const files = found.filter(({ problem }) => problem === null);
    const here = new Set(workspace.documents().map((document) => document.file.sha256));
    for (const file of files) await noteFile(program, here, watch, file);
    const stateOf = (file: FoundFile) => watch.seen.get(file.location)?.state;
    watch.offered = files.filter((file) => stateOf(file) === "offered").slice(0, mostOffered);
    watch.arriving = files.filter((file) => stateOf(file) === "arriving").length;
    if (watch.setting.mode === "import" && watch.offered.length > 0) {
      const taken = await takeIn(program, workspace, watch, silent);
      if (!taken.ok) watch.problem = taken.error;
    } else if (JSON.stringify(describe(watch)) !== before)
      program.emit({ type: "workspace-changed", topics: ["intake"] });
  } finally {
    watch.isLooking = false;
  }
}

const silent: CallContext = { signal: new AbortController().signal, report: () => undefined };
const nameOf = (path: string): string => path.replaceAll("\\", "/").split("/").at(-1) ?? path;

async function noteFile(
  program: Program,
  here: ReadonlySet<string>,
  { seen }: Watch,
  file: FoundFile,
): Promise<void> {
  const { location, path, sizeBytes } = file;
  const known = seen.get(location);
  const isSame = known?.sizeBytes === sizeBytes;
  const looks = isSame ? known.looks + 1 : 1;
  if (isSame && known.state !== "arriving") return;
  const isComplete = looks >= (sizeBytes === 0 ? looksUntilEmpty : looksUntilComplete);
  if (!isComplete || unfinished.test(nameOf(path))) {
    seen.set(location, { sizeBytes, looks, state: "arriving" });
    return;
  }
  // Its time and size are looked at before and after it is read: one that is still written to waits.
  const loaded = await program.tools.files.load(file);
  if (!loaded.ok) {
    const isArriving = loaded.error.code === "import/changed-while-reading";
    seen.set(location, { sizeBytes, looks: 0, state: isArriving ? "arriving" : "offered" });
    return;
  }
  const hash = program.tools.digest.ofBytes(loaded.value);
  seen.set(location, { sizeBytes, looks, state: here.has(hash) ? "here" : "offered" });
}

async function takeIn(
  program: Program,
  workspace: OpenWorkspace,
  watch: Watch,
  call: CallContext,
): Promise<Result<undefined, Problem>> {
  const { offered } = watch;
  const kept = await keepIncoming(
    program,
    workspace,
    offered.map((file) => ({
      path: file.path,
      sizeBytes: file.sizeBytes,
      load: () => program.tools.files.load(file),
    })),
    call,
  );
  if (!kept.ok) return kept;
  for (const { location, sizeBytes } of offered)
    watch.seen.set(location, { sizeBytes, looks: looksUntilComplete, state: "here" });
  watch.offered = [];
  program.emit({
    type: "workspace-changed",
    topics: ["documents", "agreements", "queue", "history", "intake"],
  });
  return ok();
}

const noFolder: WatchedFolder = { path: null, mode: "offer", offered: [], arriving: 0, problem: null };

function describe(watch: Watch | null): WatchedFolder {
  if (watch === null) return noFolder;
  const { setting, offered, arriving, problem } = watch;
  return {
    ...setting,
    offered: offered.map(({ path, sizeBytes }) => ({ path, sizeBytes })),
    arriving,
    problem: problem === null ? null : sentenceFor(problem, setting.path),
  };
}

export function readWatchedFolder(program: Program): Result<WatchedFolder, Problem> {
  const open = requireWorkspace(program);
  return open.ok ? ok(describe(watchOf(open.value))) : open;
}

/** Watches a folder from now on, another one, or none. */
export async function watchFolder(
  program: Program,
  { path, mode }: InputOf<"intake.watch">,
): Promise<Result<WatchedFolder, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  const kept = await workspace.inTurn(() =>
    workspace.keep({
      label: path === null ? formatMessage("step/watch-off", {}) : formatMessage("step/watch", { path }),
      actor: program.person,
      actions: [],
      settings: { [settingName]: path === null ? "" : JSON.stringify({ path, mode }) },
    }),
  );
  if (!kept.ok) return kept;
  if (path !== null) {
    await lookAtFolder(program, workspace);
    startWatching(program);
  }
  program.emit({ type: "workspace-changed", topics: ["intake"] });
  return ok(describe(watchOf(workspace)));
}

/** Imports what is offered. */
export async function takeInOffered(
  program: Program,
  _input: InputOf<"intake.take-in">,
  call: CallContext,
): Promise<Result<WatchedFolder, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const watch = watchOf(open.value);
  if (watch !== null && watch.offered.length > 0) {
    const taken = await takeIn(program, open.value, watch, call);
    if (!taken.ok) return taken;
  }
  return ok(describe(watch));
}
