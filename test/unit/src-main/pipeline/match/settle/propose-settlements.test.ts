import { describe, expect, test } from "vitest";
import { proposeSettlements } from "../../../../../../src-main/pipeline/match/index.ts";
import type { SettlementProposal } from "../../../../../../src-shared/model/index.ts";
import { decimalText } from "../../../../../../src-shared/money/index.ts";
import { scorePayments } from "../../../../../evaluation/payments/score-payments.ts";
import {
  generatePayments,
  openItem,
  payment,
  type ItemSpec,
  type PaymentSpec,
} from "../../../../../builders/payment-set.ts";

const propose = (
  items: readonly ItemSpec[],
  payments: readonly Omit<PaymentSpec, "id">[],
  accounts: ReadonlyMap<string, string> = new Map(),
): readonly (readonly SettlementProposal[])[] => {
  const made = payments.map((spec, index) => payment({ ...spec, id: String(index + 1) }));
  const proposals = proposeSettlements({
    payments: made,
    items: items.map(openItem),
    customerByAccount: accounts,
    shortfall: { floor: decimalText("5.00"), cap: decimalText("5.00") },
  });
  return made.map(({ id }) => proposals.get(id) ?? []);
};

const shown = (proposals: readonly SettlementProposal[]): unknown =>
  proposals.map(({ level, allocations, difference, use, isUnambiguous }) => [
    level,
    allocations.map(({ invoiceId, amount }) => `${invoiceId} ${amount}`).join(" + "),
    difference,
    use,
    isUnambiguous,
  ]);

const acme = { number: "INV-10482", amount: "1081.34" };

describe("one payment, one invoice", () => {
  test.each([
    "Invoice INV-10482",
    "inv 10482",
    "RG-Nr.10482 v. 30.09.26",
    "10482",
    "Zahlung/INV-10482/Danke",
    "SVWZ+Rechnung INV-10482 EREF+NOTPROVIDED",
  ])("is exact when the text says “%s”", (text) => {
    expect(shown(propose([acme], [{ amount: "1081.34", text }])[0] ?? [])).toEqual([
      ["exact", "inv-INV-10482 1081.34", "0.00", "none", true],
    ]);
  });

  test("is no match by a number of three digits, which may be anything", () => {
    expect(propose([{ number: "118", amount: "50.00" }], [{ amount: "50.00", text: "Room 118" }])).toEqual([
      [],
    ]);
  });

  test("tells amounts at another scale alike", () => {
    expect(shown(propose([acme], [{ amount: "1081.340", reference: "INV-10482" }])[0] ?? [])).toEqual([
      ["exact", "inv-INV-10482 1081.34", "0.00", "none", true],
    ]);
  });

  test("asks where two invoices of the payer have the same amount", () => {
    const two = [
      { number: "A-1001", amount: "100.00" },
      { number: "A-1002", amount: "100.00" },
    ];
    const [proposals] = propose(two, [{ amount: "100.00", payer: "ACME FACILITIES LLC" }]);
    expect(proposals?.map((each) => [each.level, each.isUnambiguous])).toEqual([
      ["payer", false],
      ["payer", false],
    ]);
  });

  test("does not take money from before the invoice was written", () => {
    expect(
      propose([acme], [{ amount: "1081.34", payer: "Acme Facilities LLC", date: "2026-09-01" }]),
    ).toEqual([[]]);
  });

  test("knows a payer by the account that it paid from before", () => {
    const accounts = new Map([["DE89370400440532013000", "Acme Facilities LLC"]]);
    const paid = { amount: "1081.34", payer: "J. Smith", account: "DE89370400440532013000" };
    expect(shown(propose([acme], [paid], accounts)[0] ?? [])).toEqual([
      ["payer", "inv-INV-10482 1081.34", "0.00", "none", true],
    ]);
  });
});

