import { valueOf } from "../../src-shared/model/index.ts";
import type {
  ApprovalBasis,
  DocumentId,
  ExportRefusal,
  Invoice,
  InvoiceId,
} from "../../src-shared/model/index.ts";
import type { OpenWorkspace } from "./open-workspace.ts";

interface Judged {
  readonly ready: readonly Invoice[];
  readonly refusals: readonly ExportRefusal[];
}

/**
 * Looks once more, at the moment of handing over, at what approvals rest on.
 *
 * The stored original of each invoice and of its agreements is hashed again; a case whose file is damaged or gone is
 * refused by name. A case that changed since its approval is told which part did.
 */
export async function verifyAtHandOff(
  workspace: OpenWorkspace,
  { ready, refusals }: Judged,
): Promise<Judged> {
  const damageOf = await findDamage(workspace, ready);
  const kept: Invoice[] = [];
  const damaged: ExportRefusal[] = [];
  for (const invoice of ready) {
    const file = documentsOf(workspace, invoice).flatMap((id) => damageOf.get(id) ?? [])[0];
    if (file === undefined) kept.push(invoice);
    else
      damaged.push({
        invoiceId: invoice.id,
        code: "export/original-damaged",
        facts: { number: valueOf(invoice.number) ?? invoice.id, file },
      });
  }
  return { ready: kept, refusals: [...refusals.map((refusal) => namePart(workspace, refusal)), ...damaged] };
}

const documentsOf = (workspace: OpenWorkspace, invoice: Invoice): readonly DocumentId[] => [
  invoice.documentId,
  ...workspace
    .review()
    .agreementsOf(invoice.id)
    .map(({ documentId }) => documentId),
];

/** Paths of damaged files by document; each file is read once, however many cases rest on it. */
async function findDamage(
  workspace: OpenWorkspace,
  invoices: readonly Invoice[],
): Promise<ReadonlyMap<DocumentId, string>> {
  const files = new Map(workspace.documents().map(({ file }) => [file.id, file]));
  const isIntact = new Map<string, boolean>();
  const damaged = new Map<DocumentId, string>();
  for (const id of new Set(invoices.flatMap((invoice) => documentsOf(workspace, invoice)))) {
    const file = files.get(id);
    // A document without a file of its own has no original that could change.
    if (file === undefined || file.sha256 === "") continue;
    let intact = isIntact.get(file.sha256);
    if (intact === undefined) {
      const bytes = await workspace.vault.readOriginal(file.sha256);
      intact = bytes.ok && bytes.value !== null && workspace.digest.ofBytes(bytes.value) === file.sha256;
      isIntact.set(file.sha256, intact);
    }
    if (!intact) damaged.set(id, file.path);
  }
  return damaged;
}

const partCodes: Readonly<Record<keyof ApprovalBasis, string>> = {
  invoice: "export/invoice-changed",
  terms: "export/terms-changed",
  files: "export/files-changed",
};

/** Which part of a case is not what was approved; findings alone keep the general sentence. */
function namePart(workspace: OpenWorkspace, refusal: ExportRefusal): ExportRefusal {
  if (refusal.code !== "decide/changed-since-approval" || refusal.invoiceId === null) return refusal;
  const basis = approvedBasis(workspace, refusal.invoiceId);
  const now = workspace.review().basisOf(refusal.invoiceId);
  if (basis === undefined || now === undefined) return refusal;
  const part = (["files", "terms", "invoice"] as const).find((each) => basis[each] !== now[each]);
  return part === undefined ? refusal : { ...refusal, code: partCodes[part] };
}

function approvedBasis(workspace: OpenWorkspace, id: InvoiceId): ApprovalBasis | undefined {
  const action = workspace.fold().cases.get(id)?.approvals.at(-1)?.action;
  return action?.type === "invoice-approved" ? action.basis : undefined;
}
