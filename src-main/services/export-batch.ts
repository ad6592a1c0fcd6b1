import type { DecisionReceipt, InputOf, WrittenExport } from "../../src-shared/api/contract.ts";
import type {
  BatchId,
  ExportFile,
  ExportPlan,
  ExportRecord,
  ExportRefusal,
  Invoice,
  Problem,
} from "../../src-shared/model/index.ts";
import { err, ok } from "../../src-shared/result/index.ts";
import type { Result } from "../../src-shared/result/index.ts";
import { formatMessage, sentenceFor } from "../../src-shared/text/index.ts";
import { isActiveExport, paperKeyOf, readyToHandOff } from "../pipeline/decide/index.ts";
import { findTarget, targets } from "../pipeline/export/index.ts";
import type { ExportInput, ExportTarget } from "../pipeline/export/index.ts";
import type { LedgerEntry } from "../ports/vault.ts";
import { writeAnchor } from "./approve-batch.ts";
import { encodeManifest } from "./encode-manifest.ts";
import type { OpenWorkspace } from "./open-workspace.ts";
import { isConfirmed, refuseOutsideLists } from "./money/export-profiles.ts";
import { requireWorkspace } from "./program.ts";
import type { CallContext, Program } from "./program.ts";
import { keepStep } from "./receipts.ts";
import { numberOf } from "./show-cases.ts";
import { encodeBase64 } from "./show-documents.ts";
import { verifyAtHandOff } from "./verify-at-hand-off.ts";

interface Prepared {
  /** An export to the same target that was claimed and not finished, because the program ended in between. */
  readonly unfinished: ExportRecord | null;
  readonly target: ExportTarget;
  readonly input: ExportInput;
  readonly plan: ExportPlan;
}

/** Everything that an export would write, and why the rest must not go. No byte exists yet. */
export async function planExport(
  program: Program,
  order: InputOf<"exports.plan">,
): Promise<Result<ExportPlan, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const prepared = await prepare(open.value, order);
  return prepared.ok ? ok(prepared.value.plan) : prepared;
}

async function prepare(
  workspace: OpenWorkspace,
  { batchId, target: targetId, options }: InputOf<"exports.plan">,
): Promise<Result<Prepared, Problem>> {
  const target = findTarget(targetId);
  if (target === undefined) {
    const known = targets.map(({ id }) => id).join(", ");
    return err({ code: "export/unknown-target", facts: { id: targetId, targets: known } });
  }
  const batch = workspace.fold().batches.find((candidate) => candidate.batchId === (batchId as BatchId));
  if (batch === undefined) return err({ code: "export/unknown-batch", facts: { id: batchId } });
  const decisions = workspace.decisions();
  const { invoicesById } = workspace.review();
  const unfinished =
    workspace
      .fold()
      .exports.find(
        (record) =>
          record.state === "prepared" && record.batchId === batch.batchId && record.target === target.id,
      ) ?? null;
  const judged = readyToHandOff(
    batch.invoiceIds.map((invoiceId) => ({
      invoiceId,
      invoice: invoicesById.get(invoiceId) ?? null,
      decision: decisions.get(invoiceId) ?? null,
    })),
    workspace.fold(),
    unfinished?.exportId ?? null,
    (id) => invoicesById.get(id),
  );
  const { ready, refusals } = await verifyAtHandOff(workspace, judged);
  const input = {
    batchId: batch.batchId,
    invoices: ready,
    options,
    ownCompany: workspace.policy().ownCompany,
  };
  const outside = refuseOutsideLists(workspace, target, options);
  // A setting that the owner's own books do not know would make accounts there, or nothing: no invoice goes out.
  const plan = target.plan(outside.length === 0 ? input : { ...input, invoices: [] });
  // A sentence names the invoice by its number; the target knows no sentences.
  const named = plan.refusals.map((refusal): ExportRefusal => {
    const invoice = refusal.invoiceId === null ? undefined : invoicesById.get(refusal.invoiceId);
    return invoice === undefined
      ? refusal
      : { ...refusal, facts: { number: numberOf(invoice), ...refusal.facts } };
  });
  return ok({ unfinished, target, input, plan: { ...plan, refusals: [...outside, ...refusals, ...named] } });
}

/** The fonts of a target that writes pages; a table needs none, and none that are missing stop it. */
async function loadForPages(
  program: Program,
  target: ExportTarget,
): Promise<Result<Pick<ExportInput, "fonts">, Problem>> {
  if (target.writesPages !== true) return ok({});
  const fonts = await program.fonts.load();
  return fonts.ok ? ok({ fonts: fonts.value }) : fonts;
}

/**
 * Hands a batch over, in two steps: first the invoices are claimed, then the files are written.
 *
 * A program that is killed between the two leaves a claim: asking again finishes that very export, with the same
 * bytes under the same names, so nothing goes out twice and nothing is lost. Files appear whole, by renaming.
 */
