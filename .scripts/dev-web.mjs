// npm run dev:web: the local web shell on a fixed port, built and started again whenever a source is saved.
import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { join } from "node:path";
import { childEnv, ensureBuilt, ensureInstalled, fail, findNode, root } from "./toolbox.mjs";

const port = "4410";
let server;
let isBusy = false;
let isWaiting = false;

function startServer() {
  const args = [join(root, "out/main/local-web.js"), "--port", port];
  server = spawn(findNode(), args, { cwd: root, env: childEnv(), stdio: ["inherit", "inherit", "inherit"] });
  server.on("error", fail);
}

function stopServer() {
  return new Promise((done) => {
    if (server === undefined || server.exitCode !== null) return done();
    server.once("exit", done);
    server.kill("SIGTERM");
  });
}

/** Saves while a build runs are taken together into the next one. */
async function buildAgain() {
  if (isBusy) {
    isWaiting = true;
    return;
  }
  isBusy = true;
  do {
    isWaiting = false;
    try {
      await ensureBuilt();
      await stopServer();
      startServer();
    } catch (error) {
      process.stderr.write(`${error.message}\n`);
    }
  } while (isWaiting);
  isBusy = false;
}

try {
  ensureInstalled();
  for (const signal of ["SIGINT", "SIGTERM"])
    process.on(signal, () => void stopServer().then(() => process.exit(0)));
  await buildAgain();
  let timer;
  for (const name of ["src-main", "src-renderer", "src-shared"])
    watch(join(root, name), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(() => void buildAgain(), 300);
    });
} catch (error) {
  fail(error);
}
