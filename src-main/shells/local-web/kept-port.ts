import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const fileName = "window-port";
const [lowest, highest] = [1024, 65_535];

/**
 * The port of last time; `null` where none is known.
 *
 * A browser keeps the layout of the window by its address: on another port it would start afresh each time.
 */
export async function readKeptPort(home: string): Promise<number | null> {
  try {
    const text = (await readFile(join(home, fileName), "utf8")).trim();
    const port = /^\d{4,5}$/.test(text) ? Number(text) : 0;
    return port >= lowest && port <= highest ? port : null;
  } catch {
    return null;
  }
}

/** Keeps a port for the next start. A folder that cannot be written is no failure: the layout starts afresh then. */
export async function keepPort(home: string, port: number): Promise<void> {
  try {
    await mkdir(home, { recursive: true });
    await writeFile(join(home, fileName), `${port}\n`);
  } catch {
    return;
  }
}

/** Serves on the kept port, or on a free one where another program has taken it, and keeps the first that was free. */
export async function servePinned<Server extends { readonly origin: string }>(
  home: string,
  serve: (port: number) => Promise<Server>,
): Promise<Server> {
  const kept = await readKeptPort(home);
  if (kept !== null) {
    try {
      return await serve(kept);
    } catch (error) {
      if (!isTaken(error)) throw error;
      return serve(0);
    }
  }
  const server = await serve(0);
  await keepPort(home, Number(new URL(server.origin).port));
  return server;
}

const isTaken = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === "EADDRINUSE" || error.code === "EACCES");
