import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveWindow } from "../../../../../src-main/shells/local-web/serve-window.ts";
import type { WindowServer } from "../../../../../src-main/shells/local-web/serve-window.ts";
import type { StaticFile } from "../../../../../src-main/shells/static-files.ts";
import { openMemoryProgram } from "../../../../fakes/memory-program.ts";

const file = (text: string, mediaType: string): StaticFile => ({
  bytes: new TextEncoder().encode(text),
  mediaType,
  etag: `"${text.length}"`,
});
const page = file("<!doctype html>", "text/html; charset=utf-8");

let server: WindowServer;
let host = "";
let port = 0;
let calls = 0;
let token = "";
let cookie = "";

/** Sends the bytes as they are and answers what came back: no client tidies the request up. */
function send(
  text: string,
): Promise<{ readonly status: number; readonly head: string; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    let received = "";
    socket.setTimeout(3_000, () => socket.destroy());
    socket.on("data", (chunk: Buffer) => {
      received += chunk.toString("latin1");
      const length = /content-length: (\d+)/i.exec(received)?.[1];
      const end = received.indexOf("\r\n\r\n");
      if (end > 0 && length !== undefined && received.length >= end + 4 + Number(length)) socket.end();
    });
    socket.on("error", reject);
    socket.on("close", () => {
      const [head = "", body = ""] = received.split("\r\n\r\n");
      resolve({ status: Number(/^HTTP\/1\.\d (\d+)/.exec(head)?.[1] ?? 0), head, body });
    });
    socket.write(text);
  });
}

interface Draft {
  readonly method?: string;
  readonly target?: string;
  readonly version?: string;
  readonly host?: string | null;
  readonly headers?: readonly string[];
  readonly body?: string;
}

const draft = ({
  method = "GET",
  target = "/",
  version = "1.1",
  headers = [],
  body = "",
  ...rest
}: Draft): string => {
  const shownHost = "host" in rest ? rest.host : host;
  const lines = [
    `${method} ${target} HTTP/${version}`,
    ...(shownHost === null || shownHost === undefined ? [] : [`Host: ${shownHost}`]),
    ...headers,
    ...(body === "" && method !== "POST" ? [] : [`Content-Length: ${Buffer.byteLength(body)}`]),
    "Connection: close",
  ];
  return `${lines.join("\r\n")}\r\n\r\n${body}`;
};

const own = (): readonly string[] => [
  `Origin: http://${host}`,
  "Sec-Fetch-Site: same-origin",
  "Content-Type: application/json",
];
const known = (): readonly string[] => [...own(), `Cookie: ${cookie}`, `Authorization: Bearer ${token}`];
const status: Draft = { method: "POST", target: "/api/app.status", body: '{"input":{}}' };

beforeAll(async () => {
  const memory = await openMemoryProgram();
  memory.program.subscribe(() => undefined);
  const { clock } = memory.program.tools;
  const counting = { ...memory.program, tools: { ...memory.program.tools, clock } };
  // Every answer to app.status asks for the recent workspaces: that tells whether a handler ran.
  const vaults = { ...memory.program.vaults, recent: () => ((calls += 1), Promise.resolve([])) };
  server = await serveWindow({
    program: { ...counting, vaults },
    files: new Map([
      ["/", page],
      ["/index.html", page],
      ["/assets/app.js", file("1", "text/javascript; charset=utf-8")],
    ]),
    port: 0,
    log: () => undefined,
  });
  host = server.origin.slice("http://".length);
  port = Number(host.split(":")[1]);
  const ticket = new URL(server.createAddress()).hash.slice("#ticket=".length);
  const answer = await send(
    draft({ method: "POST", target: "/session", headers: own(), body: JSON.stringify({ ticket }) }),
  );
  token = (JSON.parse(answer.body) as { token: string }).token;
  cookie = /set-cookie: (countersign=[\w-]+)/i.exec(answer.head)?.[1] ?? "";
});
afterAll(() => server.close());

test("our own page is served, and our own call is answered", async () => {
  expect((await send(draft({}))).status).toBe(200);
  expect(
    (await send(draft({ target: "/assets/app.js", headers: ["Sec-Fetch-Site: same-origin"] }))).status,
  ).toBe(200);
  calls = 0;
  expect((await send(draft({ ...status, headers: known() }))).status).toBe(200);
  expect(calls).toBe(1);
});

test("every answer carries the fence, also one that turns away", async () => {
  for (const text of [draft({}), draft({ target: "/nowhere" }), draft({ host: "evil.example" })]) {
    const { head } = await send(text);
    for (const header of [
      "content-security-policy: default-src 'none'",
      "frame-ancestors 'none'",
      "x-content-type-options: nosniff",
      "cross-origin-opener-policy: same-origin",
      "cross-origin-resource-policy: same-origin",
      "referrer-policy: no-referrer",
    ])
      expect(head.toLowerCase()).toContain(header);
    expect(head.toLowerCase()).not.toContain("access-control-");
  }
});

