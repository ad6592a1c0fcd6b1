import { describe, expect, test } from "vitest";
import { decimalText } from "../../../../../src-shared/money/index.ts";
import type { CheckedInvoice } from "../../../../../src-shared/model/index.ts";
import { printedRow as line } from "../../../../builders/billed-rows.ts";
import { checkCase } from "../../../../builders/billing-case.ts";
import type { CaseSpec } from "../../../../builders/billing-case.ts";
import type { LineSpec, TermSpec } from "../../../../builders/billing-documents.ts";

const check = (
  terms: readonly TermSpec[],
  lines: readonly LineSpec[],
  deliveries: CaseSpec["deliveries"] = [],
): CheckedInvoice | undefined =>
  checkCase({ agreements: [{ terms }], invoices: [{ lines }], deliveries }).invoices[0];

const findingsOf = (invoice: CheckedInvoice | undefined): readonly string[] =>
  (invoice?.findings ?? [])
    .filter(({ check: id }) => /^(?:rate|term|expense)\./.test(id))
    .map(({ check: id, line, impact }) => `${id}[${line ?? ""}] ${impact ?? ""}`);

const rate = (item: string, price: string, unit: string): TermSpec => ({
  type: "rate",
  value: { item, unit, price },
});
const amount = (description: string, net: string): LineSpec => ({ description, net });

describe("labor as such", () => {
  const plumber = [rate("Plumber", "58.00", "hour"), rate("Call-out", "70.00", "visit")];

  test.each(["Labour 6 Oct", "Arbeitszeit am 6.10.", "Main d'oeuvre du 6 octobre"])(
    "is under the only price of an hour: %s",
    (description) =>
      expect(findingsOf(check(plumber, [line(description, "3", "hour", "58.00", "174.00")]))).toEqual([]),
  );

  test("is over where it costs more than that hour", () => {
    expect(findingsOf(check(plumber, [line("Labour 6 Oct", "3", "hour", "64.00", "192.00")]))).toEqual([
      "rate.over[1] 18.00",
    ]);
  });

  test("is nobody's where two prices of an hour could be meant", () => {
    const two = [rate("Plumber", "58.00", "hour"), rate("Apprentice", "31.00", "hour")];
    expect(findingsOf(check(two, [line("Labour 6 Oct", "3", "hour", "44.00", "132.00")]))).toEqual([
      "term.unbound[1] 132.00",
    ]);
  });
});

test("times that are joined in one price are alternatives, and those that stand together are both", () => {
  const billed = [line("Labor W-2, after hours", "2", "hour", "192.00", "384.00")];
  const day = rate("Technician, regular hours", "128.00", "hour");
  expect(findingsOf(check([day, rate("After hours, weekends", "192.00", "hour")], billed))).toEqual([]);
});

describe("what a list of expenses has", () => {
  const atCost: TermSpec = { type: "expenses", value: { markupPercent: "0" } };
  const spent = (item: string, sum: string): NonNullable<CaseSpec["deliveries"]>[number] => ({
    kind: "expense",
    date: "2026-05-12",
    item,
    quantity: null,
    unit: null,
    amount: decimalText(sum),
  });

  test("is passed on at its very sum under the clause for expenses of all kinds", () => {
    const invoice = check(
      [atCost],
      [amount("Core tests, 12 May", "285.00")],
      [spent("Core tests", "285.00")],
    );
    expect(findingsOf(invoice)).toEqual([]);
  });

  test("is nothing of which no list tells, nor another sum", () => {
    const of = (deliveries: CaseSpec["deliveries"]): readonly string[] =>
      findingsOf(check([atCost], [amount("Core tests, 12 May", "310.00")], deliveries));
    expect(of([])).toEqual(["term.unbound[1] 310.00"]);
    expect(of([spent("Core tests", "285.00")])).toEqual(["term.unbound[1] 310.00"]);
  });

  test("is not covered by a clause for expenses of another kind", () => {
    const travel: TermSpec = { type: "expenses", value: { types: ["rail"], markupPercent: "0" } };
    const invoice = check(
      [travel],
      [amount("Core tests, 12 May", "285.00")],
      [spent("Core tests", "285.00")],
    );
    expect(findingsOf(invoice)).toEqual(["term.unbound[1] 285.00"]);
  });
});

