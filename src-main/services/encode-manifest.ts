import { valueOf } from "../../src-shared/model/index.ts";
import type { ExportFile, ExportPlan } from "../../src-shared/model/index.ts";
import type { ExportInput, ExportTarget } from "../pipeline/export/index.ts";
import type { OpenWorkspace } from "./open-workspace.ts";
import { engineVersion } from "./engine-version.ts";
import type { Tools } from "./tools.ts";

export interface ManifestInput {
  readonly workspace: OpenWorkspace;
  readonly exportId: string;
  /** When its invoices were claimed: the same however often the writing is tried. */
  readonly claimedAt: string;
  readonly target: ExportTarget;
  readonly input: ExportInput;
  readonly plan: ExportPlan;
  readonly files: readonly ExportFile[];
}

/**
 * What goes with the files of an export: what they hold, and the head of the audit trail at that moment.
 *
 * Kept by somebody else, it shows later whether the trail was cut or rewritten.
 */
export function encodeManifest(manifest: ManifestInput, tools: Tools): ExportFile {
  const { workspace, exportId, claimedAt, target, input, plan, files } = manifest;
  const head = workspace.auditHead();
  const value = {
    schema: "countersign.manifest/1",
    createdAt: claimedAt,
    engine: engineVersion,
    exportId,
    batchId: plan.batchId,
    target: target.id,
    options: input.options,
    totals: plan.totals,
    files: files.map(({ name, bytes }) => ({
      name,
      bytes: bytes.length,
      sha256: tools.digest.ofBytes(bytes),
      rows: plan.files.find((planned) => planned.name === name)?.rows ?? null,
    })),
    invoices: input.invoices
      .filter(({ id }) => plan.invoiceIds.includes(id))
      .map((invoice) => ({
        id: invoice.id,
        number: valueOf(invoice.number),
        currency: valueOf(invoice.currency),
        gross: valueOf(invoice.gross),
        approvedHash: workspace.review().contentHashOf(invoice.id),
      })),
    auditHead: head === null ? null : { sequence: head.sequence, hash: head.hash },
  };
  return {
    name: `${plan.batchId}-manifest.json`,
    mediaType: "application/json",
    bytes: new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`),
  };
}
