import { describe, expect, it } from "vitest";
import type { ToleranceRule } from "../../../../src-shared/model/policy.ts";
import { compareWithin, decimal, decimalText } from "../../../../src-shared/money/index.ts";

describe("a tolerance rule of the policy", () => {
  it("is a tolerance as it stands", () => {
    const rule: ToleranceRule = {
      check: "rate.over",
      scope: {},
      over: { percent: decimalText("1"), cap: decimalText("5.00") },
    };
    const judge = (found: string): string => compareWithin(rule, decimal("100.00"), decimal(found)).is;
    expect(["101.00", "101.01", "99.99"].map(judge)).toEqual(["within", "over", "under"]);
  });
});
