import { expect, test } from "vitest";
import {
  arrangeColumns,
  shownColumns,
  withColumnMoved,
  withColumnToggled,
} from "../../../../src-renderer/workspaces/queue/arrange-columns.ts";
import { queueColumns } from "../../../../src-renderer/workspaces/queue/queue-columns.tsx";

const known = queueColumns().map(({ id }) => id);

test("the standard columns are columns that there are, and hold what the work needs", () => {
  const shown = shownColumns(known, null);
  expect(known).toEqual(expect.arrayContaining([...shown]));
  for (const id of ["over", "under", "route", "customer", "sendBy", "owner", "urgency", "riskLevel"])
    expect(shown).toContain(id);
});

test("chosen columns come in the order of the person; forgotten ones are left out", () => {
  const chosen = ["owner", "gone", "over"];
  expect(arrangeColumns(queueColumns(), chosen).map(({ id }) => id)).toEqual(["owner", "over"]);
  expect(shownColumns(known, ["gone"])).toEqual(shownColumns(known, null));
});

test("columns are shown, hidden and moved, and one always stays", () => {
  expect(withColumnToggled(["over"], "under")).toEqual(["over", "under"]);
  expect(withColumnToggled(["over", "under"], "over")).toEqual(["under"]);
  expect(withColumnToggled(["over"], "over")).toEqual(["over"]);
  expect(withColumnMoved(["a", "b", "c"], "c", -1)).toEqual(["a", "c", "b"]);
  expect(withColumnMoved(["a", "b"], "a", -1)).toEqual(["a", "b"]);
});

test("the program's own columns may leave a small window, those of a person do not", () => {
  const ranked = (chosen: readonly string[] | null) =>
    arrangeColumns(queueColumns(), chosen).filter(({ leavesAt }) => leavesAt !== undefined);
  expect(ranked(null).map(({ id }) => id)).toEqual([
    "payable",
    "sendBy",
    "urgency",
    "riskLevel",
    "customerValue",
    "owner",
    "state",
  ]);
  expect(ranked(["over", "owner", "state"])).toEqual([]);
});
