import { describe, expect, test } from "vitest";
import { workedExamples } from "../../../../../src-main/pipeline/decide/index.ts";
import type { Agreement, Term, TermType, TermValueByType } from "../../../../../src-shared/model/index.ts";
import { decimalText, isDecimalText } from "../../../../../src-shared/money/index.ts";
import { fillSentence } from "../../../../../src-shared/text/index.ts";
import type { Sentence } from "../../../../../src-shared/text/index.ts";
import { localDate } from "../../../../../src-shared/time/index.ts";
import { agreementOf } from "../normalize/agreement/agreement-of.ts";

const d = decimalText;
const blank = agreementOf(
  "# AGREEMENT\n\nFees of $100.00 per hour. Payment is due in 30 days of the invoice date.\n",
);

function termOf<T extends TermType>(type: T, value: TermValueByType[T]): Term {
  return { ...blank.terms[0], type, value, status: "proposed" } as unknown as Term;
}
const agreement = (...terms: readonly Term[]): Agreement => ({
  ...blank,
  currency: "USD",
  from: localDate("2026-01-01"),
  terms,
});
const casesOf = (term: Term, ...others: readonly Term[]): readonly string[] =>
  spelled(term, agreement(term, ...others)).map(({ when, gives }) => `${when}: ${gives}`);
/** In English; "?" where the words of a term decide nothing. */
const say = (sentence: Sentence | null): string => (sentence === null ? "?" : fillSentence(sentence));
const spelled = (term: Term, of: Agreement) =>
  workedExamples(term, of).map(({ when, gives, formula, rivals }) => ({
    when: say(when),
    gives: say(gives),
    formula,
    rivals: rivals.map((rival) => ({ reading: say(rival.reading), gives: say(rival.gives) })),
  }));

