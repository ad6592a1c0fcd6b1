import type { ClearingCondition, PilotPhase, Recommendation } from "../model/index.ts";
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

/** Whether recommendations are shown: from “advise” on. In shadow nobody sees one before deciding. */
export const showsAdvice = (phase: PilotPhase): boolean => phase !== "off" && phase !== "shadow";

/** Whether clear cases are offered together, to be approved by one key. */
export const offersTogether = (phase: PilotPhase): boolean => phase === "one-key" || phase === "automatic";

/** Conditions that bind the program alone: a person who approves by one key sees the amounts and counts himself. */
const limitsOfProgram: readonly ClearingCondition[] = ["below-limit", "within-daily-limit"];

/** Whether a recommendation may be approved together with others: clear, and every other condition holds. */
export const mayBeOffered = ({ verdict, unmet }: Pick<Recommendation, "verdict" | "unmet">): boolean =>
  verdict === "clear" && unmet.every((condition) => limitsOfProgram.includes(condition));

/** How many automatic clearances of a week are drawn for review: a tenth, at least five. */
export const sampleSize = (cleared: number): number =>
  Math.min(cleared, Math.max(5, Math.ceil(cleared / 10)));
