import type { DecisionEvent } from "../../src-shared/model/index.ts";
import { encodeCanonicalJson } from "../audit/index.ts";
import type { AuditDraft } from "../audit/index.ts";
import type { Digest } from "../ports/digest.ts";
import { digestOfText, textOfDocument } from "./document-text.ts";
import type { Step } from "./step.ts";

/** Digest of what the workspace holds of a document; files, nouns and readings alike. */
export const digestOf = (value: unknown, digest: Digest): string => digest.ofText(encodeCanonicalJson(value));

/** What the audit trail says about a step: each thing that was kept, with the digest of what is kept. */
export function draftEntries(
  step: Step,
  events: readonly DecisionEvent[],
  digest: Digest,
): readonly AuditDraft[] {
  return [
    ...(step.staged ?? []).map(({ stored, digests }) => ({
      action: "document-kept",
      object: stored.file.id,
      digests,
      content: { path: stored.file.path, status: stored.status },
    })),
    ...(step.normalized ?? []).map((stored) => ({
      action: "document-normalized",
      object: stored.file.id,
      digests: { text: digestOfText(textOfDocument(stored), digest) },
    })),
    ...Object.entries(step.settings ?? {}).map(([name, value]) => ({
      action: "setting-kept",
      object: name,
      digests: { value: digest.ofText(value) },
      content: value,
    })),
    ...(step.exchanges ?? []).map(({ id, body }) => ({
      action: "exchange-kept",
      object: id,
      digests: { body: digest.ofText(body) },
    })),
    ...(step.ledger ?? []).map((entry) => ({
      action: "ledger-kept",
      object: `${entry.exportId} ${entry.invoiceId}`,
      digests: { entry: digestOf(entry, digest) },
      content: entry,
    })),
    ...[
      ...(step.releasedEntries ?? []).map((each) => ["released", `${each.exportId} ${each.invoiceId}`]),
      ...(step.voidedExports ?? []).map((exportId) => ["voided", exportId]),
    ].map(([what = "", object = ""]) => ({ action: `ledger-${what}`, object, digests: {} })),
    ...events.map((event) => ({
      action: "decision",
      object: event.id,
      digests: { event: digestOf(event, digest) },
      content: event,
    })),
  ];
}