describe("cases at the boundaries of terms", () => {
  test("tiers: exactly a bound and one unit above it, by the method", () => {
    const tiers = [
      { upTo: d("100"), price: d("1.00") },
      { upTo: d("1000"), price: d("0.80") },
      { upTo: null, price: d("0.50") },
    ];
    const value = { item: "calls", unit: "call", tiers, per: "month" } as const;
    expect(casesOf(termOf("tiers", { ...value, method: "graduated" }))).toEqual([
      "100 call in one month: 100.00",
      "101 call in one month: 100.80",
      "1000 call in one month: 820.00",
      "1001 call in one month: 820.50",
    ]);
    expect(casesOf(termOf("tiers", { ...value, method: "volume" }))).toEqual([
      "100 call in one month: 100.00",
      "101 call in one month: 80.80",
      "1000 call in one month: 800.00",
      "1001 call in one month: 500.50",
    ]);
  });

  test("tiers without a method decide nothing, and show what each method would give", () => {
    const [first] = spelled(
      termOf("tiers", {
        item: "users",
        unit: "user",
        method: null,
        per: null,
        tiers: [
          { upTo: d("10"), price: d("5") },
          { upTo: null, price: d("4") },
        ],
      }),
      agreement(),
    ).slice(1);
    expect(first).toMatchObject({ when: "11 user", gives: "?" });
    expect(first?.rivals.slice(0, 2)).toEqual([
      { reading: "graduated", gives: "54.00" },
      { reading: "volume", gives: "44.00" },
    ]);
  });

  test("a rate with a minimum: half of it costs as much as all of it", () => {
    expect(
      casesOf(termOf("rate", { item: "work", unit: "hour", price: d("150.00"), minimumQuantity: d("2") })),
    ).toEqual(["1 hour: 300.00", "2 hour: 300.00", "7.25 hour: 1087.50"]);
  });

  test("a price per thousand is rounded once", () => {
    expect(
      casesOf(termOf("rate", { item: "mails", unit: "message", price: d("4.20"), priceBase: d("1000") })),
    ).toEqual(["12345 message: 51.85"]);
  });

  test("included and overage speak of each other", () => {
    const included = termOf("included", { item: "support", quantity: d("20"), unit: "hour", per: "month" });
    const overage = termOf("overage", { item: "support", unit: "hour", price: d("95.00") });
    expect(casesOf(included, overage)).toEqual(["19.5 hour: 0.00", "20 hour: 0.00", "20.25 hour: 23.75"]);
  });

  test("a minimum: a cent short, met, and half a period", () => {
    const [short, met, half] = spelled(
      termOf("minimum", { amount: d("2500.00"), per: "month", scope: "agreement" }),
      agreement(),
    );
    expect([short?.gives, met?.gives, half?.gives]).toEqual(["0.01", "0.00", "1250.00"]);
    expect(half?.rivals).toEqual([{ reading: "not reduced in a part period", gives: "2500.00" }]);
  });

  test("a limit: up to it and a cent over it", () => {
    expect(casesOf(termOf("cap", { amount: d("48500.00"), scope: "agreement" }))).toEqual([
      "48400.00 billed so far and 100.00 more: within the limit",
      "48400.00 billed so far and 100.01 more: 0.01 over the limit",
    ]);
  });

  test("payment terms: 31 January parts the readings of an end of month", () => {
    const [open] = spelled(termOf("payment-terms", { days: 30, from: "end-of-month" }), agreement());
    expect(open).toMatchObject({ when: "an invoice of 2026-01-31", gives: "?" });
    expect(open?.rivals.map(({ gives }) => gives)).toContain("2026-03-31");
    const [said] = spelled(
      termOf("payment-terms", { days: 30, from: "end-of-month", endOfMonthReading: "end-then-days" }),
      agreement(),
    );
    expect(said?.gives).toBe("2026-03-02");
  });

  test("a rise: the day before, the first day, and where compound and simple part", () => {
    const cases = spelled(
      termOf("escalator", { percent: d("3"), every: "year", first: localDate("2027-01-01"), compound: true }),
      agreement(),
    );
    expect(cases.map(({ gives }) => gives)).toEqual(["187.50", "193.13", "198.92"]);
    expect(cases[2]?.rivals).toEqual([{ reading: "simple", gives: "198.75" }]);
  });

  test("a rise that starts on 29 February steps on the 28th", () => {
    const cases = casesOf(
      termOf("escalator", { percent: d("3"), every: "year", first: localDate("2028-02-29"), compound: true }),
    );
    expect(cases[2]).toMatch(/service on 2029-02-28/);
  });

  test("a duration: first day, last day, the day after, and the last day to give notice", () => {
    expect(
      casesOf(
        termOf("duration", { from: localDate("2026-03-01"), to: localDate("2027-03-01"), noticeDays: 60 }),
      ),
    ).toEqual([
      "on 2026-02-28: not in force",
      "on 2026-03-01: in force",
      "on 2027-02-28: in force",
      "on 2027-03-01: not in force",
      "last day to give notice: 2026-12-31",
    ]);
  });

  test("part of a month without a basis shows every basis", () => {
    const [, part] = spelled(
      termOf("fixed-fee", { item: "support", amount: d("3100.00"), per: "month", timing: "advance" }),
      agreement(),
    );
    expect(part?.gives).toBe("?");
    expect(part?.rivals.map(({ reading }) => reading)).toContain("30/360");
  });

  test("steps of time round up: 19 minutes in tenths are 0.4 hours", () => {
    expect(casesOf(termOf("time-rules", { increment: d("0.1") }))[0]).toBe("19 minutes of work: 0.4 h");
  });

  test("what says that there is none has no cases, and so has what has no currency", () => {
    const none = { ...termOf("retention", { percent: d("0") }), absent: true } as Term;
    expect(spelled(none, agreement(none))).toEqual([]);
    const rate = termOf("rate", { item: "work", unit: "hour", price: d("1") });
    expect(spelled(rate, { ...agreement(rate), currency: null })).toEqual([]);
  });

  test("every amount that is given is the outcome of its own formula", () => {
    const terms = [
      termOf("discount", { percent: d("10"), scope: "agreement" }),
      termOf("tax", { category: "S", rate: d("19") }),
      termOf("late-fee", { percent: d("1.5"), per: "month", after: 0 }),
      termOf("surcharge", { percent: d("18.5"), on: "fuel" }),
      termOf("deposit", { percent: d("50") }),
      termOf("expenses", { markupPercent: d("10") }),
    ];
    for (const term of terms)
      for (const { gives, formula } of spelled(term, agreement(term)))
        if (formula !== null && isDecimalText(gives)) expect(formula.endsWith(gives)).toBe(true);
  });
});
