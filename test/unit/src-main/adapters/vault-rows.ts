import { createHash } from "node:crypto";
import { zstdCompressSync } from "node:zlib";
import type { DecisionEvent, Problem, ReadDocument } from "../../../../src-shared/model/index.ts";
import type { Result } from "../../../../src-shared/result/index.ts";
import type {
  AuditRow,
  NewDocument,
  StoredDocument,
  Vault,
  VaultChange,
} from "../../../../src-main/ports/vault.ts";
import { textOfDocument } from "../../../../src-main/services/document-text.ts";

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

export const auditRow = (sequence: number): AuditRow => ({
  sequence,
  body: `{"seq":${sequence}}`,
  hash: sha256(`${sequence}`),
});

export const anEvent = (sequence: number): DecisionEvent => ({
  id: `evt-${sequence}` as DecisionEvent["id"],
  sequence,
  at: "2026-11-21T09:00:00.000Z",
  actor: "Ada",
  group: `stp-${sequence}`,
  label: "Approve 1 invoice",
  action: {
    type: "invoice-postponed",
    invoiceId: "inv-1" as never,
    until: "2026-12-01" as never,
    note: null,
  },
});

/** Keeps a step with documents: they are staged first, as an import does it. */
export async function keepWith(
  vault: Vault,
  { documents, ...change }: VaultChange & { readonly documents: readonly NewDocument[] },
): Promise<Result<undefined, Problem>> {
  const staged = await vault.stage(documents);
  return staged.ok ? vault.commit({ ...change, staged: "taken-in" }) : staged;
}

export function aDocument(name: string, content = name): NewDocument & { readonly words: ReadDocument } {
  const bytes = new TextEncoder().encode(content);
  const id = `doc-${sha256(name).slice(0, 12)}` as never;
  const stored: StoredDocument = {
    file: {
      id,
      path: name,
      name,
      sha256: sha256(content),
      sizeBytes: bytes.length,
      mediaType: "text/plain",
      copyOf: null,
    },
    reader: "text",
    status: "read",
    problem: null,
    pages: null,
    contains: [],
    normalized: null,
  };
  const words: ReadDocument = {
    documentId: id,
    reader: "text",
    status: "read",
    problem: null,
    pages: [],
    blocks: [],
    sheets: [],
    root: null,
    members: [],
    text: content,
    properties: {},
  };
  return {
    stored,
    words,
    text: textOfDocument(stored),
    reading: zstdCompressSync(JSON.stringify(words)),
    original: bytes,
  };
}
