import type { ApprovalBasis, ApprovalRecord, DocumentId } from "../../../../src-shared/model/index.ts";
import { computeApprovalBasis } from "../../../../src-shared/model/index.ts";
import { cannotDetermine, fail, notApplicable, pass } from "../check.ts";
import type { InvoiceRule, Verdict } from "../check.ts";
import type { BatchContext, InvoiceContext } from "../context.ts";
import { evidenceOf } from "../evidence.ts";
import { sentence, fillSentence } from "../../../../src-shared/text/index.ts";
import type { Sentence } from "../../../../src-shared/text/index.ts";

const id = "evidence.drift";

/** What was approved is what goes out: invoice, terms and files are those of the approval. */
export const evidenceDrift: InvoiceRule = {
  ids: [id],
  family: 25,
  title: "Nothing changed after the approval",
  version: 1,
  scope: "invoice",
  needs: ["invoice"],
  dependsOn: [],
  restsOn: "no price",
  judge: (context) => [judge(context)],
};

function judge(context: InvoiceContext): Verdict {
  const { batch, invoice, match } = context;
  const approvals = batch.input.approvals.get(invoice.id) ?? [];
  const last = approvals.at(-1);
  if (last === undefined) return notApplicable(id, sentence("because/nobody-approved", {}));
  const known = approvals.flatMap((approval) =>
    approval.basis === null ? [] : [{ ...approval, basis: approval.basis }],
  );
  if (known.length === 0)
    return cannotDetermine(id, sentence("because/approval-without-basis", { by: last.by }));
  const family = match.agreementId === null ? undefined : batch.families.get(match.agreementId);
  const agreements = (family?.memberIds ?? []).flatMap((member) => batch.agreements.get(member) ?? []);
  const files = batch.once("file-hashes", indexHashes);
  const now = computeApprovalBasis(
    invoice,
    agreements,
    (documentId) => files.get(documentId) ?? "",
    batch.input.hash,
  );
  const replaced = findReplaced(context);
  const changes = known.map(({ basis }) => differences(basis, now));
  if (changes.some((parts) => parts.length === 0) && replaced === null)
    return pass(id, sentence("because/same-as-approved", { by: last.by, day: last.at.slice(0, 10) }));
  const parts = (changes.at(-1) ?? []).map((part) => sentence(`words/changed.${part}`, {}));
  if (replaced !== null) parts.push(sentence("words/changed.file", { path: replaced }));
  return fail(id, finding(context, last, parts));
}

const differences = (approved: ApprovalBasis, now: ApprovalBasis): readonly (keyof ApprovalBasis)[] =>
  (["invoice", "terms", "files"] as const).filter((part) => approved[part] !== now[part]);

const indexHashes = ({ input }: BatchContext): ReadonlyMap<DocumentId, string> =>
  new Map(input.files.map(({ id: fileId, sha256 }) => [fileId, sha256]));

/** Path of the invoice, where another file with other content stands under the same one. */
function findReplaced({ batch, invoice }: InvoiceContext): string | null {
  const own = batch.input.files.find((file) => file.id === invoice.documentId);
  if (own === undefined || own.path === "" || own.sha256 === "") return null;
  const other = batch.input.files.some(
    (file) => file.id !== own.id && file.path === own.path && file.sha256 !== own.sha256,
  );
  return other ? own.path : null;
}

function finding(
  context: InvoiceContext,
  { by, at }: ApprovalRecord,
  parts: readonly Sentence[],
): Parameters<typeof fail>[1] {
  return {
    direction: "process",
    message: sentence("finding/drift", { person: by, day: at.slice(0, 10), parts }),
    expected: null,
    found: parts.map((part) => fillSentence(part)).join(", "),
    proposal: { action: "ask", text: sentence("ask/drift", {}) },
    evidence: evidenceOf(context.invoice),
  };
}
