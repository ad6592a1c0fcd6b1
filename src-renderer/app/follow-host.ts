import type { AppEvent } from "../../src-shared/api/contract.ts";
import { findPlatform, followKeys } from "../commands/follow-keys.ts";
import { listenToHost } from "../host/door.ts";
import { loadAgreements } from "../state/agreements.ts";
import { forgetAssistant, loadAssistant } from "../state/assistant.ts";
import { forgetCaseProposals } from "../state/case-proposals.ts";
import { forgetDocumentContents } from "../state/document-content.ts";
import { loadDocuments } from "../state/documents.ts";
import { forgetDrafts, loadDrafts } from "../state/drafts.ts";
import { loadExports } from "../state/exports.ts";
import { forgetFollowUp, loadFollowUp } from "../state/follow-up.ts";
import { loadHistory } from "../state/history.ts";
import { forgetIntake, loadIntake } from "../state/intake.ts";
import { noteProgress } from "../state/jobs.ts";
import { forgetLab } from "../state/lab.ts";
import { forgetPayments, loadPayments } from "../state/payments.ts";
import { forgetPolicy, loadPolicy } from "../state/policy.ts";
import { forgetPilot, loadMeasures, loadPilot } from "../state/pilot.ts";
import { forgetPrepared } from "../state/prepared-cases.ts";
import { forgetQueue, loadQueue } from "../state/queue.ts";
import { forgetReview, refreshCase } from "../state/review.ts";
import { forgetSavedViews, loadSavedViews } from "../state/saved-views.ts";
import { loadStatus, useSession } from "../state/session.ts";
import { closeMapping } from "../state/table-mapping.ts";
import { forgetValues } from "../state/values.ts";
import { restoreScreen, useWindowView } from "../state/window-view.ts";

type Topic = Extract<AppEvent, { readonly type: "workspace-changed" }>["topics"][number];

/** Follows what happens outside of React: events of the program, keys, and the browser's Back. */
export function followHost(): void {
  const changed = new Set<Topic>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  // Changes come in bursts; lists are loaded once for each burst.
  const reload = (): void => {
    timer = null;
    const topics = new Set(changed);
    changed.clear();
    if (topics.has("documents")) {
      forgetDocumentContents();
      void loadDocuments();
    }
    if (topics.has("intake")) void loadIntake();
    if (topics.has("agreements")) void loadAgreements();
    if (topics.has("queue")) {
      forgetPrepared();
      void loadQueue().then(() => (useWindowView.getState().screen === "review" ? refreshCase() : undefined));
    }
    if (topics.has("history")) void loadPolicy();
    if (topics.has("views")) void loadSavedViews();
    if (topics.has("batches")) void loadExports();
    if (topics.has("history")) void loadHistory();
    // What is measured follows every decision; it is loaded again only where somebody looks at it.
    const { screen } = useWindowView.getState();
    if (screen === "assistant" && topics.has("assistant")) void loadAssistant();
    if (screen === "pilot") void loadPilot();
    if (screen === "measure") void loadMeasures();
    if (screen === "drafts") void loadDrafts();
    if (screen === "payments") void loadPayments();
    if (screen === "followup") void loadFollowUp();
    void loadStatus();
  };
  listenToHost((event) => {
    switch (event.type) {
      case "progress":
        noteProgress(event);
        break;
      case "workspace-changed":
        for (const topic of event.topics) changed.add(topic);
        timer ??= setTimeout(reload, 60);
        break;
      case "locked":
        void loadStatus();
        break;
    }
  });
  useSession.subscribe(({ status }, before) => {
    const isOpen = status?.workspace.state === "open";
    const wasOpen = before.status?.workspace.state === "open";
    const isOther = status?.workspace.location !== before.status?.workspace.location;
    if (isOpen && (!wasOpen || isOther)) {
      forgetEverything();
      for (const load of [
        loadQueue,
        loadDocuments,
        loadIntake,
        loadAgreements,
        loadExports,
        loadHistory,
        loadSavedViews,
        loadPolicy,
      ])
        void load();
    } else if (!isOpen && wasOpen) forgetEverything();
  });
  globalThis.addEventListener("popstate", () => restoreScreen(globalThis.location.hash));
  globalThis.addEventListener("keydown", followKeys);
  document.documentElement.dataset["platform"] = findPlatform();
}

function forgetEverything(): void {
  forgetDrafts();
  forgetPayments();
  forgetFollowUp();
  forgetQueue();
  forgetReview();
  forgetSavedViews();
  forgetPolicy();
  forgetValues();
  forgetDocumentContents();
  forgetAssistant();
  forgetCaseProposals();
  forgetPilot();
  forgetLab();
  forgetIntake();
  closeMapping();
}
