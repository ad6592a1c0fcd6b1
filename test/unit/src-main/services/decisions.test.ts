import { expect, test } from "vitest";
import { openMemoryProgram } from "../../../fakes/memory-program.ts";
import type { MemoryProgram } from "../../../fakes/memory-program.ts";

const idsOf = async (host: MemoryProgram): Promise<Record<string, string>> => {
  const { rows } = await host.call("review.queue", {});
  return Object.fromEntries(rows.map(({ number, invoiceId }) => [number ?? "", invoiceId]));
};

const stateOf = async (host: MemoryProgram, invoiceId: string): Promise<string> =>
  (await host.call("review.case", { invoiceId })).decision.state;

async function withSales(): Promise<{ host: MemoryProgram; a: string; b: string }> {
  const host = await openMemoryProgram();
  await host.importSales({
    "a.json": { number: "A-1", net: "100.00", gross: "100.00", customer: "Acme" },
    "b.json": { number: "B-2", net: "40.00", gross: "40.00", customer: "Beta" },
  });
  const { "A-1": a = "", "B-2": b = "" } = await idsOf(host);
  return { host, a, b };
}

const approve = { type: "approve", reason: null } as const;

test("what is imported twice is known, and comes back after its import was undone", async () => {
  const { host, a } = await withSales();
  const again = await host.importSales({
    "a.json": { number: "A-1", net: "100.00", gross: "100.00", customer: "Acme" },
  });
  expect(again.alreadyKnown).toBe(1);
  await host.call("history.undo", { group: null });
  expect((await host.call("documents.list", {})).length).toBe(0);
  await host.importSales({ "a.json": { number: "A-1", net: "100.00", gross: "100.00", customer: "Acme" } });
  expect(await stateOf(host, a)).toBe("to-decide");
  expect((await host.call("documents.list", {})).map(({ path }) => path)).toEqual(["a.json"]);
});

test("one decision on many is one step, undone and redone as one", async () => {
  const { host, a, b } = await withSales();
  const receipt = await host.call("review.decide", { invoiceIds: [a, b, "inv-none"], decision: approve });
  expect(receipt.applied).toEqual([a, b]);
  expect(receipt.refused).toEqual([
    {
      invoiceId: "inv-none",
      because: "There is no invoice “inv-none” in this workspace. Load the queue again.",
    },
  ]);
  expect((await host.call("review.queue", {})).counts.approved).toBe(2);

  expect((await host.call("history.undo", { group: null })).label).toBe("Approve 2 invoices");
  expect((await host.call("review.queue", {})).counts["to-decide"]).toBe(2);
  expect((await host.call("history.redo", {})).label).toBe("Approve 2 invoices");
  expect((await host.call("review.queue", {})).counts.approved).toBe(2);
  expect(await host.refused("history.redo", {})).toBe("decide/nothing-to-redo");
});

test("redo walks forward through all that was undone, until something new is done", async () => {
  const { host, a, b } = await withSales();
  await host.call("review.decide", { invoiceIds: [a], decision: approve });
  await host.call("review.decide", {
    invoiceIds: [b],
    decision: { type: "postpone", until: "2026-12-01", note: null },
  });
  await host.call("history.undo", { group: null });
  await host.call("history.undo", { group: null });
  await host.call("history.redo", {});
  expect([await stateOf(host, a), await stateOf(host, b)]).toEqual(["approved", "to-decide"]);
  await host.call("history.redo", {});
  expect([await stateOf(host, a), await stateOf(host, b)]).toEqual(["approved", "waiting"]);
  await host.call("history.undo", { group: null });
  await host.call("review.decide", {
    invoiceIds: [b],
    decision: { type: "escalate", role: "Owner", note: "look" },
  });
  expect(await host.refused("history.redo", {})).toBe("decide/nothing-to-redo");
});

test("a step in the middle can be undone by itself", async () => {
  const { host, a, b } = await withSales();
  const first = await host.call("review.decide", { invoiceIds: [a], decision: approve });
  await host.call("review.decide", { invoiceIds: [b], decision: approve });
  await host.call("history.undo", { group: first.group });
  expect([await stateOf(host, a), await stateOf(host, b)]).toEqual(["to-decide", "approved"]);
  expect(await host.refused("history.undo", { group: first.group })).toBe("decide/unknown-step");
});

