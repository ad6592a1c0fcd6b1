import { create } from "zustand";
import { useAgreements } from "./agreements.ts";
import { useHistory } from "./history.ts";
import { useReview } from "./review.ts";
import { useWindowView } from "./window-view.ts";

/** Five steps on real commands, each done by doing it. */
export const tourSteps = ["open", "values", "decide", "undo", "confirm", "done"] as const;
export type TourStep = (typeof tourSteps)[number];

interface Tour {
  /** `null` while no tour is on. */
  readonly step: TourStep | null;
}

export const useTour = create<Tour>(() => ({ step: null }));

interface Seen {
  readonly stepsDone: number;
  readonly termsConfirmed: number;
}

let seen: Seen = { stepsDone: 0, termsConfirmed: 0 };

function look(): Seen {
  const steps = useHistory.getState().steps ?? [];
  const agreements = useAgreements.getState().list ?? [];
  return {
    stepsDone: steps.filter(({ state }) => state === "done").length,
    termsConfirmed: agreements.reduce(
      (count, { terms }) => count + terms.filter(({ status }) => status === "confirmed").length,
      0,
    ),
  };
}

/** Whether the person has done what the step asks for. */
function isDone(step: TourStep, now: Seen): boolean {
  switch (step) {
    case "open":
      return useWindowView.getState().screen === "review";
    case "values":
      return useReview.getState().panel === "values";
    case "decide":
      return now.stepsDone > seen.stepsDone;
    case "undo":
      return now.stepsDone < seen.stepsDone;
    case "confirm":
      return now.termsConfirmed > seen.termsConfirmed;
    case "done":
      return false;
  }
}

function advance(): void {
  const { step } = useTour.getState();
  if (step === null) return;
  const now = look();
  if (!isDone(step, now)) {
    // Lists that were still loading set the start, not the end, of a step.
    if (step !== "undo" && now.stepsDone < seen.stepsDone) seen = now;
    return;
  }
  seen = now;
  useTour.setState({ step: tourSteps[tourSteps.indexOf(step) + 1] ?? null });
}

let isFollowing = false;

export function startTour(): void {
  seen = look();
  useTour.setState({ step: "open" });
  if (isFollowing) return;
  isFollowing = true;
  for (const store of [useWindowView, useReview, useHistory, useAgreements]) store.subscribe(advance);
}

export function endTour(): void {
  useTour.setState({ step: null });
}
