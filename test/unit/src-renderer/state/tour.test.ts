import { beforeEach, expect, test } from "vitest";
import { useAgreements } from "../../../../src-renderer/state/agreements.ts";
import { useHistory } from "../../../../src-renderer/state/history.ts";
import { useReview } from "../../../../src-renderer/state/review.ts";
import { endTour, startTour, useTour } from "../../../../src-renderer/state/tour.ts";
import { useWindowView } from "../../../../src-renderer/state/window-view.ts";

const step = (): string | null => useTour.getState().step;
const history = (...states: readonly ("done" | "undone")[]): void =>
  useHistory.setState({ steps: states.map((state) => ({ state })) as never });
const terms = (...statuses: readonly string[]): void =>
  useAgreements.setState({ list: [{ terms: statuses.map((status) => ({ status })) }] as never });

beforeEach(() => {
  useWindowView.setState({ screen: "queue" });
  useReview.setState({ panel: "findings" });
  history("done");
  terms("confirmed", "proposed");
});

test("each step goes on when its command was run, and on nothing else", () => {
  startTour();
  expect(step()).toBe("open");
  history("done", "done");
  expect(step()).toBe("open");
  useWindowView.setState({ screen: "review" });
  expect(step()).toBe("values");
  useReview.setState({ panel: "values" });
  expect(step()).toBe("decide");
  history("done", "done", "done");
  expect(step()).toBe("undo");
  history("done", "done", "undone");
  expect(step()).toBe("confirm");
  terms("confirmed", "confirmed");
  expect(step()).toBe("done");
});

test("a tour that was ended stays ended", () => {
  startTour();
  endTour();
  useWindowView.setState({ screen: "review" });
  expect(step()).toBeNull();
});
