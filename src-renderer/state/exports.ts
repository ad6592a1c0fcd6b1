import { create } from "zustand";
import type { BatchRow, CallError, ExportTargetRow, WrittenExport } from "../../src-shared/api/contract.ts";
import type { ExportPlan } from "../../src-shared/model/index.ts";
import { callHost } from "../host/door.ts";
import { say } from "../locale/say.ts";
import { announceReceipt } from "./decisions.ts";
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
    targetId: state.targetId ?? targets.value[0]?.id ?? null,
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
