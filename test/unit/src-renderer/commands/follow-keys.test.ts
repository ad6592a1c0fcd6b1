import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { connectTransport } from "../../../../src-renderer/host/door.ts";
import type { Command } from "../../../../src-renderer/commands/command.ts";
import { commandsById } from "../../../../src-renderer/commands/command-table.ts";
import { compose } from "../../../../src-renderer/commands/decide-cases.ts";
import { followKeys } from "../../../../src-renderer/commands/follow-keys.ts";
import { closeComposer, useDecisions } from "../../../../src-renderer/state/decisions.ts";
import { activateCase, emptyQueue, loadQueue, useQueue } from "../../../../src-renderer/state/queue.ts";
import { loadStatus } from "../../../../src-renderer/state/session.ts";
import { openOverlay, openScreen, useWindowView } from "../../../../src-renderer/state/window-view.ts";
import { createFakeHost } from "../../../fakes/window/fake-transport.ts";

beforeEach(async () => {
  connectTransport(createFakeHost({ rowCount: 10 }));
  useQueue.setState(emptyQueue);
  await loadStatus();
  await loadQueue();
  openScreen("queue");
  openOverlay(null);
  useWindowView.setState({ singleKeys: true });
  document.body.innerHTML =
    '<div data-keys="queue" tabindex="0" id="area"><input id="field"></div><div role="dialog"><button id="inside" data-keys="x"></button></div><p id="outside"></p>';
  globalThis.addEventListener("keydown", followKeys);
});
afterEach(() => globalThis.removeEventListener("keydown", followKeys));

function press(id: string, key: string, held: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...held });
  document.querySelector(`#${id}`)?.dispatchEvent(event);
  return event;
}

const active = (): number =>
  useQueue.getState().visible.findIndex((entry) => entry.row.invoiceId === useQueue.getState().activeId);

describe("a letter", () => {
  test("acts inside its area", () => {
    expect(press("area", "j").defaultPrevented).toBe(true);
    expect(active()).toBe(1);
  });

  test.each(["field", "outside", "inside"])("does nothing in #%s", (id) => {
    expect(press(id, "j").defaultPrevented).toBe(false);
    expect(active()).toBe(0);
  });

  test("does nothing when letters are switched off", () => {
    useWindowView.setState({ singleKeys: false });
    press("area", "j");
    expect(active()).toBe(0);
  });

  test("after a letter goes to a screen", () => {
    press("area", "g");
    press("area", "h");
    expect(useWindowView.getState().screen).toBe("history");
  });
});

test("where nothing has the focus, the main area of the screen takes it and its letters act", () => {
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "j", bubbles: true, cancelable: true }));
  expect(active()).toBe(1);
  expect(document.activeElement?.id).toBe("area");
});

describe("while a decision is being written", () => {
  beforeEach(() => {
    activateCase(useQueue.getState().visible[0]?.row.invoiceId ?? null);
    compose("postpone");
  });
  afterEach(closeComposer);

  test("no key of the window decides behind it, though the focus is not in it yet", () => {
    const decided = vi.spyOn(commandsById.get("decide.approve") as Command, "run");
    for (const key of ["a", "j", "Enter"]) press("area", key);
    press("area", "Enter", { ctrlKey: true });
    expect(decided).not.toHaveBeenCalled();
    expect(active()).toBe(0);
    closeComposer();
    press("area", "Enter", { ctrlKey: true });
    expect(decided).toHaveBeenCalledOnce();
    decided.mockRestore();
  });
});

describe("a combination", () => {
  test("acts also from a field", () => {
    press("field", "k", { ctrlKey: true });
    expect(useWindowView.getState().overlay).toBe("palette");
  });

  test("leaves a field its own undo", () => {
    expect(press("field", "z", { ctrlKey: true }).defaultPrevented).toBe(false);
    expect(press("area", "z", { ctrlKey: true }).defaultPrevented).toBe(true);
  });
});

describe("while a decision that was written is under way", () => {
  beforeEach(() => {
    activateCase(useQueue.getState().visible[0]?.row.invoiceId ?? null);
    compose("postpone");
    useDecisions.setState({ busy: true });
  });
  afterEach(() => {
    useDecisions.setState({ busy: false });
    closeComposer();
  });

  test("G and a letter go to the screen once it is made, not before", async () => {
    expect(press("field", "g").defaultPrevented).toBe(true);
    press("field", "h");
    expect(useWindowView.getState().screen).toBe("queue");
    useDecisions.setState({ busy: false, composer: null });
    await vi.waitFor(() => expect(useWindowView.getState().screen).toBe("history"));
  });

  test("G before and the letter after it are one sequence, not the command of the letter", () => {
    press("field", "g");
    useDecisions.setState({ busy: false, composer: null });
    press("area", "h");
    expect(useWindowView.getState().screen).toBe("history");
  });

  test("a single letter decides nothing that nobody has seen", async () => {
    const decided = vi.spyOn(commandsById.get("decide.approve") as Command, "run");
    expect(press("field", "a").defaultPrevented).toBe(false);
    useDecisions.setState({ busy: false, composer: null });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(decided).not.toHaveBeenCalled();
  });

  test("where it was refused, its dialog stays and nothing is gone to", async () => {
    press("field", "g");
    press("field", "h");
    useDecisions.setState({ busy: false });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(useWindowView.getState().screen).toBe("queue");
  });
});

test("while a dialog closes, the area behind it has the keys already", () => {
  document.querySelector("[role=dialog]")?.setAttribute("data-closed", "");
  press("inside", "g");
  press("inside", "h");
  expect(useWindowView.getState().screen).toBe("history");
});
