// npm start: installs and builds what is missing, then opens Countersign in the best window this machine offers.
//
// Electron where there is a display and its binary is here or can be fetched; else the local web shell in the
// default browser; without a display, the address and the sample's result are printed. --web and --electron choose.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { childEnv, ensureBuilt, ensureInstalled, fail, findNode, root, run } from "./toolbox.mjs";

const fetchTimeoutMs = 180_000;
const wanted = process.argv.slice(2);

const hasDisplay = () =>
  process.platform !== "linux" || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

/** The Electron binary if it has been fetched; never triggers the fetch, as `require("electron")` would. */
function findElectron() {
  const folder = join(root, "node_modules/electron");
  const pathFile = join(folder, "path.txt");
  if (!existsSync(pathFile)) return undefined;
  const binary = join(folder, "dist", readFileSync(pathFile, "utf8").trim());
  return existsSync(binary) ? binary : undefined;
}

async function obtainElectron() {
  // Chromium's sandbox refuses to run as root, and we do not run without it.
  if (process.platform === "linux" && process.getuid?.() === 0) return undefined;
  const found = findElectron();
  if (found !== undefined) return found;
  process.stdout.write("Fetching Electron …\n");
  await run(findNode(), [join(root, "node_modules/electron/install.js")], {
    timeoutMs: fetchTimeoutMs,
    quiet: true,
  });
  return findElectron();
}

/** Hands our terminal to the child; an interrupt reaches both, and the child's exit is ours. */
function become(command, args) {
  const child = spawn(command, args, { cwd: root, env: childEnv(), stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.on("error", fail);
  child.on("exit", (code, signal) =>
    process.exit(code ?? (signal === "SIGINT" || signal === "SIGTERM" ? 0 : 1)),
  );
}

try {
  ensureInstalled();
  await ensureBuilt();
  const canShow = hasDisplay();
  const electron =
    !wanted.includes("--web") && (canShow || wanted.includes("--electron"))
      ? await obtainElectron()
      : undefined;
  const rest = wanted.filter((word) => word !== "--web" && word !== "--electron");
  if (electron !== undefined) {
    become(electron, [root, ...rest]);
  } else {
    if (wanted.includes("--electron"))
      throw new Error(
        "Electron is not here and could not be fetched. npm start -- --web opens the browser shell.",
      );
    if (!canShow) {
      process.stdout.write("No display here. The sample, checked on the command line:\n\n");
      await run(findNode(), [join(root, "out/main/cli.js"), "demo"]);
      process.stdout.write("\n");
    } else
      process.stdout.write(
        "Electron could not be fetched; Countersign opens in your browser. It stays on this machine.\n",
      );
    become(findNode(), [join(root, "out/main/local-web.js"), ...(canShow ? ["--open"] : []), ...rest]);
  }
} catch (error) {
  fail(error);
}
