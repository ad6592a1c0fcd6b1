import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const redirectLifeMs = 60_000;

/**
 * Opens the default browser without showing the ticket to whoever lists processes.
 *
 * The browser is given a page of this user alone that leads on; it is gone after a minute.
 */
export async function openBrowser(address: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "countersign-open-"));
  const page = join(folder, "open.html");
  const html = `<!doctype html><meta charset="utf-8"><title>Countersign</title><meta http-equiv="refresh" content="0;url=${address}">`;
  await writeFile(page, html, { mode: 0o600 });
  const [command, args] = openerFor(pathToFileURL(page).href);
  const child = spawn(command, args, { stdio: "ignore", detached: true });
  child.on("error", () => undefined);
  child.unref();
  setTimeout(() => void rm(folder, { recursive: true, force: true }), redirectLifeMs).unref();
}

function openerFor(url: string): readonly [string, string[]] {
  if (process.platform === "darwin") return ["open", [url]];
  if (process.platform === "win32") return ["rundll32", ["url.dll,FileProtocolHandler", url]];
  return ["xdg-open", [url]];
}
