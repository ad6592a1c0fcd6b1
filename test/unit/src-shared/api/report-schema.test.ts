import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parsePolicy, parseTermValue, reportJsonSchema } from "../../../../src-shared/api/index.ts";
import { checkIds, defaultPolicy } from "../../../../src-shared/model/index.ts";

const root = join(import.meta.dirname, "../../../..");

test("the published schema is the one in code (node .scripts/tool.mjs .scripts/write-report-schema.ts)", () => {
  const published: unknown = JSON.parse(readFileSync(join(root, "docs/report.schema.json"), "utf8"));
  expect(published).toEqual(JSON.parse(JSON.stringify(reportJsonSchema())));
});

describe("terms", () => {
  test("a value of its type is taken as it is", () => {
    const value = { item: "Consulting", unit: "hour", price: "150.00" };
    expect(parseTermValue("rate", value)).toEqual({ ok: true, value: { type: "rate", value } });
  });

  test.each([
    ["rate", { item: "Consulting", unit: "hour", price: 150 }],
    ["rate", { item: "Consulting", unit: "hour", price: "150,00" }],
    ["rate", { item: "Consulting", unit: "hour", price: "1e3" }],
    ["rate", { item: "Consulting", unit: "hour", price: "150.00", extra: 1 }],
    ["rate", { item: "Consulting", unit: "hour" }],
    ["cap", { amount: "100.00", scope: "galaxy" }],
    ["payment-terms", { days: 3.5, from: "invoice-date" }],
    ["no-such-type", {}],
    ["toString", {}],
  ])("%s with %j is refused", (type, value) => {
    const parsed = parseTermValue(type, value);
    expect(parsed.ok ? null : parsed.error.code).toBe("decide/invalid-term");
  });
});

describe("the policy", () => {
  test("what is left out has its published default", () => {
    expect(parsePolicy({})).toEqual({ ok: true, value: defaultPolicy });
    expect(parsePolicy(null)).toEqual({ ok: true, value: defaultPolicy });
  });

  test.each([
    [{ tolerances: [{ check: "rate.nearly" }] }, "tolerances.0.check"],
    [{ tolerances: [{ check: checkIds[0], over: { percent: "-1" } }] }, "tolerances.0.over.percent"],
    [{ variancePercent: 10 }, "variancePercent"],
    [{ holidays: ["2026-02-30"] }, "holidays.0"],
    [{ customers: [{ name: "A", orderPattern: "(" }] }, "customers.0.orderPattern"],
    [{ surprise: true }, "policy"],
  ])("%j is refused at %s", (value, path) => {
    const parsed = parsePolicy(value);
    expect(parsed.ok ? null : parsed.error).toMatchObject({ code: "policy/invalid", facts: { path } });
  });
});
