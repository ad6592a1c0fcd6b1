import { expect, test } from "vitest";
import { computeReadiness } from "../../../../src-renderer/state/readiness.ts";
import { defaultPolicy } from "../../../../src-shared/model/index.ts";
import type { QueueRow } from "../../../../src-shared/model/index.ts";
import { createDocumentRows, createRows } from "../../../fakes/window/workspace-fixture.ts";

const stateOf = (rows: readonly QueueRow[], policy = defaultPolicy) =>
  Object.fromEntries(
    computeReadiness(createDocumentRows(), [], rows, policy).items.map((item) => [item.id, item]),
  );

test("names what is missing, and how much is there", () => {
  const [first, second] = createRows(2);
  const rows = [
    { ...first!, agreement: null, customer: "Acme", urgency: "undated" as const },
    { ...second!, agreement: "MSA", checks: ["evidence.insufficient" as const], undetermined: 2 },
  ];
  const items = stateOf(rows);
  expect(items["agreements"]).toMatchObject({ ready: 1, total: 2, isReady: false, missing: ["Acme"] });
  expect(items["records"]).toMatchObject({ ready: 1, isReady: false });
  expect(items["dates"]).toMatchObject({ ready: 1, isReady: false });
  expect(items["documents"]?.missing.length).toBe(
    createDocumentRows().filter(({ status }) => status === "unreadable").length,
  );
});

test("an empty workspace is not ready, and a company that is named is", () => {
  expect(stateOf([])["agreements"]).toMatchObject({ isReady: false, total: 0 });
  const policy = { ...defaultPolicy, ownCompany: { names: ["Oak"], taxIds: [], bankAccounts: [] } };
  expect(stateOf([], policy)["company"]?.isReady).toBe(true);
  expect(stateOf([])["company"]?.isReady).toBe(false);
});
