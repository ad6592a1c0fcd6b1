import { expect, test } from "vitest";
import { proposeLateFee } from "../../../../../../src-main/pipeline/decide/index.ts";
import type { OpenItem, TermOf } from "../../../../../../src-shared/model/index.ts";
import { localDate } from "../../../../../../src-shared/time/index.ts";

const item = {
  invoiceId: "inv-1",
  number: "INV-1",
  kind: "invoice",
  customer: "Acme GmbH",
  currency: "EUR",
  issueDate: "2026-02-01",
  dueDate: "2026-03-01",
  amount: "10000.00",
  open: "10000.00",
  earlyDiscount: null,
} as unknown as OpenItem;
const term = (value: object, more: object = {}): TermOf<"late-fee"> =>
  ({
    id: "trm-1",
    status: "confirmed",
    type: "late-fee",
    value: { per: null, after: null, ...value },
    from: null,
    to: null,
    evidence: [{ quote: "Late payments bear a charge." }],
    ...more,
  }) as unknown as TermOf<"late-fee">;
const feesOn = (day: string, terms: readonly TermOf<"late-fee">[], of: object = {}) =>
  proposeLateFee({ ...item, ...of }, terms, localDate(day))?.readings.map(({ method, amount }) => [
    method,
    amount,
  ]) ?? null;

const monthly = term({ percent: "1.5", per: "month" });

test("a share for a month has three readings after a month and a half, and a person chooses", () => {
  expect(feesOn("2026-04-15", [monthly])).toEqual([
    ["daily", "221.92"],
    ["full-months", "150.00"],
    ["started-months", "300.00"],
  ]);
});

test.each([
  ["a share for each day", { percent: "0.05", per: "day" }, "2026-03-11", "50.00"],
  ["a share once", { percent: "5", per: "once" }, "2026-04-15", "500.00"],
  ["a sum once", { amount: "40.00", per: "once" }, "2026-03-02", "40.00"],
])("%s has one reading", (_name, value, day, fee) => {
  expect(feesOn(day, [term(value)])).toEqual([["agreed", fee]]);
});

test.each<[string, readonly TermOf<"late-fee">[], object, string]>([
  ["without a clause", [], {}, "2026-04-15"],
  [
    "of a clause that nobody confirmed",
    [term({ percent: "1.5", per: "month" }, { status: "proposed" })],
    {},
    "2026-04-15",
  ],
  [
    "of a clause that says more than was read",
    [term({ percent: "1.5", per: "month" }, { remainder: "unless" })],
    {},
    "2026-04-15",
  ],
  ["of a clause that says there is none", [term({}, { absent: true })], {}, "2026-04-15"],
  [
    "of a clause that came later",
    [term({ amount: "40.00", per: "once" }, { from: "2026-02-02" })],
    {},
    "2026-04-15",
  ],
  ["of two clauses", [monthly, term({ amount: "40.00", per: "once" })], {}, "2026-04-15"],
  [
    "of a sum for each month, whose count nobody settled",
    [term({ amount: "40.00", per: "month" })],
    {},
    "2026-04-15",
  ],
  ["within the days of grace", [term({ amount: "40.00", per: "once", after: 10 })], {}, "2026-03-11"],
  ["on the due date", [term({ amount: "40.00", per: "once" })], {}, "2026-03-01"],
  ["of a credit note", [monthly], { kind: "credit-note", open: "-10.00" }, "2026-04-15"],
  ["without a due date", [monthly], { dueDate: null }, "2026-04-15"],
])("there is no fee %s", (_name, terms, of, day) => {
  expect(feesOn(day, terms, of)).toBeNull();
});
