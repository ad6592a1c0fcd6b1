import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { httpProtocol } from "../../../src-shared/api/http-protocol.ts";
import { createDispatcher } from "../../services/dispatch.ts";
import type { Dispatcher } from "../../services/dispatch.ts";
import type { Program } from "../../services/program.ts";
import { guardRequest } from "./guard-request.ts";
import type { Rejection } from "./guard-request.ts";
import { guardHeaders } from "../content-security.ts";
import { createSessions } from "./sessions.ts";
import type { Sessions } from "./sessions.ts";
import type { StaticFile } from "../static-files.ts";

const address = "127.0.0.1";
const megabyte = 1024 * 1024;
const largestBody = { call: 700 * megabyte, small: 64 * 1024 };
const keepAliveMs = 15_000;

export interface WindowServerChoices {
  readonly program: Program;
  readonly files: ReadonlyMap<string, StaticFile>;
  /** 0 takes a free one. */
  readonly port: number;
  readonly log: (line: string) => void;
}

export interface WindowServer {
  readonly origin: string;
  /** An address for one new window, with its ticket in the fragment, which no server and no log ever sees. */
  readonly createAddress: () => string;
  /** Whether any window has come in. */
  readonly hasSession: () => boolean;
  readonly close: () => Promise<void>;
}

/** Serves the window and the contract to a browser on this machine, and to nobody else. */
export async function serveWindow(choices: WindowServerChoices): Promise<WindowServer> {
  const { program, files, log } = choices;
  const sessions = createSessions(() => performance.now());
  const dispatcher = createDispatcher(program, (incident, error) =>
    log(`${incident}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
  );
  const streams = new Set<ServerResponse>();
  const unsubscribe = program.subscribe((event) => {
    for (const stream of streams) stream.write(`${JSON.stringify(event)}\n`);
  });
  const keepAlive = setInterval(() => {
    for (const stream of streams) stream.write("\n");
  }, keepAliveMs);
  keepAlive.unref();

  let host = "";
  const server = createServer(
    { maxHeaderSize: 16 * 1024, headersTimeout: 10_000, requestTimeout: 120_000, insecureHTTPParser: false },
    (request, response) => {
      void route(request, response, { host, files, sessions, dispatcher, streams }).catch(
        (error: unknown) => {
          log(error instanceof Error ? (error.stack ?? error.message) : String(error));
          if (!response.headersSent) turnAway(response, { status: 400, reason: "broken request" });
          response.destroy();
        },
      );
    },
  );
  server.on("upgrade", (_request, socket) => socket.destroy());
  server.on("clientError", (_error, socket) => {
    if (socket.writable) socket.end("HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n");
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(choices.port, address, resolve);
  });
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("The server has no port.");
  host = `${address}:${bound.port}`;

  return {
    origin: `http://${host}`,
    createAddress: () => `http://${host}/#${httpProtocol.ticketParameter}=${sessions.issueTicket()}`,
    hasSession: sessions.hasAny,
    close: () =>
      new Promise((resolve) => {
        unsubscribe();
        clearInterval(keepAlive);
        for (const stream of streams) stream.end();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Room {
  readonly host: string;
  readonly files: ReadonlyMap<string, StaticFile>;
  readonly sessions: Sessions;
  readonly dispatcher: Dispatcher;
  readonly streams: Set<ServerResponse>;
}

async function route(request: IncomingMessage, response: ServerResponse, room: Room): Promise<void> {
  const rejection = guardRequest(request, room.host);
  if (rejection !== null) return turnAway(response, rejection);
  const path = (request.url ?? "").split("?", 1)[0] ?? "";
  if (request.method !== "POST") return sendFile(request, response, room.files.get(path));
  if (path === httpProtocol.session) return exchangeTicket(request, response, room.sessions);
  const isCall = path.startsWith(httpProtocol.callPrefix);
  if (!isCall && path !== httpProtocol.cancel && path !== httpProtocol.events)
    return turnAway(response, { status: 404, reason: "not here" });
  if (!room.sessions.isKnown(request)) return turnAway(response, { status: 401, reason: "no session" });
  if (path === httpProtocol.events) return streamEvents(request, response, room.streams);

  const body = await readJson(request, isCall ? largestBody.call : largestBody.small);
  if ("rejection" in body) return turnAway(response, body.rejection);
  const { input, callId } = (body.value ?? {}) as { readonly input?: unknown; readonly callId?: unknown };
  const id = typeof callId === "string" && callId.length <= 200 ? callId : undefined;
  if (!isCall) {
    if (id !== undefined) room.dispatcher.cancel(id);
    return sendJson(response, {});
  }
  // A window that is gone needs no answer: what it began is stopped.
  response.on("close", () => {
    if (!response.writableEnded && id !== undefined) room.dispatcher.cancel(id);
  });
  sendJson(response, await room.dispatcher.call(path.slice(httpProtocol.callPrefix.length), input, id));
}

function turnAway(response: ServerResponse, { status, reason }: Rejection): void {
  const body = Buffer.from(`${reason}\n`, "utf8");
  response.writeHead(status, {
    ...guardHeaders,
    "content-type": "text/plain; charset=utf-8",
    "content-length": body.length,
    connection: "close",
  });
  response.end(body);
}

function sendFile(request: IncomingMessage, response: ServerResponse, file: StaticFile | undefined): void {
  if (file === undefined) return turnAway(response, { status: 404, reason: "not here" });
  const headers = { ...guardHeaders, "cache-control": "no-cache", etag: file.etag };
  if (request.headers["if-none-match"] === file.etag) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, {
    ...headers,
    "content-type": file.mediaType,
    "content-length": file.bytes.length,
  });
  response.end(request.method === "HEAD" ? undefined : file.bytes);
}

async function exchangeTicket(
  request: IncomingMessage,
  response: ServerResponse,
  sessions: Sessions,
): Promise<void> {
  const body = await readJson(request, largestBody.small);
  if ("rejection" in body) return turnAway(response, body.rejection);
  const session = sessions.exchange((body.value as { readonly ticket?: unknown } | null)?.ticket);
  if (session === null) return turnAway(response, { status: 403, reason: "no such ticket" });
  sendJson(response, { token: session.token }, { "set-cookie": session.cookie });
}

function streamEvents(
  request: IncomingMessage,
  response: ServerResponse,
  streams: Set<ServerResponse>,
): void {
  request.resume();
  response.writeHead(200, { ...guardHeaders, "content-type": "application/x-ndjson; charset=utf-8" });
  response.write("\n");
  streams.add(response);
  response.on("close", () => streams.delete(response));
}

function sendJson(
  response: ServerResponse,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  const body = Buffer.from(JSON.stringify(value), "utf8");
  response.writeHead(200, {
    ...guardHeaders,
    ...headers,
    "content-type": "application/json; charset=utf-8",
    "content-length": body.length,
  });
  response.end(body);
}

async function readJson(
  request: IncomingMessage,
  limit: number,
): Promise<{ readonly value: unknown } | { readonly rejection: Rejection }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) return { rejection: { status: 413, reason: "too large" } };
    chunks.push(chunk);
  }
  try {
    return { value: JSON.parse(Buffer.concat(chunks).toString("utf8")) };
  } catch {
    return { rejection: { status: 400, reason: "not json" } };
  }
}
