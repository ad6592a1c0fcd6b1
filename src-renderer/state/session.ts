import { create } from "zustand";
import type { AppStatus, CallError } from "../../src-shared/api/contract.ts";
import { callHost, createCallId } from "../host/door.ts";
import { openScreen, useWindowView } from "./window-view.ts";

interface Session {
  readonly status: AppStatus | null;
  readonly error: CallError | null;
  readonly busy: boolean;
  /** Shown once, after a workspace was made; held nowhere else. */
  readonly recoveryKey: string | null;
}

/** Who is at work in which workspace, as the program says. */
export const useSession = create<Session>(() => ({
  status: null,
  error: null,
  busy: false,
  recoveryKey: null,
}));

const begin = (): void => useSession.setState({ busy: true, error: null });
const fail = (error: CallError): void => useSession.setState({ busy: false, error });

export async function loadStatus(): Promise<void> {
  const result = await callHost("app.status", {});
  if (!result.ok) return fail(result.error);
  useSession.setState({ status: result.value, error: null, busy: false });
  const isOpen = result.value.workspace.state === "open";
  const { screen } = useWindowView.getState();
  if (!isOpen) openScreen("welcome");
  else if (screen === "welcome") openScreen("queue");
}

export async function openSample(): Promise<void> {
  begin();
  const result = await callHost("workspace.open-sample", {}, createCallId());
  if (!result.ok) return fail(result.error);
  useSession.setState({ status: result.value, busy: false });
  openScreen("queue");
}

export async function createWorkspace(input: {
  readonly name: string;
  readonly location: string | null;
  readonly passphrase: string;
}): Promise<void> {
  begin();
  const result = await callHost("workspace.create", input);
  if (!result.ok) return fail(result.error);
  useSession.setState({ status: result.value.status, recoveryKey: result.value.recoveryKey, busy: false });
}

/** Called when the person has kept the recovery key: it leaves the memory of the window. */
export function confirmRecoveryKey(): void {
  useSession.setState({ recoveryKey: null });
  openScreen("documents");
}

export type UnlockSecret =
  | { readonly type: "passphrase"; readonly passphrase: string }
  | { readonly type: "recovery-key"; readonly recoveryKey: string }
  | { readonly type: "key-store" };

export async function openWorkspace(location: string, secret: UnlockSecret): Promise<void> {
  begin();
  const result = await callHost("workspace.open", { location, secret });
  if (!result.ok) return fail(result.error);
  useSession.setState({ status: result.value, busy: false });
  openScreen("queue");
}

/** The name under which everything from here on is kept. */
export async function renamePerson(actor: string): Promise<void> {
  const result = await callHost("app.set-actor", { actor });
  if (!result.ok) return fail(result.error);
  useSession.setState({ status: result.value });
}

export async function lockWorkspace(): Promise<void> {
  const result = await callHost("workspace.lock", {});
  if (!result.ok) return fail(result.error);
  useSession.setState({ status: result.value, error: null });
  openScreen("welcome");
}

export function clearSessionError(): void {
  useSession.setState({ error: null });
}
