import { EventEmitter } from "node:events";
import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";

// Electron says where an installed app keeps its resources.
Object.assign(process, { resourcesPath: fileURLToPath(new URL("../../..", import.meta.url)) });

/**
 * What the shell uses of Electron, in plain Node: it records what it is told and carries messages between main and
 * preload. It imitates no window and no sandbox; those can only be seen with the real thing.
 */
export const records = {
  order: [] as string[],
  windows: [] as StandInWindow[],
  exposed: new Map<string, unknown>(),
  schemes: [] as unknown[],
  protocolHandlers: new Map<
    string,
    (request: { url: string; method: string }) => Response | Promise<Response>
  >(),
  dialogs: [] as unknown[],
  utilityProcesses: [] as { entry: string; options: unknown }[],
  /** Everything that a fenced session was given, by the name of the setter. */
  sessions: [] as StandInSession[],
};

type Listener = (...args: never[]) => unknown;
type Handler = (event: StandInEvent, ...args: unknown[]) => unknown;

export interface StandInFrame {
  readonly origin: string;
}
interface StandInEvent {
  readonly sender: StandInContents;
  readonly senderFrame: StandInFrame | null;
}

class StandInSession extends EventEmitter {
  readonly handlers = new Map<string, Listener>();
  spellChecker = true;
  readonly protocol = {
    handle: (scheme: string, handler: (request: { url: string; method: string }) => Response) => {
      records.protocolHandlers.set(scheme, handler);
    },
  };
  readonly webRequest = {
    onBeforeRequest: (listener: Listener) => void this.handlers.set("before-request", listener),
  };
  constructor() {
    super();
    records.sessions.push(this);
  }
  setPermissionRequestHandler = (handler: Listener): void =>
    void this.handlers.set("permission-request", handler);
  setPermissionCheckHandler = (handler: Listener): void =>
    void this.handlers.set("permission-check", handler);
  setDevicePermissionHandler = (handler: Listener): void =>
    void this.handlers.set("device-permission", handler);
  setSpellCheckerEnabled = (state: boolean): void => {
    this.spellChecker = state;
  };
}

const defaultSession = new StandInSession();
const partitions = new Map<string, StandInSession>();
export const session = {
  defaultSession,
  fromPartition: (name: string): StandInSession => {
    const known = partitions.get(name) ?? new StandInSession();
    partitions.set(name, known);
    return known;
  },
};

class StandInContents extends EventEmitter {
  readonly mainFrame: StandInFrame = { origin: "app://countersign" };
  windowOpenHandler: Listener | null = null;
  setWindowOpenHandler = (handler: Listener): void => {
    this.windowOpenHandler = handler;
  };
  /** To the preload; as in Electron, only what can be cloned arrives. */
  send = (channel: string, message: unknown): void =>
    void ipcRenderer.emit(channel, {}, structuredClone(message));
}

class StandInWindow extends EventEmitter {
  readonly webContents = new StandInContents();
  readonly loaded: string[] = [];
  readonly options: Readonly<Record<string, unknown>>;
  constructor(options: Readonly<Record<string, unknown>>) {
    super();
    this.options = options;
    records.windows.push(this);
    records.order.push("window");
    app.emit("web-contents-created", {}, this.webContents);
  }
  loadURL = (url: string): Promise<void> => {
    this.loaded.push(url);
    return Promise.resolve();
  };
  show = (): void => undefined;
  focus = (): void => undefined;
  restore = (): void => undefined;
  isMinimized = (): boolean => false;
}
export { StandInWindow as BrowserWindow };

class StandInApp extends EventEmitter {
  readonly isPackaged = true;
  enableSandbox = (): void => void records.order.push("sandbox");
  requestSingleInstanceLock = (): boolean => true;
  whenReady = async (): Promise<void> => {
    await new Promise((wake) => setImmediate(wake));
    records.order.push("ready");
  };
  quit = (): void => void records.order.push("quit");
}
export const app = new StandInApp();

export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown[]): void => void records.schemes.push(...schemes),
};

export const Menu = {
  buildFromTemplate: (template: unknown): unknown => template,
  setApplicationMenu: (): void => undefined,
};

const handlers = new Map<string, Handler>();
class StandInMainPort extends EventEmitter {
  handle = (channel: string, handler: Handler): void => void handlers.set(channel, handler);
}
export const ipcMain = new StandInMainPort();

const ownEvent = (): StandInEvent => {
  const sender = records.windows[0]?.webContents;
  if (sender === undefined) throw new Error("There is no window.");
  return { sender, senderFrame: sender.mainFrame };
};

/** A message to main as any frame could send it. */
export async function invokeFrom(
  event: Partial<StandInEvent>,
  channel: string,
  message: unknown,
): Promise<unknown> {
  const handler = handlers.get(channel);
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
  return structuredClone(await handler({ ...ownEvent(), ...event }, structuredClone(message)));
}

class StandInRendererPort extends EventEmitter {
  invoke = (channel: string, message: unknown): Promise<unknown> => invokeFrom({}, channel, message);
  send = (channel: string, message: unknown): void =>
    void ipcMain.emit(channel, ownEvent(), structuredClone(message));
}
export const ipcRenderer = new StandInRendererPort();

export const contextBridge = {
  exposeInMainWorld: (name: string, api: unknown): void => void records.exposed.set(name, api),
};
export const webUtils = { getPathForFile: (): string => "" };

export const dialog = {
  showOpenDialog: (
    _window: unknown,
    options: unknown,
  ): Promise<{ canceled: boolean; filePaths: string[] }> => {
    records.dialogs.push(options);
    return Promise.resolve({ canceled: false, filePaths: ["/chosen"] });
  },
};

/** A key store that protects, by turning bytes around: what is stored is not what was given. */
const turned = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0xff));
export const safeStorage = {
  getSelectedStorageBackend: (): string => "gnome_libsecret",
  isAsyncEncryptionAvailable: (): Promise<boolean> => Promise.resolve(true),
  encryptStringAsync: (text: string): Promise<Buffer> => Promise.resolve(turned(Buffer.from(text, "utf8"))),
  decryptStringAsync: (bytes: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> =>
    Promise.resolve({ result: turned(bytes).toString("utf8"), shouldReEncrypt: false }),
};

class StandInUtilityProcess extends EventEmitter {
  readonly #child: ChildProcess;
  constructor(entry: string) {
    super();
    const port = fileURLToPath(new URL("./parent-port.ts", import.meta.url));
    this.#child = fork(entry, [], {
      execArgv: ["--import", port],
      env: {},
      serialization: "advanced",
      stdio: "ignore",
    });
    this.#child.on("message", (message) => this.emit("message", message));
    this.#child.on("exit", (code) => this.emit("exit", code));
  }
  get pid(): number | undefined {
    return this.#child.pid;
  }
  postMessage = (message: unknown): void => void this.#child.send(message as object);
  kill = (): boolean => this.#child.kill("SIGKILL");
}
export const utilityProcess = {
  fork: (entry: string, _args: readonly string[], options: unknown): StandInUtilityProcess => {
    records.utilityProcesses.push({ entry, options });
    return new StandInUtilityProcess(entry);
  },
};
