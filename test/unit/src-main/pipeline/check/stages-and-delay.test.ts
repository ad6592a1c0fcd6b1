import { describe, expect, test } from "vitest";
import { checkCase } from "../../../../builders/billing-case.ts";
import type { CaseSpec } from "../../../../builders/billing-case.ts";
import type { TermSpec } from "../../../../builders/billing-documents.ts";

/** Outcomes of a check on the last invoice and its lines, without those that are beside the point. */
function outcomesOf(check: string, spec: CaseSpec): readonly string[] {
  const invoice = checkCase(spec).invoices.at(-1);
  return (invoice?.outcomes ?? [])
    .filter((one) => one.check === check && one.outcome !== "not-applicable")
    .map(({ outcome }) => outcome);
}

const stage: TermSpec = {
  type: "milestone",
  value: { name: "Pump house", amount: "9000.00", acceptance: true },
};
const record = (rest: object) => ({ kind: "acceptance" as const, item: "Pump house", ...rest });

describe("who accepts a stage", () => {
  const spec = (approvedBy: string | null): CaseSpec => ({
    agreements: [{ terms: [stage, { type: "acceptance", value: { by: ["Iris Lund"] } }] }],
    invoices: [{ issueDate: "2026-11-01", lines: [{ description: "Pump house", net: "9000.00" }] }],
    deliveries: [record({ date: "2026-10-20", approved: true, approvedBy, person: approvedBy })],
  });

  test("is whom the agreement names for it", () => {
    expect(outcomesOf("milestone.not-accepted", spec("I. Lund"))).toEqual(["pass"]);
    expect(outcomesOf("milestone.not-accepted", spec("Ole Dahl"))).toEqual(["fail"]);
  });

  test("is asked where the record names nobody", () => {
    expect(outcomesOf("milestone.not-accepted", spec(null))).toEqual(["cannot-determine"]);
  });
});

describe("silence after a handover", () => {
  const spec = (issueDate: string, rest: object = {}): CaseSpec => ({
    agreements: [{ terms: [stage, { type: "acceptance", value: { deemedAfterDays: 10 } }] }],
    invoices: [{ issueDate, lines: [{ description: "Pump house", net: "9000.00" }] }],
    deliveries: [record({ date: "2026-10-20", approved: null, ...rest })],
  });

  test("counts once the days have passed", () => {
    expect(outcomesOf("milestone.not-accepted", spec("2026-11-01"))).toEqual(["pass"]);
    expect(outcomesOf("milestone.not-accepted", spec("2026-10-29"))).toEqual(["fail"]);
  });

  test("counts from what was handed to this customer, and to no other", () => {
    const handed = (customer: string | null): object => ({ kind: "work", approved: true, customer });
    expect(outcomesOf("milestone.not-accepted", spec("2026-11-20", handed(null)))).toEqual(["pass"]);
    expect(outcomesOf("milestone.not-accepted", spec("2026-11-20", handed("Quarrel & Sons")))).toEqual([
      "cannot-determine",
    ]);
  });

  test("does not where somebody refused", () => {
    expect(outcomesOf("milestone.not-accepted", spec("2026-11-20", { approved: false }))).toEqual(["fail"]);
  });
});

describe("interest by full months", () => {
  const clause = (quote: string): TermSpec => ({
    type: "late-fee",
    value: { percent: "2", per: "month", after: 0 },
    evidence: [{ documentId: "doc-a", role: "term", quote, at: { row: 9, column: 1 } }] as never,
  });
  const spec = (quote: string, net: string): CaseSpec => ({
    agreements: [{ terms: [clause(quote)] }],
    invoices: [
      {
        number: "INV-7",
        issueDate: "2026-06-01",
        dueDate: "2026-07-01",
        payable: "1000.00",
        net: "1000.00",
        lines: [{ description: "Setup", net: "1000.00" }],
      },
      {
        number: "INV-9",
        issueDate: "2026-10-20",
        periodStart: null,
        periodEnd: null,
        lines: [{ description: "Interest on overdue invoice INV-7", net }],
      },
    ],
  });

  test.each([
    ["2 % for each full month", "60.00", "pass"],
    ["2 % for each full month", "80.00", "fail"],
    ["2 % je angefangenem Monat", "80.00", "pass"],
    ["2 % je angefangenem Monat", "60.00", "fail"],
    ["2 % per month", "60.00", "pass"],
    ["2 % per month", "80.00", "pass"],
  ])("%s: %s", (quote, net, outcome) => {
    expect(outcomesOf("late-fee.wrong", spec(quote, net))).toEqual([outcome]);
  });
});

describe.each(["acceptance-message", "amendment"])("an extra that a signed paper approves: %s", (rank) => {
  const spec = (amount: string, signedOn: string): CaseSpec => ({
    agreements: [
      { number: "A-1", terms: [stage] },
      {
        rank,
        references: [{ number: "A-1", title: null, dated: null, relation: "mentions" }],
        signedOn,
        dated: signedOn,
        terms: [
          {
            type: "fixed-fee",
            value: { item: "Variation 1, pump housing", amount, per: "once", timing: null },
          },
        ],
      } as never,
    ],
    invoices: [
      {
        issueDate: "2026-11-01",
        lines: [{ description: "Variation 1: pump housing, done on 12 October 2026", net: "900.00" }],
      },
    ],
  });

  test("is covered up to the sum that was approved before the work", () => {
    expect(outcomesOf("scope.unapproved", spec("900.00", "2026-10-05"))).toEqual(["pass"]);
    expect(outcomesOf("scope.unapproved", spec("700.00", "2026-10-05"))).toEqual(["fail"]);
    expect(outcomesOf("scope.unapproved", spec("900.00", "2026-10-20"))).toEqual(["fail"]);
  });
});

describe("a price for extras whose clause asks for a yes", () => {
  const spec = (quote: string): CaseSpec => ({
    agreements: [
      {
        terms: [
          {
            type: "rate",
            value: { item: "Fitter", unit: "hour", price: "80.00" },
            evidence: [{ documentId: "doc-1", at: { row: 1, column: 1 }, quote, role: "term" }] as never,
          },
        ],
      },
    ],
    invoices: [
      {
        issueDate: "2026-11-01",
        lines: [
          {
            description: "Fitter, extra work",
            quantity: "5",
            unit: "hour",
            unitPrice: "80.00",
            net: "400.00",
          },
        ],
      },
    ],
  });

  test("is no approval of them, in whatever language", () => {
    for (const quote of [
      "Extra work is done after written approval only, at 80.00 an hour.",
      "Travaux supplémentaires : 80,00 par heure, une fois approuvés.",
      "Trabajos adicionales por escrito: 80,00 por hora.",
      "Lavori extra solo per iscritto: 80,00 all'ora.",
      "Trabalhos adicionais, depois de aprovados: 80,00 por hora.",
      "Meerwerk na schriftelijke opdracht: 80,00 per uur.",
    ])
      expect([quote, outcomesOf("scope.unapproved", spec(quote))]).toEqual([quote, ["cannot-determine"]]);
    expect(outcomesOf("scope.unapproved", spec("Extra work: 80.00 an hour."))).toEqual([]);
  });
});
