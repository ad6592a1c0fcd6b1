import { beforeEach, describe, expect, test } from "vitest";
import { connectTransport } from "../../../../src-renderer/host/door.ts";
import { approveNow, compose, selectClearCases } from "../../../../src-renderer/commands/decide-cases.ts";
import {
  closeComposer,
  decideCases,
  keepDraft,
  readDraft,
  redo,
  undo,
  useDecisions,
} from "../../../../src-renderer/state/decisions.ts";
import {
  activateCase,
  emptyQueue,
  extendSelection,
  filterQueue,
  loadQueue,
  moveActive,
  selectAllVisible,
  showView,
  sortQueueBy,
  toggleSelected,
  useQueue,
} from "../../../../src-renderer/state/queue.ts";
import { loadHistory, useHistory, verifyAudit } from "../../../../src-renderer/state/history.ts";
import { useJobs } from "../../../../src-renderer/state/jobs.ts";
import { loadStatus, openSample, useSession } from "../../../../src-renderer/state/session.ts";
import { useToasts } from "../../../../src-renderer/state/toasts.ts";
import { openScreen, restoreScreen, useWindowView } from "../../../../src-renderer/state/window-view.ts";
import { casesForBatch } from "../../../../src-renderer/state/exports.ts";
import type { BatchRow } from "../../../../src-shared/api/contract.ts";
import { createFakeHost } from "../../../fakes/window/fake-transport.ts";
import type { FakeHost, FakeOptions } from "../../../fakes/window/fake-transport.ts";

async function begin(options: FakeOptions = {}): Promise<FakeHost> {
  const host = createFakeHost({ rowCount: 20, ...options });
  connectTransport(host);
  useQueue.setState(emptyQueue);
  useToasts.setState({ toasts: [] });
  useDecisions.setState({ composer: null, busy: false, error: null, refused: [] });
  useJobs.setState({ jobs: [] });
  await loadQueue();
  openScreen("queue");
  return host;
}

let host: FakeHost;
beforeEach(async () => {
  host = await begin();
});

const ids = (): readonly string[] => useQueue.getState().visible.map((entry) => entry.row.invoiceId);

describe("the queue", () => {
  test("opens on what is to decide, with the first row active", () => {
    expect(ids()).toHaveLength(20);
    expect(useQueue.getState().activeId).toBe(ids()[0]);
  });

  test("moves by rows and stops at both ends", () => {
    moveActive(-1);
    expect(useQueue.getState().activeId).toBe(ids()[0]);
    moveActive(1);
    expect(useQueue.getState().activeId).toBe(ids()[1]);
    moveActive(1_000);
    expect(useQueue.getState().activeId).toBe(ids().at(-1));
  });

  test("selects a stretch from the anchor, all that the filter shows, and nothing that it hides", () => {
    toggleSelected(ids()[2]!);
    extendSelection(ids()[5]!);
    expect([...useQueue.getState().selected].sort()).toEqual(ids().slice(2, 6).sort());
    filterQueue("customer:acme");
    for (const id of useQueue.getState().selected) expect(ids()).toContain(id);
    selectAllVisible();
    expect(useQueue.getState().selected.size).toBe(ids().length);
    expect(ids().length).toBeLessThan(20);
  });

  test("turns the order of a column around when asked again", () => {
    sortQueueBy("customer");
    expect(useQueue.getState().sort).toEqual({ column: "customer", direction: "ascending" });
    sortQueueBy("customer");
    expect(useQueue.getState().sort.direction).toBe("descending");
    sortQueueBy("over");
    expect(useQueue.getState().sort).toEqual({ column: "over", direction: "descending" });
  });

  test("says why it could not be loaded", async () => {
    await begin({ failing: { "review.queue": "The workspace is locked." } });
    expect(useQueue.getState()).toMatchObject({
      state: "failed",
      error: { message: "The workspace is locked." },
    });
  });
});

