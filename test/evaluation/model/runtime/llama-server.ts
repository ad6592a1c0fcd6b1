import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { LlamaLibrary } from "./llama-runtime.ts";

/** A server of this machine that answers by a real llama.cpp, in the protocol of OpenAI. */
export interface LlamaServer {
  readonly baseUrl: string;
  /** Questions whose caller hung up before the answer was done, and which then stopped. */
  readonly stopped: () => number;
  /** Tokens that were made for the question that stopped last. */
  readonly lastTokens: () => number;
  readonly close: () => Promise<void>;
}

interface ChatBody {
  readonly model?: string;
  readonly stream?: boolean;
  readonly max_tokens?: number;
  readonly messages?: readonly { readonly role: string; readonly content: string }[];
  readonly response_format?: { readonly type: string; readonly json_schema?: { readonly schema: object } };
}

export async function startLlamaServer(
  { getLlama, LlamaCompletion }: LlamaLibrary,
  modelPath: string,
  contextTokens: number,
): Promise<LlamaServer> {
  const llama = await getLlama({ gpu: false, build: "never", logLevel: "error" });
  const model = await llama.loadModel({ modelPath });
  const context = await model.createContext({ contextSize: contextTokens, threads: 1 });
  const sequence = context.getSequence();
  const completion = new LlamaCompletion({ contextSequence: sequence });
  let stopped = 0;
  let made = 0;

  const chat = async (body: ChatBody, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const prompt = (body.messages ?? []).map(({ role, content }) => `${role}: ${content}\n`).join("");
    const promptTokens = model.tokenize(prompt).length;
    const maxTokens = body.max_tokens ?? 200;
    if (promptTokens + maxTokens > contextTokens)
      return send(response, 400, {
        error: {
          message: `${promptTokens} + ${maxTokens} tokens exceed ${contextTokens}`,
          type: "exceed_context_size_error",
        },
      });
    const schema = body.response_format?.json_schema?.schema;
    const grammar = schema === undefined ? null : await llama.createGrammarForJsonSchema(schema);
    const abort = new AbortController();
    response.on("close", () => {
      if (!response.writableEnded) abort.abort();
    });
    await sequence.clearHistory();
    made = 0;
    if (body.stream === true) response.writeHead(200, { "content-type": "text/event-stream" });
    try {
      const { response: text, metadata } = await completion.generateCompletionWithMeta(prompt, {
        maxTokens,
        temperature: 0.9,
        seed: 7,
        signal: abort.signal,
        ...(grammar === null ? {} : { grammar }),
        onToken: (tokens: readonly number[]) => void (made += tokens.length),
        onTextChunk: (chunk: string) => {
          if (body.stream === true)
            response.write(`data: ${JSON.stringify({ choices: [{ delta: { content: chunk } }] })}\n\n`);
        },
      });
      if (body.stream === true) response.end("data: [DONE]\n\n");
      else
        send(response, 200, {
          id: "chatcmpl-1",
          object: "chat.completion",
          created: 0,
          model: "tiny",
          choices: [
            {
              index: 0,
              message: { role: "assistant", content: text },
              finish_reason: metadata.stopReason === "maxTokens" ? "length" : "stop",
            },
          ],
          usage: { prompt_tokens: promptTokens, completion_tokens: made, total_tokens: promptTokens + made },
        });
    } catch (error) {
      if (!abort.signal.aborted) throw error;
      stopped += 1;
    }
  };

  const server = createServer((request, response) => {
    void (async () => {
      if (request.url === "/v1/models")
        return send(response, 200, {
          object: "list",
          data: [{ id: "tiny", object: "model", meta: { n_ctx_train: contextTokens } }],
        });
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      await chat(JSON.parse(Buffer.concat(parts).toString("utf8")) as ChatBody, request, response);
    })().catch((error: unknown) => send(response, 500, { error: { message: String(error) } }));
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    stopped: () => stopped,
    lastTokens: () => made,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => void server.close(() => resolve()));
      await llama.dispose();
    },
  };
}

function send(response: ServerResponse, status: number, body: object): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}
