import { queueCommands } from "./queue-commands.ts";
import { reviewCommands } from "./review-commands.ts";
import { always, command, noKeys, whenOpen } from "./command.ts";
import type { Command } from "./command.ts";
import { everywhere } from "./keys.ts";
import {
  chooseFiles,
  focusPane,
  leaveScreen,
  stepDensity,
  stepTheme,
  toggleLetters,
} from "./window-actions.ts";
import { confirmActiveTerm, confirmAgreement, mapSelectedTable, rejectActiveTerm } from "./work-actions.ts";
import { redo, undo } from "../state/decisions.ts";
import { activeTerm, editTerm, moveAgreement, moveTerm, moveToUnjudged } from "../state/agreements.ts";
import { askToWrite, useExports } from "../state/exports.ts";
import { verifyAudit } from "../state/history.ts";
import { lockWorkspace, openSample } from "../state/session.ts";
import { selectedTable, toggleOnlyUnread, useDocuments } from "../state/documents.ts";
import { retryDocument, takeInOffered } from "../state/intake.ts";
import { startTour } from "../state/tour.ts";
import { openOverlay, openScreen, togglePane, togglePreview } from "../state/window-view.ts";
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

const inTerms: readonly Screen[] = ["agreements"];

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
  goTo("go.payments", "command.goPayments", "payments", "B", 6),
  goTo("go.followup", "command.goFollowUp", "followup", "F", 7),
  goTo("go.history", "command.goHistory", "history", "H", 5),
  goTo("go.readiness", "command.goReadiness", "readiness", "R", 8),
  goTo("go.settings", "command.goSettings", "settings", "S", 9),
  command("go", "go.assistant", "command.goAssistant", everywhere("G L"), null, () =>
    openScreen("assistant"),
  ),
  command("go", "go.drafts", "command.goDrafts", everywhere("G N"), null, () => openScreen("drafts")),
  command("go", "go.pilot", "command.goPilot", everywhere("G P"), null, () => openScreen("pilot")),
  command("go", "go.lab", "command.goLab", everywhere("G T"), null, () => openScreen("lab")),
  command("go", "go.measure", "command.goMeasure", everywhere("G M"), null, () => openScreen("measure")),

  ...queueCommands,
  ...reviewCommands,

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
    "documents.map",
    "command.mapTable",
    everywhere("M"),
    ["documents"],
    mapSelectedTable,
    (context) => context.isOpen && selectedTable() !== null,
  ),
  command(
    "work",
    "documents.retry",
    "command.retryDocument",
    everywhere("R"),
    ["documents"],
    () => void retryDocument(useDocuments.getState().selectedId),
  ),
  command("work", "documents.unread", "command.unreadOnly", everywhere("U"), ["documents"], toggleOnlyUnread),
  command(
    "work",
    "intake.takeIn",
    "command.takeInOffered",
    everywhere("I"),
    ["documents"],
    () => void takeInOffered(),
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
  command("window", "tour.start", "command.tour", everywhere("Mod+Alt+H"), null, startTour),
  command("work", "sample.open", "command.openSample", noKeys, null, () => void openSample(), always),
  command(
    "work",
    "workspace.lock",
    "command.lock",
    { win: ["Mod+Shift+L"], mac: ["Mod+Shift+L"], browser: ["Mod+Shift+L"] },
    null,
    () => void lockWorkspace(),
  ),

  command("window", "screen.leave", "command.leave", everywhere("Escape"), null, leaveScreen),
  command("window", "pane.first", "command.pane1", everywhere("1"), null, () => focusPane(1)),
  command("window", "pane.second", "command.pane2", everywhere("2"), null, () => focusPane(2)),
  command("window", "pane.third", "command.pane3", everywhere("3"), null, () => focusPane(3)),
  command("window", "pane.sidebar", "command.toggleSidebar", everywhere("Mod+B"), null, () =>
    togglePane("sidebar"),
  ),
  command(
    "window",
    "pane.preview",
    "command.togglePreview",
    everywhere("I", "Mod+Shift+B"),
    ["queue"],
    togglePreview,
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
