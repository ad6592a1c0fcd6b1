import { access, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Problem } from "../../../src-shared/model/index.ts";
import { err, ok } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import type { Secrets } from "../../ports/secrets.ts";
import type { UnlockSecret, Vault, VaultStore } from "../../ports/vault.ts";
import { openDatabase } from "./database.ts";
import {
  createKeyFile,
  defaultKeyCost,
  deriveKey,
  loadKeyFile,
  openKeyFile,
  storeKeyFile,
  withKeyStoreWrap,
} from "./key-file.ts";
import type { KeyCost, KeyFile } from "./key-file.ts";
import { createRecoveryKey } from "./recovery-key.ts";
import { loadRecentPlaces, rememberPlace } from "./recent-places.ts";
import { createSqliteVault } from "./sqlite-vault.ts";
import { inWorkspace } from "./workspace-folder.ts";

export interface VaultStoreSettings {
  /** Folder of this user for workspaces and the list of recent ones. */
  readonly home: string;
  readonly secrets: Secrets;
  readonly now: () => string;
  readonly keyCost?: KeyCost;
}

/** The sample's documents are public, so its passphrase may be, too; it still opens like any other workspace. */
const samplePassphrase = "countersign sample";

/** Encrypted workspaces on the disk of this machine. */
export function createVaultStore(settings: VaultStoreSettings): VaultStore {
  const { home, secrets, now } = settings;
  const keyCost = settings.keyCost ?? defaultKeyCost;

  const createAt = async (
    location: string,
    name: string,
    passphrase: string,
    isSample: boolean,
  ): Promise<Result<{ vault: Vault; recoveryKey: string }, Problem>> => {
    const free = await prepareFolder(location);
    if (!free.ok) return free;
    const recoveryKey = createRecoveryKey();
    const { file, dataKey } = await createKeyFile(
      { name, createdAt: now(), isSample, passphrase, recoveryKey, cost: keyCost },
      secrets,
    );
    // The database first: a folder with a key file is a workspace, and it must then open.
    const opened = await openWith(location, dataKey, now());
    if (!opened.ok) return opened;
    try {
      await storeKeyFile(location, file);
    } catch (error) {
      await opened.value.close();
      return err(folderProblem(location, error));
    }
    return ok({ vault: opened.value, recoveryKey });
  };

  const open = async (location: string, secret: UnlockSecret): Promise<Result<Vault, Problem>> => {
    const place = resolve(location);
    const file = await loadKeyFile(place);
    if (!file.ok) return file;
    const dataKey = await openKeyFile(file.value, secret, secrets);
    if (!dataKey.ok) return dataKey;
    const keyForStore = Uint8Array.from(dataKey.value);
    const vault = await openWith(place, dataKey.value, now());
    if (vault.ok) {
      await renewKeyStoreWrap(place, file.value, keyForStore, secrets);
      if (!file.value.isSample) await rememberPlace(home, { name: file.value.name, location: place });
    }
    keyForStore.fill(0);
    return vault;
  };

  return {
    create: async (name, location, passphrase) => {
      const place = resolve(location ?? (await findFreeFolder(home, name)));
      const created = await createAt(place, name, passphrase, false);
      if (created.ok) await rememberPlace(home, { name, location: place });
      return created;
    },
    open,
    openSample: async () => {
      const place = join(home, "sample");
      if (await exists(inWorkspace(place, "key")))
        return open(place, { type: "passphrase", passphrase: samplePassphrase });
      await rm(place, { recursive: true, force: true });
      const created = await createAt(place, "Sample", samplePassphrase, true);
      return created.ok ? ok(created.value.vault) : created;
    },
    createPassing: async () => {
      const folder = await mkdtemp(join(tmpdir(), "countersign-"));
      const created = await createAt(join(folder, "workspace"), "Sample", createRecoveryKey(), true);
      if (!created.ok) return created;
      const { vault } = created.value;
      return ok({
        ...vault,
        close: async () => {
          await vault.close();
          await rm(folder, { recursive: true, force: true });
        },
      });
    },
    recent: () => loadRecentPlaces(home),
    describe: async (location) => {
      const file = await loadKeyFile(resolve(location));
      return file.ok ? { name: file.value.name, isSample: file.value.isSample } : null;
    },
  };
}

async function openWith(location: string, dataKey: Uint8Array, now: string): Promise<Result<Vault, Problem>> {
  const opened = openDatabase(location, deriveKey(dataKey, "database"), now);
  if (!opened.ok) {
    if (opened.error.code !== "vault/locked-by-other") return opened;
    const owner = await readFile(inWorkspace(location, "owner"), "utf8").catch(() => "?");
    return err({ code: "vault/locked-by-other", facts: { process: owner.trim() } });
  }
  // For the sentence of whoever comes second; the lock itself is the database's.
  await writeFile(inWorkspace(location, "owner"), `${process.pid}\n`, { mode: 0o600 }).catch(() => undefined);
  const vault = createSqliteVault(location, opened.value, dataKey);
  // An import that was cut off left documents that no step took in.
  const dropped = await vault.dropStaged();
  if (dropped.ok) return ok(vault);
  await vault.close();
  return dropped;
}

/** After unlocking by other means, this machine's key store learns the key. Failing at it changes nothing. */
async function renewKeyStoreWrap(
  location: string,
  file: KeyFile,
  dataKey: Uint8Array,
  secrets: Secrets,
): Promise<void> {
  if (!(await secrets.isAvailable())) return;
  const renewed = await withKeyStoreWrap(file, dataKey, secrets);
  if (renewed !== file) await storeKeyFile(location, renewed).catch(() => undefined);
}

async function prepareFolder(location: string): Promise<Result<undefined, Problem>> {
  if (await exists(inWorkspace(location, "key"))) return err({ code: "vault/exists", facts: { location } });
  try {
    await mkdir(location, { recursive: true, mode: 0o700 });
    const names = await readdir(location);
    // A creation that was killed half-way leaves a database without its key file: nothing was acknowledged.
    const leftovers = new Set(["workspace.db", "workspace.db-wal", "workspace.db-shm", "workspace.owner"]);
    if (names.some((name) => !leftovers.has(name)))
      return err({ code: "vault/folder-not-empty", facts: { location } });
    for (const name of names) await rm(join(location, name), { force: true });
    return ok();
  } catch (error) {
    return err(folderProblem(location, error));
  }
}

const folderProblem = (location: string, error: unknown): Problem => ({
  code: "vault/folder-unusable",
  facts: { location, reason: (error as NodeJS.ErrnoException).code ?? "unknown" },
});

/** A folder named after the workspace that is not there yet. */
async function findFreeFolder(home: string, name: string): Promise<string> {
  const plain = name
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}_-]+/gu, " ")
    .trim()
    .slice(0, 60);
  const base = join(home, "workspaces", plain === "" ? "workspace" : plain);
  let path = base;
  for (let copy = 2; await exists(path); copy += 1) path = `${base} ${copy}`;
  return path;
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
