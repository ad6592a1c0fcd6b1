import { describe, expect, test } from "vitest";
import { agreementOf, contractWith, termsOf, valuesOf } from "./agreement-of.ts";

const pricesOf = (clause: string) =>
  valuesOf("rate", clause)
    .map((value) => `${value.item.toLowerCase()} ${value.price}/${value.unit}`)
    .sort();

describe("the same thing in other words is the same term", () => {
  test("segments in another order", () => {
    expect(pricesOf("Provider bills surveyors at $130 per hour; drone pilots at $155 per hour.")).toEqual(
      pricesOf("Provider bills drone pilots at $155 per hour; surveyors at $130 per hour."),
    );
  });

  test("digits, words, and both", () => {
    const forms = ["30", "thirty", "thirty (30)"].map((count) =>
      valuesOf("payment-terms", `Invoices are payable within ${count} days of receipt.`),
    );
    expect(forms).toEqual([forms[0], forms[0], forms[0]]);
    expect(forms[0]).toEqual([{ days: 30, from: "receipt" }]);
  });

  test("symbol and code", () => {
    expect(pricesOf("Crane operators are charged at USD 118 per hour.")).toEqual(
      pricesOf("Crane operators are charged at $118 per hour."),
    );
  });

  test("prose, label row and table", () => {
    const prose = pricesOf("The rate for rigging is $84.50 per hour.");
    const row = pricesOf("Rigging: $84.50/hr");
    const table = pricesOf("| Service | Hourly rate |\n|---|---|\n| Rigging | $84.50 |");
    expect(row).toEqual(prose);
    expect(table).toEqual(prose);
  });

  test("wrapped lines", () => {
    const clause = "Total fees under this order shall not exceed $64,000 without a written amendment.";
    expect(valuesOf("cap", clause.replace(/ (?=shall|without)/g, "\n"))).toEqual(valuesOf("cap", clause));
  });

  test("a sentence about something else beside it", () => {
    const clause = "Client pays $2,150 per month for network monitoring.";
    const beside = `${clause} Provider carries insurance of $1,000,000 per occurrence.`;
    expect(termsOf(beside).map((term) => [term.type, term.value])).toEqual(
      termsOf(clause).map((term) => [term.type, term.value]),
    );
  });
});

describe("a change of one thing changes that thing", () => {
  test("one number, one slot", () => {
    const [before] = valuesOf("rate", "Divers are billed at $240 per hour, two-hour minimum.");
    const [after] = valuesOf("rate", "Divers are billed at $265 per hour, two-hour minimum.");
    expect(after).toEqual({ ...before, price: "265" });
  });

  test("an inserted negation makes it an absence", () => {
    expect(termsOf("Retainage of 10 % is held.")).toMatchObject([
      { type: "retention", value: { percent: "10" } },
    ]);
    expect(termsOf("No retainage is held.")).toMatchObject([{ type: "retention", absent: true }]);
  });
});

describe("what contradicts itself is asked", () => {
  test("two limits without dates", () => {
    const terms = termsOf("Total fees shall not exceed $40,000. The total fees are capped at $45,000.");
    const caps = terms.filter((term) => term.type === "cap");
    expect(caps).toHaveLength(2);
    for (const cap of caps) expect(cap.questions).toContain("conflicting-values");
  });

  test("a clause that stands above another replaces it", () => {
    const text = contractWith(
      "4.1 Total fees shall not exceed $40,000.\n\n4.2 Notwithstanding Section 4.1, total fees shall not exceed $45,000.",
    );
    const caps = agreementOf(text).terms.filter((term) => term.type === "cap");
    expect(caps.map((term) => term.value)).toMatchObject([{ amount: "45000" }]);
  });

  test("prices of two years are versions, not a contradiction", () => {
    const terms = termsOf(
      "In year 1 the rate for hauling is $90 per load. In year 2 the rate for hauling is $94 per load.",
    );
    expect(terms.filter((term) => term.type === "rate")).toMatchObject([
      { value: { price: "90" }, from: "2026-03-01", to: "2027-03-01" },
      { value: { price: "94" }, from: "2027-03-01", to: "2028-03-01" },
    ]);
    for (const term of terms) expect(term.questions).toBeUndefined();
  });

  test("30 days end of month has two readings", () => {
    const [term] = termsOf("Payment is due 30 days end of month.");
    expect(term?.questions).toContain("end-of-month-reading");
  });
});
