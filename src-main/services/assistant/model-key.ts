import type { OpenWorkspace } from "../open-workspace.ts";
import type { Program } from "../program.ts";

const settingName = "assistant-key";

/** Keys of servers that this machine's key store does not keep: gone with the program, or when the workspace locks. */
const passingKeys = new WeakMap<OpenWorkspace, string>();

/** The key of the model's server, or `null` where it needs none. */
export async function readModelKey(program: Program, workspace: OpenWorkspace): Promise<string | null> {
  const passing = passingKeys.get(workspace);
  if (passing !== undefined) return passing;
  const kept = workspace.setting(settingName);
  if (kept === undefined || kept === "") return null;
  const revealed = await program.assistant.secrets.reveal(bytesOf(kept));
  return revealed === null ? null : new TextDecoder().decode(revealed.secret);
}

/** Whether a key is there, without opening it. */
export const hasModelKey = (workspace: OpenWorkspace): boolean =>
  passingKeys.has(workspace) || (workspace.setting(settingName) ?? "") !== "";

/** A key for keeping: protected by the key store, or in memory alone. An empty key forgets the one that is there. */
export async function protectModelKey(
  program: Program,
  workspace: OpenWorkspace,
  key: string,
): Promise<{ readonly settings: Readonly<Record<string, string>>; readonly isKept: boolean }> {
  passingKeys.delete(workspace);
  if (key === "") return { settings: { [settingName]: "" }, isKept: true };
  const { secrets } = program.assistant;
  const kept = (await secrets.isAvailable()) ? await secrets.protect(new TextEncoder().encode(key)) : null;
  if (kept !== null) return { settings: { [settingName]: textOf(kept) }, isKept: true };
  passingKeys.set(workspace, key);
  return { settings: { [settingName]: "" }, isKept: false };
}

const textOf = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const bytesOf = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
