import {
  activeCause,
  approveNow,
  compose,
  composeClearCause,
  composeDismissal,
  decisionTarget,
  hasDecisionTarget,
} from "./decide-cases.ts";
import { command } from "./command.ts";
import type { Command } from "./command.ts";
import { everywhere } from "./keys.ts";
import { focusSoon } from "./window-actions.ts";
import { openNeighbor } from "./work-actions.ts";
import { askAboutCase, judgeCaseProposal, useCaseProposals } from "../state/case-proposals.ts";
import { saveEvidencePack } from "../state/evidence-pack.ts";
import { printReviews } from "../state/print.ts";
import { chooseAnswerFile } from "../state/questions.ts";
import { moveFinding, showPanel, toggleRecords } from "../state/review.ts";
import type { Screen } from "../state/window-view.ts";

const inReview: readonly Screen[] = ["review"];
const deciding: readonly Screen[] = ["queue", "review"];

const decide = (id: string, title: Command["title"], run: () => void, ...keys: readonly string[]): Command =>
  command(
    "decide",
    id,
    title,
    everywhere(...keys),
    deciding,
    run,
    (context) => context.isOpen && hasDecisionTarget(),
  );

const hasOpenProposal: Command["when"] = ({ isOpen }) =>
  isOpen && useCaseProposals.getState().activeId !== null;

/** Decisions, and the ways through a case. */
export const reviewCommands: readonly Command[] = [
  decide("decide.approve", "command.approve", () => void approveNow(), "A", "Mod+Enter"),
  decide("decide.correct", "command.correct", () => compose("correct"), "C"),
  decide("decide.ask", "command.ask", () => compose("ask"), "Q"),
  decide("decide.escalate", "command.escalate", () => compose("escalate"), "E"),
  decide("decide.postpone", "command.postpone", () => compose("postpone"), "P"),
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

  command(
    "review",
    "review.askAssistant",
    "command.askAssistant",
    everywhere("Shift+A"),
    inReview,
    () => void askAboutCase(),
  ),
  command(
    "review",
    "review.takeProposal",
    "command.takeProposal",
    everywhere("Y"),
    inReview,
    () => void judgeCaseProposal("accepted"),
    hasOpenProposal,
  ),
  command(
    "review",
    "review.rejectProposal",
    "command.rejectProposal",
    everywhere("T"),
    inReview,
    () => void judgeCaseProposal("rejected"),
    hasOpenProposal,
  ),
  command("review", "review.nextFinding", "command.nextFinding", everywhere("]", "J"), inReview, () =>
    moveFinding(1),
  ),
  command("review", "review.previousFinding", "command.previousFinding", everywhere("[", "K"), inReview, () =>
    moveFinding(-1),
  ),
  command("review", "review.findings", "command.showFindings", everywhere("F"), inReview, () =>
    showPanel("findings"),
  ),
  command("review", "review.values", "command.showValues", everywhere("V"), inReview, () => {
    showPanel("values");
    focusSoon("[data-value]");
  }),
  command("review", "review.talk", "command.showTalk", everywhere("H"), inReview, () => showPanel("talk")),
  command("review", "review.comment", "command.comment", everywhere("M"), inReview, () => {
    showPanel("talk");
    focusSoon("[data-comment]");
  }),
  command("review", "review.records", "command.toggleRecords", everywhere("R"), inReview, toggleRecords),
  command(
    "review",
    "review.takeAnswer",
    "command.takeAnswer",
    everywhere("Mod+Alt+A"),
    null,
    chooseAnswerFile,
  ),
  command(
    "review",
    "review.pack",
    "command.pack",
    everywhere("Mod+Shift+E"),
    deciding,
    () => void saveEvidencePack(decisionTarget().invoiceIds),
    (context) => context.isOpen && hasDecisionTarget(),
  ),
  command(
    "review",
    "review.print",
    "command.print",
    { win: ["Mod+P"], mac: ["Mod+P"], browser: ["Mod+Alt+P", "Mod+P"] },
    deciding,
    () => void printReviews(decisionTarget().invoiceIds),
    (context) => context.isOpen && hasDecisionTarget(),
  ),
  command("review", "review.nextCase", "command.nextCase", everywhere("N"), inReview, () => openNeighbor(1)),
  command("review", "review.previousCase", "command.previousCase", everywhere("Shift+N"), inReview, () =>
    openNeighbor(-1),
  ),
];
