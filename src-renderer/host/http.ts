import type { AppEvent, CallResult, Transport } from "../../src-shared/api/contract.ts";
import { httpProtocol } from "../../src-shared/api/http-protocol.ts";
import type { SessionGrant } from "../../src-shared/api/http-protocol.ts";

// Lives as long as the tab and belongs to this origin alone, port included: a reload keeps the session.
const tokenKey = "countersign-token";
const retryEventsMs = 1_000;

/**
 * The transport of the local web shell.
 *
 * The ticket leaves the address bar at once and is exchanged for a session; calls wait for that.
 */
export function connectHttp(): Transport {
  const token = exchangeTicket().then((fresh) => fresh ?? sessionStorage.getItem(tokenKey));

  const post = async (path: string, body: unknown, signal?: AbortSignal): Promise<Response> =>
    fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${(await token) ?? ""}` },
      body: JSON.stringify(body),
      credentials: "same-origin",
      redirect: "error",
      cache: "no-store",
      ...(signal === undefined ? {} : { signal }),
    });

  return {
    call: async (name, input, callId) => {
      const response = await post(`${httpProtocol.callPrefix}${name}`, { input, callId });
      return (await response.json()) as CallResult<never>;
    },
    cancel: (callId) => void post(httpProtocol.cancel, { callId }).catch(() => undefined),
    subscribe: (listener) => {
      const stop = new AbortController();
      void followEvents((signal) => post(httpProtocol.events, {}, signal), listener, stop.signal);
      return () => stop.abort();
    },
    pick: null,
    pathOf: null,
  };
}

async function exchangeTicket(): Promise<string | null> {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const ticket = fragment.get(httpProtocol.ticketParameter);
  if (ticket === null) return null;
  history.replaceState(null, "", location.pathname);
  const response = await fetch(httpProtocol.session, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ticket }),
    credentials: "same-origin",
    redirect: "error",
    cache: "no-store",
  });
  if (!response.ok) return null;
  const { token } = (await response.json()) as SessionGrant;
  sessionStorage.setItem(tokenKey, token);
  return token;
}

/** Reads events line by line, and begins again when the stream ends, until it is told to stop. */
async function followEvents(
  open: (signal: AbortSignal) => Promise<Response>,
  listener: (event: AppEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      const response = await open(signal);
      if (!response.ok || response.body === null) return;
      await readLines(response.body, (line) => listener(JSON.parse(line) as AppEvent));
    } catch {
      // The program may be restarting; the next round finds out.
    }
    await new Promise((resolve) => setTimeout(resolve, retryEventsMs));
  }
}

async function readLines(body: ReadableStream<Uint8Array>, take: (line: string) => void): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let pending = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    pending += decoder.decode(value, { stream: true });
    const lines = pending.split("\n");
    pending = lines.pop() ?? "";
    for (const line of lines) if (line !== "") take(line);
  }
}
