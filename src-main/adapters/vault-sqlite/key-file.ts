import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import { copyFile, readFile } from "node:fs/promises";
import { argon2id } from "hash-wasm";
import type { Problem } from "../../../src-shared/model/index.ts";
import { err, ok } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import type { Secrets } from "../../ports/secrets.ts";
import type { UnlockSecret } from "../../ports/vault.ts";
import { parseRecoveryKey } from "./recovery-key.ts";
import { inWorkspace, replaceFile, workspaceFiles } from "./workspace-folder.ts";

/** What a guess at the passphrase costs. Written into the file, so that it can rise later. */
export interface KeyCost {
  readonly memoryKibibytes: number;
  readonly passes: number;
}

/** OWASP's second recommendation and more: 64 MiB, three passes. */
export const defaultKeyCost: KeyCost = { memoryKibibytes: 64 * 1024, passes: 3 };

interface Sealed {
  readonly nonce: string;
  readonly sealed: string;
}
type Wrap =
  | ({ readonly type: "passphrase"; readonly function: "argon2id"; readonly salt: string } & KeyCost & Sealed)
  | ({ readonly type: "recovery-key"; readonly salt: string } & Sealed)
  | { readonly type: "key-store"; readonly protected: string };

/** The file that opens a workspace for whoever knows one of its secrets. It holds no secret itself. */
export interface KeyFile {
  readonly format: "countersign.workspace/1";
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly isSample: boolean;
  readonly wraps: readonly Wrap[];
  /** HMAC over everything else, by a key that only the data key gives. */
  readonly mac: string;
}

const tagBytes = 16;
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "base64"));

/** A key for one purpose, derived from the data key of the workspace. */
export const deriveKey = (dataKey: Uint8Array, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", dataKey, new Uint8Array(0), `countersign ${purpose}`, 32));

/** Encrypts with AES-256-GCM; `label` is bound to the text without being in it. */
export function seal(
  key: Uint8Array,
  text: Uint8Array,
  label: string,
): { nonce: Uint8Array; sealed: Uint8Array } {
  const nonce = new Uint8Array(randomBytes(12));
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(Buffer.from(label, "utf8"));
  const sealed = Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]);
  return { nonce, sealed: new Uint8Array(sealed) };
}

/** The text, or `null` when key, nonce, label or a single bit is not the one it was sealed with. */
export function unseal(
  key: Uint8Array,
  nonce: Uint8Array,
  sealed: Uint8Array,
  label: string,
): Uint8Array | null {
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, nonce);
    decipher.setAAD(Buffer.from(label, "utf8"));
    decipher.setAuthTag(sealed.subarray(-tagBytes));
    const text = Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()]);
    return new Uint8Array(text);
  } catch {
    return null;
  }
}

const passphraseKey = (passphrase: string, salt: Uint8Array, cost: KeyCost): Promise<Uint8Array> =>
  argon2id({
    // Two keyboards may compose the same letter differently.
    password: passphrase.normalize("NFKC"),
    salt,
    parallelism: 1,
    iterations: cost.passes,
    memorySize: cost.memoryKibibytes,
    hashLength: 32,
    outputType: "binary",
  });

