import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { noSecrets } from "../../../../../src-main/adapters/secrets-none/index.ts";
import { createVaultStore } from "../../../../../src-main/adapters/vault-sqlite/index.ts";
import type { Secrets } from "../../../../../src-main/ports/secrets.ts";
import type { Vault, VaultStore } from "../../../../../src-main/ports/vault.ts";
import { describeVaultBehavior } from "../vault-behavior.ts";
import { aDocument, anEvent, auditRow, keepWith } from "../vault-rows.ts";

const home = mkdtempSync(join(tmpdir(), "countersign-vault-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

// Cheap on purpose: what a guess costs is tested where the real cost is set.
const keyCost = { memoryKibibytes: 64, passes: 1 };
let count = 0;
const createStore = (secrets: Secrets = noSecrets): VaultStore =>
  createVaultStore({
    home: join(home, `home-${++count}`),
    secrets,
    now: () => "2026-11-21T09:00:00.000Z",
    keyCost,
  });

async function create(
  store = createStore(),
): Promise<{ vault: Vault; recoveryKey: string; store: VaultStore }> {
  const created = await store.create("Acme", null, "correct horse");
  if (!created.ok) throw new Error(created.error.code);
  return { ...created.value, store };
}

async function opened(store: VaultStore, location: string): Promise<Vault> {
  const vault = await store.open(location, { type: "passphrase", passphrase: "correct horse" });
  if (!vault.ok) throw new Error(vault.error.code);
  return vault.value;
}

const snapshot = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((path) => [path, readFileSync(path).toString("base64")]),
  );

describe("the vault on the disk", () => describeVaultBehavior(async () => (await create()).vault));

test("a wrong passphrase says so and leaves every byte as it was", async () => {
  const { vault, store } = await create();
  await keepWith(vault, { documents: [aDocument("a.txt")], events: [anEvent(1)], audit: [auditRow(1)] });
  await vault.close();
  const before = snapshot(vault.location);
  const refused = await store.open(vault.location, { type: "passphrase", passphrase: "Correct horse" });
  expect(refused).toEqual({ ok: false, error: { code: "vault/wrong-passphrase" } });
  expect(snapshot(vault.location)).toEqual(before);
});

test("the recovery key opens it, however it is typed; a mistyped one is told from a wrong one", async () => {
  const { vault, recoveryKey, store } = await create();
  await vault.commit({ events: [anEvent(1)], audit: [auditRow(1)] });
  await vault.close();
  const typed = recoveryKey.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l");
  const reopened = await store.open(vault.location, { type: "recovery-key", recoveryKey: typed });
  expect(reopened.ok && (await reopened.value.load()).ok).toBe(true);
  if (reopened.ok) await reopened.value.close();

  const mistyped = recoveryKey.replace(/^./, (first) => (first === "A" ? "B" : "A"));
  const malformed = await store.open(vault.location, { type: "recovery-key", recoveryKey: mistyped });
  expect(malformed.ok ? null : malformed.error.code).toBe("vault/malformed-recovery-key");
  const other = await create();
  await other.vault.close();
  const wrong = await store.open(vault.location, { type: "recovery-key", recoveryKey: other.recoveryKey });
  expect(wrong.ok ? null : wrong.error.code).toBe("vault/wrong-recovery-key");
});

test("the key store opens it without asking; when it forgets, the passphrase does, and teaches it again", async () => {
  let isThere = true;
  const secrets: Secrets = {
    isAvailable: () => Promise.resolve(true),
    protect: (secret) => Promise.resolve(secret.map((byte) => byte ^ 255)),
    reveal: (kept) =>
      Promise.resolve(isThere ? { secret: kept.map((byte) => byte ^ 255), isStale: false } : null),
  };
  const { vault, store } = await create(createStore(secrets));
  await vault.close();
  const first = await store.open(vault.location, { type: "key-store" });
  expect(first.ok).toBe(true);
  if (first.ok) await first.value.close();
  isThere = false;
  const second = await store.open(vault.location, { type: "key-store" });
  expect(second.ok ? null : second.error.code).toBe("vault/key-store-empty");
  await (await opened(store, vault.location)).close();
  isThere = true;
  const third = await store.open(vault.location, { type: "key-store" });
  expect(third.ok).toBe(true);
  if (third.ok) await third.value.close();
  const without = await createStore().open(vault.location, { type: "key-store" });
  expect(without.ok ? null : without.error.code).toBe("vault/key-store-unavailable");
});

test("nothing that was put in can be found on the disk", async () => {
  const { vault } = await create();
  const canary = "Canary-7d41 Übermäßig GmbH 1.234,56";
  await keepWith(vault, {
    documents: [aDocument("canary-name-7d41.txt", canary)],
    settings: { policy: canary },
    audit: [auditRow(1)],
  });
  const open = Object.values(snapshot(vault.location));
  await vault.close();
  for (const content of [...open, ...Object.values(snapshot(vault.location))]) {
    const bytes = Buffer.from(content, "base64");
    for (const word of ["Canary-7d41", "canary-name-7d41", "correct horse", "SQLite format 3"])
      expect(bytes.includes(word)).toBe(false);
  }
});

test("any flipped byte of the database is an error, never another value", async () => {
  const { vault, store } = await create();
  for (let index = 1; index <= 30; index += 1)
    await keepWith(vault, {
      documents: [aDocument(`${index}.txt`)],
      events: [anEvent(index)],
      audit: [auditRow(index)],
    });
  const expected = await vault.load();
  await vault.close();
  const database = join(vault.location, "workspace.db");
  const pristine = readFileSync(database);
  const outcomes = new Set<string>();
  for (let offset = 7; offset < pristine.length; offset += 4096) {
    const damaged = Buffer.from(pristine);
    damaged[offset] = (damaged[offset] ?? 0) ^ 1;
    writeFileSync(database, damaged);
    const reopened = await store.open(vault.location, { type: "passphrase", passphrase: "correct horse" });
    if (!reopened.ok) {
      outcomes.add(reopened.error.code);
      continue;
    }
    const loaded = await reopened.value.load();
    const readings = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        reopened.value.readDocument(aDocument(`${index + 1}.txt`).stored.file.id),
      ),
    );
    const originals = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        reopened.value.readOriginal(aDocument(`${index + 1}.txt`).stored.file.sha256),
      ),
    );
    await reopened.value.close();
    const failed = [loaded, ...readings, ...originals].find((each) => !each.ok);
    // A page that nothing uses may be damaged unseen; what is used is right or an error.
    if (failed === undefined) expect(loaded).toEqual(expected);
    outcomes.add(failed === undefined || failed.ok ? "unused" : failed.error.code);
  }
  writeFileSync(database, pristine);
  expect(outcomes.has("vault/database-damaged")).toBe(true);
  expect([...outcomes].filter((code) => code !== "unused" && code !== "vault/database-damaged")).toEqual([]);
});

