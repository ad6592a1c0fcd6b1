import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";

/** A file that the window may load, whole in memory. */
export interface StaticFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly etag: string;
}

const mediaTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".pfb": "application/octet-stream",
  ".ttf": "font/ttf",
  ".bcmap": "application/octet-stream",
  ".icc": "application/octet-stream",
  ".map": "application/json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
};

/**
 * Every file of the built window by its path ("/assets/index-4f.js"), read once.
 *
 * Requests are looked up here and nowhere else: no path of a request ever meets the file system.
 */
export async function loadStaticFiles(folder: string): Promise<ReadonlyMap<string, StaticFile>> {
  const files = new Map<string, StaticFile>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const location = join(entry.parentPath, entry.name);
    const path = location.slice(folder.length).replaceAll("\\", "/");
    const bytes = new Uint8Array(await readFile(location));
    const mediaType = mediaTypes[extname(entry.name)];
    if (mediaType === undefined) continue;
    const etag = `"${createHash("sha256").update(bytes).digest("hex").slice(0, 32)}"`;
    files.set(path.startsWith("/") ? path : `/${path}`, { bytes, mediaType, etag });
  }
  const page = files.get("/index.html");
  if (page === undefined) throw new Error(`The window is not built: ${folder} has no index.html.`);
  files.set("/", page);
  return files;
}
