// npm run dev:web: the local web shell with reload of the renderer, under Node in the place of Electron.
import { ensureInstalled, fail, findNode, runBin } from "./toolbox.mjs";

try {
  ensureInstalled();
  process.exitCode = await runBin("electron-vite", ["dev"], {
    env: { ELECTRON_EXEC_PATH: findNode(), ELECTRON_ENTRY: "out/main/local-web.js" },
  });
} catch (error) {
  fail(error);
}
