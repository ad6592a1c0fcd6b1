import { create } from "zustand";
import type { CallError } from "../../src-shared/api/contract.ts";
import type { Policy } from "../../src-shared/model/index.ts";
import { callHost } from "../host/door.ts";

interface PolicyState {
  readonly policy: Policy | null;
  readonly error: CallError | null;
}

/** What the owner of the workspace has set. */
export const usePolicy = create<PolicyState>(() => ({ policy: null, error: null }));

export async function loadPolicy(): Promise<void> {
  const result = await callHost("policy.read", {});
  usePolicy.setState(result.ok ? { policy: result.value, error: null } : { error: result.error });
}

export function forgetPolicy(): void {
  usePolicy.setState({ policy: null, error: null });
}

/** Keeps a change of the policy, with its reason in the history; the checks run again. Answers whether it was taken. */
export async function changePolicy(change: Partial<Policy>, reason?: string): Promise<boolean> {
  const { policy } = usePolicy.getState();
  if (policy === null) return false;
  const result = await callHost("policy.write", {
    policy: { ...policy, ...change },
    ...(reason === undefined ? {} : { reason }),
  });
  usePolicy.setState(result.ok ? { policy: result.value, error: null } : { error: result.error });
  return result.ok;
}
