import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { Vault } from "../../../../src-main/ports/vault.ts";
import { ok } from "../../../../src-shared/result/index.ts";
import { createMemoryVaultStore } from "../../../fakes/memory-vault.ts";
import { openMemoryProgram } from "../../../fakes/memory-program.ts";
import type { MemoryProgram } from "../../../fakes/memory-program.ts";

const approve = { type: "approve", reason: null } as const;
const order = { target: "generic-csv", options: {} };

const saleA = {
  number: "A-1",
  customer: "Acme",
  net: "100.00",
  gross: "100.00",
  lines: [{ description: "Work", net: "100.00" }],
};

async function withBatch(
  given?: MemoryProgram,
): Promise<{ host: MemoryProgram; ids: readonly string[]; batchId: string }> {
  const host = given ?? (await openMemoryProgram());
  await host.importSales({
    "a.json": saleA,
    "b.json": {
      number: "B-2",
      customer: "Beta",
      net: "40.00",
      gross: "40.00",
      lines: [{ description: "Work", net: "40.00" }],
    },
  });
  const { rows } = await host.call("review.queue", {});
  const ids = rows.map(({ invoiceId }) => invoiceId);
  await host.call("review.decide", { invoiceIds: [...ids], decision: approve });
  const { batchId } = await host.call("batches.approve", { invoiceIds: ids });
  return { host, ids, batchId: batchId ?? "" };
}

test("only approved invoices go into a batch, and none into two", async () => {
  const { host, ids } = await withBatch();
  await host.importSales({ "c.json": { number: "C-3", customer: "Gamma" } });
  const { rows } = await host.call("review.queue", {});
  const fresh = rows.find(({ number }) => number === "C-3")?.invoiceId ?? "";
  const receipt = await host.call("batches.approve", { invoiceIds: [fresh, ...ids] });
  expect(receipt.batchId).toBeNull();
  expect(receipt.refused.map(({ because }) => because.replace(/bat-\d+/, "…"))).toEqual([
    "C-3 is not approved, so it cannot go into a batch.",
    "A-1 is in batch … already.",
    "B-2 is in batch … already.",
  ]);
});

test("the plan comes before any byte, and the files are those of the manifest", async () => {
  const { host, batchId } = await withBatch();
  const plan = await host.call("exports.plan", { batchId, ...order });
  expect(plan.invoiceIds.length).toBe(2);
  expect(host.written.size).toBe(0);
  const { record, files } = await host.call("exports.write", { batchId, ...order, directory: "out" });
  expect(record.state).toBe("handed-over");
  const written = host.written.get("out") ?? [];
  expect(written.map(({ name }) => name)).toEqual([
    ...plan.files.map(({ name }) => name),
    `${batchId}-manifest.json`,
  ]);
  const hashes = written.map(({ bytes }) => createHash("sha256").update(bytes).digest("hex"));
  expect(files.map(({ sha256 }) => sha256)).toEqual(hashes);
  const manifest = JSON.parse(Buffer.from(written.at(-1)?.bytes ?? []).toString()) as {
    totals: unknown;
    files: { sha256: string }[];
    auditHead: { sequence: number };
  };
  expect(manifest.totals).toEqual({ USD: "140.00" });
  expect(manifest.files[0]?.sha256).toBe(hashes[0]);
  expect(manifest.auditHead.sequence).toBeGreaterThan(0);
});

test("an invoice goes out once, until its export is voided", async () => {
  const { host, ids, batchId } = await withBatch();
  const { record } = await host.call("exports.write", { batchId, ...order, directory: null });
  expect(await host.refused("exports.write", { batchId, ...order, directory: null })).toBe(
    "export/nothing-to-write",
  );
  expect(
    await host.refused("exports.write", { batchId, target: "generic-json", options: {}, directory: null }),
  ).toBe("export/nothing-to-write");
  expect(await host.refused("history.undo", { group: null })).toBe("decide/cannot-undo");
  expect(
    (await host.call("review.decide", { invoiceIds: [...ids], decision: approve })).refused[0]?.because,
  ).toContain("Void the export");
  expect(
    await host.refused("documents.remove", {
      documentId: (await host.call("documents.list", {}))[0]?.id ?? "",
    }),
  ).toBe("decide/in-use");

  await host.call("exports.void", { exportId: record.exportId, reason: "wrong period" });
  expect(await host.refused("exports.void", { exportId: record.exportId, reason: "again" })).toBe(
    "export/already-voided",
  );
  expect((await host.call("exports.write", { batchId, ...order, directory: null })).record.state).toBe(
    "handed-over",
  );
});

