import { safeStorage } from "electron";
import type { Secrets } from "../../ports/secrets.ts";

/** The key store of the operating system through Electron. On Linux, `basic_text` protects nothing and counts as none. */
export const keychain: Secrets = {
  isAvailable,
  protect: async (secret) => {
    if (!(await isAvailable())) return null;
    try {
      return new Uint8Array(await safeStorage.encryptStringAsync(Buffer.from(secret).toString("base64")));
    } catch {
      // A key store that refuses is as good as none: the passphrase opens the workspace all the same.
      return null;
    }
  },
  reveal: async (kept) => {
    if (!(await isAvailable())) return null;
    try {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(kept));
      return { secret: new Uint8Array(Buffer.from(result, "base64")), isStale: shouldReEncrypt };
    } catch {
      return null;
    }
  },
};

async function isAvailable(): Promise<boolean> {
  if (process.platform === "linux") {
    const backend = safeStorage.getSelectedStorageBackend();
    if (backend === "basic_text" || backend === "unknown") return false;
  }
  return safeStorage.isAsyncEncryptionAvailable();
}
