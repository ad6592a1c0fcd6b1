import { expect, test } from "vitest";
import {
  longestOf,
  widestAmounts,
  widestDates,
} from "../../../../src-renderer/workspaces/queue/queue-widths.ts";
import { indexQueue } from "../../../../src-renderer/state/queue-index.ts";
import type { QueueRow } from "../../../../src-shared/model/index.ts";

const row = (id: string, over: string | null, currency: string): QueueRow =>
  ({
    invoiceId: id,
    number: id,
    customer: null,
    agreement: null,
    currency,
    over,
    under: null,
    payable: null,
    route: "review",
    state: "to-decide",
    undetermined: 0,
    firstFinding: null,
    owner: "Billing",
  }) as unknown as QueueRow;

test("the widest amounts are those of most places before and behind the point", () => {
  const entries = indexQueue([
    row("a", "12.5", "EUR"),
    row("b", "1234567", "EUR"),
    row("c", "0.1234", "KWD"),
    row("d", null, "EUR"),
  ]);
  expect(widestAmounts(entries, "over")).toEqual(["1,234,567.00", "0.1234"]);
  expect(widestAmounts(entries, "payable")).toEqual(["", ""]);
});

test("the longest text is found, and nothing of no rows", () => {
  const entries = indexQueue([row("RE-1", null, "EUR"), row("RE-2026-0001", null, "EUR")]);
  expect(longestOf(entries, "number")).toEqual(["RE-2026-0001"]);
  expect(longestOf([], "number")).toEqual([""]);
});

test("widths are those of the whole load, whatever a filter leaves", () => {
  const entries = indexQueue([row("RE-1", "12.5", "EUR"), row("RE-2026-0001", "1", "EUR")]);
  expect(longestOf(entries.slice(0, 1), "number")).toEqual(["RE-2026-0001"]);
  expect(widestAmounts(entries.slice(1), "over")).toEqual(["12.50", "12.50"]);
});

test("each month has its date", () => {
  expect(widestDates()).toHaveLength(12);
  expect(widestDates()[8]).toMatch(/^28 Sept? 2026$/);
});
