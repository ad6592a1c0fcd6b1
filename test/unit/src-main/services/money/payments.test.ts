import { expect, test } from "vitest";
import { earlyDiscountOf } from "../../../../../src-main/services/money/open-items.ts";
import { localDate } from "../../../../../src-shared/time/index.ts";
import { openMemoryProgram, type MemoryProgram } from "../../../../fakes/memory-program.ts";

const sale = (number: string, customer: string, gross: string, more: object = {}): object => ({
  number,
  customer,
  currency: "EUR",
  net: gross,
  gross,
  lines: [{ description: "Work", net: gross }],
  ...more,
});

const paid = (amount: string, text: string, payer: string, more: object = {}): object => ({
  amount,
  text,
  payer,
  date: "2026-11-05",
  ...more,
});

async function withStatement(closing = "1145.00"): Promise<MemoryProgram> {
  const host = await openMemoryProgram();
  await host.importSales({
    "a.json": sale("INV-1001", "Acme GmbH", "100.00"),
    "b.json": sale("INV-1002", "Beta GmbH", "50.00"),
    "statement.json": {
      opening: "1000.00",
      closing,
      movements: [
        paid("100.00", "Invoice INV-1001", "ACME GMBH"),
        paid("60.00", "INV-1002", "Beta GmbH"),
        paid("-15.00", "Account fee", "Bank", { kind: "fee" }),
        paid("0.00", "nothing", "Bank"),
      ],
    },
  });
  return host;
}

test("what one reading alone fits is settled by itself, the rest waits for a person", async () => {
  const host = await withStatement();
  const before = await host.call("payments.list", {});
  expect(before.rows.map(({ state, proposals }) => [state, proposals[0]?.level])).toEqual([
    ["proposed", "exact"],
    ["proposed", "over"],
    ["unmatched", undefined],
    ["unmatched", undefined],
  ]);
  expect(before.rows[0]?.proposals[0]?.reasons.map(({ message }) => message)).toEqual([
    "Its text names INV-1001.",
    "The amount is what is open.",
    "ACME GMBH is the customer.",
  ]);
  expect((await host.call("payments.settle-sure", {})).applied.length).toBe(1);
  const after = await host.call("payments.list", {});
  expect(after.rows.map(({ state }) => state)).toEqual(["settled", "proposed", "unmatched", "unmatched"]);
  expect(after.items.find(({ number }) => number === "INV-1001")?.open).toBe("0.00");
  await host.call("history.undo", { group: null });
  expect((await host.call("payments.list", {})).items.find(({ number }) => number === "INV-1001")?.open).toBe(
    "100.00",
  );
});

test("a person says what becomes of a difference, and cannot take more than is open", async () => {
  const host = await withStatement();
  const { rows, items } = await host.call("payments.list", {});
  const over = rows[1]?.payment.id ?? "";
  const invoiceId = items.find(({ number }) => number === "INV-1002")?.invoiceId ?? "";
  const order = { paymentId: over, level: "over" as const, allocations: [{ invoiceId, amount: "50.00" }] };
  expect(
    await host.refused("payments.settle", {
      ...order,
      allocations: [{ invoiceId, amount: "60.00" }],
      use: "none",
    }),
  ).toBe("settle/more-than-open");
  expect(await host.refused("payments.settle", { ...order, use: "none" })).toBe("settle/difference-unsaid");
  await host.call("payments.settle", { ...order, use: "customer-credit" });
  expect(await host.refused("payments.settle", { ...order, use: "customer-credit" })).toBe(
    "settle/already-settled",
  );
});

test("a month adds up to the cent and is closed when nothing is left", async () => {
  const host = await withStatement();
  await host.call("payments.settle-sure", {});
  const month = { account: "DE02", currency: "EUR", month: "2026-11", note: null };
  expect(await host.refused("payments.close-month", month)).toBe("settle/month-has-unmatched");
  const { rows, items } = await host.call("payments.list", {});
  const invoiceId = items.find(({ number }) => number === "INV-1002")?.invoiceId ?? "";
  await host.call("payments.settle", {
    paymentId: rows[1]?.payment.id ?? "",
    level: "over",
    allocations: [{ invoiceId, amount: "50.00" }],
    use: "customer-credit",
  });
  await host.call("payments.set-aside", { paymentIds: [rows[3]?.payment.id ?? ""], reason: "nothing moved" });
  const [report] = await host.call("payments.reconcile", {});
  expect(report).toMatchObject({
    movements: "145.00",
    parts: {
      settled: "150.00",
      over: "10.00",
      fees: "-15.00",
      payouts: "0.00",
      "set-aside": "0.00",
      unmatched: "0.00",
    },
    gap: "0.00",
    proof: "0.00",
    unmatched: [],
    isClosed: false,
  });
  await host.call("payments.close-month", month);
  expect((await host.call("payments.reconcile", {}))[0]?.isClosed).toBe(true);
});

