import {
  activeCause,
  approveNow,
  compose,
  composeClearCause,
  composeDismissal,
  decisionTarget,
  hasDecisionTarget,
  selectClearCases,
} from "./decide-cases.ts";
import { always, noKeys, whenOpen } from "./command.ts";
import type { Command } from "./command.ts";
import { everywhere } from "./keys.ts";
import type { Keymap } from "./keys.ts";
import {
  chooseFiles,
  focusFilter,
  focusPane,
  leaveScreen,
  stepDensity,
  stepTheme,
  toggleLetters,
} from "./window-actions.ts";
import {
  approvedCases,
  confirmActiveTerm,
  confirmAgreement,
  forgetShownList,
  openActiveCase,
  openNeighbor,
  rejectActiveTerm,
  selectActiveCase,
  stepGrouping,
  stepView,
} from "./work-actions.ts";
import { redo, undo } from "../state/decisions.ts";
import { activeTerm, editTerm, moveAgreement, moveTerm, moveToUnjudged } from "../state/agreements.ts";
import { approveBatch, askToWrite, useExports } from "../state/exports.ts";
import { verifyAudit } from "../state/history.ts";
import { clearSelection, moveActive, selectAllVisible, useQueue } from "../state/queue.ts";
import { moveFinding } from "../state/review.ts";
import { lockWorkspace, openSample } from "../state/session.ts";
import { openOverlay, openScreen, togglePane } from "../state/window-view.ts";
import type { Screen } from "../state/window-view.ts";

const goTo = (
  id: string,
  title: Command["title"],
  screen: Screen,
  letter: string,
  digit: number,
): Command => ({
  id,
  group: "go",
  title,
  keys: {
    win: [`Mod+${digit}`, `G ${letter}`],
    mac: [`Mod+${digit}`, `G ${letter}`],
    browser: [`G ${letter}`],
  },
  screens: null,
  when: whenOpen,
  run: () => openScreen(screen),
});

const inQueue: readonly Screen[] = ["queue"];
const inReview: readonly Screen[] = ["review"];
const inTerms: readonly Screen[] = ["agreements"];
const deciding: readonly Screen[] = ["queue", "review"];

const command = (
  group: Command["group"],
  id: string,
  title: Command["title"],
  keys: Keymap,
  screens: Command["screens"],
  run: () => void,
  when: Command["when"] = whenOpen,
): Command => ({ id, group, title, keys, screens, when, run });

const decide = (id: string, title: Command["title"], key: string, run: () => void): Command =>
  command(
    "decide",
    id,
    title,
    everywhere(key),
    deciding,
    run,
    (context) => context.isOpen && hasDecisionTarget(),
  );

