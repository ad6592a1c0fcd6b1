import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "countersign-electron-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Page {
  readonly status: number;
  readonly policy: string | null;
  readonly type: string | null;
}
type Answer = { readonly ok: boolean; readonly value?: never; readonly error?: { readonly code: string } };

interface Joined {
  readonly order: readonly string[];
  readonly schemes: readonly unknown[];
  readonly webPreferences: Readonly<Record<string, unknown>>;
  readonly loaded: readonly string[];
  readonly required: readonly string[];
  readonly api: readonly string[];
  readonly status: unknown;
  readonly created: unknown;
  readonly imported: unknown;
  readonly queue: unknown;
  readonly unknown: Answer;
  readonly malformed: Answer;
  readonly heard: readonly string[];
  readonly refusals: Readonly<Record<string, Answer>>;
  readonly pages: Readonly<Record<string, Page>>;
  readonly posted: Page;
  readonly prevented: Readonly<Record<string, boolean>>;
  readonly opened: unknown;
  readonly cancels: Readonly<Record<"out" | "file" | "own", readonly boolean[]>>;
  readonly permissions: readonly unknown[];
  readonly picked: unknown;
  readonly pickedUnknown: unknown;
  readonly utilityProcesses: readonly {
    readonly entry: string;
    readonly options: { readonly env?: object };
  }[];
}

// The built main entry and the built preload, joined through a stand-in for Electron. What needs a real window and a
// real sandbox is left to the journeys that run where Electron's binary is present.
describe("the Electron shell, built", () => {
  let joined: Joined;

  beforeAll(() => {
    expect(existsSync(join(root, "out/main/index.js")), "npm run build comes first").toBe(true);
    const hooks = pathToFileURL(join(root, "test/fakes/electron/resolve-electron.ts")).href;
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ["--import", hooks, join(root, "test/fakes/electron/join-shell.ts"), folder],
      { encoding: "utf8", timeout: 60_000, env: { ...process.env, COUNTERSIGN_HOME: join(folder, "home") } },
    );
    const line = stdout.trimEnd().split("\n").at(-1) ?? "";
    if (!line.startsWith("{")) throw new Error(stderr);
    joined = JSON.parse(line) as Joined;
  }, 90_000);

  test("asks for the sandbox before anything else", () => {
    expect(joined.order).toEqual(["sandbox", "ready", "window", "quit"]);
    expect(joined.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    });
    expect(joined.loaded).toEqual(["app://countersign/"]);
    expect(joined.schemes).toEqual([
      { scheme: "app", privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
  });

  test("has a preload of one small file that requires nothing but Electron", () => {
    expect(joined.required).toEqual(["electron"]);
    expect(statSync(join(root, "out/preload/index.cjs")).size).toBeLessThan(6_000);
    expect(joined.api).toEqual(["call", "cancel", "pathOf", "pick", "subscribe"]);
  });

  test("answers a call through preload and main", () => {
    expect(joined.status).toMatchObject({
      ok: true,
      value: { shell: "electron", keyStore: true, bytesSent: 0 },
    });
    expect(joined.created).toMatchObject({
      ok: true,
      value: { status: { workspace: { state: "open", name: "Joined" } } },
    });
  });

  test("reads a document in a utility process and shows its invoice in the queue", () => {
    expect(joined.imported).toMatchObject({
      ok: true,
      value: { unreadable: 0, documents: [{ kind: "invoice", status: "read" }] },
    });
    expect(joined.queue).toMatchObject({ ok: true, value: { rows: [{ number: "INV-7" }] } });
    expect(joined.utilityProcesses[0]?.entry).toMatch(/reading-process\.js$/);
    expect(joined.utilityProcesses[0]?.options.env).toEqual({});
  });

  test("pushes progress and changes to the window", () => {
    expect(joined.heard).toContain("progress");
    expect(joined.heard).toContain("workspace-changed");
  });

  test("refuses what is not in the contract, and whoever is not its own page", () => {
    expect(joined.unknown).toMatchObject({ ok: false, error: { code: "call/unknown-method" } });
    expect(joined.malformed.ok).toBe(false);
    expect(
      Object.entries(joined.refusals).filter(([name, answer]) => name !== "pickFromOther" && answer.ok),
    ).toEqual([]);
    expect(joined.refusals["otherOrigin"]).toMatchObject({ error: { code: "call/not-offered" } });
    expect(joined.refusals["subFrame"]).toMatchObject({ error: { code: "call/not-offered" } });
    expect(joined.refusals["noFrame"]).toMatchObject({ error: { code: "call/not-offered" } });
    expect(joined.refusals["pickFromOther"]).toEqual([]);
  });

  test("serves its own files under the policy, and nothing else", () => {
    const { pages } = joined;
    for (const url of ["app://countersign/", "app://countersign/index.html"]) {
      expect(pages[url]).toMatchObject({ status: 200, type: "text/html; charset=utf-8" });
      expect(pages[url]?.policy).toContain("default-src 'none'");
      expect(pages[url]?.policy).not.toContain("unsafe");
    }
    const others = Object.entries(pages).filter(([url]) => !/countersign\/(index\.html)?$/.test(url));
    expect(others.length).toBe(6);
    expect(others.filter(([, { status }]) => status !== 404)).toEqual([]);
    expect(joined.posted.status).toBe(404);
  });

  test("lets no window go anywhere and no request out", () => {
    expect(Object.values(joined.prevented)).toEqual([true, true, true, true]);
    expect(joined.opened).toEqual({ action: "deny" });
    expect(joined.cancels.out.length).toBeGreaterThanOrEqual(2);
    expect(joined.cancels.out).not.toContain(false);
    expect(joined.cancels.file).not.toContain(false);
    expect(joined.cancels.own).not.toContain(true);
    for (const permission of joined.permissions)
      expect(permission).toEqual({ request: false, check: false, device: false, spellChecker: false });
  });

  test("opens the dialogs it knows", () => {
    expect(joined.picked).toEqual(["/chosen"]);
    expect(joined.pickedUnknown).toEqual([]);
  });
});
