import { describe, expect, test } from "vitest";
import { billedRow as row } from "../../../../builders/billed-rows.ts";
import { checkCase } from "../../../../builders/billing-case.ts";

/** What is said of so many days of a trip at 30.00 beside two tickets of the first day and one of the second. */
function judge(days: string): string | undefined {
  const [invoice] = checkCase({
    agreements: [
      {
        terms: [
          { type: "rate", value: { item: "Fitter", unit: "hour", price: "40.00" } },
          { type: "rate", value: { item: "Trip to the site", unit: "day", price: "30.00" } },
        ],
      },
    ],
    invoices: [
      { lines: [row("Fitter", "12", "40.00", { unit: "hour" }), row("Trip to the site", days, "30.00")] },
    ],
    deliveries: [
      { kind: "time", date: "2026-10-05", item: "Fitter", quantity: "3", unit: "hour", sourceId: "T-1" },
      { kind: "time", date: "2026-10-05", item: "Fitter", quantity: "5", unit: "hour", sourceId: "T-2" },
      { kind: "time", date: "2026-10-06", item: "Fitter", quantity: "4", unit: "hour", sourceId: "T-3" },
    ],
  }).invoices;
  return invoice?.outcomes.find(({ check, subject }) => check === "quantity.over" && subject.endsWith("#2"))
    ?.outcome;
}

describe("the way there, paid for by the day", () => {
  test("is due once for each day on which somebody came, however many tickets he left", () => {
    expect(judge("2")).toBe("pass");
    expect(judge("3")).toBe("fail");
  });
});

describe("what is due for each time that goods are called for", () => {
  const judged = (unit: string, times: string): string | undefined => {
    const [invoice] = checkCase({
      agreements: [
        {
          terms: [
            { type: "rate", value: { item: "Bush M12", unit: "piece", price: "0.84" } },
            { type: "rate", value: { item: "Set-up", unit, price: "145.00" } },
          ],
        },
      ],
      invoices: [
        {
          lines: [
            row("Bush M12", "2400", "0.84", { unit: "piece" }),
            row("Set-up", times, "145.00", { unit }),
          ],
        },
      ],
      deliveries: [
        {
          kind: "goods",
          date: "2026-10-05",
          item: "Bush M12",
          quantity: "2400",
          unit: "piece",
          sourceId: "LS-1",
        },
      ],
    }).invoices;
    return invoice?.outcomes.find(({ check, subject }) => check === "quantity.over" && subject.endsWith("#2"))
      ?.outcome;
  };

  test.each(["abruf", "call-off", "release", "afroep", "delivery"])(
    "is as often as there are notes: %s",
    (unit) => {
      expect(judged(unit, "1")).toBe("pass");
      expect(judged(unit, "2")).toBe("fail");
    },
  );
});
