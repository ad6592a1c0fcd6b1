import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openDatabase } from "../../../../../src-main/adapters/vault-sqlite/database.ts";
import { latestFormat, migrations } from "../../../../../src-main/adapters/vault-sqlite/migrations.ts";

const home = mkdtempSync(join(tmpdir(), "countersign-format-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const key = new Uint8Array(32).fill(7);
const now = "2026-11-21T09:00:00.000Z";
const next = { number: migrations.length + 1, title: "next", sql: "CREATE TABLE extra (a) STRICT" };
const good = { ...next, sql: "CREATE TABLE extra (a TEXT) STRICT" };

const folder = (name: string): string => {
  const path = join(home, name);
  mkdirSync(path);
  return path;
};

test("steps are consecutive, or the program does not start", () => {
  expect(latestFormat(migrations)).toBe(migrations.length);
  expect(() => latestFormat([...migrations, { ...good, number: 9 }])).toThrow("Migration 9 stands at place");
});

test("an older workspace is backed up, then brought forward", () => {
  const place = folder("older");
  const before = openDatabase(place, key, now);
  if (!before.ok) throw new Error(before.error.code);
  before.value.exec("INSERT INTO setting VALUES ('a', '1')");
  before.value.close();
  const after = openDatabase(place, key, now, [...migrations, good]);
  if (!after.ok) throw new Error(after.error.code);
  expect(after.value.pragma("user_version", { simple: true })).toBe(good.number);
  expect(after.value.prepare("SELECT value FROM setting").all()).toEqual([{ value: "1" }]);
  after.value.close();
  const backups = readdirSync(join(place, "backups"));
  expect(backups).toEqual([`before-format-${good.number}-20261121090000000.db`]);
  // The backup is encrypted with the same key and opens as what it was.
  const copy = folder("copy");
  rmSync(copy, { recursive: true });
  mkdirSync(copy);
  const backup = join(place, "backups", backups[0] ?? "");
  const { copyFileSync } = process.getBuiltinModule("node:fs");
  copyFileSync(backup, join(copy, "workspace.db"));
  const restored = openDatabase(copy, key, now);
  expect(restored.ok && restored.value.prepare("SELECT value FROM setting").all()).toEqual([{ value: "1" }]);
  if (restored.ok) restored.value.close();
});

test("a step that fails leaves the format as it was", () => {
  const place = folder("failing");
  const before = openDatabase(place, key, now);
  if (before.ok) before.value.close();
  const broken = { ...next, sql: "CREATE TABLE half (a TEXT) STRICT; CREATE TABLE half (a TEXT) STRICT" };
  const failed = openDatabase(place, key, now, [...migrations, broken]);
  expect(failed.ok).toBe(false);
  const again = openDatabase(place, key, now);
  if (!again.ok) throw new Error(again.error.code);
  expect(again.value.prepare("SELECT name FROM sqlite_schema WHERE name = 'half'").all()).toEqual([]);
  again.value.close();
});

test("a workspace of a newer program is left alone", () => {
  const place = folder("newer");
  const newer = openDatabase(place, key, now, [...migrations, good]);
  if (newer.ok) newer.value.close();
  const older = openDatabase(place, key, now);
  expect(older).toEqual({
    ok: false,
    error: { code: "vault/newer-version", facts: { found: good.number, known: migrations.length } },
  });
});

test("decisions, the trail and the ledger cannot be changed, even with the key in hand", () => {
  const place = folder("frozen");
  const opened = openDatabase(place, key, now);
  if (!opened.ok) throw new Error(opened.error.code);
  const database = opened.value;
  database.exec(
    "INSERT INTO audit VALUES (1, '{}', 'h'); INSERT INTO event VALUES (1, 'e', '{}'); INSERT INTO ledger VALUES ('x', 'i', 'k', 1)",
  );
  for (const sql of [
    "UPDATE audit SET body = 'x'",
    "DELETE FROM audit",
    "INSERT INTO audit VALUES (3, '{}', 'h')",
    "INSERT OR REPLACE INTO audit VALUES (1, 'x', 'h')",
    "UPDATE event SET body = 'x'",
    "DELETE FROM event",
    "INSERT INTO event VALUES (5, 'f', '{}')",
    "DELETE FROM ledger",
    "UPDATE ledger SET invoice_id = 'j'",
    "INSERT INTO ledger VALUES ('y', 'i', 'other', 1)",
  ])
    expect(() => database.exec(sql), sql).toThrow();
  database.exec("UPDATE ledger SET is_active = 0");
  expect(() => database.exec("UPDATE ledger SET is_active = 1")).toThrow();
  database.close();
});
