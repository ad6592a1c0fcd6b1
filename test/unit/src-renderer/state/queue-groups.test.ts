import fc from "fast-check";
import { expect, test } from "vitest";
import { displayOfRow, placeOfDisplay } from "../../../../src-renderer/components/data-grid/group-places.ts";
import { groupQueue, headIdOf } from "../../../../src-renderer/state/queue-groups.ts";
import { indexQueue } from "../../../../src-renderer/state/queue-index.ts";
import type { QueueRow } from "../../../../src-shared/model/index.ts";
import { createRows } from "../../../fakes/window/workspace-fixture.ts";

const [template] = createRows(1);
const entriesOf = (rows: readonly Partial<Record<keyof QueueRow, unknown>>[]) =>
  indexQueue(rows.map((row, at) => ({ ...template!, invoiceId: `inv-${at}`, ...row }) as QueueRow));

test("the group with the most money at risk comes first, rows without a key last, and order inside stays", () => {
  const entries = entriesOf([
    { customer: "Acme", over: "10.00", under: null, number: "1" },
    { customer: "Beta", over: null, under: "25.00", number: "2" },
    { customer: null, over: "90.00", under: null, number: "3" },
    { customer: "Acme", over: "20.00", under: null, number: "4" },
  ]);
  const { visible, groups } = groupQueue(entries, "customer");
  expect(groups.map(({ key, at, count }) => [key, at, count])).toEqual([
    ["Acme", 0, 2],
    ["Beta", 2, 1],
    [null, 3, 1],
  ]);
  expect(visible.map(({ row }) => row.number)).toEqual(["4", "1", "2", "3"]);
});

test("a row stands once, under its gravest cause", () => {
  const entries = entriesOf([{ causes: ["cau-2", "cau-1"] }, { causes: ["cau-1"] }, { causes: [] }]);
  const { visible, groups } = groupQueue(entries, "cause");
  expect(visible).toHaveLength(3);
  expect(new Set(groups.map(({ key }) => key))).toEqual(new Set(["cau-1", "cau-2", null]));
});

test("a folded group keeps its head and its count and shows no row", () => {
  const entries = entriesOf([
    { customer: "Acme", over: "30.00", under: null, number: "1" },
    { customer: "Beta", over: "20.00", under: null, number: "2" },
    { customer: "Core", over: "10.00", under: null, number: "3" },
  ]);
  const { visible, groups } = groupQueue(entries, "customer", new Set([headIdOf("Acme"), headIdOf("Beta")]));
  expect(visible.map(({ row }) => row.number)).toEqual(["3"]);
  expect(groups.map(({ key, at, count, isFolded }) => [key, at, count, isFolded])).toEqual([
    ["Acme", 0, 1, true],
    ["Beta", 0, 1, true],
    ["Core", 0, 1, false],
  ]);
  expect([0, 1, 2, 3].map((place) => placeOfDisplay(place, groups).group?.key ?? "row")).toEqual([
    "Acme",
    "Beta",
    "Core",
    "row",
  ]);
});

test("places of heads and rows are each other's inverse", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 12 }), (sizes) => {
      let at = 0;
      const groups = sizes.map((size) => {
        const group = { at };
        at += size;
        return group;
      });
      const rows = Array.from({ length: at }, (_, row) => displayOfRow(row, groups));
      expect(rows.map((display) => placeOfDisplay(display, groups))).toEqual(
        rows.map((_display, row) => ({ row, group: null })),
      );
      const heads = groups.map((group, index) => placeOfDisplay(group.at + index, groups).group);
      expect(heads).toEqual(groups);
    }),
  );
});
