import type { PilotPhase } from "../model/index.ts";
import type { PilotStanding } from "./shadow-ledger.ts";

/** The highest bound on wrong clearances at which a phase may be signed; `null` where none is asked for. */
export const boundNeeded: Readonly<Record<PilotPhase, number | null>> = {
  off: null,
  shadow: null,
  advise: null,
  "one-key": 0.15,
  automatic: 0.05,
};

/** Whether the ledger allows a phase to be signed. Going back is always allowed. */
export function mayBeSigned(phase: PilotPhase, { clearances }: PilotStanding): boolean {
  const most = boundNeeded[phase];
  return most === null || (clearances.bound !== null && clearances.bound <= most);
}

/** How many automatic clearances of a week are drawn for review: a tenth, at least five. */
export const sampleSize = (cleared: number): number =>
  Math.min(cleared, Math.max(5, Math.ceil(cleared / 10)));
