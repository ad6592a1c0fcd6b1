import { expect, test } from "vitest";
import { indexQueue } from "../../../../src-renderer/state/queue-index.ts";
import { caseOfQueue, entryOf } from "../../../../src-renderer/state/queue-places.ts";
import type { QueueRow } from "../../../../src-shared/model/index.ts";

const row = (id: string): QueueRow =>
  ({
    invoiceId: id,
    number: id,
    customer: null,
    agreement: null,
    over: null,
    under: null,
    payable: null,
    route: "review",
    state: "to-decide",
    undetermined: 0,
    firstFinding: null,
    owner: "Billing",
  }) as unknown as QueueRow;

test("the case at hand is found by its id, and a head of a group is none", () => {
  const entries = indexQueue([row("a"), row("b")]);
  expect(caseOfQueue({ entries, activeId: "b" })?.row.number).toBe("b");
  expect(caseOfQueue({ entries, activeId: "head Acme" })).toBeUndefined();
  expect(caseOfQueue({ entries: [], activeId: "b" })).toBeUndefined();
});

test("what is found belongs to the load that is asked, not to a former one", () => {
  const former = indexQueue([row("a")]);
  const later = indexQueue([row("a")]);
  expect(entryOf(former, "a")).toBe(former[0]);
  expect(entryOf(later, "a")).toBe(later[0]);
  expect(entryOf(later, null)).toBeUndefined();
});
