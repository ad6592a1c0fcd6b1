import { readFile, rm } from "node:fs/promises";
import type { DecisionEvent, Problem, ReadDocument } from "../../../src-shared/model/index.ts";
import { err, ok } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import type {
  AuditAnchor,
  AuditRow,
  LedgerEntry,
  NewDocument,
  StoredDocument,
  Vault,
  VaultChange,
} from "../../ports/vault.ts";
import { databaseProblem } from "./database.ts";
import type { Connection } from "./database.ts";
import { documentRow, readDocumentRow } from "./document-rows.ts";
import type { DocumentRow } from "./document-rows.ts";
import { deriveKey } from "./key-file.ts";
import { loadOriginal, removeOriginals, storeOriginals } from "./originals.ts";
import type { StoredOriginal } from "./originals.ts";
import { packText, unpackText } from "./packing.ts";
import { appendFlushed, inWorkspace } from "./workspace-folder.ts";

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

  const writeStaged = connection.transaction(
    (documents: readonly NewDocument[], originals: readonly StoredOriginal[]): readonly StoredDocument[] => {
      statements.beginStaging.run();
      for (const original of originals) statements.insertOriginal.run(original);
      return documents.map(({ stored, text, reading }) => {
        const { id } = stored.file;
        const row = documentRow(id, text);
        statements.insertDocument.run(row);
        if (reading !== null) statements.insertReading.run({ id, body: reading });
        return readDocumentRow(row);
      });
    },
  );

  /** Answers the files whose rows are gone. */
  const eraseStaged = connection.transaction((): readonly string[] => {
    const files = statements.stagedFiles.all().map(({ name }) => name);
    for (const statement of statements.eraseStaged) statement.run();
    return files;
  });

  const write = connection.transaction((change: VaultChange) => {
    if (change.staged === "taken-in") statements.endStaging.run();
    for (const { id, packed } of change.readings ?? []) statements.replaceReading.run({ id, body: packed });
    for (const { normalized, ...record } of change.normalized ?? [])
      statements.updateDocument.run(
        documentRow(record.file.id, {
          record: JSON.stringify(record),
          nouns: normalized === null ? null : JSON.stringify(normalized),
        }),
      );
    for (const event of change.events ?? [])
      statements.insertEvent.run({ sequence: event.sequence, id: event.id, body: JSON.stringify(event) });
    for (const [name, value] of Object.entries(change.settings ?? {}))
      statements.setSetting.run({ name, value });
    for (const { id, body } of change.exchanges ?? [])
      statements.insertExchange.run({ id, body: packText(body) });
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
    stage: async (documents) => {
      try {
        const fresh = new Map<string, Uint8Array>();
        for (const { stored, original } of documents) {
          const { sha256 } = stored.file;
          if (original === null || sha256 === "" || fresh.has(sha256)) continue;
          if (statements.original.get({ sha256 }) === undefined) fresh.set(sha256, original);
        }
        const originals = await storeOriginals(location, fresh, nameKey);
        return ok(writeStaged.immediate(documents, originals));
      } catch (error) {
        return err(writingProblem(error, location));
      }
    },
    dropStaged: async () => {
      try {
        await removeOriginals(location, eraseStaged.immediate());
        return ok();
      } catch (error) {
        return err(writingProblem(error, location));
      }
    },
    commit: (change) => {
      try {
        write.immediate(change);
        return Promise.resolve(ok());
      } catch (error) {
        return Promise.resolve(err(writingProblem(error, location)));
      }
    },
    readDocument: (id) => {
      const row = attempt(() => statements.reading.get({ id }) ?? null);
      if (!row.ok) return Promise.resolve(row);
      return Promise.resolve(row.value === null ? ok(null) : openReading(row.value.body));
    },
    readOriginal: async (sha256) => {
      const row = attempt(() => statements.original.get({ sha256 }) ?? null);
      if (!row.ok) return row;
      return row.value === null ? ok(null) : loadOriginal(location, row.value);
    },
    readExchange: (id) =>
      Promise.resolve(
        attempt(() => {
          const row = statements.exchange.get({ id });
          return row === undefined ? null : unpackText(row.body);
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

function writingProblem(error: unknown, location: string): Problem {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  if (code === "ENOSPC") return { code: "vault/disk-full" };
  if (/^E[A-Z]+$/.test(code)) return { code: "vault/write-failed", facts: { reason: code } };
  return databaseProblem(error, location);
}

/** Words as a reading process packed them: what is in them is looked at here for the first time. */
function openReading(packed: Uint8Array): Result<ReadDocument, Problem> {
  try {
    const value: unknown = JSON.parse(unpackText(packed));
    if (typeof value === "object" && value !== null && "pages" in value && Array.isArray(value.pages))
      return ok(value as unknown as ReadDocument);
  } catch {
    // A process that was taken over may have packed anything; it ends in the same sentence.
  }
  return err({ code: "read/invalid-answer" });
}

function prepareStatements(connection: Connection) {
  return {
    documents: connection.prepare<[], DocumentRow>(
      `SELECT id, stored, normalized, nouns FROM document
       WHERE NOT EXISTS (SELECT 1 FROM staged WHERE position >= first_document) ORDER BY position`,
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
    reading: connection.prepare<{ id: string }, { body: Uint8Array }>(
      "SELECT body FROM reading WHERE document_id = @id",
    ),
    exchange: connection.prepare<{ id: string }, { body: Uint8Array }>(
      "SELECT body FROM exchange WHERE id = @id",
    ),
    insertExchange: connection.prepare<{ id: string; body: Uint8Array }>(
      "INSERT INTO exchange (id, body) VALUES (@id, @body)",
    ),
    original: connection.prepare<{ sha256: string }, StoredOriginal>(
      "SELECT sha256, name, key, nonce, size, sealed FROM original WHERE sha256 = @sha256",
    ),
    insertOriginal: connection.prepare<StoredOriginal>(
      `INSERT INTO original (sha256, name, key, nonce, size, sealed)
       VALUES (@sha256, @name, @key, @nonce, @size, @sealed)`,
    ),
    insertDocument: connection.prepare<DocumentRow>(
      "INSERT INTO document (id, stored, normalized, nouns) VALUES (@id, @stored, @normalized, @nouns)",
    ),
    updateDocument: connection.prepare<DocumentRow>(
      "UPDATE document SET stored = @stored, normalized = @normalized, nouns = @nouns WHERE id = @id",
    ),
    beginStaging: connection.prepare<[]>(
      `INSERT INTO staged (first_document, first_original)
       SELECT (SELECT coalesce(max(position), 0) + 1 FROM document),
              (SELECT coalesce(max(rowid), 0) + 1 FROM original)
       WHERE NOT EXISTS (SELECT 1 FROM staged)`,
    ),
    stagedFiles: connection.prepare<[], { name: string }>(
      "SELECT name FROM original, staged WHERE original.rowid >= first_original AND sealed IS NULL",
    ),
    endStaging: connection.prepare<[]>("DELETE FROM staged"),
    eraseStaged: [
      connection.prepare<[]>(
        `DELETE FROM reading WHERE document_id IN
           (SELECT id FROM document, staged WHERE position >= first_document)`,
      ),
      connection.prepare<[]>("DELETE FROM document WHERE position >= (SELECT first_document FROM staged)"),
      connection.prepare<[]>("DELETE FROM original WHERE rowid >= (SELECT first_original FROM staged)"),
      connection.prepare<[]>("DELETE FROM staged"),
    ],
    replaceReading: connection.prepare<{ id: string; body: Uint8Array }>(
      "INSERT INTO reading (document_id, body) VALUES (@id, @body) ON CONFLICT (document_id) DO UPDATE SET body = @body",
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
