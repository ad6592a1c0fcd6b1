import { httpProtocol } from "../../src-shared/api/http-protocol.ts";
import type { AppEvent, CallResult, Transport } from "../../src-shared/api/contract.ts";
import { say } from "../locale/say.ts";

const reconnectMs = 1_000;
const tokenName = "countersign-token";

type Listener = (event: AppEvent) => void;

/**
 * The transport of the local web shell, on the own origin only: calls as posts, events as one long answer of lines.
 *
 * The ticket of the address is exchanged once and leaves it; the token that comes back lives as long as the tab.
 */
export function connectHttp(): Transport {
  const listeners = new Set<Listener>();
  const session = findSession();
  // A new ticket in the address of an open tab changes its fragment only: the window begins anew with it.
  globalThis.addEventListener("hashchange", () => {
    if (ticketOfAddress() !== null) globalThis.location.reload();
  });
  void session.then((token) => (token === null ? undefined : followEvents(token, listeners)));
  return {
    call: async (name, input, callId) => {
      const token = await session;
      if (token === null)
        return { ok: false, error: { code: "host/no-session", message: say("host.noSession") } };
      const body = callId === undefined ? { input } : { input, callId };
      const response = await post(`${httpProtocol.callPrefix}${name}`, body, token);
      if (response.status === 401) {
        sessionStorage.removeItem(tokenName);
        return { ok: false, error: { code: "host/no-session", message: say("host.noSession") } };
      }
      if (!response.ok) {
        const facts = { status: response.status };
        return { ok: false, error: { code: "host/rejected", message: say("host.rejected", facts), facts } };
      }
      return (await response.json()) as CallResult<never>;
    },
    cancel: (callId) => {
      void session.then((token) =>
        token === null ? undefined : post(httpProtocol.cancel, { callId }, token),
      );
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    pick: null,
    pathOf: null,
  };
}

function post(path: string, body: unknown, token: string | null): Promise<Response> {
  return fetch(path, {
    method: "POST",
    credentials: "same-origin",
    redirect: "error",
    headers: {
      "content-type": "application/json",
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
}

const ticketOfAddress = (): string | null =>
  new URLSearchParams(globalThis.location.hash.slice(1)).get(httpProtocol.ticketParameter);

async function findSession(): Promise<string | null> {
  const ticket = ticketOfAddress();
  if (ticket === null) return sessionStorage.getItem(tokenName);
  globalThis.history.replaceState(null, "", globalThis.location.pathname);
  const response = await post(httpProtocol.session, { ticket }, null);
  // A ticket that was used before belongs to this very tab when it was reloaded or restored.
  if (!response.ok) return sessionStorage.getItem(tokenName);
  const { token } = (await response.json()) as { readonly token: string };
  sessionStorage.setItem(tokenName, token);
  return token;
}

/** Follows the events for as long as the window lives; a broken stream is taken up again. */
async function followEvents(token: string, listeners: ReadonlySet<Listener>): Promise<void> {
  for (;;) {
    try {
      const response = await post(httpProtocol.events, {}, token);
      if (response.status === 401) return;
      if (response.ok && response.body !== null) await readLines(response.body, listeners);
    } catch {
      // The program is gone or restarts; the next round tells.
    }
    await new Promise((resolve) => setTimeout(resolve, reconnectMs));
  }
}

async function readLines(body: ReadableStream<Uint8Array>, listeners: ReadonlySet<Listener>): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + decoder.decode(value, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (line === "") continue;
      const event = JSON.parse(line) as AppEvent;
      for (const listener of listeners) listener(event);
    }
  }
}
