import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a client sent, as far as a script looks at it. */
export interface SeenRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: {
    readonly model?: string;
    readonly messages?: readonly { readonly role: string; readonly content: string }[];
    readonly response_format?: { readonly type: string };
    readonly tools?: unknown;
  };
}

/** Answers one request; the response is the script's to end, garble or leave hanging. */
export type Script = (request: SeenRequest, response: ServerResponse) => void;

export interface ScriptedServer {
  readonly baseUrl: string;
  readonly seen: SeenRequest[];
  script: Script;
  readonly close: () => Promise<void>;
}

/** A server on this machine that speaks the protocol of a model and says what a test scripts. */
export async function startScriptedServer(script: Script = completes("{}")): Promise<ScriptedServer> {
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => {
    void readBody(request).then((text) => {
      const path = request.url ?? "";
      const entry: SeenRequest = {
        path,
        headers: request.headers,
        body: text === "" ? {} : (JSON.parse(text) as SeenRequest["body"]),
      };
      seen.push(entry);
      if (path.endsWith("/models"))
        return sendJson(response, {
          object: "list",
          data: [{ id: "tiny", object: "model", max_context_length: 32_768 }],
        });
      scripted.script(entry, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const scripted: ScriptedServer = {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    seen,
    script,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return scripted;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

export function sendJson(response: ServerResponse, body: unknown, status = 200): void {
  response
    .writeHead(status, { "content-type": "application/json" })
    .end(typeof body === "string" ? body : JSON.stringify(body));
}

/** A completion as servers write it, with changes. */
export const completion = (
  content: string | null,
  change: { readonly finish?: string; readonly message?: object; readonly model?: string } = {},
) => ({
  id: "cmpl-1",
  object: "chat.completion",
  created: 1,
  model: change.model ?? "tiny",
  choices: [
    {
      index: 0,
      finish_reason: change.finish ?? "stop",
      message: { role: "assistant", content, ...change.message },
    },
  ],
  usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
});

/** Answers every question alike. */
export const completes =
  (
    content: string | null | ((request: SeenRequest) => string),
    change: Parameters<typeof completion>[1] = {},
  ): Script =>
  (request, response) =>
    sendJson(response, completion(typeof content === "function" ? content(request) : content, change));

/** The words between the two lines with the random mark. */
export const fencedWords = ({ body }: SeenRequest): string =>
  /<<<(.+?)>>>\n([\s\S]*)\n<<<\1>>>/.exec(body.messages?.[1]?.content ?? "")?.[2] ?? "";
