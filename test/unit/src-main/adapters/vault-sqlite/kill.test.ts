import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { noSecrets } from "../../../../../src-main/adapters/secrets-none/index.ts";
import { createVaultStore } from "../../../../../src-main/adapters/vault-sqlite/index.ts";

const home = mkdtempSync(join(tmpdir(), "countersign-kill-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const script = fileURLToPath(new URL("./commit-until-killed.ts", import.meta.url));
const keyCost = { memoryKibibytes: 64, passes: 1 };

/** Runs the child for a while and kills it; the last step that it was told is kept. */
function runAndKill(location: string, afterMs: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, home, location], { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    let complaint = "";
    child.stdout.on("data", (chunk: Buffer) => {
      if (output === "") setTimeout(() => child.kill("SIGKILL"), afterMs);
      output += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
    child.on("exit", (code) => {
      const lines = output.split("\n").slice(0, -1);
      if (code !== null) reject(new Error(`The child ended by itself: ${complaint}`));
      else resolve(Number(lines.at(-1)));
    });
  });
}

test(
  "a program that is killed at any moment has lost nothing that it acknowledged",
  { timeout: 60_000 },
  async () => {
    const store = createVaultStore({
      home,
      secrets: noSecrets,
      now: () => "2026-11-21T09:00:00.000Z",
      keyCost,
    });
    const created = await store.create("Killed", null, "correct horse");
    if (!created.ok) throw new Error(created.error.code);
    const { location } = created.value.vault;
    await created.value.vault.close();
    for (let round = 0; round < 8; round += 1) {
      const acknowledged = await runAndKill(location, 5 + ((round * 37) % 90));
      const opened = await store.open(location, { type: "passphrase", passphrase: "correct horse" });
      if (!opened.ok) throw new Error(opened.error.code);
      const loaded = await opened.value.load();
      if (!loaded.ok) throw new Error(loaded.error.code);
      const { documents, events, ledger, auditHead } = loaded.value;
      expect(events.length).toBeGreaterThanOrEqual(acknowledged);
      // At most the one step that was under way is there without having been said.
      expect(events.length).toBeLessThanOrEqual(acknowledged + 1);
      expect([documents.length, ledger.length, auditHead?.sequence]).toEqual([
        4 * events.length,
        events.length,
        events.length,
      ]);
      for (const { file } of documents.slice(-4))
        expect((await opened.value.readOriginal(file.sha256)).ok).toBe(true);
      await opened.value.close();
    }
  },
);