describe("other amounts", () => {
  test.each([
    ["partial", "500.00", {}, "inv-INV-10482 500.00", "0.00", "stays-open"],
    ["short", "1077.34", {}, "inv-INV-10482 1081.34", "-4.00", "bank-charge"],
    [
      "short",
      "1059.71",
      { discount: ["2", "2026-11-30"] as const },
      "inv-INV-10482 1081.34",
      "-21.63",
      "early-discount",
    ],
    [
      "partial",
      "1059.71",
      { discount: ["2", "2026-10-30"] as const },
      "inv-INV-10482 1059.71",
      "0.00",
      "stays-open",
    ],
    ["over", "1100.00", {}, "inv-INV-10482 1081.34", "18.66", "customer-credit"],
  ])("%s of %s", (level, amount, more, allocation, difference, use) => {
    expect(shown(propose([{ ...acme, ...more }], [{ amount, text: "INV-10482" }])[0] ?? [])).toEqual([
      [level, allocation, difference, use, false],
    ]);
  });

  test("another currency is named and never done alone", () => {
    expect(
      shown(propose([acme], [{ amount: "1190.00", currency: "USD", text: "INV-10482" }])[0] ?? []),
    ).toEqual([["other-currency", "inv-INV-10482 1081.34", "0.00", "none", false]]);
  });
});

describe("several", () => {
  const three = [
    { number: "INV-2001", amount: "100.00" },
    { number: "INV-2002", amount: "250.50" },
    { number: "INV-2003", amount: "-50.00", kind: "credit-note" as const },
  ];

  test("numbers that add up, less a credit note", () => {
    expect(
      shown(propose(three, [{ amount: "300.50", text: "INV-2001, INV-2002 ./. INV-2003" }])[0] ?? []),
    ).toEqual([
      ["combined", "inv-INV-2001 100.00 + inv-INV-2002 250.50 + inv-INV-2003 -50.00", "0.00", "none", true],
    ]);
  });

  test("numbers shortened to their last digits", () => {
    expect(shown(propose(three, [{ amount: "350.50", text: "Rechnungen INV-2001/02" }])[0] ?? [])).toEqual([
      ["combined", "inv-INV-2001 100.00 + inv-INV-2002 250.50", "0.00", "none", true],
    ]);
  });

  test("amounts of one payer without a number", () => {
    expect(shown(propose(three, [{ amount: "350.50", payer: "Acme Facilities LLC" }])[0] ?? [])).toEqual([
      ["combined", "inv-INV-2001 100.00 + inv-INV-2002 250.50", "0.00", "none", true],
    ]);
  });

  test("a payment takes what it settles, so that a second one does not settle it again", () => {
    const twice = { amount: "1081.34", text: "INV-10482" };
    expect(propose([acme], [twice, twice]).map((each) => each.length)).toEqual([1, 0]);
  });

  test("the order of the files does not matter", () => {
    const set = generatePayments(200, 3);
    const input = { items: set.items, customerByAccount: new Map(), shortfall: {} };
    const forth = proposeSettlements({ ...input, payments: set.payments });
    const back = proposeSettlements({ ...input, payments: set.payments.toReversed() });
    expect(back).toEqual(forth);
  });
});

describe("what is no payment of a customer", () => {
  test.each([
    { kind: "fee" as const },
    { kind: "payout" as const },
    { status: "pending" as const },
    { status: "reversed" as const },
  ])("%j has no proposal", (more) => {
    expect(propose([acme], [{ amount: "1081.34", text: "INV-10482", ...more }])).toEqual([[]]);
  });

  test("a refund meets the credit note that it pays out", () => {
    const credit = { number: "CN-3001", amount: "-80.00", kind: "credit-note" as const };
    expect(
      shown(propose([credit], [{ amount: "-80.00", kind: "refund", text: "CN-3001" }])[0] ?? []),
    ).toEqual([["refund", "inv-CN-3001 -80.00", "0.00", "none", true]]);
  });
});

test("of a generated set, 95 in 100 are matched and none is wrong at level exact", () => {
  const score = scorePayments(generatePayments(600, 11));
  expect(score.wrongExact).toBe(0);
  expect(score.wrongAutomatic).toBe(0);
  expect(score.right / score.matchable).toBeGreaterThan(0.95);
});
