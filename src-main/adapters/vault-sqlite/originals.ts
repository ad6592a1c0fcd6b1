import { createHmac, randomBytes } from "node:crypto";
import { mkdir, open, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Problem } from "../../../src-shared/model/index.ts";
import { err, ok } from "../../../src-shared/result/index.ts";
import type { Result } from "../../../src-shared/result/index.ts";
import { seal, unseal } from "./key-file.ts";
import { packBytes, unpackBytes } from "./packing.ts";
import { flushFolder, inWorkspace } from "./workspace-folder.ts";

/** Where a stored original is and what opens it; a row of the database. */
export interface StoredOriginal {
  readonly sha256: string;
  /** File name: a keyed hash of the content hash, so that nobody can look for a known document. */
  readonly name: string;
  readonly key: Uint8Array;
  readonly nonce: Uint8Array;
  readonly size: number;
  /** The bytes of a small original, packed and encrypted; `null` where they are in a file of its name. */
  readonly sealed: Uint8Array | null;
}

/** Up to here a row is cheaper than a file: no folder, no flush of its own, and one turn of the disk for many. */
const largestInRow = 64 * 1024;

const pathOf = (location: string, name: string): string =>
  join(inWorkspace(location, "originals"), name.slice(0, 2), name.slice(2));

/** Files that are flushed to the disk at the same time: the disk then writes several with one turn. */
const flushedTogether = 16;

/** Encrypts originals by their hash and flushes them to the disk; only then may a row name them. */
export async function storeOriginals(
  location: string,
  bytesByHash: ReadonlyMap<string, Uint8Array>,
  nameKey: Uint8Array,
): Promise<readonly StoredOriginal[]> {
  const waiting = [...bytesByHash.entries()];
  const stored: StoredOriginal[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      stored.push(await storeOriginal(location, next[0], next[1], nameKey));
  };
  await Promise.all(Array.from({ length: Math.min(flushedTogether, waiting.length) }, work));
  const written = stored.filter(({ sealed }) => sealed === null);
  const folders = new Set(written.map(({ name }) => dirname(pathOf(location, name))));
  await Promise.all([...folders].map(flushFolder));
  return stored;
}

/**
 * Encrypts one original with a key of its own.
 *
 * Deleting that key later erases the text while the audit trail keeps its hash.
 */
async function storeOriginal(
  location: string,
  sha256: string,
  bytes: Uint8Array,
  nameKey: Uint8Array,
): Promise<StoredOriginal> {
  const name = createHmac("sha256", nameKey).update(sha256).digest("hex").slice(0, 40);
  const key = new Uint8Array(randomBytes(32));
  const size = bytes.length;
  if (size <= largestInRow) return { sha256, name, key, size, ...seal(key, packBytes(bytes), sha256) };
  const { nonce, sealed } = seal(key, bytes, sha256);
  const path = pathOf(location, name);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  // A file that a killed program left behind has no row that opens it: it is written over.
  const handle = await open(path, "w", 0o600);
  try {
    await handle.writeFile(sealed);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sha256, name, key, nonce, size, sealed: null };
}

/** Removes the files of originals that no row names any more. */
export async function removeOriginals(location: string, names: readonly string[]): Promise<void> {
  for (const name of names) await rm(pathOf(location, name), { force: true });
}

/** The bytes as they came in. A missing or changed file is said, never guessed around. */
export async function loadOriginal(
  location: string,
  original: StoredOriginal,
): Promise<Result<Uint8Array, Problem>> {
  try {
    const sealed = original.sealed ?? new Uint8Array(await readFile(pathOf(location, original.name)));
    const bytes = unseal(original.key, original.nonce, sealed, original.sha256);
    if (bytes !== null) return ok(original.sealed === null ? bytes : unpackBytes(bytes));
  } catch {
    // A file that is gone and one that was changed end in the same sentence.
  }
  return err({ code: "vault/original-damaged" });
}
