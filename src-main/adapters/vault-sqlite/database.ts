import { mkdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3-multiple-ciphers";
import type { Connection } from "better-sqlite3-multiple-ciphers";
import type { Problem } from "../../../src-shared/model/index.ts";
import { err, ok } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import { latestFormat, migrations } from "./migrations.ts";
import type { Migration } from "./migrations.ts";
import { inWorkspace, workspaceFiles } from "./workspace-folder.ts";

export type { Connection } from "better-sqlite3-multiple-ciphers";

/** What an error of the database means for a person. */
export function databaseProblem(error: unknown, location: string): Problem {
  const code = (error as { readonly code?: string }).code ?? "";
  if (code.startsWith("SQLITE_BUSY")) return { code: "vault/locked-by-other", facts: { process: "?" } };
  if (code.startsWith("SQLITE_FULL")) return { code: "vault/disk-full" };
  if (code.startsWith("SQLITE_CORRUPT") || code === "SQLITE_NOTADB")
    return { code: "vault/database-damaged", facts: { backups: join(location, workspaceFiles.backups) } };
  const message = error instanceof Error ? error.message : String(error);
  if (code.startsWith("SQLITE_CONSTRAINT") && message.includes("ledger"))
    return { code: "export/already-handed-over", facts: {} };
  if (code.startsWith("SQLITE_")) return { code: "vault/write-failed", facts: { reason: code } };
  throw error;
}

/**
 * Opens the encrypted database with its raw key and brings it to the newest format.
 *
 * Pages are authenticated: a flipped bit is an error, never a wrong sum. The lock is held until it is closed, by
 * the operating system, so that a killed program leaves none behind.
 */
export function openDatabase(
  location: string,
  key: Uint8Array,
  now: string,
  steps: readonly Migration[] = migrations,
): Result<Connection, Problem> {
  let connection: Connection | null = null;
  try {
    connection = new Database(inWorkspace(location, "database"), { timeout: 0 });
    connection.pragma("cipher = 'sqlcipher'");
    connection.pragma("legacy = 4");
    connection.pragma(`key = "x'${Buffer.from(key).toString("hex")}'"`);
    connection.pragma("locking_mode = EXCLUSIVE");
    connection.pragma("temp_store = MEMORY");
    connection.pragma("foreign_keys = ON");
    connection.pragma("trusted_schema = OFF");
    connection.pragma("journal_mode = WAL");
    connection.pragma("synchronous = FULL");
    connection.pragma("fullfsync = ON");
    connection.pragma("checkpoint_fullfsync = ON");
    // Takes the exclusive lock now, not at the first change.
    connection.exec("BEGIN EXCLUSIVE; COMMIT;");
    const migrated = migrate(connection, location, now, steps);
    if (!migrated.ok) connection.close();
    return migrated.ok ? ok(connection) : migrated;
  } catch (error) {
    connection?.close();
    return err(databaseProblem(error, location));
  }
}

function migrate(
  connection: Connection,
  location: string,
  now: string,
  steps: readonly Migration[],
): Result<undefined, Problem> {
  const known = latestFormat(steps);
  const found = Number(connection.pragma("user_version", { simple: true }));
  if (found > known) return err({ code: "vault/newer-version", facts: { found, known } });
  if (found === known) return ok();
  if (found > 0) backUp(connection, location, `before-format-${known}-${now.replace(/[^0-9]/g, "")}`);
  for (const step of steps.slice(found)) {
    connection.transaction(() => {
      connection.exec(step.sql);
      connection.pragma(`user_version = ${step.number}`);
    })();
  }
  return ok();
}

/** Writes a compact copy, encrypted with the same key, and answers its path. */
export function backUp(connection: Connection, location: string, name: string): string {
  const folder = inWorkspace(location, "backups");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${name}.db`);
  connection.prepare("VACUUM INTO ?").run(path);
  return path;
}
