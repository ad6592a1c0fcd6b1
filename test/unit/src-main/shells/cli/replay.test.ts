import { expect, test } from "vitest";
import { describeReplay } from "../../../../../src-main/shells/cli/commands/replay.ts";
import type { ReplayedApproval } from "../../../../../src-shared/model/index.ts";

const approval = (more: Partial<ReplayedApproval>): ReplayedApproval =>
  ({
    invoiceId: "inv-1",
    number: "INV-7",
    by: "Dana",
    at: "2026-11-02T08:15:00Z",
    is: "same",
    changed: [],
    ...more,
  }) as ReplayedApproval;

test("approvals that come out otherwise are told one by one, with what differs, before the count", () => {
  expect(describeReplay([])).toBe("Nothing was ever approved here.\n");
  expect(describeReplay([approval({})])).toBe("1 of 1 approval comes out the same to the last byte.\n");
  expect(
    describeReplay([
      approval({}),
      approval({ number: "INV-8", is: "differs", changed: ["terms", "files"] }),
      approval({ number: null, is: "gone" }),
    ]),
  ).toBe(
    [
      "INV-8, approved by Dana on 2026-11-02: the terms, the files came out otherwise.",
      "An invoice that Dana approved on 2026-11-02: its documents are no longer here.",
      "1 of 3 approvals come out the same to the last byte.",
      "",
    ].join("\n"),
  );
});
