import { approveOffered, selectClearCases } from "./decide-cases.ts";
import { command, noKeys } from "./command.ts";
import type { Command } from "./command.ts";
import { everywhere } from "./keys.ts";
import { focusFilter } from "./window-actions.ts";
import {
  batchApproved,
  forgetShownList,
  openActiveCase,
  selectActiveCase,
  stepGrouping,
  stepView,
} from "./work-actions.ts";
import {
  activeHead,
  clearSelection,
  foldAllGroups,
  foldGroup,
  moveActive,
  selectAllVisible,
  useQueue,
} from "../state/queue.ts";
import { openOverlay } from "../state/window-view.ts";
import type { Screen } from "../state/window-view.ts";

const inQueue: readonly Screen[] = ["queue"];

const isGrouped: Command["when"] = (context) => context.isOpen && useQueue.getState().groups.length > 0;

function foldActive(to: "folded" | "unfolded"): void {
  const head = activeHead();
  if (head !== null) foldGroup(head, to);
}

/** What can be done with the queue. */
export const queueCommands: readonly Command[] = [
  command("queue", "queue.next", "command.nextRow", everywhere("J"), inQueue, () => void moveActive(1)),
  command(
    "queue",
    "queue.previous",
    "command.previousRow",
    everywhere("K"),
    inQueue,
    () => void moveActive(-1),
  ),
  command("queue", "queue.open", "command.openCase", everywhere("Enter", "O"), inQueue, openActiveCase),
  command("queue", "queue.select", "command.select", everywhere("X"), inQueue, selectActiveCase),
  command("queue", "queue.selectAll", "command.selectAll", noKeys, inQueue, selectAllVisible),
  command(
    "queue",
    "queue.approveOffered",
    "command.approveOffered",
    everywhere("Shift+A"),
    inQueue,
    () => void approveOffered(),
    (context) => context.isOpen && useQueue.getState().offered.length > 0,
  ),
  command(
    "queue",
    "queue.selectClear",
    "command.selectClear",
    everywhere("Shift+C"),
    inQueue,
    selectClearCases,
  ),
  command(
    "queue",
    "queue.clearSelection",
    "command.clearSelection",
    everywhere("Shift+X"),
    inQueue,
    clearSelection,
  ),
  command("queue", "queue.filter", "command.filter", everywhere("F", "/"), inQueue, focusFilter),
  command("queue", "queue.nextView", "command.nextView", everywhere("V"), inQueue, () => stepView(1)),
  command("queue", "queue.previousView", "command.previousView", everywhere("Shift+V"), inQueue, () =>
    stepView(-1),
  ),
  command("queue", "queue.group", "command.nextGrouping", everywhere("Shift+G"), inQueue, stepGrouping),
  command(
    "queue",
    "queue.fold",
    "command.foldGroup",
    everywhere("Shift+ArrowLeft"),
    inQueue,
    () => foldActive("folded"),
    isGrouped,
  ),
  command(
    "queue",
    "queue.unfold",
    "command.unfoldGroup",
    everywhere("Shift+ArrowRight"),
    inQueue,
    () => foldActive("unfolded"),
    isGrouped,
  ),
  command(
    "queue",
    "queue.foldAll",
    "command.foldAll",
    everywhere("Shift+F"),
    inQueue,
    foldAllGroups,
    isGrouped,
  ),
  command("queue", "queue.menu", "command.caseMenu", everywhere("."), inQueue, () =>
    openOverlay("case-menu"),
  ),
  command("queue", "queue.columns", "command.columns", everywhere("Shift+K"), inQueue, () =>
    openOverlay("columns"),
  ),
  command("queue", "queue.keepList", "command.keepList", everywhere("S"), inQueue, () =>
    openOverlay("keep-list"),
  ),
  command(
    "queue",
    "queue.forgetList",
    "command.forgetList",
    everywhere("Shift+S"),
    inQueue,
    forgetShownList,
    (context) => context.isOpen && useQueue.getState().savedViewId !== null,
  ),
  command(
    "queue",
    "batch.approve",
    "command.approveBatch",
    everywhere("B"),
    inQueue,
    () => void batchApproved(),
    (context) => context.isOpen,
  ),
];