export async function writeExport(
  program: Program,
  order: InputOf<"exports.write">,
  call: CallContext,
): Promise<Result<WrittenExport, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  return workspace.inTurn(async () => {
    const prepared = await prepare(workspace, order);
    if (!prepared.ok) return prepared;
    const { target, input, plan, unfinished } = prepared.value;
    if (!isConfirmed(workspace, target, order.options))
      return err({ code: "export/not-confirmed", facts: { target: target.title } });
    const [refusal] = plan.refusals;
    if (plan.invoiceIds.length === 0)
      return err(
        plan.refusals.length === 1 && refusal !== undefined
          ? { code: refusal.code, ...(refusal.facts === undefined ? {} : { facts: refusal.facts }) }
          : { code: "export/nothing-to-write", facts: { target: target.title } },
      );
    call.report("export", formatMessage("progress/export", {}), 0, plan.files.length);
    const pages = await loadForPages(program, target);
    if (!pages.ok) return pages;
    const files = target.write(plan, { ...input, ...pages.value, hash: workspace.digest.ofText });
    const label = formatMessage("step/export", { target: target.title });
    const claim =
      unfinished === null
        ? await claimInvoices(program, workspace, prepared.value, label)
        : continueClaim(workspace, unfinished, plan);
    if (!claim.ok) return claim;
    const { exportId, group, at } = claim.value;
    const all = [
      ...files,
      {
        ...encodeManifest({ workspace, exportId, claimedAt: at, target, input, plan, files }, program.tools),
        // It says where the audit trail stood; a second attempt says it anew.
        mayReplace: true,
      },
    ];
    if (order.directory !== null) {
      const stored = await program.tools.files.writeAll(order.directory, all);
      if (!stored.ok) {
        await withdraw(program, workspace, exportId, group, sentenceFor(stored.error));
        return stored;
      }
    }
    const digests = all.map(({ name, bytes }) => ({ name, sha256: program.tools.digest.ofBytes(bytes) }));
    const done = await workspace.keep({
      label,
      actor: program.person,
      group,
      actions: [
        { type: "export-written", exportId, files: digests },
        { type: "export-handed-over", exportId },
      ],
    });
    if (!done.ok) return done;
    await writeAnchor(workspace);
    program.emit({ type: "workspace-changed", topics: ["batches", "queue", "history"] });
    call.report("export", formatMessage("progress/export", {}), all.length, all.length);
    return answer(workspace, exportId, order.directory, all, program);
  });
}

/** The right to hand invoices over, kept before a byte is written. */
interface Claim {
  readonly exportId: string;
  readonly group: string;
  readonly at: string;
}

async function claimInvoices(
  program: Program,
  workspace: OpenWorkspace,
  { target, input, plan }: Prepared,
  label: string,
): Promise<Result<Claim, Problem>> {
  const exportId = program.tools.ids.next("exp");
  const written = input.invoices.filter(({ id }) => plan.invoiceIds.includes(id));
  const claimed = await workspace.keep({
    label,
    actor: program.person,
    actions: [
      {
        type: "export-prepared",
        batchId: input.batchId,
        target: target.id,
        exportId,
        invoiceIds: plan.invoiceIds,
      },
    ],
    ledger: written.map((invoice) => ledgerEntry(exportId, invoice)),
  });
  if (!claimed.ok) return claimed;
  const [event] = claimed.value;
  return ok({ exportId, group: event?.group ?? exportId, at: event?.at ?? "" });
}

/** The claim of an export that was not finished, if it is still for the very same invoices. */
function continueClaim(
  workspace: OpenWorkspace,
  { exportId, invoiceIds, at }: ExportRecord,
  plan: ExportPlan,
): Result<Claim, Problem> {
  const isSame =
    invoiceIds.length === plan.invoiceIds.length && invoiceIds.every((id) => plan.invoiceIds.includes(id));
  if (!isSame) return err({ code: "export/unfinished", facts: { number: "", export: exportId } });
  const event = workspace
    .events()
    .find(({ action }) => action.type === "export-prepared" && action.exportId === exportId);
  return ok({ exportId, group: event?.group ?? exportId, at });
}

const ledgerEntry = (exportId: string, invoice: Invoice): LedgerEntry => ({
  exportId,
  invoiceId: invoice.id,
  key: paperKeyOf(invoice),
});

async function withdraw(
  program: Program,
  workspace: OpenWorkspace,
  exportId: string,
  group: string,
  reason: string,
): Promise<void> {
  await workspace.keep({
    label: formatMessage("step/void-export", {}),
    actor: program.person,
    group,
    actions: [{ type: "export-voided", exportId, reason }],
    voidedExports: [exportId],
  });
}

function answer(
  workspace: OpenWorkspace,
  exportId: string,
  directory: string | null,
  files: readonly ExportFile[],
  program: Program,
): Result<WrittenExport, Problem> {
  const record = workspace.fold().exports.find((candidate) => candidate.exportId === exportId);
  if (record === undefined) return err({ code: "export/unknown-export", facts: { id: exportId } });
  return ok({
    record,
    directory,
    files: files.map(({ name, mediaType, bytes }) => ({
      name,
      mediaType,
      base64: directory === null ? encodeBase64(bytes) : "",
      sha256: program.tools.digest.ofBytes(bytes),
    })),
  });
}

/** Says that an export does not count: its invoices may go out again. The files that left stay where they are. */
export async function voidExport(
  program: Program,
  { exportId, reason }: InputOf<"exports.void">,
): Promise<Result<DecisionReceipt, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  return workspace.inTurn(async () => {
    const record: ExportRecord | undefined = workspace
      .fold()
      .exports.find((candidate) => candidate.exportId === exportId);
    if (record === undefined) return err({ code: "export/unknown-export", facts: { id: exportId } });
    if (!isActiveExport(record.state)) return err({ code: "export/already-voided" });
    return keepStep(
      program,
      workspace,
      {
        label: formatMessage("step/void-export", {}),
        actions: [{ type: "export-voided", exportId, reason }],
        voidedExports: [exportId],
      },
      record.invoiceIds,
      [],
      ["batches", "queue", "history"],
    );
  });
}
