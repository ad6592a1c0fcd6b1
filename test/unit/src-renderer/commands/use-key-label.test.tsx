import { act, renderHook } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { rebind, restoreKeys } from "../../../../src-renderer/commands/rebind-keys.ts";
import { useKeyLabel } from "../../../../src-renderer/commands/use-key-label.ts";
import { useWindowView } from "../../../../src-renderer/state/window-view.ts";

afterEach(() => {
  restoreKeys(null);
  useWindowView.setState({ singleKeys: true });
});

test("a button names the key that acts now: of the table, of the person, or one that is no letter", () => {
  const { result } = renderHook(() => useKeyLabel());
  expect(result.current("decide.approve")).toBe("A");
  expect(result.current("screen.leave")).toBe("Esc");
  act(() => rebind("decide.approve", "Y"));
  expect(result.current("decide.approve")).toBe("Y");
  act(() => {
    restoreKeys(null);
    useWindowView.setState({ singleKeys: false });
  });
  expect(result.current("decide.approve")).toBe("Ctrl+Enter");
  expect(result.current("decide.ask")).toBeNull();
  expect(result.current("no.such-command")).toBeNull();
});