describe("one thing at a price for each", () => {
  const transport = [rate("Transport", "65.00", "machine")];

  test("is billed by its very price", () => {
    expect(findingsOf(check(transport, [amount("Transport, collection", "65.00")]))).toEqual([]);
  });

  test("is not told by another sum", () => {
    const invoice = check(transport, [amount("Transport, collection", "95.00")]);
    expect(invoice?.route).not.toBe("clear");
  });
});

describe("what somebody is called on the roster", () => {
  const roster: TermSpec = {
    type: "roster",
    value: { people: [{ name: "Dana Reyes", role: "Consultant" }] },
  };
  const worked: CaseSpec["deliveries"] = [
    {
      kind: "time",
      date: "2026-10-12",
      person: "Dana Reyes",
      item: "Budget review",
      quantity: "2",
      unit: "day",
    },
  ];
  const outcomeOf = (item: string): string | undefined =>
    check(
      [rate(item, "950.00", "day"), roster],
      [line("Interim finance director", "2", "day", "950.00", "1900.00")],
      worked,
    )?.outcomes.find(({ check: id }) => id === "quantity.over")?.outcome;

  test("keeps no work from a line where no price is of that role", () =>
    expect(outcomeOf("Interim finance director")).toBe("pass"));
});

test("a list of costs beside the timesheets leaves them the papers that are asked for", () => {
  const invoice = check(
    [
      rate("Consultant", "120.00", "hour"),
      rate("Mileage", "0.70", "mile"),
      { type: "required", value: { fields: ["attachment.timesheet"] } },
    ],
    [line("Consultant", "3", "hour", "120.00", "360.00"), line("Mileage", "40", "mile", "0.70", "28.00")],
    [
      { kind: "time", date: "2026-10-12", item: "Consultant", quantity: "3", unit: "hour", approved: true },
      { kind: "expense", date: "2026-10-12", item: "Mileage", quantity: "40", unit: "mile" },
    ],
  );
  expect(invoice?.outcomes.find(({ check: id }) => id === "fields.required")?.outcome).toBe("pass");
});

test("what a clause for expenses of all kinds gives as an example is bound to it at any sum", () => {
  const clause: TermSpec = {
    type: "expenses",
    value: { markupPercent: "0" },
    evidence: [
      {
        documentId: "doc-clause" as never,
        role: "term",
        quote: "Costs such as wire distribution and couriers are billed without markup.",
        at: { row: 1, column: 1 },
      },
    ],
  };
  expect(findingsOf(check([clause], [amount("Wire distribution", "203.50")]))).toEqual([]);
  expect(findingsOf(check([clause], [amount("Studio hire", "203.50")]))).toEqual(["term.unbound[1] 203.50"]);
});

describe("a distance", () => {
  const way = [rate("Senior engineer", "198.00", "hour"), rate("Travel by car", "1.04", "kilometre")];

  test("is under the only price of one, whatever the bill calls it", () => {
    expect(findingsOf(check(way, [line("Vehicle", "74", "kilometre", "1.04", "76.96")]))).toEqual([]);
    expect(findingsOf(check(way, [line("Vehicle", "74", "kilometre", "1.14", "84.36")]))).toEqual([
      "rate.over[1] 7.40",
    ]);
  });

  test("is nobody's where two prices of one could be meant", () => {
    const two = [...way, rate("Lorry", "2.10", "kilometre")];
    expect(findingsOf(check(two, [line("Vehicle", "74", "kilometre", "1.50", "111.00")]))).toEqual([
      "term.unbound[1] 111.00",
    ]);
  });
});
