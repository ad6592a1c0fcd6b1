import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { httpProtocol } from "../../src-shared/api/http-protocol.ts";
import type { Transport } from "../../src-shared/api/contract.ts";
import { serveWindow } from "../../src-main/shells/local-web/serve-window.ts";
import { openMemoryProgram } from "../fakes/memory-program.ts";
import { recordedCalls, replay } from "./recorded-calls.ts";
import type { Send } from "./recorded-calls.ts";

vi.mock("electron", () => import("../fakes/electron/stand-in.ts"));

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** The name of the shell stands in its status and in the audit trail: it is the same here, so that all else can be. */
const program = () => openMemoryProgram({ shell: "local-web" });

async function throughDispatch(): Promise<Send> {
  const { dispatcher } = await program();
  return (name, input) => dispatcher.call(name, input);
}

async function throughHttp(): Promise<Send> {
  const memory = await program();
  const page = { bytes: new Uint8Array(0), mediaType: "text/html", etag: '"0"' };
  const server = await serveWindow({
    program: memory.program,
    files: new Map([["/", page]]),
    port: 0,
    log: () => undefined,
  });
  closing.push(server.close);
  const ticket = new URLSearchParams(new URL(server.createAddress()).hash.slice(1)).get("ticket");
  const headers = { "content-type": "application/json", origin: server.origin };
  const granted = await fetch(server.origin + httpProtocol.session, {
    method: "POST",
    headers,
    body: JSON.stringify({ ticket }),
  });
  const { token } = (await granted.json()) as { token: string };
  const cookie = granted.headers.get("set-cookie")?.split(";")[0] ?? "";
  return async (name, input) => {
    const answer = await fetch(`${server.origin}${httpProtocol.callPrefix}${name}`, {
      method: "POST",
      headers: { ...headers, cookie, authorization: `Bearer ${token}` },
      body: JSON.stringify({ input }),
    });
    return (await answer.json()) as never;
  };
}

const preload = join(import.meta.dirname, "../../out/preload/index.cjs");

async function throughElectron(): Promise<Send> {
  const { answerWindow } = await import("../../src-main/shells/electron/answer-window.ts");
  const { BrowserWindow } = await import("electron");
  const { dispatcher } = await program();
  const window = new BrowserWindow({ webPreferences: { preload } });
  answerWindow(dispatcher, () => window);
  await window.loadURL("app://countersign/");
  const bridge = (window as unknown as { world: { countersign: Transport } }).world.countersign;
  return (name, input) => bridge.call(name as never, input as never);
}

test("the recording goes through the whole contract's main job and its refusals", async () => {
  const answers = await replay(await throughDispatch());
  const summary = answers.map(({ name, result }) => `${name}: ${result.ok ? "ok" : result.error.code}`);
  expect(summary.length).toBe(recordedCalls.length);
  expect(summary).toMatchInlineSnapshot(`
    [
      "app.status: ok",
      "app.set-actor: ok",
      "documents.list: ok",
      "documents.import-files: ok",
      "documents.list: ok",
      "agreements.list: ok",
      "deliveries.list: ok",
      "review.queue: ok",
      "review.case: ok",
      "review.case: decide/unknown-invoice",
      "review.case: call/invalid-input",
      "no.such-method: call/unknown-method",
      "review.decide: ok",
      "history.undo: ok",
      "history.redo: ok",
      "history.redo: decide/nothing-to-redo",
      "review.correct-value: decide/invalid-value",
      "batches.approve: ok",
      "batches.list: ok",
      "exports.targets: ok",
      "exports.plan: ok",
      "exports.write: ok",
      "exports.write: export/nothing-to-write",
      "history.undo: decide/cannot-undo",
      "history.list: ok",
      "rules.try: ok",
      "decisions.replay: ok",
      "policy.read: ok",
      "policy.write: policy/invalid",
      "audit.verify: ok",
      "report.build: ok",
      "workspace.lock: ok",
      "review.queue: workspace/locked",
    ]
  `);
});

test("a browser window gets the answers of the dispatch", async () => {
  const [direct, http] = [await replay(await throughDispatch()), await replay(await throughHttp())];
  expect(http).toEqual(direct);
});

test.runIf(existsSync(preload))("an Electron window gets the answers of the dispatch", async () => {
  const [direct, electron] = [await replay(await throughDispatch()), await replay(await throughElectron())];
  // The preload knows the names and refuses others itself, in words of its own.
  const comparable = (answers: typeof direct) => answers.filter(({ name }) => name !== "no.such-method");
  expect(comparable(electron)).toEqual(comparable(direct));
  expect(electron.find(({ name }) => name === "no.such-method")?.result).toMatchObject({
    ok: false,
    error: { code: "call/unknown-method" },
  });
});
