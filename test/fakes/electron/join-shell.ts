// Run by test/contract/electron-shell.test.ts: starts the built main entry on the stand-in, loads the built preload
// as a sandbox would, speaks through both, and prints what happened as one line of JSON.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { runInNewContext } from "node:vm";
import type { AppEvent, Transport } from "../../../src-shared/api/contract.ts";
import * as electron from "./stand-in.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const { records } = electron;
const folder = process.argv[2] ?? "";

async function until<T>(find: () => T | undefined): Promise<T> {
  for (let tries = 0; tries < 400; tries += 1) {
    const found = find();
    if (found !== undefined) return found;
    await new Promise((wake) => setTimeout(wake, 25));
  }
  throw new Error("It did not happen within ten seconds.");
}

await import(pathToFileURL(join(root, "out/main/index.js")).href);
const window = await until(() => records.windows[0]);

// The preload gets what a sandboxed one has: `require` of electron alone, and no process, no Buffer, no module system.
const required: string[] = [];
const code = readFileSync((window.options["webPreferences"] as { preload: string }).preload, "utf8");
runInNewContext(code, {
  require: (name: string) => {
    required.push(name);
    if (name !== "electron") throw new Error(`module not found: ${name}`);
    return electron;
  },
  File,
});
const transport = records.exposed.get("countersign") as Transport;

const events: AppEvent[] = [];
const unsubscribe = transport.subscribe((event) => events.push(event));
const status = await transport.call("app.status", {});
const created = await transport.call("workspace.create", {
  name: "Joined",
  location: join(folder, "workspace"),
  passphrase: "a long passphrase",
});
const paper = join(folder, "invoices.csv");
writeFileSync(
  paper,
  "Invoice Number,Invoice Date,Customer,Supplier,Currency,Description,Quantity,Unit,Unit Price,Net,Total\n" +
    "INV-7,2026-10-31,Halden Foods Ltd,Northgate Works Ltd,GBP,Survey,2,hour,80.00,160.00,160.00\n",
);
const imported = await transport.call("documents.import-paths", { paths: [paper] }, "call-1");
const queue = await transport.call("review.queue", {});
const unknown = await transport.call("no.such" as "app.status", {});
const malformed = await transport.call("review.case", { invoiceId: 7 } as never);
const heard = events.map(({ type }) => type);
unsubscribe();
await transport.call("workspace.lock", {});

const call = "countersign:call";
const statusCall = { name: "app.status", input: {} };
const refusals = {
  otherOrigin: await electron.invokeFrom(
    { senderFrame: { origin: "https://example.com" } },
    call,
    statusCall,
  ),
  subFrame: await electron.invokeFrom({ senderFrame: { origin: "app://countersign" } }, call, statusCall),
  noFrame: await electron.invokeFrom({ senderFrame: null }, call, statusCall),
  prototypeName: await electron.invokeFrom({}, call, { name: "__proto__", input: {} }),
  pollutedInput: await electron.invokeFrom({}, call, {
    name: "workspace.open",
    input: JSON.parse('{"__proto__":{"location":"/x"},"constructor":{}}') as unknown,
  }),
  nothing: await electron.invokeFrom({}, call, null),
  pickFromOther: await electron.invokeFrom(
    { senderFrame: { origin: "https://example.com" } },
    "countersign:pick",
    "files",
  ),
};

const serve = records.protocolHandlers.get("app");
async function load(
  url: string,
  method = "GET",
): Promise<{ status: number; policy: string | null; type: string | null }> {
  const answer = await serve?.({ url, method });
  return {
    status: answer?.status ?? 0,
    policy: answer?.headers.get("content-security-policy") ?? null,
    type: answer?.headers.get("content-type") ?? null,
  };
}

const contents = window.webContents;
function isPrevented(event: string): boolean {
  let prevented = false;
  contents.emit(event, { preventDefault: () => (prevented = true) });
  return prevented;
}

const cancels = (url: string): boolean[] =>
  records.sessions.map((one) => {
    let cancelled = false;
    const listener = one.handlers.get("before-request") as unknown as
      ((details: { url: string }, answer: (verdict: { cancel: boolean }) => void) => void) | undefined;
    listener?.({ url }, ({ cancel }) => (cancelled = cancel));
    return cancelled;
  });

const permissions = records.sessions.map((one) => {
  let granted: unknown = "unanswered";
  const request = one.handlers.get("permission-request") as unknown as
    ((contents: unknown, name: string, answer: (verdict: boolean) => void) => void) | undefined;
  request?.(contents, "media", (verdict) => (granted = verdict));
  const check = one.handlers.get("permission-check") as unknown as (() => boolean) | undefined;
  const device = one.handlers.get("device-permission") as unknown as (() => boolean) | undefined;
  return { request: granted, check: check?.(), device: device?.(), spellChecker: one.spellChecker };
});

const pages: Record<string, Awaited<ReturnType<typeof load>>> = {};
for (const url of [
  "app://countersign/",
  "app://countersign/index.html",
  "app://countersign/../../package.json",
  "app://countersign/%2e%2e/%2e%2e/package.json",
  "app://countersign/..%2f..%2fpackage.json",
  "app://countersign/assets/..\\..\\..\\package.json",
  "app://other/index.html",
  "file:///etc/passwd",
])
  pages[url] = await load(url);

const picked = await transport.pick?.("export-folder");
const pickedUnknown = await transport.pick?.("passwords" as "files");
await new Promise((wake) => setTimeout(wake, 0));
electron.app.emit("will-quit", { preventDefault: () => undefined });
await until(() => (records.order.includes("quit") ? true : undefined));

process.stdout.write(
  `${JSON.stringify({
    order: records.order,
    schemes: records.schemes,
    webPreferences: window.options["webPreferences"],
    loaded: window.loaded,
    required,
    api: Object.keys(transport).toSorted(),
    status,
    created,
    imported,
    queue,
    unknown,
    malformed,
    heard,
    refusals,
    pages,
    posted: await load("app://countersign/", "POST"),
    prevented: Object.fromEntries(
      ["will-navigate", "will-redirect", "will-frame-navigate", "will-attach-webview"].map((name) => [
        name,
        isPrevented(name),
      ]),
    ),
    opened: (contents.windowOpenHandler as unknown as (() => unknown) | null)?.(),
    cancels: {
      out: cancels("https://example.com/x"),
      file: cancels("file:///etc/passwd"),
      own: cancels("app://countersign/a.js"),
    },
    permissions,
    picked,
    pickedUnknown,
    utilityProcesses: records.utilityProcesses,
  })}\n`,
);
process.exit(0);
