import type { FindingCause } from "../../src-shared/model/index.ts";
import type { DecisionInput } from "../../src-shared/api/contract.ts";
import { say } from "../locale/say.ts";
import { sayFinding, sayProposal } from "../locale/say-sentence.ts";
import { decideCases, openComposer } from "../state/decisions.ts";
import { offerCorrection } from "../state/drafts.ts";
import type { ComposerKind } from "../state/decisions.ts";
import { casesToActOn, clearSelection, shownEntries, useQueue } from "../state/queue.ts";
import { findingOfRow } from "../state/queue-words.ts";
import { headIdOf } from "../state/queue-groups.ts";
import { neighborCase, openCase, openFindings, useReview } from "../state/review.ts";
import { openScreen, useWindowView } from "../state/window-view.ts";

interface Target {
  readonly invoiceIds: readonly string[];
  readonly about: string;
  readonly isBlocked: boolean;
  readonly findings: readonly { readonly id: string; readonly text: string }[];
  /** Words to begin a correction with, and a question. */
  readonly suggestion: string;
  readonly question: string;
}

const nowhere: Target = {
  invoiceIds: [],
  about: "",
  isBlocked: false,
  findings: [],
  suggestion: "",
  question: "",
};

/** What a decision is about: the case under review, or what is selected in the queue. */
export function decisionTarget(): Target {
  if (useWindowView.getState().screen === "review") {
    const { case: review, findingId } = useReview.getState();
    if (review === null) return nowhere;
    const open = openFindings(review);
    const selected = open.find((finding) => finding.id === findingId) ?? open[0];
    return {
      invoiceIds: [review.invoice.id],
      about: review.invoice.number?.value ?? say("invoice.unnumbered"),
      isBlocked: open.some((finding) => finding.severity === "block"),
      findings: open.map((finding) => ({ id: finding.id, text: sayFinding(finding) })),
      suggestion: selected === undefined ? "" : sayProposal(selected),
      question:
        selected === undefined
          ? ""
          : (selected.proposal.action === "ask" ? sayProposal : sayFinding)(selected),
    };
  }
  const cases = casesToActOn();
  const [first] = cases;
  if (first === undefined) return nowhere;
  return {
    invoiceIds: cases.map((entry) => entry.row.invoiceId),
    about:
      cases.length === 1
        ? (first.row.number ?? say("invoice.unnumbered"))
        : say("queue.caseCount", { count: cases.length }),
    isBlocked: cases.some((entry) => entry.row.route === "blocked"),
    findings: [],
    suggestion: cases.length === 1 ? (findingOfRow(first.row) ?? "") : "",
    question: cases.length === 1 ? (findingOfRow(first.row) ?? "") : "",
  };
}

export function hasDecisionTarget(): boolean {
  return decisionTarget().invoiceIds.length > 0;
}

/** Approves at once; words are asked for only where a finding forbids it to go out like this. */
export async function approveNow(): Promise<void> {
  const target = decisionTarget();
  if (target.isBlocked) return compose("approve");
  await decideAndGoOn(target.invoiceIds, { type: "approve", reason: null });
}

export function compose(kind: ComposerKind): void {
  const target = decisionTarget();
  if (target.invoiceIds.length === 0) return;
  openComposer({
    kind,
    invoiceIds: target.invoiceIds,
    about: target.about,
    findings: target.findings,
    needsReason: kind === "approve" && target.isBlocked,
    suggestion: kind === "correct" ? target.suggestion : kind === "ask" ? target.question : "",
  });
}

/** Asks why the selected finding does not count. */
export function composeDismissal(): void {
  const { case: review, findingId } = useReview.getState();
  const finding = review?.findings.find((each) => each.id === findingId);
  if (review === null || finding === undefined) return;
  openComposer({
    kind: "dismiss-finding",
    invoiceIds: [review.invoice.id],
    about: sayFinding(finding),
    findings: [{ id: finding.id, text: sayFinding(finding) }],
    needsReason: finding.severity === "block",
    suggestion: "",
  });
}

/** Asks why everything that rests on one cause does not count. */
export function composeClearCause(cause: FindingCause): void {
  openComposer({
    kind: "clear-cause",
    invoiceIds: [...new Set(cause.findings.map(({ invoiceId }) => invoiceId))],
    about: say(`check.${cause.check}`),
    findings: [],
    needsReason: true,
    suggestion: "",
    cause: { id: cause.id, findings: cause.findings.length },
  });
}

/** The gravest cause of the case at hand. */
export function activeCause(): FindingCause | null {
  const { activeId, entries, causes, groups } = useQueue.getState();
  const { screen } = useWindowView.getState();
  const id = screen === "review" ? useReview.getState().invoiceId : activeId;
  const head = groups.find(({ key }) => headIdOf(key) === id);
  const first = head?.key ?? entries.find((entry) => entry.row.invoiceId === id)?.row.causes[0];
  return first === undefined ? null : (causes.get(first) ?? null);
}

/** One key decides and moves on: the next case opens, or the queue when this was the last. */
export async function decideAndGoOn(invoiceIds: readonly string[], decision: DecisionInput): Promise<void> {
  const isReview = useWindowView.getState().screen === "review";
  const next = isReview ? neighborCase(1) : null;
  const done = await decideCases(invoiceIds, decision);
  const [only] = invoiceIds;
  if (done && decision.type === "correct" && only !== undefined && invoiceIds.length === 1)
    offerCorrection(only);
  if (!done) return;
  if (!isReview) return clearSelection();
  if (decision.type === "dismiss-finding") return;
  if (next === null) openScreen("queue");
  else await openCase(next);
}

/** Approves what is recommended clear and whose conditions hold: one step, in the person's name, to be undone as one. */
export const approveOffered = (): Promise<void> =>
  decideAndGoOn(useQueue.getState().offered, { type: "approve", reason: null });

/** All cases in the list that nothing speaks against. */
export function selectClearCases(): void {
  const clear = shownEntries(useQueue.getState()).filter((entry) => entry.views.includes("clear"));
  useQueue.setState({ selected: new Set(clear.map((entry) => entry.row.invoiceId)) });
}
