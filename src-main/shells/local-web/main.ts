#!/usr/bin/env node
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { openSample } from "../../services/open-sample.ts";
import { sentenceFor } from "../../../src-shared/text/index.ts";
import { composeProgram, findHome } from "../compose.ts";
import { servePinned } from "./kept-port.ts";
import { openBrowser } from "./open-browser.ts";
import { serveWindow } from "./serve-window.ts";
import { loadStaticFiles } from "../static-files.ts";

const { values } = parseArgs({
  options: {
    /** Opens the default browser. */
    open: { type: "boolean", default: false },
    /** A port of one's own; without it the one of last time, where it is free. */
    port: { type: "string" },
    /** Opens the sample at once. */
    sample: { type: "boolean", default: false },
    /** Folder for this user's workspaces. */
    home: { type: "string" },
    /** Folder of the built window. */
    renderer: { type: "string" },
  },
});

const windowFolder = ["../renderer", "../../renderer", "../../../out/renderer"]
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .find((path) => existsSync(path));
const folder = values.renderer ?? windowFolder;
if (folder === undefined) throw new Error("The window is not built. npm run build makes it.");

const program = await composeProgram({
  shell: "local-web",
  ...(values.home === undefined ? {} : { home: values.home }),
});
const files = await loadStaticFiles(folder);
const serve = (port: number) =>
  serveWindow({ program, files, port, log: (line) => process.stderr.write(`${line}\n`) });
const server =
  values.port === undefined
    ? await servePinned(values.home ?? findHome(), serve)
    : await serve(Number(values.port));

let isClosing = false;
async function close(): Promise<void> {
  if (isClosing) return;
  isClosing = true;
  await server.close();
  await program.workspace?.close();
  await program.tools.reader.close();
  process.exit(0);
}
process.on("SIGINT", () => void close());
process.on("SIGTERM", () => void close());

if (values.sample) {
  const opened = await openSample(program, { signal: new AbortController().signal, report: () => undefined });
  if (!opened.ok) process.stderr.write(`${sentenceFor(opened.error)}\n`);
}
const first = server.createAddress();
process.stdout.write(
  `Countersign is open at ${first}\nThe address works once, within a minute; press Enter for a fresh one, Ctrl+C to stop.\n`,
);
if (values.open) await openBrowser(first);

// A ticket is good once: whoever sits at the terminal can have another; a log gets a fresh one until it is used.
process.stdin.on("error", () => undefined);
process.stdin.on("data", () => process.stdout.write(`${server.createAddress()}\n`));
if (!process.stdin.isTTY) {
  const renewal = setInterval(() => {
    if (server.hasSession()) clearInterval(renewal);
    else process.stdout.write(`${server.createAddress()}\n`);
  }, 60_000);
  renewal.unref();
}
