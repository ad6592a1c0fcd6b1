import type { AuditVerdict } from "../../src-shared/api/contract.ts";
import type { Problem } from "../../src-shared/model/index.ts";
import { ok } from "../../src-shared/result/index.ts";
import type { Result } from "../../src-shared/result/index.ts";
import { formatMessage } from "../../src-shared/text/index.ts";
import { verifyEntry } from "../audit/index.ts";
import type { AuditEntry } from "../audit/index.ts";
import type { Digest } from "../ports/digest.ts";
import type { AuditAnchor, StoredDocument } from "../ports/vault.ts";
import { digestOfText, textOfDocument } from "./document-text.ts";
import { digestOf } from "./draft-entries.ts";
import type { OpenWorkspace } from "./open-workspace.ts";
import type { CallContext } from "./program.ts";
import type { Tools } from "./tools.ts";

const pageLength = 5_000;

/**
 * Verifies the whole trail: every link, every head that was written outside, and that the workspace holds what
 * the trail records.
 */
export async function verifyAudit(
  workspace: OpenWorkspace,
  anchors: readonly AuditAnchor[],
  tools: Tools,
  call: CallContext,
): Promise<Result<AuditVerdict, Problem>> {
  const { vault } = workspace;
  const own = await vault.readAnchors();
  if (!own.ok) return own;
  const anchorsBySequence = new Map<number, Set<string>>();
  for (const { sequence, hash } of [...own.value, ...anchors]) {
    const hashes = anchorsBySequence.get(sequence) ?? new Set();
    anchorsBySequence.set(sequence, hashes.add(hash));
  }
  const total = workspace.auditHead()?.sequence ?? 0;
  const recorded = createRecord();
  let last: AuditEntry | null = null;
  const verdict = (
    state: AuditVerdict["state"],
    firstBadSequence: number | null,
    because: string | null,
  ): Result<AuditVerdict, Problem> =>
    ok({ state, entries: last?.sequence ?? 0, head: last?.hash ?? null, firstBadSequence, because });

  for (;;) {
    call.signal.throwIfAborted();
    call.report("verify", formatMessage("progress/verify", {}), last?.sequence ?? 0, total);
    const page = await vault.readAudit(last?.sequence ?? 0, pageLength);
    if (!page.ok) return page;
    for (const row of page.value) {
      const verified = verifyEntry(row, last, tools.digest.ofText);
      if ("fault" in verified)
        return verdict("changed", row.sequence, formatMessage(`audit/${verified.fault}`, {}));
      last = verified.entry;
      recorded.add(last);
      const expected = anchorsBySequence.get(last.sequence);
      if (expected !== undefined && (expected.size > 1 || !expected.has(last.hash)))
        return verdict(
          "changed",
          last.sequence,
          formatMessage("audit/anchor-differs", { sequence: last.sequence }),
        );
    }
    if (page.value.length < pageLength) break;
  }
  const count = last?.sequence ?? 0;
  const beyond = Math.max(0, ...anchorsBySequence.keys());
  if (beyond > count)
    return verdict("truncated", null, formatMessage("audit/anchor-beyond", { sequence: beyond, count }));
  const differing = await findDifference(workspace, recorded, tools);
  if (!differing.ok) return differing;
  if (differing.value !== null)
    return verdict("changed", differing.value, formatMessage("audit/record-differs", {}));
  return verdict("intact", null, null);
}

interface RecordedState {
  readonly add: (entry: AuditEntry) => void;
  /** The last entry about a thing. */
  readonly find: (action: string, object: string) => AuditEntry | undefined;
  readonly count: (action: string) => number;
}

function createRecord(): RecordedState {
  const entries = new Map<string, AuditEntry>();
  const counts = new Map<string, number>();
  return {
    add: (entry) => {
      const { action, object } = entry;
      // Nouns that were derived anew stand in place of the first ones.
      const kind = action === "document-normalized" ? "document-kept" : action;
      if (!entries.has(`${kind} ${object}`)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
      entries.set(`${kind} ${object}`, entry);
    },
    find: (action, object) => entries.get(`${action} ${object}`),
    count: (action) => counts.get(action) ?? 0,
  };
}

/** The digest of the text that is kept; entries of earlier versions have one of the canonical spelling. */
function isRecorded(stored: StoredDocument, { digests }: AuditEntry, digest: Digest): boolean {
  if (digests["text"] !== undefined) return digests["text"] === digestOfText(textOfDocument(stored), digest);
  return digests["stored"] === digestOf(stored, digest);
}

/** The first entry whose thing the vault holds otherwise, 0 for a thing without entry; `null` when all agree. */
async function findDifference(
  workspace: OpenWorkspace,
  recorded: RecordedState,
  tools: Tools,
): Promise<Result<number | null, Problem>> {
  const loaded = await workspace.vault.load();
  if (!loaded.ok) return loaded;
  const { documents, events, settings, ledger } = loaded.value;
  const { digest } = tools;
  for (const event of events) {
    const entry = recorded.find("decision", event.id);
    if (entry?.digests["event"] !== digestOf(event, digest)) return ok(entry?.sequence ?? 0);
  }
  for (const stored of documents) {
    const entry = recorded.find("document-kept", stored.file.id);
    if (entry === undefined || !isRecorded(stored, entry, digest)) return ok(entry?.sequence ?? 0);
  }
  for (const [name, value] of Object.entries(settings)) {
    const entry = recorded.find("setting-kept", name);
    if (entry?.digests["value"] !== digest.ofText(value)) return ok(entry?.sequence ?? 0);
  }
  for (const row of ledger) {
    const entry = recorded.find("ledger-kept", `${row.exportId} ${row.invoiceId}`);
    if (entry?.digests["entry"] !== digestOf(row, digest)) return ok(entry?.sequence ?? 0);
  }
  const isComplete =
    recorded.count("decision") === events.length &&
    recorded.count("document-kept") === documents.length &&
    recorded.count("setting-kept") === Object.keys(settings).length;
  return ok(isComplete ? null : 0);
}
