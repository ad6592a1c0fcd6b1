import type { AppEvent, CallResult, Transport } from "../../src-shared/api/contract.ts";

const reconnectMs = 1_000;

/**
 * The transport of the local web shell: calls by HTTP, events by WebSocket, both on the own origin only.
 *
 * The one-time ticket stands after `#ticket=` in the address that the shell prints; it is exchanged once and then
 * leaves the address.
 */
export function connectHttp(): Transport {
  const listeners = new Set<(event: AppEvent) => void>();
  const session = exchangeTicket();
  void session.then(() => followEvents(listeners));
  return {
    call: async (name, input, callId) => {
      await session;
      const response = await fetch(`/api/${name}`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...(await bearer()),
          ...(callId === undefined ? {} : { "x-call-id": callId }),
        },
        body: JSON.stringify(input),
      });
      return (await response.json()) as CallResult<never>;
    },
    cancel: (callId) => {
      void bearer().then((headers) =>
        fetch("/api/cancel", {
          method: "POST",
          headers: { "content-type": "application/json", ...headers },
          body: JSON.stringify({ callId }),
        }),
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

let token: string | null = null;
const bearer = async (): Promise<Record<string, string>> =>
  token === null ? {} : { authorization: `Bearer ${token}` };

async function exchangeTicket(): Promise<void> {
  const ticket = /^#ticket=?([\w-]+)$/.exec(globalThis.location.hash)?.[1];
  if (ticket === undefined) return;
  const response = await fetch("/session", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ticket }),
  });
  globalThis.history.replaceState(null, "", "/");
  if (!response.ok) return;
  const answer = (await response.json()) as { readonly token?: string };
  token = answer.token ?? null;
}

function followEvents(listeners: ReadonlySet<(event: AppEvent) => void>): void {
  const socket = new WebSocket(`${globalThis.location.origin.replace(/^http/, "ws")}/events`);
  socket.addEventListener("message", (message) => {
    const event = JSON.parse(String(message.data)) as AppEvent;
    for (const listener of listeners) listener(event);
  });
  socket.addEventListener("close", () => setTimeout(() => followEvents(listeners), reconnectMs));
}
