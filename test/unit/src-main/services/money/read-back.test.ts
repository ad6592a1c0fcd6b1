import { expect, test } from "vitest";
import { openMemoryProgram, type MemoryProgram } from "../../../../fakes/memory-program.ts";

const order = { target: "generic-csv", options: {}, directory: null };
const encode = (rows: readonly (readonly string[])[]): string =>
  Buffer.from(JSON.stringify({ rows })).toString("base64");

const sale = (number: string, net: string): object => ({
  number,
  customer: `Customer ${number}`,
  net,
  gross: net,
  lines: [
    { description: "Work", net: "10.00" },
    { description: "Parts", net: `${Number(net) - 10}.00` },
  ],
});

async function handedOver(): Promise<{
  host: MemoryProgram;
  ids: readonly string[];
  batchId: string;
  exportId: string;
}> {
  const host = await openMemoryProgram();
  await host.importSales({ "a.json": sale("A-1001", "110.00"), "b.json": sale("B-2002", "60.00") });
  const { rows } = await host.call("review.queue", {});
  const ids = rows
    .toSorted((first, second) => ((first.number ?? "") < (second.number ?? "") ? -1 : 1))
    .map(({ invoiceId }) => invoiceId);
  await host.call("review.decide", { invoiceIds: [...ids], decision: { type: "approve", reason: null } });
  const { batchId } = await host.call("batches.approve", { invoiceIds: [...ids] });
  const { record } = await host.call("exports.write", { batchId: batchId ?? "", ...order });
  return { host, ids, batchId: batchId ?? "", exportId: record.exportId };
}

const header = ["Type", "Num", "Name", "Amount"];
const first = ["Invoice", "A-1001", "Customer A-1001", "$110.00"];
const second = ["Invoice", "B2002", "Customer B-2002", "60.00"];

test("a list that holds everything confirms the export", async () => {
  const { host, ids, exportId } = await handedOver();
  const record = await host.call("exports.read-back", {
    exportId,
    name: "list.csv",
    base64: encode([header, second, first]),
  });
  expect([record.state, record.readBack?.confirmed]).toEqual(["confirmed", ids]);
});

test("what is missing may go out again, and only that", async () => {
  const { host, ids, batchId, exportId } = await handedOver();
  const [one, two] = ids;
  expect(
    await host.refused("exports.release", { exportId, invoiceIds: [two ?? ""], reason: "not yet read" }),
  ).toBe("export/nothing-missing");
  const record = await host.call("exports.read-back", {
    exportId,
    name: "list.csv",
    base64: encode([header, first]),
  });
  expect([record.state, record.readBack?.missing]).toEqual(["handed-over", [two]]);
  const receipt = await host.call("exports.release", {
    exportId,
    invoiceIds: [...ids],
    reason: "did not arrive",
  });
  expect([receipt.applied, receipt.refused.map(({ invoiceId }) => invoiceId)]).toEqual([[two], [one]]);
  const again = await host.call("exports.write", { batchId, ...order });
  expect(again.record.invoiceIds).toEqual([two]);
  expect(await host.refused("exports.write", { batchId, ...order })).toBe("export/nothing-to-write");
});

test("an invoice that is there twice is an alarm, and one with another amount differs", async () => {
  const { host, ids, exportId } = await handedOver();
  const record = await host.call("exports.read-back", {
    exportId,
    name: "list.csv",
    base64: encode([header, first, first, ["Invoice", "B-2002", "Customer B-2002", "61.00"]]),
  });
  expect(record.readBack).toMatchObject({
    doubled: [ids[0]],
    differing: [ids[1]],
    confirmed: [],
    missing: [],
  });
  expect(record.state).toBe("handed-over");
});

test("a list with a row for each line tells its lines from doubles", async () => {
  const { host, ids, exportId } = await handedOver();
  const lines = [
    ["A-1001", "Work", "10.00"],
    ["A-1001", "Parts", "100.00"],
    ["B-2002", "Work", "10.00"],
    ["B-2002", "Parts", "50.00"],
  ];
  const once = await host.call("exports.read-back", { exportId, name: "lines.csv", base64: encode(lines) });
  expect(once.readBack?.confirmed).toEqual(ids);
  const { host: other, ids: otherIds, exportId: otherExport } = await handedOver();
  const twice = await other.call("exports.read-back", {
    exportId: otherExport,
    name: "lines.csv",
    base64: encode([...lines, ...lines.slice(0, 2)]),
  });
  expect(twice.readBack).toMatchObject({ doubled: [otherIds[0]], confirmed: [otherIds[1]] });
});

test("settings are confirmed once before anything is written with them, and checked against the owner's lists", async () => {
  const { host, ids } = await handedOver();
  await host.call("exports.void", {
    exportId: (await host.call("batches.list", {}))[0]?.exports[0]?.exportId ?? "",
    reason: "another target",
  });
  const batchId = (await host.call("batches.list", {}))[0]?.batchId ?? "";
  const options = { "account-code": "200" };
  const xero = { batchId, target: "xero-sales-csv", options, directory: null };
  expect(await host.refused("exports.write", xero)).toBe("export/not-confirmed");
  await host.call("exports.import-list", {
    target: "xero-sales-csv",
    list: "accounts",
    text: "*Code,*Name,*Type\n201,Sales,Revenue\n310,Cost,Expense\n",
  });
  expect(await host.refused("exports.confirm-profile", { target: "xero-sales-csv", options })).toBe(
    "export/not-in-list",
  );
  const right = { "account-code": "201" };
  const targets = await host.call("exports.confirm-profile", { target: "xero-sales-csv", options: right });
  expect(targets.find(({ id }) => id === "xero-sales-csv")).toMatchObject({ isConfirmed: true });
  expect(await host.refused("exports.write", xero)).toBe("export/not-confirmed");
  const written = await host.call("exports.write", { ...xero, options: right });
  expect(written.record.invoiceIds.toSorted()).toEqual(ids.toSorted());
});
