import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

// The main entry and the preload as they are built, joined through a stand-in for `electron`. What a stand-in
// cannot show (that Chromium keeps the sandbox it was asked for) needs the binary.
const root = join(import.meta.dirname, "../..");
const entry = join(root, "out/main/index.js");
const preload = join(root, "out/preload/index.cjs");
const isBuilt = existsSync(entry) && existsSync(preload);
const folder = mkdtempSync(join(tmpdir(), "countersign-electron-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let seen: Record<string, unknown> = {};

beforeAll(() => {
  if (!isBuilt) return;
  const file = join(folder, "invoice.txt");
  writeFileSync(file, "INVOICE\n\nInvoice no: INV-7\nInvoice date: 2026-10-01\nTotal: USD 100.00\n");
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(root, "test/fakes/electron/drive-shell.ts"), entry, file],
    { encoding: "utf8", timeout: 60_000, env: { ...process.env, COUNTERSIGN_HOME: join(folder, "home") } },
  );
  if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
  seen = JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Record<string, unknown>;
}, 70_000);

describe.runIf(isBuilt)("the Electron shell, built", () => {
  test("its window is sandboxed, isolated and without Node", () => {
    expect(seen["isSandboxEnabled"]).toBe(true);
    expect(seen["url"]).toBe("app://countersign/");
    expect((seen["options"] as { webPreferences: object }).webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    });
    expect(seen["schemes"]).toEqual([
      { scheme: "app", privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
  });

  test("its preload is one small file that requires nothing but electron, and offers methods only", () => {
    expect(seen["preloadRequires"]).toEqual(["electron"]);
    expect(seen["worlds"]).toEqual(["countersign"]);
    expect(seen["bridge"]).toEqual(["call", "cancel", "subscribe", "pick", "pathOf"]);
    expect(readFileSync(preload).length).toBeLessThan(8_000);
    expect(
      readFileSync(join(root, "src-main/shells/electron/preload.ts"), "utf8").split("\n").length,
    ).toBeLessThan(60);
  });

  test("it goes nowhere, opens nothing and permits nothing", () => {
    expect(seen["navigations"]).toEqual([true, true, true, true]);
    expect(seen["opened"]).toEqual({ action: "deny" });
    expect([seen["isPermitted"], seen["permissionCheck"], seen["device"], seen["spelling"]]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(seen["requests"]).toEqual({
      own: false,
      blob: false,
      web: true,
      socket: true,
      file: true,
      other: true,
    });
  });

  test("app:// answers from its table alone, under the content security policy", () => {
    expect(seen["page"]).toMatchObject({ status: 200, text: "<!doctype html>" });
    expect((seen["page"] as { csp: string }).csp).toContain("default-src 'none'; script-src 'self'");
    expect((seen["page"] as { csp: string }).csp).not.toContain("unsafe");
    expect(seen["outside"]).toEqual(Array.from({ length: 8 }, () => 404));
    expect(seen["posted"]).toBe(404);
  });

  test("only the top frame of its own window is answered", () => {
    expect(seen["senders"]).toEqual({
      ours: "ok",
      childFrame: "call/not-offered",
      noFrame: "call/not-offered",
      otherContents: "call/not-offered",
      pickByChildFrame: [],
    });
  });

  test("a message that is not of the contract is refused", () => {
    expect(seen["hostile"]).toEqual([
      "call/unknown-method",
      "call/unknown-method",
      "call/invalid-input",
      "call/unknown-method",
    ]);
    expect(seen["picked"]).toEqual([["/chosen/folder"], [], []]);
    expect(seen["dropped"]).toEqual(["/dropped/a.pdf", null]);
  });

  test("the main job runs through it: a workspace, a document read in its own process, a case in the queue", () => {
    expect(seen["created"]).toEqual(["status", "recoveryKey"]);
    expect(seen["imported"]).toEqual(["read"]);
    expect(seen["rows"]).toBe(1);
    const [utility] = seen["utilities"] as { entry: string; options: { env: unknown } }[];
    expect(utility?.entry).toMatch(/reading-process\.js$/);
    expect(utility?.options.env).toEqual({});
    expect(seen["events"]).toEqual(expect.arrayContaining(["progress", "workspace-changed"]));
  });
});
