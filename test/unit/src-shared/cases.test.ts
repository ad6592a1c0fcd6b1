import { describe, expect, it } from "vitest";
import {
  allocate,
  compareWithin,
  decimal,
  decimalToText,
  documentSlack,
  fixedTolerance,
  isEqual,
  minorDigits,
  money,
  multiplyFractions,
  percentToFraction,
  roundToCash,
  roundToCurrency,
  roundingBound,
  sum,
  toMinorUnits,
} from "../../../src-shared/money/index.ts";
import {
  capBalance,
  changePlan,
  convertTax,
  discounted,
  documentTax,
  documentTotals,
  dueDate,
  earlyDiscount,
  earlyDiscountDeadline,
  indexedPrice,
  judgeInclusiveSplit,
  lineAmount,
  minimumTrueUp,
  packageAmount,
  priceShare,
  prorate,
  signedAmount,
  splitInclusive,
  taxOnNet,
  tieredAmount,
} from "../../../src-shared/pricing/index.ts";
import type { PriceTier, ProrationBasis, TierMethod } from "../../../src-shared/pricing/index.ts";
import {
  addYears,
  countDays,
  hoursInDay,
  inclusive,
  instant,
  instantToLocalDate,
  lengthInDays,
  localDate,
  nthMonthFrom,
  period,
  saturdayAndSunday,
  yearFraction,
} from "../../../src-shared/time/index.ts";
import type { DayCount, Period } from "../../../src-shared/time/index.ts";
import { caseTitles } from "./cases-table.ts";
import type { CaseNumber } from "./cases-table.ts";

const d = decimal;
const date = localDate;
const eur = { currency: "EUR" };
const usd = { currency: "USD" };

function prorated(basis: ProrationBasis, price: string, full: Period, billable: Period): string {
  const computed = prorate(basis, { price: d(price), period: full, billable }, eur);
  if (!computed.ok) throw new Error(computed.error.code);
  return computed.value.value;
}

function tiered(method: TierMethod, quantity: string): string {
  const tiers: readonly PriceTier[] = [
    { upTo: d("100"), price: d("1.00") },
    { upTo: d("1000"), price: d("0.80") },
    { upTo: null, price: d("0.50") },
  ];
  const computed = tieredAmount(method, { tiers }, d(quantity), usd);
  if (!computed.ok) throw new Error(computed.error.code);
  return computed.value.value;
}

function interest(
  convention: DayCount,
  principal: string,
  percent: string,
  start: string,
  end: string,
): string {
  const yearly = multiplyFractions(d(principal), percentToFraction(d(percent)));
  const exact = multiplyFractions(yearly, yearFraction(convention, date(start), date(end)));
  return decimalToText(roundToCurrency(exact, "USD"));
}

function splitText(total: string, parts: number): readonly string[] {
  const weights = Array.from({ length: parts }, () => d("1"));
  return allocate(d(total), weights, 2).map(decimalToText);
}

