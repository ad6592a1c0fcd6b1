// npm run cli: the command line, built on first use and while the build is fresh, else straight from its TypeScript source.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildOnce, childEnv, fail, findNode, isBuildFresh, root } from "./toolbox.mjs";

try {
  if (!existsSync(join(root, "node_modules")))
    throw new Error("Nothing is installed yet: run npm install, then this again.");
  await buildOnce();
  const entry = join(root, isBuildFresh() ? "out/main/cli.js" : "src-main/shells/cli/main.ts");
  const node = findNode();
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) {
    process.argv.splice(1, 1, entry);
    await import(pathToFileURL(entry).href);
  } else {
    // npm 10 does not link the Node that the lock file brings; this one is too old to run the product.
    const child = spawn(node, [entry, ...process.argv.slice(2)], { stdio: "inherit", env: childEnv() });
    for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
    child.on("error", fail);
    child.on("exit", (code, signal) => process.exit(code ?? (signal === null ? 1 : 130)));
  }
} catch (error) {
  fail(error);
}