test("a value that a person sets stands, survives everything, and reopens what was approved", async () => {
  const { host, a } = await withSales();
  await host.call("review.decide", { invoiceIds: [a], decision: approve });
  await host.call("review.correct-value", { invoiceId: a, field: "gross", value: "101.00" });
  expect(await stateOf(host, a)).toBe("to-decide");
  const { invoice } = await host.call("review.case", { invoiceId: a });
  expect(invoice.gross).toMatchObject({ value: "101.00", basis: "person", confidence: 1 });
  expect(
    await host.refused("review.correct-value", { invoiceId: a, field: "gross", value: "a hundred" }),
  ).toBe("decide/invalid-value");
  expect(await host.refused("review.correct-value", { invoiceId: a, field: "id", value: "x" })).toBe(
    "decide/unknown-field",
  );
  expect(await host.refused("review.correct-value", { invoiceId: a, field: "lines/9/net", value: "1" })).toBe(
    "decide/unknown-line",
  );
  await host.call("history.undo", { group: null });
  // The approval was of exactly this content: it counts again.
  expect(await stateOf(host, a)).toBe("approved");
});

test("waiting ends on its day", async () => {
  const { host, a } = await withSales();
  await host.call("review.decide", {
    invoiceIds: [a],
    decision: { type: "ask", to: "Project manager", text: "Was it done?", until: "2026-11-25" },
  });
  const { decision } = await host.call("review.case", { invoiceId: a });
  expect(decision).toMatchObject({ state: "waiting", owner: "Project manager", waitingUntil: "2026-11-25" });
  await host.call("review.decide", {
    invoiceIds: [a],
    decision: { type: "postpone", until: "2026-11-21", note: null },
  });
  expect(await stateOf(host, a)).toBe("to-decide");
});

test("above the limit two persons approve", async () => {
  const { host, a } = await withSales();
  await host.call("policy.write", { policy: { fourEyesAbove: "50.00" } });
  await host.call("review.decide", { invoiceIds: [a], decision: approve });
  expect(await stateOf(host, a)).toBe("to-decide");
  const again = await host.call("review.decide", { invoiceIds: [a], decision: approve });
  expect(again.refused[0]?.because).toContain("a second person must approve it");
  await host.call("app.set-actor", { actor: "Grace" });
  await host.call("review.decide", { invoiceIds: [a], decision: approve });
  expect((await host.call("review.case", { invoiceId: a })).decision).toMatchObject({
    state: "approved",
    approvedBy: "Grace",
  });
});

test("a policy that does not fit changes nothing", async () => {
  const { host } = await withSales();
  expect(await host.refused("policy.write", { policy: { fiscalYearStart: 13 } })).toBe("policy/invalid");
  expect((await host.call("policy.read", {})).fiscalYearStart).toBe(1);
});

test("lists of the queue are kept with the workspace, in their order", async () => {
  const { host } = await withSales();
  const views = [
    { id: "view-2", name: "Acme", filter: "customer:acme", group: "customer" },
    { id: "view-1", name: "Large", filter: "payable>50", group: "none" },
  ] as const;
  expect(await host.call("views.list", {})).toEqual([]);
  await host.call("views.write", { views: [...views] });
  await host.call("workspace.lock", {});
  await host.call("workspace.open", {
    location: "memory/test",
    secret: { type: "passphrase", passphrase: "long enough" },
  });
  expect(await host.call("views.list", {})).toEqual(views);
});

test("a comment decides nothing, stays in the history of the case, and can be undone", async () => {
  const { host, a } = await withSales();
  await host.call("review.comment", { invoiceId: a, text: "@Finance lead, please look at the rate." });
  const { decision, history } = await host.call("review.case", { invoiceId: a });
  expect(decision.state).toBe("to-decide");
  expect(history.at(-1)?.action).toMatchObject({ type: "comment-added", mentions: ["Finance lead"] });
  expect((await host.call("history.undo", { group: null })).label).toBe("Comment on A-1");
});

test("one cause is cleared once for all that it explains, and undone as one", async () => {
  const { host } = await withSales();
  const before = await host.call("review.queue", {});
  const [cause] = before.causes;
  expect(cause?.findings.length).toBeGreaterThan(0);
  const receipt = await host.call("review.clear-cause", {
    causeId: cause?.id ?? "",
    reason: "Agreed by phone",
  });
  expect(receipt.applied).toEqual([...new Set(cause?.findings.map(({ invoiceId }) => invoiceId))]);
  expect((await host.call("review.queue", {})).causes.map(({ id }) => id)).not.toContain(cause?.id);
  expect(await host.refused("review.clear-cause", { causeId: cause?.id ?? "", reason: "Again" })).toBe(
    "decide/unknown-cause",
  );
  await host.call("history.undo", { group: null });
  expect((await host.call("review.queue", {})).causes).toEqual(before.causes);
});
