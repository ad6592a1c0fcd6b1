import { activeAgreement, activeTerm, confirmTerms, rejectTerms } from "../state/agreements.ts";
import { queueGroupings } from "../../src-shared/model/index.ts";
import { say } from "../locale/say.ts";
import { approveBatch, casesForBatch, loadExports, useExports } from "../state/exports.ts";
import { queueViews } from "../state/queue-index.ts";
import { groupQueueBy, loadQueue, showView, toggleSelected, useQueue } from "../state/queue.ts";
import { removeView } from "../state/saved-views.ts";
import { showToast } from "../state/toasts.ts";
import { openMapping } from "../state/table-mapping.ts";
import { selectedTable } from "../state/documents.ts";
import { neighborCase, openCase } from "../state/review.ts";

/** Opens the case before or after the one under review. */
export function openNeighbor(step: number): void {
  const next = neighborCase(step);
  if (next !== null) void openCase(next);
}

export function openActiveCase(): void {
  const { activeId } = useQueue.getState();
  if (activeId !== null) void openCase(activeId);
}

export function selectActiveCase(): void {
  const { activeId } = useQueue.getState();
  if (activeId !== null) toggleSelected(activeId);
}

/** Shows the list before or after this one, around the ends. */
export function stepView(step: number): void {
  const at = queueViews.indexOf(useQueue.getState().view);
  const next = queueViews[(at + step + queueViews.length) % queueViews.length];
  if (next !== undefined) showView(next);
}

/**
 * Makes a batch of every approved case that no batch holds. Asks for both lists first: whoever approves and goes
 * straight on is faster than the news of it, and a key must not be lost to that.
 */
export async function batchApproved(): Promise<void> {
  await Promise.all([loadQueue(), loadExports()]);
  const waiting = casesForBatch(useQueue.getState().approved, useExports.getState().batches);
  if (waiting.length === 0)
    return showToast({ tone: "failed", text: say("batch.nothingApproved"), action: null });
  const error = await approveBatch(waiting);
  if (error !== null) showToast({ tone: "failed", text: error.message, action: null });
}

export function confirmActiveTerm(): void {
  const term = activeTerm();
  if (term !== null) void confirmTerms([term.id]);
}

export function rejectActiveTerm(): void {
  const term = activeTerm();
  if (term !== null) void rejectTerms([term.id]);
}

/** Confirms what is still proposed in the agreement on the screen. */
export function confirmAgreement(): void {
  const proposed = activeAgreement()?.terms.filter((term) => term.status === "proposed") ?? [];
  void confirmTerms(proposed.map((term) => term.id));
}

/** No groups, then by customer, cause and check, and around. */
export function stepGrouping(): void {
  const at = queueGroupings.indexOf(useQueue.getState().grouping);
  const next = queueGroupings[(at + 1) % queueGroupings.length];
  if (next !== undefined) groupQueueBy(next);
}

/** Forgets the kept list on the screen; its cases stay where they are. */
export function forgetShownList(): void {
  const { savedViewId } = useQueue.getState();
  if (savedViewId !== null) void removeView(savedViewId);
}

/** Opens the screen on which the columns of the selected table are named. */
export function mapSelectedTable(): void {
  const row = selectedTable();
  if (row !== null) void openMapping(row.id, row.name);
}
