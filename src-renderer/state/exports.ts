import { create } from "zustand";
import type {
  BatchRow,
  CallError,
  ExportTargetRow,
  ReadTemplateAnswer,
  WrittenExport,
} from "../../src-shared/api/contract.ts";
import type { ExportPlan } from "../../src-shared/model/index.ts";
import { callHost } from "../host/door.ts";
import { say } from "../locale/say.ts";
import { announceReceipt } from "./decisions.ts";
import { encodeFile } from "./encode-file.ts";
import { runJob } from "./jobs.ts";
import { openScreen } from "./window-view.ts";

interface Exports {
  readonly batches: readonly BatchRow[] | null;
  readonly targets: readonly ExportTargetRow[];
  readonly error: CallError | null;
  readonly batchId: string | null;
  readonly targetId: string | null;
  /** Options by target, so that going back and forth keeps what was typed. */
  readonly options: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly plan: ExportPlan | null;
  readonly planError: CallError | null;
  /** True while the plan is shown for a last look before bytes are written. */
  readonly confirming: boolean;
  readonly written: WrittenExport | null;
  readonly busy: boolean;
  readonly templateError: CallError | null;
}

export const emptyExports: Exports = {
  batches: null,
  targets: [],
  error: null,
  batchId: null,
  targetId: null,
  options: {},
  plan: null,
  planError: null,
  confirming: false,
  written: null,
  busy: false,
  templateError: null,
};

/** Approved batches and what became of them. */
export const useExports = create<Exports>(() => emptyExports);

export async function loadExports(): Promise<void> {
  const [batches, targets, profiles] = await Promise.all([
    callHost("batches.list", {}),
    callHost("exports.targets", {}),
    callHost("exports.profiles", {}),
  ]);
  if (!batches.ok) return useExports.setState({ error: batches.error });
  if (!targets.ok) return useExports.setState({ error: targets.error });
  const stored = new Map(
    profiles.ok ? profiles.value.map((profile) => [profile.target, profile.options]) : [],
  );
  useExports.setState((state) => ({
    batches: batches.value,
    targets: targets.value,
    error: null,
    batchId:
      batches.value.find((batch) => batch.batchId === state.batchId)?.batchId ??
      batches.value[0]?.batchId ??
      null,
    targetId:
      state.targetId ??
      targets.value.find((target) => target.isConfirmed)?.id ??
      targets.value[0]?.id ??
      null,
    options: Object.fromEntries(
      targets.value.map((target) => [
        target.id,
        {
          ...Object.fromEntries(target.options.map((option) => [option.name, option.value])),
          ...stored.get(target.id),
          ...state.options[target.id],
        },
      ]),
    ),
  }));
  await planExport();
}

export async function selectBatch(batchId: string): Promise<void> {
  useExports.setState({ batchId, written: null, plan: null });
  await planExport();
}

export async function selectTarget(targetId: string): Promise<void> {
  useExports.setState({ targetId, written: null, plan: null });
  await planExport();
}

export async function setExportOption(name: string, value: string): Promise<void> {
  const { targetId } = useExports.getState();
  if (targetId === null) return;
  useExports.setState(({ options }) => ({
    options: { ...options, [targetId]: { ...options[targetId], [name]: value } },
    written: null,
  }));
  await planExport();
}

/** Asks for the plan of the chosen batch and target: everything that would be written, or why not. */
export async function planExport(): Promise<void> {
  const { batchId, targetId, options } = useExports.getState();
  if (batchId === null || targetId === null) return;
  const result = await callHost("exports.plan", {
    batchId,
    target: targetId,
    options: { ...options[targetId] },
  });
  const now = useExports.getState();
  if (now.batchId !== batchId || now.targetId !== targetId) return;
  useExports.setState(
    result.ok ? { plan: result.value, planError: null } : { plan: null, planError: result.error },
  );
}

export function askToWrite(confirming: boolean): void {
  useExports.setState({ confirming });
}

export async function writeExport(directory: string | null): Promise<void> {
  const { batchId, targetId, options } = useExports.getState();
  if (batchId === null || targetId === null) return;
  useExports.setState({ busy: true, confirming: false });
  const input = { batchId, target: targetId, options: { ...options[targetId] }, directory };
  const result = await runJob(say("export.job"), "exports.write", input, null);
  if (result.ok) useExports.setState({ written: result.value, busy: false });
  else useExports.setState({ planError: result.error, busy: false });
  await loadExports();
}

