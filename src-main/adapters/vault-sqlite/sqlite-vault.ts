import { readFile, rm } from "node:fs/promises";
import { gunzipSync, gzipSync } from "node:zlib";
import type {
  DecisionEvent,
  NormalizedDocument,
  Problem,
  ReadDocument,
} from "../../../src-shared/model/index.ts";
import { err, ok } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import type {
  AuditAnchor,
  AuditRow,
  LedgerEntry,
  StoredDocument,
  Vault,
  VaultChange,
} from "../../ports/vault.ts";
import { databaseProblem } from "./database.ts";
import type { Connection } from "./database.ts";
import { deriveKey } from "./key-file.ts";
import { loadOriginal, storeOriginals } from "./originals.ts";
import type { StoredOriginal } from "./originals.ts";
import { appendFlushed, inWorkspace } from "./workspace-folder.ts";

const largestReadingBytes = 1024 * 1024 * 1024;

/** The open record of a workspace: one database, its originals beside it, and the anchors outside. */
export function createSqliteVault(location: string, connection: Connection, dataKey: Uint8Array): Vault {
  const nameKey = deriveKey(dataKey, "original names");
  const statements = prepareStatements(connection);

  const attempt = <T>(work: () => T): Result<T, Problem> => {
    try {
      return ok(work());
    } catch (error) {
      return err(databaseProblem(error, location));
    }
  };

  const write = connection.transaction((change: VaultChange, originals: readonly StoredOriginal[]) => {
    for (const original of originals) statements.insertOriginal.run(original);
    for (const { stored, reading } of change.documents ?? []) {
      statements.insertDocument.run(documentRow(stored));
      if (reading !== null)
        statements.insertReading.run({
          id: stored.file.id,
          body: gzipSync(JSON.stringify(reading), { level: 4 }),
        });
    }
    for (const stored of change.normalized ?? []) statements.updateDocument.run(documentRow(stored));
    for (const event of change.events ?? [])
      statements.insertEvent.run({ sequence: event.sequence, id: event.id, body: JSON.stringify(event) });
    for (const [name, value] of Object.entries(change.settings ?? {}))
      statements.setSetting.run({ name, value });
    for (const { id, body } of change.exchanges ?? [])
      statements.insertExchange.run({ id, body: gzipSync(body, { level: 4 }) });
    for (const exportId of change.voidedExports ?? []) statements.voidExport.run({ exportId });
    for (const { exportId, invoiceId } of change.releasedEntries ?? [])
      statements.releaseEntry.run({ exportId, invoiceId });
    for (const entry of change.ledger ?? []) statements.insertLedger.run(entry);
    for (const row of change.audit) statements.insertAudit.run(row);
  });

  return {
    location,
    load: () =>
      Promise.resolve(
        attempt(() => ({
          documents: statements.documents.all().map(readDocumentRow),
          events: statements.events.all().map(({ body }) => JSON.parse(body) as DecisionEvent),
          settings: Object.fromEntries(statements.settings.all().map(({ name, value }) => [name, value])),
          ledger: statements.ledger.all(),
          auditHead: statements.auditHead.get() ?? null,
        })),
      ),
    commit: async (change) => {
      try {
        const fresh = new Map<string, Uint8Array>();
        for (const { stored, original } of change.documents ?? []) {
          const { sha256 } = stored.file;
          if (original === null || sha256 === "" || fresh.has(sha256)) continue;
          if (statements.original.get({ sha256 }) === undefined) fresh.set(sha256, original);
        }
        const originals = await storeOriginals(location, fresh, nameKey);
        write.immediate(change, originals);
        return ok();
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code ?? "";
        if (code === "ENOSPC") return err({ code: "vault/disk-full" });
        if (/^E[A-Z]+$/.test(code)) return err({ code: "vault/write-failed", facts: { reason: code } });
        return err(databaseProblem(error, location));
      }
    },
    readDocument: (id) =>
      Promise.resolve(
        attempt(() => {
          const row = statements.reading.get({ id });
          if (row === undefined) return null;
          const text = gunzipSync(row.body, { maxOutputLength: largestReadingBytes }).toString("utf8");
          return JSON.parse(text) as ReadDocument;
        }),
      ),
    readOriginal: async (sha256) => {
      const row = attempt(() => statements.original.get({ sha256 }) ?? null);
      if (!row.ok) return row;
      return row.value === null ? ok(null) : loadOriginal(location, row.value);
    },
    readExchange: (id) =>
      Promise.resolve(
        attempt(() => {
          const row = statements.exchange.get({ id });
          return row === undefined
            ? null
            : gunzipSync(row.body, { maxOutputLength: largestReadingBytes }).toString("utf8");
        }),
      ),
    readAudit: (after, limit) => Promise.resolve(attempt(() => statements.audit.all({ after, limit }))),
    anchor: async ({ sequence, hash }) => {
      try {
        await appendFlushed(inWorkspace(location, "anchors"), `${sequence} ${hash}\n`);
        return ok();
      } catch (error) {
        return err({
          code: "vault/write-failed",
          facts: { reason: String((error as NodeJS.ErrnoException).code) },
        });
      }
    },
    readAnchors: async () => {
      const text = await readFile(inWorkspace(location, "anchors"), "utf8").catch(() => "");
      return ok(parseAnchors(text));
    },
    close: async () => {
      if (!connection.open) return;
      connection.close();
      dataKey.fill(0);
      nameKey.fill(0);
      await rm(inWorkspace(location, "owner"), { force: true });
    },
  };
}

