import type {
  AppEvent,
  CallResult,
  InputOf,
  MethodName,
  OutputOf,
  Transport,
} from "../../src-shared/api/contract.ts";
import { sayProblem } from "../locale/say-program.ts";

let transport: Transport | null = null;
let lastCall = 0;

/** Joins the window to its program. Every call goes through the one transport that was given here. */
export function connectTransport(next: Transport): void {
  transport = next;
}

/** An id for a long call, so that its progress can be followed and it can be cancelled. */
export function createCallId(): string {
  lastCall += 1;
  return `call-${lastCall}`;
}

/** One call of the contract. A transport that breaks is a foreseen failure like any other. */
export async function callHost<M extends MethodName>(
  name: M,
  input: InputOf<M>,
  callId?: string,
): Promise<CallResult<OutputOf<M>>> {
  if (transport === null) throw new Error("The window is not joined to its program.");
  try {
    const result = await (callId === undefined
      ? transport.call(name, input)
      : transport.call(name, input, callId));
    return result.ok ? result : { ok: false, error: { ...result.error, message: sayProblem(result.error) } };
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    return { ok: false, error: { code: "host/unreachable", message, facts: { name } } };
  }
}

export function cancelCall(callId: string): void {
  transport?.cancel(callId);
}

export function listenToHost(listener: (event: AppEvent) => void): () => void {
  return transport?.subscribe(listener) ?? (() => undefined);
}

/** Native dialog of the shell; `null` where it has none. */
export function nativePicker(): Transport["pick"] {
  return transport?.pick ?? null;
}

export function pathOfDropped(file: File): string | null {
  return transport?.pathOf?.(file) ?? null;
}
