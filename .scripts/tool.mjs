// node .scripts/tool.mjs <tool> …: runs a tool of node_modules, or a file of ours, under the Node of the product,
// whatever Node and npm started us. The environment finds the same Node.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled, fail, findBin, findNode, root, run } from "./toolbox.mjs";

const packagesByTool = {
  "electron-builder": "electron-builder",
  "electron-vite": "electron-vite",
  oxlint: "oxlint",
  playwright: "@playwright/test",
  prettier: "prettier",
  tsc: "typescript",
  vitest: "vitest",
};

try {
  ensureInstalled();
  const [tool = "", ...args] = process.argv.slice(2);
  const packageName = packagesByTool[tool];
  const script = packageName === undefined ? join(root, tool) : findBin(packageName, tool);
  if (!existsSync(script)) throw new Error(`No tool and no file is called ${tool}.`);
  process.exitCode = await run(findNode(), [script, ...args]);
} catch (error) {
  fail(error);
}
