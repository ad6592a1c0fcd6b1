import { describe, expect, test } from "vitest";
import { listFailedPayments } from "../../../../../../src-main/pipeline/decide/index.ts";
import type { Payment, PaymentStatus } from "../../../../../../src-shared/model/index.ts";
import { localDate } from "../../../../../../src-shared/time/index.ts";

const field = <T>(value: T) => ({
  value,
  text: String(value),
  confidence: 1,
  basis: "structured",
  evidence: [],
});

const payment = (
  id: string,
  status: PaymentStatus,
  day: string | null,
  {
    payer = "Acme GmbH",
    amount = "120.00",
    reference = null,
  }: { payer?: string | null; amount?: string; reference?: string | null } = {},
): Payment =>
  ({
    id,
    sourceId: id,
    kind: "payment",
    status,
    bookingDate: day === null ? null : field(localDate(day)),
    valueDate: null,
    amount: field(amount),
    currency: field("EUR"),
    counterparty: payer === null ? null : field(payer),
    references: reference === null ? [] : [field(reference)],
  }) as unknown as Payment;

const shown = (payments: readonly Payment[], asOf: string): readonly unknown[] =>
  listFailedPayments(payments, localDate(asOf)).map(({ payment: { id }, failures, steps }) => [
    id,
    failures,
    steps.map(({ attempt, on }) => `${attempt}: ${on}`),
  ]);

describe("payments that failed", () => {
  test("are tried again 1, 3, 5 and 7 days after the first failure", () => {
    expect(shown([payment("pm-1", "failed", "2026-11-01")], "2026-11-01")).toEqual([
      ["pm-1", 1, ["1: 2026-11-02", "2: 2026-11-04", "3: 2026-11-06", "4: 2026-11-08"]],
    ]);
  });

  test("count the tries that failed since, of the same sum from the same payer", () => {
    const tries = [
      payment("pm-2", "failed", "2026-11-02", { payer: "ACME  GmbH" }),
      payment("pm-1", "failed", "2026-11-01"),
      payment("pm-9", "failed", "2026-11-02", { amount: "80.00" }),
    ];
    expect(shown(tries, "2026-11-03")).toEqual([
      ["pm-2", 2, ["2: 2026-11-04", "3: 2026-11-06", "4: 2026-11-08"]],
      ["pm-9", 1, ["1: 2026-11-03", "2: 2026-11-05", "3: 2026-11-07", "4: 2026-11-09"]],
    ]);
  });

  test("are over once the money came, and begin anew when the next one fails", () => {
    const paid = [payment("pm-1", "failed", "2026-11-01"), payment("pm-2", "booked", "2026-11-02")];
    expect(shown(paid, "2026-11-03")).toEqual([]);
    expect(shown([...paid, payment("pm-3", "failed", "2026-12-01")], "2026-12-08")).toEqual([
      ["pm-3", 1, ["4: 2026-12-08"]],
    ]);
  });

  test("stay on the list without a day to try when a person has to ask", () => {
    expect(shown([payment("pm-1", "failed", "2026-11-01")], "2026-11-20")).toEqual([["pm-1", 1, []]]);
  });

  test("are not what was taken back or cancelled, and not what has no day", () => {
    const others = [
      payment("pm-1", "reversed", "2026-11-01"),
      payment("pm-2", "pending", "2026-11-01"),
      payment("pm-3", "failed", null),
    ];
    expect(shown(others, "2026-11-02")).toEqual([]);
  });

  test("without a payer are told apart by what they are for, and by nothing where that is not said", () => {
    const [first, second] = ["2026-11-01", "2026-11-02"];
    const tries = (reference: string | null): readonly Payment[] => [
      payment("pm-1", "failed", first ?? "", { payer: null, reference }),
      payment("pm-2", "failed", second ?? "", { payer: null, reference }),
    ];
    expect(shown(tries("INV-13"), "2026-11-08")).toEqual([["pm-2", 2, ["4: 2026-11-08"]]]);
    expect(shown(tries(null), "2026-11-08").length).toBe(2);
  });
});
