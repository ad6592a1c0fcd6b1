// Starts the built main entry on the stand-in, drives its window, and prints what happened as JSON.
import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";
import { app, invoke, journal } from "./stand-in.ts";

const [entry = "", file = ""] = process.argv.slice(2);
const standIn = new URL("./stand-in.ts", import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "electron" ? { url: standIn, shortCircuit: true } : next(specifier, context),
});
Object.assign(process, { resourcesPath: "/nowhere" });
await import(pathToFileURL(entry).href);

for (let tries = 0; journal.windows[0]?.url !== "app://countersign/" && tries < 500; tries += 1)
  await new Promise((resolve) => setTimeout(resolve, 10));
const window = journal.windows[0];
if (window === undefined) throw new Error("Main opened no window.");
const contents = window.webContents;
const own = journal.sessions.find(({ partition }) => partition !== "");
if (own === undefined) throw new Error("The window has no session of its own.");

interface Bridge {
  readonly call: (
    name: string,
    input: unknown,
    callId?: string,
  ) => Promise<{ ok: boolean; value: never; error: { code: string } }>;
  readonly cancel: (callId: string) => void;
  readonly subscribe: (listener: (event: { type: string }) => void) => () => void;
  readonly pick: (what: string) => Promise<readonly string[]>;
  readonly pathOf: (file: unknown) => string | null;
}
const bridge = window.world["countersign"] as Bridge;
const events: string[] = [];
bridge.subscribe(({ type }) => events.push(type));

const codeOf = async (answer: Promise<unknown>): Promise<unknown> => {
  const result = (await answer) as { ok: boolean; error?: { code: string } };
  return result.ok ? "ok" : result.error?.code;
};
const status = { name: "app.status", input: {} };
const ask = (url: string, method = "GET"): Response =>
  own.handlers["protocol:app"]?.({ url, method } as never) as Response;
const isCancelled = (url: string): boolean => {
  let answer = false;
  own.handlers["request"]?.(
    { url } as never,
    (({ cancel }: { cancel: boolean }) => (answer = cancel)) as never,
  );
  return answer;
};
const navigations = ["will-navigate", "will-redirect", "will-frame-navigate", "will-attach-webview"].map(
  (event) => {
    let isDenied = false;
    contents.emit(event, { preventDefault: () => (isDenied = true) });
    return isDenied;
  },
);
let isPermitted = true;
own.handlers["permission"]?.(
  {} as never,
  "media" as never,
  ((isGiven: boolean) => (isPermitted = isGiven)) as never,
);

const page = ask("app://countersign/");
const created = await bridge.call("workspace.create", {
  name: "Joined",
  location: null,
  passphrase: "long enough",
});
const imported = await bridge.call("documents.import-paths", { paths: [file] }, "job-1");
const queue = await bridge.call("review.queue", {});
const result = {
  url: window.url,
  options: window.options,
  schemes: journal.schemes,
  isSandboxEnabled: journal.isSandboxEnabled,
  preloadRequires: journal.preloadRequires,
  bridge: Object.keys(bridge),
  worlds: Object.keys(window.world),
  navigations,
  opened: contents.openHandler?.(),
  isPermitted,
  permissionCheck: own.handlers["permission-check"]?.(),
  device: own.handlers["device"]?.(),
  spelling: own.handlers["spelling"]?.(),
  requests: {
    own: isCancelled("app://countersign/index.html"),
    blob: isCancelled("blob:app://countersign/1"),
    web: isCancelled("https://example.com/"),
    socket: isCancelled("wss://example.com/"),
    file: isCancelled("file:///etc/passwd"),
    other: isCancelled("app://other/index.html"),
  },
  page: {
    status: page.status,
    csp: page.headers.get("content-security-policy"),
    text: (await page.text()).slice(0, 15),
  },
  outside: [
    "app://countersign/../../etc/passwd",
    "app://countersign/%2e%2e/package.json",
    "app://countersign/..%5c..%5cpackage.json",
    "app://countersign//etc/passwd",
    "app://other/",
    "app://countersign/index.html%00.js",
    "file:///etc/passwd",
    "nonsense",
  ].map((url) => ask(url).status),
  posted: ask("app://countersign/", "POST").status,
  senders: {
    ours: await codeOf(invoke(contents, contents.mainFrame, "countersign:call", status)),
    childFrame: await codeOf(invoke(contents, { origin: "app://countersign" }, "countersign:call", status)),
    noFrame: await codeOf(invoke(contents, null, "countersign:call", status)),
    otherContents: await codeOf(
      invoke({ mainFrame: contents.mainFrame } as never, contents.mainFrame, "countersign:call", status),
    ),
    pickByChildFrame: await invoke(contents, { origin: "app://countersign" }, "countersign:pick", "folder"),
  },
  hostile: [
    await codeOf(invoke(contents, contents.mainFrame, "countersign:call", null)),
    await codeOf(invoke(contents, contents.mainFrame, "countersign:call", { name: "no.such", input: {} })),
    await codeOf(
      invoke(contents, contents.mainFrame, "countersign:call", {
        name: "review.case",
        input: { invoiceId: 1 },
      }),
    ),
    await codeOf(bridge.call("no.such", {})),
  ],
  picked: [
    await bridge.pick("folder"),
    await bridge.pick("everything"),
    await invoke(contents, contents.mainFrame, "countersign:pick", "toString"),
  ],
  dropped: [bridge.pathOf(new File([], "a.pdf")), bridge.pathOf({ name: "a.pdf" })],
  created: created.ok ? Object.keys(created.value) : created.error,
  imported: imported.ok
    ? (imported.value as { documents: { status: string }[] }).documents.map((document) => document.status)
    : imported.error,
  rows: queue.ok ? (queue.value as { rows: unknown[] }).rows.length : queue.error,
  events: [...new Set(events)],
  utilities: journal.utilities,
};
await new Promise<void>((resolve) => {
  app.once("gone", resolve);
  app.quit();
});
process.stdout.write(`${JSON.stringify(result)}\n`);
process.exit(0);
