import { describe, expect, test } from "vitest";
import type {
  DecisionAction,
  DecisionEvent,
  EventId,
  InvoiceId,
  Recommendation,
} from "../../../../src-shared/model/index.ts";
import { programActor } from "../../../../src-shared/model/index.ts";
import { decisionsFor, foldPilot, sampleSize, upperBound } from "../../../../src-shared/pilot/index.ts";

/** A log that is written step by step. */
function createLog() {
  const events: DecisionEvent[] = [];
  const step = (actor: string, ...actions: readonly DecisionAction[]): readonly EventId[] =>
    actions.map((action) => {
      const sequence = events.length + 1;
      const id = `evt-${sequence}` as EventId;
      events.push({
        id,
        sequence,
        at: `2026-11-21T09:00:${String(sequence % 60).padStart(2, "0")}.000Z`,
        actor,
        group: `stp-${events.filter((each) => each.id !== id).length - actions.indexOf(action)}`,
        label: "",
        action,
      });
      return id;
    });
  return { events, step };
}
const advice = (invoiceId: string, verdict: Recommendation["verdict"] = "clear"): DecisionAction => ({
  type: "recommendation-recorded",
  invoiceId: invoiceId as InvoiceId,
  recommendation: {
    verdict,
    contentHash: "h",
    unmet: [],
    customer: "Acme",
    kind: "invoice",
    layout: "l",
    terms: "t",
    checks: verdict === "clear" ? [] : ["rate.over"],
    secondsOpen: 60,
  },
});
const approve = (id: string): DecisionAction => ({
  type: "invoice-approved",
  invoiceId: id as InvoiceId,
  contentHash: "h",
  reason: null,
});
const sendBack = (id: string): DecisionAction => ({
  type: "invoice-sent-back",
  invoiceId: id as InvoiceId,
  findingIds: [],
  note: "",
});
const sign = (phase: "one-key" | "automatic"): DecisionAction => ({
  type: "pilot-recorded",
  entry: { type: "phase-signed", phase, signedBy: "Ada", agreed: 59, wrong: 0, bound: null, limits: null },
});

describe("the bound on wrong clearances", () => {
  test.each([
    [59, 0.05],
    [299, 0.01],
    [598, 0.005],
  ])("after %i without an error is at most %f, and was not one before", (count, bound) => {
    expect(upperBound(count, 0)).toBeLessThanOrEqual(bound);
    expect(upperBound(count - 1, 0)).toBeGreaterThan(bound);
    expect(decisionsFor(bound)).toBe(count);
  });

  test("with errors is the exact binomial one, and above the share that was seen", () => {
    // Clopper–Pearson, one-sided 95 %: 1 of 20 → 21.6 %, 2 of 100 → 6.16 %.
    expect(upperBound(20, 1)).toBeCloseTo(0.2161, 3);
    expect(upperBound(100, 2)).toBeCloseTo(0.0616, 3);
    expect(upperBound(0, 0)).toBeNull();
    expect(upperBound(3, 3)).toBe(1);
  });
});

describe("the ledger", () => {
  test("sets what was recommended beside what a person did", () => {
    const { events, step } = createLog();
    step("Ada", approve("a"), advice("a"));
    step("Ada", sendBack("b"), advice("b", "look"));
    step("Ada", approve("c"), advice("c", "look"));
    step("Ada", sendBack("d"), advice("d"));
    const { rows, clearances, byCheck } = foldPilot(events);
    expect(rows.map(({ invoiceId, agreement }) => [invoiceId, agreement])).toEqual([
      ["a", "agreed"],
      ["b", "agreed"],
      ["c", "overcautious"],
      ["d", "wrong"],
    ]);
    expect(clearances).toMatchObject({ count: 2, wrong: 1 });
    expect(byCheck).toEqual([{ name: "rate.over", agreed: 1, overcautious: 1, wrong: 0 }]);
  });

  test("forgets a decision that was undone, and knows it again after redo", () => {
    const { events, step } = createLog();
    const ids = step("Ada", approve("a"), advice("a"));
    const [undo] = step("Ada", { type: "decision-reversed", reverses: ids });
    expect(foldPilot(events).rows).toEqual([]);
    step("Ada", { type: "decision-reversed", reverses: undo === undefined ? [] : [undo] });
    expect(foldPilot(events).rows).toHaveLength(1);
  });
});

describe("autonomy ends", () => {
  test.each([
    [
      "when an automatic clearance is sent back",
      (log: ReturnType<typeof createLog>) => void log.step("Ada", sendBack("a")),
    ],
    [
      "when the weekly sample finds one wrong",
      (log: ReturnType<typeof createLog>) =>
        void log.step("Ada", {
          type: "pilot-recorded",
          entry: {
            type: "sample-judged",
            week: "2026-W47",
            invoiceId: "a" as InvoiceId,
            verdict: "wrong",
            note: "",
          },
        }),
    ],
    [
      "when its export is voided",
      (log: ReturnType<typeof createLog>) => {
        log.step("Ada", {
          type: "export-prepared",
          batchId: "bat-1" as never,
          target: "x",
          exportId: "exp-1",
          invoiceIds: ["a" as InvoiceId],
        });
        log.step("Ada", { type: "export-voided", exportId: "exp-1", reason: "wrong" });
      },
    ],
    [
      "when a person would not have cleared another",
      (log: ReturnType<typeof createLog>) => void log.step("Ada", sendBack("z"), advice("z")),
    ],
  ])("%s", (_, happen) => {
    const log = createLog();
    log.step("Ada", sign("automatic"));
    log.step(programActor, approve("a"), advice("a"));
    expect(foldPilot(log.events)).toMatchObject({ phase: "automatic", automatic: [{ invoiceId: "a" }] });
    happen(log);
    expect(foldPilot(log.events)).toMatchObject({
      phase: "advise",
      demotions: [{ because: "wrong-clearance" }],
    });
    log.step("Ada", sign("automatic"));
    expect(foldPilot(log.events).phase).toBe("automatic");
  });

  test("when a person undoes an automatic clearance", () => {
    const log = createLog();
    log.step("Ada", sign("automatic"));
    const ids = log.step(programActor, approve("a"), advice("a"));
    log.step("Ada", { type: "decision-reversed", reverses: ids });
    expect(foldPilot(log.events)).toMatchObject({ phase: "advise", automatic: [], clearances: { wrong: 1 } });
  });

  test("after more than 5 % overrides in 50, and not before", () => {
    const log = createLog();
    log.step("Ada", sign("one-key"));
    for (let at = 0; at < 47; at += 1) log.step("Ada", approve(`ok-${at}`), advice(`ok-${at}`));
    for (const id of ["x", "y"]) log.step("Ada", approve(id), advice(id, "hold"));
    expect(foldPilot(log.events).phase).toBe("one-key");
    log.step("Ada", approve("z"), advice("z", "hold"));
    expect(foldPilot(log.events)).toMatchObject({ phase: "advise", demotions: [{ because: "overrides" }] });
  });
});

test("a tenth of what was cleared is drawn, at least five", () => {
  expect([0, 3, 5, 50, 51, 200].map(sampleSize)).toEqual([0, 3, 5, 5, 6, 20]);
});
