import { describe, expect, test } from "vitest";
import { decimalText } from "../../../../src-shared/money/index.ts";
import {
  formatAmount,
  formatConfidence,
  formatDate,
  formatDifference,
  formatExclusiveEnd,
  formatPlainAmount,
  formatQuantity,
  formatSize,
} from "../../../../src-renderer/locale/display.ts";
import { fillMessage, say } from "../../../../src-renderer/locale/say.ts";
import { messages } from "../../../../src-renderer/locale/messages.ts";
import { wordsOfCode } from "../../../../src-renderer/locale/code-words.ts";
import { wordsOfPeriod, wordsOfTerm } from "../../../../src-renderer/locale/term-words.ts";
import type { Term } from "../../../../src-shared/model/index.ts";

describe("amounts", () => {
  test.each([
    ["1087.5", "USD", "$1,087.50"],
    ["-12", "EUR", "−€12.00"],
    ["1234567", "JPY", "¥1,234,567"],
    ["1.2345", "USD", "$1.2345"],
    ["12.5", "KWD", "KWD 12.500"],
    ["12.50", "ZZZ", "12.50 ZZZ"],
    ["12.50", null, "12.50"],
  ])("%s %s is %s", (text, currency, shown) => {
    expect(formatAmount(decimalText(text), currency).replaceAll("\u00a0", " ")).toBe(shown);
  });

  test("are never rounded through binary floating point", () => {
    expect(formatPlainAmount(decimalText("90071992547409931234.07"), "USD")).toBe(
      "90,071,992,547,409,931,234.07",
    );
    expect(formatQuantity(decimalText("0.1000"))).toBe("0.1000");
  });

  test("of a difference always carry their sign", () => {
    expect(formatDifference(decimalText("12.00"), null)).toBe("+12.00");
    expect(formatDifference(decimalText("-12.00"), null)).toBe("−12.00");
    expect(formatDifference(decimalText("0.00"), null)).toBe("0.00");
  });
});

test("dates name their month, so that nobody has to guess an order", () => {
  expect(formatDate("2026-03-04")).toBe("4 Mar 2026");
  expect(formatDate("2026-09-30")).toBe("30 Sep 2026");
  expect(formatDate("no date")).toBe("no date");
  expect(formatExclusiveEnd("2027-03-01")).toBe("28 Feb 2027");
  expect(wordsOfPeriod("2026-03-01", null)).toBe("1 Mar 2026 – open");
  expect(wordsOfPeriod(null, null)).toBeNull();
});

test("sizes and shares are short", () => {
  expect(formatSize(0)).toBe("0 bytes");
  expect(formatSize(48_213)).toBe("48 kB");
  expect(formatSize(2_400_000)).toBe("2.4 MB");
  expect(formatConfidence(0.974)).toBe("97%");
});

describe("messages", () => {
  test("choose by number and fill in facts", () => {
    expect(say("queue.caseCount", { count: 1 })).toBe("1 invoice");
    expect(say("queue.caseCount", { count: 12_000 })).toBe("12,000 invoices");
    expect(fillMessage("{a} and {b}", { a: "x{b}", b: "y" })).toBe("x{b} and y");
  });

  test("are all well formed: braces close, plurals have an “other”", () => {
    for (const [id, text] of Object.entries(messages)) {
      expect(text.trim(), id).not.toBe("");
      expect(text.split("{").length, id).toBe(text.split("}").length);
      if (text.includes(", plural,")) expect(text, id).toMatch(/other \{/);
    }
  });
});

describe("terms in words", () => {
  const base = {
    id: "trm-1",
    agreementId: "agr-1",
    status: "proposed",
    from: null,
    to: null,
    confidence: 1,
    basis: "rule",
    evidence: [],
    version: 1,
  };
  const term = (type: Term["type"], value: unknown, rest: object = {}): Term =>
    ({ ...base, type, value, ...rest }) as unknown as Term;

  test.each([
    [
      term("rate", { item: "Work", role: "Senior consultant", unit: "hour", price: "150.00" }),
      "Senior consultant: $150.00 per hour",
    ],
    [
      term("rate", { item: "Bolts", unit: "piece", price: "4.20", priceBase: "100" }),
      "Bolts: $4.20 per 100 × piece",
    ],
    [
      term("fixed-fee", { item: "Hosting", amount: "90.00", per: "month", timing: "advance" }),
      "Hosting: $90.00 per month, in advance",
    ],
    [
      term("tiers", {
        item: "Calls",
        unit: "call",
        method: null,
        tiers: [
          { upTo: "1000", price: "0.02" },
          { upTo: null, price: "0.01" },
        ],
      }),
      "Calls, the method is not said: up to 1,000 calls at $0.02 and above that at $0.01",
    ],
    [term("cap", { amount: "20000.00", scope: "month" }), "At most $20,000.00 per month"],
    [term("payment-terms", { days: 30, from: "invoice-date" }), "Due 30 days after the invoice date"],
    [
      term("payment-terms", { days: 1, from: "receipt", earlyDiscount: { percent: "2", days: 10 } }),
      "Due 1 day after receipt; 2% off if paid within 10 days",
    ],
    [term("retention", { percent: "10" }, { absent: true }), "Retention: expressly none"],
    [
      term("duration", { from: "2026-03-01", to: "2027-03-01", autoRenew: true }),
      "From 1 Mar 2026 to 28 Feb 2027, renewed by itself",
    ],
    [
      term("required", { fields: ["orderReference", "periodStart"] }),
      "Every invoice shows order number and service period",
    ],
    [
      term("overage", { item: "Storage", unit: "gigabyte", price: "0.50" }, { currency: "GBP" }),
      "Storage beyond what is included: £0.50 per gigabyte",
    ],
  ])("%#", (given, words) => {
    expect(wordsOfTerm(given, "USD")).toBe(words);
  });

  test("codes become words", () => {
    expect(wordsOfCode("end-of-month")).toBe("end of month");
    expect(wordsOfCode("orderReference")).toBe("order reference");
  });
});
