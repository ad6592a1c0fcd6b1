import type { EvidencePack, InputOf } from "../../src-shared/api/contract.ts";
import type {
  Agreement,
  DocumentId,
  Evidence,
  Finding,
  Invoice,
  InvoiceId,
  Problem,
  ReadDocument,
} from "../../src-shared/model/index.ts";
import { valueOf } from "../../src-shared/model/index.ts";
import { err, ok } from "../../src-shared/result/index.ts";
import type { Result } from "../../src-shared/result/index.ts";
import { encodeCanonicalJson } from "../audit/index.ts";
import { caseRecordOf } from "../pipeline/decide/index.ts";
import type { AuditRow } from "../ports/vault.ts";
import { engineVersion } from "./engine-version.ts";
import { cropAround } from "./evidence-crop.ts";
import type { OpenWorkspace } from "./open-workspace.ts";
import { requireWorkspace } from "./program.ts";
import type { CallContext, Program } from "./program.ts";
import { renderEvidencePack } from "./render-evidence-pack.ts";
import type { PackedInvoice, PackedOriginal } from "./render-evidence-pack.ts";
import { unknownInvoice } from "./show-cases.ts";
import { encodeBase64 } from "./show-documents.ts";

/**
 * Everything that proves decisions on invoices, in one file: crops, formulas, decisions, the originals, the entries of
 * the audit trail about them, and a verifier. Needs no Countersign to be read, and holds nothing of other cases.
 */
export async function buildEvidencePack(
  program: Program,
  { invoiceIds }: InputOf<"evidence.pack">,
  call: CallContext,
): Promise<Result<EvidencePack, Problem>> {
  const open = requireWorkspace(program);
  if (!open.ok) return open;
  const workspace = open.value;
  const ids = [...new Set(invoiceIds)] as InvoiceId[];
  const readings = new Map<DocumentId, ReadDocument>();
  const wanted = new Set<DocumentId>();
  const invoices: PackedInvoice[] = [];
  for (const [at, id] of ids.entries()) {
    call.report("export", "", at, ids.length);
    const invoice = workspace.review().invoicesById.get(id);
    const checked = workspace.review().checkedById.get(id);
    const decision = workspace.decisions().get(id);
    if (invoice === undefined || checked === undefined || decision === undefined)
      return err(unknownInvoice(id));
    const agreements = workspace.review().agreementsOf(id);
    wanted.add(invoice.documentId);
    for (const { documentId } of agreements) wanted.add(documentId);
    const findings = [];
    for (const finding of checked.findings) {
      for (const { documentId } of finding.evidence) wanted.add(documentId);
      findings.push({ finding, crops: await cropsOf(workspace, finding, readings) });
    }
    const { history } = caseRecordOf(workspace.fold(), id);
    invoices.push({ invoice, agreements, checked, decision, findings, history });
  }
  const originals = await loadOriginals(workspace, wanted);
  if (!originals.ok) return originals;
  const objects = new Set<string>([
    ...wanted,
    ...invoices.flatMap(({ history }) => history.map(({ id }) => id)),
  ]);
  const rows = await auditRowsAbout(workspace, objects);
  if (!rows.ok) return rows;
  const head = workspace.auditHead();
  const canonical = encodeCanonicalJson({
    schema: "countersign.evidence-pack/1",
    engine: engineVersion,
    asOf: workspace.asOf(),
    createdAt: program.tools.clock.now(),
    by: program.person,
    documents: originals.value.map(({ id, path, sha256, mediaType }) => ({ id, path, sha256, mediaType })),
    invoices: invoices.map(describe),
    audit: { head: head === null ? null : { sequence: head.sequence, hash: head.hash }, rows: rows.value },
  });
  // The record stands inside a script of the page and must not end it; the digest is of the text as it stands there.
  const record = canonical.replaceAll("<", "\\u003c");
  const digest = program.tools.digest.ofText(record);
  const html = renderEvidencePack({
    record,
    digest,
    auditHead: head,
    asOf: workspace.asOf(),
    workspace: workspace.name,
    invoices,
    originals: originals.value,
    hash: program.tools.digest.ofText,
  });
  return ok({ name: nameOf(invoices), html, digest });
}

