import { expect, test } from "vitest";
import { openMemoryProgram } from "../../../fakes/memory-program.ts";
import type { MemoryProgram } from "../../../fakes/memory-program.ts";

const approve = { type: "approve", reason: null } as const;

/** Two pairs that look like duplicates, and one invoice without a customer's order number. */
async function withDoubts(): Promise<{ host: MemoryProgram; idOf: (number: string) => string }> {
  const host = await openMemoryProgram();
  const sale = { net: "100.00", gross: "100.00", customer: "Acme" };
  await host.importSales({
    "a.json": { ...sale, number: "A-1" },
    "b.json": { ...sale, number: "A1" },
    "c.json": { number: "B-7", net: "40.00", gross: "41.00", customer: "Beta" },
  });
  const { rows } = await host.call("review.queue", {});
  const ids = new Map(rows.map(({ number, invoiceId }) => [number ?? "", invoiceId]));
  return { host, idOf: (number) => ids.get(number) ?? "" };
}

test("the same rules say the same", async () => {
  const { host } = await withDoubts();
  const trial = await host.call("rules.try", { tolerances: [], without: [] });
  expect(trial.differences).toEqual([]);
  expect(trial.tried).toEqual(trial.now);
  expect(trial.invoices).toBe(3);
  expect(trial.now.unjudged).toBeGreaterThan(0);
});

test("a tolerance shows what it lets pass, and what people had made of that", async () => {
  const { host, idOf } = await withDoubts();
  const plain = await host.call("rules.try", {
    tolerances: [{ check: "arithmetic.total", scope: {}, over: { floor: "5.00", cap: "5.00" } }],
    without: [],
  });
  const gone = plain.differences.filter(({ check }) => check === "arithmetic.total");
  expect(gone).toMatchObject([
    { change: "vanishes", verdict: "unjudged", invoiceId: idOf("B-7"), impact: "1.00" },
  ]);

  const { invoiceId, findingId } = gone[0] ?? { invoiceId: "", findingId: "" };
  await host.call("review.decide", {
    invoiceIds: [invoiceId],
    decision: { type: "correct", findingIds: [findingId], note: "wrong total" },
  });
  const judged = await host.call("rules.try", {
    tolerances: [{ check: "arithmetic.total", scope: {}, over: { floor: "5.00", cap: "5.00" } }],
    without: [],
  });
  expect(judged.differences.find((one) => one.findingId === findingId)?.verdict).toBe("caught");
  expect(judged.now.caught - judged.tried.caught).toBe(1);
});

test("a check less shows its false alarms", async () => {
  const { host, idOf } = await withDoubts();
  const findings = (await host.call("rules.try", { tolerances: [], without: ["arithmetic.total"] }))
    .differences;
  const [finding] = findings.filter(({ check }) => check === "arithmetic.total");
  await host.call("review.decide", {
    invoiceIds: [idOf("B-7")],
    decision: { type: "dismiss-finding", findingId: finding?.findingId ?? "", reason: "rounded on purpose" },
  });
  const trial = await host.call("rules.try", { tolerances: [], without: ["arithmetic.total"] });
  expect(trial.now.falseAlarms - trial.tried.falseAlarms).toBe(1);
});

test("a tolerance that is none is refused, and nothing is kept", async () => {
  const { host } = await withDoubts();
  const before = await host.call("history.list", {});
  await host.refused("rules.try", { tolerances: [{ check: "no.such", scope: {} }], without: [] });
  expect(await host.call("history.list", {})).toEqual(before);
});

test("an approval comes out the same when it is computed again from what was there before it", async () => {
  const { host, idOf } = await withDoubts();
  await host.call("review.decide", { invoiceIds: [idOf("B-7")], decision: approve });
  await host.importSales({ "d.json": { number: "B-7", net: "40.00", gross: "41.00", customer: "Beta" } });
  const { tolerances: _, ...policy } = await host.call("policy.read", {});
  await host.call("policy.write", {
    policy: {
      ...policy,
      tolerances: [{ check: "arithmetic.total", scope: {}, over: { floor: "9", cap: "9" } }],
    },
  });
  const replayed = await host.call("decisions.replay", {});
  expect(replayed).toMatchObject([
    { invoiceId: idOf("B-7"), number: "B-7", by: "Ada", is: "same", changed: [] },
  ]);
});

test("switched on with a reason, a tolerance is a step of the history that says why", async () => {
  const { host } = await withDoubts();
  const policy = await host.call("policy.read", {});
  const tolerances = [{ check: "arithmetic.total", scope: {}, over: { floor: "9", cap: "9" } }];
  await host.call("policy.write", { policy: { ...policy, tolerances }, reason: "Agreed with Beta" });
  const [last] = await host.call("history.list", {});
  expect(last?.label).toContain("Agreed with Beta");
  expect(last?.events[0]?.action).toMatchObject({ type: "policy-changed", reason: "Agreed with Beta" });
});
