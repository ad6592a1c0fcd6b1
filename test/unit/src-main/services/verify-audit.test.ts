import { expect, test } from "vitest";
import type { AuditAnchor } from "../../../../src-main/ports/vault.ts";
import { openWorkspace } from "../../../../src-main/services/open-workspace.ts";
import { verifyAudit } from "../../../../src-main/services/verify-audit.ts";
import type { createMemoryVault } from "../../../fakes/memory-vault.ts";
import { openMemoryProgram } from "../../../fakes/memory-program.ts";

type Held = ReturnType<typeof createMemoryVault>["held"];

async function verdictAfter(
  attack: (held: Held) => void,
  anchors: readonly AuditAnchor[] = [],
): Promise<string> {
  const { call, program, importSales } = await openMemoryProgram();
  await importSales({
    "a.json": { number: "A-1", net: "100.00", gross: "100.00" },
    "b.json": { number: "B-2" },
  });
  const { rows } = await call("review.queue", {});
  const ids = rows.map(({ invoiceId }) => invoiceId);
  await call("review.decide", { invoiceIds: ids, decision: { type: "approve", reason: null } });
  await call("batches.approve", { invoiceIds: ids });
  await call("policy.write", { policy: { variancePercent: "5" } });
  const vault = program.workspace!.vault as ReturnType<typeof createMemoryVault>;
  attack(vault.held);
  const reopened = await openWorkspace(vault, { name: "Test", isSample: false }, program.tools, "cli");
  if (!reopened.ok) return reopened.error.code;
  const call2 = { signal: new AbortController().signal, report: () => undefined };
  const verified = await verifyAudit(reopened.value, anchors, program.tools, call2);
  return verified.ok ? verified.value.state : verified.error.code;
}

test("what nobody touched is intact", async () => {
  expect(await verdictAfter(() => undefined)).toBe("intact");
});

test.each<readonly [string, (held: Held) => void, string]>([
  [
    "an entry edited",
    (held) => void (held.audit[1] = { ...held.audit[1]!, body: held.audit[1]!.body.replace("Ada", "Eve") }),
    "changed",
  ],
  ["an entry taken out", (held) => void held.audit.splice(2, 1), "changed"],
  [
    "entries changed about",
    (held) => void held.audit.splice(2, 2, held.audit[3]!, held.audit[2]!),
    "changed",
  ],
  ["an entry put in", (held) => void held.audit.splice(2, 0, held.audit[2]!), "changed"],
  [
    "the tail cut, the anchor beside it left",
    (held) => {
      held.audit.splice(-4);
      held.events.splice(-2);
      held.settings = {};
    },
    "truncated",
  ],
  [
    "a decision edited, the trail left",
    (held) => {
      const event = held.events.find(({ action }) => action.type === "invoice-approved")!;
      held.events[held.events.indexOf(event)] = { ...event, actor: "Eve" };
    },
    "changed",
  ],
  ["a decision taken out, the trail left", (held) => void held.events.splice(-1), "changed"],
  [
    "a decision put in, the trail left",
    (held) =>
      void held.events.push({ ...held.events[0]!, id: "evt-x" as never, sequence: held.events.length + 1 }),
    "changed",
  ],
  [
    "a reading edited, the trail left",
    (held) => {
      const [document] = held.documents;
      held.documents[0] = { ...document!, file: { ...document!.file, path: "other.pdf" } };
    },
    "changed",
  ],
  ["a document taken out", (held) => void held.documents.splice(-1), "changed"],
  ["the policy edited", (held) => void (held.settings["policy"] = '{"variancePercent":"90"}'), "changed"],
  [
    "an export claimed that never was",
    (held) => void held.ledger.push({ exportId: "exp-x", invoiceId: "inv-x", key: "x", isActive: true }),
    "changed",
  ],
])("%s is found", async (_, attack, state) => {
  expect(await verdictAfter(attack)).toBe(state);
});

test("an anchor that somebody else kept shows a trail that was rewritten whole", async () => {
  const forgetAnchors = (held: Held) => {
    held.anchors = [];
  };
  expect(await verdictAfter(forgetAnchors, [{ sequence: 2, hash: "0".repeat(64) }])).toBe("changed");
  expect(await verdictAfter(forgetAnchors, [{ sequence: 900, hash: "0".repeat(64) }])).toBe("truncated");
});

test("without an outside anchor a cut tail cannot be seen: the documented limit", async () => {
  const cut = (held: Held) => {
    held.anchors = [];
    // The policy is the last thing that was kept: its decision, its value and their entries go together.
    held.audit.splice(-2);
    held.events.splice(-1);
    held.settings = {};
  };
  expect(await verdictAfter(cut)).toBe("intact");
});