const nameOf = (invoices: readonly PackedInvoice[]): string => {
  const [first] = invoices;
  const number = first === undefined ? "" : (valueOf(first.invoice.number) ?? first.invoice.id);
  const safe = number.replaceAll(/[^\p{L}\p{N}._-]+/gu, "-");
  return invoices.length === 1 ? `evidence-${safe}.html` : `evidence-${invoices.length}-invoices.html`;
};

/** What the record says about a case; readable by programs, and hashed. */
const describe = ({ invoice, agreements, checked, decision, history }: PackedInvoice) => ({
  id: invoice.id,
  number: valueOf(invoice.number),
  invoice: describeInvoice(invoice),
  terms: agreements.flatMap(({ id, terms }: Agreement) =>
    terms.filter(({ status }) => status !== "rejected").map((term) => ({ agreement: id, ...term })),
  ),
  findings: checked.findings,
  outcomes: checked.outcomes,
  decision,
  history,
});

const describeInvoice = (invoice: Invoice): Invoice => invoice;

/** One crop for each document that a finding quotes, in the order of its evidence. */
async function cropsOf(
  workspace: OpenWorkspace,
  finding: Finding,
  readings: Map<DocumentId, ReadDocument>,
): Promise<PackedInvoice["findings"][number]["crops"]> {
  const byDocument = new Map<DocumentId, Evidence[]>();
  for (const evidence of finding.evidence) {
    const known = byDocument.get(evidence.documentId);
    if (known === undefined) byDocument.set(evidence.documentId, [evidence]);
    else known.push(evidence);
  }
  const crops = [];
  for (const [documentId, evidence] of byDocument) {
    const file = workspace.documents().find((stored) => stored.file.id === documentId)?.file;
    if (file === undefined) continue;
    let reading = readings.get(documentId);
    if (reading === undefined) {
      const read = await workspace.vault.readDocument(file.copyOf ?? documentId);
      if (!read.ok || read.value === null) continue;
      reading = read.value;
      readings.set(documentId, reading);
    }
    crops.push({
      role: evidence[0]?.role ?? "invoice",
      path: file.path,
      evidence,
      drawing: cropAround(reading, evidence),
    });
  }
  return crops;
}

async function loadOriginals(
  workspace: OpenWorkspace,
  wanted: ReadonlySet<DocumentId>,
): Promise<Result<readonly PackedOriginal[], Problem>> {
  const originals: PackedOriginal[] = [];
  for (const { file } of workspace.documents()) {
    if (!wanted.has(file.id)) continue;
    const bytes = await workspace.vault.readOriginal(file.sha256);
    if (!bytes.ok) return err({ ...bytes.error, facts: { ...bytes.error.facts, file: file.path } });
    if (bytes.value === null) return err({ code: "vault/original-damaged", facts: { file: file.path } });
    const { id, path, sha256, mediaType } = file;
    originals.push({ id, path, sha256, mediaType, base64: encodeBase64(bytes.value) });
  }
  return ok(originals);
}

const pageLength = 2_000;

/** Entries of the trail about these objects; each can be verified by itself. */
async function auditRowsAbout(
  workspace: OpenWorkspace,
  objects: ReadonlySet<string>,
): Promise<Result<readonly AuditRow[], Problem>> {
  const found: AuditRow[] = [];
  let after = 0;
  for (;;) {
    const page = await workspace.vault.readAudit(after, pageLength);
    if (!page.ok) return page;
    for (const row of page.value) {
      const { object } = JSON.parse(row.body) as { readonly object: string | null };
      if (object !== null && objects.has(object)) found.push(row);
    }
    const last = page.value.at(-1);
    if (last === undefined || page.value.length < pageLength) return ok(found);
    after = last.sequence;
  }
}
