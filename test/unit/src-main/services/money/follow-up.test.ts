import { expect, test } from "vitest";
import { agreementText, invoiceText, openAssistedProgram } from "../../../../builders/assistant-workspace.ts";
import { openMemoryProgram, type MemoryProgram } from "../../../../fakes/memory-program.ts";

// Today is 21 November 2026 in these tests.
const sale = (number: string, customer: string, gross: string, dueDate: string): object => ({
  number,
  customer,
  currency: "EUR",
  net: gross,
  gross,
  dueDate,
  lines: [{ description: "Work", net: gross }],
});

async function withLate(): Promise<{ host: MemoryProgram; idOf: (number: string) => string }> {
  const host = await openMemoryProgram();
  await host.importSales({
    "a.json": sale("INV-1001", "Acme GmbH", "1000.00", "2026-11-19"),
    "b.json": sale("INV-1002", "Beta GmbH", "50.00", "2026-08-01"),
    "c.json": sale("INV-1003", "Gamma AG", "75.00", "2026-12-24"),
    "d.json": sale("INV-1004", "Acme GmbH", "20.00", "2026-11-10"),
  });
  const { items } = await host.call("follow-up.list", {});
  const ids = new Map(items.map(({ number, invoiceId }) => [number, invoiceId as string]));
  return { host, idOf: (number) => ids.get(number) ?? "" };
}

test("what is late is aged, reminded once a customer, and ranked by what is at stake", async () => {
  const { host } = await withLate();
  const { aging, reminders, calls, prior, calibration, calibrationNeeds } = await host.call(
    "follow-up.list",
    {},
  );
  expect(
    aging.map(({ customer, byBand, total }) => [
      customer,
      byBand["1-30"],
      byBand["over-90"],
      byBand["not-due"],
      total,
    ]),
  ).toEqual([
    ["Acme GmbH", "1020.00", "0.00", "0.00", "1020.00"],
    ["Beta GmbH", "0.00", "50.00", "0.00", "50.00"],
    ["Gamma AG", "0.00", "0.00", "75.00", "75.00"],
  ]);
  expect(reminders.map(({ customer, step, tone, total }) => [customer, step, tone, total])).toEqual([
    ["Beta GmbH", 1, "friendly", "50.00"],
    ["Acme GmbH", 1, "friendly", "1020.00"],
  ]);
  expect(calls.map(({ customer, open }) => [customer, open])).toEqual([
    ["Acme GmbH", "1020.00"],
    ["Beta GmbH", "50.00"],
  ]);
  expect([prior.percent, calibration, calibrationNeeds > 0]).toEqual([70, null, true]);
});

test("a draft names what records hold, promises nothing, and opens as a draft in a mail program", async () => {
  const { host } = await withLate();
  const { reminders } = await host.call("follow-up.list", {});
  const draft = reminders.find(({ customer }) => customer === "Beta GmbH")?.drafts.en;
  expect(draft?.unbacked).toEqual([]);
  expect(draft?.body).toContain(
    "INV-1002 of 30 September 2026, due on 1 August 2026, 112 days ago: EUR 50.00",
  );
  expect(draft?.eml).toMatch(/^Subject: A reminder: INV-1002\r\nX-Unsent: 1\r\n/);
  const content = draft?.eml.split("\r\n\r\n")[1] ?? "";
  expect(Buffer.from(content, "base64").toString()).toBe(draft?.body.replaceAll("\n", "\r\n"));
});

test("a draft says the same in German and French, as they write dates and amounts", async () => {
  const { host } = await withLate();
  const { reminders } = await host.call("follow-up.list", {});
  const drafts = reminders.find(({ customer }) => customer === "Acme GmbH")?.drafts;
  expect(drafts?.de.body).toContain(
    "- INV-1001 vom 30. September 2026, fällig am 19. November 2026, seit 2 Tagen: 1.000,00 EUR",
  );
  expect(drafts?.de.body).toContain("Insgesamt offen: 1.020,00 EUR");
  expect(drafts?.fr.body).toMatch(
    /- INV-1001 du 30 septembre 2026, échue le 19 novembre 2026, il y a 2 jours : 1.000,00 EUR/,
  );
  expect([drafts?.de.unbacked, drafts?.fr.unbacked]).toEqual([[], []]);
});

