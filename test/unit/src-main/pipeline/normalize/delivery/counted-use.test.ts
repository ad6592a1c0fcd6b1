import { expect, test } from "vitest";
import { normalizeDocument } from "../../../../../../src-main/pipeline/normalize/index.ts";
import { context, importedFile, readBytes } from "../../../../../builders/read-bytes.ts";

const recordsOf = async (name: string, text: string): Promise<readonly unknown[]> => {
  const file = importedFile(name, new TextEncoder().encode(text));
  const { deliveries } = normalizeDocument(await readBytes(name, text), file, context);
  return deliveries.map(({ kind, date, item, quantity, unit }) => [kind, date, item, quantity, unit]);
};

test("what a counter counted lies between two readings of it, each on a row of its own", async () => {
  expect(
    await recordsOf(
      "counters.csv",
      "Machine,Date,Mono meter,Colour meter\nPX-11,2026-03-31,10400,2100\nPX-12,2026-03-31,500,40\nPX-11,2026-04-30,12150,2340\nPX-12,2026-04-30,610,55\n",
    ),
  ).toEqual([
    ["usage", "2026-04-30", "PX-11 – mono", "1750", "piece"],
    ["usage", "2026-04-30", "PX-11 – colour", "240", "piece"],
    ["usage", "2026-04-30", "PX-12 – mono", "110", "piece"],
    ["usage", "2026-04-30", "PX-12 – colour", "15", "piece"],
  ]);
});

test("a reading on the first of a month ends the month before", async () => {
  expect(
    await recordsOf("water.csv", "Date,Water meter reading (m3)\n2026-04-01,5521\n2026-05-01,5604\n"),
  ).toEqual([["usage", "2026-04-30", "water", "83", "cubic-metre"]]);
});

test("a counter that counts back was changed, and its figures are no readings of one", async () => {
  expect(
    await recordsOf(
      "water.csv",
      "Date,Water meter reading (m3)\n2026-04-01,5521\n2026-05-01,12\n2026-06-01,90\n",
    ),
  ).not.toContainEqual(expect.arrayContaining(["83"]));
});

test("minutes of calls are use in minutes, where nobody worked them", async () => {
  expect(
    await recordsOf("calls.csv", "Month,Country,Minutes\n2026-04,Ireland,410\n2026-04,Malta,35\n"),
  ).toEqual([
    ["usage", null, "Ireland", "410", "minute"],
    ["usage", null, "Malta", "35", "minute"],
  ]);
  expect(await recordsOf("log.csv", "Date,Worker,Task,Minutes\n2026-04-02,A. Quint,Repair,90\n")).toEqual([
    ["time", "2026-04-02", "Repair", "1.5", "hour"],
  ]);
});

test("messages that were sent and that arrived are counted once, as sent", async () => {
  expect(
    await recordsOf(
      "texts.csv",
      "date,destination,messages_sent,delivered,failed\n2026-04-01,Ireland,120,118,2\n2026-04-02,Ireland,80,80,0\n",
    ),
  ).toEqual([
    ["goods", "2026-04-01", "Ireland", "120", "message"],
    ["goods", "2026-04-02", "Ireland", "80", "message"],
  ]);
});

test("a report of a campaign counts each of its things in its own unit", async () => {
  expect(
    await recordsOf(
      "report.csv",
      "Placement,Month,Impressions,Clicks\nTop banner,2026-04,21000,130\nSide banner,2026-04,9000,44\n",
    ),
  ).toEqual([
    ["usage", null, "Top banner – Impressions", "21000", "impression"],
    ["usage", null, "Top banner – Clicks", "130", "click"],
    ["usage", null, "Side banner – Impressions", "9000", "impression"],
    ["usage", null, "Side banner – Clicks", "44", "click"],
  ]);
});