/** Everything that a person can do, once. */
export const commands: readonly Command[] = [
  command(
    "window",
    "palette.open",
    "command.palette",
    {
      win: ["Mod+K", "Mod+Shift+P", "F1"],
      mac: ["Mod+K", "Mod+Shift+P", "F1"],
      browser: ["F1", "Mod+K", "Mod+Shift+P"],
    },
    null,
    () => openOverlay("palette"),
    always,
  ),
  command(
    "window",
    "help.open",
    "command.help",
    everywhere("?", "Mod+/"),
    null,
    () => openOverlay("help"),
    always,
  ),
  command("window", "undo", "command.undo", everywhere("Mod+Z"), null, () => void undo()),
  command(
    "window",
    "redo",
    "command.redo",
    { win: ["Mod+Shift+Z", "Mod+Y"], mac: ["Mod+Shift+Z"], browser: ["Mod+Shift+Z", "Mod+Y"] },
    null,
    () => void redo(),
  ),

  goTo("go.queue", "command.goQueue", "queue", "Q", 1),
  goTo("go.agreements", "command.goAgreements", "agreements", "A", 2),
  goTo("go.documents", "command.goDocuments", "documents", "D", 3),
  goTo("go.exports", "command.goExports", "exports", "E", 4),
  goTo("go.history", "command.goHistory", "history", "H", 5),

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
    () => void approveBatch(approvedCases()),
    (context) => context.isOpen && approvedCases().length > 0,
  ),

  decide("decide.approve", "command.approve", "A", () => void approveNow()),
  decide("decide.correct", "command.correct", "C", () => compose("correct")),
  decide("decide.ask", "command.ask", "Q", () => compose("ask")),
  decide("decide.escalate", "command.escalate", "E", () => compose("escalate")),
  decide("decide.postpone", "command.postpone", "P", () => compose("postpone")),
  command(
    "decide",
    "decide.dismiss",
    "command.dismiss",
    everywhere("D"),
    inReview,
    composeDismissal,
    (context) => context.isOpen && decisionTarget().findings.length > 0,
  ),

  command(
    "decide",
    "decide.clearCause",
    "command.clearCause",
    everywhere("Shift+D"),
    deciding,
    () => {
      const cause = activeCause();
      if (cause !== null) composeClearCause(cause);
    },
    (context) => context.isOpen && activeCause() !== null,
  ),

  command("review", "review.nextFinding", "command.nextFinding", everywhere("]", "J"), inReview, () =>
    moveFinding(1),
  ),
  command("review", "review.previousFinding", "command.previousFinding", everywhere("[", "K"), inReview, () =>
    moveFinding(-1),
  ),
  command("review", "review.nextCase", "command.nextCase", everywhere("N"), inReview, () => openNeighbor(1)),
  command("review", "review.previousCase", "command.previousCase", everywhere("Shift+N"), inReview, () =>
    openNeighbor(-1),
  ),

  command("terms", "terms.next", "command.nextTerm", everywhere("J", "]"), inTerms, () => moveTerm(1)),
  command("terms", "terms.previous", "command.previousTerm", everywhere("K", "["), inTerms, () =>
    moveTerm(-1),
  ),
  command("terms", "terms.confirm", "command.confirmTerm", everywhere("C"), inTerms, confirmActiveTerm),
  command("terms", "terms.reject", "command.rejectTerm", everywhere("R"), inTerms, rejectActiveTerm),
  command("terms", "terms.edit", "command.editTerm", everywhere("E"), inTerms, () =>
    editTerm(activeTerm()?.id ?? null),
  ),
  command("terms", "terms.nextUnjudged", "command.nextUnjudged", everywhere("U"), inTerms, moveToUnjudged),
  command(
    "terms",
    "terms.confirmAll",
    "command.confirmAll",
    everywhere("Shift+C"),
    inTerms,
    confirmAgreement,
  ),
  command("terms", "agreements.next", "command.nextAgreement", everywhere("N"), inTerms, () =>
    moveAgreement(1),
  ),
  command("terms", "agreements.previous", "command.previousAgreement", everywhere("Shift+N"), inTerms, () =>
    moveAgreement(-1),
  ),

  command("work", "documents.import", "command.import", everywhere("Mod+O"), null, () =>
    chooseFiles("files"),
  ),
  command("work", "documents.importFolder", "command.importFolder", everywhere("Mod+Shift+O"), null, () =>
    chooseFiles("folder"),
  ),
  command(
    "work",
    "exports.write",
    "command.writeExport",
    everywhere("W"),
    ["exports"],
    () => askToWrite(true),
    (context) => context.isOpen && useExports.getState().plan !== null,
  ),
  command(
    "work",
    "audit.verify",
    "command.verifyAudit",
    everywhere("V"),
    ["history"],
    () => void verifyAudit(),
  ),
  command("work", "sample.open", "command.openSample", noKeys, null, () => void openSample(), always),
  command(
    "work",
    "workspace.lock",
    "command.lock",
    { win: ["Mod+Shift+L"], mac: ["Mod+Shift+L"], browser: ["Mod+Shift+L"] },
    null,
    () => void lockWorkspace(),
  ),

  command(
    "window",
    "screen.leave",
    "command.leave",
    everywhere("Escape"),
    ["review", "queue", "agreements", "documents", "exports", "history"],
    leaveScreen,
  ),
  command("window", "pane.first", "command.pane1", everywhere("1"), null, () => focusPane(1)),
  command("window", "pane.second", "command.pane2", everywhere("2"), null, () => focusPane(2)),
  command("window", "pane.third", "command.pane3", everywhere("3"), null, () => focusPane(3)),
  command("window", "pane.sidebar", "command.toggleSidebar", everywhere("Mod+B"), null, () =>
    togglePane("sidebar"),
  ),
  command("window", "pane.preview", "command.togglePreview", everywhere("Mod+Shift+B"), inQueue, () =>
    togglePane("preview"),
  ),
  command("window", "theme.next", "command.nextTheme", everywhere("Mod+Alt+T"), null, stepTheme, always),
  command(
    "window",
    "density.next",
    "command.nextDensity",
    everywhere("Mod+Alt+D"),
    null,
    stepDensity,
    always,
  ),
  command(
    "window",
    "letters.toggle",
    "command.toggleLetters",
    everywhere("Mod+Alt+K"),
    null,
    toggleLetters,
    always,
  ),
];

export const commandsById: ReadonlyMap<string, Command> = new Map(commands.map((each) => [each.id, each]));