describe("turned away, and nothing is called", () => {
  const matrix: readonly (readonly [string, () => string, readonly number[]])[] = [
    ["a foreign host", () => draft({ host: "evil.example" }), [421]],
    ["a name that leads here", () => draft({ host: `127.0.0.1.nip.io:${port}` }), [421]],
    ["localhost by name", () => draft({ host: `localhost:${port}` }), [421]],
    ["the host without a port", () => draft({ host: "127.0.0.1" }), [421]],
    ["another port", () => draft({ host: "127.0.0.1:1" }), [421]],
    ["an address in decimal", () => draft({ host: `2130706433:${port}` }), [421]],
    ["an address in octal", () => draft({ host: `0177.0.0.1:${port}` }), [421]],
    ["an address in hex", () => draft({ host: `0x7f.1:${port}` }), [421]],
    ["a short address", () => draft({ host: `127.1:${port}` }), [421]],
    ["IPv6 loopback", () => draft({ host: `[::1]:${port}` }), [421]],
    ["a host with a trailing dot", () => draft({ host: `127.0.0.1.:${port}` }), [421]],
    ["a host with a user part", () => draft({ host: `${host}@evil.example` }), [421]],
    ["a host with another after a comma", () => draft({ host: `${host}, evil.example` }), [421]],
    ["two hosts, ours first", () => draft({ headers: ["Host: evil.example"] }), [400, 421]],
    ["two hosts, ours last", () => draft({ host: "evil.example", headers: [`Host: ${host}`] }), [400, 421]],
    ["no host", () => draft({ host: null }), [400, 421]],
    ["no host in HTTP/1.0", () => draft({ host: null, version: "1.0" }), [421]],
    ["an empty host", () => draft({ host: "" }), [421]],
    ["a target with another host", () => draft({ target: "http://evil.example/" }), [400]],
    ["a target of two slashes", () => draft({ target: "//evil.example/" }), [400]],
    ["a target that is a star", () => draft({ method: "OPTIONS", target: "*" }), [400, 405]],
    ["a way up", () => draft({ target: "/../../etc/passwd" }), [404]],
    ["a way up, encoded", () => draft({ target: "/%2e%2e/%2e%2e/etc/passwd" }), [404]],
    ["a way up, encoded twice", () => draft({ target: "/%252e%252e/etc/passwd" }), [404]],
    ["a way up with backslashes", () => draft({ target: "/..\\..\\etc\\passwd" }), [404]],
    ["a zero byte", () => draft({ target: "/index.html%00.js" }), [404]],
    ["a drive letter", () => draft({ target: "/C:/Windows/win.ini" }), [404]],
    ["a hidden file", () => draft({ target: "/.env" }), [404]],
    ["the source of the shell", () => draft({ target: "/main.ts" }), [404]],
    [
      "a call by GET",
      () =>
        draft({
          target: "/api/app.status",
          headers: [`Cookie: ${cookie}`, `Authorization: Bearer ${token}`],
        }),
      [404],
    ],
    ["a call by PUT", () => draft({ ...status, method: "PUT", headers: known() }), [405]],
    ["a call by DELETE", () => draft({ ...status, method: "DELETE", headers: known() }), [405]],
    [
      "a question before a foreign call",
      () =>
        draft({
          method: "OPTIONS",
          target: "/api/app.status",
          headers: ["Origin: https://evil.example", "Access-Control-Request-Method: POST"],
        }),
      [405],
    ],
    ["TRACE", () => draft({ method: "TRACE" }), [405]],
    ["CONNECT", () => draft({ method: "CONNECT", target: "evil.example:443" }), [0, 400, 405]],
    [
      "a foreign origin",
      () => draft({ ...status, headers: known().with(0, "Origin: https://evil.example") }),
      [403],
    ],
    ["no origin on a call", () => draft({ ...status, headers: known().slice(1) }), [403]],
    ["origin null", () => draft({ ...status, headers: known().with(0, "Origin: null") }), [403]],
    [
      "our origin over https",
      () => draft({ ...status, headers: known().with(0, `Origin: https://${host}`) }),
      [403],
    ],
    [
      "our origin with a path",
      () => draft({ ...status, headers: known().with(0, `Origin: http://${host}/`) }),
      [403],
    ],
    [
      "our origin by name",
      () => draft({ ...status, headers: known().with(0, `Origin: http://localhost:${port}`) }),
      [403],
    ],
    [
      "two origins",
      () => draft({ ...status, headers: [...known(), "Origin: https://evil.example"] }),
      [400, 403],
    ],
    [
      "a page opened from a foreign origin",
      () => draft({ headers: ["Origin: https://evil.example"] }),
      [403],
    ],
    [
      "a fetch of another site",
      () => draft({ ...status, headers: known().with(1, "Sec-Fetch-Site: cross-site") }),
      [403],
    ],
    [
      "a fetch of the same site, another port",
      () => draft({ ...status, headers: known().with(1, "Sec-Fetch-Site: same-site") }),
      [403],
    ],
    [
      "a picture on a foreign page",
      () => draft({ target: "/assets/app.js", headers: ["Sec-Fetch-Site: cross-site"] }),
      [403],
    ],
    [
      "a call that says it was typed",
      () => draft({ ...status, headers: known().with(1, "Sec-Fetch-Site: none") }),
      [403],
    ],
    [
      "a form",
      () => draft({ ...status, headers: known().with(2, "Content-Type: application/x-www-form-urlencoded") }),
      [415],
    ],
    ["plain text", () => draft({ ...status, headers: known().with(2, "Content-Type: text/plain") }), [415]],
    ["no content type", () => draft({ ...status, headers: known().toSpliced(2, 1) }), [415]],
    ["no session at all", () => draft({ ...status, headers: own() }), [401]],
    ["the cookie alone", () => draft({ ...status, headers: [...own(), `Cookie: ${cookie}`] }), [401]],
    [
      "the token alone",
      () => draft({ ...status, headers: [...own(), `Authorization: Bearer ${token}`] }),
      [401],
    ],
    [
      "a wrong token",
      () =>
        draft({
          ...status,
          headers: [...own(), `Cookie: ${cookie}`, `Authorization: Bearer ${"A".repeat(43)}`],
        }),
      [401],
    ],
    [
      "a wrong cookie",
      () =>
        draft({
          ...status,
          headers: [...own(), `Cookie: countersign=${"A".repeat(43)}`, `Authorization: Bearer ${token}`],
        }),
      [401],
    ],
    [
      "two cookies",
      () =>
        draft({
          ...status,
          headers: [...own(), `Cookie: ${cookie}; countersign=x`, `Authorization: Bearer ${token}`],
        }),
      [401],
    ],
    ["two tokens", () => draft({ ...status, headers: [...known(), "Authorization: Bearer x"] }), [400, 401]],
    [
      "a token as basic",
      () => draft({ ...status, headers: [...own(), `Cookie: ${cookie}`, `Authorization: Basic ${token}`] }),
      [401],
    ],
    [
      "events without a session",
      () => draft({ method: "POST", target: "/events", headers: own(), body: "{}" }),
      [401],
    ],
    [
      "a cancel without a session",
      () => draft({ method: "POST", target: "/cancel", headers: own(), body: '{"callId":"x"}' }),
      [401],
    ],
    [
      "a made-up ticket",
      () => draft({ method: "POST", target: "/session", headers: own(), body: '{"ticket":"AAAA"}' }),
      [403],
    ],
    [
      "a ticket that is no text",
      () => draft({ method: "POST", target: "/session", headers: own(), body: '{"ticket":{"a":1}}' }),
      [403],
    ],
    [
      "a ticket from a foreign page",
      () =>
        draft({
          method: "POST",
          target: "/session",
          headers: own().with(0, "Origin: https://evil.example"),
          body: '{"ticket":"x"}',
        }),
      [403],
    ],
    ["a body that is no JSON", () => draft({ ...status, headers: known(), body: "{" }), [400]],
    [
      "a post to a file",
      () => draft({ method: "POST", target: "/index.html", headers: known(), body: "{}" }),
      [404],
    ],
    [
      "an upgrade to a socket",
      () =>
        draft({
          headers: [
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Key: x",
            "Sec-WebSocket-Version: 13",
          ],
        }),
      [0, 400],
    ],
    [
      "two lengths",
      () =>
        `POST /api/app.status HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}`,
      [400],
    ],
    ["a header split over lines", () => `GET / HTTP/1.1\r\nHost: ${host}\r\nX-A: b\r\n c\r\n\r\n`, [400]],
    ["line feeds alone", () => `GET / HTTP/1.1\nHost: ${host}\n\n`, [0, 400]],
    ["a very long header", () => draft({ headers: [`X-Long: ${"a".repeat(20_000)}`] }), [400, 431]],
    ["no HTTP at all", () => "hello\r\n\r\n", [400]],
  ];

  test.each(matrix)("%s", async (_, toText, statuses) => {
    calls = 0;
    const answer = await send(toText());
    expect(statuses).toContain(answer.status);
    expect(calls).toBe(0);
    expect(answer.body).not.toContain("doctype");
  });
});

test("a ticket is good once", async () => {
  const ticket = new URL(server.createAddress()).hash.slice("#ticket=".length);
  const exchange = draft({
    method: "POST",
    target: "/session",
    headers: own(),
    body: JSON.stringify({ ticket }),
  });
  const first = await send(exchange);
  expect(first.status).toBe(200);
  expect(first.head).toMatch(/set-cookie: countersign=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\//i);
  expect((await send(exchange)).status).toBe(403);
});

test("an unknown method is a sentence, not an error of the server", async () => {
  const answer = await send(draft({ ...status, target: "/api/no.such", headers: known() }));
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: "call/unknown-method" } });
});

test("the server listens on loopback alone", () => {
  expect(server.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});