test("a changed or missing original is said, never guessed around", async () => {
  const { vault } = await create();
  const document = aDocument("a.txt", "a large one ".repeat(8_000));
  await keepWith(vault, { documents: [document], audit: [auditRow(1)] });
  const [path = ""] = Object.keys(snapshot(join(vault.location, "originals")));
  const bytes = readFileSync(path);
  bytes[3] = (bytes[3] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  const damaged = await vault.readOriginal(document.stored.file.sha256);
  expect(damaged.ok ? null : damaged.error.code).toBe("vault/original-damaged");
  rmSync(path);
  const missing = await vault.readOriginal(document.stored.file.sha256);
  expect(missing.ok ? null : missing.error.code).toBe("vault/original-damaged");
  await vault.close();
});

test("what is staged shows only when it is taken in; dropped or left behind, it is gone with its files", async () => {
  const { vault, store } = await create();
  const large = "a large one ".repeat(8_000);
  await keepWith(vault, { documents: [aDocument("kept.txt", large)], audit: [auditRow(1)] });
  const files = () => Object.keys(snapshot(join(vault.location, "originals"))).length;
  const names = async (one: Vault) => {
    const loaded = await one.load();
    return loaded.ok ? loaded.value.documents.map(({ file }) => file.name) : null;
  };
  const others = [aDocument("dropped.txt", `${large}!`), aDocument("twin.txt", large)];
  expect((await vault.stage(others)).ok).toBe(true);
  expect([await names(vault), files()]).toEqual([["kept.txt"], 2]);
  expect((await vault.dropStaged()).ok).toBe(true);
  expect(files()).toBe(1);
  expect(await vault.readOriginal(aDocument("kept.txt", large).stored.file.sha256)).toMatchObject({
    ok: true,
  });
  expect((await vault.stage(others)).ok).toBe(true);
  await vault.close();
  const again = await opened(store, vault.location);
  expect([await names(again), files()]).toEqual([["kept.txt"], 1]);
  expect((await keepWith(again, { documents: others, audit: [auditRow(2)] })).ok).toBe(true);
  expect(await names(again)).toEqual(["kept.txt", "dropped.txt", "twin.txt"]);
  await again.close();
});

test("a workspace opens once at a time", async () => {
  const { vault, store } = await create();
  const second = await store.open(vault.location, { type: "passphrase", passphrase: "correct horse" });
  expect(second).toEqual({
    ok: false,
    error: { code: "vault/locked-by-other", facts: { process: String(process.pid) } },
  });
  await vault.close();
  await (await opened(store, vault.location)).close();
});

test("a damaged, foreign or newer workspace is told apart", async () => {
  const { vault, store } = await create();
  await vault.close();
  const keyFile = join(vault.location, "countersign.json");
  const text = readFileSync(keyFile, "utf8");
  const codeOf = async (content: string): Promise<string | null> => {
    writeFileSync(keyFile, content);
    const result = await store.open(vault.location, { type: "passphrase", passphrase: "correct horse" });
    return result.ok ? null : result.error.code;
  };
  expect(await codeOf("{")).toBe("vault/key-file-damaged");
  expect(await codeOf(text.replace('"name": "Acme"', '"name": "Evil"'))).toBe("vault/key-file-damaged");
  expect(await codeOf(text.replace(/"memoryKibibytes": \d+/, '"memoryKibibytes": 999999999'))).toBe(
    "vault/key-file-damaged",
  );
  rmSync(keyFile);
  const missing = await store.open(vault.location, { type: "passphrase", passphrase: "correct horse" });
  expect(missing.ok ? null : missing.error.code).toBe("vault/not-a-workspace");
});

test("a folder in use is left alone", async () => {
  const store = createStore();
  const folder = join(home, "in-use");
  mkdirSync(folder);
  writeFileSync(join(folder, "letter.txt"), "mine");
  const refused = await store.create("Acme", folder, "correct horse");
  expect(refused.ok ? null : refused.error.code).toBe("vault/folder-not-empty");
  expect(readdirSync(folder)).toEqual(["letter.txt"]);
  const { vault } = await create(store);
  const again = await store.create("Acme", vault.location, "correct horse");
  expect(again.ok ? null : again.error.code).toBe("vault/exists");
  await vault.close();
});

test("the sample comes back as it was left; a passing workspace leaves nothing", async () => {
  const store = createStore();
  const sample = await store.openSample();
  if (!sample.ok) throw new Error(sample.error.code);
  await sample.value.commit({ events: [anEvent(1)], audit: [auditRow(1)] });
  await sample.value.close();
  const again = await store.openSample();
  expect(again.ok && (await again.value.load())).toMatchObject({ value: { events: [{ sequence: 1 }] } });
  if (again.ok) await again.value.close();
  const passing = await store.createPassing();
  if (!passing.ok) throw new Error(passing.error.code);
  expect(existsSync(passing.value.location)).toBe(true);
  await passing.value.close();
  expect(existsSync(passing.value.location)).toBe(false);
});

test("a copy of the folder is a backup that opens", async () => {
  const { vault, store } = await create();
  await keepWith(vault, { documents: [aDocument("a.txt")], audit: [auditRow(1)] });
  await vault.close();
  const copy = join(home, "copy");
  cpSync(vault.location, copy, { recursive: true });
  const restored = await opened(store, copy);
  expect((await restored.load()).ok).toBe(true);
  expect(await restored.readOriginal(aDocument("a.txt").stored.file.sha256)).toMatchObject({ ok: true });
  await restored.close();
});
