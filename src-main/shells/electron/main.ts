import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { app, BrowserWindow, protocol, session } from "electron";
import { electronChannels } from "../../../src-shared/api/electron-channels.ts";
import { createDispatcher } from "../../services/dispatch.ts";
import type { Program } from "../../services/program.ts";
import { composeProgram, composeTools } from "../compose.ts";
import { loadStaticFiles } from "../static-files.ts";
import { answerWindow } from "./answer-window.ts";
import { appOrigin, fenceContents, fenceSession, serveApp } from "./fence-window.ts";
import { keychain } from "./keychain.ts";
import { installMenu } from "./menu.ts";
import { forkReadingUtility } from "./reading-utility.ts";

const readingHeapMegabytes = 768;
// out/main/index.js; the chunks lie one below, so the folder is taken from the app itself.
const here = dirname(fileURLToPath(import.meta.url));

let window: BrowserWindow | null = null;
let program: Program | null = null;

function createWindow(): BrowserWindow {
  const created = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: "Countersign",
    webPreferences: {
      preload: join(here, "../preload/index.cjs"),
      session: windowSession(),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  // No text of a document ever stands in a title that the system keeps.
  created.on("page-title-updated", (event) => event.preventDefault());
  created.once("ready-to-show", () => created.show());
  created.on("closed", () => {
    window = null;
  });
  void created.loadURL(`${appOrigin}/`);
  return created;
}

/** One session for the window: it keeps the layout, and no cache of what was shown. */
const windowSession = (): Electron.Session => session.fromPartition("persist:countersign", { cache: false });

async function start(): Promise<void> {
  const files = await loadStaticFiles(join(here, "../renderer"));
  const own = windowSession();
  own.protocol.handle("app", serveApp(files));
  for (const each of [own, session.defaultSession]) fenceSession(each);
  installMenu(app.isPackaged);
  program = await composeProgram({
    shell: "electron",
    tools: composeTools(() => forkReadingUtility(readingHeapMegabytes)),
    secrets: keychain,
    resources: [process.resourcesPath],
  });
  const dispatcher = createDispatcher(program, (incident, error) => console.error(incident, error));
  answerWindow(dispatcher, () => window);
  program.subscribe((event) => window?.webContents.send(electronChannels.event, event));
  window = createWindow();
}

async function close(): Promise<void> {
  await program?.workspace?.close();
  await program?.tools.reader.close();
}

// Before anything else: every renderer sandboxed, our scheme known, one program a user.
app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: "app", privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
fenceContents(app);
if (app.requestSingleInstanceLock()) {
  app.on("second-instance", () => {
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  app.on("window-all-closed", () => {
    if (process.platform !== "darwin") app.quit();
  });
  app.on("activate", () => {
    if (window === null && program !== null) window = createWindow();
  });
  let isClosed = false;
  app.on("will-quit", (event) => {
    if (isClosed) return;
    event.preventDefault();
    void close().finally(() => {
      isClosed = true;
      app.quit();
    });
  });
  void app.whenReady().then(start);
} else {
  app.quit();
}
