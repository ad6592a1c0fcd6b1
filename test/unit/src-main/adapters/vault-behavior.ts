import { expect, test } from "vitest";
import type { Vault } from "../../../../src-main/ports/vault.ts";
import { aDocument, anEvent, auditRow, keepWith, sha256 } from "./vault-rows.ts";

/** What every vault does, the one in memory and the one on the disk. */
export function describeVaultBehavior(open: () => Promise<Vault>): void {
  test("what was kept comes back, in the order in which it came", async () => {
    const vault = await open();
    const documents = [aDocument("b.txt"), aDocument("a.txt")];
    const change = {
      documents,
      events: [anEvent(1)],
      settings: { policy: "{}" },
      ledger: [{ exportId: "exp-1", invoiceId: "inv-1", key: "k" }],
      audit: [auditRow(1), auditRow(2)],
    };
    expect(await keepWith(vault, change)).toEqual({ ok: true, value: undefined });
    expect(await vault.load()).toEqual({
      ok: true,
      value: {
        documents: documents.map(({ stored }) => stored),
        events: [anEvent(1)],
        settings: { policy: "{}" },
        ledger: [{ exportId: "exp-1", invoiceId: "inv-1", key: "k" }],
        auditHead: auditRow(2),
      },
    });
    expect(await vault.readDocument(documents[0]!.stored.file.id)).toEqual({
      ok: true,
      value: documents[0]!.words,
    });
    expect(await vault.readOriginal(documents[0]!.stored.file.sha256)).toEqual({
      ok: true,
      value: documents[0]!.original,
    });
    expect(await vault.readOriginal(sha256("unknown"))).toEqual({ ok: true, value: null });
    expect(await vault.readAudit(1, 10)).toEqual({ ok: true, value: [auditRow(2)] });
    await vault.close();
  });

  test("a step with one bad part keeps nothing of it", async () => {
    const vault = await open();
    await vault.commit({ events: [anEvent(1)], audit: [auditRow(1)] });
    const bad = await keepWith(vault, {
      documents: [aDocument("a.txt")],
      events: [anEvent(2)],
      settings: { policy: "x" },
      audit: [auditRow(3)],
    });
    expect(bad.ok).toBe(false);
    const loaded = await vault.load();
    expect(loaded.ok && [loaded.value.documents, loaded.value.events.length, loaded.value.settings]).toEqual([
      [],
      1,
      {},
    ]);
    await vault.close();
  });

  test("the ledger takes an invoice once, by its id and by its paper, until the export is voided", async () => {
    const vault = await open();
    const claim = (exportId: string, invoiceId: string, key: string, sequence: number) =>
      vault.commit({ ledger: [{ exportId, invoiceId, key }], audit: [auditRow(sequence)] });
    expect((await claim("exp-1", "inv-1", "k1", 1)).ok).toBe(true);
    for (const [invoiceId, key] of [
      ["inv-1", "k2"],
      ["inv-2", "k1"],
    ] as const) {
      const refused = await claim("exp-2", invoiceId, key, 2);
      expect(refused.ok ? null : refused.error.code).toBe("export/already-handed-over");
    }
    expect((await vault.commit({ voidedExports: ["exp-1"], audit: [auditRow(2)] })).ok).toBe(true);
    expect((await claim("exp-3", "inv-1", "k1", 3)).ok).toBe(true);
    await vault.close();
  });

  test("anchors are kept in order", async () => {
    const vault = await open();
    await vault.anchor(auditRow(1));
    await vault.anchor(auditRow(2));
    expect(await vault.readAnchors()).toEqual({
      ok: true,
      value: [1, 2].map((sequence) => ({ sequence, hash: auditRow(sequence).hash })),
    });
    await vault.close();
  });
}