const recoveryWrapKey = (recoveryKey: Uint8Array, salt: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", recoveryKey, salt, "countersign recovery", 32));

const sealForFile = (key: Uint8Array, dataKey: Uint8Array, label: string): Sealed => {
  const { nonce, sealed } = seal(key, dataKey, label);
  return { nonce: base64(nonce), sealed: base64(sealed) };
};

async function wrapWithPassphrase(dataKey: Uint8Array, passphrase: string, cost: KeyCost): Promise<Wrap> {
  const salt = new Uint8Array(randomBytes(16));
  const key = await passphraseKey(passphrase, salt, cost);
  return {
    type: "passphrase",
    function: "argon2id",
    ...cost,
    salt: base64(salt),
    ...sealForFile(key, dataKey, "passphrase"),
  };
}

function wrapWithRecoveryKey(dataKey: Uint8Array, recoveryKey: Uint8Array): Wrap {
  const salt = new Uint8Array(randomBytes(16));
  const key = recoveryWrapKey(recoveryKey, salt);
  return { type: "recovery-key", salt: base64(salt), ...sealForFile(key, dataKey, "recovery-key") };
}

const macOf = (file: Omit<KeyFile, "mac">, dataKey: Uint8Array): string => {
  const { format, id, name, createdAt, isSample, wraps } = file;
  const text = JSON.stringify([format, id, name, createdAt, isSample, wraps]);
  return createHmac("sha256", deriveKey(dataKey, "key file")).update(text, "utf8").digest("base64");
};

export interface NewWorkspace {
  readonly name: string;
  readonly createdAt: string;
  readonly isSample: boolean;
  readonly passphrase: string;
  readonly recoveryKey: string;
  readonly cost: KeyCost;
}

/** A data key by chance, wrapped by every secret there is. */
export async function createKeyFile(
  workspace: NewWorkspace,
  secrets: Secrets,
): Promise<{ readonly file: KeyFile; readonly dataKey: Uint8Array }> {
  const dataKey = new Uint8Array(randomBytes(32));
  const recovery = parseRecoveryKey(workspace.recoveryKey);
  if (!recovery.ok) throw new Error("The recovery key was made by this program.");
  const wraps = [
    await wrapWithPassphrase(dataKey, workspace.passphrase, workspace.cost),
    wrapWithRecoveryKey(dataKey, recovery.value),
    ...(await wrapWithKeyStore(dataKey, secrets)),
  ];
  const { name, createdAt, isSample } = workspace;
  const id = Buffer.from(randomBytes(10)).toString("hex");
  const body = { format: "countersign.workspace/1", id, name, createdAt, isSample, wraps } as const;
  return { file: { ...body, mac: macOf(body, dataKey) }, dataKey };
}

async function wrapWithKeyStore(dataKey: Uint8Array, secrets: Secrets): Promise<readonly Wrap[]> {
  if (!(await secrets.isAvailable())) return [];
  const kept = await secrets.protect(dataKey);
  return kept === null ? [] : [{ type: "key-store", protected: base64(kept) }];
}

/** The key file of a folder; says when there is none, or one that cannot be understood. */
export async function loadKeyFile(location: string): Promise<Result<KeyFile, Problem>> {
  let text: string;
  try {
    text = await readFile(inWorkspace(location, "key"), "utf8");
  } catch {
    return err({ code: "vault/not-a-workspace", facts: { location, keyFile: workspaceFiles.key } });
  }
  try {
    const file = JSON.parse(text) as KeyFile;
    if (isKeyFile(file)) return ok(file);
  } catch {
    // Falls through to the sentence below: damaged is damaged.
  }
  return err({ code: "vault/key-file-damaged", facts: { keyFile: workspaceFiles.key } });
}

const mostMemoryKibibytes = 1024 * 1024;

function isKeyFile(file: KeyFile): boolean {
  return (
    file.format === "countersign.workspace/1" &&
    typeof file.name === "string" &&
    typeof file.mac === "string" &&
    Array.isArray(file.wraps) &&
    file.wraps.every(
      (wrap) =>
        wrap.type !== "passphrase" ||
        (wrap.memoryKibibytes > 0 &&
          wrap.memoryKibibytes <= mostMemoryKibibytes &&
          wrap.passes > 0 &&
          wrap.passes <= 100),
    )
  );
}

/** Keeps a key file: the new one takes its place at once, and the old one stays beside it. */
export async function storeKeyFile(location: string, file: KeyFile): Promise<void> {
  const path = inWorkspace(location, "key");
  await copyFile(path, inWorkspace(location, "previousKey")).catch(() => undefined);
  await replaceFile(path, `${JSON.stringify(file, null, 2)}\n`);
}

/** The data key for a secret. A secret that does not fit changes nothing and says so. */
export async function openKeyFile(
  file: KeyFile,
  secret: UnlockSecret,
  secrets: Secrets,
): Promise<Result<Uint8Array, Problem>> {
  const opened = await unwrap(file, secret, secrets);
  if (!opened.ok) return opened;
  const expected = Buffer.from(macOf(file, opened.value), "base64");
  const found = Buffer.from(file.mac, "base64");
  const isGenuine = expected.length === found.length && timingSafeEqual(expected, found);
  return isGenuine ? opened : err({ code: "vault/key-file-damaged", facts: { keyFile: workspaceFiles.key } });
}

async function unwrap(
  file: KeyFile,
  secret: UnlockSecret,
  secrets: Secrets,
): Promise<Result<Uint8Array, Problem>> {
  switch (secret.type) {
    case "passphrase": {
      for (const wrap of file.wraps) {
        if (wrap.type !== "passphrase") continue;
        const key = await passphraseKey(secret.passphrase, fromBase64(wrap.salt), wrap);
        const dataKey = unseal(key, fromBase64(wrap.nonce), fromBase64(wrap.sealed), "passphrase");
        if (dataKey !== null) return ok(dataKey);
      }
      return err({ code: "vault/wrong-passphrase" });
    }
    case "recovery-key": {
      const typed = parseRecoveryKey(secret.recoveryKey);
      if (!typed.ok) return typed;
      for (const wrap of file.wraps) {
        if (wrap.type !== "recovery-key") continue;
        const key = recoveryWrapKey(typed.value, fromBase64(wrap.salt));
        const dataKey = unseal(key, fromBase64(wrap.nonce), fromBase64(wrap.sealed), "recovery-key");
        if (dataKey !== null) return ok(dataKey);
      }
      return err({ code: "vault/wrong-recovery-key" });
    }
    case "key-store": {
      if (!(await secrets.isAvailable())) return err({ code: "vault/key-store-unavailable" });
      for (const wrap of file.wraps) {
        if (wrap.type !== "key-store") continue;
        const revealed = await secrets.reveal(fromBase64(wrap.protected));
        if (revealed !== null) return ok(revealed.secret);
      }
      return err({ code: "vault/key-store-empty" });
    }
  }
}

/** The key file with the wrap of this machine's key store renewed; unchanged where there is no key store. */
export async function withKeyStoreWrap(
  file: KeyFile,
  dataKey: Uint8Array,
  secrets: Secrets,
): Promise<KeyFile> {
  for (const wrap of file.wraps) {
    if (wrap.type !== "key-store") continue;
    const revealed = await secrets.reveal(fromBase64(wrap.protected));
    if (revealed !== null && !revealed.isStale && Buffer.from(revealed.secret).equals(dataKey)) return file;
  }
  const fresh = await wrapWithKeyStore(dataKey, secrets);
  if (fresh.length === 0) return file;
  const body = { ...file, wraps: [...file.wraps.filter(({ type }) => type !== "key-store"), ...fresh] };
  return { ...body, mac: macOf(body, dataKey) };
}