test("a step is sent once, and the next comes on its day", async () => {
  const { host, idOf } = await withLate();
  const order = { invoiceIds: [idOf("INV-1001"), idOf("INV-1004")], customer: "Acme GmbH", step: 1 };
  await host.call("follow-up.record-reminder", order);
  const { reminders, stopped } = await host.call("follow-up.list", {});
  expect(reminders.map(({ customer }) => customer)).toEqual(["Beta GmbH"]);
  expect(
    new Map(
      stopped.filter(({ because }) => because === "waiting").map(({ item, until }) => [item.number, until]),
    ),
  ).toEqual(
    new Map([
      ["INV-1001", "2026-11-22"],
      ["INV-1004", "2026-11-13"],
    ]),
  );
});

test("a promise, a dispute and hardship stop reminders", async () => {
  const { host, idOf } = await withLate();
  await host.call("follow-up.record-promise", {
    invoiceIds: [idOf("INV-1001")],
    until: "2026-11-30",
    note: null,
  });
  await host.call("follow-up.open-dispute", {
    invoiceId: idOf("INV-1004"),
    reason: "price",
    note: "rate of last year",
  });
  await host.call("follow-up.note-hardship", { customer: "Beta GmbH", note: "insolvency announced" });
  const { reminders, stopped, patterns } = await host.call("follow-up.list", {});
  expect(reminders).toEqual([]);
  expect(new Map(stopped.map(({ item, because }) => [item.number, because]))).toEqual(
    new Map([
      ["INV-1001", "promise"],
      ["INV-1002", "hardship"],
      ["INV-1004", "dispute"],
    ]),
  );
  expect(patterns).toMatchObject([{ reason: "price", count: 1, customers: ["Acme GmbH"], medianDays: null }]);
  expect(patterns[0]?.checks).toContain("rate.over");
  await host.call("follow-up.close-dispute", {
    invoiceId: idOf("INV-1004"),
    outcome: "credited",
    note: null,
  });
  expect(
    await host.refused("follow-up.close-dispute", {
      invoiceId: idOf("INV-1004"),
      outcome: "credited",
      note: null,
    }),
  ).toBe("follow-up/no-open-dispute");
  const { disputes } = await host.call("follow-up.list", {});
  expect(disputes).toMatchObject([{ number: "INV-1004", outcome: "credited", days: 0 }]);
});

test("a customer may have a plan of its own", async () => {
  const { host } = await withLate();
  const plan = { days: [5], everyDays: 30, escalateAtStep: 2 };
  const { reminders } = await host.call("follow-up.set-plan", { customer: "Acme GmbH", plan });
  expect(
    reminders.find(({ customer }) => customer === "Acme GmbH")?.items.map(({ number }) => number),
  ).toEqual(["INV-1004"]);
});

test("a late fee stands in a reminder only once a person confirmed its clause, and never in a dispute", async () => {
  const host = await openAssistedProgram({
    "agreement.txt": agreementText.replace(
      "2. Payment.",
      "2. Payment. Overdue invoices are charged a late fee of USD 40.00.",
    ),
    "invoice.txt": invoiceText.replace("2026-11-30", "2026-11-15"),
  });
  const read = async () => host.call("follow-up.list", {});
  expect((await read()).lateFees).toEqual([]);
  const [agreement] = await host.call("agreements.list", {});
  const fee = agreement?.terms.find(({ type }) => type === "late-fee");
  expect(fee?.value).toMatchObject({ amount: "40.00" });
  await host.call("terms.confirm", { termIds: [fee?.id ?? ""] });
  const { lateFees, reminders } = await read();
  expect(lateFees.map(({ number, readings }) => [number, readings.map(({ amount }) => amount)])).toEqual([
    ["HP-2001", ["40.00"]],
  ]);
  expect(reminders[0]?.drafts.en.body).toContain("Late fee on HP-2001 as agreed");
  expect(reminders[0]?.drafts.en.unbacked).toEqual([]);
  await host.call("follow-up.open-dispute", {
    invoiceId: lateFees[0]?.invoiceId ?? "",
    reason: "price",
    note: null,
  });
  expect((await read()).lateFees).toEqual([]);
});
