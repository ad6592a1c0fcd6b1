import { open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Names inside a workspace's folder. */
export const workspaceFiles = {
  key: "countersign.json",
  previousKey: "countersign.previous.json",
  database: "workspace.db",
  owner: "workspace.owner",
  anchors: "audit-anchors.txt",
  originals: "originals",
  backups: "backups",
} as const;

/** Replaces a file so that a reader sees the old or the new content, also after a power cut. */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${path}.${process.pid}.new`;
  try {
    const handle = await open(temporary, "w", 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
    await flushFolder(dirname(path));
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Adds lines to a file and flushes them. */
export async function appendFlushed(path: string, text: string): Promise<void> {
  const handle = await open(path, "a", 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export async function flushFolder(path: string): Promise<void> {
  // Windows cannot open a folder for flushing.
  if (process.platform === "win32") return;
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export const inWorkspace = (location: string, name: keyof typeof workspaceFiles): string =>
  join(location, workspaceFiles[name]);