test("the same batch gives the same bytes", async () => {
  const { host, batchId } = await withBatch();
  const first = await host.call("exports.write", { batchId, ...order, directory: null });
  await host.call("exports.void", { exportId: first.record.exportId, reason: "again" });
  const second = await host.call("exports.write", { batchId, ...order, directory: null });
  expect(second.files[0]).toEqual(first.files[0]);
});

test("a folder that cannot be written leaves nothing claimed", async () => {
  const { host, batchId } = await withBatch();
  expect(await host.refused("exports.write", { batchId, ...order, directory: "full" })).toBe(
    "vault/disk-full",
  );
  expect((await host.call("exports.write", { batchId, ...order, directory: "out" })).record.state).toBe(
    "handed-over",
  );
});

test("what changed after its approval does not go out", async () => {
  const { host, ids, batchId } = await withBatch();
  await host.call("review.correct-value", {
    invoiceId: ids[0] ?? "",
    field: "buyerReference",
    value: "PO-1",
  });
  const plan = await host.call("exports.plan", { batchId, ...order });
  expect(plan.invoiceIds).toEqual([ids[1]]);
  expect(plan.refusals).toEqual([
    { invoiceId: ids[0], code: "export/invoice-changed", facts: { number: "A-1" } },
  ]);
});

test("the same paper under another path does not go out again", async () => {
  const { host, batchId } = await withBatch();
  await host.call("exports.write", { batchId, ...order, directory: null });
  await host.importSales({
    "copy/a.json": {
      number: "A-1",
      customer: "Acme",
      net: "100.00",
      gross: "100.00",
      reference: "other bytes",
      lines: [{ description: "Work", net: "100.00" }],
    },
  });
  const { rows } = await host.call("review.queue", {});
  const twin = rows.find(({ number, state }) => number === "A-1" && state !== "exported");
  const { findings } = await host.call("review.case", { invoiceId: twin?.invoiceId ?? "" });
  for (const { id } of findings)
    await host.call("review.decide", {
      invoiceIds: [twin?.invoiceId ?? ""],
      decision: { type: "dismiss-finding", findingId: id, reason: "test" },
    });
  await host.call("review.decide", { invoiceIds: [twin?.invoiceId ?? ""], decision: approve });
  const again = await host.call("batches.approve", { invoiceIds: [twin?.invoiceId ?? ""] });
  expect(
    await host.refused("exports.write", { batchId: again.batchId ?? "", ...order, directory: null }),
  ).toBe("export/same-paper-handed-over");
});

test("a case whose stored original is damaged is refused by name, and the rest goes out", async () => {
  const store = createMemoryVaultStore();
  let damaged = "";
  const damage = <T extends Vault>(vault: T): T => ({
    ...vault,
    readOriginal: async (sha256) => {
      const bytes = await vault.readOriginal(sha256);
      if (!bytes.ok || bytes.value === null || sha256 !== damaged) return bytes;
      return ok(new Uint8Array([...bytes.value.slice(0, -1), 0]));
    },
  });
  const host = await openMemoryProgram({
    vaults: {
      ...store,
      create: async (...given) => {
        const made = await store.create(...given);
        return made.ok ? ok({ ...made.value, vault: damage(made.value.vault) }) : made;
      },
    },
  });
  const { ids, batchId } = await withBatch(host);
  damaged = createHash("sha256").update(JSON.stringify(saleA)).digest("hex");
  const plan = await host.call("exports.plan", { batchId, ...order });
  expect(plan.invoiceIds).toEqual(ids.slice(1));
  expect(plan.refusals).toEqual([
    { invoiceId: ids[0], code: "export/original-damaged", facts: { number: "A-1", file: "a.json" } },
  ]);
  const { record } = await host.call("exports.write", { batchId, ...order, directory: null });
  expect(record.invoiceIds).toEqual(ids.slice(1));
});
