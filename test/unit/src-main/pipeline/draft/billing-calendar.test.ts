import { describe, expect, test } from "vitest";
import { calendarFile, expectBills, nextNumber } from "../../../../../src-main/pipeline/draft/index.ts";
import { localDate } from "../../../../../src-shared/time/index.ts";
import { buildCase } from "../../../../builders/billing-case.ts";
import type { CaseSpec } from "../../../../builders/billing-case.ts";
import { groundOf } from "../../../../builders/draft-case.ts";

const bills = (spec: CaseSpec, asOf: string, from = "2026-01-01", to = "2027-01-01") =>
  expectBills(
    { asOf: localDate(asOf), from: localDate(from), to: localDate(to), graceDays: 10 },
    groundOf(buildCase({ asOf, ...spec })),
  );
const shown = (list: ReturnType<typeof bills>): readonly string[] =>
  list.map(
    (bill) => `${bill.dueOn} ${bill.periodStart}/${bill.periodEnd} ${bill.state} ${bill.amount ?? "?"}`,
  );

const hosting = {
  type: "fixed-fee" as const,
  value: { item: "Hosting", amount: "310.00", per: "month", timing: "arrears" },
};
const billed = (month: string, next: string, ...items: readonly string[]) => ({
  number: `INV-${month}`,
  agreementReference: "MSA-014",
  issueDate: next,
  periodStart: month,
  periodEnd: next,
  lines: items.map((description) => ({ description, net: "310.00" })),
});

describe("the calendar of bills", () => {
  test("says of each month what has arrived, what is due, what is late and what is to come", () => {
    const list = bills(
      {
        agreements: [{ from: localDate("2026-08-01"), to: localDate("2027-01-01"), terms: [hosting] }],
        invoices: [billed("2026-08-01", "2026-09-01", "Hosting")],
      },
      "2026-11-05",
    );
    expect(shown(list)).toEqual([
      "2026-09-01 2026-08-01/2026-09-01 arrived 310.00",
      "2026-10-01 2026-09-01/2026-10-01 late 310.00",
      "2026-11-01 2026-10-01/2026-11-01 due 310.00",
      "2026-12-01 2026-11-01/2026-12-01 expected 310.00",
      "2027-01-01 2026-12-01/2027-01-01 expected 310.00",
    ]);
  });

  test("a bill that leaves out a fee has arrived in part", () => {
    const backup = {
      type: "fixed-fee" as const,
      value: { item: "Backup", amount: "40.00", per: "month", timing: "arrears" },
    };
    const [august] = bills(
      {
        agreements: [
          { from: localDate("2026-08-01"), to: localDate("2026-09-01"), terms: [hosting, backup] },
        ],
        invoices: [billed("2026-08-01", "2026-09-01", "Hosting")],
      },
      "2026-11-05",
    );
    expect([august?.state, august?.amount, august?.missing]).toEqual([
      "partly-arrived",
      "350.00",
      ["Backup"],
    ]);
  });

  test("fees in advance are due on their first day; a quarter counts from the agreement's own start", () => {
    const list = bills(
      {
        agreements: [
          {
            from: localDate("2026-02-15"),
            to: localDate("2027-02-15"),
            terms: [
              {
                type: "fixed-fee",
                value: { item: "Support", amount: "900.00", per: "quarter", timing: "advance" },
              },
            ],
          },
        ],
      },
      "2026-06-01",
    );
    expect(shown(list).slice(0, 3)).toEqual([
      "2026-02-15 2026-02-15/2026-05-15 late 900.00",
      "2026-05-15 2026-05-15/2026-08-15 late 900.00",
      "2026-08-15 2026-08-15/2026-11-15 expected 900.00",
    ]);
  });

  test("an offer and an agreement without anything recurring let nothing be expected", () => {
    expect(bills({ agreements: [{ standing: "offer", terms: [hosting] }] }, "2026-11-05")).toEqual([]);
    expect(
      bills(
        {
          agreements: [
            { terms: [{ type: "milestone", value: { name: "Design", amount: "100.00", acceptance: true } }] },
          ],
        },
        "2026-11-05",
      ),
    ).toEqual([]);
  });

  test("renewal keeps it running after its end, no renewal ends it", () => {
    const duration = (autoRenew: boolean) => ({
      type: "duration" as const,
      value: { from: "2025-01-01", to: "2026-01-01", autoRenew },
    });
    const from = localDate("2025-01-01");
    expect(bills({ agreements: [{ from, terms: [hosting, duration(true)] }] }, "2026-03-05")).toHaveLength(
      12,
    );
    expect(bills({ agreements: [{ from, terms: [hosting, duration(false)] }] }, "2026-03-05")).toHaveLength(
      0,
    );
  });
});

describe("the calendar as a file", () => {
  test("holds what has not arrived, folded, escaped and with CRLF", () => {
    const list = bills(
      {
        agreements: [
          {
            from: localDate("2026-10-01"),
            to: localDate("2026-11-01"),
            buyer: "Müller, Söhne & Großhandelsgesellschaft für Haustechnik mbH; Zweigstelle Süd",
            terms: [hosting],
          },
        ],
      },
      "2026-11-05",
    );
    const text = calendarFile(
      list,
      localDate("2026-11-05"),
      ({ customer }) => `Invoice for ${customer ?? ""}`,
    );
    expect(text.split("\r\n").every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
    expect(text.replaceAll("\r\n ", "")).toContain(
      "SUMMARY:Invoice for Müller\\, Söhne & Großhandelsgesellschaft für Haustechnik mbH\\; Zweigstelle Süd\r\n",
    );
    expect(text).toContain("DTSTART;VALUE=DATE:20261101\r\nDTEND;VALUE=DATE:20261102\r\n");
    expect(text.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && text.endsWith("END:VCALENDAR\r\n")).toBe(
      true,
    );
  });
});

describe("the next number of a series", () => {
  test.each([
    ["INV-{year}-{0000}", ["INV-2026-0041", "INV-2025-0930", "INV-2026-7X"], "INV-2026-0042"],
    ["INV-{year}-{0000}", ["INV-2025-0930"], "INV-2026-0001"],
    ["{000}/A", ["9/A", "999/A", "1000/B"], "1000/A"],
    ["R{0}", [], "R1"],
  ])("%s after %j is %s", (series, known, next) => {
    expect(nextNumber(series, known, localDate("2026-11-05"))).toBe(next);
  });
});
