import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { PaneEdge } from "../../../../src-renderer/components/pane-edge.tsx";

const onSize = vi.fn<(size: number | null) => void>();

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

test("the edge of a pane moves by the arrows, stays between its ends, and Enter gives it back", () => {
  render(<PaneEdge label="Width" side="left" unit="px" size={300} least={240} most={310} onSize={onSize} />);
  const edge = screen.getByRole("separator", { name: "Width" });
  expect(edge.getAttribute("aria-valuenow")).toBe("300");
  for (const key of ["ArrowLeft", "ArrowRight", "Home", "Enter"]) fireEvent.keyDown(edge, { key });
  expect(onSize.mock.calls).toEqual([[310], [284], [240], [null]]);
});
