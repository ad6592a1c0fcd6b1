/** One step of the schema. Steps are only ever added; a published one never changes. */
export interface Migration {
  /** From 1, consecutive. */
  readonly number: number;
  readonly title: string;
  readonly sql: string;
}

export const migrations: readonly Migration[] = [
  {
    number: 1,
    title: "documents, decisions and their audit trail",
    sql: `
      CREATE TABLE document (
        position INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        stored TEXT NOT NULL,
        normalized TEXT
      ) STRICT;
      CREATE TABLE reading (
        document_id TEXT PRIMARY KEY REFERENCES document (id),
        body BLOB NOT NULL
      ) STRICT;
      CREATE TABLE original (
        sha256 TEXT PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        key BLOB NOT NULL,
        nonce BLOB NOT NULL,
        size INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE event (
        sequence INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        body TEXT NOT NULL
      ) STRICT;
      CREATE TABLE audit (
        sequence INTEGER PRIMARY KEY,
        body TEXT NOT NULL,
        hash TEXT NOT NULL
      ) STRICT;
      CREATE TABLE ledger (
        export_id TEXT NOT NULL,
        invoice_id TEXT NOT NULL,
        key TEXT NOT NULL,
        is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
        PRIMARY KEY (export_id, invoice_id)
      ) STRICT;
      CREATE UNIQUE INDEX ledger_once_by_invoice ON ledger (invoice_id) WHERE is_active = 1;
      CREATE UNIQUE INDEX ledger_once_by_key ON ledger (key) WHERE is_active = 1;
      CREATE TABLE setting (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT;

      CREATE TRIGGER audit_follows BEFORE INSERT ON audit
        WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM audit)
        BEGIN SELECT raise(ABORT, 'the audit trail has no gaps'); END;
      CREATE TRIGGER audit_keeps BEFORE UPDATE ON audit
        BEGIN SELECT raise(ABORT, 'the audit trail is never changed'); END;
      CREATE TRIGGER audit_stays BEFORE DELETE ON audit
        BEGIN SELECT raise(ABORT, 'the audit trail is never shortened'); END;
      CREATE TRIGGER event_follows BEFORE INSERT ON event
        WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM event)
        BEGIN SELECT raise(ABORT, 'decisions have no gaps'); END;
      CREATE TRIGGER event_keeps BEFORE UPDATE ON event
        BEGIN SELECT raise(ABORT, 'decisions are never changed'); END;
      CREATE TRIGGER event_stays BEFORE DELETE ON event
        BEGIN SELECT raise(ABORT, 'decisions are never deleted'); END;
      CREATE TRIGGER document_stays BEFORE DELETE ON document
        BEGIN SELECT raise(ABORT, 'documents are set aside by a decision'); END;
      CREATE TRIGGER original_keeps BEFORE UPDATE ON original
        BEGIN SELECT raise(ABORT, 'originals are never changed'); END;
      CREATE TRIGGER ledger_stays BEFORE DELETE ON ledger
        BEGIN SELECT raise(ABORT, 'the export ledger is never shortened'); END;
      CREATE TRIGGER ledger_keeps BEFORE UPDATE ON ledger
        WHEN NEW.is_active <> 0 OR NEW.export_id <> OLD.export_id
          OR NEW.invoice_id <> OLD.invoice_id OR NEW.key <> OLD.key
        BEGIN SELECT raise(ABORT, 'an export can only be voided'); END;
    `,
  },
  {
    number: 2,
    title: "what was asked of a language model, and what it answered",
    sql: `
      CREATE TABLE exchange (
        id TEXT PRIMARY KEY,
        body BLOB NOT NULL
      ) STRICT;
      CREATE TRIGGER exchange_keeps BEFORE UPDATE ON exchange
        BEGIN SELECT raise(ABORT, 'what was asked is never changed'); END;
    `,
  },
  {
    number: 3,
    title: "documents that come in by parts, packed nouns, and small originals beside their keys",
    sql: `
      ALTER TABLE document ADD COLUMN nouns BLOB;
      ALTER TABLE original ADD COLUMN sealed BLOB;
      -- One row while an import is under way: what comes from there on is not taken in yet.
      CREATE TABLE staged (first_document INTEGER NOT NULL, first_original INTEGER NOT NULL) STRICT;
      DROP TRIGGER document_stays;
      CREATE TRIGGER document_stays BEFORE DELETE ON document
        WHEN NOT EXISTS (SELECT 1 FROM staged WHERE OLD.position >= first_document)
        BEGIN SELECT raise(ABORT, 'documents are set aside by a decision'); END;
    `,
  },
];

/** The newest format that this program writes. Throws when a step is missing or out of order. */
export function latestFormat(steps: readonly Migration[]): number {
  for (const [index, { number }] of steps.entries())
    if (number !== index + 1) throw new Error(`Migration ${number} stands at place ${index + 1}.`);
  return steps.length;
}