describe("a decision", () => {
  test("on a clear case needs no words and one key brings the next row up", async () => {
    showView("clear");
    const [first, second] = ids();
    activateCase(first!);
    await approveNow();
    await loadQueue();
    expect(ids()).not.toContain(first);
    expect(useQueue.getState().activeId).toBe(second);
    expect(host.calls.find(({ name }) => name === "review.decide")?.input).toEqual({
      invoiceIds: [first],
      decision: { type: "approve", reason: null },
    });
  });

  test("on a blocked case asks for a reason first", async () => {
    showView("blocked");
    await approveNow();
    expect(useDecisions.getState().composer).toMatchObject({ kind: "approve", needsReason: true });
    expect(host.calls.some(({ name }) => name === "review.decide")).toBe(false);
    closeComposer();
  });

  test("takes all selected cases as one step, and one undo brings them back", async () => {
    selectClearCases();
    const chosen = [...useQueue.getState().selected];
    expect(chosen.length).toBeGreaterThan(1);
    await approveNow();
    await loadQueue();
    expect(useQueue.getState().counts.done).toBe(chosen.length);
    await undo();
    await loadQueue();
    expect(useQueue.getState().counts.done).toBe(0);
    await redo();
    await loadQueue();
    expect(useQueue.getState().counts.done).toBe(chosen.length);
  });

  test("tells what was done and how to take it back", async () => {
    await decideCases([ids()[0]!], { type: "postpone", until: "2026-05-01", note: null });
    expect(useToasts.getState().toasts.at(-1)).toMatchObject({ tone: "done", action: { label: "Undo" } });
  });

  test("that fails leaves the words in place with the sentence beside them", async () => {
    await begin({ failing: { "review.decide": "The invoice was changed meanwhile." } });
    compose("ask");
    const before = useDecisions.getState().composer;
    const done = await decideCases([ids()[0]!], { type: "ask", to: "Anna", text: "Why?", until: null });
    expect(done).toBe(false);
    expect(useDecisions.getState()).toMatchObject({
      composer: before,
      error: { message: "The invoice was changed meanwhile." },
      busy: false,
    });
  });

  test("in words is not lost when its panel is closed, and is gone once it was sent", async () => {
    compose("ask");
    const { composer } = useDecisions.getState();
    keepDraft(composer!, "Half a question");
    closeComposer();
    compose("ask");
    expect(readDraft(useDecisions.getState().composer!)).toBe("Half a question");
    await decideCases(composer!.invoiceIds, { type: "ask", to: "Anna", text: "Whole.", until: null });
    expect(readDraft(composer!)).not.toBe("Half a question");
  });

  test("undo says so when there is nothing to undo", async () => {
    await undo();
    expect(useToasts.getState().toasts.at(-1)).toMatchObject({
      tone: "failed",
      text: "There is nothing to undo.",
    });
  });
});

test("a batch is made of approved cases that no other batch holds", () => {
  const batch = (ids: readonly string[], states: readonly string[]) =>
    ({ invoiceIds: ids, exports: states.map((state) => ({ state })) }) as unknown as BatchRow;
  expect(
    casesForBatch(
      ["a", "b", "c", "d"],
      [batch(["a"], []), batch(["b"], ["voided"]), batch(["c"], ["voided", "written"])],
    ),
  ).toEqual(["b", "d"]);
  expect(casesForBatch(["a"], null)).toEqual(["a"]);
});

describe("long work", () => {
  test("stands in the tray while it runs and leaves no trace when it went well", async () => {
    const running = verifyAudit();
    expect(useJobs.getState().jobs).toHaveLength(1);
    await running;
    expect(useJobs.getState().jobs).toHaveLength(0);
    expect(useHistory.getState().verdict).toMatchObject({ state: "intact", entries: 42 });
  });

  test("that failed stays with its sentence and a way to try again", async () => {
    await begin({ failing: { "audit.verify": "The workspace is on a drive that went away." } });
    await verifyAudit();
    expect(useJobs.getState().jobs[0]).toMatchObject({
      state: "failed",
      error: { message: "The workspace is on a drive that went away." },
    });
    expect(useJobs.getState().jobs[0]?.retry).not.toBeNull();
  });
});

describe("the session", () => {
  test("goes to the welcome screen while no workspace is open, and to the queue with the sample", async () => {
    connectTransport(createFakeHost({ startsOpen: false }));
    await loadStatus();
    expect(useWindowView.getState().screen).toBe("welcome");
    await openSample();
    expect(useSession.getState().status?.workspace.state).toBe("open");
    expect(useWindowView.getState().screen).toBe("queue");
  });

  test("a transport that breaks is a sentence, not a crash", async () => {
    connectTransport({ ...createFakeHost(), call: () => Promise.reject(new Error("socket closed")) });
    await loadHistory();
    expect(useHistory.getState().error).toMatchObject({ code: "host/unreachable", message: "socket closed" });
  });
});

test("the address names the screen, and a strange address changes nothing", () => {
  restoreScreen("#/review/inv-1%2F2");
  expect(useWindowView.getState()).toMatchObject({ screen: "review", subject: "inv-1/2" });
  restoreScreen("#/nowhere");
  expect(useWindowView.getState().screen).toBe("review");
});
