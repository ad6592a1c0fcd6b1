// What the shell uses of Electron, without Electron: enough to join the real main entry with the built preload.
import { fork } from "node:child_process";
import { EventEmitter } from "node:events";
import { readFileSync } from "node:fs";
import vm from "node:vm";

type Handler = (event: unknown, ...args: unknown[]) => unknown;

/** Everything that main did to Electron, for the driver to look at. */
export const journal = {
  windows: [] as BrowserWindow[],
  schemes: [] as unknown[],
  isSandboxEnabled: false,
  menus: 0,
  preloadRequires: [] as string[],
  dialogs: [] as unknown[],
  sessions: [] as StandInSession[],
  utilities: [] as { readonly entry: string; readonly options: unknown }[],
};

const handlers = new Map<string, Handler>();
const listeners = new EventEmitter();

export const ipcMain = {
  handle: (channel: string, handler: Handler) => void handlers.set(channel, handler),
  on: (channel: string, listener: (...args: unknown[]) => void) => void listeners.on(channel, listener),
};

class StandInSession {
  readonly partition: string;
  readonly options: unknown;
  handlers: Record<string, (...args: never[]) => unknown> = {};
  readonly protocol = {
    handle: (scheme: string, handler: (request: unknown) => unknown) => {
      this.handlers[`protocol:${scheme}`] = handler as never;
    },
  };
  readonly webRequest = {
    onBeforeRequest: (handler: (...args: never[]) => unknown) => void (this.handlers["request"] = handler),
  };
  constructor(partition: string, options: unknown) {
    this.partition = partition;
    this.options = options;
    journal.sessions.push(this);
  }
  setPermissionRequestHandler(handler: (...args: never[]) => unknown): void {
    this.handlers["permission"] = handler;
  }
  setPermissionCheckHandler(handler: (...args: never[]) => unknown): void {
    this.handlers["permission-check"] = handler;
  }
  setDevicePermissionHandler(handler: (...args: never[]) => unknown): void {
    this.handlers["device"] = handler;
  }
  setSpellCheckerEnabled(isEnabled: boolean): void {
    this.handlers["spelling"] = () => isEnabled;
  }
  on(event: string, handler: (...args: never[]) => unknown): void {
    this.handlers[event] = handler;
  }
}

const sessions = new Map<string, StandInSession>();
export const session = {
  defaultSession: new StandInSession("", {}),
  fromPartition: (name: string, options: unknown): StandInSession => {
    const known = sessions.get(name) ?? new StandInSession(name, options);
    sessions.set(name, known);
    return known;
  },
};

export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown[]) => void journal.schemes.push(...schemes),
};

class App extends EventEmitter {
  isPackaged = false;
  enableSandbox(): void {
    journal.isSandboxEnabled = true;
  }
  requestSingleInstanceLock(): boolean {
    return true;
  }
  whenReady(): Promise<void> {
    return Promise.resolve();
  }
  quit(): void {
    let isHeld = false;
    this.emit("will-quit", { preventDefault: () => (isHeld = true) });
    if (!isHeld) this.emit("gone");
  }
}
export const app = new App();

class WebContents extends EventEmitter {
  readonly mainFrame = { origin: "app://countersign" };
  readonly page = new EventEmitter();
  openHandler: (() => unknown) | null = null;
  setWindowOpenHandler(handler: () => unknown): void {
    this.openHandler = handler;
  }
  send(channel: string, ...args: unknown[]): void {
    this.page.emit(channel, {}, ...args.map((arg) => structuredClone(arg)));
  }
}

interface WindowOptions {
  readonly webPreferences: { readonly preload: string };
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents();
  readonly options: WindowOptions;
  url = "";
  /** What the preload put into the page. */
  world: Record<string, unknown> = {};
  constructor(options: WindowOptions) {
    super();
    this.options = options;
    journal.windows.push(this);
    app.emit("web-contents-created", {}, this.webContents);
  }
  loadURL(url: string): Promise<void> {
    this.url = url;
    this.world = runPreload(this.options.webPreferences.preload, this.webContents);
    return Promise.resolve();
  }
  show(): void {}
  focus(): void {}
  restore(): void {}
  isMinimized(): boolean {
    return false;
  }
}

/** A message as it crosses: cloned, and from a sender that main can look at. */
export function invoke(
  contents: WebContents,
  frame: unknown,
  channel: string,
  message: unknown,
): Promise<unknown> {
  const handler = handlers.get(channel);
  if (handler === undefined) return Promise.reject(new Error(`No handler for ${channel}`));
  return Promise.resolve(handler({ sender: contents, senderFrame: frame }, structuredClone(message))).then(
    (value) => structuredClone(value),
  );
}

/** Runs the built preload as a sandboxed one runs: one script, and `electron` is all that it can require. */
function runPreload(path: string, contents: WebContents): Record<string, unknown> {
  const world: Record<string, unknown> = {};
  const own = {
    contextBridge: { exposeInMainWorld: (name: string, api: unknown) => void (world[name] = api) },
    ipcRenderer: {
      invoke: (channel: string, message: unknown) => invoke(contents, contents.mainFrame, channel, message),
      send: (channel: string, message: unknown) =>
        void listeners.emit(channel, { sender: contents, senderFrame: contents.mainFrame }, message),
      on: (channel: string, listener: (...args: unknown[]) => void) =>
        void contents.page.on(channel, listener),
      off: (channel: string, listener: (...args: unknown[]) => void) =>
        void contents.page.off(channel, listener),
    },
    webUtils: { getPathForFile: (file: { readonly name: string }) => `/dropped/${file.name}` },
  };
  const require = (name: string): unknown => {
    journal.preloadRequires.push(name);
    if (name !== "electron") throw new Error(`A sandboxed preload cannot require ${name}.`);
    return own;
  };
  const context = vm.createContext({ require, module: { exports: {} }, exports: {}, Promise, Set, File });
  vm.runInContext(readFileSync(path, "utf8"), context, { filename: path });
  return world;
}

export const dialog = {
  showOpenDialog: (_window: unknown, options: unknown) => {
    journal.dialogs.push(options);
    return Promise.resolve({ canceled: false, filePaths: ["/chosen/folder"] });
  },
};

export const Menu = {
  buildFromTemplate: (template: unknown) => template,
  setApplicationMenu: () => void (journal.menus += 1),
};

export const safeStorage = {
  getSelectedStorageBackend: () => "gnome_libsecret",
  isAsyncEncryptionAvailable: () => Promise.resolve(true),
  encryptStringAsync: (text: string) => Promise.resolve(Buffer.from(text).reverse()),
  decryptStringAsync: (bytes: Buffer) =>
    Promise.resolve({ result: Buffer.from(bytes).reverse().toString(), shouldReEncrypt: false }),
};

export const utilityProcess = {
  fork: (entry: string, _args: readonly string[], options: unknown) => {
    journal.utilities.push({ entry, options });
    const child = fork(entry, [], {
      execArgv: ["--import", new URL("./parent-port.ts", import.meta.url).href],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    return {
      get pid() {
        return child.pid;
      },
      postMessage: (message: object) => void child.send(message),
      on: (event: "message", listener: (message: unknown) => void) => void child.on(event, listener),
      once: (event: "exit", listener: () => void) => void child.once(event, listener),
      kill: () => child.kill("SIGKILL"),
    };
  },
};
