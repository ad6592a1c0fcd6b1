import { useEffect } from "react";
import type { ReactNode } from "react";
import { useKeyLabel } from "../commands/use-key-label.ts";
import { ToastList } from "../components/toast/toast-list.tsx";
import { say } from "../locale/say.ts";
import { useSession } from "../state/session.ts";
import { dismissToast, useToasts } from "../state/toasts.ts";
import { useWindowView } from "../state/window-view.ts";
import type { Screen } from "../state/window-view.ts";
import { AgreementsScreen } from "../workspaces/agreements/agreements-screen.tsx";
import { AssistantScreen } from "../workspaces/assistant/assistant-screen.tsx";
import { DocumentsScreen } from "../workspaces/documents/documents-screen.tsx";
import { DraftsScreen } from "../workspaces/drafts/drafts-screen.tsx";
import { ExportsScreen } from "../workspaces/exports/exports-screen.tsx";
import { FollowUpScreen } from "../workspaces/followup/followup-screen.tsx";
import { HistoryScreen } from "../workspaces/history/history-screen.tsx";
import { LabScreen } from "../workspaces/lab/lab-screen.tsx";
import { MeasureScreen } from "../workspaces/measure/measure-screen.tsx";
import { PilotScreen } from "../workspaces/pilot/pilot-screen.tsx";
import { PaymentsScreen } from "../workspaces/payments/payments-screen.tsx";
import { QueueScreen } from "../workspaces/queue/queue-screen.tsx";
import { ReadinessScreen } from "../workspaces/readiness/readiness-screen.tsx";
import { SettingsScreen } from "../workspaces/settings/settings-screen.tsx";
import { ReviewScreen } from "../workspaces/review/review-screen.tsx";
import { WelcomeScreen } from "../workspaces/welcome/welcome-screen.tsx";
import { DecisionComposer } from "./decision-composer.tsx";
import { DropArea } from "./drop-area.tsx";
import { HelpDialog } from "./help-dialog.tsx";
import { Palette } from "./palette.tsx";
import { PrintedReviews } from "./printed-reviews.tsx";
import { Sidebar } from "./sidebar.tsx";
import { StatusBar } from "./status-bar.tsx";
import { TourCard } from "./tour-card.tsx";
import "./app.css";
import "./narrow.css";

const screens: Readonly<Record<Screen, () => ReactNode>> = {
  welcome: () => <WelcomeScreen />,
  documents: () => <DocumentsScreen />,
  agreements: () => <AgreementsScreen />,
  queue: () => <QueueScreen />,
  review: () => <ReviewScreen />,
  drafts: () => <DraftsScreen />,
  exports: () => <ExportsScreen />,
  payments: () => <PaymentsScreen />,
  followup: () => <FollowUpScreen />,
  history: () => <HistoryScreen />,
  readiness: () => <ReadinessScreen />,
  settings: () => <SettingsScreen />,
  assistant: () => <AssistantScreen />,
  pilot: () => <PilotScreen />,
  measure: () => <MeasureScreen />,
  lab: () => <LabScreen />,
};

/** The whole window: what is at hand on the left, the work in the middle, what runs at the bottom. */
export function App() {
  const status = useSession((session) => session.status);
  const recoveryKey = useSession((session) => session.recoveryKey);
  const screen = useWindowView((view) => view.screen);
  const isOpen = status?.workspace.state === "open" && recoveryKey === null;
  useEffect(() => focusScreen(screen), [screen, isOpen]);
  return (
    <DropArea isActive={isOpen} isSample={status?.workspace.isSample === true}>
      <div className="window" data-open={isOpen}>
        {isOpen ? <Sidebar /> : null}
        <main className="window-main" aria-label={say(`screen.${isOpen ? screen : "welcome"}`)}>
          {isOpen ? screens[screen]() : <WelcomeScreen />}
        </main>
        <StatusBar />
      </div>
      <Palette />
      <HelpDialog />
      <DecisionComposer />
      <TourCard />
      <PrintedReviews />
      <Toasts />
    </DropArea>
  );
}

/** A new screen takes the focus, so that its keys act at once and a screen reader says where it is. */
function focusScreen(screen: Screen): void {
  const isElsewhere = document.activeElement?.closest("[role=dialog]") ?? null;
  if (isElsewhere !== null) return;
  document.querySelector<HTMLElement>(`.window-main [data-keys="${screen}"]`)?.focus();
}

function Toasts() {
  const keyOf = useKeyLabel();
  const toasts = useToasts((state) => state.toasts);
  return <ToastList toasts={toasts} undoKey={keyOf("undo")} onDismiss={dismissToast} />;
}
