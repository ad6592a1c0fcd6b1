import { describe, expect, test } from "vitest";
import {
  calibrate,
  dayOfStep,
  rankCalls,
  type PaidCase,
} from "../../../../../../src-main/pipeline/decide/index.ts";
import { defaultReminderPlan } from "../../../../../../src-shared/model/index.ts";
import { addDays, localDate } from "../../../../../../src-shared/time/index.ts";
import { openItem } from "../../../../../builders/payment-set.ts";

const due = localDate("2026-11-01");

test("reminders are due after 1, 3 and 7 days, then every week", () => {
  expect([1, 2, 3, 4, 5].map((step) => dayOfStep(due, step, defaultReminderPlan))).toEqual([
    "2026-11-02",
    "2026-11-04",
    "2026-11-08",
    "2026-11-15",
    "2026-11-22",
  ]);
});

const paidCase = (index: number, customer: string, daysLate: number, isPaid = true): PaidCase => ({
  invoiceId: `inv-${index}` as PaidCase["invoiceId"],
  customer,
  daysLate,
  isPaid,
  on: addDays(localDate("2026-01-01"), index),
});

describe("calls", () => {
  const items = [
    openItem({ number: "A-1", customer: "Reliable", amount: "1000.00", dueDate: "2026-11-01" }),
    openItem({ number: "B-1", customer: "Doubtful", amount: "400.00", dueDate: "2026-11-01" }),
  ];
  const today = localDate("2026-11-11");

  test("without history the stated prior holds: seven of ten", () => {
    expect(rankCalls(items, [], today).map(({ customer, atStake }) => [customer, atStake])).toEqual([
      ["Reliable", "300.00"],
      ["Doubtful", "120.00"],
    ]);
  });

  test("own history moves the call to where the money is at risk", () => {
    const history = [
      ...Array.from({ length: 20 }, (_, index) => paidCase(index, "Reliable", 12)),
      ...Array.from({ length: 20 }, (_, index) => paidCase(20 + index, "Doubtful", 90, false)),
    ];
    const rows = rankCalls(items, history, today);
    expect(rows.map(({ customer }) => customer)).toEqual(["Doubtful", "Reliable"]);
    expect(rows[0]?.likelihoods[0]).toMatchObject({ ownPaid: 0, ownCases: 20, allPaid: 20, allCases: 40 });
  });

  test("a case that is open and young says nothing yet", () => {
    const young = [paidCase(1, "Doubtful", 15, false)];
    expect(rankCalls(items, young, today)).toEqual(rankCalls(items, [], today));
  });
});

test("a calibration is shown from thirty cases on, and only from what was known before", () => {
  const history = Array.from({ length: 30 }, (_, index) =>
    paidCase(index, `C-${index % 3}`, index % 2 === 0 ? 5 : 60),
  );
  expect(calibrate(history.slice(1))).toBeNull();
  const bins = calibrate(history) ?? [];
  expect(bins.reduce((sum, { cases }) => sum + cases, 0)).toBe(30);
  // The first case can only be foreseen by the prior.
  expect(bins.find(({ fromPercent }) => fromPercent === 60)?.cases).toBeGreaterThan(0);
});