export async function voidExport(exportId: string, reason: string): Promise<void> {
  const result = await callHost("exports.void", { exportId, reason });
  if (!result.ok) return useExports.setState({ error: result.error });
  announceReceipt(result.value, say("export.voided"));
  await loadExports();
}

/** Approved cases that no batch holds. A batch whose exports were all voided lets its invoices go. */
export function casesForBatch(
  approved: readonly string[],
  batches: readonly BatchRow[] | null,
): readonly string[] {
  const held = (batches ?? []).filter(
    ({ exports }) => exports.length === 0 || exports.some((record) => record.state !== "voided"),
  );
  const heldIds = new Set(held.flatMap((batch) => batch.invoiceIds));
  return approved.filter((id) => !heldIds.has(id));
}

/** Makes a batch of approved cases and shows it. */
export async function approveBatch(invoiceIds: readonly string[]): Promise<CallError | null> {
  const result = await callHost("batches.approve", { invoiceIds: [...invoiceIds] });
  if (!result.ok) return result.error;
  announceReceipt(result.value, say("batch.made", { count: result.value.applied.length }));
  if (result.value.batchId === null) return null;
  useExports.setState({ batchId: result.value.batchId, written: null, plan: null });
  openScreen("exports");
  await loadExports();
  return null;
}

/** Whether the settings are as their owner confirmed them, so that files may be written with them. */
export const isProfileConfirmed = (
  target: ExportTargetRow,
  values: Readonly<Record<string, string>>,
): boolean =>
  target.isConfirmed &&
  target.options.every((option) => (values[option.name] ?? option.value) === option.value);

/** Keeps the settings of the chosen target, after a person looked at them. */
export async function confirmProfile(): Promise<void> {
  const { targetId, options } = useExports.getState();
  if (targetId === null) return;
  const result = await callHost("exports.confirm-profile", {
    target: targetId,
    options: { ...options[targetId] },
  });
  if (!result.ok) return useExports.setState({ planError: result.error });
  useExports.setState({ targets: result.value, planError: null });
  await planExport();
}

/** Takes in a list of the owner's own books, which settings are checked against. */
export async function importOwnList(list: string, text: string): Promise<void> {
  const { targetId } = useExports.getState();
  if (targetId === null) return;
  const kind = (["accounts", "items", "taxes", "partners"] as const).find((each) => each === list);
  if (kind === undefined) return;
  const result = await callHost("exports.import-list", { target: targetId, list: kind, text });
  if (!result.ok) return useExports.setState({ planError: result.error });
  useExports.setState({ targets: result.value, planError: null });
  await planExport();
}

/** The columns of a template that is held in a setting; `null` before one was loaded. */
export function templateOf(value: string): ReadTemplateAnswer | null {
  return value === "" ? null : (JSON.parse(value) as ReadTemplateAnswer);
}

export async function loadTemplate(option: string, text: string): Promise<void> {
  const result = await callHost("exports.read-template", { text });
  if (!result.ok) return useExports.setState({ templateError: result.error });
  useExports.setState({ templateError: null });
  await setExportOption(option, JSON.stringify(result.value));
}

/** Says what a column of the template takes; an empty field leaves it empty. */
export async function mapTemplateColumn(option: string, at: number, field: string): Promise<void> {
  const { targetId, options } = useExports.getState();
  const template = templateOf(targetId === null ? "" : (options[targetId]?.[option] ?? ""));
  if (template === null) return;
  const columns = template.columns.map((column, index) =>
    index === at ? { title: column.title, ...(field === "" ? {} : { field }) } : column,
  );
  await setExportOption(option, JSON.stringify({ ...template, columns }));
}

/** Reads a list of the target back, and says what of an export it holds. */
export async function readBack(exportId: string, file: File): Promise<void> {
  const base64 = await encodeFile(file);
  const input = { exportId, name: file.name, base64 };
  const result = await runJob(say("exports.readBackJob"), "exports.read-back", input, null);
  if (!result.ok) return useExports.setState({ error: result.error });
  await loadExports();
}

/** Lets invoices that did not arrive go out again. */
export async function releaseMissing(exportId: string, invoiceIds: readonly string[]): Promise<void> {
  const result = await callHost("exports.release", {
    exportId,
    invoiceIds: [...invoiceIds],
    reason: say("exports.releaseReason"),
  });
  if (!result.ok) return useExports.setState({ error: result.error });
  announceReceipt(result.value, say("exports.released", { count: result.value.applied.length }));
  await loadExports();
}
