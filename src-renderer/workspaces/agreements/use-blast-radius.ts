import { useCallback, useEffect, useRef, useState } from "react";
import type { InputOf } from "../../../src-shared/api/contract.ts";
import type { BlastRadius } from "../../../src-shared/model/index.ts";
import { callHost } from "../../host/door.ts";

type Edit = Extract<InputOf<"terms.blast-radius">["change"], { readonly kind: "edit" }>;
export type TermChange = Omit<Edit, "kind">;

interface RadiusOfChange {
  /** What the change at hand does; `null` while that is not known. */
  readonly radius: BlastRadius | null;
  readonly isComparing: boolean;
  /** Computes it now; `null` where it cannot be computed. */
  readonly compare: () => Promise<BlastRadius | null>;
}

const settleMs = 700;

/** Follows a change of a term while it is typed, and shows what it would do to invoices. Nothing is kept. */
export function useBlastRadius(termId: string, change: TermChange | null): RadiusOfChange {
  const key = change === null ? null : JSON.stringify(change);
  const [known, setKnown] = useState<{ readonly key: string; readonly radius: BlastRadius } | null>(null);
  const [comparing, setComparing] = useState<string | null>(null);
  const latest = useRef(key);
  useEffect(() => {
    latest.current = key;
  }, [key]);

  const compare = useCallback(async (): Promise<BlastRadius | null> => {
    if (key === null) return null;
    setComparing(key);
    const edit = { kind: "edit" as const, ...(JSON.parse(key) as TermChange) };
    const result = await callHost("terms.blast-radius", { termId, change: edit });
    // An answer to what is no longer typed says nothing.
    if (latest.current !== key) return null;
    setComparing(null);
    if (!result.ok) return null;
    setKnown({ key, radius: result.value });
    return result.value;
  }, [termId, key]);

  useEffect(() => {
    if (key === null) return undefined;
    const timer = setTimeout(() => void compare(), settleMs);
    return () => clearTimeout(timer);
  }, [key, compare]);

  return {
    radius: known !== null && known.key === key ? known.radius : null,
    isComparing: comparing !== null && comparing === key,
    compare,
  };
}
