import type { DecisionEvent, EventId } from "../../../src-shared/model/index.ts";
import { findHoldingEvents, isActiveExport } from "./fold-decisions.ts";
import type { DecisionFold } from "./fold-decisions.ts";

/** A step of a person: all events of one command. */
export interface Step {
  readonly group: string;
  readonly label: string;
  readonly at: string;
  readonly actor: string;
  readonly state: "done" | "undone";
  readonly canUndo: boolean;
  readonly events: readonly DecisionEvent[];
}

/** Notes of what happened, which nobody undoes: they stay true. */
const records = new Set<DecisionEvent["action"]["type"]>([
  "pilot-recorded",
  "assistant-set",
  "model-asked",
  "proposal-judged",
]);

/** Whether a step holds notes alone: undo goes past it to what a person decided. */
export const isRecordOnly = (step: Pick<Step, "events">): boolean =>
  step.events.every(({ action }) => records.has(action.type));

const isReversal = ({ action }: DecisionEvent): boolean => action.type === "decision-reversed";

/** Steps in order; undoing and redoing are not steps of their own but the state of the steps that they touch. */
export function listSteps(events: readonly DecisionEvent[], fold: DecisionFold): readonly Step[] {
  const groups = new Map<string, DecisionEvent[]>();
  for (const event of events) {
    if (isReversal(event)) continue;
    const group = groups.get(event.group);
    if (group === undefined) groups.set(event.group, [event]);
    else group.push(event);
  }
  return [...groups.entries()].map(([group, members]) => {
    const [first] = members as [DecisionEvent, ...DecisionEvent[]];
    const { label, at, actor } = first;
    const isDone = members.some(({ id }) => fold.holding.has(id));
    return {
      group,
      label,
      at,
      actor,
      state: isDone ? "done" : "undone",
      canUndo: isDone && members.every((event) => isReversible(event, fold)),
      events: members,
    };
  });
}

/** What has left the machine cannot be taken back; nor what it rests on, while the export stands. */
function isReversible({ action }: DecisionEvent, fold: DecisionFold): boolean {
  const handedOver = fold.exports.filter(({ state }) => isActiveExport(state));
  switch (action.type) {
    case "export-prepared":
    case "export-written":
    case "export-handed-over":
    case "export-confirmed":
    case "export-rejected":
    case "export-voided":
    case "export-read-back":
    case "export-items-released":
    case "reminder-sent":
    case "policy-changed":
    case "pilot-recorded":
    case "assistant-set":
    case "model-asked":
      return false;
    case "batch-approved":
      return handedOver.every(({ batchId }) => batchId !== action.batchId);
    case "invoice-approved":
      return handedOver.every(({ invoiceIds }) => !invoiceIds.includes(action.invoiceId));
    case "documents-imported":
      return handedOver.length === 0;
    default:
      return true;
  }
}

/** The events whose reversal undoes a step: those of it that hold. */
export const eventsToReverse = (step: Step, fold: DecisionFold): readonly EventId[] =>
  step.events.filter(({ id }) => fold.holding.has(id)).map(({ id }) => id);

/** The last undo that nothing was done after, or `null`. Reversing it brings the step back. */
export function findRedo(events: readonly DecisionEvent[]): DecisionEvent | null {
  const holding = findHoldingEvents(events);
  const kinds = new Map(events.map((event) => [event.id, isReversal(event)]));
  for (const event of events.toReversed()) {
    if (!holding.has(event.id) || records.has(event.action.type)) continue;
    if (event.action.type !== "decision-reversed") {
      // A redo brings back older events; only what was done anew ends the way forward.
      if (isNewerThanReversals(event, events, holding)) return null;
      continue;
    }
    const isUndo = event.action.reverses.some((id) => kinds.get(id) === false);
    if (isUndo) return event;
  }
  return null;
}

function isNewerThanReversals(
  event: DecisionEvent,
  events: readonly DecisionEvent[],
  holding: ReadonlySet<EventId>,
): boolean {
  const lastUndo = events.findLast((other) => holding.has(other.id) && isReversal(other));
  return lastUndo === undefined || event.sequence > lastUndo.sequence;
}