const cases: Readonly<Record<CaseNumber, () => void>> = {
  1: () => {
    expect(lineAmount({ quantity: d("1"), unitPrice: d("1.005") }, eur).value).toBe("1.01");
  },
  2: () => {
    const tax = taxOnNet(d("8180.00"), d("9.975"), eur);
    expect([tax.value, tax.exactText]).toEqual(["815.96", "815.955"]);
  },
  3: () => {
    expect(taxOnNet(d("1091.50"), d("15"), eur).value).toBe("163.73");
    expect(taxOnNet(d("1091.50"), d("15"), { ...eur, rounding: "half-even" }).value).toBe("163.72");
  },
  4: () => {
    const lines = ["10.10", "10.10", "10.10"].map((net) => ({ net: d(net), rate: d("15") }));
    expect(documentTax(lines, "document", eur).total).toBe("4.55");
    expect(documentTax(lines, "document", { ...eur, rounding: "half-even" }).total).toBe("4.54");
    expect(documentTax(lines, "line", eur).total).toBe("4.56");
  },
  5: () => {
    const invoice = taxOnNet(d("7612.50"), d("19"), eur).value;
    const credit = taxOnNet(d("-7612.50"), d("19"), eur).value;
    expect([invoice, credit]).toEqual(["1446.38", "-1446.38"]);
    expect(decimalToText(sum([invoice, credit]))).toBe("0.00");
  },
  6: () => {
    const gross = lineAmount({ quantity: d("2"), unitPrice: d("379.00") }, eur).value;
    const { net, tax } = splitInclusive(gross, d("21"), eur);
    expect([net.value, tax.value, decimalToText(sum([net.value, tax.value]))]).toEqual([
      "626.45",
      "131.55",
      "758.00",
    ]);
  },
  7: () => {
    const judge = (net: string, tax: string) =>
      judgeInclusiveSplit({ net: d(net), tax: d(tax), gross: d("145.00"), rate: d("5") }, eur);
    expect(judge("138.10", "6.90")).toBe("exact");
    expect(judge("138.09", "6.91")).toBe("within-rounding");
    expect(judge("138.11", "6.89")).toBe("within-rounding");
    expect(judge("138.09", "6.90")).toBe("wrong");
    expect(judge("138.08", "6.92")).toBe("wrong");
  },
  8: () => {
    const net = discounted(d("8500.00"), [{ amount: d("7500.00") }], eur).value;
    const tax = taxOnNet(net, d("19"), eur).value;
    const totals = documentTotals({ lines: [d("8500.00")], allowances: [d("7500.00")], taxes: [tax] }, eur);
    expect([net, tax, totals.payable.value]).toEqual(["1000.00", "190.00", "1190.00"]);
  },
  9: () => {
    const line = { quantity: d("2.25"), unitPrice: d("64.22") };
    const free = { ...line, reductions: [{ percent: d("100") }] };
    expect(lineAmount(line, eur).value).toBe("144.50");
    expect(lineAmount(free, eur).value).toBe("0.00");
    expect(lineAmount(free, eur, { rounding: "round-each-step" }).value).toBe("0.00");
  },
  10: () => {
    const lines = ["55.55", "11.11"].map((net) => ({ net: d(net), rate: d("23") }));
    expect(documentTax(lines, "document", eur).total).toBe("15.33");
    expect(documentTax(lines, "line", eur).total).toBe("15.34");
  },
  11: () => {
    const lines = Array.from({ length: 10 }, () => ({ net: d("696.22"), rate: d("25") }));
    const expected = documentTax(lines, "document", eur).total;
    const tolerance = fixedTolerance(decimalToText(documentSlack(lines.length, "EUR")));
    expect(expected).toBe("1740.55");
    expect(isEqual(documentSlack(10, "EUR"), roundingBound(10, "EUR"))).toBe(true);
    expect(documentTax(lines, "line", eur).total).toBe("1740.60");
    expect(compareWithin(tolerance, expected, d("1740.60")).is).toBe("within");
    expect(compareWithin(tolerance, expected, d("1740.61")).is).toBe("over");
  },
  12: () => {
    const expected = taxOnNet(d("908.91"), d("21"), eur).value;
    const deviation = compareWithin(
      fixedTolerance(decimalToText(documentSlack(1, "EUR"))),
      expected,
      d("191.86"),
    );
    expect([expected, deviation.is, decimalToText(deviation.difference)]).toEqual(["190.87", "over", "0.99"]);
  },
  13: () => {
    const expected = lineAmount({ quantity: d("3"), unitPrice: d("10.00") }, eur).value;
    const deviation = compareWithin({}, expected, d("40.00"));
    expect([deviation.is, decimalToText(deviation.difference)]).toEqual(["over", "10.00"]);
  },
  14: () => {
    const line = { quantity: d("12345"), unitPrice: d("12.34"), priceBase: d("1000") };
    expect(lineAmount(line, eur).value).toBe("152.34");
  },
  15: () => {
    const amount = lineAmount({ quantity: d("1234567"), unitPrice: d("0.00123") }, eur);
    expect([amount.value, amount.exactText]).toEqual(["1518.52", "1518.51741"]);
  },
  16: () => {
    const cascade = discounted(d("200.00"), [{ percent: d("10") }, { percent: d("5") }], eur);
    expect(cascade.value).toBe("171.00");
    expect(
      discounted(d("200.00"), [{ percent: d("10") }, { percent: d("5") }], eur, { stacking: "added" }).value,
    ).toBe("170.00");
    for (const rounding of ["round-once", "round-each-step"] as const) {
      expect(discounted(d("999.99"), [{ percent: d("3.33") }], eur, { rounding }).value).toBe("966.69");
    }
  },
  17: () => {
    expect(splitText("100.00", 3)).toEqual(["33.34", "33.33", "33.33"]);
    expect(splitText("0.05", 7)).toEqual(["0.01", "0.01", "0.01", "0.01", "0.01", "0.00", "0.00"]);
  },
  18: () => {
    const yen = { currency: "JPY" };
    const net = lineAmount({ quantity: d("3"), unitPrice: d("1234") }, yen).value;
    const tax = taxOnNet(net, d("10"), yen).value;
    expect([net, tax, documentTotals({ lines: [net], taxes: [tax] }, yen).payable.value]).toEqual([
      "3702",
      "370",
      "4072",
    ]);
    expect(toMinorUnits(net, "JPY")).toBe(3702n);
  },
  19: () => {
    const amount = lineAmount({ quantity: d("7"), unitPrice: d("1.2345") }, { currency: "KWD" });
    expect([amount.value, amount.exactText]).toEqual(["8.642", "8.6415"]);
  },
  20: () => {
    expect(minorDigits("HUF")).toBe(2);
    expect(decimalToText(roundToCurrency(d("12345.50"), "HUF"))).toBe("12345.50");
    expect(money(d("12345.50"), "HUF")).toEqual({ amount: "12345.50", currency: "HUF" });
  },
  21: () => {
    const paid = (amount: string, currency: string): readonly string[] => {
      const { payable, roundingAmount } = roundToCash(d(amount), currency);
      const totals = documentTotals({ lines: [d(amount)], rounding: roundingAmount }, { currency });
      return [decimalToText(payable), decimalToText(roundingAmount), totals.payable.value];
    };
    expect(paid("107.73", "CHF")).toEqual(["107.75", "0.02", "107.75"]);
    expect(paid("1051.75", "SEK")).toEqual(["1052.00", "0.25", "1052.00"]);
  },
  22: () => {
    const tax = taxOnNet(d("563.27"), d("19"), eur).value;
    expect([tax, convertTax(tax, d("1.0973"), eur, usd).value]).toEqual(["107.02", "117.43"]);
  },
  24: () => {
    const dates = [1, 2, 3, 4].map((count) => nthMonthFrom(date("2026-01-31"), count));
    expect(dates).toEqual(["2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"]);
  },
  25: () => {
    const dates = [1, 2, 3, 4].map((count) => addYears(date("2024-02-29"), count));
    expect(dates).toEqual(["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"]);
  },
  26: () => {
    const february = (year: string, first: string, last: string): string =>
      prorated(
        "actual/actual",
        "9.00",
        period(date(`${year}-02-01`), date(`${year}-03-01`)),
        inclusive(date(first), date(last)),
      );
    expect(february("2020", "2020-02-27", "2020-02-29")).toBe("0.93");
    expect(february("2025", "2025-02-26", "2025-02-28")).toBe("0.96");
  },
  27: () => {
    const anchored = inclusive(date("2024-04-15"), date("2024-07-14"));
    const calendar = inclusive(date("2024-04-01"), date("2024-06-30"));
    expect([lengthInDays(anchored), lengthInDays(calendar)]).toEqual([91, 91]);
    expect(prorated("actual/actual", "910.00", anchored, period(date("2024-05-20"), anchored.end))).toBe(
      "560.00",
    );
    expect(prorated("actual/actual", "910.00", calendar, period(date("2024-05-20"), calendar.end))).toBe(
      "420.00",
    );
  },
  28: () => {
    const march = period(date("2026-03-01"), date("2026-04-01"));
    expect(
      prorated("actual/actual", "310.00", march, inclusive(date("2026-03-10"), date("2026-03-20"))),
    ).toBe("110.00");
  },
  29: () => {
    const april = period(date("2026-04-01"), date("2026-05-01"));
    const half = period(date("2026-04-01"), date("2026-04-16"));
    expect(prorated("actual/actual", "9.99", april, half)).toBe("5.00");
    expect(prorated("actual/30", "9.99", april, half)).toBe("5.00");
  },
  30: () => {
    expect(priceShare(d("999999999.99"), { part: 1, whole: 3, shown: "1 ÷ 3" }, eur).value).toBe(
      "333333333.33",
    );
  },
  31: () => {
    const march = period(date("2026-03-01"), date("2026-04-01"));
    const change = { oldPrice: d("49.00"), newPrice: d("99.00"), period: march, from: date("2026-03-27") };
    const plan = changePlan("actual/actual", change, eur);
    if (!plan.ok) throw new Error(plan.error.code);
    const { credit, charge, net, difference } = plan.value;
    expect([credit, charge, net, difference].map(({ value }) => value)).toEqual([
      "-7.90",
      "15.97",
      "8.07",
      "8.06",
    ]);
  },
  32: () => {
    const month = (convention: DayCount): string =>
      interest(convention, "10000", "11.27", "2026-01-15", "2026-02-15");
    expect([month("actual/365"), month("actual/360"), month("30E/360")]).toEqual(["95.72", "97.05", "93.92"]);
  },
  33: () => {
    const half = (convention: DayCount): string =>
      interest(convention, "100000", "5", "2023-11-01", "2024-05-01");
    expect([half("actual/actual-isda"), half("actual/365")]).toEqual(["2488.62", "2493.15"]);
    const days = (convention: DayCount): number =>
      countDays(convention, date("2026-02-28"), date("2026-03-31"));
    expect([days("30E/360"), days("30US/360"), days("actual/365")]).toEqual([32, 30, 31]);
  },
  34: () => {
    expect(hoursInDay(date("2026-03-29"), "Europe/Berlin")).toBe(23);
    expect(lengthInDays(period(date("2026-03-29"), date("2026-03-30")))).toBe(1);
    expect(lengthInDays(period(date("2026-03-01"), date("2026-04-01")))).toBe(31);
  },
  35: () => {
    expect(instantToLocalDate(instant("2026-04-01T03:30:00Z"), "America/New_York")).toBe("2026-03-31");
    expect(instantToLocalDate(instant("2026-03-31T22:30:00Z"), "Europe/Berlin")).toBe("2026-04-01");
  },
  36: () => {
    expect(["101", "1001"].map((quantity) => tiered("graduated", quantity))).toEqual(["100.80", "820.50"]);
    expect(["100", "101", "1001"].map((quantity) => tiered("volume", quantity))).toEqual([
      "100.00",
      "80.80",
      "500.50",
    ]);
  },
  37: () => {
    const usage = { used: d("12345"), free: d("10000"), size: d("1000"), price: d("2.00") };
    expect(packageAmount(usage, usd).value).toBe("6.00");
    const commitment = { minimum: d("500.00"), charges: d("160.00"), share: { part: 10, whole: 30 } };
    expect(minimumTrueUp(commitment, usd).value).toBe("6.67");
  },
  38: () => {
    const index = { base: d("118.7"), current: d("121.3") };
    expect(indexedPrice(d("1000.00"), index, eur).value).toBe("1021.90");
    expect(indexedPrice(d("1000.00"), { ...index, cap: d("2") }, eur).value).toBe("1020.00");
  },
  39: () => {
    const issued = date("2026-01-31");
    const { payable, net, tax } = earlyDiscount(d("1190.00"), d("2"), d("19"), eur);
    expect([earlyDiscountDeadline(issued, 10), payable.value, net, tax]).toEqual([
      "2026-02-10",
      "1166.20",
      "980.00",
      "186.20",
    ]);
    expect(dueDate(issued, { days: 30, from: "invoice-date" }, saturdayAndSunday).date).toBe("2026-03-02");
    expect(dueDate(issued, { days: 30, from: "end-of-month" }, saturdayAndSunday).date).toBe("2026-03-31");
  },
  40: () => {
    const credited = signedAmount("credit-note", d("30.00"));
    const use = { limit: d("10000.00"), billed: [d("9950.00"), credited], current: d("75.00") };
    const balance = capBalance(use, usd);
    expect([credited, balance.used.value, balance.excess.value]).toEqual(["-30.00", "9995.00", "0.00"]);
  },
};

describe("reference cases of calculation", () => {
  const numbers = Object.keys(caseTitles).map(Number) as readonly CaseNumber[];

  it("has every case but the one of reading", () => {
    const all = Array.from({ length: 40 }, (_, index) => index + 1);
    expect(numbers).toEqual(all.filter((number) => number !== 23));
  });

  for (const number of numbers) it(`case ${number}: ${caseTitles[number]}`, cases[number]);
});
