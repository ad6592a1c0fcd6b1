import { runKilledExports } from "../../../evaluation/exports/killed-export.ts";
import { expect, test } from "vitest";
import { openWorkspace } from "../../../../src-main/services/open-workspace.ts";
import { openMemoryProgram } from "../../../fakes/memory-program.ts";

const order = { target: "generic-csv", options: {}, directory: null };

test("a program that was killed between claiming and writing hands nothing over twice and loses nothing", async () => {
  const { call, program, importSales, refused } = await openMemoryProgram();
  await importSales({
    "a.json": {
      number: "A-1",
      net: "100.00",
      gross: "100.00",
      lines: [{ description: "Work", net: "100.00" }],
    },
  });
  const { rows } = await call("review.queue", {});
  const ids = rows.map(({ invoiceId }) => invoiceId);
  await call("review.decide", { invoiceIds: ids, decision: { type: "approve", reason: null } });
  const { batchId } = await call("batches.approve", { invoiceIds: ids });

  // The vault goes away after the claim, as a power cut would have it.
  const workspace = program.workspace!;
  const { keep } = workspace;
  let kept = 0;
  Object.assign(workspace, {
    keep: (step: Parameters<typeof keep>[0]) =>
      ++kept > 1 ? Promise.resolve({ ok: false, error: { code: "vault/write-failed" } }) : keep(step),
  });
  expect(await refused("exports.write", { batchId: batchId ?? "", ...order })).toBe("vault/write-failed");

  const reopened = await openWorkspace(
    workspace.vault,
    { name: "Test", isSample: false },
    program.tools,
    "cli",
  );
  if (!reopened.ok) throw new Error(reopened.error.code);
  program.workspace = reopened.value;
  const [batch] = await call("batches.list", {});
  const exports = batch?.exports ?? [];
  expect(exports.map(({ state }) => state)).toEqual(["prepared"]);
  expect((await call("review.case", { invoiceId: ids[0] ?? "" })).decision.state).toBe("approved");

  // Another target would be a second export of what is claimed already.
  expect(await refused("exports.write", { batchId: batchId ?? "", ...order, target: "generic-json" })).toBe(
    "export/unfinished",
  );
  const finished = await call("exports.write", { batchId: batchId ?? "", ...order });
  expect([finished.record.exportId, finished.record.state]).toEqual([exports[0]?.exportId, "handed-over"]);
  expect(await refused("exports.write", { batchId: batchId ?? "", ...order })).toBe(
    "export/already-handed-over",
  );
});

test("ended at random moments, again and again, an export neither loses nor doubles an invoice", async () => {
  const { killed, lost, doubled, moments } = await runKilledExports(60, 3);
  expect([killed >= 60, lost, doubled]).toEqual([true, 0, 0]);
  expect(moments.size).toBeGreaterThan(4);
});
