import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  add,
  compare,
  decimal,
  isEqual,
  isNegative,
  negate,
  subtract,
} from "../../../../src-shared/money/index.ts";
import type { Decimal } from "../../../../src-shared/money/index.ts";
import {
  documentTax,
  documentTotals,
  judgeInclusiveSplit,
  signedAmount,
  splitInclusive,
} from "../../../../src-shared/pricing/index.ts";
import { anyCents } from "../money/arbitraries.ts";

const d = decimal;
const usd = { currency: "USD" };
const anyPercent: fc.Arbitrary<Decimal> = fc.record({
  units: fc.bigInt({ min: 0n, max: 10_000n }),
  scale: fc.constant(2),
});

describe("tax", () => {
  it("groups rates by value and keeps categories apart", () => {
    const tax = documentTax(
      [
        { net: d("100.00"), rate: d("7") },
        { net: d("10.00"), rate: d("19"), category: "S" },
        { net: d("20.00"), rate: d("19.00"), category: "S" },
        { net: d("-5.00"), rate: d("7.0") },
        { net: d("50.00"), rate: d("0"), category: "AE" },
      ],
      "document",
      usd,
    );
    expect(
      tax.groups.map(({ category, rate, base, tax: { value } }) => [category, rate, base, value]),
    ).toEqual([
      [null, "7", "95.00", "6.65"],
      ["AE", "0", "50.00", "0.00"],
      ["S", "19", "30.00", "5.70"],
    ]);
    expect(tax.total).toBe("12.35");
    expect(documentTax([], "document", usd)).toEqual({ groups: [], total: "0" });
  });

  it("does not depend on the order of lines", () => {
    const line = fc.record({ net: anyCents, rate: fc.constantFrom("0", "7", "8.25", "19").map(d) });
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        fc.constantFrom("line", "document" as const),
        (lines, level) => {
          expect(documentTax(lines.toReversed(), level, usd).total).toBe(
            documentTax(lines, level, usd).total,
          );
        },
      ),
    );
  });

  it("rounds lines at most half a minor unit each away from the document", () => {
    const nets = fc.array(anyCents, { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(nets, anyPercent, (list, rate) => {
        const lines = list.map((net) => ({ net, rate }));
        const distance = subtract(
          documentTax(lines, "line", usd).total,
          documentTax(lines, "document", usd).total,
        );
        const size = isNegative(distance) ? negate(distance) : distance;
        const bound = { units: BigInt(list.length + 1) * 5n, scale: 3 };
        expect(compare(size, bound)).not.toBe(1);
      }),
    );
  });

  it("shows how an inclusive amount is split", () => {
    const { net, tax } = splitInclusive(d("758"), d("21"), usd);
    expect([net.formula, tax.formula]).toEqual([
      "758.00 ÷ (1 + 21 %) = 626.446280… ≈ 626.45",
      "758.00 − 626.45 = 131.55",
    ]);
  });

  it("splits an inclusive amount into parts that add up to it", () => {
    fc.assert(
      fc.property(anyCents, anyPercent, (gross, rate) => {
        const { net, tax } = splitInclusive(gross, rate, usd);
        expect(isEqual(add(net.value, tax.value), gross)).toBe(true);
        expect(judgeInclusiveSplit({ net: net.value, tax: tax.value, gross, rate }, usd)).toBe("exact");
      }),
    );
  });
});

describe("totals", () => {
  it("add, take away and keep back in the order of the standard", () => {
    const totals = documentTotals(
      {
        lines: [d("100.00"), d("50.00")],
        allowances: [d("10.00")],
        charges: [d("5.00")],
        taxes: [d("27.55")],
        prepaid: d("20.00"),
        retention: d("14.50"),
        withholding: d("1.00"),
        rounding: d("0.05"),
      },
      usd,
    );
    expect(
      [totals.subtotal, totals.net, totals.tax, totals.gross, totals.payable].map(({ formula }) => formula),
    ).toEqual([
      "100.00 + 50.00 = 150.00",
      "150.00 − 10.00 + 5.00 = 145.00",
      "27.55 = 27.55",
      "145.00 + 27.55 = 172.55",
      "172.55 − 20.00 − 14.50 − 1.00 + 0.05 = 137.10",
    ]);
    expect(documentTotals({ lines: [d("1.00")] }, usd).payable.value).toBe("1.00");
  });

  it("sign a credit note by its kind", () => {
    expect([signedAmount("credit-note", d("30.00")), signedAmount("invoice", d("30.00"))]).toEqual([
      "-30.00",
      "30.00",
    ]);
  });
});