/** Complete lines alone: the last one may have been cut by a power failure. */
function parseAnchors(text: string): readonly AuditAnchor[] {
  return text.split("\n").flatMap((line) => {
    const parts = /^(\d+) ([0-9a-f]{64})$/.exec(line);
    return parts === null ? [] : [{ sequence: Number(parts[1]), hash: parts[2] ?? "" }];
  });
}

interface DocumentRow {
  readonly id: string;
  readonly stored: string;
  readonly normalized: string | null;
}

function documentRow({ normalized, ...stored }: StoredDocument): DocumentRow {
  return {
    id: stored.file.id,
    stored: JSON.stringify(stored),
    normalized: normalized === null ? null : JSON.stringify(normalized),
  };
}

function readDocumentRow({ stored, normalized }: DocumentRow): StoredDocument {
  return {
    ...(JSON.parse(stored) as Omit<StoredDocument, "normalized">),
    normalized: normalized === null ? null : (JSON.parse(normalized) as NormalizedDocument),
  };
}

function prepareStatements(connection: Connection) {
  return {
    documents: connection.prepare<[], DocumentRow>(
      "SELECT id, stored, normalized FROM document ORDER BY position",
    ),
    events: connection.prepare<[], { body: string }>("SELECT body FROM event ORDER BY sequence"),
    settings: connection.prepare<[], { name: string; value: string }>(
      "SELECT name, value FROM setting ORDER BY name",
    ),
    ledger: connection.prepare<[], LedgerEntry>(
      `SELECT export_id AS exportId, invoice_id AS invoiceId, key FROM ledger WHERE is_active = 1
       ORDER BY export_id, invoice_id`,
    ),
    auditHead: connection.prepare<[], AuditRow>(
      "SELECT sequence, body, hash FROM audit ORDER BY sequence DESC LIMIT 1",
    ),
    audit: connection.prepare<{ after: number; limit: number }, AuditRow>(
      "SELECT sequence, body, hash FROM audit WHERE sequence > @after ORDER BY sequence LIMIT @limit",
    ),
    reading: connection.prepare<{ id: string }, { body: Buffer }>(
      "SELECT body FROM reading WHERE document_id = @id",
    ),
    exchange: connection.prepare<{ id: string }, { body: Buffer }>(
      "SELECT body FROM exchange WHERE id = @id",
    ),
    insertExchange: connection.prepare<{ id: string; body: Buffer }>(
      "INSERT INTO exchange (id, body) VALUES (@id, @body)",
    ),
    original: connection.prepare<{ sha256: string }, StoredOriginal>(
      "SELECT sha256, name, key, nonce, size FROM original WHERE sha256 = @sha256",
    ),
    insertOriginal: connection.prepare<StoredOriginal>(
      "INSERT INTO original (sha256, name, key, nonce, size) VALUES (@sha256, @name, @key, @nonce, @size)",
    ),
    insertDocument: connection.prepare<DocumentRow>(
      "INSERT INTO document (id, stored, normalized) VALUES (@id, @stored, @normalized)",
    ),
    updateDocument: connection.prepare<DocumentRow>(
      "UPDATE document SET stored = @stored, normalized = @normalized WHERE id = @id",
    ),
    insertReading: connection.prepare<{ id: string; body: Uint8Array }>(
      "INSERT INTO reading (document_id, body) VALUES (@id, @body)",
    ),
    insertEvent: connection.prepare<{ sequence: number; id: string; body: string }>(
      "INSERT INTO event (sequence, id, body) VALUES (@sequence, @id, @body)",
    ),
    setSetting: connection.prepare<{ name: string; value: string }>(
      "INSERT INTO setting (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = @value",
    ),
    releaseEntry: connection.prepare<{ exportId: string; invoiceId: string }>(
      "UPDATE ledger SET is_active = 0 WHERE export_id = @exportId AND invoice_id = @invoiceId AND is_active = 1",
    ),
    voidExport: connection.prepare<{ exportId: string }>(
      "UPDATE ledger SET is_active = 0 WHERE export_id = @exportId AND is_active = 1",
    ),
    insertLedger: connection.prepare<LedgerEntry>(
      "INSERT INTO ledger (export_id, invoice_id, key) VALUES (@exportId, @invoiceId, @key)",
    ),
    insertAudit: connection.prepare<AuditRow>(
      "INSERT INTO audit (sequence, body, hash) VALUES (@sequence, @body, @hash)",
    ),
  };
}