test("a month whose balances differ is not closed", async () => {
  const host = await withStatement("1146.00");
  const { rows } = await host.call("payments.list", {});
  await host.call("payments.set-aside", {
    paymentIds: rows.map(({ payment }) => payment.id),
    reason: "test",
  });
  expect(
    await host.refused("payments.close-month", {
      account: "DE02",
      currency: "EUR",
      month: "2026-11",
      note: null,
    }),
  ).toBe("settle/month-does-not-add-up");
});

test("the same movement in two files counts once", async () => {
  const host = await withStatement();
  await host.importSales({
    "again.json": {
      opening: "1000.00",
      movements: [paid("100.00", "Invoice INV-1001", "ACME GMBH"), paid("7.00", "new", "X")],
    },
  });
  const { rows } = await host.call("payments.list", {});
  expect(rows.map(({ state }) => state).filter((state) => state === "repeated").length).toBe(1);
});

test.each([
  ["2/10 net 30", "2", "2026-10-11"],
  ["2 % Skonto innerhalb 10 Tagen, 30 Tage netto", "2", "2026-10-11"],
  ["3% discount if paid within 14 days", "3", "2026-10-15"],
  ["2,5% within 8 days", "2.5", "2026-10-09"],
])("%s gives a discount", (terms, percent, until) => {
  expect(earlyDiscountOf(terms, localDate("2026-10-01"))).toEqual({ percent, until });
});

test.each(["Net 30", "Late payments bear 1.5% per month", "payable within 30 days"])(
  "%s gives none",
  (terms) => {
    expect(earlyDiscountOf(terms, localDate("2026-10-01"))).toBeNull();
  },
);

test("measures know when an invoice was paid in full, and how long its payment waited to be matched", async () => {
  const host = await withStatement();
  const known = async (): Promise<unknown> =>
    (await host.call("measure.export", {})).cases.map(({ number, paidOn, matchedAfterDays }) => [
      number,
      paidOn,
      matchedAfterDays,
    ]);
  expect(await known()).toEqual([
    ["INV-1001", null, null],
    ["INV-1002", null, null],
  ]);
  await host.call("payments.settle-sure", {});
  // The other one is open in part: that says nothing about how long the whole takes.
  expect(await known()).toEqual([
    ["INV-1001", "2026-11-05", 16],
    ["INV-1002", null, null],
  ]);
});

test("a payment is split by hand over several invoices, its rest is said, and it can be taken back", async () => {
  const host = await openMemoryProgram();
  await host.importSales({
    "a.json": sale("INV-1001", "Acme GmbH", "100.00"),
    "b.json": sale("INV-1002", "Beta GmbH", "50.00"),
    "statement.json": { movements: [paid("140.00", "thanks", "A stranger")] },
  });
  const { rows, items } = await host.call("payments.list", {});
  const paymentId = rows[0]?.payment.id ?? "";
  const id = (number: string): string => items.find((item) => item.number === number)?.invoiceId ?? "";
  const order = { paymentId, level: "by-hand" as const };
  const allocations = [
    { invoiceId: id("INV-1001"), amount: "100.00" },
    { invoiceId: id("INV-1002"), amount: "38.50" },
  ];
  expect(await host.refused("payments.settle", { ...order, allocations, use: "none" })).toBe(
    "settle/difference-unsaid",
  );
  await host.call("payments.settle", { ...order, allocations, use: "customer-credit" });
  const open = async (): Promise<readonly string[]> =>
    (await host.call("payments.list", {})).items.map((item) => item.open);
  expect(await open()).toEqual(["0.00", "11.50"]);
  const [month] = await host.call("payments.reconcile", {});
  expect(month?.parts).toMatchObject({ settled: "138.50", over: "1.50" });
  expect(month?.proof).toBe("0.00");
  await host.call("payments.release", { paymentIds: [paymentId] });
  expect(await open()).toEqual(["100.00", "50.00"]);
  expect(await host.refused("payments.release", { paymentIds: [paymentId] })).toBe(
    "settle/nothing-to-release",
  );
  await host.call("history.undo", { group: null });
  expect(await open()).toEqual(["0.00", "11.50"]);
});
